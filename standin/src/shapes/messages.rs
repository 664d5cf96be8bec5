//! Message bodies: of a channel, of an answer to an interaction, of a follow-up, of an edit.

use serde_json::{Value, json};

use super::{Field, Findings, Shape, check, component_rules, may, must};
use crate::world::messages::flag;

const URL: Shape = Shape::Text(0, 2048);
const EMBED: Shape = Shape::Object(&[
    may("type", Shape::Text(0, 20)),
    may("title", Shape::Text(0, 256)),
    may("description", Shape::Text(0, 4096)),
    may("url", URL),
    may("timestamp", Shape::Text(1, 50)),
    may("color", Shape::Int(0, 0xFF_FFFF)),
    may("footer", Shape::Object(&[must("text", Shape::Text(1, 2048)), may("icon_url", URL)])),
    may("image", Shape::Object(&[may("url", URL), may("description", Shape::Text(0, 4096))])),
    may("thumbnail", Shape::Object(&[may("url", URL)])),
    may(
        "author",
        Shape::Object(&[must("name", Shape::Text(1, 256)), may("url", URL), may("icon_url", URL)]),
    ),
    may(
        "fields",
        Shape::List(
            &Shape::Object(&[
                must("name", Shape::Text(1, 256)),
                must("value", Shape::Text(1, 1024)),
                may("inline", Shape::Bool),
            ]),
            0,
            25,
        ),
    ),
]);

const CONTENT: Field = may("content", Shape::Text(0, 2000));
const EMBEDS: Field = may("embeds", Shape::List(&EMBED, 0, 10));
const MENTIONS: Field = may(
    "allowed_mentions",
    Shape::Object(&[
        may("parse", Shape::List(&Shape::Text(1, 10), 0, 3)),
        may("roles", Shape::List(&Shape::Snowflake, 0, 100)),
        may("users", Shape::List(&Shape::Snowflake, 0, 100)),
        may("replied_user", Shape::Bool),
    ]),
);
// Looked at by `component_rules::message`, which knows the flags.
const COMPONENTS: Field = may("components", Shape::Any);
const FLAGS: Field = may("flags", Shape::Int(0, i32::MAX as i64));
const TTS: Field = may("tts", Shape::Bool);
const ATTACHMENTS: Field = may(
    "attachments",
    Shape::List(
        &Shape::Object(&[
            must("id", Shape::Snowflake),
            may("filename", Shape::Text(1, 1024)),
            may("title", Shape::Text(0, 1024)),
            may("description", Shape::Text(0, 1024)),
            may("is_remix", Shape::Bool),
            may("duration_secs", Shape::Number),
            may("waveform", Shape::Text(0, 400)),
        ]),
        0,
        10,
    ),
);
const POLL: Field = may(
    "poll",
    Shape::Object(&[
        must("question", Shape::Object(&[must("text", Shape::Text(1, 300))])),
        must(
            "answers",
            Shape::List(
                &Shape::Object(&[must(
                    "poll_media",
                    Shape::Object(&[may("text", Shape::Text(1, 55)), may("emoji", Shape::Any)]),
                )]),
                1,
                10,
            ),
        ),
        may("duration", Shape::Int(1, 768)),
        may("allow_multiselect", Shape::Bool),
        may("layout_type", Shape::Int(1, 1)),
    ]),
);

const CREATE: &[Field] = &[
    CONTENT,
    may("nonce", Shape::Any),
    TTS,
    EMBEDS,
    MENTIONS,
    may(
        "message_reference",
        Shape::Object(&[
            may("type", Shape::Int(0, 1)),
            may("message_id", Shape::Snowflake),
            may("channel_id", Shape::Snowflake),
            may("guild_id", Shape::Snowflake),
            may("fail_if_not_exists", Shape::Bool),
        ]),
    ),
    COMPONENTS,
    may("sticker_ids", Shape::List(&Shape::Snowflake, 0, 3)),
    ATTACHMENTS,
    FLAGS,
    may("enforce_nonce", Shape::Bool),
    POLL,
];
const ANSWER: &[Field] = &[TTS, CONTENT, EMBEDS, MENTIONS, FLAGS, COMPONENTS, ATTACHMENTS, POLL];
const FOLLOW_UP: &[Field] = &[
    TTS,
    CONTENT,
    EMBEDS,
    MENTIONS,
    FLAGS,
    COMPONENTS,
    ATTACHMENTS,
    POLL,
    may("username", Shape::Text(1, 80)),
    may("avatar_url", URL),
];
const EDIT: &[Field] = &[CONTENT, EMBEDS, FLAGS, MENTIONS, COMPONENTS, ATTACHMENTS, POLL];
const POST_MESSAGE: &[Field] = &[
    CONTENT,
    EMBEDS,
    MENTIONS,
    COMPONENTS,
    may("sticker_ids", Shape::List(&Shape::Snowflake, 0, 3)),
    ATTACHMENTS,
    FLAGS,
];

/// Where a message body comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// To a channel.
    Create,
    /// As the answer to an interaction.
    Answer,
    /// After an answer.
    FollowUp,
    /// Over a message that stands.
    Edit,
    /// The first message of a forum post.
    Post,
}

/// Checks a message body. `standing` is the flags of the message that an edit edits.
pub(crate) fn message(body: &Value, source: Source, standing: u64) -> Findings {
    let fields = match source {
        Source::Create => CREATE,
        Source::Answer => ANSWER,
        Source::FollowUp => FOLLOW_UP,
        Source::Edit => EDIT,
        Source::Post => POST_MESSAGE,
    };
    let mut found = check(fields, body);
    let flags = body["flags"].as_u64().unwrap_or(0) | standing;
    let layout = flags & flag::COMPONENTS_V2 != 0;
    if body.get("components").is_some_and(|components| !components.is_null()) {
        component_rules::message(&body["components"], layout, &mut found);
    }
    if layout {
        for field in ["content", "embeds", "poll", "sticker_ids"] {
            let set = &body[field];
            let empty = set.is_null() || *set == json!("") || *set == json!([]);
            if !empty {
                let message = "The field cannot be used when MessageFlags.IS_COMPONENTS_V2 is set";
                found.add(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
            }
        }
    }
    embeds(body, &mut found);
    mentions(&body["allowed_mentions"], &mut found);
    nonce(&body["nonce"], &mut found);
    found
}

/// All the text of all embeds of a message.
fn embeds(body: &Value, found: &mut Findings) {
    let mut total = 0;
    for (n, embed) in body["embeds"].as_array().into_iter().flatten().enumerate() {
        let mut texts = vec![
            &embed["title"],
            &embed["description"],
            &embed["footer"]["text"],
            &embed["author"]["name"],
        ];
        for field in embed["fields"].as_array().into_iter().flatten() {
            texts.extend([&field["name"], &field["value"]]);
        }
        let length: usize = texts
            .iter()
            .filter_map(|text| text.as_str())
            .map(|text| text.trim().chars().count())
            .sum();
        total += length;
        let empty = length == 0 && embed["image"].is_null() && embed["thumbnail"].is_null();
        if empty {
            found.add(
                &format!("embeds.{n}.description"),
                "BASE_TYPE_REQUIRED",
                "This field is required",
            );
        }
        for (field, url) in [
            ("url", &embed["url"]),
            ("image.url", &embed["image"]["url"]),
            ("thumbnail.url", &embed["thumbnail"]["url"]),
            ("author.url", &embed["author"]["url"]),
            ("author.icon_url", &embed["author"]["icon_url"]),
            ("footer.icon_url", &embed["footer"]["icon_url"]),
        ] {
            let Some(url) = url.as_str() else { continue };
            if !["http://", "https://", "attachment://"].iter().any(|start| url.starts_with(start))
            {
                let message = "Scheme must be one of ('http', 'https').";
                found.add(&format!("embeds.{n}.{field}"), "URL_TYPE_INVALID_SCHEME", message);
            }
        }
    }
    if total > 6000 {
        let message = "Embed size exceeds maximum size of 6000";
        found.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

/// A class that is both parsed whole and listed one by one is refused.
fn mentions(allowed: &Value, found: &mut Findings) {
    for (n, class) in allowed["parse"].as_array().into_iter().flatten().enumerate() {
        let Some(class) = class.as_str() else {
            continue;
        };
        if !["roles", "users", "everyone"].contains(&class) {
            let message = "Value must be one of ('roles', 'users', 'everyone').";
            found.add(&format!("allowed_mentions.parse.{n}"), "BASE_TYPE_CHOICES", message);
        }
        if allowed[class].as_array().is_some_and(|list| !list.is_empty()) {
            let message =
                format!("parse:[\"{class}\"] and {class}: [ids...] are mutually exclusive.");
            found.add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
}

fn nonce(nonce: &Value, found: &mut Findings) {
    match nonce {
        Value::Null => {}
        Value::Number(number) if number.is_i64() => {}
        Value::String(text) if text.chars().count() <= 25 => {}
        _ => found.add("nonce", "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length."),
    }
}
