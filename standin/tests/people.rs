//! The people's side: what a client would not send, and what it sends.

use crate::api::{Club, text_body};
use serde_json::{Value, json};
use standin::{Failure, Permission};

/// The options of an interaction that was prepared.
fn options(club: &Club, line: &str) -> Result<Value, Failure> {
    let prepared = club.ana.prepare(&club.general, line, &[("a.txt", b"hello")])?;
    Ok(prepared.payload["data"].clone())
}

#[tokio::test]
async fn options_are_read_by_the_registered_command() {
    let club = Club::new().await;
    let path = format!("/applications/{}/commands", club.discord.bot_id());
    let option = |kind: u64, name: &str, more: Value| {
        let mut option = json!({ "type": kind, "name": name, "description": "d" });
        for (field, value) in more.as_object().into_iter().flatten() {
            option[field] = value.clone();
        }
        option
    };
    let all = json!([
        option(3, "text", json!({ "required": true, "max_length": 5 })),
        option(4, "count", json!({ "min_value": 1, "max_value": 5 })),
        option(5, "yes", json!({})),
        option(6, "who", json!({})),
        option(7, "where", json!({ "channel_types": [0] })),
        option(8, "role", json!({})),
        option(10, "number", json!({})),
        option(11, "file", json!({})),
        option(3, "format", json!({ "choices": [{ "name": "Markdown", "value": "md" }] })),
    ]);
    let command = json!({ "name": "all", "description": "d", "options": all });
    assert_eq!(club.call("POST", &path, command).await.0, 201);
    let _ = club.club.voice("talk");
    let (ben, readers) = (club.club.member("ben"), club.club.role("readers", Permission::NONE));
    let line = "all text:a b count:3 yes:true who:@ben where:#general role:@readers number:0.5 \
        file:a.txt format:Markdown";
    let data = options(&club, line).expect("all is well");
    let value = |n: usize| data["options"][n]["value"].clone();
    assert_eq!((value(0), value(1), value(2)), (json!("a b"), json!(3), json!(true)));
    assert_eq!((value(3), value(5)), (json!(ben.id), json!(readers.id)));
    assert_eq!((value(6), value(8)), (json!(0.5), json!("md")));
    let resolved = &data["resolved"];
    assert_eq!(resolved["users"][ben.id.to_string()]["username"], "ben");
    assert!(resolved["members"][ben.id.to_string()]["permissions"].is_string());
    assert_eq!(resolved["channels"][club.general.id.to_string()]["name"], "general");
    let file = value(7).as_str().expect("an id").to_owned();
    let url = resolved["attachments"][file]["url"].as_str().expect("an address").to_owned();
    let got = reqwest::get(url).await.expect("an answer").text().await.expect("a text");
    assert_eq!(got, "hello");
    for wrong in [
        "all",
        "all text:",
        "all text:toolong",
        "all text:a count:6",
        "all text:a count:x",
        "all text:a yes:perhaps",
        "all text:a who:@nobody",
        "all text:a where:#talk",
        "all text:a format:html",
        "all text:a file:b.txt",
        "all text:a other:b",
        "all text:a text:b",
        "nothing",
    ] {
        assert!(options(&club, wrong).is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn commands_that_are_hidden() {
    let club = Club::new().await;
    let path = format!("/applications/{}/commands", club.discord.bot_id());
    let manage = Permission::MANAGE_GUILD.0.to_string();
    let command = json!({ "name": "settings", "description": "d", "contexts": [0],
        "default_member_permissions": manage });
    assert_eq!(club.call("POST", &path, command).await.0, 201);
    let hidden = |place: &standin::Channel| {
        matches!(club.ana.prepare(place, "settings", &[]), Err(Failure::NotAllowed(_)))
    };
    assert!(hidden(&club.general));
    let _ = club.ana.grant(Permission::MANAGE_GUILD);
    assert!(!hidden(&club.general));
    assert!(hidden(&club.ana.dm()), "it is for servers only");
    club.general.overwrite_everyone(Permission::NONE, Permission::USE_APPLICATION_COMMANDS);
    assert!(hidden(&club.general));
    club.general.overwrite_everyone(Permission::NONE, Permission::VIEW_CHANNEL);
    assert!(club.club.owner().prepare(&club.general, "settings", &[]).is_ok());
}

#[tokio::test]
async fn what_only_one_sees() {
    let club = Club::new().await;
    let to = club.quote();
    let button = json!({ "type": 2, "style": 1, "label": "Mine", "custom_id": "mine" });
    let mut data = text_body("for you");
    data["flags"] = json!(64);
    data["components"] = json!([{ "type": 1, "components": [button] }]);
    assert_eq!(club.answer(&to, json!({ "type": 4, "data": data })).await.0, 204);
    assert!(club.general.messages().is_empty());
    let original = format!("{}/messages/@original", club.webhook(&to));
    let (_, message) = club.call("GET", &original, Value::Null).await;
    let id = message["id"].as_str().expect("an id").parse().expect("an id");
    let shown = club.discord.message(id).expect("it is there for one");
    assert!(shown.ephemeral);
    let ben = club.club.member("ben");
    assert!(matches!(ben.press(&shown, "Mine").await, Err(Failure::NotAllowed(_))));
    assert!(matches!(club.ana.press(&shown, "Mine").await, Err(Failure::NoBot)));
}
