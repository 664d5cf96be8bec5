//! A command that was used on a message, with the message as it stood then.

use serde_json::Value as Json;

use super::super::mentions::Names;
use super::super::{ids, lenient};
use super::asker;
use crate::command::{Invocation, MessageSpec, TargetMessage, Value};
use crate::commands;
use domain::{Address, ChannelId, MemberId, MessageId};

/// Discord's types of messages that somebody has written: a message, and a reply.
const WRITTEN: [i64; 2] = [0, 19];

/// The command as a line; `None` if it is none of ours.
pub(super) fn used_on(data: &Json) -> Option<Invocation> {
    let spec = commands::find_on_message(data["name"].as_str()?)?;
    let line = Invocation { name: spec.word.to_owned(), ..Invocation::default() };
    let target = ids::of(&data["target_id"])?;
    let message = &data["resolved"]["messages"][target.to_string()];
    Some(match quoted(message) {
        Some(message) => line.with(MessageSpec::OPTION, Value::Message(message)),
        None => line,
    })
}

fn quoted(message: &Json) -> Option<TargetMessage> {
    let author = &message["author"];
    let id = MemberId(ids::of(&author["id"])?);
    let written = lenient::number(&message["type"]).is_some_and(|kind| WRITTEN.contains(&kind));
    let text = lenient::text(&message["content"]).filter(|_| written);
    let files = lenient::list(&message["attachments"]).iter();
    Some(TargetMessage {
        at: Address {
            place: ChannelId(ids::of(&message["channel_id"])?),
            message: MessageId(ids::of(&message["id"])?),
        },
        author: id,
        name: asker::name(&Json::Null, author).unwrap_or_else(|| id.to_string()),
        bot: lenient::flag(&author["bot"]) == Some(true) || !message["webhook_id"].is_null(),
        // What Discord itself says in a member's name has not been written by them.
        text: text.unwrap_or_default(),
        files: files.filter_map(|file| lenient::text(&file["filename"])).collect(),
    })
}

/// The names that Discord tells with a command: of those it names, and of those whom the message
/// mentions that it was used on.
pub(super) fn names(resolved: &Json) -> Names {
    let mut names = Names::default();
    for (id, user) in lenient::by_id(&resolved["users"]) {
        let member = &resolved["members"][id.to_string()];
        names.users.extend(asker::name(member, user).map(|name| (id, name)));
    }
    let named = |(id, of): (u64, &Json)| Some((id, lenient::text(&of["name"])?));
    names.roles.extend(lenient::by_id(&resolved["roles"]).filter_map(named));
    names.channels.extend(lenient::by_id(&resolved["channels"]).filter_map(named));
    for (_, message) in lenient::by_id(&resolved["messages"]) {
        for user in lenient::list(&message["mentions"]) {
            let name = asker::name(&Json::Null, user);
            let id = ids::of(&user["id"]).map(i64::cast_unsigned);
            names.global.extend(id.zip(name));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sent(kind: u8, content: &str, more: serde_json::Value) -> TargetMessage {
        let mut message = json!({
            "id": "20", "channel_id": "10", "type": kind, "content": content,
            "author": {
                "id": "5", "username": "ana", "global_name": "Ana", "discriminator": "0",
                "avatar": null,
            },
            "timestamp": "2026-11-22T08:00:00+00:00", "edited_timestamp": null, "tts": false,
            "mention_everyone": false, "mention_roles": [], "attachments": [], "embeds": [],
            "pinned": false, "mentions": [{
                "id": "6", "username": "ben", "global_name": "Ben", "discriminator": "0",
                "avatar": null,
            }],
        });
        message.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        quoted(&message).unwrap()
    }

    #[test]
    fn a_message_comes_with_its_words_and_the_names_of_its_files() {
        let file = |name: &str| {
            json!({
                "id": "30", "filename": name, "size": 5, "url": "https://x.y/z",
                "proxy_url": "https://x.y/z",
            })
        };
        let message = sent(0, "See <@6>.", json!({"attachments": [file("plan.pdf")]}));
        assert_eq!((message.text.as_str(), message.name.as_str()), ("See <@6>.", "Ana"));
        assert_eq!(message.files, ["plan.pdf"]);
        assert!(!message.bot);
    }

    #[test]
    fn bots_and_webhooks_are_told_and_notices_have_no_words() {
        assert!(sent(0, "x", json!({"webhook_id": "9"})).bot);
        let bot = json!({"author": {
            "id": "5", "username": "b", "discriminator": "0001", "avatar": null, "bot": true,
        }});
        assert!(sent(0, "x", bot).bot);
        assert_eq!(sent(19, "A reply.", json!({})).text, "A reply.");
        // A thread that somebody opened is told of in their name.
        assert_eq!(sent(18, "A thread", json!({})).text, "");
    }
}
