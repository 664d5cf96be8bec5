//! Interactions as Discord sends them, and as it never should.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::command::{Attachment, ChannelKind, Value};
use domain::{Address, ChannelId, MemberId, MessageId, RoleId, ServerId};

fn read(raw: &Json) -> Result<Received, Box<Unreadable>> {
    let arrival = Arrival { received: Instant::now(), now: Timestamp::UNIX_EPOCH };
    Received::read(&raw.to_string(), arrival)
}

fn ask(raw: &Json) -> RequestKind {
    read(raw).ok().expect("it can be read").ask
}

/// What comes with every interaction in a server.
fn sent(kind: i64, data: &Json) -> Json {
    json!({
        "id": "900", "application_id": "800", "token": "secret", "version": 1, "type": kind,
        "data": data, "guild_id": "1", "channel_id": "10", "locale": "de", "guild_locale": "fr",
        "guild": {"id": "1", "locale": "fr", "features": []},
        "channel": {
            "id": "10", "type": 0, "name": "general", "guild_id": "1", "position": 1,
            "permissions": "2147483647", "parent_id": "4",
        },
        "member": {
            "user": {"id": "5", "username": "ana", "global_name": "Ana", "discriminator": "0"},
            "nick": "Anita", "roles": ["7", "8"], "permissions": "32", "flags": 0,
        },
        "app_permissions": "68608", "attachment_size_limit": 10_485_760, "context": 0,
        "entitlements": [], "authorizing_integration_owners": {"0": "1"},
    })
}

fn slash() -> Json {
    let options = json!([{"type": 1, "name": "add", "options": [
        {"type": 3, "name": "time", "value": "9:00"},
        {"type": 4, "name": "count", "value": 3},
        {"type": 5, "name": "thread", "value": true},
        {"type": 6, "name": "who", "value": "6"},
        {"type": 7, "name": "channel", "value": "11"},
        {"type": 8, "name": "role", "value": "7"},
        {"type": 11, "name": "file", "value": "12"},
    ]}]);
    let resolved = json!({
        "users": {"6": {"id": "6", "username": "ben", "global_name": "Ben", "bot": true}},
        "members": {"6": {"nick": "Benny", "roles": []}},
        "roles": {"7": {"id": "7", "name": "readers"}},
        "channels": {"11": {
            "id": "11", "name": "hall", "type": 15, "permissions": "0", "app_permissions": "1024",
        }},
        "attachments": {"12": {"id": "12", "filename": "a.txt", "size": 4, "url": "https://x/a"}},
    });
    let data = json!({
        "id": "70", "name": "daily", "type": 1, "options": options, "resolved": resolved,
    });
    sent(2, &data)
}

fn completion() -> Json {
    let options = json!([{"type": 3, "name": "work", "value": "x"},
        {"type": 3, "name": "theme", "value": "po", "focused": true}]);
    sent(4, &json!({"id": "70", "name": "quote", "type": 1, "options": options}))
}

fn on_message() -> Json {
    let message = json!({
        "id": "20", "channel_id": "10", "type": 0, "content": "Power corrupts.",
        "author": {"id": "6", "username": "ben", "global_name": "Ben"},
        "attachments": [], "mentions": [{"id": "5", "username": "ana", "global_name": "Ana"}],
    });
    let resolved = json!({"messages": {"20": message}});
    let data = json!({
        "id": "71", "name": "Record as answer", "type": 3, "target_id": "20", "resolved": resolved,
    });
    sent(2, &data)
}

/// A press on a message in Components V2, which serenity could not decode.
fn press() -> Json {
    let mut raw = sent(3, &json!({"id": 3, "custom_id": "answer round:42", "component_type": 2}));
    raw["message"] = json!({
        "id": "30", "channel_id": "10", "type": 0, "content": "", "flags": 32768,
        "components": [{"type": 17, "components": [{"type": 10, "content": "Well?"}]}],
    });
    raw
}

fn menu() -> Json {
    let mut raw = press();
    raw["data"] = json!({
        "id": 3, "custom_id": "theme", "component_type": 3, "values": ["power"],
    });
    raw
}

/// A form in labels that was opened from a slash command: serenity dropped its fields.
fn form() -> Json {
    let input = json!({"type": 4, "id": 2, "custom_id": "text", "value": "Nobody does."});
    let components = json!([{"type": 10, "id": 1}, {"type": 18, "id": 3, "component": input}]);
    sent(5, &json!({"custom_id": "answer round:42", "components": components}))
}

/// The same form of before labels, from a button.
fn old_form() -> Json {
    let mut raw = press();
    let input = json!({"type": 4, "custom_id": "text", "value": "Nobody does."});
    raw["type"] = json!(5);
    raw["data"] = json!({
        "custom_id": "answer round:42",
        "components": [{"type": 1, "components": [input]}],
    });
    raw
}

fn all() -> [Json; 7] {
    [slash(), completion(), on_message(), press(), menu(), form(), old_form()]
}

#[test]
fn a_command_comes_with_its_words_and_its_options() {
    let RequestKind::Command(line) = ask(&slash()) else { panic!() };
    assert_eq!(line.name, "daily add");
    let file = Attachment { name: "a.txt".to_owned(), at: "https://x/a".to_owned(), size: 4 };
    for (name, value) in [
        ("time", Value::Text("9:00".to_owned())),
        ("count", Value::Integer(3)),
        ("thread", Value::Flag(true)),
        ("who", Value::Member { id: MemberId(6), name: "Benny".to_owned(), bot: true }),
        ("channel", Value::Channel(ChannelId(11))),
        ("role", Value::Role(RoleId(7))),
        ("file", Value::File(file)),
    ] {
        assert_eq!(line.options.get(name), Some(&value));
    }
}

#[test]
fn who_asks_and_where_is_read() {
    let context = read(&press()).ok().unwrap().context;
    assert_eq!((context.server, context.channel.id), (ServerId(1), ChannelId(10)));
    assert_eq!(context.channel.parent, None, "a category is nobody's parent");
    let member = context.member;
    assert_eq!((member.id, member.name.as_str()), (MemberId(5), "Anita"));
    assert_eq!(member.roles, [RoleId(7), RoleId(8)]);
    assert!(member.manages_server && !member.administers);
    let at = Address { place: ChannelId(10), message: MessageId(30) };
    assert_eq!(context.pressed, Some(at));
    assert_eq!(context.largest_file, 10_485_760);
}

#[test]
fn the_languages_of_the_member_and_the_server_are_read() {
    let languages = |raw: Json| {
        let received = read(&raw).ok().unwrap();
        let context = received.context;
        (received.language, context.language, context.server_language)
    };
    let (french, german) = (Some(Language::French), Some(Language::German));
    assert_eq!(languages(press()), (Language::German, german, french));
    let odd = with(with(press(), "/locale", json!("tlh")), "/guild_locale", json!(5));
    assert_eq!(languages(odd), (Language::English, None, None));
    let unreadable = read(&with(press(), "/data", json!(null))).err().unwrap();
    assert_eq!(unreadable.language, Language::German);
}

#[test]
fn a_message_that_only_its_presser_sees_is_told() {
    let alone = |flags: i64| {
        let raw = with(press(), "/message/flags", json!(flags));
        read(&raw).ok().unwrap().context.pressed_alone
    };
    assert!(alone(1 << 6 | 1 << 15) && !alone(1 << 15));
}

#[test]
fn a_thread_comes_with_its_channel() {
    let mut raw = press();
    raw["channel"]["type"] = json!(11);
    let channel = read(&raw).ok().unwrap().context.channel;
    assert_eq!((channel.kind, channel.parent), (ChannelKind::Thread, Some(ChannelId(4))));
}

#[test]
fn what_we_may_do_in_channels_comes_with_the_command() {
    let seen = read(&slash()).ok().unwrap().channels;
    let seen: Vec<_> = seen.iter().map(|it| (it.id.0, it.kind, it.have.bits())).collect();
    assert_eq!(seen, [(10, ChannelKind::Channel, 68_608), (11, ChannelKind::Forum, 1_024)]);
}

#[test]
fn presses_menus_and_forms_are_lines() {
    let line = |raw| match ask(&raw) {
        RequestKind::Press(line) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line(press()), Invocation::parse("answer round:42").unwrap());
    assert_eq!(line(menu()), Invocation::parse("theme").unwrap().chosen("choice", "power"));
    let filled = Invocation::parse("answer round:42").unwrap().field("text", "Nobody does.");
    assert_eq!(line(form()), filled);
    assert_eq!(line(old_form()), filled);
    assert!(!read(&form()).ok().unwrap().form_fits);
}

#[test]
fn a_completion_names_what_is_typed() {
    let (name, option, typed) = ("quote".to_owned(), "theme".to_owned(), "po".to_owned());
    assert_eq!(ask(&completion()), RequestKind::Complete { name, option, typed });
}

#[test]
fn outside_of_a_server_that_has_the_bot_a_member_has_a_book_of_their_own() {
    let own = ServerId::of_member(MemberId(5));
    let mut alone = press();
    for part in ["guild_id", "guild", "member"] {
        alone.as_object_mut().unwrap().remove(part);
    }
    alone["user"] = json!({"id": "5", "username": "ana"});
    alone["context"] = json!(1);
    let context = read(&alone).ok().unwrap().context;
    assert_eq!((context.server, context.member.name.as_str()), (own, "ana"));
    assert!(!context.alone && !context.member.manages_server);
    // In a server that has it not, its members' rights are nothing to us.
    let mut elsewhere = press();
    elsewhere["authorizing_integration_owners"] = json!({"1": "5"});
    for (permissions, alone) in [("8", true), ("1125899906842632", false)] {
        elsewhere["member"]["permissions"] = json!(permissions);
        let received = read(&elsewhere).ok().unwrap();
        let context = received.context;
        assert_eq!((context.server, context.alone), (own, alone), "{permissions}");
        assert!(!context.member.manages_server && !context.member.administers);
        assert_eq!(context.server_language, None);
        assert!(received.channels.is_empty());
    }
}

#[test]
fn numbers_may_be_texts_and_texts_numbers() {
    let mut raw = slash();
    raw["id"] = json!(900);
    raw["guild_id"] = json!(1);
    raw["type"] = json!("2");
    raw["attachment_size_limit"] = json!("5");
    raw["member"]["permissions"] = json!(8);
    raw["member"]["user"]["id"] = json!(5);
    let options = &mut raw["data"]["options"][0]["options"];
    options[0]["value"] = json!(9);
    options[1]["value"] = json!("3");
    options[4]["value"] = json!(11);
    let received = read(&raw).ok().unwrap();
    let context = received.context;
    assert_eq!((context.member.id, context.member.administers), (MemberId(5), true));
    assert_eq!(context.largest_file, 5);
    let RequestKind::Command(line) = received.ask else { panic!() };
    assert_eq!(line.options["time"], Value::Text("9".to_owned()));
    assert_eq!(line.options["count"], Value::Integer(3));
    assert_eq!(line.options["channel"], Value::Channel(ChannelId(11)));
}

#[test]
fn an_option_of_another_type_is_left_for_the_command_to_refuse() {
    let mut raw = slash();
    raw["data"]["options"][0]["options"][1]["value"] = json!("three");
    raw["data"]["options"][0]["options"][2]["value"] = json!(["x"]);
    let RequestKind::Command(line) = ask(&raw) else { panic!() };
    assert_eq!(line.options["count"], Value::Text("three".to_owned()));
    assert_eq!(line.options["thread"], Value::Text("[\"x\"]".to_owned()));
}

/// Changes one part, if it is there.
fn with(mut raw: Json, at: &str, value: Json) -> Json {
    *raw.pointer_mut(at).unwrap() = value;
    raw
}

#[test]
fn what_cannot_be_read_can_be_answered_and_its_texts_given_back() {
    let answer = with(slash(), "/data/name", json!("answer"));
    let option = json!([{"type": 3, "name": "text", "value": "Nobody does."}]);
    let answer = with(answer, "/data/options", option);
    let unknown = json!({"type": 99, "custom_id": "mood", "value": "blue"});
    let doubled = json!({"type": 18, "component": {
        "type": 4, "custom_id": "text", "value": "Twice.",
    }});
    let wrote = ["Nobody does."];
    for (raw, texts) in [
        (with(form(), "/type", json!(77)), &wrote[..]),
        (with(form(), "/data/components/0", json!({"type": 98})), &wrote),
        (with(form(), "/data/components/0", unknown), &["blue", "Nobody does."]),
        (with(form(), "/data/components/0", doubled), &["Twice.", "Nobody does."]),
        (with(form(), "/member", json!(null)), &wrote),
        (with(form(), "/guild_id", json!("x")), &wrote),
        (with(answer, "/member/user/id", json!(0)), &wrote),
        (with(form(), "/data", json!(null)), &[]),
        (with(press(), "/data/component_type", json!(42)), &[]),
        (with(menu(), "/data/values", json!(["power", "liberty"])), &[]),
        (with(on_message(), "/data/name", json!("Report")), &[]),
        (with(on_message(), "/data/type", json!(4)), &[]),
    ] {
        let unreadable = read(&raw).err().unwrap_or_else(|| panic!("{raw}"));
        assert_eq!(unreadable.texts, texts, "{raw}");
        assert_eq!(unreadable.ticket.unwrap().token, "secret");
    }
}

/// Lists within lists.
fn nested(depth: usize) -> Json {
    (0..depth).fold(json!([]), |inner, _| json!([inner]))
}

#[test]
fn nesting_of_any_depth_can_be_answered() {
    let mut raw = form();
    raw["channel"] = nested(300);
    let unreadable = read(&raw).err().unwrap();
    assert_eq!(unreadable.texts, ["Nobody does."]);
    assert_eq!((unreadable.ticket.unwrap().token.as_str(), unreadable.kind), ("secret", Some(5)));
    assert!(!read(&with(completion(), "/data/id", nested(300))).err().unwrap().texts.is_empty());
    for text in ["", "null", "[]", "{", "{\"id\":\"1\"}"] {
        let arrival = Arrival { received: Instant::now(), now: Timestamp::UNIX_EPOCH };
        assert!(Received::read(text, arrival).err().unwrap().ticket.is_none());
    }
}

/// The paths of all parts, but for those without which nobody can answer.
fn paths(raw: &Json, at: &str, found: &mut Vec<String>) {
    let mut go = |name: String, part| {
        let at = format!("{at}/{name}");
        if !["/id", "/application_id", "/token"].contains(&at.as_str()) {
            found.push(at.clone());
            paths(part, &at, found);
        }
    };
    match raw {
        Json::Array(parts) => {
            parts.iter().enumerate().for_each(|(n, part)| go(n.to_string(), part));
        }
        Json::Object(parts) => parts.iter().for_each(|(name, part)| go(name.clone(), part)),
        _ => {}
    }
}

fn junk() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(json!(null)),
        Just(json!({})),
        Just(json!([{}, [], null, ""])),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        (0_i64..30).prop_map(Json::from),
        ".{0,12}".prop_map(Json::from),
        Just(nested(3)),
        Just(nested(200)),
    ]
}

proptest! {
    #[test]
    fn whatever_is_changed_in_an_interaction_it_can_be_answered(
        which in 0_usize..7,
        changes in prop::collection::vec((any::<prop::sample::Index>(), junk()), 1..6),
        twice in any::<bool>(),
    ) {
        let mut raw = all()[which].clone();
        for (at, junk) in changes {
            let mut known = Vec::new();
            paths(&raw, "", &mut known);
            let at = &known[at.index(known.len())];
            if let Some(part) = raw.pointer_mut(at) {
                let part = part.take();
                *raw.pointer_mut(at).unwrap() =
                    if twice { json!([part, part, junk]) } else { junk };
            }
        }
        if let Err(unreadable) = read(&raw) {
            prop_assert!(unreadable.ticket.is_some());
        }
    }

    #[test]
    fn no_text_is_too_odd_to_be_looked_at(which in 0_usize..7, cut in any::<prop::sample::Index>()) {
        let text = all()[which].to_string();
        let arrival = Arrival { received: Instant::now(), now: Timestamp::UNIX_EPOCH };
        let cut = &text[..cut.index(text.len())];
        prop_assert!(Received::read(cut, arrival).is_err());
    }
}
