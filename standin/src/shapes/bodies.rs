//! The smaller bodies.

use super::messages::{Source, message};
use super::{Field, Findings, Shape, check, may, must};
use serde_json::Value;

const AUTO_ARCHIVE: Field = may("auto_archive_duration", Shape::Int(60, 10080));
const SLOW: Field = may("rate_limit_per_user", Shape::Int(0, 21_600));

/// `PATCH /channels/{id}` of a thread.
pub(crate) const THREAD_PATCH: &[Field] = &[
    may("name", Shape::Text(1, 100)),
    may("archived", Shape::Bool),
    AUTO_ARCHIVE,
    may("locked", Shape::Bool),
    may("invitable", Shape::Bool),
    SLOW,
    may("flags", Shape::Int(0, 255)),
    may("applied_tags", Shape::List(&Shape::Snowflake, 0, 5)),
];

const TAG: Shape = Shape::Object(&[
    may("id", Shape::Snowflake),
    must("name", Shape::Text(1, 20)),
    may("moderated", Shape::Bool),
    may("emoji_id", Shape::Snowflake),
    may("emoji_name", Shape::Text(0, 100)),
]);

/// `PATCH /channels/{id}` of a channel of a server.
pub(crate) const CHANNEL_PATCH: &[Field] = &[
    may("name", Shape::Text(1, 100)),
    may("type", Shape::Int(0, 16)),
    may("position", Shape::Int(0, 10_000)),
    may("topic", Shape::Text(0, 4096)),
    may("nsfw", Shape::Bool),
    SLOW,
    may("permission_overwrites", Shape::Any),
    may("parent_id", Shape::Snowflake),
    may("default_auto_archive_duration", Shape::Int(60, 10080)),
    may("flags", Shape::Int(0, 1 << 20)),
    may("available_tags", Shape::List(&TAG, 0, 20)),
    may("default_reaction_emoji", Shape::Any),
    may("default_thread_rate_limit_per_user", Shape::Int(0, 21_600)),
    may("default_sort_order", Shape::Int(0, 1)),
    may("default_forum_layout", Shape::Int(0, 2)),
];

/// A thread from a message.
pub(crate) const THREAD_FROM_MESSAGE: &[Field] = &[
    must("name", Shape::Text(1, 100)),
    AUTO_ARCHIVE,
    SLOW,
    // discord.js sends it along; Discord takes no notice.
    may("type", Shape::Int(10, 12)),
];

/// A thread from nothing.
pub(crate) const THREAD: &[Field] = &[
    must("name", Shape::Text(1, 100)),
    AUTO_ARCHIVE,
    may("type", Shape::Int(10, 12)),
    may("invitable", Shape::Bool),
    SLOW,
];

const POST: &[Field] = &[
    must("name", Shape::Text(1, 100)),
    AUTO_ARCHIVE,
    SLOW,
    must("message", Shape::Any),
    may("applied_tags", Shape::List(&Shape::Snowflake, 0, 5)),
    // serenity and discord.js both send it along; Discord takes no notice.
    may("type", Shape::Int(10, 12)),
];

/// A post in a forum, with its first message.
pub(crate) fn post(body: &Value) -> Findings {
    let mut found = check(POST, body);
    if body["message"].is_object() {
        found.absorb("message", message(&body["message"], Source::Post, 0));
    }
    found
}

/// A direct-message channel.
pub(crate) const DIRECT: &[Field] = &[must("recipient_id", Shape::Snowflake)];

/// The answer to an interaction; what is in `data` depends on the type.
pub(crate) const CALLBACK: &[Field] = &[must("type", Shape::Int(1, 12)), may("data", Shape::Any)];

/// `auto_archive_duration` is one of four.
pub(crate) fn auto_archive(body: &Value, found: &mut Findings) {
    let Some(minutes) = body["auto_archive_duration"].as_i64() else {
        return;
    };
    if ![60, 1440, 4320, 10080].contains(&minutes) {
        let message = "Value must be one of (60, 1440, 4320, 10080).";
        found.add("auto_archive_duration", "BASE_TYPE_CHOICES", message);
    }
}

const LOCATION: Shape = Shape::Object(&[may("location", Shape::Text(1, 100))]);

/// A scheduled event.
pub(crate) const EVENT: &[Field] = &[
    must("name", Shape::Text(1, 100)),
    may("description", Shape::Text(1, 1000)),
    must("scheduled_start_time", Shape::Text(1, 40)),
    may("scheduled_end_time", Shape::Text(1, 40)),
    must("privacy_level", Shape::Int(2, 2)),
    must("entity_type", Shape::Int(1, 3)),
    may("channel_id", Shape::Snowflake),
    may("entity_metadata", LOCATION),
    may("image", Shape::Text(0, 10_000_000)),
    may("recurrence_rule", Shape::Any),
];

/// `PATCH` of a scheduled event.
pub(crate) const EVENT_PATCH: &[Field] = &[
    may("name", Shape::Text(1, 100)),
    may("description", Shape::Text(0, 1000)),
    may("scheduled_start_time", Shape::Text(1, 40)),
    may("scheduled_end_time", Shape::Text(1, 40)),
    may("privacy_level", Shape::Int(2, 2)),
    may("entity_type", Shape::Int(1, 3)),
    may("channel_id", Shape::Snowflake),
    may("entity_metadata", LOCATION),
    may("status", Shape::Int(1, 4)),
    may("image", Shape::Text(0, 10_000_000)),
    may("recurrence_rule", Shape::Any),
];
