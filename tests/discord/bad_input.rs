//! Interactions that are not as they should be: a clear word to the member, what they wrote given
//! back, and the bot goes on.

use serde_json::{Value, json};
use standin::{Answer, Exchange, Modal, Prepared};

use crate::discord::harness::DiscordHarness;

/// Sends it and sees that it is said to be unreadable, to its member alone.
async fn unreadable(sent: Prepared) -> Exchange {
    let what = sent.payload.to_string();
    let said = sent.send().await.unwrap_or_else(|failure| panic!("{failure}: {what}"));
    assert!(said.ephemeral && said.text().contains("cannot read"), "{}: {what}", said.text());
    said
}

async fn answer_form(harness: &DiscordHarness) -> Modal {
    let question = harness.ana("question text:Well?").await;
    harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap()
}

fn filled(harness: &DiscordHarness, form: &Modal, text: &str) -> Prepared {
    harness.ana.prepare_submit(form, &[("text", text)]).unwrap()
}

/// Whether an answer was taken.
fn taken(said: &Exchange) -> bool {
    ["recorded", "changed", "as it was"].iter().any(|word| said.text().contains(word))
}

fn label(name: &str, text: &str) -> Value {
    let input = json!({"type": 4, "id": 2, "custom_id": name, "value": text});
    json!({"type": 18, "id": 1, "component": input})
}

fn remove(sent: &mut Prepared, part: &str) {
    sent.payload.as_object_mut().unwrap().remove(part);
}

#[tokio::test]
async fn a_form_is_read_from_labels_and_from_rows() {
    let harness = DiscordHarness::new().await;
    let form = answer_form(&harness).await;
    let row = |text| json!({"type": 1, "components": [label("text", text)["component"]]});
    for parts in
        [json!([{"type": 10, "id": 9}, label("text", "In a label.")]), json!([row("In a row.")])]
    {
        let mut sent = filled(&harness, &form, "Otherwise.");
        sent.payload["data"]["components"] = parts;
        let said = sent.send().await.unwrap();
        assert!(taken(&said), "{}", said.text());
    }
    // From a slash command there is no message.
    let form = harness.ana("answer").await.modal().unwrap();
    let mut sent = filled(&harness, &form, "Otherwise.");
    assert!(sent.payload["message"].is_null());
    sent.payload["data"]["components"] = json!([label("text", "In the end.")]);
    assert!(sent.send().await.unwrap().text().contains("changed"));
    let shown = |messages: &[standin::Message]| {
        messages.last().is_some_and(|last| last.text().contains("In the end."))
    };
    harness.general.wait_for(shown, crate::discord::harness::SOON).await;
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_form_with_odd_fields_gives_its_texts_back() {
    let harness = DiscordHarness::new().await;
    let form = answer_form(&harness).await;
    let other = |component: Value| json!({"type": 18, "id": 1, "component": component});
    let mine = || label("text", "Half an hour of thought.");
    for parts in [
        json!([mine(), {"type": 99, "id": 4}]),
        json!([mine(), other(json!({"type": 99, "custom_id": "x", "value": "y"}))]),
        json!([mine(), mine()]),
        json!([mine(), {"type": 18, "id": 1}]),
        json!([mine(), null]),
    ] {
        let mut sent = filled(&harness, &form, "Otherwise.");
        sent.payload["data"]["components"] = parts.clone();
        let said = unreadable(sent).await;
        assert!(said.text().contains("Half an hour of thought."), "{parts}: {}", said.text());
    }
    // A field that is not there, and one that the form does not have.
    for (parts, text) in [
        (json!([]), None),
        (json!([label("other", "Half an hour of thought.")]), Some("Half an hour of thought.")),
    ] {
        let mut sent = filled(&harness, &form, "Otherwise.");
        sent.payload["data"]["components"] = parts;
        let said = sent.send().await.unwrap();
        assert!(said.ephemeral && said.text().contains("This form has changed"), "{}", said.text());
        assert!(text.is_none_or(|text| said.text().contains(text)), "{}", said.text());
    }
    assert_eq!(harness.general.messages().len(), 1, "nothing of it was recorded");
    harness.clean();
}

#[tokio::test]
pub(super) async fn types_that_we_do_not_know_are_answered() {
    let harness = DiscordHarness::new().await;
    let quote = harness.ana("quote").await;
    let press = || harness.ana.prepare_press(&quote, "Keep").unwrap();
    let mut odd = press();
    odd.payload["type"] = json!(77);
    unreadable(odd).await;
    for kind in [json!(42), json!(null), json!([2]), json!(5)] {
        let mut odd = press();
        odd.payload["data"]["component_type"] = kind;
        unreadable(odd).await;
    }
    let form = answer_form(&harness).await;
    let mut odd = filled(&harness, &form, "Half an hour of thought.");
    odd.payload["type"] = json!(77);
    assert!(unreadable(odd).await.text().contains("Half an hour of thought."));
    harness.clean();
}

#[tokio::test]
async fn a_choice_that_was_not_offered_is_refused() {
    let harness = DiscordHarness::new().await;
    let quote = harness.ana("quote").await;
    for (custom_id, values) in [
        ("theme", json!(["power", "liberty"])),
        ("theme", json!([{"a": 1}])),
        ("theme", json!(["no such theme"])),
        ("theme", json!([])),
        ("theme", json!(null)),
    ] {
        let mut sent = harness.ana.prepare_press(&quote, "Keep").unwrap();
        sent.payload["data"] = json!({
            "id": 3, "component_type": 3, "custom_id": custom_id, "values": values,
        });
        let said = sent.send().await.unwrap();
        let told = ["cannot read", "There is no theme"].iter().any(|it| said.text().contains(it));
        assert!(said.ephemeral && told, "{values}: {}", said.text());
    }
    harness.clean();
}

#[tokio::test]
pub(super) async fn what_is_missing_is_missed_aloud() {
    let harness = DiscordHarness::new().await;
    let form = answer_form(&harness).await;
    for part in ["member", "guild_id"] {
        let mut sent = filled(&harness, &form, "Half an hour of thought.");
        remove(&mut sent, part);
        let said = unreadable(sent).await;
        assert!(said.text().contains("Half an hour of thought."), "{part}: {}", said.text());
    }
    let mut sent = filled(&harness, &form, "Half an hour of thought.");
    remove(&mut sent, "channel_id");
    remove(&mut sent, "channel");
    assert!(unreadable(sent).await.text().contains("Half an hour of thought."));
    let mut sent = filled(&harness, &form, "Half an hour of thought.");
    remove(&mut sent, "data");
    unreadable(sent).await;
    let mut sent = harness.ana.prepare(&harness.general, "quote", &[]).unwrap();
    remove(&mut sent, "data");
    unreadable(sent).await;
    // What we can do without we do without.
    for part in ["channel", "message", "app_permissions", "guild", "attachment_size_limit"] {
        let mut sent = filled(&harness, &form, "Half an hour of thought.");
        remove(&mut sent, part);
        let said = sent.send().await.unwrap();
        assert!(taken(&said), "{part}: {}", said.text());
    }
    harness.clean();
}

#[tokio::test]
async fn numbers_as_texts_and_locales_of_anywhere_do_no_harm() {
    let harness = DiscordHarness::new().await;
    let form = answer_form(&harness).await;
    for (at, value) in [
        ("/type", json!("5")),
        ("/guild_id", json!(harness.club.id.to_string().parse::<u64>().unwrap())),
        ("/channel/type", json!("0")),
        ("/attachment_size_limit", json!("10485760")),
        ("/locale", json!("tlh-QO")),
        ("/locale", json!(7)),
        ("/guild_locale", json!(null)),
        ("/context", json!("server")),
        ("/entitlements", json!("none")),
        ("/version", json!({"a": []})),
    ] {
        let mut sent = filled(&harness, &form, "Half an hour of thought.");
        *sent.payload.pointer_mut(at).unwrap() = value.clone();
        let said = sent.send().await.unwrap();
        assert!(taken(&said), "{at} {value}: {}", said.text());
    }
    harness.clean();
}

#[tokio::test]
pub(super) async fn huge_nesting_is_answered() {
    let harness = DiscordHarness::new().await;
    let form = answer_form(&harness).await;
    let nested = (0..300).fold(json!([]), |inner, _| json!([inner]));
    let mut sent = filled(&harness, &form, "Half an hour of thought.");
    sent.payload["channel"] = nested;
    assert!(unreadable(sent).await.text().contains("Half an hour of thought."));
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_completion_that_cannot_be_read_offers_nothing() {
    let harness = DiscordHarness::new().await;
    for spoil in [
        (|sent: &mut Prepared| remove(sent, "data")) as fn(&mut Prepared),
        |sent| remove(sent, "member"),
        |sent| sent.payload["data"]["name"] = json!({}),
        |sent| sent.payload["data"]["options"] = json!("x"),
        |sent| sent.payload["data"]["options"][0]["value"] = json!([]),
        |sent| sent.payload["data"]["options"][0]["focused"] = json!(7),
    ] {
        let mut sent = harness.ana.prepare_completion(&harness.general, "quote theme:po").unwrap();
        spoil(&mut sent);
        let what = sent.payload["data"].to_string();
        let Answer::Choices(choices) = sent.send().await.unwrap().answer else { panic!("{what}") };
        assert!(choices.is_empty(), "{what}: {choices:?}");
    }
    harness.clean();
}
