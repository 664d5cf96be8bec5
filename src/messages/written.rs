//! The texts that a member writes, as errors name them.

use super::ui::Key;

/// A text that a member writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Written {
    Answer,
    Question,
    Reason,
    Search,
    Speaker,
    Statement,
    Title,
}

impl Written {
    pub(super) fn key(self) -> Key {
        Key(match self {
            Self::Answer => "answer",
            Self::Question => "question",
            Self::Reason => "reason",
            Self::Search => "search",
            Self::Speaker => "speaker",
            Self::Statement => "statement",
            Self::Title => "title",
        })
    }
}
