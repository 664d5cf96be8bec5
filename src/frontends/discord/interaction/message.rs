//! A command that was used on a message, with the message as it stood then.

use serenity::model::application::{CommandData, CommandDataResolved};
use serenity::model::channel::{Message, MessageType};

use super::super::mentions::Names;
use super::{address, signed};
use crate::command::{Invocation, MessageSpec, TargetMessage, Value};
use crate::commands;
use domain::MemberId;

/// The command as a line; `None` if it is none of ours.
pub(super) fn used_on(data: &CommandData) -> Option<Invocation> {
    let spec = commands::find_on_message(&data.name)?;
    let line = Invocation { name: spec.word.to_owned(), ..Invocation::default() };
    let target = data.target_id?.to_message_id();
    Some(match data.resolved.messages.get(&target) {
        Some(message) => line.with(MessageSpec::OPTION, Value::Message(quoted(message))),
        None => line,
    })
}

fn quoted(message: &Message) -> TargetMessage {
    let written = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    TargetMessage {
        at: address(message.channel_id, message.id.get()),
        author: MemberId(signed(message.author.id.get())),
        name: message.author.display_name().to_owned(),
        bot: message.author.bot || message.webhook_id.is_some(),
        // What Discord itself says in a member's name has not been written by them.
        text: if written { message.content.clone() } else { String::new() },
        files: message.attachments.iter().map(|file| file.filename.clone()).collect(),
    }
}

/// The names that Discord tells with a command: of those it names, and of those whom the message
/// mentions that it was used on.
pub(super) fn names(resolved: &CommandDataResolved) -> Names {
    let mut names = Names::default();
    for (id, user) in &resolved.users {
        let nick = resolved.members.get(id).and_then(|member| member.nick.clone());
        let name = nick.unwrap_or_else(|| user.display_name().to_owned());
        names.users.insert(id.get(), name);
    }
    let roles = resolved.roles.iter().map(|(id, role)| (id.get(), role.name.clone()));
    names.roles.extend(roles);
    let channels = resolved.channels.iter();
    let channels = channels.filter_map(|(id, channel)| Some((id.get(), channel.name.clone()?)));
    names.channels.extend(channels);
    for message in resolved.messages.values() {
        let users = message.mentions.iter();
        let users = users.map(|user| (user.id.get(), user.display_name().to_owned()));
        names.global.extend(users);
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
        quoted(&serde_json::from_value(message).unwrap())
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
