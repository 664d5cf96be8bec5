//! Problems of revolution, and what each school of thought answers.

/// One of the problems that the currents answer differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// What each current says to it.
    pub stances: Vec<Stance>,
    /// What an author of the book says to it.
    pub answers: Vec<Position>,
}

/// What one current answers to one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Its id.
    pub id: String,
    /// Whose answer it is.
    pub current: Current,
    /// The answer, in our words.
    pub text: String,
    /// The ids of the quotes that bear it out.
    pub quotes: Vec<String>,
}

/// What one author answers to one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The id of the author's work.
    pub work: String,
    /// The answer, in our words.
    pub text: String,
    /// The ids of the quotes that bear it out.
    pub quotes: Vec<String>,
}

/// A school of thought about revolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Current {
    /// From the top down.
    Authoritarian,
    /// From the bottom up.
    Libertarian,
    /// Marx's, between the two.
    Marxist,
}

impl Current {
    /// All, in the order of the book.
    pub const ALL: [Self; 3] = [Self::Authoritarian, Self::Libertarian, Self::Marxist];

    /// As a file and a member write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Authoritarian => "authoritarian",
            Self::Libertarian => "libertarian",
            Self::Marxist => "Marxist",
        }
    }
}
