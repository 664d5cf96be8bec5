//! A text that somebody wrote for half an hour is recorded or comes back to them, whole.

use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Executor};
use standin::{Exchange, Member, Message, Modal};

use crate::discord::harness::{DiscordHarness, lenient, said};

/// As long as it gets, with marks that take room when they are escaped.
fn long() -> String {
    "Power *corrupts*, _they_ say. ".repeat(100)
}

/// The words of a message, without the marks that keep a word from being mark-up.
fn read(message: &Message) -> String {
    message.texts().concat().replace('\\', "")
}

#[track_caller]
fn gave_back(refused: &Exchange, why: &str, text: &str) {
    assert!(refused.ephemeral, "{}", refused.text());
    let read = read(refused);
    assert!(read.contains(why), "{read}");
    assert!(read.contains(text.trim_end()), "{read}");
}

async fn form(who: &Member, on: &Message, button: &str) -> Modal {
    who.press(on, button).await.unwrap().modal().unwrap()
}

#[tokio::test]
pub(super) async fn a_form_whose_round_was_closed_gives_its_text_back() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let question = harness.ana("question text:Well?").await;
    let answer = form(&ben, &question, "Answer").await;
    let proposed = said(&ben, &harness.general, "statement propose text:So it is.").await;
    assert!(proposed.text().contains("proposed"), "{}", proposed.text());
    let edit = form(&ben, &proposed, "Edit").await;
    let shown = said(&harness.ana, &harness.general, "statement show").await;
    let object = form(&harness.ana, &shown, "Object").await;
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    harness.ana.press(&sure, "Close without a statement").await.unwrap();

    let (long, reason) = (long(), "I was not asked. ".repeat(50));
    let refused = ben.submit(&answer, &[("text", &long)]).await.unwrap();
    gave_back(&refused, "This round is closed", &long);
    let refused = ben.submit(&edit, &[("text", &reason)]).await.unwrap();
    gave_back(&refused, "its statement is final", &reason);
    let refused = harness.ana.submit(&object, &[("text", &reason)]).await.unwrap();
    gave_back(&refused, "its statement is final", &reason);
    let refused = said(&ben, &harness.general, "answer text:\"Half an hour of thought.\"").await;
    gave_back(&refused, "No question is open here", "Half an hour of thought.");
    assert!(!read(&refused).contains("||"));
    harness.clean();
}

#[tokio::test]
async fn the_next_question_of_a_seminar_gives_back_what_was_for_the_last() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let draft = harness.ana("seminar open themes:power").await;
    harness.ana.press(&draft, "Start").await.unwrap();
    harness.ana("seminar next").await;
    let asked = |messages: &[Message]| messages.iter().any(|it| it.button("Answer").is_some());
    let messages = harness.general.wait_for(asked, Duration::from_secs(10)).await;
    let question = messages.iter().find(|it| it.button("Answer").is_some()).unwrap();
    let answer = form(&ben, question, "Answer").await;
    harness.ana("seminar next").await;
    let text = long();
    let refused = ben.submit(&answer, &[("text", &text)]).await.unwrap();
    gave_back(&refused, "This round is closed", &text);
    harness.clean();
}

/// SQLite waits five seconds for whoever keeps it locked.
#[tokio::test]
async fn an_answer_waits_until_the_database_is_free_again() {
    let services = standin::Options { patience: Duration::from_secs(30), ..lenient() };
    let harness = DiscordHarness::with(services, |_| {}).await;
    let question = harness.ana("question text:Well?").await;
    let ben = harness.club.member("ben");
    let answer = form(&ben, &question, "Answer").await;
    let options = SqliteConnectOptions::new().filename(harness.database());
    let mut other = options.connect().await.unwrap();
    other.execute("begin immediate").await.unwrap();
    let text = long();
    let filled_in = [("text", text.as_str())];
    let (answered, ()) = tokio::join!(ben.submit(&answer, &filled_in), async {
        tokio::time::sleep(Duration::from_millis(6_500)).await;
        other.execute("rollback").await.unwrap();
    });
    let answered = answered.unwrap();
    assert!(answered.deferred && answered.text().contains("recorded"), "{}", answered.text());
    let stands = |messages: &[Message]| messages.len() == 2;
    let messages = harness.general.wait_for(stands, Duration::from_secs(10)).await;
    assert!(read(&messages[1]).contains(text.trim_end()));
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_text_that_is_too_long_for_a_message_comes_back_as_a_file() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let answer = form(&harness.ana, &question, "Answer").await;
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    harness.ana.press(&sure, "Close it").await.unwrap();
    for text in ["*".repeat(4_000), format!("{}end", "_a_ ".repeat(999))] {
        let refused = harness.ana.submit(&answer, &[("text", &text)]).await.unwrap();
        // What would grow by escapes is shown as code, in several parts.
        let shown = read(&refused).replace(['`', '\n'], "");
        let whole = shown.contains(&text) || !refused.attachments.is_empty();
        assert!(refused.ephemeral && whole, "{}", refused.text());
    }
    harness.clean();
}
