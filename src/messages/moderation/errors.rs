//! Why nothing was taken down, or nothing decided about it.

use super::super::Text;
use super::super::taken_down::reason;
use super::super::ui::text;
use domain::TakeDownNumber;
use domain::moderation::Reason;

/// Why nothing was taken down, or nothing decided about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModerationError {
    /// The member may not.
    NotModerator {
        /// Whether it is about a round of an open seminar.
        in_seminar: bool,
    },
    /// It was withdrawn or taken down meanwhile, or is hidden.
    Gone,
    /// The round has nothing that all can read.
    Nothing,
    /// No round is open here, and none was named.
    NoRound,
    /// The message shows no answer.
    NoAnswer,
    /// The member is kept from answering in the round.
    Muted {
        /// Why an answer of theirs was taken down.
        reason: Reason,
        /// Its entry in the log.
        entry: TakeDownNumber,
    },
    /// The log has no such entry that the member can see.
    NoEntry(TakeDownNumber),
    /// It was appealed before.
    Appealed,
    /// It was decided before.
    Decided,
    /// Only who manages the server decides.
    ManagersOnly,
    /// It was not taken down by the facilitator in their seminar.
    NotTheirs(TakeDownNumber),
}

impl ModerationError {
    pub(in super::super) fn text(self) -> Text {
        match self {
            Self::NotModerator { in_seminar } => {
                text!("moderation-error-facilitators", seminar = in_seminar)
            }
            Self::Gone => text!("moderation-error-gone"),
            Self::Nothing => text!("moderation-error-nothing"),
            Self::NoRound => text!("moderation-error-no-round"),
            Self::NoAnswer => text!("moderation-error-no-answer"),
            Self::Muted { reason: why, entry } => {
                text!("moderation-error-muted", reason = reason(why), entry = entry.0)
            }
            Self::NoEntry(entry) => text!("moderation-error-no-entry", entry = entry.0),
            Self::Appealed => text!("moderation-error-appealed"),
            Self::Decided => text!("moderation-error-decided"),
            Self::ManagersOnly => text!("moderation-error-managers"),
            Self::NotTheirs(entry) => text!("moderation-error-over", entry = entry.0),
        }
    }
}
