//! A channel or thread, as whoever reads it sees it.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{Member, Message, Role, wait};
use crate::Shared;
use crate::id::Id;
use crate::permissions::{Overwrite, Permission};
use crate::world;

/// A channel, a thread, a forum, or a direct-message channel.
#[derive(Clone, Debug)]
pub struct Channel {
    pub(crate) shared: Arc<Shared>,
    /// Its id.
    pub id: Id,
}

impl Channel {
    fn with<T>(&self, look: impl FnOnce(&world::Channel) -> T) -> T {
        let world = self.shared.world();
        look(world.channels.get(&self.id).expect("the channel is there"))
    }

    fn change(&self, change: impl FnOnce(&mut world::Channel)) {
        let mut world = self.shared.world();
        change(world.channels.get_mut(&self.id).expect("the channel is there"));
        world.channel_changed(self.id);
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.with(|channel| channel.name.clone())
    }

    /// Its topic.
    #[must_use]
    pub fn topic(&self) -> Option<String> {
        self.with(|channel| channel.topic.clone())
    }

    /// Whether it is still there.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.shared.world().channels.contains_key(&self.id)
    }

    /// The public messages, in order, as they stand now.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let world = self.shared.world();
        let ids = world.channels.get(&self.id).map_or(&[][..], |c| c.messages.as_slice());
        ids.iter().filter_map(|id| Message::of(&self.shared, &world, *id)).collect()
    }

    /// The last public message.
    #[must_use]
    pub fn last(&self) -> Option<Message> {
        self.messages().pop()
    }

    /// Waits until this is so of the messages, and gives them back.
    ///
    /// # Panics
    /// If it is not so after `patience`.
    #[track_caller]
    pub fn wait_for<'a>(
        &'a self,
        what: impl Fn(&[Message]) -> bool + 'a,
        patience: Duration,
    ) -> impl Future<Output = Vec<Message>> + 'a {
        let caller = std::panic::Location::caller();
        async move {
            let look = || Some(self.messages()).filter(|messages| what(messages));
            match wait(&self.shared, patience, look).await {
                Some(messages) => messages,
                None => panic!("{caller}: the channel has only {:#?}", self.messages()),
            }
        }
    }

    /// The threads of this channel, or the posts of this forum, in order of making.
    #[must_use]
    pub fn threads(&self) -> Vec<Channel> {
        let world = self.shared.world();
        let mut ids: Vec<(SystemTime, Id)> = world
            .channels
            .values()
            .filter(|channel| channel.parent == Some(self.id))
            .filter_map(|channel| Some((channel.thread.as_ref()?.created, channel.id)))
            .collect();
        ids.sort_unstable();
        let channel = |(_, id)| Channel { shared: Arc::clone(&self.shared), id };
        ids.into_iter().map(channel).collect()
    }

    /// Waits until this is so of the threads, and gives them back.
    ///
    /// # Panics
    /// If it is not so after `patience`.
    #[track_caller]
    pub fn wait_for_threads<'a>(
        &'a self,
        what: impl Fn(&[Channel]) -> bool + 'a,
        patience: Duration,
    ) -> impl Future<Output = Vec<Channel>> + 'a {
        let caller = std::panic::Location::caller();
        async move {
            let look = || Some(self.threads()).filter(|threads| what(threads));
            match wait(&self.shared, patience, look).await {
                Some(threads) => threads,
                None => panic!("{caller}: the channel has {} threads", self.threads().len()),
            }
        }
    }

    /// The names of the tags on this forum post.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let world = self.shared.world();
        let tags = || {
            let channel = world.channels.get(&self.id)?;
            let forum = world.channels.get(&channel.parent?)?.forum.as_ref()?;
            let applied = &channel.thread.as_ref()?.tags;
            let named = |id: &Id| forum.tags.iter().find(|tag| tag.id == *id);
            Some(applied.iter().filter_map(named).map(|tag| tag.name.clone()).collect())
        };
        tags().unwrap_or_default()
    }

    /// The tags that this forum offers.
    #[must_use]
    pub fn available_tags(&self) -> Vec<String> {
        self.with(|channel| {
            let tags = channel.forum.iter().flat_map(|forum| &forum.tags);
            tags.map(|tag| tag.name.clone()).collect()
        })
    }

    /// Takes a tag of this forum away.
    pub fn remove_tag(&self, name: &str) {
        self.change(|channel| {
            if let Some(forum) = &mut channel.forum {
                forum.tags.retain(|tag| tag.name != name);
            }
        });
    }

    /// Keeps a tag of this forum for those who may manage its threads.
    pub fn moderate_tag(&self, name: &str) {
        self.change(|channel| {
            let tags = channel.forum.iter_mut().flat_map(|forum| &mut forum.tags);
            tags.filter(|tag| tag.name == name).for_each(|tag| tag.moderated = true);
        });
    }

    /// The pinned messages, the newest pin first.
    #[must_use]
    pub fn pins(&self) -> Vec<Message> {
        let world = self.shared.world();
        let pins = world.channels.get(&self.id).map_or(&[][..], |c| c.pins.as_slice());
        pins.iter().rev().filter_map(|id| Message::of(&self.shared, &world, *id)).collect()
    }

    /// Whether this thread is archived.
    #[must_use]
    pub fn is_archived(&self) -> bool {
        self.with(world::Channel::archived)
    }

    /// Whether this thread is locked.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.with(world::Channel::locked)
    }

    /// Archives this thread, or brings it back.
    pub fn set_archived(&self, archived: bool) {
        self.change(|channel| {
            if let Some(thread) = &mut channel.thread {
                (thread.archived, thread.archive_changed) = (archived, SystemTime::now());
            }
        });
    }

    /// Locks this thread, or unlocks it.
    pub fn set_locked(&self, locked: bool) {
        self.change(|channel| {
            if let Some(thread) = &mut channel.thread {
                thread.locked = locked;
            }
        });
    }

    /// Starts a thread in somebody's name.
    pub fn thread(&self, by: &Member, name: &str) -> Channel {
        self.open_thread(by, name, world::kind::PUBLIC_THREAD)
    }

    /// Starts a thread that only its members and the bot see, in somebody's name.
    pub fn private_thread(&self, by: &Member, name: &str) -> Channel {
        let thread = self.open_thread(by, name, world::kind::PRIVATE_THREAD);
        let mut world = self.shared.world();
        let app = world.app;
        world.join_thread(thread.id, app);
        drop(world);
        thread
    }

    fn open_thread(&self, by: &Member, name: &str, kind: u8) -> Channel {
        let mut world = self.shared.world();
        let id = world.open_thread(world::channels::NewThread {
            id: None,
            parent: self.id,
            kind,
            name: name.to_owned(),
            owner: by.id,
            auto_archive: 4320,
            invitable: true,
            tags: Vec::new(),
            is_post: false,
        });
        drop(world);
        Channel { shared: Arc::clone(&self.shared), id }
    }

    /// Takes permissions from the bot in this channel alone.
    pub fn deny_bot(&self, deny: Permission) {
        let app = self.shared.world().app;
        self.overwrite(app, true, Permission::NONE, deny);
    }

    /// Gives the bot permissions in this channel alone.
    pub fn allow_bot(&self, allow: Permission) {
        let app = self.shared.world().app;
        self.overwrite(app, true, allow, Permission::NONE);
    }

    /// Gives and takes permissions of a role in this channel alone.
    pub fn overwrite_role(&self, role: &Role, allow: Permission, deny: Permission) {
        self.overwrite(role.id, false, allow, deny);
    }

    /// Gives and takes permissions of a member in this channel alone.
    pub fn overwrite_member(&self, member: &Member, allow: Permission, deny: Permission) {
        self.overwrite(member.id, true, allow, deny);
    }

    /// Gives and takes permissions of `@everyone` in this channel alone.
    pub fn overwrite_everyone(&self, allow: Permission, deny: Permission) {
        let guild = self.with(|channel| channel.guild).unwrap_or_default();
        self.overwrite(guild, false, allow, deny);
    }

    fn overwrite(&self, target: Id, is_member: bool, allow: Permission, deny: Permission) {
        self.change(|channel| {
            let known = channel.overwrites.iter_mut().find(|over| over.target == target);
            match known {
                Some(over) => {
                    over.allow = (over.allow | allow) - deny;
                    over.deny = (over.deny | deny) - allow;
                }
                None => channel.overwrites.push(Overwrite { target, is_member, allow, deny }),
            }
        });
    }

    /// Takes the channel away.
    pub fn delete(&self) {
        self.shared.world().remove_channel(self.id);
    }

    /// Takes away a message, as a moderator does.
    pub fn delete_message(&self, message: &Message) {
        self.shared.world().delete_message(message.id);
    }
}
