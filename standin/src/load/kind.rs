//! What people do: the kinds of things in a mix, and how each is answered if all is well.

use std::fmt;
use std::str::FromStr;

use super::check::{Expected, Shape};
use super::ids::Place;

/// Something that people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `/quote theme:…`.
    Quote,
    /// `/draw theme:…`, of the bots to compare with: a quote, and a note that it was drawn.
    Draw,
    /// What completes `/quote theme:`.
    Autocomplete,
    /// `/answer text:…`, in a channel with an open question.
    Answer,
    /// A press on *Agree*, *Pass* or *Disagree* under another's answer.
    Weigh,
    /// `/help`.
    Help,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Quote, Self::Draw, Self::Autocomplete, Self::Answer, Self::Weigh, Self::Help];

    /// Its name in a mix.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Draw => "draw",
            Self::Autocomplete => "autocomplete",
            Self::Answer => "answer",
            Self::Weigh => "weigh",
            Self::Help => "help",
        }
    }

    pub(super) const fn place(self) -> Place {
        match self {
            Self::Weigh => Place::Seminar,
            _ => Place::General,
        }
    }

    /// The answer that is right. What a bot answers when it refuses is of the same type, so that it
    /// is told apart by who sees it and by a word.
    pub(super) const fn expected(self) -> Expected {
        match self {
            Self::Quote | Self::Draw => Expected { shape: Shape::Public, holds: "", not: &[] },
            Self::Autocomplete => Expected { shape: Shape::Choices, holds: "\"name\"", not: &[] },
            Self::Answer => Expected {
                shape: Shape::Ephemeral,
                holds: "our answer ",
                not: &["not recorded", "went wrong", "rror", "nothing"],
            },
            Self::Weigh => Expected {
                shape: Shape::Update,
                holds: "weigh ",
                not: &["meanwhile", "older message", "went wrong"],
            },
            Self::Help => Expected { shape: Shape::Any, holds: "/quote", not: &["went wrong"] },
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            format!("{name:?} is not known; there are {known}")
        })
    }
}
