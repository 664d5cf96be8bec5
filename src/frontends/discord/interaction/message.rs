//! A command that was used on a message, with the message as it stood then.

use serenity::model::application::CommandData;
use serenity::model::channel::{Message, MessageType};

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
        text: if written { readable(message) } else { String::new() },
    }
}

/// A message's words, with names where Discord writes numbers.
fn readable(message: &Message) -> String {
    let mut text = String::with_capacity(message.content.len());
    let mut rest = message.content.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        match after.split_once('>').and_then(|(inside, tail)| Some((name(inside, message)?, tail)))
        {
            Some((name, tail)) => {
                text.push_str(&name);
                rest = tail;
            }
            None => {
                text.push('<');
                rest = after;
            }
        }
    }
    text + rest
}

/// What stands between `<` and `>`, as readers see it: `@123`, `@!123`, `:wave:123`, `a:wave:123`.
fn name(inside: &str, message: &Message) -> Option<String> {
    if let Some(number) = inside.strip_prefix('@') {
        let number: u64 = number.trim_start_matches('!').parse().ok()?;
        let user = message.mentions.iter().find(|user| user.id.get() == number)?;
        return Some(format!("@{}", user.display_name()));
    }
    let mut parts = inside.strip_prefix('a').unwrap_or(inside).strip_prefix(':')?.split(':');
    match (parts.next()?, parts.next()?.parse::<u64>(), parts.next()) {
        (name, Ok(_), None) if !name.is_empty() => Some(format!(":{name}:")),
        _ => None,
    }
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
    fn a_message_reads_as_its_readers_see_it() {
        for (content, read) in [
            ("Plain.", "Plain."),
            ("I agree with <@6> and <@!6>.", "I agree with @Ben and @Ben."),
            ("Who is <@77>?", "Who is <@77>?"),
            ("a < b, <b> and <", "a < b, <b> and <"),
            ("Yes <:wave:123><a:spin:45>!", "Yes :wave::spin:!"),
            ("<<@6>> <:no:x> <:a:1:2>", "<@Ben> <:no:x> <:a:1:2>"),
        ] {
            let quoted = sent(0, content, json!({}));
            assert_eq!((quoted.text.as_str(), quoted.name.as_str()), (read, "Ana"));
            assert!(!quoted.bot);
        }
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

    proptest::proptest! {
        #[test]
        fn any_message_is_read(content in "[<>@:!a0-9 ]{0,30}") {
            let _ = sent(0, &content, json!({}));
        }
    }
}
