//! Messages: posting, editing, deleting.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use serde_json::{Value, json};

use super::drafts::{as_rich, list};
use super::mentions::Pings;
use super::{Attachment, Draft, World, kind};
use crate::http::Upload;
use crate::id::Id;
use crate::permissions::Permission;
use crate::refusal::Refusal;
use crate::shapes;

/// Message flags.
pub(crate) mod flag {
    pub(crate) const CROSSPOSTED: u64 = 1;
    pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub(crate) const HAS_THREAD: u64 = 1 << 5;
    pub(crate) const EPHEMERAL: u64 = 1 << 6;
    pub(crate) const LOADING: u64 = 1 << 7;
    pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
    pub(crate) const COMPONENTS_V2: u64 = 1 << 15;
    /// What a sender may set.
    pub(crate) const SETTABLE: u64 =
        SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2;
}

/// A message as it stands now.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) id: Id,
    pub(crate) channel: Id,
    pub(crate) author: Id,
    pub(crate) kind: u8,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) flags: u64,
    pub(crate) tts: bool,
    pub(crate) nonce: Option<Value>,
    pub(crate) poll: Option<Value>,
    /// The message that it answers.
    pub(crate) replies_to: Option<Id>,
    pub(crate) allowed_mentions: Option<Value>,
    /// Whom it notified when it was posted.
    pub(crate) pings: Pings,
    /// Whom it names now.
    pub(crate) mentions: Pings,
    pub(crate) pinned: bool,
    pub(crate) edited: Option<SystemTime>,
    pub(crate) posted: SystemTime,
    pub(crate) thread: Option<Id>,
    /// The interaction it answers.
    pub(crate) interaction: Option<Id>,
    pub(crate) interaction_metadata: Option<Arc<Value>>,
    /// Whoever alone sees it.
    pub(crate) only_for: Option<Id>,
    pub(crate) webhook: bool,
}

impl Message {
    pub(crate) fn ephemeral(&self) -> bool {
        self.flags & flag::EPHEMERAL != 0
    }

    pub(crate) fn loading(&self) -> bool {
        self.flags & flag::LOADING != 0
    }

    /// Whether all it says is in its components.
    pub(crate) fn layout(&self) -> bool {
        self.flags & flag::COMPONENTS_V2 != 0
    }

    fn empty(&self) -> bool {
        self.content.is_empty()
            && self.embeds.is_empty()
            && self.components.is_empty()
            && (self.attachments.is_empty() || self.layout())
            && self.poll.is_none()
    }

    /// The names of its files that nobody can see.
    fn unseen(&self) -> Vec<&str> {
        let shown = shapes::component_tree::attachments(&self.components);
        let names = self.attachments.iter().map(|file| file.filename.as_str());
        names.filter(|name| self.layout() && shown.iter().all(|(_, it)| it != name)).collect()
    }
}

impl World {
    /// Posts a draft and tells the bot. Rights and limits are the caller's to check; emptiness is
    /// checked here.
    pub(crate) fn post(&mut self, channel: Id, author: Id, draft: Draft) -> Result<Id, Refusal> {
        let guild = self.channel(channel)?.guild;
        let id = draft.id.unwrap_or_else(|| self.mint.next());
        let ephemeral = draft.flags & flag::EPHEMERAL != 0;
        let replied = draft.replies_to.and_then(|id| self.messages.get(&id)).map(|m| m.author);
        let text = pinging_text(&draft.content, &draft.components);
        let allowed = draft.allowed_mentions.as_ref();
        let mentions = self.pings(channel, author, &text, replied, allowed);
        let pings = if ephemeral { Pings::default() } else { mentions.clone() };
        let message = Message {
            id,
            channel,
            author,
            kind: draft.kind,
            content: draft.content,
            embeds: draft.embeds,
            components: draft.components,
            attachments: draft.attachments,
            flags: draft.flags,
            tts: draft.tts,
            nonce: draft.nonce,
            poll: draft.poll,
            replies_to: draft.replies_to,
            allowed_mentions: draft.allowed_mentions,
            pings,
            mentions,
            pinned: false,
            edited: None,
            posted: SystemTime::now(),
            thread: None,
            interaction: draft.interaction,
            interaction_metadata: draft.interaction_metadata,
            only_for: draft.only_for,
            webhook: draft.webhook,
        };
        if message.empty() && !message.loading() && matches!(message.kind, 0 | 19 | 20 | 23) {
            return Err(Refusal::EMPTY_MESSAGE);
        }
        self.report_unseen(&message);
        self.store(message, guild, ephemeral);
        Ok(id)
    }

    fn store(&mut self, message: Message, guild: Option<Id>, ephemeral: bool) {
        let (id, channel) = (message.id, message.channel);
        let nonce = message.nonce.as_ref().map(plain);
        let author = message.author;
        self.messages.insert(id, message);
        if !ephemeral && let Some(channel) = self.channels.get_mut(&channel) {
            channel.messages.push(id);
            channel.last_message = Some(id);
            if let Some(nonce) = nonce {
                channel.nonces.push((author, nonce, id, Instant::now()));
            }
            if let Some(thread) = &mut channel.thread {
                thread.total_sent += 1;
            }
            let kept = self.options.keep_messages;
            if channel.messages.len() > kept.saturating_mul(2) {
                let old: Vec<Id> =
                    channel.messages.drain(..channel.messages.len() - kept).collect();
                for id in old {
                    self.messages.remove(&id);
                }
            }
        }
        if !ephemeral {
            self.message_event("MESSAGE_CREATE", guild, id);
        }
        self.touch();
    }

    /// Tells the bot about a message, when it listens for messages.
    fn message_event(&self, event: &'static str, guild: Option<Id>, id: Id) {
        let message = self.messages.get(&id).map(|message| message.channel);
        let seen = message.is_some_and(|at| self.may(self.app, at).has(Permission::VIEW_CHANNEL));
        if !seen || !self.gateway.listens(event, guild) {
            return;
        }
        let Some(message) = self.messages.get(&id) else {
            return;
        };
        let own = message.author == self.app || message.mentions.users.contains(&self.app);
        let mut data = self.message_json(id);
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild);
            if let Some(member) = self.member_without_user_json(guild, message.author) {
                data["member"] = member;
            }
        }
        let with_content = own || guild.is_none();
        self.gateway.dispatch_message(guild, event, data, with_content);
    }

    /// Puts a checked body over a message that stands.
    pub(crate) fn edit(&mut self, id: Id, body: &Value, files: &[Upload]) -> Result<(), Refusal> {
        let mut message = self.messages.get(&id).ok_or(Refusal::UNKNOWN_MESSAGE)?.clone();
        if body.get("content").is_some() {
            message.content = body["content"].as_str().unwrap_or_default().trim().to_owned();
        }
        if body.get("embeds").is_some() {
            message.embeds = list(&body["embeds"]).into_iter().map(as_rich).collect();
        }
        if body.get("components").is_some() {
            message.components = list(&body["components"]);
            shapes::component_tree::number(&mut message.components);
        }
        let kept = std::mem::take(&mut message.attachments);
        message.attachments = if body.get("attachments").is_some() {
            self.attachments(&body["attachments"], files, &kept)?
        } else {
            let mut all = kept;
            all.extend(files.iter().map(|file| self.stored(file)));
            all
        };
        if let Some(flags) = body["flags"].as_u64() {
            let settable = flag::SUPPRESS_EMBEDS | flag::COMPONENTS_V2;
            let v2 = message.flags & flag::COMPONENTS_V2;
            message.flags = (message.flags & !settable) | (flags & settable) | v2;
        }
        let legacy = !message.content.is_empty() || !message.embeds.is_empty();
        if message.layout() && (legacy || message.poll.is_some()) {
            let message = "The field cannot be used when MessageFlags.IS_COMPONENTS_V2 is set";
            let code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
            return Err(Refusal::form("content", code, message));
        }
        self.check_references(&message.components, &message.attachments)?;
        message.allowed_mentions = present(body, "allowed_mentions");
        let text = pinging_text(&message.content, &message.components);
        let replied = message.replies_to.and_then(|id| self.messages.get(&id)).map(|m| m.author);
        let allowed = message.allowed_mentions.as_ref();
        message.mentions = self.pings(message.channel, message.author, &text, replied, allowed);
        if message.loading() {
            message.flags &= !flag::LOADING;
            if !message.ephemeral() {
                message.pings = message.mentions.clone();
            }
        } else {
            message.edited = Some(SystemTime::now());
        }
        if message.empty() {
            return Err(Refusal::EMPTY_MESSAGE);
        }
        self.report_unseen(&message);
        self.replace(message);
        Ok(())
    }

    fn report_unseen(&self, message: &Message) {
        for name in message.unseen() {
            self.journal.violation(format!("no component shows the file {name}"));
        }
    }

    /// Puts a changed message in its own place and tells the bot.
    pub(crate) fn replace(&mut self, message: Message) {
        let id = message.id;
        let guild = self.channels.get(&message.channel).and_then(|c| c.guild);
        let ephemeral = message.ephemeral();
        self.messages.insert(id, message);
        if !ephemeral {
            self.message_event("MESSAGE_UPDATE", guild, id);
        }
        self.touch();
    }

    /// Takes a message away and tells the bot.
    pub(crate) fn delete_message(&mut self, id: Id) {
        let Some(message) = self.messages.remove(&id) else {
            return;
        };
        let mut guild = None;
        if let Some(channel) = self.channels.get_mut(&message.channel) {
            channel.messages.retain(|other| *other != id);
            channel.pins.retain(|other| *other != id);
            guild = channel.guild;
        }
        if !message.ephemeral() {
            let data = json!({ "id": id, "channel_id": message.channel, "guild_id": guild });
            self.gateway.dispatch(guild, "MESSAGE_DELETE", &data);
        }
        self.touch();
    }

    /// A public message of this channel.
    pub(crate) fn message_in(&self, channel: Id, id: Id) -> Result<&Message, Refusal> {
        let message = self.messages.get(&id).ok_or(Refusal::UNKNOWN_MESSAGE)?;
        let here = message.channel == channel && !message.ephemeral();
        if here { Ok(message) } else { Err(Refusal::UNKNOWN_MESSAGE) }
    }

    /// Whether a channel is a thread.
    pub(crate) fn is_thread(&self, channel: Id) -> bool {
        self.channels.get(&channel).is_some_and(|channel| {
            matches!(
                channel.kind,
                kind::ANNOUNCEMENT_THREAD | kind::PUBLIC_THREAD | kind::PRIVATE_THREAD
            )
        })
    }
}

/// A field that is there and not null.
pub(crate) fn present(body: &Value, field: &str) -> Option<Value> {
    body.get(field).filter(|value| !value.is_null()).cloned()
}

/// An id in JSON, as a string or a number.
pub(crate) fn snowflake(value: &Value) -> Option<Id> {
    value.as_str().and_then(|text| text.parse().ok()).or_else(|| value.as_u64().map(Id))
}

/// A nonce, told apart by what it says and not by its JSON type.
pub(crate) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The text in which mentions count: the content, and the text displays of the newer components.
fn pinging_text(content: &str, components: &[Value]) -> String {
    let mut text = content.to_owned();
    for component in components {
        shapes::component_tree::walk(component, &mut |component| {
            if component["type"] == json!(10) {
                text.push('\n');
                text.push_str(component["content"].as_str().unwrap_or_default());
            }
        });
    }
    text
}
