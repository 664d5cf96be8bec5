//! Interactions: what a person did. How the bot answers them is in [`super::answers`].

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Map, Value, json};
use tokio::sync::Notify;

use super::{Command, Reply, World};
use crate::Shared;
use crate::id::Id;
use crate::refusal::Refusal;

/// Interaction types.
pub(crate) mod kind {
    pub(crate) const COMMAND: u64 = 2;
    pub(crate) const COMPONENT: u64 = 3;
    pub(crate) const AUTOCOMPLETE: u64 = 4;
    pub(crate) const MODAL: u64 = 5;
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

impl Shared {
    /// Sends an interaction to the bot, over the gateway or to its endpoint; its time starts now.
    pub(crate) fn deliver(self: &Arc<Self>, id: Id, payload: &Value) {
        let mut world = self.world();
        let Some(interaction) = world.interactions.get_mut(&id) else {
            return;
        };
        interaction.sent = Instant::now();
        let (guild, token) = (interaction.guild, interaction.token.clone());
        match world.interactions_endpoint_url.clone() {
            None => self.gateway.dispatch(guild, "INTERACTION_CREATE", payload),
            Some(url) => self.post_interaction(url, id, &token, payload.to_string()),
        }
    }
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

    /// Makes an interaction. It is not sent yet: see [`Shared::deliver`].
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
}
