//! The channel that a seminar meets in: what is wrong with it, and what to know of it.

use super::super::ui::{enumeration, text};
use super::super::{Card, Text};

/// Why a seminar cannot meet in a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VenueError {
    /// We cannot see it.
    Unseen,
    /// It is of a kind where no seminar can meet.
    WrongKind,
    /// We lack these permissions there.
    Lacks(Vec<String>),
    /// It is a forum whose posts need a tag, and has none; one of those that they would have.
    TagRequired(Option<String>),
}

/// What the facilitator should know of a forum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VenueNote {
    /// It will get these tags.
    TagsToMake(Vec<String>),
    /// A theme's posts get the tag that is nearest to it.
    NearestTag {
        /// The theme.
        theme: String,
        /// The tag.
        tag: String,
    },
    /// A theme's posts get no tag.
    NoTag(String),
    /// There will be no scheduled event of its meeting.
    NoEvents,
}

impl VenueError {
    /// What the member reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Unseen => text!("seminar-error-unseen-channel"),
            Self::WrongKind => text!("seminar-error-wrong-channel"),
            Self::Lacks(permissions) => {
                text!("seminar-error-permissions", permissions = enumeration(permissions.clone()))
            }
            Self::TagRequired(example) => {
                text!("seminar-error-tag-required", example = example.as_ref())
            }
        }
    }
}

impl VenueNote {
    /// What the facilitator reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::TagsToMake(tags) => {
                text!("seminar-tags-to-make", tags = enumeration(tags.clone()))
            }
            Self::NearestTag { theme, tag } => {
                text!("seminar-tag-nearest", theme = theme, tag = tag)
            }
            Self::NoTag(theme) => text!("seminar-tag-none", theme = theme),
            Self::NoEvents => text!("meeting-no-events"),
        }
    }
}

/// Adds notes in small print.
pub(super) fn with_notes(card: Card, notes: &[VenueNote]) -> Card {
    notes.iter().fold(card, |card, note| card.text(Text::new().soft(note.text().words())))
}
