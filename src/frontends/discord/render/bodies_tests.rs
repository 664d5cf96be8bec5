//! What Discord is sent, one body for each kind of card, in `bodies/`.

use super::*;
use crate::commands::fixture::Group;
use crate::messages::{Effect, Reply};
use crate::store::JobOutcome;
use crate::testing::assert_written;
use domain::{Address, MessageId};

/// The body of a reply, as the one who asked gets it.
async fn replied(reply: &Reply, group: &Group) -> Value {
    match reply {
        Reply::Public(card) => Message::drawn(card, group.server).await.new_body(false),
        Reply::Ephemeral(card) => Message::drawn(card, group.server).await.new_body(true),
        Reply::Update(card) => Message::drawn(card, group.server).await.edit_body(),
        Reply::Document(document) => Message::document(document, group.server).new_body(true),
        Reply::Form(form) => modal(form, group.server),
        Reply::Choices(all) => choices(all),
    }
}

/// The bodies of what waits in the outbox: new messages and edits.
async fn sent(group: &mut Group) -> Vec<Value> {
    let mut bodies = Vec::new();
    group.now += jiff::SignedDuration::from_secs(10);
    loop {
        let claimed = group.services.store.claim(group.now, 100).await.unwrap();
        if claimed.is_empty() {
            return bodies;
        }
        for job in claimed {
            let at = match &job.effect {
                Effect::Post { place, card } => {
                    bodies.push(Message::drawn(card, group.server).await.new_body(false));
                    Some(Address { place: *place, message: MessageId(1_000 + job.id) })
                }
                Effect::Beside { card, .. } => {
                    bodies.push(Message::drawn(card, group.server).await.new_body(false));
                    job.target
                        .map(|it| Address { place: it.place, message: MessageId(1_000 + job.id) })
                }
                Effect::Edit { card } => {
                    bodies.push(Message::drawn(card, group.server).await.edit_body());
                    job.target
                }
                _ => None,
            };
            group.services.store.confirm(&job, &JobOutcome::Done(at), group.now).await.unwrap();
        }
    }
}

#[track_caller]
fn shows(name: &str, body: &Value) {
    let text = serde_json::to_string_pretty(body).unwrap() + "\n";
    assert_written(&format!("src/frontends/discord/render/bodies/{name}.json"), &text);
}

#[tokio::test]
async fn a_quote_a_daily_a_refusal_and_a_document() {
    let mut group = Group::new().await;
    let quote = group.ana("quote id:guerin-5").await;
    shows("quote", &replied(&quote, &group).await);
    group.mia("daily add time:9:00 timezone:UTC theme:power").await;
    group.posts().await;
    group.mia("daily now").await;
    let daily = sent(&mut group).await;
    shows("daily", daily.first().unwrap());
    let refusal = group.ana("daily now").await;
    shows("refusal", &replied(&refusal, &group).await);
    let document = Reply::Document(Document {
        name: "record.md".to_owned(),
        bytes: b"# Power".to_vec(),
        card: Card::titled("The record").text("All that the group answered."),
    });
    shows("document", &replied(&document, &group).await);
}

#[tokio::test]
async fn a_question_and_its_answers_outside_a_seminar() {
    let mut group = Group::new().await;
    let question = group.ana("question id:guerin-q1").await;
    shows("question", &replied(&question, &group).await);
    let form = group.ben("answer").await;
    shows("answer_form", &replied(&form, &group).await);
    let receipt = group.submit("ben", &form, "Nobody *should* rule.").await;
    shows("answer_receipt", &replied(&receipt, &group).await);
    shows("answered", &Value::Array(sent(&mut group).await));
    let record = group.ana("record").await;
    shows("record", &replied(&record, &group).await);
}

/// Each form in its labels, and none in the rows of before.
#[tokio::test]
async fn the_forms() {
    let mut group = Group::new().await;
    group.mia("settings facilitators:77").await;
    group.ana("question id:guerin-q1").await;
    group.ana("question text:\"Who cleans up after us?\"").await;
    group.ben("statement propose text:\"Nobody should rule alone.\"").await;
    group.fay("seminar open themes:power").await;
    group.go(20);
    group.ana("seminar open themes:power").await;
    let forms = [
        ("form_question", "ana", "edit round:2"),
        ("form_statement", "ben", "statement propose round:1"),
        ("form_statement_edit", "ben", "statement edit statement:1 version:1"),
        ("form_objection", "cleo", "statement object statement:1 version:1"),
        ("form_agenda", "fay", "seminar add seminar:1"),
        ("form_reading", "mia", "reading add"),
    ];
    for (name, who, line) in forms {
        let form = group.presses(who, line).await;
        let Reply::Form(_) = &form else { panic!("{line}: {}", form.plain()) };
        let body = replied(&form, &group).await;
        assert!(!body.to_string().contains("\"type\":1,"), "{body}");
        shows(name, &body);
    }
}

#[tokio::test]
async fn a_seminar_from_its_lobby_to_its_statement() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open title:\"On power\" themes:power,liberty quorum:3").await;
    shows("seminar_draft", &replied(&draft, &group).await);
    group.press("ana", &draft, "Start").await;
    for who in ["ben", "cleo", "dan"] {
        group.says(who, "seminar join").await;
    }
    let lobby = sent(&mut group).await;
    shows("seminar", lobby.first().unwrap());
    group.ana("seminar next").await;
    group.ben("answer text:\"Nobody should rule.\"").await;
    group.cleo("answer text:\"All of us.\" anonymous:true").await;
    shows("seminar_question", sent(&mut group).await.last().unwrap());
    let queue = group.ben("queue join").await;
    shows("queue", &replied(&queue, &group).await);
    sent(&mut group).await;
    group.ana("seminar reveal").await;
    let revealed = sent(&mut group).await;
    shows("revealed", &Value::Array(revealed));
    let rating = group.presses("dan", "weigh round:1").await;
    shows("rating", &replied(&rating, &group).await);
    group.ben("statement propose text:\"Nobody should rule alone.\"").await;
    shows("statement", sent(&mut group).await.first().unwrap());
}

#[tokio::test]
async fn the_summary_of_a_seminar_its_record_and_what_is_found_in_it() {
    let mut group = Group::new().await;
    group.ana("seminar open title:\"On power\" themes:power,liberty quorum:3").await;
    group.ana("seminar start").await;
    for who in ["ben", "cleo", "dan"] {
        group.says(who, "seminar join").await;
    }
    group.ana("seminar next").await;
    group.ana("seminar next").await;
    group.ben("answer text:\"Nobody should rule alone: that is what councils are for.\"").await;
    group.cleo("answer text:\"All of us rule.\" anonymous:true").await;
    group.says("dan", "answer text:\"Whoever can be called back.\"").await;
    for who in ["ana", "ben", "cleo", "dan"] {
        for _ in 0..3 {
            let rated = group.presses(who, "weigh round:2").await;
            if rated.plain().contains("[Agree]") {
                group.press(who, &rated, "Agree").await;
            }
        }
    }
    group.ben("statement propose text:\"Nobody should rule alone.\"").await;
    for who in ["cleo", "dan"] {
        let shown = group.says(who, "statement show").await;
        group.press(who, &shown, "Agree").await;
    }
    group.ana("seminar next").await;
    group.ben("answer text:\"A council that cannot be recalled is a government.\"").await;
    sent(&mut group).await;
    group.presses("ana", "seminar close seminar:1 sure:true").await;
    let posted = sent(&mut group).await;
    let summary = posted.iter().find(|body| body["attachments"][0]["filename"] == "map.png");
    shows("summary", summary.unwrap());
    let record = group.ana("record seminar:1").await;
    shows("record_contents", &replied(&record, &group).await);
    let page = group.choose("ana", &record, "round:2").await;
    shows("record_question", &replied(&page, &group).await);
    let found = group.ana("record search:\"rule council*\"").await;
    shows("record_found", &replied(&found, &group).await);
}
