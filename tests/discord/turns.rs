//! Whoever has the turn or was drawn by lot is told: exactly that person. Everybody sees a new
//! version of a statement.

use serde_json::json;
use standin::{Member, Message};

use crate::discord::harness::{DiscordHarness, SOON, said};

fn read(message: &Message) -> String {
    message.text().replace(['\\', '*'], "")
}

/// Waits for a message that says this.
async fn found(harness: &DiscordHarness, words: &str) -> Message {
    let holds = |messages: &[Message]| messages.iter().any(|it| read(it).contains(words));
    let messages = harness.general.wait_for(holds, SOON).await;
    messages.into_iter().find(|it| read(it).contains(words)).unwrap()
}

/// A seminar that ana facilitates, with ben and cleo.
async fn begun() -> (DiscordHarness, Member, Member) {
    let harness = DiscordHarness::new().await;
    let (ben, cleo) = (harness.club.member("ben"), harness.club.member("cleo"));
    let draft = harness.ana("seminar open themes:power").await;
    harness.ana.press(&draft, "Start").await.unwrap();
    for who in [&ben, &cleo] {
        said(who, &harness.general, "seminar join").await;
    }
    (harness, ben, cleo)
}

#[tokio::test]
async fn whoever_waited_is_pinged_when_their_turn_comes() {
    let (harness, ben, cleo) = begun().await;
    said(&ben, &harness.general, "queue join").await;
    let board = found(&harness, "ben is speaking").await;
    // He has just pressed, and is looking.
    assert!(board.pings().is_empty());
    said(&cleo, &harness.general, "queue join").await;
    found(&harness, "1. cleo").await;
    ben.press(&board.now().unwrap(), "Next").await.unwrap();
    let board = found(&harness, "cleo is speaking").await;
    assert_eq!(board.pings().users, [cleo.id]);
    assert!(board.pings().roles.is_empty() && !board.pings().everyone);
    let last = harness.general.last().unwrap();
    assert_eq!(last.id, board.id, "the list came to the bottom");
    cleo.press(&board, "Next").await.unwrap();
    let board = found(&harness, "Nobody is speaking").await;
    assert_eq!((board.id, board.content.as_str()), (last.id, ""));
    harness.clean();
}

#[tokio::test]
async fn whom_the_lot_drew_is_pinged_and_reads_the_notes() {
    let (harness, ben, _) = begun().await;
    said(&ben, &harness.general, "seminar facilitator volunteer:true").await;
    harness.ana("seminar facilitator lot:true").await;
    let drawn = found(&harness, "ben facilitates this round, by lot.").await;
    assert_eq!(drawn.pings().users, [ben.id]);
    said(&ben, &harness.general, "seminar facilitator lot:false").await;
    said(&ben, &harness.general, "seminar next").await;
    said(&ben, &harness.general, &format!("seminar facilitator member:@{}", "cleo")).await;
    let given = found(&harness, "hands over to cleo").await;
    let cleo = harness.club.member("cleo");
    assert_eq!(given.pings().users, [cleo.id]);
    let notes = cleo.press(&given, "My notes for this round").await.unwrap();
    assert!(
        notes.ephemeral && read(&notes).contains("My notes for this round"),
        "{}",
        read(&notes)
    );
    let refused = ben.press(&given, "My notes for this round").await.unwrap();
    assert!(read(&refused).contains("only they can read its notes"), "{}", read(&refused));
    harness.clean();
}

#[tokio::test]
async fn a_new_version_of_a_statement_is_a_new_message() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let question = harness.ana("question text:Well?").await;
    said(&ben, &harness.general, "answer text:Nobody.").await;
    let receipt = said(&ben, &harness.general, "statement propose text:\"Nobody rules.\"").await;
    let first = found(&harness, "Proposed by ben").await;
    assert_eq!(first.labels(), ["Agree", "Stand aside", "Object"]);
    assert!(first.buttons().iter().all(|button| button["style"] == 2), "none stands out");
    harness.ana.press(&first, "Agree").await.unwrap();
    let form = ben.press(&receipt, "Edit").await.unwrap().modal().unwrap();
    ben.submit(&form, &[("text", "Nobody rules here.")]).await.unwrap();
    let second = found(&harness, "Nobody rules here.").await;
    assert_ne!(second.id, first.id);
    assert_eq!(harness.general.last().unwrap().id, second.id);
    assert!(read(&second).contains("Please vote again"), "{}", read(&second));
    let link = format!("/{}/{}", harness.general.id, second.id);
    let linked = |message: &Message| message.text().contains(&link);
    let old = first.wait_for(linked, SOON).await;
    assert!(read(&old).contains("Version 1, replaced"), "{}", read(&old));
    assert!(old.labels().is_empty(), "{}", old.text());
    // Whoever presses what was there a moment ago is shown the new text first.
    let line = "statement agree statement:1 version:1";
    let outdated = harness.ana.forge(&old, line).await.unwrap();
    assert!(read(&outdated).contains("The text has changed"), "{}", read(&outdated));
    harness.ana.press(&second, "Agree").await.unwrap();
    let agreed = |message: &Message| read(message).contains("2 agree");
    second.wait_for(agreed, SOON).await;
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    harness.ana.press(&sure, "Close it").await.unwrap();
    second.wait_for(|message| read(message).contains("Adopted."), SOON).await;
    assert!(read(&old.now().unwrap()).contains("Version 1, replaced"));
    harness.clean();
}

#[tokio::test]
pub(super) async fn an_objection_is_made_with_a_name_or_without() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    harness.ana("question text:Well?").await;
    said(&ben, &harness.general, "statement propose text:\"Nobody rules.\"").await;
    let proposed = found(&harness, "Proposed by ben").await;
    let form = harness.ana.press(&proposed, "Object").await.unwrap().modal().unwrap();
    // As the form was before, in rows.
    let row = |id, value| {
        let input = json!({ "type": 4, "id": 2, "custom_id": id, "value": value });
        json!({ "type": 1, "id": 1, "components": [input] })
    };
    let odd = json!([row("text", "Somebody must."), row("named", "maybe")]);
    let refused = harness.ana.forge_form(&form, odd).await.unwrap();
    assert!(read(&refused).contains("Somebody must."), "{}", read(&refused));
    let without = [("text", "Somebody must."), ("Your name", "Without my name")];
    harness.ana.submit(&form, &without).await.unwrap();
    found(&harness, "Somebody objects").await;
    let again = harness.ana.press(&proposed, "Object").await.unwrap().modal().unwrap();
    assert_eq!(
        (again.fields()[0].value.as_str(), again.fields()[1].value.as_str()),
        ("Somebody must.", "no")
    );
    harness.ana.submit(&again, &[("named", "yes")]).await.unwrap();
    found(&harness, "ana objects").await;
    // The button of an older message asks for it without the name.
    let old = "statement object statement:1 version:1 anonymous:true";
    let form = harness.club.member("cleo").forge(&proposed, old).await.unwrap().modal().unwrap();
    assert_eq!(form.fields()[1].value, "no");
    harness.clean();
}

#[tokio::test]
async fn an_open_question_leaves_no_buttons_under_each_answer() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let receipt = harness.ana("answer text:\"I do.\"").await;
    let messages = harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    assert_eq!(messages[1].labels(), [""; 0]);
    assert_eq!(receipt.labels(), ["Change", "Withdraw", "What is kept?"]);
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    assert_eq!(form.fields()[0].value, "I do.");
    // Those of older messages go on working.
    harness.ana.forge(&messages[1], "withdraw round:1").await.unwrap();
    harness.general.wait_for(|messages| messages.len() == 1, SOON).await;
    harness.clean();
}

#[tokio::test]
async fn another_quote_takes_nothing_away() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let quote = harness.ana("quote theme:power").await;
    let another = ben.press(&quote, "Another").await.unwrap();
    assert!(another.ephemeral && !another.is_update());
    assert_ne!(another.text(), quote.text());
    assert_eq!(quote.now().unwrap().text(), quote.text());
    // What only he sees may change, and he may show it.
    let third = ben.press(&another, "Another").await.unwrap();
    assert!(third.is_update());
    let shown = ben.press(&third, "Show to all").await.unwrap();
    assert!(!shown.ephemeral);
    assert_eq!(harness.general.messages().len(), 2);
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_thread_finds_the_question_of_its_channel() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    harness.ana("question text:Well?").await;
    let thread = harness.general.thread(&ben, "about that");
    let answered = said(&ben, &thread, "answer text:\"In the thread.\"").await;
    assert!(answered.text().contains("recorded"), "{}", answered.text());
    let stands = |messages: &[Message]| messages.len() == 2;
    harness.general.wait_for(stands, SOON).await;
    let choices = ben.autocomplete(&thread, "answer round:").await.unwrap();
    assert_eq!(choices[0].0, "1: Well?");
    let proposed = said(&ben, &thread, "statement propose text:\"So it is.\"").await;
    assert!(proposed.text().contains("proposed"), "{}", proposed.text());
    let message = ben.says(&thread, "This is what I think.");
    let recorded = ben.message_command("Record as answer", &message).await.unwrap();
    assert!(read(&recorded).contains("You have answered this question"), "{}", read(&recorded));
    harness.clean();
}
