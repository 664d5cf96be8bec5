//! Why something about a statement was refused.

use super::super::Text;
use super::super::ui::{Key, text};
use domain::StatementId;

/// Why something about a statement was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementError {
    /// There is none of that number in this server.
    NotFound(StatementId),
    /// Its proposer or the facilitator took it back.
    TakenBack,
    /// Its round is closed.
    Final,
    /// Nothing can be proposed any more.
    RoundClosed,
    /// Nothing can be proposed before the answers are revealed.
    NotRevealed,
    /// The round has none yet.
    NoneProposed,
    /// Only its proposer and those who lead the round may.
    OnlyProposer {
        /// What the member wanted to do.
        action: StatementAction,
        /// The proposer's name.
        by: String,
        /// Whether a seminar's facilitator may, or the asker and the server's facilitators.
        in_seminar: bool,
    },
}

/// What only the proposer and those who lead the round may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum StatementAction {
    Edit,
    TakeBack,
}

impl StatementError {
    /// What the member reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotFound(id) => text!("statement-error-not-found", id = id.0),
            Self::TakenBack => text!("statement-error-taken-back"),
            Self::Final => text!("statement-error-final"),
            Self::RoundClosed => text!("statement-error-round-closed"),
            Self::NotRevealed => text!("statement-error-not-revealed"),
            Self::NoneProposed => text!("statement-error-none"),
            Self::OnlyProposer { action, by, in_seminar } => text!(
                "statement-error-only-proposer",
                by = by,
                seminar = *in_seminar,
                action = action.key(),
            ),
        }
    }
}

impl StatementAction {
    fn key(self) -> Key {
        Key(match self {
            Self::Edit => "edit",
            Self::TakeBack => "take-back",
        })
    }
}
