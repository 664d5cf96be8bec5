//! What a refusal names: what an option takes, and what was looked for.

use super::Text;
use super::ui::{Key, text};

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Expected {
    YesOrNo,
    WholeNumber,
    Between(i64, i64),
    Channel,
    Role,
    Member,
    MessageNumber,
    File,
    Time,
    Days,
    Date,
    Format,
    Reveal,
    Level,
    DailyKind,
    FileFormat,
    Reason,
    Moment,
    Opening,
    Setting,
    OnOrOff,
    /// One of the languages that the bot writes in.
    Language,
}

/// What was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Entity {
    Theme,
    Work,
    Author,
    Quote,
    Question,
    Reading,
    Gloss,
    Plan,
    Seminar,
    TimeZone,
}

impl Expected {
    pub(super) fn text(self) -> Text {
        let key = match self {
            Self::YesOrNo => "yes-or-no",
            Self::WholeNumber => "whole-number",
            Self::Between(least, most) => {
                return text!("errors-wanted-between", least = least, most = most);
            }
            Self::Channel => "channel",
            Self::Role => "role",
            Self::Member => "member",
            Self::MessageNumber => "message",
            Self::File => "file",
            Self::Time => "time",
            Self::Days => "days",
            Self::Date => "date",
            Self::Format => "format",
            Self::Reveal => "reveal",
            Self::Level => "level",
            Self::FileFormat => "file-format",
            Self::DailyKind => "daily-kind",
            Self::Reason => "reason",
            Self::Moment => "moment",
            Self::Opening => "opening",
            Self::Setting => "setting",
            Self::OnOrOff => "on-or-off",
            Self::Language => "language",
        };
        text!("errors-wanted", wanted = Key(key))
    }
}

impl Entity {
    pub(super) fn key(self) -> Key {
        Key(match self {
            Self::Theme => "theme",
            Self::Work => "work",
            Self::Author => "author",
            Self::Quote => "quote",
            Self::Question => "question",
            Self::Reading => "reading",
            Self::Gloss => "gloss",
            Self::Plan => "plan",
            Self::Seminar => "seminar",
            Self::TimeZone => "time-zone",
        })
    }
}
