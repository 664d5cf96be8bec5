//! Who uses the bot, and where.

use rand::RngExt as _;
use serde_json::Value as Json;
use serenity::model::channel::ChannelType;
use serenity::model::id::InteractionId;
use serenity::model::permissions::Permissions;

use super::super::{ids, lenient};
use crate::command::{Channel, ChannelKind, Context, Member};
use crate::messages::ui::Language;
use crate::messages::ui::limits::FILE;
use domain::{Address, ChannelId, MemberId, MessageId, RequestId, RoleId, ServerId};
use jiff::Timestamp;

/// Something is missing that we need.
#[derive(Debug)]
pub(super) struct Incomplete;

/// What we may do in a channel, as Discord says with an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct SeenChannel {
    pub(in super::super) id: ChannelId,
    pub(in super::super) server: ServerId,
    pub(in super::super) kind: ChannelKind,
    /// Our permissions there.
    pub(in super::super) have: Permissions,
}

/// Where the bot was used and by whom; outside of a server that has it, in the member's own book.
pub(super) fn context(
    raw: &Json,
    id: InteractionId,
    now: Timestamp,
) -> Result<Context, Incomplete> {
    let of_server = [&raw["guild_id"], &raw["member"]].iter().any(|part| !part.is_null());
    if !of_server || !installed_by_server(raw) {
        return outside(raw, id, now);
    }
    let server = ServerId(ids::of(&raw["guild_id"]).ok_or(Incomplete)?);
    let channel = channel(raw).ok_or(Incomplete)?;
    let message = ids::of(&raw["message"]["id"]).map(MessageId);
    let flags = lenient::number(&raw["message"]["flags"]);
    let largest = lenient::number(&raw["attachment_size_limit"]);
    Ok(Context {
        server,
        channel,
        member: member(&raw["member"]).ok_or(Incomplete)?,
        request: RequestId(id.get().cast_signed()),
        pressed: message.map(|message| Address { place: channel.id, message }),
        pressed_alone: flags.is_some_and(|flags| flags & EPHEMERAL != 0),
        alone: false,
        language: language(&raw["locale"]),
        server_language: language(&raw["guild_locale"]),
        now,
        largest_file: largest.and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or(FILE),
        seed: rand::rng().random(),
    })
}

/// Where a member uses the bot that they have for themselves: in direct messages, or in a server that
/// has it not. Nothing there is of any server.
fn outside(raw: &Json, id: InteractionId, now: Timestamp) -> Result<Context, Incomplete> {
    let user = if raw["user"].is_null() { &raw["member"]["user"] } else { &raw["user"] };
    let member = MemberId(ids::of(&user["id"]).ok_or(Incomplete)?);
    let channel = channel(raw).ok_or(Incomplete)?;
    let message = ids::of(&raw["message"]["id"]).map(MessageId);
    let flags = lenient::number(&raw["message"]["flags"]);
    let may = permissions(&raw["member"]["permissions"]);
    Ok(Context {
        server: ServerId::of_member(member),
        channel,
        member: Member {
            id: member,
            name: name(&raw["member"], user).unwrap_or_else(|| member.to_string()),
            manages_server: false,
            administers: false,
            roles: Vec::new(),
        },
        request: RequestId(id.get().cast_signed()),
        pressed: message.map(|message| Address { place: channel.id, message }),
        pressed_alone: flags.is_some_and(|flags| flags & EPHEMERAL != 0),
        alone: may.is_some_and(|may| !may.contains(Permissions::USE_EXTERNAL_APPS)),
        language: language(&raw["locale"]),
        server_language: None,
        now,
        largest_file: FILE,
        seed: rand::rng().random(),
    })
}

/// Discord's flag of a message that only one member sees.
const EPHEMERAL: i64 = 1 << 6;

/// The language of a locale, if we have it.
pub(super) fn language(locale: &Json) -> Option<Language> {
    locale.as_str().and_then(Language::of_locale)
}

/// Whether the bot is there because the server has it, and not only the one who uses it. Discord
/// has not always said so.
fn installed_by_server(raw: &Json) -> bool {
    let owners = raw["authorizing_integration_owners"].as_object();
    owners.is_none_or(|owners| owners.is_empty() || owners.contains_key("0"))
}

fn channel(raw: &Json) -> Option<Channel> {
    let told = &raw["channel"];
    let id = ids::of(&raw["channel_id"]).or_else(|| ids::of(&told["id"]))?;
    let here = Channel::new(ChannelId(id), kind_of(told).unwrap_or(ChannelKind::Channel));
    let parent = ids::of(&told["parent_id"]).filter(|_| here.kind == ChannelKind::Thread);
    let parent = parent.map(ChannelId);
    // A thread that was started from a message has the message's number.
    let under = parent.map(|place| Address { place, message: MessageId(id) });
    Some(Channel { parent, under, ..here })
}

fn member(raw: &Json) -> Option<Member> {
    let id = MemberId(ids::of(&raw["user"]["id"])?);
    let may = permissions(&raw["permissions"]).unwrap_or_default();
    Some(Member {
        id,
        name: name(raw, &raw["user"]).unwrap_or_else(|| id.to_string()),
        manages_server: may.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR),
        // The owner has every permission, so this one as well.
        administers: may.contains(Permissions::ADMINISTRATOR),
        roles: lenient::list(&raw["roles"]).iter().filter_map(ids::of).map(RoleId).collect(),
    })
}

/// The name that somebody goes by: in the server, else in Discord.
pub(super) fn name(member: &Json, user: &Json) -> Option<String> {
    let names = [&member["nick"], &user["global_name"], &user["username"]];
    names.into_iter().find_map(lenient::text)
}

fn permissions(bits: &Json) -> Option<Permissions> {
    let bits = match bits {
        Json::String(bits) => bits.parse().ok()?,
        bits => bits.as_u64()?,
    };
    // Serenity does not know all of them.
    Some(Permissions::from_bits_retain(bits))
}

/// The channel where the bot was used, and those that the command names; none outside of servers.
pub(super) fn channels(raw: &Json, server: ServerId) -> Vec<SeenChannel> {
    let seen = |id: Option<i64>, channel: &Json, bits: &Json| {
        let (id, kind) = (ChannelId(id?), kind_of(channel)?);
        Some(SeenChannel { id, server, kind, have: permissions(bits)? })
    };
    if server.is_a_members() {
        return Vec::new();
    }
    let here = seen(ids::of(&raw["channel_id"]), &raw["channel"], &raw["app_permissions"]);
    let named = lenient::by_id(&raw["data"]["resolved"]["channels"]);
    let named = named.filter_map(|(id, channel)| {
        seen(i64::try_from(id).ok(), channel, &channel["app_permissions"])
    });
    here.into_iter().chain(named).collect()
}

fn kind_of(channel: &Json) -> Option<ChannelKind> {
    let number = lenient::number(&channel["type"])?;
    Some(kind(u8::try_from(number).unwrap_or(u8::MAX)))
}

/// What a channel of Discord's is to us, by its type.
pub(in super::super) fn kind(number: u8) -> ChannelKind {
    match ChannelType::from(number) {
        ChannelType::Text => ChannelKind::Channel,
        ChannelType::Voice | ChannelType::Stage => ChannelKind::Voice,
        ChannelType::News => ChannelKind::Announcements,
        ChannelType::NewsThread | ChannelType::PublicThread | ChannelType::PrivateThread => {
            ChannelKind::Thread
        }
        ChannelType::Forum => ChannelKind::Forum,
        _ => ChannelKind::Other,
    }
}
