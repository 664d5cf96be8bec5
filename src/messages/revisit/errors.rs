//! Why a question is not asked again, or cannot be answered.

use super::super::Text;
use super::super::ui::text;
use domain::revisit::DelayError;

/// Why a question is not asked again, or cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisitError {
    /// The text is no delay.
    Delay(DelayError, String),
    /// No question of the seminar has an answer.
    Unanswered,
    /// No question here is asked again.
    NoneHere,
    /// Questions of several seminars are.
    Several,
    /// It is not being asked again now.
    NotOpen,
    /// It was, and that is over.
    Over,
    /// Only facilitators call it off.
    NotFacilitator,
}

impl RevisitError {
    /// What the member reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Delay(DelayError::Unreadable, given) => {
                text!("revisit-error-unreadable", given = given)
            }
            Self::Delay(DelayError::TooSoon, given) => {
                text!("revisit-error-too-soon", given = given)
            }
            Self::Delay(DelayError::TooFar, given) => text!("revisit-error-too-far", given = given),
            Self::Unanswered => text!("revisit-error-unanswered"),
            Self::NoneHere => text!("revisit-error-none"),
            Self::Several => text!("revisit-error-several"),
            Self::NotOpen => text!("revisit-error-not-open"),
            Self::Over => text!("revisit-error-over"),
            Self::NotFacilitator => text!("revisit-error-not-facilitator"),
        }
    }
}
