//! Interactions: what a person did, and how the bot answered.

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Map, Value, json};
use tokio::sync::Notify;

use super::messages::flag;
use super::{Command, Draft, World};
use crate::http::{Answer, Upload};
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::shapes::{self, bodies, commands, component_rules, messages::Source};

/// Interaction types.
pub(crate) mod kind {
    pub(crate) const COMMAND: u64 = 2;
    pub(crate) const COMPONENT: u64 = 3;
    pub(crate) const AUTOCOMPLETE: u64 = 4;
    pub(crate) const MODAL: u64 = 5;
}

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

/// Something a person did that the bot is to answer.
#[derive(Clone, Debug)]
pub(crate) struct Interaction {
    pub(crate) id: Id,
    pub(crate) token: String,
    pub(crate) kind: u64,
    pub(crate) user: Id,
    pub(crate) channel: Id,
    pub(crate) guild: Option<Id>,
    /// The message that was pressed.
    pub(crate) source: Option<Id>,
    /// The type of the option that is being completed.
    pub(crate) focused: i64,
    pub(crate) metadata: Arc<Value>,
    pub(crate) sent: Instant,
    pub(crate) reply: Option<Reply>,
    pub(crate) original: Option<Id>,
    pub(crate) follow_ups: Vec<Id>,
    /// How often the answer was edited.
    pub(crate) edits: usize,
    /// What the bot was refused, for the test's reader.
    pub(crate) refused: Vec<Refusal>,
    /// Whether a test let its token run out before its time.
    pub(crate) expired: bool,
    pub(crate) changed: Arc<Notify>,
}

/// What makes an interaction.
pub(crate) struct Act {
    pub(crate) kind: u64,
    pub(crate) user: Id,
    pub(crate) channel: Id,
    pub(crate) source: Option<Id>,
    pub(crate) focused: i64,
    pub(crate) data: Value,
    /// The metadata of the interaction that opened the form.
    pub(crate) triggered_by: Option<Value>,
}

impl Interaction {
    /// Whether only the person who acts has the application, and not the place.
    pub(crate) fn by_user_alone(&self) -> bool {
        self.metadata["authorizing_integration_owners"].get("0").is_none()
    }
}

impl World {
    /// By whom the application was installed that is used: the server, or the bot's direct messages,
    /// and the person. For a component those are the owners of the message that it is on.
    pub(crate) fn owners(
        &self,
        user: Id,
        channel: Id,
        command: Option<&Command>,
        source: Option<Id>,
    ) -> Map<String, Value> {
        let mut owners = Map::new();
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let takes = |kind: u64| {
            let types = command.and_then(|command| command.body["integration_types"].as_array());
            types.is_none_or(|types| types.contains(&json!(kind)))
        };
        let there = guild.is_none_or(|id| {
            self.guilds.get(&id).is_some_and(|guild| guild.members.contains_key(&self.app))
        });
        if there && takes(0) {
            let owner = guild.map_or_else(|| "0".to_owned(), |id| id.to_string());
            owners.insert("0".to_owned(), json!(owner));
        }
        let message = source.and_then(|id| self.messages.get(&id));
        let before = message.and_then(|message| message.interaction_metadata.as_ref());
        let before = before.and_then(|it| it["authorizing_integration_owners"].get("1").cloned());
        let own = self.users.get(&user).is_some_and(|user| user.installed) && command.is_some();
        let own = (own && takes(1)).then(|| json!(user.to_string()));
        if let Some(owner) = before.or(own) {
            owners.insert("1".to_owned(), owner);
        }
        owners
    }

    fn owners_of(&self, act: &Act) -> Value {
        let id = act.data["id"].as_str().and_then(|id| id.parse::<Id>().ok());
        let id = id.or_else(|| act.data["id"].as_u64().map(Id));
        let command = self.commands.iter().find(|command| Some(command.id) == id);
        let command = command.filter(|_| matches!(act.kind, kind::COMMAND | kind::AUTOCOMPLETE));
        Value::Object(self.owners(act.user, act.channel, command, act.source))
    }

    /// Makes an interaction. It is not sent yet: see [`World::deliver`].
    pub(crate) fn interact(&mut self, act: Act) -> (Id, Value) {
        let id = self.mint.next();
        let token =
            format!("aW50ZXJhY3Rpb246{id}{:016x}", id.0.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let guild = self.channels.get(&act.channel).and_then(|channel| channel.guild);
        let owners = self.owners_of(&act);
        let mut payload = json!({
            "id": id, "application_id": self.app, "type": act.kind, "data": act.data,
            "channel_id": act.channel, "channel": self.partial_channel_json(act.channel, act.user),
            "token": token, "version": 1, "entitlements": [],
            "app_permissions": self.app_permissions(act.channel).0.to_string(),
            "locale": self.users.get(&act.user).map(|user| user.locale.as_str()),
            "authorizing_integration_owners": owners, "entitlement_sku_ids": [],
            "context": u8::from(guild.is_none()), "attachment_size_limit": self.options.max_file,
        });
        match guild {
            Some(guild) => {
                let locale = self.guilds.get(&guild).map(|guild| guild.locale.clone());
                payload["guild_id"] = json!(guild);
                payload["guild_locale"] = json!(locale);
                payload["guild"] = json!({ "id": guild, "locale": locale, "features": [] });
                payload["member"] = json!(self.acting_member_json(guild, act.channel, act.user));
            }
            None => payload["user"] = self.user_json(act.user),
        }
        if let Some(source) = act.source {
            payload["message"] = self.message_json(source);
        }
        let mut metadata = json!({
            "id": id, "type": act.kind, "user": self.user_json(act.user),
            "authorizing_integration_owners": owners,
        });
        if act.kind == kind::COMMAND {
            metadata["name"] = payload["data"]["name"].clone();
            metadata["command_type"] = payload["data"]["type"].clone();
        }
        if let Some(source) = act.source.filter(|_| act.kind == kind::COMPONENT) {
            metadata["interacted_message_id"] = json!(source);
        }
        if let Some(trigger) = act.triggered_by {
            metadata["triggering_interaction_metadata"] = trigger;
        }
        let interaction = Interaction {
            id,
            token: token.clone(),
            kind: act.kind,
            user: act.user,
            channel: act.channel,
            guild,
            source: act.source,
            focused: act.focused,
            metadata: Arc::new(metadata),
            sent: Instant::now(),
            reply: None,
            original: None,
            follow_ups: Vec::new(),
            edits: 0,
            refused: Vec::new(),
            expired: false,
            changed: Arc::new(Notify::new()),
        };
        self.interactions.insert(id, interaction);
        self.tokens.insert(token, id);
        (id, payload)
    }

    /// Sends an interaction to the bot; its time starts now.
    pub(crate) fn deliver(&mut self, id: Id, payload: &Value) {
        let Some(interaction) = self.interactions.get_mut(&id) else {
            return;
        };
        interaction.sent = Instant::now();
        let guild = interaction.guild;
        self.gateway.dispatch(guild, "INTERACTION_CREATE", payload);
    }

    /// Forgets interactions whose tokens have run out, or that are done when nothing is logged.
    pub(crate) fn forget_old_interactions(&mut self) {
        let options = Arc::clone(&self.options);
        let done_after = std::time::Duration::from_secs(5);
        let stale = |interaction: &Interaction| {
            let age = interaction.sent.elapsed();
            let done = !options.log && interaction.reply.is_some() && age > done_after;
            done || age > options.token_lives * 2
        };
        let World { interactions, tokens, messages, .. } = self;
        interactions.retain(|_, interaction| {
            let keep = !stale(interaction);
            if !keep {
                tokens.remove(&interaction.token);
                if let Some(original) = interaction.original
                    && messages.get(&original).is_some_and(super::Message::ephemeral)
                {
                    messages.remove(&original);
                }
            }
            keep
        });
    }

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
