//! What exists: servers, channels, people, messages, commands, interactions.
//!
//! One lock guards all of it. Whoever holds the lock does no waiting: handlers are plain functions
//! over [`World`], and what they have to tell the bot goes to the gateway's queues, in order.

mod answers;
pub(crate) mod channels;
mod checks;
pub(crate) mod drafts;
pub(crate) mod events;
mod follow_ups;
pub(crate) mod interactions;
pub(crate) mod mentions;
pub(crate) mod messages;
pub(crate) mod render;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;
use tokio::sync::watch;

pub(crate) use self::answers::{Deferral, Reply};
pub(crate) use self::channels::{Channel, Forum, Tag, kind};
pub(crate) use self::drafts::{Attachment, Draft};
pub(crate) use self::interactions::Interaction;
pub(crate) use self::messages::Message;
use crate::gateway::Gateway;
use crate::id::{Id, Mint};
use crate::journal::Journal;
use crate::options::Options;
use crate::permissions::{self, Permission};
use crate::refusal::Refusal;

/// A person, or the bot.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) bot: bool,
    pub(crate) locale: String,
    /// Whether this person takes no direct messages.
    pub(crate) blocks_dms: bool,
    /// Whether this person has the application for themselves.
    pub(crate) installed: bool,
}

/// A server.
#[derive(Clone, Debug)]
pub(crate) struct Guild {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) owner: Id,
    pub(crate) locale: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) members: BTreeMap<Id, Member>,
    /// Channels, not threads, in order.
    pub(crate) channels: Vec<Id>,
    /// Threads, in order of making.
    pub(crate) threads: Vec<Id>,
    /// How many active threads it may have.
    pub(crate) max_threads: usize,
    /// What Discord takes for harmful links.
    pub(crate) blocked_links: Vec<String>,
    /// What the server's AutoMod blocks.
    pub(crate) blocked_words: Vec<String>,
}

impl Guild {
    pub(crate) fn role(&self, id: Id) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }
}

/// A role. The one with the server's own id is `@everyone`.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) permissions: Permission,
    pub(crate) position: usize,
    pub(crate) mentionable: bool,
    pub(crate) managed: bool,
}

/// A person in one server.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) nick: Option<String>,
    pub(crate) roles: Vec<Id>,
    pub(crate) joined: SystemTime,
}

/// A registered application command: its checked body, filled up as Discord fills it up.
#[derive(Clone, Debug)]
pub(crate) struct Command {
    pub(crate) id: Id,
    /// `None`: in every server and in direct messages.
    pub(crate) guild: Option<Id>,
    pub(crate) kind: u64,
    pub(crate) name: String,
    pub(crate) body: Value,
}

/// Everything.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) options: Arc<Options>,
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) mint: Mint,
    /// `http://127.0.0.1:PORT`.
    pub(crate) url: String,
    /// The application, which has the id of its bot.
    pub(crate) app: Id,
    /// Who the application belongs to.
    pub(crate) operator: Id,
    pub(crate) users: HashMap<Id, User>,
    pub(crate) guilds: BTreeMap<Id, Guild>,
    pub(crate) channels: HashMap<Id, Channel>,
    pub(crate) messages: HashMap<Id, Message>,
    /// Files that people gave to commands and forms.
    pub(crate) uploads: HashMap<Id, Attachment>,
    pub(crate) commands: Vec<Command>,
    /// Scheduled events, in the order of their making.
    pub(crate) events: Vec<events::Event>,
    pub(crate) interactions: HashMap<Id, Interaction>,
    pub(crate) tokens: HashMap<String, Id>,
    /// The key with which an endpoint can tell that a request is ours.
    pub(crate) verify_key: String,
    /// Where interactions are sent, if not over the gateway.
    pub(crate) interactions_endpoint_url: Option<String>,
    /// Where webhook events are sent.
    pub(crate) event_webhooks_url: Option<String>,
    /// Counts changes that a test may be waiting for.
    pub(crate) changed: watch::Sender<u64>,
}

impl World {
    pub(crate) fn new(
        options: Arc<Options>,
        gateway: Arc<Gateway>,
        journal: Arc<Journal>,
        url: String,
    ) -> Self {
        let mint = Mint::default();
        let (app, operator) = (mint.next(), mint.next());
        let interactions_endpoint_url = options.interactions_endpoint_url.clone();
        let mut world = Self {
            options,
            gateway,
            journal,
            mint,
            url,
            app,
            operator,
            users: HashMap::new(),
            guilds: BTreeMap::new(),
            channels: HashMap::new(),
            messages: HashMap::new(),
            uploads: HashMap::new(),
            commands: Vec::new(),
            events: Vec::new(),
            interactions: HashMap::new(),
            tokens: HashMap::new(),
            verify_key: String::new(),
            interactions_endpoint_url,
            event_webhooks_url: None,
            changed: watch::Sender::new(0),
        };
        world.add_user(app, "commonplace", true);
        world.add_user(operator, "operator", false);
        world
    }

    pub(crate) fn add_user(&mut self, id: Id, name: &str, bot: bool) {
        let user = User {
            id,
            name: name.to_owned(),
            bot,
            locale: "en-GB".to_owned(),
            blocks_dms: false,
            installed: false,
        };
        self.users.insert(id, user);
    }

    /// Wakes whoever waits for something to happen in a channel.
    pub(crate) fn touch(&self) {
        self.changed.send_modify(|count| *count += 1);
    }

    pub(crate) fn channel(&self, id: Id) -> Result<&Channel, Refusal> {
        self.channels.get(&id).ok_or(Refusal::UNKNOWN_CHANNEL)
    }

    pub(crate) fn channel_mut(&mut self, id: Id) -> Result<&mut Channel, Refusal> {
        self.channels.get_mut(&id).ok_or(Refusal::UNKNOWN_CHANNEL)
    }

    /// A server that the bot is in.
    pub(crate) fn guild(&self, id: Id) -> Result<&Guild, Refusal> {
        let guild = self.guilds.get(&id).ok_or(Refusal::UNKNOWN_GUILD)?;
        if guild.members.contains_key(&self.app) { Ok(guild) } else { Err(Refusal::UNKNOWN_GUILD) }
    }

    /// What somebody may do in a channel or thread.
    pub(crate) fn may(&self, user: Id, channel: Id) -> Permission {
        let Some(channel) = self.channels.get(&channel) else {
            return Permission::NONE;
        };
        let Some(guild) = channel.guild.and_then(|id| self.guilds.get(&id)) else {
            let inside = user == self.app || channel.recipient == Some(user);
            return if inside { Permission::DIRECT } else { Permission::NONE };
        };
        let Some(thread) = &channel.thread else {
            return permissions::in_channel(guild, channel, user);
        };
        let Some(parent) = channel.parent.and_then(|id| self.channels.get(&id)) else {
            return Permission::NONE;
        };
        let held = permissions::in_channel(guild, parent, user);
        let shut_out = channel.kind == kind::PRIVATE_THREAD
            && !thread.members.contains(&user)
            && !held.has(Permission::MANAGE_THREADS);
        if shut_out { Permission::NONE } else { held }
    }

    /// Checks that the bot sees the channel and has `wanted` in it.
    pub(crate) fn need(&self, channel: Id, wanted: Permission) -> Result<(), Refusal> {
        self.channel(channel)?;
        let held = self.may(self.app, channel);
        if !held.has(Permission::VIEW_CHANNEL) {
            Err(Refusal::MISSING_ACCESS)
        } else if !held.has(wanted) {
            Err(Refusal::MISSING_PERMISSIONS)
        } else {
            Ok(())
        }
    }

    /// The direct-message channel between the bot and a person, made if need be.
    pub(crate) fn direct(&mut self, user: Id) -> Id {
        let known = self.channels.values().find(|channel| channel.recipient == Some(user));
        if let Some(channel) = known {
            return channel.id;
        }
        let id = self.mint.next();
        let mut channel = Channel::new(id, kind::DM, "");
        channel.recipient = Some(user);
        self.channels.insert(id, channel);
        id
    }
}
