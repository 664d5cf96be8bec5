//! A round as the group sees it: its question, its answers, what they come to, and its end.

mod card;
mod closing;
pub(super) mod effects;
mod form;
mod outcome;
mod pages;

use super::ui::{Text, text};
pub(super) use card::answer_button;
pub use card::card;
pub(super) use card::withdrawn;
pub use closing::{ask_to_close, choose_ending, closed_receipt};
pub use effects::{answered, closed, erased, moderated, rated, revealed, reworded};
pub(super) use effects::{beside, near, roster};
pub use form::{AnswerDraft, answer_form};
pub use outcome::{leanings, outcome};
pub(super) use pages::own_after_argued;
pub use pages::{pages, recorded};

use domain::RoundNumber;

/// Why nothing can be done with a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundError {
    /// There is no such round that they can see.
    Unknown(RoundNumber),
    /// No round is open in this channel.
    NoneOpen,
    /// Several are open in this channel.
    Several,
    /// The round is closed.
    Closed,
    /// Only its asker or a facilitator may do this.
    NotAsker(AskersAction),
}

/// What only the asker of a round or a facilitator may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum AskersAction {
    Edit,
    Close,
}

impl RoundError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::Unknown(round) => text!("round-error-unknown", round = round.0),
            Self::NoneOpen => text!("round-error-none-open"),
            Self::Several => text!("round-error-several"),
            Self::Closed => text!("round-error-closed"),
            Self::NotAsker(action) => text!("round-error-asker", action = action.key()),
        }
    }
}

impl AskersAction {
    fn key(self) -> super::ui::Key {
        super::ui::Key(match self {
            Self::Edit => "edit",
            Self::Close => "close",
        })
    }
}
