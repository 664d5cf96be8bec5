//! An interaction of Discord's as a request of ours: who asks, where, and what.
//!
//! It is read from the JSON as it came, however that came. What we do not use may be of any kind;
//! what we use and cannot read is told to the one who asked ([`Unreadable`]).

mod asker;
mod form;
mod message;
mod options;
mod unreadable;
mod used;

use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde_json::Value as Json;
use serenity::model::id::InteractionId;

use super::mentions::Names;
use super::posted::{Outcome, PendingResponse};
use super::{ids, lenient};
use crate::command::{Context, Invocation};
use crate::commands;
use crate::messages::ui::Language;
pub(super) use asker::{SeenChannel, kind};
pub(super) use unreadable::Unreadable;
use used::Used;

/// How long Discord waits for a first answer; a little less than its three seconds.
pub(super) const ANSWER_WITHIN: Duration = Duration::from_millis(2_900);
/// How long it waits for an answer that was said to be coming; less than its fifteen minutes.
const DEFERRED_WITHIN: Duration = Duration::from_secs(14 * 60);

/// Discord's types of interactions.
mod interaction_type {
    pub(super) const PING: i64 = 1;
    pub(super) const COMMAND: i64 = 2;
    pub(super) const COMPONENT: i64 = 3;
    pub(super) const AUTOCOMPLETE: i64 = 4;
    pub(super) const MODAL: i64 = 5;
}

/// Discord's types of components.
mod component_type {
    pub(super) const ACTION_ROW: i64 = 1;
    pub(super) const BUTTON: i64 = 2;
    pub(super) const STRING_SELECT: i64 = 3;
    pub(super) const TEXT_INPUT: i64 = 4;
    pub(super) const ROLE_SELECT: i64 = 6;
    pub(super) const CHANNEL_SELECT: i64 = 8;
    pub(super) const TEXT_DISPLAY: i64 = 10;
    pub(super) const LABEL: i64 = 18;
    pub(super) const FILE_UPLOAD: i64 = 19;
    pub(super) const RADIO_GROUP: i64 = 21;
    pub(super) const CHECKBOX_GROUP: i64 = 22;
    pub(super) const CHECKBOX: i64 = 23;
}

/// Discord's types of commands.
mod command_type {
    pub(super) const SLASH: i64 = 1;
    pub(super) const MESSAGE: i64 = 3;
}

/// Where an answer goes.
#[derive(Clone)]
pub(super) struct InteractionHandle {
    pub(super) id: InteractionId,
    pub(super) application: u64,
    /// Never in the log: whoever has it can answer in our name.
    pub(super) token: String,
    pub(super) received: Instant,
    /// The response that its first answer can be, if it came by HTTP.
    pub(super) response: Option<PendingResponse>,
}

impl InteractionHandle {
    fn read(raw: &Json, received: Instant) -> Option<Self> {
        Some(Self {
            id: InteractionId::new(ids::of(&raw["id"])?.cast_unsigned()),
            application: ids::of(&raw["application_id"])?.cast_unsigned(),
            token: raw["token"].as_str()?.to_owned(),
            received,
            response: None,
        })
    }

    /// Nothing is left to say: it came before, and was answered.
    pub(super) fn end_repeated(&self) {
        if let Some(response) = &self.response {
            response.end(Outcome::Repeated);
        }
    }

    /// How much of the time for a first answer is left.
    pub(super) fn left(&self) -> Duration {
        (self.received + ANSWER_WITHIN).saturating_duration_since(Instant::now())
    }

    /// How much of the time for an answer is left that was said to be coming.
    pub(super) fn left_once_deferred(&self) -> Duration {
        (self.received + DEFERRED_WITHIN).saturating_duration_since(Instant::now())
    }
}

/// What a member asks.
#[derive(Debug, PartialEq)]
pub(super) enum RequestKind {
    /// A command with its options.
    Command(Invocation),
    /// A button, a menu or a form of ours.
    Press(Invocation),
    /// What could complete an option.
    Complete {
        /// The command.
        name: String,
        /// The option.
        option: String,
        /// What was typed so far.
        typed: String,
    },
}

impl RequestKind {
    /// The command's name, in a word of our own.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Command(line) | Self::Press(line) => commands::known_name(&line.name),
            Self::Complete { .. } => "autocomplete",
        }
    }

    /// What its member wrote in it.
    pub(super) fn texts(&self) -> Vec<String> {
        match self {
            Self::Command(line) | Self::Press(line) => commands::texts(line),
            Self::Complete { .. } => Vec::new(),
        }
    }

    /// `None` if it is of a kind that we do not know.
    fn read(raw: &Json) -> Option<Self> {
        let data = &raw["data"];
        match lenient::number(&raw["type"])? {
            interaction_type::COMMAND => match lenient::number(&data["type"]) {
                None | Some(command_type::SLASH) => options::line(data).map(Self::Command),
                Some(command_type::MESSAGE) => message::used_on(data).map(Self::Command),
                Some(_) => None,
            },
            interaction_type::AUTOCOMPLETE => {
                let name = options::line(data)?.name;
                let (option, typed) = options::focused(&data["options"]).unwrap_or_default();
                Some(Self::Complete { name, option, typed })
            }
            interaction_type::COMPONENT => pressed(data).map(Self::Press),
            interaction_type::MODAL => {
                let line = carried(&data["custom_id"]);
                Some(Self::Press(Invocation { fields: form::fields(data)?, ..line }))
            }
            _ => None,
        }
    }
}

/// When an interaction came.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    /// By the clock that measures how long Discord waits.
    pub(super) received: Instant,
    /// By the clock that members read.
    pub(super) now: Timestamp,
}

/// A request.
pub(super) struct Received {
    pub(super) ticket: InteractionHandle,
    /// Who asks, and where.
    pub(super) context: Context,
    /// The language of the one who asks; ours if we do not have it.
    pub(super) language: Language,
    pub(super) ask: RequestKind,
    /// Whom it mentions, as far as Discord says so.
    pub(super) names: Names,
    /// What we may do in the channels it names, as far as Discord says so.
    pub(super) channels: Vec<SeenChannel>,
    /// Whether a form may be the answer; none can follow a form.
    pub(super) form_fits: bool,
}

impl Received {
    /// Reads an interaction.
    ///
    /// # Errors
    /// It is of a kind that we do not know, or lacks something that we need.
    pub(super) fn read(json: &str, arrival: Arrival) -> Result<Self, Box<Unreadable>> {
        let Ok(Used(raw)) = serde_json::from_str(json) else {
            return Err(Box::new(Unreadable::nested(json, arrival.received)));
        };
        let unreadable = || Box::new(Unreadable::of(&raw, arrival.received));
        let ticket = InteractionHandle::read(&raw, arrival.received).ok_or_else(unreadable)?;
        let ask = RequestKind::read(&raw).ok_or_else(unreadable)?;
        let Ok(context) = asker::context(&raw, ticket.id, arrival.now) else {
            return Err(Box::new(Unreadable { texts: ask.texts(), ..*unreadable() }));
        };
        Ok(Self {
            channels: asker::channels(&raw, context.server),
            names: message::names(&raw["data"]["resolved"]),
            form_fits: lenient::number(&raw["type"]) != Some(interaction_type::MODAL),
            language: asker::language(&raw["locale"]).unwrap_or_default(),
            ticket,
            context,
            ask,
        })
    }
}

/// A button or a menu.
fn pressed(data: &Json) -> Option<Invocation> {
    let line = carried(&data["custom_id"]);
    match lenient::number(&data["component_type"])? {
        component_type::BUTTON => Some(line),
        component_type::STRING_SELECT => match lenient::list(&data["values"]) {
            [] => Some(line.chosen("choice", "")),
            [choice] => Some(line.chosen("choice", lenient::text(choice)?)),
            // We offer none in which more than one can be chosen.
            _ => None,
        },
        _ => None,
    }
}

/// What a button or a form carries. A line that cannot be read is no command, and what was filled in
/// is kept with it all the same.
fn carried(custom_id: &Json) -> Invocation {
    Invocation::parse(custom_id.as_str().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
