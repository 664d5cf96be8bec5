//! Rows by the names of their columns, and values as they are stored.

use jiff::Timestamp;

use super::{Error, Result};
use domain::seminar::Reveal;
use domain::{ChannelKind, Part};

/// Declares a struct that a query's row is read into, each field from the column of its name.
/// `sqlx::FromRow` could be derived, but its macro would build all of sqlx once more for the host.
macro_rules! row {
    ($(#[$meta:meta])* $visibility:vis struct $name:ident { $($field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        $visibility struct $name {
            $($field: $type,)*
        }

        impl<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> for $name {
            fn from_row(row: &'r sqlx::sqlite::SqliteRow) -> sqlx::Result<Self> {
                Ok(Self { $($field: sqlx::Row::try_get(row, stringify!($field))?,)* })
            }
        }
    };
}

pub(super) use row;

/// The word for when answers are shown.
pub(super) fn reveal_word(reveal: Reveal) -> &'static str {
    match reveal {
        Reveal::Sealed => "sealed",
        Reveal::Live => "live",
    }
}

pub(super) fn reveal_of(word: &str) -> Option<Reveal> {
    [Reveal::Sealed, Reveal::Live].into_iter().find(|reveal| reveal_word(*reveal) == word)
}

/// The word for which of a member's answers.
pub(super) fn part_word(part: Part) -> &'static str {
    match part {
        Part::Card => "card",
        Part::Own => "own",
    }
}

pub(super) fn part_of(word: &str) -> Option<Part> {
    [Part::Card, Part::Own].into_iter().find(|part| part_word(*part) == word)
}

/// An instant as it is stored.
pub(super) fn instant(milliseconds: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(milliseconds)
        .map_err(|_| Error::Unreadable(format!("the time {milliseconds}")))
}

/// What `count(*)` gives is never negative.
pub(super) fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

/// The word for a kind of place.
pub(super) fn kind_word(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Channel => "channel",
        ChannelKind::Announcements => "announcements",
        ChannelKind::Thread => "thread",
        ChannelKind::Forum => "forum",
        // Nothing is stored about a channel of any other kind.
        ChannelKind::Voice | ChannelKind::Other => "other",
    }
}

pub(super) fn kind_of(word: &str) -> Option<ChannelKind> {
    use ChannelKind::{Announcements, Channel, Forum, Thread, Voice};
    [Channel, Announcements, Thread, Forum, Voice].into_iter().find(|kind| kind_word(*kind) == word)
}
