//! What a member may do in a channel, computed as Discord computes it; we are a member as well.

use serde::Deserialize;
use serenity::model::permissions::Permissions;

use crate::command::{ChannelKind, Permission};

/// A channel or thread, as far as we need it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Channel {
    #[serde(default)]
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: u8,
    pub(super) guild_id: Option<String>,
    #[serde(default)]
    pub(super) name: Option<String>,
    pub(super) parent_id: Option<String>,
    #[serde(default)]
    pub(super) permission_overwrites: Vec<Overwrite>,
    /// A forum's.
    #[serde(default)]
    pub(super) available_tags: Vec<Tag>,
    #[serde(default)]
    pub(super) flags: u64,
    /// A thread's.
    pub(super) thread_metadata: Option<ThreadState>,
}

/// How a thread stands.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct ThreadState {
    /// Only who may manage threads can write in it.
    #[serde(default)]
    pub(super) locked: bool,
}

/// A tag of a forum.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Tag {
    pub(super) id: String,
    pub(super) name: String,
    /// Only who may manage threads can put it on.
    #[serde(default)]
    pub(super) moderated: bool,
}

/// What a channel changes for a role or a member.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Overwrite {
    id: String,
    allow: String,
    deny: String,
}

/// A role of a server.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Role {
    pub(super) id: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) mentionable: bool,
    pub(super) permissions: String,
}

/// We, as a member of a server.
#[derive(Clone, Debug)]
pub(super) struct Ourselves {
    pub(super) id: String,
    /// The server's number, which is also that of the role that everyone has.
    pub(super) server: String,
    pub(super) roles: Vec<String>,
    /// All roles of the server.
    pub(super) known: Vec<Role>,
}

/// A member of a server, as far as their permissions go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder<'h> {
    /// Their id; `None` for what everyone may do.
    pub(super) id: Option<&'h str>,
    /// The server's id, which is also that of the role that everyone has.
    pub(super) server: &'h str,
    /// The ids of their roles.
    pub(super) roles: &'h [String],
    /// All roles of the server.
    pub(super) known: &'h [Role],
}

impl Ourselves {
    /// Our permissions in a channel; a thread has those of its channel.
    pub(super) fn permissions(&self, channel: &Channel) -> Permissions {
        self.holder().permissions(channel)
    }

    fn holder(&self) -> Holder<'_> {
        let Self { id, server, roles, known } = self;
        Holder { id: Some(id), server, roles, known }
    }
}

impl Holder<'_> {
    /// Their permissions in a channel; a thread has those of its channel.
    pub(super) fn permissions(&self, channel: &Channel) -> Permissions {
        let held = |id: &str| id == self.server || self.roles.iter().any(|role| role == id);
        let base = self
            .known
            .iter()
            .filter(|role| held(&role.id))
            .fold(Permissions::empty(), |all, role| all | bits(&role.permissions));
        if base.contains(Permissions::ADMINISTRATOR) {
            return EVERY;
        }
        let overwrites = &channel.permission_overwrites;
        let apply = |before: Permissions, which: &dyn Fn(&str) -> bool| {
            let chosen = || overwrites.iter().filter(|overwrite| which(&overwrite.id));
            let deny = chosen().fold(Permissions::empty(), |all, one| all | bits(&one.deny));
            let allow = chosen().fold(Permissions::empty(), |all, one| all | bits(&one.allow));
            (before - deny) | allow
        };
        let everyone = apply(base, &|id| id == self.server);
        let roles = apply(everyone, &|id| id != self.server && held(id));
        let own = apply(roles, &|id| Some(id) == self.id);
        // Who does not see a channel can do nothing in it.
        if own.contains(Permissions::VIEW_CHANNEL) { own } else { Permissions::empty() }
    }
}

/// *Pin Messages*, which serenity does not know yet.
pub(super) const PIN_MESSAGES: Permissions = Permissions::from_bits_retain(1 << 51);

/// Everything that we need somewhere, and nothing else: `docs/operations.md` says what for.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::CREATE_PUBLIC_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY)
    .union(Permissions::CONNECT)
    .union(PIN_MESSAGES)
    .union(CREATE_EVENTS);

/// *Create Events*, which serenity has no name for.
pub(super) const CREATE_EVENTS: Permissions = Permissions::from_bits_retain(1 << 44);

/// All there are, with those that serenity does not know.
const EVERY: Permissions = Permissions::from_bits_retain(u64::MAX);

/// The link by which somebody who manages a server invites the bot, with exactly what it needs.
#[must_use]
pub fn invite(application: u64) -> String {
    let permissions = NEEDED.bits();
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}\
         &scope=bot+applications.commands&permissions={permissions}"
    )
}

/// What posting a card in such a place needs and we lack.
pub(super) fn missing(kind: ChannelKind, have: Permissions) -> Vec<Permission> {
    let write = match kind {
        ChannelKind::Thread => {
            (Permission::SendMessagesInThreads, Permissions::SEND_MESSAGES_IN_THREADS)
        }
        _ => (Permission::SendMessages, Permissions::SEND_MESSAGES),
    };
    let needed = [
        (Permission::ViewChannel, Permissions::VIEW_CHANNEL),
        write,
        (Permission::EmbedLinks, Permissions::EMBED_LINKS),
        // Without it we could not find a message whose receipt was lost.
        (Permission::ReadMessageHistory, Permissions::READ_MESSAGE_HISTORY),
    ];
    let connect = (Permission::Connect, Permissions::CONNECT);
    let connect = (kind == ChannelKind::Voice).then_some(connect);
    let lacking = needed.into_iter().chain(connect).filter(|(_, bit)| !have.contains(*bit));
    lacking.map(|(permission, _)| permission).collect()
}

fn bits(text: &str) -> Permissions {
    Permissions::from_bits_retain(text.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ourselves(everyone: Permissions, ours: Permissions) -> Ourselves {
        let role = |id: &str, permissions: Permissions| Role {
            id: id.to_owned(),
            name: String::new(),
            mentionable: false,
            permissions: permissions.bits().to_string(),
        };
        Ourselves {
            id: "5".to_owned(),
            server: "1".to_owned(),
            roles: vec!["2".to_owned()],
            known: vec![role("1", everyone), role("2", ours), role("3", Permissions::all())],
        }
    }

    fn channel(overwrites: &[(&str, Permissions, Permissions)]) -> Channel {
        let overwrite = |(id, allow, deny): &(&str, Permissions, Permissions)| Overwrite {
            id: (*id).to_owned(),
            allow: allow.bits().to_string(),
            deny: deny.bits().to_string(),
        };
        let permission_overwrites = overwrites.iter().map(overwrite).collect();
        Channel { permission_overwrites, ..Channel::default() }
    }

    #[test]
    fn overwrites_count_in_discords_order() {
        let (view, send) = (Permissions::VIEW_CHANNEL, Permissions::SEND_MESSAGES);
        let none = Permissions::empty();
        let us = ourselves(view, send);
        assert_eq!(us.permissions(&channel(&[])), view | send);
        assert_eq!(us.permissions(&channel(&[("1", none, send)])), view);
        assert_eq!(us.permissions(&channel(&[("1", none, send), ("2", send, none)])), view | send);
        assert_eq!(us.permissions(&channel(&[("2", send, none), ("5", none, send)])), view);
        assert_eq!(us.permissions(&channel(&[("3", none, send)])), view | send);
        assert_eq!(us.permissions(&channel(&[("5", none, view)])), none);
    }

    #[test]
    fn a_channel_is_viewed_by_those_whom_its_overwrites_leave_it() {
        let (view, none) = (Permissions::VIEW_CHANNEL, Permissions::empty());
        let us = ourselves(view, none);
        let readers = ["2".to_owned()];
        let member = Holder { id: Some("7"), roles: &[], ..us.holder() };
        let reader = Holder { roles: &readers, ..member };
        let everyone = Holder { id: None, ..member };
        let hidden = ("1", none, view);
        for (overwrites, seen_by_member, seen_by_reader, seen_by_everyone) in [
            (&[][..], true, true, true),
            (&[hidden], false, false, false),
            (&[hidden, ("2", view, none)], false, true, false),
            (&[hidden, ("7", view, none)], true, true, false),
            (&[hidden, ("2", view, none), ("7", none, view)], false, false, false),
            (&[("2", none, view)], true, false, true),
            (&[("7", none, view)], false, false, true),
        ] {
            let channel = channel(overwrites);
            let seen = [member, reader, everyone].map(|who| who.permissions(&channel) == view);
            assert_eq!(seen, [seen_by_member, seen_by_reader, seen_by_everyone], "{overwrites:?}");
        }
        // A server where only a role views anything.
        let shut = Holder { known: &ourselves(none, view).known.clone(), ..reader };
        assert_eq!(shut.permissions(&channel(&[])), view);
        assert_eq!(Holder { roles: &[], ..shut }.permissions(&channel(&[])), none);
    }

    #[test]
    fn an_administrator_may_do_anything() {
        let us = ourselves(Permissions::empty(), Permissions::ADMINISTRATOR);
        let hidden = channel(&[("5", Permissions::empty(), Permissions::all())]);
        assert!(missing(ChannelKind::Channel, us.permissions(&hidden)).is_empty());
    }

    #[test]
    fn the_link_asks_for_what_a_post_can_lack_and_the_readme_has_it() {
        for kind in [ChannelKind::Channel, ChannelKind::Thread, ChannelKind::Voice] {
            assert!(missing(kind, NEEDED).is_empty(), "{kind:?}");
        }
        let link = invite(17).replace("17&", "APPLICATION_ID&");
        assert!(include_str!("../../../README.md").contains(&link), "{link}");
        let known = NEEDED.iter_names().map(|(name, _)| name);
        for name in known.chain(["PIN_MESSAGES", "CREATE_EVENTS"]) {
            let name = name.to_lowercase().replace('_', " ");
            let told = include_str!("../../../docs/operations.md").to_lowercase();
            assert!(told.contains(&name), "docs/operations.md says what {name} is for");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let have = Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY;
        assert_eq!(
            missing(ChannelKind::Thread, have),
            [Permission::SendMessagesInThreads, Permission::EmbedLinks]
        );
        let speaks = have | Permissions::SEND_MESSAGES | Permissions::EMBED_LINKS;
        assert_eq!(missing(ChannelKind::Voice, speaks), [Permission::Connect]);
        assert!(missing(ChannelKind::Channel, speaks).is_empty());
    }
}
