//! Posing a question and changing its words. The card of a question is that of its round.

use super::permissions::{Permission, names};
use super::ui::{Accent, Card, Field, Form, Text, string, text};
use domain::{Address, Round};

/// The most characters of a question in a member's own words.
pub const LENGTH: u16 = 500;

/// Why a question was not posed or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionError {
    /// No question can be posed in this kind of channel.
    Channel,
    /// Both a question of the book and words of one's own.
    IdAndText,
    /// No question of the book is on that theme and that work.
    NoMatch,
    /// A question of the book has the words of the book.
    OfBook,
    /// The answers are to the words as they are.
    Closed,
    /// We lack these permissions here.
    Missing(Vec<Permission>),
    /// A bot wrote the message that it is to be about.
    AboutBot,
    /// There is nothing in that message.
    AboutNothing,
}

impl QuestionError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::Channel => text!("question-error-channel"),
            Self::IdAndText => text!("question-error-id-and-text"),
            Self::NoMatch => text!("question-error-no-match"),
            Self::OfBook => text!("question-error-of-book"),
            Self::Closed => text!("question-error-closed"),
            Self::AboutBot => text!("question-error-about-bot"),
            Self::AboutNothing => text!("question-error-about-nothing"),
            Self::Missing(permissions) => {
                text!("question-error-missing", permissions = names(permissions))
            }
        }
    }
}

/// The form for a question about a message.
#[must_use]
pub fn about_form(message: Address) -> Form {
    Form {
        title: string!("question-about"),
        submit: format!("question message:{} channel:{}", message.message, message.place),
        parts: vec![
            Field::paragraph("text", string!("question-about-field"), LENGTH)
                .description(string!("question-about-hint"))
                .into(),
        ],
    }
}

/// The form for other words.
#[must_use]
pub fn edit_form(round: &Round) -> Form {
    Form {
        title: string!("question-edit"),
        submit: format!("edit round:{}", round.number),
        parts: vec![
            Field::paragraph("text", string!("question-field"), LENGTH)
                .description(string!("question-field-about"))
                .value(Some(round.text.clone()))
                .into(),
        ],
    }
}

/// What who changed a question is told.
#[must_use]
pub fn edited() -> Card {
    Card::saying(text!("question-edited")).accent(Accent::Done)
}
