//! Forms of labels: what they show, what comes back of them, and what no client of ours would send.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use standin::{Exchange, Failure, Member, Message, Modal};

use crate::discord::harness::{DiscordHarness, SOON, said};

const WORDS: &str = "Half an hour of thought.";

fn read(message: &Message) -> String {
    message.text().replace('\\', "")
}

/// One field in its label, or in a row as before.
fn label(id: &str, kind: u64, value: impl Into<Value>) -> Value {
    let name = if matches!(kind, 3 | 19 | 22) { "values" } else { "value" };
    let component = json!({ "type": kind, "id": 3, "custom_id": id, name: value.into() });
    json!({ "type": 18, "id": 2, "component": component })
}

fn row(id: &str, value: &str) -> Value {
    let input = json!({ "type": 4, "id": 3, "custom_id": id, "value": value });
    json!({ "type": 1, "id": 2, "components": [input] })
}

#[tokio::test]
pub(super) async fn a_form_shows_the_question_and_takes_the_answer_and_the_name() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question id:guerin-q1").await;
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    let shown = form.text().replace('\\', "");
    assert!(shown.contains("what should the proper ratio be"), "{shown}");
    assert!(shown.contains("> But, though class instinct impels them"), "{shown}");
    let name = form.field("Your name").unwrap();
    assert_eq!((name.kind, name.value.as_str()), (21, "with"));
    let text = form.field("Your answer").unwrap();
    assert_eq!(text.description, "You can change it until the round closes.");
    let without = [("Your answer", WORDS), ("Your name", "Without my name")];
    let done = harness.ana.submit(&form, &without).await.unwrap();
    assert!(done.text().contains("recorded without your name"), "{}", done.text());
    // Typed, the same form opens; it holds the answer, and leaves the name off.
    let again = harness.ana("answer").await.modal().unwrap();
    let held = again.fields().into_iter().map(|field| field.value).collect::<Vec<_>>();
    assert_eq!(held, [WORDS, "without"]);
    let signed = harness.ana.submit(&again, &[("name", "with")]).await.unwrap();
    assert!(signed.text().contains("under your name now"), "{}", signed.text());
    let stands = |messages: &[Message]| messages.iter().any(|it| it.text().contains(WORDS));
    harness.general.wait_for(stands, SOON).await;
    harness.clean();
}

#[tokio::test(flavor = "multi_thread")]
pub(super) async fn a_reading_is_handed_in_with_a_form() {
    let harness = DiscordHarness::new().await;
    let owner = harness.owner();
    let text = "A council that cannot be recalled is a government. ".repeat(60);
    let files: &[(&str, &[u8])] = &[("letter.txt", text.as_bytes()), ("map.png", b"PNG")];
    let form = said(&owner, &harness.general, "reading add").await.modal().unwrap();
    let picture = [("The text", "map.png")];
    let offered = owner.submit_with(&form, &picture, files).await;
    assert!(matches!(offered, Err(Failure::Invalid(_))), "{offered:?}");
    let sent = [("The text", "letter.txt"), ("Title", "A letter"), ("Author", "Ana Prado")];
    let found = owner.submit_with(&form, &sent, files).await.unwrap();
    assert!(found.deferred && found.ephemeral, "{found:?}");
    assert!(read(&found).contains("Found: A letter"), "{}", read(&found));
    let added = owner.press(&found, "Add it").await.unwrap();
    assert!(added.text().contains("is now in this server's book"), "{}", added.text());
    let refused = harness.ana("reading add").await;
    assert!(refused.ephemeral && refused.text().contains("facilitator"), "{}", refused.text());
    harness.clean();
}

#[track_caller]
fn given_back(refused: &Exchange, why: &str) {
    let read = read(refused);
    assert!(refused.ephemeral && read.contains(why) && read.contains(WORDS), "{read}");
}

#[tokio::test]
pub(super) async fn what_no_form_of_ours_has_is_refused_and_given_back() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let ben = harness.club.member("ben");
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();
    let text = || label("text", 4, WORDS);
    for sent in [
        json!([text(), label("other", 4, "What is this?")]),
        json!([text(), label("name", 21, "neither")]),
        json!([text(), label("name", 23, true)]),
        json!([text(), label("name", 22, json!(["with", "without"]))]),
        json!([label("other", 4, WORDS)]),
    ] {
        let refused = ben.forge_form(&form, sent.clone()).await.unwrap();
        given_back(&refused, "This form has changed since you opened it");
    }
    // What is missing is no answer; Discord takes no form after a form.
    let refused = ben.forge_form(&form, json!([label("name", 21, "with")])).await.unwrap();
    assert!(refused.ephemeral && read(&refused).contains("has changed"), "{}", read(&refused));
    assert_eq!(harness.general.messages().len(), 1);
    harness.clean();
}

#[tokio::test]
async fn a_form_that_was_open_during_the_update_is_taken() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let ben = harness.club.member("ben");
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();
    let done = ben.forge_form(&form, json!([row("text", WORDS)])).await.unwrap();
    assert!(done.text().contains("recorded"), "{}", done.text());
    let stands = |messages: &[Message]| messages.iter().any(|it| it.text().contains(WORDS));
    harness.general.wait_for(stands, SOON).await;
    harness.clean();
}

/// The form that takes a message's answer down. The bot knows whose message it is a moment after it
/// has posted it.
async fn take_down(by: &Member, message: &Message) -> Modal {
    let since = Instant::now();
    while since.elapsed() < SOON {
        if let Ok(form) = by.message_command("Take down", message).await.unwrap().modal() {
            return form;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("nothing to take down: {message:?}");
}

#[tokio::test]
async fn whoever_was_muted_while_they_wrote_has_their_text_still() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let (owner, ben) = (harness.owner(), harness.club.member("ben"));
    said(&ben, &harness.general, "answer text:\"Buy from me!\"").await;
    let stands = |messages: &[Message]| messages.len() == 2;
    let messages = harness.general.wait_for(stands, SOON).await;
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();
    let why = take_down(&owner, &messages[1]).await;
    let reason = [("The reason", "Advertising"), ("mute", "true")];
    let sure = owner.submit(&why, &reason).await.unwrap();
    owner.press(&sure, "… and no more answers in this round").await.unwrap();
    let refused = ben.submit(&form, &[("text", WORDS)]).await.unwrap();
    given_back(&refused, "you cannot answer any more in it");
    harness.clean();
}
