//! Why something about the queue was refused.

use super::super::Text;
use super::super::ui::text;

/// Why something about the queue was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueError {
    /// There is no turn to end.
    NobodySpeaks,
    /// Only the speaker and the facilitator can end a turn.
    NotYourTurn {
        /// The speaker's name.
        speaker: String,
        /// The facilitator's name, if that is somebody else.
        facilitator: Option<String>,
    },
}

impl QueueError {
    /// What the member reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NobodySpeaks => text!("queue-error-nobody"),
            Self::NotYourTurn { speaker, facilitator } => text!(
                "queue-error-not-yours",
                speaker = speaker,
                facilitator = facilitator.as_ref()
            ),
        }
    }
}
