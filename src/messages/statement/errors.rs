//! Why something about a statement was refused.

use super::super::ui::{Key, string, text};
use super::super::{Button, Text};
use super::author;
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
    /// The round has one, and there is one at a time.
    AlreadyProposed {
        /// Which.
        id: StatementId,
        /// Its newest version.
        version: u32,
        /// Its proposer's name, unless that is the member.
        by: Option<String>,
    },
    /// Somebody else gave it other words meanwhile.
    Conflict(StatementId),
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
            Self::AlreadyProposed { by: None, .. } => text!("statement-own-there"),
            Self::AlreadyProposed { by: Some(by), .. } => {
                text!("statement-other-there", by = author(by))
            }
            Self::Conflict(_) => text!("statement-edit-conflict"),
            Self::OnlyProposer { action, by, in_seminar } => text!(
                "statement-error-only-proposer",
                by = author(by),
                seminar = *in_seminar,
                action = action.key(),
            ),
        }
    }
}

impl StatementError {
    /// What the member can do instead.
    #[must_use]
    pub fn buttons(&self) -> Vec<Button> {
        let show = |id: &StatementId| {
            Button::main(string!("statement-show"), format!("statement show statement:{id}"))
        };
        match self {
            Self::AlreadyProposed { id, version, by: None } => {
                let edit = format!("statement edit statement:{id} version:{version}");
                vec![Button::main(string!("statement-edit"), edit)]
            }
            Self::AlreadyProposed { id, version, by: Some(_) } => {
                let object = format!("statement object statement:{id} version:{version}");
                vec![show(id), Button::side(string!("statement-object"), object)]
            }
            Self::Conflict(id) => vec![show(id)],
            _ => Vec::new(),
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
