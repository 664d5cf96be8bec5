//! Why a daily is not made or changed.

use crate::messages::Text;
use crate::messages::permissions::{Permission, names};
use crate::messages::ui::{date, date_range, list_string, text};
use domain::ScheduleNumber;
use jiff::civil::Date;

/// Why a daily is not made or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DailyError {
    /// There are several, and the command names none.
    Several,
    /// There is none.
    NoneYet,
    /// There is none of that number that they can see.
    Gone(ScheduleNumber),
    /// Its time never comes.
    Never,
    /// No quote matches what is asked for.
    NoMatch,
    /// No pair of quotes matches what is asked for.
    NoPair,
    /// No quote matches it any more.
    MatchesNoMore,
    /// There is nothing to resume.
    NotPaused,
    /// It skips this many ranges already.
    TooManySkips(usize),
    /// The range ends before it begins.
    RangeTurned {
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// The range is over.
    RangeOver {
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// The range is longer than a year.
    RangeTooLong,
    /// Whether it was posted is decided already.
    Decided,
    /// There is no such channel, or none that we can see.
    UnseenChannel,
    /// A forum has no messages of its own.
    NoMessages,
    /// Nothing can be posted in a channel of that kind.
    WrongChannel,
    /// We lack these permissions there.
    Missing(Vec<Permission>),
    /// A thread has no threads.
    ThreadInThread,
    /// A voice channel has no threads.
    ThreadInVoice,
    /// There is no such role.
    UnknownRole,
    /// The role is everyone's.
    PingsEveryone,
    /// We may not ping the role of that name.
    UnpingableRole(String),
    /// The forum wants a tag and has none for these themes.
    TagRequired(Vec<String>),
}

/// Its words, without markup.
impl std::fmt::Display for DailyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text().words())
    }
}

impl DailyError {
    pub(in crate::messages) fn text(&self) -> Text {
        match self {
            Self::Several => text!("daily-several"),
            Self::NoneYet => text!("daily-none"),
            Self::Gone(id) => text!("daily-gone", schedule = id.0),
            Self::Never => text!("daily-never"),
            Self::NoMatch => text!("daily-no-match"),
            Self::NoPair => text!("daily-no-pair"),
            Self::MatchesNoMore => text!("daily-matches-no-more"),
            Self::NotPaused => text!("daily-not-paused"),
            Self::TooManySkips(most) => text!("daily-too-many-skips", most = *most),
            Self::RangeTurned { from, until } => {
                text!("daily-range-turned", from = date(*from), until = date(*until))
            }
            Self::RangeOver { from, until } => {
                text!("daily-range-over", dates = date_range(*from, *until))
            }
            Self::RangeTooLong => text!("daily-range-too-long"),
            Self::Decided => text!("daily-decided"),
            Self::UnseenChannel => text!("daily-unseen-channel"),
            Self::NoMessages => text!("daily-no-messages"),
            Self::WrongChannel => text!("daily-wrong-channel"),
            Self::Missing(permissions) => {
                text!("daily-missing-permissions", permissions = names(permissions))
            }
            Self::ThreadInThread => text!("daily-thread-in-thread"),
            Self::ThreadInVoice => text!("daily-thread-in-voice"),
            Self::UnknownRole => text!("daily-unknown-role"),
            Self::PingsEveryone => text!("daily-pings-everyone"),
            Self::UnpingableRole(role) => text!("daily-unpingable-role", role = role),
            Self::TagRequired(themes) => {
                text!("daily-tag-required", themes = list_string(themes.iter().cloned()))
            }
        }
    }
}
