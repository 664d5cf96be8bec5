//! Channels, forums and threads.

use std::time::{Instant, SystemTime};

use serde_json::json;

use super::World;
use crate::id::Id;
use crate::permissions::Overwrite;

/// Discord's channel types.
pub(crate) mod kind {
    pub(crate) const TEXT: u8 = 0;
    pub(crate) const DM: u8 = 1;
    pub(crate) const VOICE: u8 = 2;
    pub(crate) const CATEGORY: u8 = 4;
    pub(crate) const ANNOUNCEMENT: u8 = 5;
    pub(crate) const ANNOUNCEMENT_THREAD: u8 = 10;
    pub(crate) const PUBLIC_THREAD: u8 = 11;
    pub(crate) const PRIVATE_THREAD: u8 = 12;
    pub(crate) const STAGE: u8 = 13;
    pub(crate) const FORUM: u8 = 15;
}

/// A channel of a server, a thread, or a direct-message channel.
#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub(crate) id: Id,
    pub(crate) guild: Option<Id>,
    pub(crate) kind: u8,
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    pub(crate) parent: Option<Id>,
    pub(crate) overwrites: Vec<Overwrite>,
    /// Public messages, in order.
    pub(crate) messages: Vec<Id>,
    pub(crate) last_message: Option<Id>,
    pub(crate) pins: Vec<Id>,
    pub(crate) thread: Option<Thread>,
    pub(crate) forum: Option<Forum>,
    /// The person on the other side of a direct-message channel.
    pub(crate) recipient: Option<Id>,
    /// Who sent which nonce when, for `enforce_nonce`.
    pub(crate) nonces: Vec<(Id, String, Id, Instant)>,
}

impl Channel {
    pub(crate) fn new(id: Id, kind: u8, name: &str) -> Self {
        Self {
            id,
            guild: None,
            kind,
            name: name.to_owned(),
            topic: None,
            parent: None,
            overwrites: Vec::new(),
            messages: Vec::new(),
            last_message: None,
            pins: Vec::new(),
            thread: None,
            forum: None,
            recipient: None,
            nonces: Vec::new(),
        }
    }

    /// Whether messages can stand in it.
    pub(crate) fn takes_messages(&self) -> bool {
        !matches!(self.kind, kind::FORUM | kind::CATEGORY)
    }

    pub(crate) fn archived(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| thread.archived)
    }

    pub(crate) fn locked(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| thread.locked)
    }
}

/// What only a thread has.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    pub(crate) owner: Id,
    pub(crate) archived: bool,
    pub(crate) locked: bool,
    pub(crate) invitable: bool,
    /// Minutes.
    pub(crate) auto_archive: u64,
    pub(crate) archive_changed: SystemTime,
    pub(crate) created: SystemTime,
    pub(crate) members: Vec<Id>,
    pub(crate) tags: Vec<Id>,
    pub(crate) total_sent: u64,
    /// A forum post whose first message has the thread's id.
    pub(crate) is_post: bool,
}

/// What only a forum has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forum {
    pub(crate) tags: Vec<Tag>,
    pub(crate) require_tag: bool,
}

/// A tag of a forum.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) moderated: bool,
    pub(crate) emoji: Option<String>,
}

/// A thread to be made.
pub(crate) struct NewThread {
    /// Given when it starts from a message: the two share their id.
    pub(crate) id: Option<Id>,
    pub(crate) parent: Id,
    pub(crate) kind: u8,
    pub(crate) name: String,
    pub(crate) owner: Id,
    pub(crate) auto_archive: u64,
    pub(crate) invitable: bool,
    pub(crate) tags: Vec<Id>,
    pub(crate) is_post: bool,
}

impl World {
    /// Makes a thread and tells the bot.
    pub(crate) fn open_thread(&mut self, new: NewThread) -> Id {
        let id = new.id.unwrap_or_else(|| self.mint.next());
        let now = SystemTime::now();
        let mut channel = Channel::new(id, new.kind, &new.name);
        channel.guild = self.channels.get(&new.parent).and_then(|parent| parent.guild);
        channel.parent = Some(new.parent);
        channel.thread = Some(Thread {
            owner: new.owner,
            archived: false,
            locked: false,
            invitable: new.invitable,
            auto_archive: new.auto_archive,
            archive_changed: now,
            created: now,
            members: vec![new.owner],
            tags: new.tags,
            total_sent: 0,
            is_post: new.is_post,
        });
        let guild = channel.guild;
        self.channels.insert(id, channel);
        if let Some(guild) = guild.and_then(|id| self.guilds.get_mut(&id)) {
            guild.threads.push(id);
        }
        let mut data = self.channel_json(id);
        data["newly_created"] = json!(true);
        self.gateway.dispatch(guild, "THREAD_CREATE", &data);
        self.touch();
        id
    }

    /// Tells the bot that a channel or thread is not as it was.
    pub(crate) fn channel_changed(&mut self, id: Id) {
        let Some(channel) = self.channels.get(&id) else {
            return;
        };
        let event = if channel.thread.is_some() { "THREAD_UPDATE" } else { "CHANNEL_UPDATE" };
        self.gateway.dispatch(channel.guild, event, &self.channel_json(id));
        self.touch();
    }

    /// Takes a channel or thread away, with what stands in it.
    pub(crate) fn remove_channel(&mut self, id: Id) {
        let threads: Vec<Id> =
            self.channels.values().filter(|c| c.parent == Some(id)).map(|c| c.id).collect();
        for thread in threads {
            self.remove_channel(thread);
        }
        let data = self.channel_json(id);
        let Some(channel) = self.channels.remove(&id) else {
            return;
        };
        for message in &channel.messages {
            self.messages.remove(message);
        }
        if let Some(guild) = channel.guild.and_then(|id| self.guilds.get_mut(&id)) {
            guild.channels.retain(|other| *other != id);
            guild.threads.retain(|other| *other != id);
        }
        if channel.thread.is_some() {
            let data = json!({
                "id": id, "guild_id": channel.guild, "parent_id": channel.parent,
                "type": channel.kind,
            });
            self.gateway.dispatch(channel.guild, "THREAD_DELETE", &data);
        } else {
            self.gateway.dispatch(channel.guild, "CHANNEL_DELETE", &data);
        }
        self.touch();
    }

    /// A message brings an archived thread back.
    pub(crate) fn unarchive(&mut self, channel: Id) {
        let thread = self.channels.get_mut(&channel).and_then(|c| c.thread.as_mut());
        if let Some(thread) = thread.filter(|thread| thread.archived) {
            thread.archived = false;
            thread.archive_changed = SystemTime::now();
            self.channel_changed(channel);
        }
    }

    /// Puts somebody into a thread.
    pub(crate) fn join_thread(&mut self, thread: Id, user: Id) {
        if let Some(thread) = self.channels.get_mut(&thread).and_then(|c| c.thread.as_mut())
            && !thread.members.contains(&user)
        {
            thread.members.push(user);
        }
    }
}
