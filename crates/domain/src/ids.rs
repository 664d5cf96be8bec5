//! Who and where: numbers that a frontend gives us, each with a type of its own.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Makes a number that cannot be taken for another kind of number, and that nobody reads.
macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    };
}

/// Makes one that is written into lines and read from them.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        key!($(#[$doc])* $name);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(
    /// A server: one group's home. Nothing of one server is ever shown in another.
    ServerId
);
id!(
    /// A place: a channel or a thread of a server.
    ChannelId
);
id!(
    /// A member: a person. The same person has the same number in every server.
    MemberId
);

impl ServerId {
    /// The place of what a member keeps outside of all servers that have the bot: a book that nobody
    /// else reads. Discord's numbers are positive, so that no server has this one.
    #[must_use]
    pub const fn of_member(member: MemberId) -> Self {
        Self(-member.0)
    }

    /// Whether it is no server, but a member's own book.
    #[must_use]
    pub const fn is_a_members(self) -> bool {
        self.0 < 0
    }
}

impl MemberId {
    /// Nobody: who made something and has erased themselves since. No account has this number.
    pub const NOBODY: Self = Self(0);
}
id!(
    /// A role of a server.
    RoleId
);
id!(
    /// A message in a place.
    MessageId
);
id!(
    /// What a frontend calls one command or press; the same number again is the same request again.
    RequestId
);
key!(
    /// One question posed; the number runs over all servers, so nobody reads it: see [`RoundNumber`].
    RoundId
);
id!(
    /// A round as its server counts it: what members read and what buttons carry.
    RoundNumber
);
key!(
    /// A meeting of a group with an agenda; the number runs over all servers, so nobody reads it: see [`SeminarNumber`].
    SeminarId
);
id!(
    /// A seminar as its server counts it.
    SeminarNumber
);
id!(
    /// An item of a seminar's agenda.
    ItemId
);
id!(
    /// A question to a member whether a message of theirs may be saved as their answer.
    ConsentId
);
id!(
    /// The group's statement on a round.
    StatementId
);
id!(
    /// What one member answered in one round. Drawn at random, so that it tells no order.
    AnswerId
);
id!(
    /// A member's objection to a statement. Drawn at random.
    ObjectionId
);
id!(
    /// Something that facilitators took down, as its server counts it.
    TakeDownNumber
);
key!(
    /// A standing order to post a daily quote; the number runs over all servers, so nobody reads it: see [`ScheduleNumber`].
    ScheduleId
);
id!(
    /// A schedule as its server counts it.
    ScheduleNumber
);
id!(
    /// A reading of a server's own.
    ReadingId
);
id!(
    /// One day's post under a schedule.
    DeliveryId
);

/// Where a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// The channel or thread.
    pub place: ChannelId,
    /// The message in it.
    pub message: MessageId,
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A channel of messages.
    Channel,
    /// A channel whose messages other servers can follow.
    Announcements,
    /// A thread or a forum post.
    Thread,
    /// A voice or stage channel: it has messages, but no threads.
    Voice,
    /// A forum: it holds posts, not messages.
    Forum,
    /// Anything else; we do not post there.
    Other,
}
