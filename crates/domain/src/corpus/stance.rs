//! Problems of revolution, and what each school of thought answers.

use super::Corpus;

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
    /// The ids of the quotes that speak for it or report it.
    pub quotes: Vec<String>,
    /// The ids of the quotes that its opponents hold up to it.
    pub against: Vec<String>,
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

/// What a current is called in a debate, fairly to those who argue for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentName {
    /// Which current.
    pub current: Current,
    /// Its name.
    pub name: String,
    /// Who calls it otherwise, and how.
    pub about: Option<String>,
}

impl Corpus {
    /// What a current is called: by the book, or as members write it.
    #[must_use]
    pub fn name_of(&self, current: Current) -> &str {
        let named = self.currents.iter().find(|named| named.current == current);
        named.map_or_else(|| current.name(), |named| named.name.as_str())
    }

    /// What the book says of the name of a current.
    #[must_use]
    pub fn about_name_of(&self, current: Current) -> Option<&str> {
        self.currents.iter().find(|named| named.current == current)?.about.as_deref()
    }
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
