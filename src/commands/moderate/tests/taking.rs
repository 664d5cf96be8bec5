//! What is taken down, and what stays of it.

use super::{HERE, asked, revealed};
use crate::command::{FieldValue, Invocation, MessageSpec, TargetMessage, Value};
use crate::commands::Command;
use crate::commands::fixture::{FACILITATORS, Group, button, card};
use crate::messages::{Reply, Subject};
use crate::store::ServerTx;
use domain::{Address, AnswerId, MemberId};

#[tokio::test]
async fn an_answer_is_taken_down_and_a_stub_with_the_reason_stays() {
    let mut group = asked().await;
    let which = group.fay(HERE).await;
    insta::assert_snapshot!(which.plain(), @"
    one
    # What do you want to take down?
    Who rules?
    (2 texts)
    <Choose an answer or an objection> moderate take-down round:1
      Nobody does. (cleo) = 5144076333681713923
      Dan is a fool. (ben) = 5649845916616595967
    ");
    let entries = &card(&which).menu.as_ref().unwrap().entries;
    let answer =
        entries.iter().find(|entry| entry.label == "Dan is a fool.").unwrap().value.clone();
    let why = group.choose("fay", &which, &answer).await;
    insta::assert_snapshot!(why.plain(), @"
    form Why take it down?
    ben: Dan is a fool.
    The reason (reason) That somebody disagrees, or that you do, is none.
      ○ A personal attack (It attacks a person, not what they say) = attack
      ○ Somebody's private matter (It tells what is somebody's own business) = private
      ○ Advertising (It sells or advertises something) = advertising
      ○ Nothing to do with the question (Spam or nonsense; an unusual view is not that) = unrelated
      ○ Against Discord's rules (Threats, hate, sexual content, and what else they forbid) = rules
    ☐ No more answers from them in this round (mute) Nobody learns who that is if they gave no name.
    [send] moderate take-down answer:5649845916616595967
    ");
    let reason = FieldValue::Choices(vec!["attack".to_owned()]);
    let sure = group.submits("fay", &why, &[("reason", reason)]).await;
    insta::assert_snapshot!(sure.plain(), @"
    one
    # Take this down?
    ben: Dan is a fool.
    The reason would be: a personal attack. The text is erased everywhere and cannot come back. A line with the reason stays, and the log has your name and the reason, for everybody to read. Its author is told and can answer again, unless you keep them from that. Nobody learns who they are if they gave no name.
    [Take it down] moderate take-down answer:5649845916616595967 reason:attack sure:true
    [… and no more answers in this round] moderate take-down answer:5649845916616595967 reason:attack sure:true mute:true
    ");
    let done = group.press("fay", &sure, "Take it down").await;
    insta::assert_snapshot!(done.plain(), @"
    face
    Taken down. It is entry 1 in `/moderate log`. Its author gets a direct message.
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    notice
    # Your answer was taken down
    The facilitators took it down in #10, round 1: a personal attack. The text is erased.
    You can answer again.
    If you think that is wrong, ask those who manage the server for a second look: `/moderate appeal entry:1`. Nobody is told that it was you.

    edit round:1
    # A question
    Who rules?
    1 answer. Anonymous answers are shown when the round closes. 1 answer was taken down by the facilitators.
    (Round 1 · in a member's own words)
    [Answer] answer round:1
    [Edit] edit round:1
    [Close] close round:1

    edit response:5649845916616595967
    An answer was taken down by the facilitators: a personal attack.
    (Round 1)
    ");
    let twice = group.press("fay", &sure, "Take it down").await.plain();
    assert!(twice.contains("not here any more"), "{twice}");
    assert!(group.posts().await.is_empty());
    let log = group.cleo("moderate log").await;
    insta::assert_snapshot!(log.plain(), @"
    one
    # What was taken down
    - 1 · Round 1 · An answer taken down by fay, 2026-11-22T08:00:18Z: a personal attack.
    Everybody can read this. Anybody can appeal: `/moderate appeal`.
    (1 entry)
    ");
    let record = group.ana("record theme:none").await.plain();
    assert!(record.contains("taken down by the facilitators: a personal attack."), "{record}");
    assert!(!record.contains("Dan is a fool."), "{record}");
    // Its author is told once more in the round, and answers again.
    let told = group.ben("answer round:1").await;
    insta::assert_snapshot!(told.plain(), @"
    one
    # Your answer was taken down
    The facilitators took it down: a personal attack. The text is erased.
    You can answer again.
    If you think that is wrong, ask those who manage the server for a second look: `/moderate appeal entry:1`. Nobody is told that it was you.
    (Round 1)
    [Answer] answer round:1 told:true
    [Appeal] moderate appeal entry:1
    ");
    assert!(matches!(group.press("ben", &told, "Answer").await, Reply::Form(_)));
    let again = group.ben("answer text:\"I have no opinion.\"").await.plain();
    assert!(
        again.contains("Your answer was taken down"),
        "who types may not have read it: {again}"
    );
    assert!(matches!(group.ben("answer round:1").await, Reply::Form(_)));
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("I have no opinion.") && posts.contains("2 answers."), "{posts}");
}

#[tokio::test]
async fn a_page_of_answers_shows_the_stub_and_what_nobody_can_read_is_left_alone() {
    let mut group = revealed().await;
    let sure = group.begin_to_take_down("fay", HERE, "Ben is", "attack").await;
    let done = group.press("fay", &sure, "Take it down").await;
    insta::assert_snapshot!(done.plain(), @"
    face
    Taken down. It is entry 1 in `/moderate log`. Its author is told the next time they do something in this round.
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    edit round:1
    # Question 1 of 5 · To begin
    Name one thing in the reading that surprised you.
    1 answer. They are shown below. You can still answer; a late anonymous answer appears when the round closes. 1 answer was taken down by the facilitators.
    (Round 1)
    [Answer] answer round:1

    edit answers:1.1
    # The answers
    Name one thing in the reading that surprised you.
    ben: I do not know.
    - An answer was taken down by the facilitators: a personal attack.
    (Round 1 · in random order)

    edit outcome:1
    # What now?
    Rate the answers one by one: nobody sees your ratings. Talk about them here. Anyone can propose a statement for the whole group.
    Then the facilitator goes on.
    (Round 1)
    [Rate the answers] weigh round:1
    [Propose a statement] statement propose round:1
    [Next question] seminar next seminar:1
    ");
    // A late anonymous answer is hidden until the end.
    group.says("dan", "answer text:\"Hidden.\" anonymous:true").await;
    let which = group.fay(HERE).await.plain();
    assert!(!which.contains("Hidden."), "{which}");
    // It is not among those to rate either.
    let rated = group.presses("ana", "weigh round:1").await.plain();
    assert!(rated.contains("Answer 1 of 1") && !rated.contains("fool"), "{rated}");
    group.fay("seminar close").await;
    group.presses("fay", "seminar close seminar:1 sure:true").await;
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("Summary: On power"), "{posts}");
    assert!(posts.contains("taken down by the facilitators"), "{posts}");
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    // Once the seminar is over, the server's facilitators can still take something down.
    let done =
        group.take_down("fay", "moderate take-down round:1", "Hidden.", "rules").await.plain();
    assert!(done.contains("Nobody can tell who its author is"), "{done}");
    let posts = group.posts().await;
    assert!(posts.iter().any(|post| post.starts_with("edit summary:1.1")), "{posts:#?}");
    assert!(!posts.concat().contains("Hidden."), "{posts:#?}");
}

#[tokio::test]
async fn what_waits_to_be_posted_is_taken_down_as_well() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"Dan is a fool.\"").await;
    group.take_down("mia", HERE, "Dan is", "attack").await;
    let posts = group.posts().await.join("\n\n");
    assert!(!posts.contains("fool"), "{posts}");
    assert!(posts.contains("taken down by the facilitators"), "{posts}");
}

/// The menu of a message.
async fn used_on(group: &mut Group, who: &str, at: Address) -> Reply {
    let message = TargetMessage {
        at,
        author: MemberId(1),
        name: "ben".to_owned(),
        bot: true,
        text: String::new(),
        files: Vec::new(),
    };
    let line = Invocation { name: "take-down".to_owned(), ..Invocation::default() };
    let line = line.with(MessageSpec::OPTION, Value::Message(message));
    let context = group.context(who);
    group.gives(&context, Command::parse(line)).await
}

#[tokio::test]
async fn a_message_leads_to_its_answer_or_to_those_of_its_round() {
    let mut group = asked().await;
    let which = group.fay(HERE).await;
    let answer: i64 = card(&which).menu.as_ref().unwrap().entries[0].value.parse().unwrap();
    let mut reads = group.services.store.read(group.server);
    let own = reads.message(Subject::Answer(AnswerId(answer))).await.unwrap().unwrap();
    let round = reads.round_numbered(domain::RoundNumber(1)).await.unwrap().unwrap();
    let subject = Subject::Round(round.id);
    let round = Address { message: domain::MessageId(901), ..own };
    let remember = async |tx: &mut ServerTx| tx.remember_message(subject, round).await;
    group.services.store().change(group.server, remember).await.unwrap();
    let why = used_on(&mut group, "fay", own).await.plain();
    assert!(why.contains("Why take it down?"), "{why}");
    let which = used_on(&mut group, "fay", round).await.plain();
    assert!(which.contains("What do you want to take down?"), "{which}");
    let elsewhere = Address { message: domain::MessageId(5), ..round };
    let none = used_on(&mut group, "fay", elsewhere).await.plain();
    assert!(none.contains("shows no answer"), "{none}");
    for at in [own, round] {
        let refused = used_on(&mut group, "ana", at).await.plain();
        assert!(refused.contains("Only facilitators of this server"), "{refused}");
    }
}

#[tokio::test]
async fn under_an_answer_that_is_rated_only_a_facilitator_has_the_button() {
    let mut group = revealed().await;
    let rated = group.presses("fay", "weigh round:1").await;
    let line = button(card(&rated), "Take it down");
    let why = group.presses("fay", &line).await.plain();
    assert!(why.contains("Why take it down?"), "{why}");
    let rated = group.presses("ana", "weigh round:1").await.plain();
    assert!(!rated.contains("Take it down"), "{rated}");
}

#[tokio::test]
async fn the_words_of_an_objection_go_and_the_objection_counts() {
    let mut group = asked().await;
    group.ben("statement propose text:\"Nobody rules.\"").await;
    let shown = group.cleo("statement show").await;
    let form = group.press("cleo", &shown, "Object").await;
    group.submit("cleo", &form, "Ben is a fool.").await;
    group.posts().await;
    let sure = group.begin_to_take_down("fay", HERE, "Ben is", "attack").await;
    insta::assert_snapshot!(sure.plain(), @"
    one
    # Take this down?
    cleo objects: Ben is a fool.
    The reason would be: a personal attack. Its words are erased everywhere and cannot come back. The objection itself stays and counts. The log has your name and the reason, for everybody to read.
    [Take it down] moderate take-down objection:3549255596677960996 reason:attack sure:true
    ");
    let done = group.press("fay", &sure, "Take it down").await.plain();
    assert!(done.contains("Its author reads it in the place of their words."), "{done}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    edit round:1
    # A question
    Who rules?
    2 answers. Anonymous answers are shown when the round closes.
    (Round 1 · in a member's own words)
    [Answer] answer round:1
    [Edit] edit round:1
    [Close] close round:1

    edit statement:1
    # Proposed statement
    Who rules?
    Proposed by ben: Nobody rules.
    Enough have voted, but there is 1 objection. 1 agree · 1 object · 0 aside
    ## cleo objects
    Its words were taken down by the facilitators: a personal attack. The objection counts all the same.
    (Round 1 · version 1 · votes are secret)
    [Agree] statement agree statement:1 version:1
    [Stand aside] statement aside statement:1 version:1
    [Object] statement object statement:1 version:1
    ");
    let log = group.ana("moderate log").await.plain();
    assert!(log.contains("The words of an objection taken down by fay"), "{log}");
    let record = group.ana("record theme:none").await.plain();
    assert!(record.contains("The objection counts all the same."), "{record}");
    assert!(!record.contains("Ben is a fool."), "{record}");
    let twice = group.press("fay", &sure, "Take it down").await.plain();
    assert!(twice.contains("not here any more"), "{twice}");
}
