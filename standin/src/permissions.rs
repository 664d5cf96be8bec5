//! Permission bits, and who may do what where.

use std::ops::{BitOr, BitOrAssign, Sub};

use crate::id::Id;
use crate::world::{Channel, Guild, kind};

/// A set of permissions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permission(pub u64);

macro_rules! bits {
    ($($name:ident = $bit:literal;)*) => {
        #[allow(missing_docs, reason = "the names are Discord's own")]
        impl Permission {
            $(pub const $name: Self = Self(1 << $bit);)*
            /// Every permission.
            pub const ALL: Self = Self($(1 << $bit)|*);
        }
    };
}

bits! {
    CREATE_INSTANT_INVITE = 0;
    KICK_MEMBERS = 1;
    BAN_MEMBERS = 2;
    ADMINISTRATOR = 3;
    MANAGE_CHANNELS = 4;
    MANAGE_GUILD = 5;
    ADD_REACTIONS = 6;
    VIEW_AUDIT_LOG = 7;
    PRIORITY_SPEAKER = 8;
    STREAM = 9;
    VIEW_CHANNEL = 10;
    SEND_MESSAGES = 11;
    SEND_TTS_MESSAGES = 12;
    MANAGE_MESSAGES = 13;
    EMBED_LINKS = 14;
    ATTACH_FILES = 15;
    READ_MESSAGE_HISTORY = 16;
    MENTION_EVERYONE = 17;
    USE_EXTERNAL_EMOJIS = 18;
    CONNECT = 20;
    SPEAK = 21;
    MUTE_MEMBERS = 22;
    MOVE_MEMBERS = 24;
    CHANGE_NICKNAME = 26;
    MANAGE_NICKNAMES = 27;
    MANAGE_ROLES = 28;
    MANAGE_WEBHOOKS = 29;
    USE_APPLICATION_COMMANDS = 31;
    MANAGE_EVENTS = 33;
    MANAGE_THREADS = 34;
    CREATE_PUBLIC_THREADS = 35;
    CREATE_PRIVATE_THREADS = 36;
    SEND_MESSAGES_IN_THREADS = 38;
    MODERATE_MEMBERS = 40;
    CREATE_EVENTS = 44;
    SEND_VOICE_MESSAGES = 46;
    SEND_POLLS = 49;
    USE_EXTERNAL_APPS = 50;
    PIN_MESSAGES = 51;
    BYPASS_SLOWMODE = 52;
}

impl Permission {
    /// None at all.
    pub const NONE: Self = Self(0);

    /// What `@everyone` has in a new server. Mentioning everyone and pinning are not in it.
    pub const EVERYONE: Self = Self(
        Self::CREATE_INSTANT_INVITE.0
            | Self::ADD_REACTIONS.0
            | Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::USE_EXTERNAL_EMOJIS.0
            | Self::CONNECT.0
            | Self::SPEAK.0
            | Self::CHANGE_NICKNAME.0
            | Self::USE_APPLICATION_COMMANDS.0
            | Self::CREATE_PUBLIC_THREADS.0
            | Self::CREATE_PRIVATE_THREADS.0
            | Self::SEND_MESSAGES_IN_THREADS.0
            | Self::SEND_POLLS.0
            | Self::USE_EXTERNAL_APPS.0,
    );

    /// What both sides have in a direct message.
    pub const DIRECT: Self = Self(
        Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::ADD_REACTIONS.0
            | Self::USE_EXTERNAL_EMOJIS.0
            | Self::PIN_MESSAGES.0
            | Self::MENTION_EVERYONE.0,
    );

    /// Whether all of `wanted` is in here.
    #[must_use]
    pub const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    /// Whether any of `wanted` is in here.
    #[must_use]
    pub const fn has_any(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }
}

impl BitOr for Permission {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Permission {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What is in the first and not in the second.
impl Sub for Permission {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// What a channel gives or takes beside the roles.
#[derive(Clone, Debug)]
pub(crate) struct Overwrite {
    /// A role, or a member.
    pub(crate) target: Id,
    pub(crate) is_member: bool,
    pub(crate) allow: Permission,
    pub(crate) deny: Permission,
}

/// What a member may do in the server at large.
pub(crate) fn in_guild(guild: &Guild, user: Id) -> Permission {
    let Some(member) = guild.members.get(&user) else {
        return Permission::NONE;
    };
    if guild.owner == user {
        return Permission::ALL;
    }
    let held = guild
        .roles
        .iter()
        .filter(|role| role.id == guild.id || member.roles.contains(&role.id))
        .fold(Permission::NONE, |sum, role| sum | role.permissions);
    if held.has(Permission::ADMINISTRATOR) { Permission::ALL } else { held }
}

/// What a member may do in a channel. A thread's rights are its parent's: pass the parent.
pub(crate) fn in_channel(guild: &Guild, channel: &Channel, user: Id) -> Permission {
    let base = in_guild(guild, user);
    let Some(member) = guild.members.get(&user) else {
        return Permission::NONE;
    };
    if base.has(Permission::ADMINISTRATOR) {
        return Permission::ALL;
    }
    let apply = |held: Permission, which: &dyn Fn(&Overwrite) -> bool| {
        let (allow, deny) = channel
            .overwrites
            .iter()
            .filter(|over| which(over))
            .fold((Permission::NONE, Permission::NONE), |(allow, deny), over| {
                (allow | over.allow, deny | over.deny)
            });
        (held - deny) | allow
    };
    let held = apply(base, &|over| over.target == guild.id);
    let held = apply(held, &|over| !over.is_member && member.roles.contains(&over.target));
    let held = apply(held, &|over| over.is_member && over.target == user);
    let voice = matches!(channel.kind, kind::VOICE | kind::STAGE);
    if voice && !held.has(Permission::CONNECT) {
        // Who may not connect sees that the channel is there, and that is all.
        return if held.has(Permission::VIEW_CHANNEL) {
            Permission::VIEW_CHANNEL | Permission::USE_APPLICATION_COMMANDS
        } else {
            Permission::NONE
        };
    }
    implied(held)
}

/// Who cannot see a channel can do nothing in it; who cannot write cannot embed or attach.
fn implied(held: Permission) -> Permission {
    if !held.has(Permission::VIEW_CHANNEL) {
        return Permission::NONE;
    }
    if held.has_any(Permission::SEND_MESSAGES | Permission::SEND_MESSAGES_IN_THREADS) {
        return held;
    }
    held - (Permission::EMBED_LINKS
        | Permission::ATTACH_FILES
        | Permission::MENTION_EVERYONE
        | Permission::SEND_TTS_MESSAGES)
}
