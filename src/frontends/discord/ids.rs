//! Our numbers as Discord's. Discord has no number 0, and serenity's types refuse it.

use serenity::model::id::{self as discord, GuildId, UserId};

use super::lenient;
use domain::{ChannelId, MemberId, MessageId, ServerId};

/// A number that Discord could have given; 1 is nobody's.
fn known(id: i64) -> u64 {
    u64::try_from(id).ok().filter(|id| *id > 0).unwrap_or(1)
}

pub(super) fn channel(channel: ChannelId) -> discord::ChannelId {
    discord::ChannelId::new(known(channel.0))
}

pub(super) fn guild(server: ServerId) -> GuildId {
    GuildId::new(known(server.0))
}

pub(super) fn message(message: MessageId) -> discord::MessageId {
    discord::MessageId::new(known(message.0))
}

pub(super) fn user(member: MemberId) -> UserId {
    UserId::new(known(member.0))
}

/// The number in a field of Discord's JSON.
pub(super) fn of(value: &serde_json::Value) -> Option<i64> {
    lenient::number(value).filter(|id| *id > 0)
}

/// The address of a place, as clients open it.
pub(super) fn link(server: domain::ServerId, place: domain::ChannelId) -> String {
    format!("https://discord.com/channels/{server}/{place}")
}
