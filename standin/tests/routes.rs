//! Every route does what it is for. With `COMMONPLACE_OPENAPI` this also holds every answer that the
//! stand-in can give against Discord's description.

use crate::api::{Club, text_body};
use serde_json::{Value, json};
use standin::{Options, Permission};

const NONE: Value = Value::Null;

/// Calls a route and expects a status.
macro_rules! call {
    ($club:expr, $status:literal, $method:literal, $path:expr, $body:expr) => {{
        let path = $path;
        let (status, answer) = $club.call($method, &path, $body).await;
        assert_eq!(status, $status, "{} {path}: {answer}", $method);
        answer
    }};
    ($club:expr, $status:literal, $method:literal, $path:expr) => {
        call!($club, $status, $method, $path, NONE)
    };
}

fn id(object: &Value) -> String {
    object["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn the_bot_and_its_servers() {
    let club = Club::new().await;
    let guild = format!("/guilds/{}", club.club.id);
    let _ = club.club.forum("seminar", &["power"], true);
    let _ = club.club.voice("talk");
    let _ = club.club.announcement("news");
    let readers = club.club.role("readers", Permission::NONE);
    let gateway = call!(club, 200, "GET", "/gateway/bot");
    assert!(gateway["url"].as_str().expect("a URL").starts_with("ws://127.0.0.1:"));
    call!(club, 200, "GET", "/gateway");
    assert_eq!(id(&call!(club, 200, "GET", "/users/@me")), club.discord.bot_id().to_string());
    call!(club, 200, "GET", "/users/@me/guilds");
    call!(club, 200, "GET", format!("/users/{}", club.ana.id));
    call!(club, 200, "GET", "/applications/@me");
    call!(club, 200, "GET", "/oauth2/applications/@me");
    call!(club, 200, "GET", format!("/applications/{}/entitlements", club.discord.bot_id()));
    call!(club, 200, "GET", guild.clone());
    let counted = call!(club, 200, "GET", format!("{guild}?with_counts=true"));
    assert_eq!(counted["approximate_member_count"], 3);
    let channels = call!(club, 200, "GET", format!("{guild}/channels"));
    assert_eq!(channels.as_array().expect("a list").len(), 4);
    assert_eq!(call!(club, 200, "GET", format!("{guild}/roles"))[2]["name"], "readers");
    call!(club, 200, "GET", format!("{guild}/roles/{}", readers.id));
    club.ana.rename("Ana the reader");
    let member = call!(club, 200, "GET", format!("{guild}/members/{}", club.ana.id));
    assert_eq!(member["nick"], "Ana the reader");
    call!(club, 200, "GET", format!("{guild}/threads/active"));
    club.discord.assert_clean();
}

#[tokio::test]
async fn commands() {
    let club = Club::new().await;
    let app = club.discord.bot_id();
    for place in
        [format!("/applications/{app}"), format!("/applications/{app}/guilds/{}", club.club.id)]
    {
        let path = format!("{place}/commands");
        let command = json!({
            "name": "daily", "description": "d", "contexts": [0], "integration_types": [0],
            "name_localizations": { "de": "täglich" }, "default_member_permissions": "32",
            "options": [{ "type": 1, "name": "add", "description": "d", "options": [
                { "type": 3, "name": "time", "description": "d", "required": true, "min_length": 2 },
                { "type": 4, "name": "count", "description": "d", "min_value": 1, "max_value": 5 },
                { "type": 7, "name": "channel", "description": "d", "channel_types": [0, 15] },
                { "type": 3, "name": "format", "description": "d",
                  "choices": [{ "name": "Markdown", "value": "md" }] } ] }],
        });
        let first = call!(club, 201, "POST", path.clone(), command.clone());
        let again = call!(club, 200, "POST", path.clone(), command.clone());
        assert_eq!(id(&first), id(&again));
        let one = format!("{path}/{}", id(&first));
        call!(club, 200, "GET", one.clone());
        assert_eq!(
            call!(club, 200, "PATCH", one.clone(), json!({ "description": "e" }))["description"],
            "e"
        );
        call!(club, 204, "DELETE", one);
        let menu = json!({ "name": "Record as response", "type": 3 });
        call!(club, 200, "PUT", path.clone(), json!([command, menu]));
        let list = call!(club, 200, "GET", format!("{path}?with_localizations=true"));
        assert_eq!(list[0]["name_localizations"]["de"], "täglich");
        call!(club, 200, "PUT", path, json!([]));
    }
    club.discord.assert_clean();
}

#[tokio::test]
async fn messages_and_pins() {
    let club = Club::new().await;
    let path = club.messages();
    let first = club.post(&club.general, "first").await;
    let whole = json!({
        "content": format!("<@{}>", club.ana.id), "tts": false, "nonce": 5,
        "allowed_mentions": { "users": [club.ana.id] },
        "message_reference": { "message_id": first },
        "embeds": [{ "title": "t", "description": "d", "url": "https://x.y", "color": 5,
            "timestamp": "2026-07-01T12:00:00Z", "author": { "name": "a" },
            "footer": { "text": "f" }, "fields": [{ "name": "n", "value": "v" }] }],
        "components": [
            { "type": 1, "components": [
                { "type": 2, "style": 1, "label": "x", "custom_id": "a", "emoji": { "name": "📖" } },
                { "type": 2, "style": 5, "label": "y", "url": "https://x.y" } ] },
            { "type": 1, "components": [{ "type": 3, "custom_id": "s", "placeholder": "p",
                "options": [{ "label": "l", "value": "v", "description": "d", "default": true }] }] },
            { "type": 1, "components": [{ "type": 8, "custom_id": "c", "channel_types": [0] }] },
            { "type": 1, "components": [{ "type": 5, "custom_id": "u" }] },
        ],
    });
    let message = call!(club, 200, "POST", path.clone(), whole);
    assert_eq!(
        (&message["type"], &message["mentions"][0]["username"]),
        (&json!(19), &json!("ana"))
    );
    let layout = json!({
        "flags": 1 << 15, "allowed_mentions": {},
        "components": [
            { "type": 10, "content": "hello" }, { "type": 14 },
            { "type": 9, "components": [{ "type": 10, "content": "c" }],
              "accessory": { "type": 11, "media": { "url": "https://x.y/z.png" } } },
            { "type": 12, "items": [{ "media": { "url": "https://x.y/z.png" } }] },
            { "type": 17, "components": [{ "type": 10, "content": "d" }] },
        ],
    });
    call!(club, 200, "POST", path.clone(), layout);
    let list = call!(club, 200, "GET", format!("{path}?limit=2"));
    assert_eq!(list.as_array().expect("a list").len(), 2);
    assert_eq!(list[1]["id"], message["id"], "the newest comes first");
    call!(club, 200, "GET", format!("{path}?after={first}&limit=100"));
    let one = format!("{path}/{}", id(&message));
    call!(club, 200, "GET", one.clone());
    let edited = call!(club, 200, "PATCH", one.clone(), text_body("edited"));
    assert!(edited["edited_timestamp"].is_string());
    assert_eq!(edited["embeds"].as_array().map(Vec::len), Some(1), "what is not sent stays");
    call!(club, 204, "PUT", format!("/channels/{}/pins/{first}", club.general.id));
    call!(club, 204, "PUT", format!("{path}/pins/{}", id(&message)));
    let pins = call!(club, 200, "GET", format!("{path}/pins"));
    assert_eq!(pins["items"][0]["message"]["id"], message["id"]);
    let pins = call!(club, 200, "GET", format!("/channels/{}/pins", club.general.id));
    assert_eq!(pins.as_array().map(Vec::len), Some(2));
    call!(club, 204, "DELETE", format!("{path}/pins/{first}"));
    call!(club, 204, "DELETE", format!("/channels/{}/pins/{}", club.general.id, id(&message)));
    call!(club, 204, "POST", format!("/channels/{}/typing", club.general.id));
    call!(club, 204, "DELETE", one);
    let news = club.club.announcement("news");
    let posted = club.post(&news, "news").await;
    call!(club, 200, "POST", format!("/channels/{}/messages/{posted}/crosspost", news.id));
    let dm =
        call!(club, 200, "POST", "/users/@me/channels", json!({ "recipient_id": club.ana.id }));
    call!(club, 200, "GET", format!("/channels/{}", id(&dm)));
    call!(club, 200, "POST", format!("/channels/{}/messages", id(&dm)), text_body("hello"));
    club.discord.assert_clean();
}

#[tokio::test]
async fn threads_and_channels() {
    let options = Options { privileged_intents: 1 << 1, ..Options::default() };
    let club = Club::with(options).await;
    club.club.set_bot(Permission::ALL);
    let first = club.post(&club.general, "first").await;
    let named = json!({ "name": "t", "auto_archive_duration": 1440 });
    let thread = call!(club, 201, "POST", format!("{}/{first}/threads", club.messages()), named);
    let message = call!(club, 200, "GET", format!("{}/{first}", club.messages()));
    assert_eq!(message["thread"]["id"], thread["id"]);
    let at = format!("/channels/{}", id(&thread));
    call!(club, 200, "GET", at.clone());
    call!(club, 204, "PUT", format!("{at}/thread-members/@me"));
    call!(club, 204, "PUT", format!("{at}/thread-members/{}", club.ana.id));
    call!(club, 200, "GET", format!("{at}/thread-members/{}", club.ana.id));
    let members = call!(club, 200, "GET", format!("{at}/thread-members"));
    assert_eq!(members.as_array().map(Vec::len), Some(2));
    call!(club, 204, "DELETE", format!("{at}/thread-members/{}", club.ana.id));
    call!(club, 204, "DELETE", format!("{at}/thread-members/@me"));
    let active = call!(club, 200, "GET", format!("/guilds/{}/threads/active", club.club.id));
    assert_eq!(active["threads"][0]["id"], thread["id"]);
    call!(club, 200, "PATCH", at.clone(), json!({ "archived": true, "locked": true }));
    let archived = format!("/channels/{}/threads/archived/public", club.general.id);
    assert_eq!(call!(club, 200, "GET", archived)["threads"][0]["id"], thread["id"]);
    let private = json!({ "name": "p", "type": 12, "invitable": false });
    call!(club, 201, "POST", format!("/channels/{}/threads", club.general.id), private);
    call!(club, 200, "DELETE", at);
    let forum = club.club.forum("seminar", &["power"], true);
    let at = format!("/channels/{}", forum.id);
    let tags = json!({ "available_tags": [{ "name": "power" }, { "name": "freedom", "emoji_name": "🕊" }] });
    let changed = call!(club, 200, "PATCH", at.clone(), tags);
    let tag = changed["available_tags"][1]["id"].clone();
    let post =
        json!({ "name": "Round 1", "message": text_body("What is power?"), "applied_tags": [tag] });
    let post = call!(club, 201, "POST", format!("{at}/threads"), post);
    let at = format!("/channels/{}", id(&post));
    call!(club, 200, "GET", at.clone());
    call!(club, 200, "GET", format!("{at}/messages"));
    call!(club, 200, "PATCH", format!("{at}/messages/{}", id(&post)), text_body("edited"));
    let name =
        json!({ "name": "Round 1, closed", "applied_tags": [changed["available_tags"][0]["id"]] });
    call!(club, 200, "PATCH", at, name);
    assert_eq!(forum.threads()[0].tags(), ["power"]);
    let at = format!("/channels/{}", club.general.id);
    call!(club, 200, "PATCH", at.clone(), json!({ "name": "hall", "topic": "talk" }));
    call!(club, 200, "DELETE", at);
    club.discord.assert_clean();
}

#[tokio::test]
async fn interactions() {
    let club = Club::new().await;
    let told = |to: &standin::Prepared| {
        format!("/interactions/{}/{}/callback?with_response=true", to.id, to.token)
    };
    let to = club.quote();
    let data = json!({ "content": "x", "flags": 64, "allowed_mentions": {} });
    let answer = call!(club, 200, "POST", told(&to), json!({ "type": 4, "data": data }));
    assert_eq!(answer["interaction"]["response_message_ephemeral"], true);
    let original = format!("{}/messages/@original", club.webhook(&to));
    call!(club, 200, "GET", original.clone());
    call!(club, 200, "PATCH", original.clone(), text_body("y"));
    let more = call!(club, 200, "POST", club.webhook(&to), text_body("more"));
    let one = format!("{}/messages/{}", club.webhook(&to), id(&more));
    call!(club, 200, "GET", one.clone());
    call!(club, 200, "PATCH", one.clone(), text_body("less"));
    call!(club, 204, "DELETE", one);
    call!(club, 204, "DELETE", original.clone());
    assert_eq!(club.call("GET", &original, NONE).await.1["code"], 10008);
    let to = club.quote();
    let answer = call!(club, 200, "POST", told(&to), json!({ "type": 5 }));
    assert_eq!(answer["interaction"]["response_message_loading"], true);
    let to = club.quote();
    let form = json!({ "type": 9, "data": { "custom_id": "f", "title": "t", "components": [
        { "type": 18, "label": "Your answer", "component": { "type": 4, "custom_id": "t", "style": 2,
            "max_length": 4000, "required": true, "placeholder": "p" } },
        { "type": 10, "content": "Kept as long as the seminar." } ] } });
    call!(club, 200, "POST", told(&to), form);
    let rows = json!([{ "type": 1, "components": [{ "type": 2, "style": 2, "label": "x", "custom_id": "x" }] }]);
    let mut body = text_body("pressable");
    body["components"] = rows;
    call!(club, 200, "POST", club.messages(), body);
    let shown = club.general.last().expect("a message");
    let to = club.ana.prepare_press(&shown, "x").expect("a press");
    let answer =
        call!(club, 200, "POST", told(&to), json!({ "type": 7, "data": text_body("pressed") }));
    assert_eq!(answer["resource"]["message"]["content"], "pressed");
    let to = club.ana.prepare_press(&shown, "x").expect("a press");
    call!(club, 204, "POST", told(&to).replace("?with_response=true", ""), json!({ "type": 6 }));
    call!(
        club,
        200,
        "PATCH",
        format!("{}/messages/@original", club.webhook(&to)),
        text_body("again")
    );
    assert_eq!(shown.now().expect("it stands").content, "again");
    club.discord.assert_clean();
}
