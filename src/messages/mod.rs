//! What we say, free of any platform: cards, forms, documents, choices, and what is to happen
//! elsewhere. A frontend turns these into its own messages.

pub mod answer;
pub mod answers;
pub mod consent;
pub mod console;
pub mod copy_out;
pub mod daily;
pub mod deliveries;
pub mod discord;
mod effect;
pub mod errors;
mod event;
mod expected;
pub mod export;
pub mod fill;
mod forget;
mod give_back;
pub mod help;
pub mod kept;
pub mod map;
pub mod moderation;
pub mod pages;
pub mod pair;
pub mod panel;
pub mod permissions;
#[cfg(test)]
mod plain;
pub mod privacy;
pub mod question;
pub mod queue;
pub mod quote;
pub mod rating;
pub mod reading;
pub mod record;
pub mod refusal;
pub mod revisit;
pub mod round;
pub mod seminar;
pub mod settings;
pub mod sieve;
pub mod statement;
mod taken_down;
pub mod theme;
pub mod ui;
pub mod venue;
pub mod who;
mod written;

pub use effect::Effect;
pub use event::{EventStatus, ScheduledEvent};
use serde::{Deserialize, Serialize};
pub use ui::{
    Accent, Block, Button, ButtonStyle, Card, ChoiceInput, ChoiceOption, EntitySelect, Field,
    FieldInput, FileUpload, Filed, Form, FormPart, Menu, MenuEntry, Picture, Selectable, Span,
    Subject, Text, TextDisplay, TextInput, TimeStyle,
};

/// What a command answers to the one who gave it.
///
/// What else has to happen (posts, edits, threads) is not in here: those are [`Effect`]s, committed
/// by the store in the same transaction as the change that causes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A card for all who can read the place.
    Public(Card),
    /// A card only for the one who asked.
    Ephemeral(Card),
    /// An update of the message whose button was pressed.
    Update(Card),
    /// A form to fill in.
    Form(Form),
    /// A file, with a card that says what it is, only for the one who asked.
    Document(Document),
    /// What could complete the option that is being typed.
    Choices(Vec<Choice>),
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name, with an ending.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is.
    pub card: Card,
}

/// One way to complete an option: at most 100 characters each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the member sees.
    pub name: String,
    /// What the command gets.
    pub value: String,
}
