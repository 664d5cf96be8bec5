//! Bodies over a limit are refused with 50035, at the place that is wrong.

use crate::api::{Club, malformed, refused, text_body};
use serde_json::{Value, json};

fn long(count: usize) -> String {
    "é".repeat(count)
}

fn embed(embed: Value) -> Value {
    json!({ "embeds": [embed], "allowed_mentions": { "parse": [] } })
}

fn button(n: usize) -> Value {
    json!({ "type": 2, "style": 1, "label": "x", "custom_id": format!("b{n}") })
}

fn row(components: Value) -> Value {
    json!({ "type": 1, "components": components })
}

fn components(components: Value) -> Value {
    json!({ "content": "x", "components": components, "allowed_mentions": { "parse": [] } })
}

#[tokio::test]
async fn messages() {
    let club = Club::new().await;
    let option = |n: usize| json!({ "label": "x", "value": n.to_string() });
    let options = |count: usize| (0..count).map(option).collect::<Vec<_>>();
    let field = json!({ "name": "n", "value": "v" });
    let table = [
        (text_body(&long(2001)), "content"),
        (json!({ "content": 5, "allowed_mentions": {} }), "content"),
        (embed(json!({ "title": long(257) })), "embeds.0.title"),
        (embed(json!({ "description": long(4097) })), "embeds.0.description"),
        (embed(json!({ "title": "t", "fields": vec![field.clone(); 26] })), "embeds.0.fields"),
        (
            embed(json!({ "fields": [{ "name": long(257), "value": "v" }] })),
            "embeds.0.fields.0.name",
        ),
        (
            embed(json!({ "fields": [{ "name": "n", "value": long(1025) }] })),
            "embeds.0.fields.0.value",
        ),
        (embed(json!({ "fields": [{ "name": " ", "value": "v" }] })), "embeds.0.fields.0.name"),
        (embed(json!({ "footer": { "text": long(2049) } })), "embeds.0.footer.text"),
        (embed(json!({ "author": { "name": long(257) } })), "embeds.0.author.name"),
        (embed(json!({ "title": "t", "url": "ftp://x" })), "embeds.0.url"),
        (embed(json!({})), "embeds.0.description"),
        (
            json!({ "embeds": vec![json!({ "description": long(3001) }); 2], "allowed_mentions": {} }),
            "embeds",
        ),
        (json!({ "embeds": vec![json!({ "title": "t" }); 11], "allowed_mentions": {} }), "embeds"),
        (components(json!(vec![row(json!([button(0)])); 6])), "components"),
        (
            components(json!([row(json!((0..6).map(button).collect::<Vec<_>>()))])),
            "components.0.components",
        ),
        (components(json!([row(json!([]))])), "components.0.components"),
        (components(json!([button(0)])), "components.0.type"),
        (
            components(json!([row(
                json!([{ "type": 2, "style": 1, "label": long(81), "custom_id": "a" }])
            )])),
            "components.0.components.0.label",
        ),
        (
            components(json!([row(
                json!([{ "type": 2, "style": 1, "label": "x", "custom_id": long(101) }])
            )])),
            "components.0.components.0.custom_id",
        ),
        (
            components(json!([row(json!([{ "type": 2, "style": 1, "label": "x" }]))])),
            "components.0.components.0.custom_id",
        ),
        (
            components(json!([row(
                json!([{ "type": 2, "style": 1, "label": "x", "custom_id": "a", "url": "https://x" }])
            )])),
            "components.0.components.0.url",
        ),
        (
            components(json!([row(json!([{ "type": 2, "style": 5, "label": "x", "url": "x" }]))])),
            "components.0.components.0.url",
        ),
        (
            components(json!([row(json!([{ "type": 2, "style": 1, "custom_id": "a" }]))])),
            "components.0.components.0",
        ),
        (
            components(json!([row(json!([button(1), button(1)]))])),
            "components.0.components.1.custom_id",
        ),
        (
            components(json!([row(json!([button(1)])), row(json!([button(1)]))])),
            "components.1.components.0.custom_id",
        ),
        (
            components(json!([row(
                json!([{ "type": 3, "custom_id": "s", "options": options(26) }])
            )])),
            "components.0.components.0.options",
        ),
        (
            components(json!([row(
                json!([{ "type": 3, "custom_id": "s", "options": [option(1), option(1)] }])
            )])),
            "components.0.components.0.options.1.value",
        ),
        (
            components(json!([row(
                json!([{ "type": 3, "custom_id": "s", "options": options(2), "max_values": 3 }])
            )])),
            "components.0.components.0.max_values",
        ),
        (
            components(json!([row(
                json!([button(1), { "type": 3, "custom_id": "s", "options": options(2) }])
            )])),
            "components.0.components",
        ),
        (
            components(json!([row(
                json!([{ "type": 4, "custom_id": "t", "style": 1, "label": "l" }])
            )])),
            "components.0.components.0.type",
        ),
        (json!({ "content": "x", "nonce": "n".repeat(26), "allowed_mentions": {} }), "nonce"),
        (
            json!({ "content": "x", "allowed_mentions": { "parse": ["users"], "users": ["1"] } }),
            "allowed_mentions",
        ),
        (
            json!({ "content": "x", "allowed_mentions": { "parse": ["all"] } }),
            "allowed_mentions.parse.0",
        ),
        (
            json!({ "content": "x", "message_reference": { "message_id": "5" }, "allowed_mentions": {} }),
            "message_reference",
        ),
        (
            json!({ "content": "x", "flags": 1 << 15, "components": [{ "type": 10, "content": "t" }], "allowed_mentions": {} }),
            "content",
        ),
        (
            json!({ "flags": 1 << 15, "components": [{ "type": 10, "content": long(3000) }, { "type": 10, "content": long(1001) }], "allowed_mentions": {} }),
            "components",
        ),
    ];
    for (body, place) in table {
        malformed(&club.call("POST", &club.messages(), body).await, place);
    }
    assert!(club.general.messages().is_empty());
    for empty in [
        json!({ "allowed_mentions": {} }),
        text_body(" \n "),
        json!({ "embeds": [], "allowed_mentions": {} }),
    ] {
        refused(&club.call("POST", &club.messages(), empty).await, 400, 50006);
    }
    let five = |n: usize| (0..5).map(|m| button(n * 5 + m)).collect::<Vec<_>>();
    let rows: Vec<Value> = (0..5).map(|n| row(json!(five(n)))).collect();
    let whole = json!({
        "content": long(2000), "nonce": "n".repeat(25), "allowed_mentions": { "parse": [] },
        "embeds": [{ "title": long(256), "description": long(4096), "fields": [field] }],
        "components": rows,
    });
    let (status, message) = club.call("POST", &club.messages(), whole).await;
    assert_eq!(status, 200, "{message}");
    assert_eq!(message["components"][4]["components"][4]["id"], 30);
    let layout = json!({
        "flags": 1 << 15, "allowed_mentions": { "parse": [] },
        "components": [{ "type": 17, "components": [{ "type": 10, "content": "hello" },
            { "type": 9, "components": [{ "type": 10, "content": "there" }], "accessory": button(1) }] }],
    });
    assert_eq!(club.call("POST", &club.messages(), layout).await.0, 200);
    assert_eq!(club.general.last().expect("it stands").text(), "hello\nthere\n[x]");
    club.discord.assert_clean();
}

#[tokio::test]
async fn forms() {
    let club = Club::new().await;
    let input = |fields: Value| {
        let mut input = json!({ "type": 4, "custom_id": "t", "style": 1, "label": "l" });
        for (name, value) in fields.as_object().into_iter().flatten() {
            input[name] = value.clone();
        }
        row(json!([input]))
    };
    let modal = |title: &str, components: Value| json!({ "type": 9, "data": { "custom_id": "f", "title": title, "components": components } });
    let one = |fields: Value| modal("t", json!([input(fields)]));
    let six: Vec<Value> = (0..6).map(|n| input(json!({ "custom_id": n.to_string() }))).collect();
    let table = [
        (modal(&long(46), json!([input(json!({}))])), "title"),
        (modal("", json!([input(json!({}))])), "title"),
        (modal("t", json!([])), "components"),
        (modal("t", json!(six)), "components"),
        (
            modal("t", json!([input(json!({})), input(json!({}))])),
            "components.1.components.0.custom_id",
        ),
        (modal("t", json!([row(json!([button(1)]))])), "components.0.components.0.type"),
        (one(json!({ "label": long(46) })), "components.0.components.0.label"),
        (one(json!({ "label": null })), "components.0.components.0.label"),
        (one(json!({ "placeholder": long(101) })), "components.0.components.0.placeholder"),
        (one(json!({ "value": long(4001) })), "components.0.components.0.value"),
        (one(json!({ "value": "abc", "max_length": 2 })), "components.0.components.0.value"),
        (one(json!({ "max_length": 4001 })), "components.0.components.0.max_length"),
        (one(json!({ "min_length": 5, "max_length": 2 })), "components.0.components.0.min_length"),
        (one(json!({ "style": 3 })), "components.0.components.0.style"),
    ];
    let to = club.quote();
    for (body, place) in table {
        malformed(&club.answer(&to, body).await, place);
    }
    club.discord.assert_clean();
}

#[tokio::test]
async fn forms_of_labels() {
    let club = Club::new().await;
    let modal = |components: Value| json!({ "type": 9, "data": { "custom_id": "f", "title": "t", "components": components } });
    let label = |component: Value| json!({ "type": 18, "label": "l", "component": component });
    let with = |mut base: Value, fields: Value| {
        for (name, value) in fields.as_object().into_iter().flatten() {
            base[name] = value.clone();
        }
        base
    };
    let options = |count: usize| -> Vec<Value> {
        (0..count).map(|n| json!({ "value": n.to_string(), "label": "o" })).collect()
    };
    let of =
        |kind: u64, fields: Value| label(with(json!({ "type": kind, "custom_id": "t" }), fields));
    let display = |length: usize| json!({ "type": 10, "content": long(length) });
    let text = |fields: Value| of(4, with(json!({ "style": 2 }), fields));
    let radio = |fields: Value| of(21, with(json!({ "options": options(2) }), fields));
    let boxes = |fields: Value| of(22, with(json!({ "options": options(3) }), fields));
    let select = |fields: Value| of(3, with(json!({ "options": options(3) }), fields));
    let upload = |fields: Value| of(19, fields);
    let checked = |n: usize| {
        let mut options = options(3);
        options.iter_mut().take(n).for_each(|option| option["default"] = json!(true));
        options
    };
    let table = [
        (json!([display(0)]), "components.0.content"),
        (json!([display(4001)]), "components.0.content"),
        (json!([display(2000), display(2001)]), "components"),
        (json!([with(text(json!({})), json!({ "label": "" }))]), "components.0.label"),
        (json!([with(text(json!({})), json!({ "label": long(46) }))]), "components.0.label"),
        (json!([with(text(json!({})), json!({ "description": "" }))]), "components.0.description"),
        (
            json!([with(text(json!({})), json!({ "description": long(101) }))]),
            "components.0.description",
        ),
        (json!([{ "type": 18, "label": "l" }]), "components.0.component"),
        (json!([of(2, json!({}))]), "components.0.component.type"),
        (json!([text(json!({ "label": "twice" }))]), "components.0.component.label"),
        (json!([text(json!({})), text(json!({}))]), "components.1.component.custom_id"),
        (
            json!([text(json!({ "id": 7 })), with(display(1), json!({ "id": 7 }))]),
            "components.1.id",
        ),
        (json!([radio(json!({ "options": options(1) }))]), "components.0.component.options"),
        (json!([radio(json!({ "options": options(11) }))]), "components.0.component.options"),
        (json!([radio(json!({ "options": checked(2) }))]), "components.0.component.options"),
        (
            json!([radio(json!({ "options": [options(1)[0], options(1)[0]] }))]),
            "components.0.component.options.1.value",
        ),
        (json!([boxes(json!({ "min_values": 0 }))]), "components.0.component.min_values"),
        (json!([boxes(json!({ "max_values": 4 }))]), "components.0.component.max_values"),
        (json!([select(json!({ "min_values": 0 }))]), "components.0.component.min_values"),
        (json!([select(json!({ "disabled": true }))]), "components.0.component.disabled"),
        (json!([upload(json!({ "min_values": 0 }))]), "components.0.component.min_values"),
        (json!([upload(json!({ "max_values": 11 }))]), "components.0.component.max_values"),
        (
            json!([upload(json!({ "min_values": 3, "max_values": 2 }))]),
            "components.0.component.min_values",
        ),
        (json!([upload(json!({ "file_types": ["pdf"] }))]), "components.0.component.file_types.0"),
        (
            json!([upload(json!({ "file_types": vec![".a"; 11] }))]),
            "components.0.component.file_types",
        ),
    ];
    let to = club.quote();
    for (body, place) in table {
        malformed(&club.answer(&to, modal(body)).await, place);
    }
    let optional = json!({ "required": false, "min_values": 0 });
    for well in [
        json!([display(4000), text(json!({}))]),
        json!([radio(json!({}))]),
        json!([with(boxes(optional.clone()), json!({ "description": "d" }))]),
        json!([boxes(json!({ "options": checked(3) }))]),
        json!([upload(with(optional, json!({ "file_types": ["image", ".PDF"] })))]),
        json!([of(23, json!({ "default": true }))]),
    ] {
        let to = club.quote();
        assert_eq!(club.answer(&to, modal(well.clone())).await.0, 204, "{well}");
    }
    club.discord.assert_clean();
}

#[tokio::test]
async fn commands() {
    let club = Club::new().await;
    let path = format!("/applications/{}/commands", club.discord.bot_id());
    let option = |n: usize| json!({ "type": 3, "name": format!("o{n}"), "description": "d" });
    let with = |options: Value| json!({ "name": "a", "description": "d", "options": options });
    let options = |count: usize| (0..count).map(option).collect::<Vec<_>>();
    let choices = |count: usize| {
        (0..count).map(|n| json!({ "name": n.to_string(), "value": "v" })).collect::<Vec<_>>()
    };
    let table = [
        (json!({ "name": "Upper", "description": "d" }), "name"),
        (json!({ "name": "two words", "description": "d" }), "name"),
        (json!({ "name": "a".repeat(33), "description": "d" }), "name"),
        (json!({ "name": "a", "description": "" }), "description"),
        (json!({ "name": "a", "description": long(101) }), "description"),
        (json!({ "name": "a", "description": "d", "type": 9 }), "type"),
        (json!({ "name": "A menu", "description": "d", "type": 3 }), "description"),
        (with(json!(options(26))), "options"),
        (with(json!([option(1), option(1)])), "options.1.name"),
        (
            with(
                json!([option(1), { "type": 3, "name": "r", "description": "d", "required": true }]),
            ),
            "options.1",
        ),
        (with(json!([{ "type": 12, "name": "o", "description": "d" }])), "options.0.type"),
        (with(json!([{ "type": 3, "name": "o" }])), "options.0.description"),
        (
            with(json!([{ "type": 3, "name": "o", "description": "d", "choices": choices(26) }])),
            "options.0.choices",
        ),
        (
            with(
                json!([{ "type": 3, "name": "o", "description": "d", "choices": choices(2), "autocomplete": true }]),
            ),
            "options.0",
        ),
        (
            with(json!([{ "type": 4, "name": "o", "description": "d", "choices": choices(1) }])),
            "options.0.choices.0.value",
        ),
        (
            with(json!([{ "type": 5, "name": "o", "description": "d", "autocomplete": true }])),
            "options.0",
        ),
        (with(json!([option(1), { "type": 1, "name": "s", "description": "d" }])), "options"),
        (
            with(json!([{ "type": 1, "name": "s", "description": "d", "options":
            [{ "type": 1, "name": "s", "description": "d" }] }])),
            "options.0.options.0.type",
        ),
    ];
    for (body, place) in table {
        malformed(&club.call("POST", &path, body.clone()).await, place);
        malformed(&club.call("PUT", &path, json!([body])).await, &format!("0.{place}"));
    }
    let twice = json!([{ "name": "a", "description": "d" }, { "name": "a", "description": "d" }]);
    malformed(&club.call("PUT", &path, twice).await, "1");
    let many: Vec<Value> =
        (0..101).map(|n| json!({ "name": format!("c{n}"), "description": "d" })).collect();
    refused(&club.call("PUT", &path, json!(many)).await, 400, 30032);
    let to = club.ana.prepare(&club.general, "pick", &[]).expect("registered");
    refused(&club.answer(&to, json!({ "type": 8, "data": { "choices": [] } })).await, 400, 50035);
    club.discord.assert_clean();
}

#[tokio::test]
async fn fields_that_discord_does_not_know() {
    let club = Club::new().await;
    let body = json!({ "content": "x", "colour": 5, "allowed_mentions": { "parse": [] } });
    assert_eq!(club.call("POST", &club.messages(), body.clone()).await.0, 200);
    assert_eq!(club.discord.violations(), ["message: unknown field colour"]);
    club.discord.forgive();
    assert_eq!(club.call("POST", &club.messages(), json!({ "content": "x" })).await.0, 200);
    assert_eq!(club.discord.violations(), ["message: no allowed_mentions"]);
    let options = standin::Options { refuse_unknown_fields: true, ..Default::default() };
    let strict = Club::with(options).await;
    malformed(&strict.call("POST", &strict.messages(), body).await, "colour");
}
