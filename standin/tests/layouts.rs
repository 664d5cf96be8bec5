//! Messages of components alone, under the flag that cannot be taken off again.

use crate::api::{Club, malformed, refused, text_body};
use serde_json::{Value, json};

const V2: u64 = 1 << 15;

fn text(words: &str) -> Value {
    json!({ "type": 10, "content": words })
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 2, "label": id, "custom_id": id })
}

fn container(components: Value) -> Value {
    json!({ "type": 17, "components": components })
}

fn layout(components: Value) -> Value {
    json!({ "flags": V2, "components": components, "allowed_mentions": { "parse": [] } })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

#[tokio::test]
async fn what_is_wrong_with_a_layout_is_refused_where_it_is() {
    let club = Club::new().await;
    let section =
        |texts: Value| json!({ "type": 9, "components": texts, "accessory": button("a") });
    let media = |kind: u64, field: &str, url: &str| {
        let shown = json!({ "type": kind, field: { "url": url } });
        layout(json!([text("x"), shown]))
    };
    let rows: Vec<Value> = (0..14).map(|n| {
        json!({ "type": 9, "components": [text("x")], "accessory": button(&n.to_string()) })
    }).collect();
    let items = vec![json!({ "media": { "url": "https://x.y/z.png" } }); 11];
    let x = || layout(json!([text("x")]));
    let table = [
        (with(x(), "content", json!("x")), "content"),
        (with(x(), "embeds", json!([{ "title": "x" }])), "embeds"),
        (layout(json!([])), "components"),
        (layout(json!([container(json!([]))])), "components.0.components"),
        (
            layout(json!([container(json!([container(json!([text("x")]))]))])),
            "components.0.components.0.type",
        ),
        (layout(json!([container(json!([button("a")]))])), "components.0.components.0.type"),
        (layout(json!([text(" \n")])), "components.0.content"),
        (layout(json!([section(json!([]))])), "components.0.components"),
        (
            layout(json!([section(json!([text("x"), text("x"), text("x"), text("x")]))])),
            "components.0.components",
        ),
        (layout(json!([{ "type": 9, "components": [text("x")] }])), "components.0.accessory"),
        // Each of the 14 is a section, a text and a button.
        (layout(json!(rows)), "components"),
        (
            layout(json!([text(&"é".repeat(3000)), container(json!([text(&"é".repeat(1001))]))])),
            "components",
        ),
        (
            layout(json!([section(json!([text("x")])), section(json!([text("x")]))])),
            "components.1.accessory.custom_id",
        ),
        (layout(json!([{ "type": 12, "items": items }])), "components.0.items"),
        (media(13, "file", "https://x.y/z.txt"), "components.1.file.url"),
        (media(13, "file", "attachment://none.txt"), "components.1.file.url"),
    ];
    for (body, place) in table {
        malformed(&club.call("POST", &club.messages(), body).await, place);
    }
    // Without the flag there are rows alone.
    let mut plain = text_body("x");
    plain["components"] = json!([text("x")]);
    malformed(&club.call("POST", &club.messages(), plain).await, "components.0.type");
    assert!(club.general.messages().is_empty());
    club.discord.assert_clean();
}

#[tokio::test]
async fn an_old_message_takes_a_layout_once_it_is_empty_and_keeps_it() {
    let club = Club::new().await;
    let mut old = text_body("old");
    old["embeds"] = json!([{ "description": "old" }]);
    let (_, message) = club.call("POST", &club.messages(), old).await;
    let at = format!("{}/{}", club.messages(), message["id"].as_str().expect("an id"));
    let new = layout(json!([container(json!([text("new"), { "type": 14 }]))]));
    let (status, _) = club.call("PATCH", &at, new.clone()).await;
    assert_eq!(status, 400, "its content and embeds are not reset");
    let new = with(with(new, "content", Value::Null), "embeds", json!([]));
    let (status, edited) = club.call("PATCH", &at, new).await;
    assert_eq!(status, 200, "{edited}");
    assert_eq!((&edited["content"], &edited["embeds"]), (&json!(""), &json!([])));
    assert_eq!(
        edited["components"][0]["components"][0],
        json!({
            "type": 10, "id": 2, "content": "new",
        })
    );
    assert_eq!(club.general.last().expect("it stands").text(), "new");

    let body = json!({ "content": "back", "flags": 0, "allowed_mentions": { "parse": [] } });
    malformed(&club.call("PATCH", &at, body).await, "content");
    let none = json!({ "components": [], "allowed_mentions": { "parse": [] } });
    malformed(&club.call("PATCH", &at, none).await, "components");
    let only = json!({ "flags": 0, "components": [text("newer")], "allowed_mentions": {} });
    let (_, kept) = club.call("PATCH", &at, only).await;
    assert_eq!(kept["flags"], json!(V2));
    let empty = json!({ "flags": V2, "allowed_mentions": {} });
    refused(&club.call("POST", &club.messages(), empty).await, 400, 50006);
    club.discord.assert_clean();
}
