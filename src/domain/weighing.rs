//! Weighing: what members think of one another's answers.

/// What a member thinks of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opinion {
    /// They agree.
    Agree,
    /// They have no opinion, or keep it.
    Pass,
    /// They disagree.
    Disagree,
}

/// How many think what of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many agree.
    pub agree: usize,
    /// How many passed.
    pub pass: usize,
    /// How many disagree.
    pub disagree: usize,
}

impl Opinion {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Pass, Self::Disagree];

    /// The word for it in a command line and in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Pass => "pass",
            Self::Disagree => "disagree",
        }
    }

    /// The opinion of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|opinion| opinion.name() == name)
    }
}
