//! How the bot answers an interaction at first; what comes after is in [`super::follow_ups`].

use std::sync::Arc;

use serde_json::{Value, json};

use super::interactions::{Interaction, kind};
use super::messages::flag;
use super::{Draft, World};
use crate::http::{Answer, Upload};
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::shapes::{self, bodies, commands, component_rules, messages::Source};

/// How the bot answered at first.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Message,
    Update,
    Modal(Value),
    Choices(Vec<Value>),
    Deferred(Deferral),
}

/// Which edit a deferred answer promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deferral {
    /// Of a message that says "thinking".
    Message,
    /// Of the message that was pressed.
    Update,
}

impl World {
    /// The first answer to an interaction.
    pub(crate) fn answer(
        &mut self,
        id: Id,
        token: &str,
        body: &Value,
        files: &[Upload],
        with_response: bool,
    ) -> Result<Answer, Refusal> {
        let known = self.interactions.get(&id).filter(|one| one.token == token);
        let interaction = known.ok_or(Refusal::UNKNOWN_INTERACTION)?.clone();
        if interaction.reply.is_some() {
            return Err(Refusal::ALREADY_ACKNOWLEDGED);
        }
        if interaction.expired || interaction.sent.elapsed() > self.options.answer_within {
            return Err(Refusal::UNKNOWN_INTERACTION);
        }
        self.accept("interaction answer", shapes::check(bodies::CALLBACK, body))?;
        let reply = self.reply_of(&interaction, body, files)?;
        let kept = self.interactions.get_mut(&id).ok_or(Refusal::UNKNOWN_INTERACTION)?;
        kept.original = reply.1;
        kept.reply = Some(reply.0);
        kept.changed.notify_waiters();
        self.touch();
        if !with_response {
            return Ok(Answer::Empty);
        }
        Ok(Answer::Json(200, self.callback_json(id, &body["type"])))
    }

    fn callback_json(&self, id: Id, answered: &Value) -> Value {
        let Some(interaction) = self.interactions.get(&id) else {
            return Value::Null;
        };
        let mut json = json!({ "interaction": { "id": id, "type": interaction.kind } });
        let message = interaction.original.and_then(|id| self.messages.get(&id));
        if let Some(message) = message {
            json["interaction"]["response_message_id"] = json!(message.id);
            json["interaction"]["response_message_loading"] = json!(message.loading());
            json["interaction"]["response_message_ephemeral"] = json!(message.ephemeral());
        }
        json["resource"] = json!({ "type": answered });
        if let Some(message) = message.filter(|_| matches!(answered.as_u64(), Some(4 | 7))) {
            json["resource"]["message"] = self.message_json(message.id);
        } else if let Some(object) = json.as_object_mut() {
            object.remove("resource");
        }
        json
    }

    /// Does what the answer says.
    fn reply_of(
        &mut self,
        interaction: &Interaction,
        body: &Value,
        files: &[Upload],
    ) -> Result<(Reply, Option<Id>), Refusal> {
        let answered = body["type"].as_u64().unwrap_or(0);
        let data = &body["data"];
        let pressed = interaction.source;
        match (answered, interaction.kind) {
            (4, kind::COMMAND | kind::COMPONENT | kind::MODAL) => {
                let id = self.reply_with_message(interaction, data, files)?;
                Ok((Reply::Message, Some(id)))
            }
            (5, kind::COMMAND | kind::COMPONENT | kind::MODAL) => {
                if !data.is_null() {
                    self.accept(
                        "deferred answer",
                        shapes::messages::message(data, Source::Answer, 0),
                    )?;
                }
                let flags = data["flags"].as_u64().unwrap_or(0);
                if flags & !flag::EPHEMERAL != 0 {
                    self.journal.violation("a deferred answer can only be EPHEMERAL");
                }
                let ephemeral = flags & flag::EPHEMERAL;
                let draft = Draft { flags: ephemeral | flag::LOADING, ..Draft::default() };
                let id = self.post_answer(interaction, draft)?;
                Ok((Reply::Deferred(Deferral::Message), Some(id)))
            }
            (6, kind::COMPONENT | kind::MODAL) if pressed.is_some() => {
                Ok((Reply::Deferred(Deferral::Update), pressed))
            }
            (7, kind::COMPONENT | kind::MODAL) if let Some(pressed) = pressed => {
                if !data.is_null() {
                    self.edit_checked(pressed, data, files, "interaction answer")?;
                }
                Ok((Reply::Update, Some(pressed)))
            }
            (8, kind::AUTOCOMPLETE) => {
                let found = commands::completion(data, interaction.focused);
                self.accept("autocomplete answer", found)?;
                let choices = data["choices"].as_array().cloned().unwrap_or_default();
                Ok((Reply::Choices(choices), None))
            }
            (9, kind::COMMAND | kind::COMPONENT) => {
                self.accept("modal", component_rules::modal(data))?;
                let mut modal = data.clone();
                if let Some(list) = modal["components"].as_array_mut() {
                    shapes::component_tree::number(list);
                }
                Ok((Reply::Modal(modal), None))
            }
            _ => {
                let message = format!(
                    "Interaction callback type {answered} is not valid for interaction type {}",
                    interaction.kind
                );
                Err(Refusal::form("type", "INTERACTION_CALLBACK_TYPE_INVALID", message))
            }
        }
    }

    fn reply_with_message(
        &mut self,
        interaction: &Interaction,
        data: &Value,
        files: &[Upload],
    ) -> Result<Id, Refusal> {
        if data.is_null() {
            return Err(Refusal::EMPTY_MESSAGE);
        }
        self.accept_message("interaction answer", data, Source::Answer, 0)?;
        self.screen(interaction.channel, data)?;
        self.check_files(files)?;
        let draft = self.draft(data, files)?;
        self.post_answer(interaction, draft)
    }

    /// Posts a message that belongs to an interaction.
    pub(super) fn post_answer(
        &mut self,
        interaction: &Interaction,
        draft: Draft,
    ) -> Result<Id, Refusal> {
        let mut draft = draft;
        // A server that has not the application can keep what people bring along to themselves.
        let outside = interaction.guild.is_some() && interaction.by_user_alone();
        let may = self.may(interaction.user, interaction.channel);
        if outside && !may.has(Permission::USE_EXTERNAL_APPS) {
            draft.flags |= flag::EPHEMERAL;
        }
        let ephemeral = draft.flags & flag::EPHEMERAL != 0;
        let answers = interaction.source.filter(|_| interaction.kind == kind::COMPONENT);
        let kind = match (interaction.kind, &interaction.metadata["command_type"]) {
            (kind::COMMAND, of) if *of == json!(1) => 20,
            (kind::COMMAND, _) => 23,
            _ if answers.is_some() => 19,
            _ => 0,
        };
        let draft = Draft {
            kind,
            replies_to: answers,
            interaction: Some(interaction.id),
            interaction_metadata: Some(Arc::clone(&interaction.metadata)),
            only_for: ephemeral.then_some(interaction.user),
            webhook: true,
            ..draft
        };
        if !ephemeral {
            let channel = self.channel(interaction.channel)?;
            if channel.archived() && channel.locked() {
                return Err(Refusal::THREAD_ARCHIVED);
            }
            self.unarchive(interaction.channel);
        }
        self.post(interaction.channel, self.app, draft)
    }
}
