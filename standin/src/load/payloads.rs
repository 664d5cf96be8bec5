//! The payloads of interactions, with all that Discord sends today of member, channel and server.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Kind;
use super::ids::APPLICATION;
use super::template::Template;

/// What an administrator may do, and what everybody may.
pub(super) const ADMINISTRATOR: u64 = 2_251_799_813_685_247;
pub(super) const EVERYONE: u64 = 2_248_473_465_835_073 & !(1 << 3 | 1 << 5 | 1 << 33);

/// Interaction types.
const COMMAND: u8 = 2;
const COMPONENT: u8 = 3;
const AUTOCOMPLETE: u8 = 4;

/// The payload of each kind of interaction.
#[derive(Debug)]
pub(super) struct Payloads {
    quote: Template,
    draw: Template,
    autocomplete: Template,
    answer: Template,
    help: Template,
    press: Template,
}

impl Payloads {
    /// With the ids of the commands as they were registered.
    pub(super) fn new(commands: &HashMap<String, u64>) -> Self {
        let with = |kind, name: &str, option: Option<Value>| {
            Template::new(&command(kind, name, commands, option.into_iter().collect()))
        };
        let text = |name: &str| json!({ "name": name, "type": 3, "value": "@text@" });
        let focused = json!({ "name": "theme", "type": 3, "value": "@text@", "focused": true });
        Self {
            quote: with(COMMAND, "quote", Some(text("theme"))),
            draw: with(COMMAND, "draw", Some(text("theme"))),
            autocomplete: with(AUTOCOMPLETE, "quote", Some(focused)),
            answer: with(COMMAND, "answer", Some(text("text"))),
            help: with(COMMAND, "help", None),
            press: Template::new(&press()),
        }
    }

    pub(super) const fn of(&self, kind: Kind) -> &Template {
        match kind {
            Kind::Quote => &self.quote,
            Kind::Draw => &self.draw,
            Kind::Autocomplete => &self.autocomplete,
            Kind::Answer => &self.answer,
            Kind::Weigh => &self.press,
            Kind::Help => &self.help,
        }
    }
}

/// A slash command as it is typed, also one with subcommands: `options` are Discord's.
pub(super) fn command(
    kind: u8,
    name: &str,
    commands: &HashMap<String, u64>,
    options: Vec<Value>,
) -> Value {
    let id = commands.get(name).copied().unwrap_or(APPLICATION + 1);
    let mut data = json!({ "type": 1, "name": name, "id": id.to_string() });
    if !options.is_empty() {
        data["options"] = json!(options);
    }
    interaction(kind, data)
}

/// The same, typed by a person.
pub(super) fn typed(name: &str, commands: &HashMap<String, u64>, options: Vec<Value>) -> Value {
    command(COMMAND, name, commands, options)
}

/// A press on the button `@text@` of `@message@`.
pub(super) fn press() -> Value {
    let mut payload =
        interaction(COMPONENT, json!({ "component_type": 2, "custom_id": "@text@", "id": 4 }));
    payload["message"] = json!("@message@");
    payload
}

fn interaction(kind: u8, data: Value) -> Value {
    json!({
        "version": 1, "type": kind, "token": "@token@", "id": "@id@", "data": data,
        "application_id": APPLICATION.to_string(), "app_permissions": ADMINISTRATOR.to_string(),
        "authorizing_integration_owners": { "0": "@guild@" }, "context": 0,
        "attachment_size_limit": 10_485_760, "entitlements": [], "entitlement_sku_ids": [],
        "locale": "en-GB", "guild_locale": "en-US", "guild_id": "@guild@",
        "guild": {
            "id": "@guild@", "locale": "en-US",
            "features": [
                "COMMUNITY", "NEWS", "AUTO_MODERATION", "CHANNEL_ICON_EMOJIS_GENERATED",
                "TEXT_IN_VOICE_ENABLED", "SOUNDBOARD",
            ],
        },
        "channel_id": "@channel@",
        "channel": {
            "id": "@channel@", "type": 0, "guild_id": "@guild@", "name": "reading-group",
            "topic": "What we read this month, and what we think of it", "position": 3, "flags": 0,
            "parent_id": "@guild@", "last_message_id": "@id@", "last_pin_timestamp": null,
            "nsfw": false, "rate_limit_per_user": 0, "permissions": "@permissions@",
            "theme_color": null, "icon_emoji": { "id": null, "name": "📚" },
        },
        "member": {
            "user": {
                "id": "@user@", "username": "reader_@name@", "global_name": "Reader @name@",
                "discriminator": "0", "public_flags": 0, "clan": null, "primary_guild": null,
                "avatar": "5d2bd2ff7a6d1c3b3d5c3e5f0a9b8c7d", "avatar_decoration_data": null,
                "collectibles": null, "display_name_styles": null,
            },
            "roles": ["838860800000000101", "838860800000000102", "838860800000000103"],
            "permissions": "@permissions@", "joined_at": "2024-09-03T17:12:51.204000+00:00",
            "nick": null, "avatar": null, "banner": null, "premium_since": null, "flags": 0,
            "pending": false, "mute": false, "deaf": false, "collectibles": null,
            "communication_disabled_until": null, "unusual_dm_activity_until": null,
            "avatar_decoration_data": null, "display_name_styles": null,
        },
    })
}

/// The bot's account.
pub(super) fn bot() -> Value {
    json!({
        "id": APPLICATION.to_string(), "username": "commonplace", "global_name": null,
        "discriminator": "4711", "avatar": null, "bot": true, "public_flags": 0, "banner": null,
        "accent_color": null, "clan": null, "primary_guild": null, "collectibles": null,
        "avatar_decoration_data": null, "verified": true, "mfa_enabled": true, "flags": 0,
        "email": null,
    })
}

/// A message of the bot's, as Discord hands it back.
pub(super) fn message(id: u64, channel: u64, data: &Value) -> Value {
    let own = |field: &str, other: Value| data.get(field).cloned().unwrap_or(other);
    json!({
        "id": id.to_string(), "channel_id": channel.to_string(), "author": bot(), "type": 0,
        "content": own("content", json!("")), "embeds": own("embeds", json!([])),
        "components": own("components", json!([])), "flags": own("flags", json!(0)),
        "attachments": [], "mentions": [], "mention_roles": [], "mention_everyone": false,
        "pinned": false, "tts": false, "edited_timestamp": null, "nonce": null,
        "timestamp": "2026-11-26T06:00:00.000000+00:00", "application_id": APPLICATION.to_string(),
        "webhook_id": APPLICATION.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::template::Filling;

    #[test]
    fn every_payload_is_whole_json_with_no_gap_left() {
        let commands = HashMap::from([("quote".to_owned(), 42)]);
        let payloads = Payloads::new(&commands);
        for kind in Kind::ALL {
            let mut out = String::new();
            let filling = Filling {
                id: 1_234_567_890_123_456_789,
                guild: 1,
                channel: 2,
                user: 3,
                member: 4,
                permissions: EVERYONE,
                text: "power",
                message: "{}",
            };
            payloads.of(kind).fill(&filling, &mut out);
            let read: Value = serde_json::from_str(&out).expect("JSON");
            assert!(!out.contains('@'), "{out}");
            assert_eq!(read["member"]["user"]["id"], "3", "{kind}");
            assert_eq!(read["id"], "1234567890123456789");
            assert!(out.len() > 1_700, "{kind} is as long as Discord's: {}", out.len());
        }
    }
}
