//! A person in a server.

use std::sync::Arc;

use serde_json::json;

use super::{Channel, Message, Role};
use crate::Shared;
use crate::id::Id;
use crate::permissions::Permission;
use crate::world::Draft;

/// A person, as a member of one server.
#[derive(Clone, Debug)]
pub struct Member {
    pub(crate) shared: Arc<Shared>,
    /// The person's id.
    pub id: Id,
    /// The server's.
    pub(crate) server: Id,
}

impl Member {
    /// Writes an ordinary message.
    ///
    /// # Panics
    /// If the member may not write there.
    #[track_caller]
    pub fn says(&self, channel: &Channel, text: &str) -> Message {
        let mut world = self.shared.world();
        let held = world.may(self.id, channel.id);
        let wanted = if world.is_thread(channel.id) {
            Permission::SEND_MESSAGES_IN_THREADS
        } else {
            Permission::SEND_MESSAGES
        };
        assert!(held.has(wanted), "the member may not write there");
        let locked = world.channels.get(&channel.id).is_some_and(crate::world::Channel::locked);
        assert!(!locked || held.has(Permission::MANAGE_THREADS), "the thread is locked");
        world.unarchive(channel.id);
        let draft = Draft { content: text.to_owned(), ..Draft::default() };
        let id = world.post(channel.id, self.id, draft).expect("a message with a text");
        Message::of(&self.shared, &world, id).expect("it was just posted")
    }

    /// Gives a message of their own other words.
    ///
    /// # Panics
    /// If it is somebody else's, gone, or in a thread that is archived.
    #[track_caller]
    pub fn edits(&self, message: &Message, text: &str) -> Message {
        let mut world = self.shared.world();
        let standing = world.messages.get(&message.id).expect("the message is there");
        assert_eq!(standing.author, self.id, "the message is somebody else's");
        let at = world.channels.get(&standing.channel);
        assert!(!at.is_some_and(crate::world::Channel::archived), "the thread is archived");
        let body = serde_json::json!({ "content": text });
        world.edit(message.id, &body, &[]).expect("a message with a text");
        Message::of(&self.shared, &world, message.id).expect("it was just edited")
    }

    /// The direct-message channel with the bot.
    #[must_use]
    pub fn dm(&self) -> Channel {
        let id = self.shared.world().direct(self.id);
        Channel { shared: Arc::clone(&self.shared), id }
    }

    /// The direct messages with the bot.
    #[must_use]
    pub fn dms(&self) -> Vec<Message> {
        self.dm().messages()
    }

    /// Takes direct messages from the bot, or no longer.
    pub fn block_dms(&self, yes: bool) {
        if let Some(user) = self.shared.world().users.get_mut(&self.id) {
            user.blocks_dms = yes;
        }
    }

    /// Installs the application for this person's own account.
    ///
    /// # Panics
    /// If it cannot be installed so.
    #[track_caller]
    pub fn installs(&self) -> Self {
        let mut world = self.shared.world();
        assert!(world.options.user_install, "the application is for servers only");
        if let Some(user) = world.users.get_mut(&self.id) {
            user.installed = true;
        }
        let data = json!({
            "integration_type": 1, "user": world.user_json(self.id),
            "scopes": ["applications.commands"],
        });
        drop(world);
        self.shared.post_event("APPLICATION_AUTHORIZED", data);
        self.clone()
    }

    /// Takes back what this person has authorised the application to do.
    pub fn deauthorizes(&self) {
        let mut world = self.shared.world();
        if let Some(user) = world.users.get_mut(&self.id) {
            user.installed = false;
        }
        let data = json!({"user": world.user_json(self.id)});
        drop(world);
        self.shared.post_event("APPLICATION_DEAUTHORIZED", data);
    }

    /// Gives permissions, through a role of this member's own.
    pub fn grant(&self, permissions: Permission) -> Self {
        let server = super::Server { shared: Arc::clone(&self.shared), id: self.server };
        let role = server.role(&format!("{} {:x}", self.id, permissions.0), permissions);
        self.role(&role)
    }

    /// Gives a role.
    pub fn role(&self, role: &Role) -> Self {
        self.change(|member| {
            if !member.roles.contains(&role.id) {
                member.roles.push(role.id);
            }
        });
        self.clone()
    }

    /// Takes a role away.
    pub fn drop_role(&self, role: &Role) {
        self.change(|member| member.roles.retain(|other| *other != role.id));
    }

    /// Changes the name by which the server knows this member.
    pub fn rename(&self, nick: &str) {
        self.change(|member| member.nick = Some(nick.to_owned()));
    }

    fn change(&self, change: impl FnOnce(&mut crate::world::Member)) {
        let mut world = self.shared.world();
        let guild = world.guilds.get_mut(&self.server);
        if let Some(member) = guild.and_then(|guild| guild.members.get_mut(&self.id)) {
            change(member);
        }
        if let Some(mut data) = world.member_json(self.server, self.id) {
            data["guild_id"] = json!(self.server);
            world.gateway.dispatch(Some(self.server), "GUILD_MEMBER_UPDATE", &data);
        }
    }

    /// Leaves the server.
    pub fn leave(&self) {
        let mut world = self.shared.world();
        if let Some(guild) = world.guilds.get_mut(&self.server) {
            guild.members.remove(&self.id);
        }
        let data = json!({ "guild_id": self.server, "user": world.user_json(self.id) });
        world.gateway.dispatch(Some(self.server), "GUILD_MEMBER_REMOVE", &data);
    }

    /// Sets the language of this person's client.
    pub fn set_locale(&self, locale: &str) {
        if let Some(user) = self.shared.world().users.get_mut(&self.id) {
            locale.clone_into(&mut user.locale);
        }
    }
}
