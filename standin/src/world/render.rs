//! The objects as Discord writes them.

use std::time::SystemTime;

use serde_json::{Value, json};

use super::messages::flag;
use super::{Channel, Guild, Role, World};
use crate::clock;
use crate::id::Id;
use crate::permissions::{self, Permission};
use crate::shapes::component_tree;

impl World {
    pub(crate) fn user_json(&self, id: Id) -> Value {
        let (name, bot) = match self.users.get(&id) {
            Some(user) => (user.name.as_str(), user.bot),
            None => ("Deleted User", false),
        };
        json!({
            "id": id, "username": name, "global_name": if bot { Value::Null } else { json!(name) },
            "discriminator": if bot { "0001" } else { "0" }, "avatar": null, "bot": bot,
            "system": false, "banner": null, "accent_color": null, "public_flags": 0, "flags": 0,
            "avatar_decoration_data": null, "collectibles": null, "primary_guild": null,
        })
    }

    /// The bot about itself, with what only it may know.
    pub(crate) fn me_json(&self) -> Value {
        let mut me = self.user_json(self.app);
        me["verified"] = json!(true);
        me["mfa_enabled"] = json!(true);
        me["locale"] = json!("en-US");
        me["email"] = Value::Null;
        me["premium_type"] = json!(0);
        me
    }

    pub(crate) fn member_json(&self, guild: Id, user: Id) -> Option<Value> {
        let mut member = self.member_without_user_json(guild, user)?;
        member["user"] = self.user_json(user);
        Some(member)
    }

    /// A member as it stands in a message, where the author is the user.
    pub(crate) fn member_without_user_json(&self, guild: Id, user: Id) -> Option<Value> {
        let member = self.guilds.get(&guild)?.members.get(&user)?;
        Some(json!({
            "nick": member.nick, "avatar": null, "banner": null, "roles": member.roles,
            "joined_at": clock::iso(member.joined), "premium_since": null, "deaf": false,
            "mute": false, "flags": 0, "pending": false, "communication_disabled_until": null,
            "avatar_decoration_data": null, "collectibles": null,
        }))
    }

    /// A member as it stands in an interaction: with what they may do in the channel.
    pub(crate) fn acting_member_json(&self, guild: Id, channel: Id, user: Id) -> Option<Value> {
        let mut member = self.member_json(guild, user)?;
        member["permissions"] = json!(self.may(user, channel).0.to_string());
        Some(member)
    }

    pub(crate) fn role_json(&self, role: &Role, guild: Id) -> Value {
        let mut json = json!({
            "id": role.id, "name": role.name, "description": null, "permissions":
            role.permissions.0.to_string(), "position": role.position, "color": 0,
            "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
            "hoist": false, "managed": role.managed, "mentionable": role.mentionable,
            "icon": null, "unicode_emoji": null, "flags": 0,
        });
        if role.managed && role.id != guild {
            json["tags"] = json!({ "bot_id": self.app });
        }
        json
    }

    pub(crate) fn channel_json(&self, id: Id) -> Value {
        let Some(channel) = self.channels.get(&id) else {
            return Value::Null;
        };
        let mut json = json!({
            "id": id, "type": channel.kind, "last_message_id": channel.last_message, "flags": 0,
            "last_pin_timestamp": null,
        });
        match channel.guild {
            None => {
                let recipients: Vec<Value> =
                    channel.recipient.iter().map(|user| self.user_json(*user)).collect();
                json["recipients"] = json!(recipients);
            }
            Some(guild) => {
                json["guild_id"] = json!(guild);
                json["name"] = json!(channel.name);
                json["parent_id"] = json!(channel.parent);
                json["rate_limit_per_user"] = json!(0);
                match &channel.thread {
                    Some(_) => self.thread_fields(channel, &mut json),
                    None => self.guild_channel_fields(channel, guild, &mut json),
                }
            }
        }
        json
    }

    fn guild_channel_fields(&self, channel: &Channel, guild: Id, json: &mut Value) {
        let place = self
            .guilds
            .get(&guild)
            .and_then(|guild| guild.channels.iter().position(|other| *other == channel.id));
        let overwrites: Vec<Value> = channel
            .overwrites
            .iter()
            .map(|over| {
                json!({
                    "id": over.target, "type": u8::from(over.is_member),
                    "allow": over.allow.0.to_string(), "deny": over.deny.0.to_string(),
                })
            })
            .collect();
        json["topic"] = json!(channel.topic);
        json["position"] = json!(place.unwrap_or(0));
        json["permission_overwrites"] = json!(overwrites);
        json["nsfw"] = json!(false);
        if let Some(forum) = &channel.forum {
            let tags: Vec<Value> = forum
                .tags
                .iter()
                .map(|tag| {
                    json!({
                        "id": tag.id, "name": tag.name, "moderated": tag.moderated,
                        "emoji_id": null, "emoji_name": tag.emoji,
                    })
                })
                .collect();
            json["available_tags"] = json!(tags);
            json["default_reaction_emoji"] = Value::Null;
            json["default_sort_order"] = Value::Null;
            json["default_forum_layout"] = json!(0);
            json["flags"] = json!(if forum.require_tag { 1 << 4 } else { 0 });
        }
    }

    fn thread_fields(&self, channel: &Channel, json: &mut Value) {
        let Some(thread) = &channel.thread else {
            return;
        };
        let mut metadata = json!({
            "archived": thread.archived, "archive_timestamp": clock::iso(thread.archive_changed),
            "auto_archive_duration": thread.auto_archive, "locked": thread.locked,
            "create_timestamp": clock::iso(thread.created),
        });
        if channel.kind == super::kind::PRIVATE_THREAD {
            metadata["invitable"] = json!(thread.invitable);
        }
        json["owner_id"] = json!(thread.owner);
        json["thread_metadata"] = metadata;
        json["message_count"] = json!(channel.messages.len());
        json["member_count"] = json!(thread.members.len().min(50));
        json["total_message_sent"] = json!(thread.total_sent);
        if thread.is_post {
            json["applied_tags"] = json!(thread.tags);
        }
        if thread.members.contains(&self.app) {
            json["member"] = thread_member_json(channel.id, self.app, thread.created);
        }
    }

    pub(crate) fn guild_json(&self, guild: &Guild) -> Value {
        let roles: Vec<Value> =
            guild.roles.iter().map(|role| self.role_json(role, guild.id)).collect();
        json!({
            "id": guild.id, "name": guild.name, "icon": null, "description": null,
            "home_header": null, "splash": null, "discovery_splash": null, "features": [],
            "banner": null, "owner_id": guild.owner, "application_id": null, "region": "rotterdam",
            "afk_channel_id": null, "afk_timeout": 300, "system_channel_id": null,
            "system_channel_flags": 0, "widget_enabled": false, "widget_channel_id": null,
            "verification_level": 0, "roles": roles, "default_message_notifications": 0,
            "mfa_level": 0, "explicit_content_filter": 0, "max_presences": null,
            "max_members": 500_000, "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0,
            "premium_subscription_count": 0, "preferred_locale": guild.locale,
            "rules_channel_id": null, "safety_alerts_channel_id": null,
            "public_updates_channel_id": null, "premium_progress_bar_enabled": false, "nsfw": false,
            "nsfw_level": 0, "emojis": [], "stickers": [], "incidents_data": null,
            "inventory_settings": null,
        })
    }

    /// A server as `GUILD_CREATE` tells it.
    pub(crate) fn guild_create_json(&self, guild: &Guild) -> Value {
        let sees = |id: &&Id| self.may(self.app, **id).has(Permission::VIEW_CHANNEL);
        let channels: Vec<Value> = guild.channels.iter().map(|id| self.channel_json(*id)).collect();
        let threads: Vec<Value> = guild
            .threads
            .iter()
            .filter(|id| self.channels.get(id).is_some_and(|c| !c.archived()))
            .filter(sees)
            .map(|id| self.channel_json(*id))
            .collect();
        let mut json = self.guild_json(guild);
        json["joined_at"] = json!(clock::iso(
            guild.members.get(&self.app).map_or_else(SystemTime::now, |member| member.joined)
        ));
        json["large"] = json!(false);
        json["unavailable"] = json!(false);
        json["member_count"] = json!(guild.members.len());
        json["voice_states"] = json!([]);
        json["members"] = json!([self.member_json(guild.id, self.app)]);
        json["channels"] = json!(channels);
        json["threads"] = json!(threads);
        json["presences"] = json!([]);
        json["stage_instances"] = json!([]);
        json["guild_scheduled_events"] = json!([]);
        json["soundboard_sounds"] = json!([]);
        json
    }

    pub(crate) fn message_json(&self, id: Id) -> Value {
        let mut json = self.lone_message_json(id);
        let replied = self.messages.get(&id).filter(|message| message.kind == 19);
        if let Some(replied) = replied.and_then(|message| message.replies_to) {
            json["referenced_message"] = self.lone_message_json(replied);
        }
        json
    }

    /// A message without the message that it answers.
    fn lone_message_json(&self, id: Id) -> Value {
        let Some(message) = self.messages.get(&id) else {
            return Value::Null;
        };
        let mentions: Vec<Value> =
            message.mentions.users.iter().map(|user| self.user_json(*user)).collect();
        let attachments: Vec<Value> = message
            .attachments
            .iter()
            .map(|file| self.attachment_json(message.channel, file, message.ephemeral()))
            .collect();
        let mut json = json!({
            "id": id, "channel_id": message.channel, "type": message.kind,
            "author": self.user_json(message.author), "content": message.content,
            "timestamp": clock::iso(message.posted),
            "edited_timestamp": message.edited.map(clock::iso), "tts": message.tts,
            "mention_everyone": message.mentions.everyone, "mentions": mentions,
            "mention_roles": message.mentions.roles, "attachments": attachments,
            "embeds": if message.flags & flag::SUPPRESS_EMBEDS == 0 {
                message.embeds.iter().map(|embed| self.with_files(embed, message)).collect()
            } else {
                json!([])
            },
            "pinned": message.pinned, "flags": message.flags,
            "components": self.components_with_files(message),
        });
        if let Some(nonce) = &message.nonce {
            json["nonce"] = nonce.clone();
        }
        if message.author == self.app {
            json["application_id"] = json!(self.app);
        }
        if message.webhook {
            json["webhook_id"] = json!(self.app);
        }
        if let Some(metadata) = &message.interaction_metadata {
            json["interaction_metadata"] = Value::clone(metadata);
        }
        if let Some(poll) = &message.poll {
            json["poll"] = poll.clone();
        }
        if let Some(thread) = message.thread.filter(|id| self.channels.contains_key(id)) {
            json["thread"] = self.channel_json(thread);
        }
        if let Some(replied) = message.replies_to {
            let there = self.messages.get(&replied).map_or(message.channel, |m| m.channel);
            let guild = self.channels.get(&there).and_then(|channel| channel.guild);
            json["message_reference"] = json!({
                "type": 0, "message_id": replied, "channel_id": there, "guild_id": guild,
            });
            if guild.is_none()
                && let Some(reference) = json["message_reference"].as_object_mut()
            {
                reference.remove("guild_id");
            }
        }
        json
    }

    /// An embed with the addresses of those files of its message that it shows; it does not show what
    /// was not sent along.
    fn with_files(&self, embed: &Value, message: &super::Message) -> Value {
        let mut embed = embed.clone();
        for field in ["image", "thumbnail"] {
            let url =
                embed[field]["url"].as_str().and_then(|url| url.strip_prefix("attachment://"));
            let Some(name) = url else { continue };
            match message.attachments.iter().find(|file| file.filename == name) {
                Some(file) => {
                    let shown = self.attachment_json(message.channel, file, message.ephemeral());
                    embed[field]["url"] = shown["url"].clone();
                    embed[field]["content_type"] = shown["content_type"].clone();
                }
                None => {
                    embed.as_object_mut().and_then(|embed| embed.remove(field));
                }
            }
        }
        embed
    }

    /// Components with the addresses of those files of their message that they show.
    fn components_with_files(&self, message: &super::Message) -> Vec<Value> {
        let mut components = message.components.clone();
        let resolve = |item: &mut Value| {
            let url = item["url"].as_str().and_then(|url| url.strip_prefix("attachment://"));
            let file = message.attachments.iter().find(|file| Some(file.filename.as_str()) == url);
            let Some(file) = file else { return };
            let shown = self.attachment_json(message.channel, file, message.ephemeral());
            for field in ["url", "proxy_url", "content_type"] {
                item[field] = shown[field].clone();
            }
            item["attachment_id"] = shown["id"].clone();
        };
        components.iter_mut().for_each(|one| component_tree::media_mut(one, &resolve));
        components
    }

    pub(crate) fn attachment_json(
        &self,
        channel: Id,
        file: &super::Attachment,
        ephemeral: bool,
    ) -> Value {
        let url = format!("{}/attachments/{channel}/{}/{}", self.url, file.id, file.filename);
        let mut json = json!({
            "id": file.id, "filename": file.filename, "size": file.bytes.len(), "url": url,
            "proxy_url": url, "content_type": file.content_type,
        });
        if let Some(description) = &file.description {
            json["description"] = json!(description);
        }
        if ephemeral {
            json["ephemeral"] = json!(true);
        }
        json
    }

    /// What the bot may do in a channel, as interactions tell it.
    pub(crate) fn app_permissions(&self, channel: Id) -> Permission {
        self.may(self.app, channel)
    }

    /// The partial channel in an interaction, and in resolved data.
    pub(crate) fn partial_channel_json(&self, id: Id, user: Id) -> Value {
        let mut json = self.channel_json(id);
        if json.get("guild_id").is_some() {
            json["permissions"] = json!(self.may(user, id).0.to_string());
            json["app_permissions"] = json!(self.app_permissions(id).0.to_string());
        }
        json
    }

    /// What a member may do in the server at large.
    pub(crate) fn may_in_guild(&self, guild: Id, user: Id) -> Permission {
        self.guilds.get(&guild).map_or(Permission::NONE, |g| permissions::in_guild(g, user))
    }
}

/// One member of a thread.
pub(crate) fn thread_member_json(thread: Id, user: Id, joined: SystemTime) -> Value {
    json!({ "id": thread, "user_id": user, "join_timestamp": clock::iso(joined), "flags": 0 })
}
