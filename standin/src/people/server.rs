//! A server, from its owner's side: channels, roles, members, and what the bot may do.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::json;

use super::{Channel, Member};
use crate::id::Id;
use crate::permissions::Permission;
use crate::world::{self, Forum, Guild, Tag, kind};
use crate::{Shared, Standin};

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    pub(crate) shared: Arc<Shared>,
    /// Its id.
    pub id: Id,
}

/// A role.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// What the bot is granted when it is invited, beside what `@everyone` has.
const INVITED_WITH: Permission = Permission(
    Permission::EVERYONE.0
        | Permission::PIN_MESSAGES.0
        | Permission::MANAGE_THREADS.0
        | Permission::CREATE_EVENTS.0,
);

impl Standin {
    /// The server of this name, made with the bot in it if it is not there.
    pub fn server(&self, name: &str) -> Server {
        let mut world = self.shared.world();
        let known = world.guilds.values().find(|guild| guild.name == name).map(|guild| guild.id);
        let id = known.unwrap_or_else(|| make(&mut world, name));
        drop(world);
        Server { shared: Arc::clone(&self.shared), id }
    }
}

fn make(world: &mut world::World, name: &str) -> Id {
    let id = world.mint.next_guild();
    let (owner, bot_role) = (world.mint.next(), world.mint.next());
    world.add_user(owner, "owner", false);
    let role = |id, name: &str, permissions, position| world::Role {
        id,
        name: name.to_owned(),
        permissions,
        position,
        mentionable: false,
        managed: position > 0,
    };
    let member = |roles| world::Member { nick: None, roles, joined: SystemTime::now() };
    let guild = Guild {
        id,
        name: name.to_owned(),
        owner,
        locale: "en-US".to_owned(),
        roles: vec![
            role(id, "@everyone", Permission::EVERYONE, 0),
            role(bot_role, "Commonplace", INVITED_WITH, 1),
        ],
        members: BTreeMap::from([(owner, member(vec![])), (world.app, member(vec![bot_role]))]),
        channels: Vec::new(),
        threads: Vec::new(),
        max_threads: 1_000,
        blocked_links: Vec::new(),
        blocked_words: Vec::new(),
    };
    world.guilds.insert(id, guild);
    announce(world, id);
    id
}

/// Tells the bot that it is in a server.
fn announce(world: &world::World, id: Id) {
    if let Some(guild) = world.guilds.get(&id) {
        world.gateway.dispatch(Some(id), "GUILD_CREATE", &world.guild_create_json(guild));
    }
}

impl Server {
    fn get_or_make(
        &self,
        name: &str,
        fill: impl FnOnce(&world::World, &mut world::Channel),
    ) -> Channel {
        let mut world = self.shared.world();
        let known = world.guilds.get(&self.id).and_then(|guild| {
            let named = |id: &&Id| world.channels.get(id).is_some_and(|c| c.name == name);
            guild.channels.iter().find(named).copied()
        });
        let id = known.unwrap_or_else(|| {
            let id = world.mint.next();
            let mut channel = world::Channel::new(id, kind::TEXT, name);
            channel.guild = Some(self.id);
            fill(&world, &mut channel);
            world.channels.insert(id, channel);
            if let Some(guild) = world.guilds.get_mut(&self.id) {
                guild.channels.push(id);
            }
            world.gateway.dispatch(Some(self.id), "CHANNEL_CREATE", &world.channel_json(id));
            id
        });
        drop(world);
        Channel { shared: Arc::clone(&self.shared), id }
    }

    /// The channel of this name, made as a text channel if it is not there.
    pub fn channel(&self, name: &str) -> Channel {
        self.get_or_make(name, |_, _| {})
    }

    /// An announcement channel.
    pub fn announcement(&self, name: &str) -> Channel {
        self.get_or_make(name, |_, channel| channel.kind = kind::ANNOUNCEMENT)
    }

    /// Sets how many active threads there may be; Discord allows 1,000.
    pub fn set_max_threads(&self, most: usize) {
        self.with_guild(|guild| guild.max_threads = most);
    }

    /// Discord takes this part of a message for a harmful link from now on.
    pub fn block_link(&self, link: &str) {
        self.with_guild(|guild| guild.blocked_links.push(link.to_lowercase()));
    }

    /// The server's AutoMod blocks messages and names of threads with these words from now on.
    pub fn block_words(&self, words: &str) {
        self.with_guild(|guild| guild.blocked_words.push(words.to_lowercase()));
    }

    /// Nothing is blocked any more.
    pub fn unblock(&self) {
        self.with_guild(|guild| {
            guild.blocked_links.clear();
            guild.blocked_words.clear();
        });
    }

    fn with_guild(&self, change: impl FnOnce(&mut Guild)) {
        if let Some(guild) = self.shared.world().guilds.get_mut(&self.id) {
            change(guild);
        }
    }

    /// The names of the commands that are registered in this server alone.
    #[must_use]
    pub fn own_commands(&self) -> Vec<String> {
        let world = self.shared.world();
        let own = world.commands.iter().filter(|command| command.guild == Some(self.id));
        own.map(|command| command.name.clone()).collect()
    }

    /// A stage channel.
    pub fn stage(&self, name: &str) -> Channel {
        self.get_or_make(name, |_, channel| channel.kind = kind::STAGE)
    }

    /// A voice channel.
    pub fn voice(&self, name: &str) -> Channel {
        self.get_or_make(name, |_, channel| channel.kind = kind::VOICE)
    }

    /// A forum with these tags.
    pub fn forum(&self, name: &str, tags: &[&str], require_tag: bool) -> Channel {
        self.get_or_make(name, |world, channel| {
            let tag = |name: &&str| Tag {
                id: world.mint.next(),
                name: (*name).to_owned(),
                moderated: false,
                emoji: None,
            };
            channel.kind = kind::FORUM;
            channel.forum = Some(Forum { tags: tags.iter().map(tag).collect(), require_tag });
        })
    }

    /// All channels, without threads, in order.
    #[must_use]
    pub fn channels(&self) -> Vec<Channel> {
        let world = self.shared.world();
        let ids = world.guilds.get(&self.id).map_or(&[][..], |guild| guild.channels.as_slice());
        ids.iter().map(|id| Channel { shared: Arc::clone(&self.shared), id: *id }).collect()
    }

    /// The role of this name, made with these permissions if it is not there.
    pub fn role(&self, name: &str, permissions: Permission) -> Role {
        let mut world = self.shared.world();
        let fresh = world.mint.next();
        let Some(guild) = world.guilds.get_mut(&self.id) else {
            return Role { id: fresh, name: name.to_owned() };
        };
        if let Some(role) = guild.roles.iter().find(|role| role.name == name) {
            return Role { id: role.id, name: name.to_owned() };
        }
        let role = world::Role {
            id: fresh,
            name: name.to_owned(),
            permissions,
            position: guild.roles.len(),
            mentionable: false,
            managed: false,
        };
        guild.roles.push(role.clone());
        let data = json!({ "guild_id": self.id, "role": world.role_json(&role, self.id) });
        world.gateway.dispatch(Some(self.id), "GUILD_ROLE_CREATE", &data);
        Role { id: fresh, name: name.to_owned() }
    }

    /// Says whether anybody may mention a role.
    pub fn make_mentionable(&self, role: &Role, yes: bool) {
        self.with_role(role.id, |role| role.mentionable = yes);
    }

    fn with_role(&self, id: Id, change: impl FnOnce(&mut world::Role)) {
        let mut world = self.shared.world();
        let Some(guild) = world.guilds.get_mut(&self.id) else {
            return;
        };
        let Some(role) = guild.roles.iter_mut().find(|role| role.id == id) else {
            return;
        };
        change(role);
        let role = role.clone();
        let data = json!({ "guild_id": self.id, "role": world.role_json(&role, self.id) });
        world.gateway.dispatch(Some(self.id), "GUILD_ROLE_UPDATE", &data);
    }

    /// Sets what `@everyone` may do.
    pub fn set_everyone(&self, permissions: Permission) {
        self.with_role(self.id, |role| role.permissions = permissions);
    }

    /// Sets what the bot's own role gives it. `@everyone`'s permissions are the bot's too.
    pub fn set_bot(&self, permissions: Permission) {
        let world = self.shared.world();
        let own = world.guilds.get(&self.id).and_then(|guild| {
            let roles = &guild.members.get(&world.app)?.roles;
            guild.roles.iter().find(|role| role.managed && roles.contains(&role.id))
        });
        let Some(id) = own.map(|role| role.id) else {
            return;
        };
        drop(world);
        self.with_role(id, |role| role.permissions = permissions);
    }

    /// Sets the server's own language.
    pub fn set_locale(&self, locale: &str) {
        if let Some(guild) = self.shared.world().guilds.get_mut(&self.id) {
            locale.clone_into(&mut guild.locale);
        }
    }

    /// Throws the bot out.
    pub fn remove_bot(&self) {
        let mut world = self.shared.world();
        let app = world.app;
        if let Some(guild) = world.guilds.get_mut(&self.id) {
            guild.members.remove(&app);
        }
        let data = json!({ "id": self.id, "unavailable": false });
        world.gateway.dispatch(Some(self.id), "GUILD_DELETE", &data);
    }

    /// Invites the bot again.
    pub fn invite_bot(&self) {
        let mut world = self.shared.world();
        let app = world.app;
        if let Some(guild) = world.guilds.get_mut(&self.id) {
            let roles =
                guild.roles.iter().filter(|role| role.managed).map(|role| role.id).collect();
            let joined = SystemTime::now();
            guild.members.insert(app, world::Member { nick: None, roles, joined });
        }
        announce(&world, self.id);
        let (operator, guild) = (world.user_json(world.operator), json!({"id": self.id}));
        drop(world);
        let data = json!({
            "integration_type": 0, "user": operator, "scopes": ["bot", "applications.commands"],
            "guild": guild,
        });
        self.shared.post_event("APPLICATION_AUTHORIZED", data);
    }

    /// The member of this name, who joins if they are not there. The same name in two servers is
    /// the same person.
    pub fn member(&self, name: &str) -> Member {
        let mut world = self.shared.world();
        let known = world.users.values().find(|user| user.name == name && user.name != "owner");
        let id = known.map_or_else(
            || {
                let id = world.mint.next();
                (id, true)
            },
            |user| (user.id, false),
        );
        if id.1 {
            world.add_user(id.0, name, false);
        }
        let (id, server) = (id.0, self.id);
        let fresh = world.guilds.get_mut(&server).is_some_and(|guild| {
            let fresh = !guild.members.contains_key(&id);
            guild.members.entry(id).or_insert_with(|| world::Member {
                nick: None,
                roles: Vec::new(),
                joined: SystemTime::now(),
            });
            fresh
        });
        if fresh && let Some(mut data) = world.member_json(server, id) {
            data["guild_id"] = json!(server);
            world.gateway.dispatch(Some(server), "GUILD_MEMBER_ADD", &data);
        }
        drop(world);
        Member { shared: Arc::clone(&self.shared), id, server }
    }

    /// Its owner, who may do all.
    #[must_use]
    pub fn owner(&self) -> Member {
        let owner = self.shared.world().guilds.get(&self.id).map(|guild| guild.owner);
        let id = owner.unwrap_or_default();
        Member { shared: Arc::clone(&self.shared), id, server: self.id }
    }
}
