//! Seminar questions.

use serde::{Deserialize, Serialize};

/// One seminar question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id; never reused.
    pub id: String,
    /// The id of its work.
    pub work: String,
    /// What it asks for.
    pub kind: Kind,
    /// The id of its theme.
    pub theme: String,
    /// The question.
    pub text: String,
    /// The ids of the quotes it is about.
    pub quotes: Vec<String>,
    /// What a facilitator may ask next.
    pub follow_ups: Vec<String>,
    /// How much it asks of a group, if the book says so.
    pub level: Option<Level>,
    /// A lead-in of ours, for a question that needs one.
    pub context: Option<String>,
    /// Who asks, for a question of the author's own that the author quotes from somebody else.
    pub speaker: Option<String>,
    /// Section and paragraph, for a question of the author's own.
    pub place: Option<(u16, u16)>,
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A close reading of a quote.
    Close,
    /// A comparison of authors.
    Comparison,
    /// An application to the group's own life and time.
    Application,
    /// The author's own question, word for word.
    Author,
}

/// How much a question asks of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Everybody can answer it at once.
    Easy,
    /// It takes a moment's thought over the quotes.
    Middle,
    /// It needs the text around the quotes.
    Text,
}

impl Kind {
    /// As a file and a member write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Close => "close reading",
            Self::Comparison => "comparison",
            Self::Application => "application",
            Self::Author => "the author's own",
        }
    }
}

impl Level {
    /// As a member reads it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Middle => "middle",
            Self::Text => "needs the text",
        }
    }
}
