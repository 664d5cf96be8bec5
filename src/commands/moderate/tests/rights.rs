//! Who may take something down, and until when.

use super::{HERE, asked, revealed};
use crate::command::Invocation;
use crate::commands::Request;
use crate::commands::fixture::{FACILITATORS, button, card};

#[tokio::test]
async fn outside_a_seminar_the_servers_facilitators_may_and_the_asker_may_not() {
    let mut group = asked().await;
    for who in ["ana", "ben", "zoe"] {
        let refused = group.says(who, HERE).await.plain();
        assert!(refused.contains("Only facilitators of this server"), "{who}: {refused}");
    }
    let sure = group.begin_to_take_down("fay", HERE, "Dan is", "attack").await;
    let line = button(card(&sure), "Take it down");
    for who in ["ana", "ben"] {
        let forged = group.presses(who, &line).await.plain();
        assert!(forged.contains("Only facilitators of this server"), "{who}: {forged}");
    }
    // The role was removed a moment ago.
    let mut context = group.context("fay");
    context.member.roles.clear();
    let pressed = Request::pressed(Invocation::parse(&line).unwrap());
    let refused = group.gives(&context, pressed).await.plain();
    assert!(refused.contains("Only facilitators of this server"), "{refused}");
    // Another server has no such answer, whoever presses.
    group.server.0 = 2;
    let gone = group.presses("mia", &line).await.plain();
    assert!(gone.contains("not here any more"), "{gone}");
    group.server.0 = 1;
    assert!(group.posts().await.is_empty());
    let done = group.presses("mia", &line).await.plain();
    assert!(done.contains("Taken down."), "{done}");
}

#[tokio::test]
async fn in_a_seminar_its_facilitator_may_as_long_as_they_have_the_role() {
    let mut group = revealed().await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    let refused = group.ana(HERE).await.plain();
    assert!(refused.contains("Only the facilitator of this seminar"), "{refused}");
    let sure = group.begin_to_take_down("fay", HERE, "Ben is", "attack").await;
    let line = button(card(&sure), "Take it down");
    let mut context = group.context("fay");
    context.member.roles.clear();
    let pressed = Request::pressed(Invocation::parse(&line).unwrap());
    let refused = group.gives(&context, pressed).await.plain();
    assert!(refused.contains("Only the facilitator of this seminar"), "{refused}");
    assert!(group.mia(HERE).await.plain().contains("What do you want"), "managers may");
}

#[tokio::test]
async fn a_round_that_was_closed_meanwhile_keeps_nobody_from_answering() {
    let mut group = asked().await;
    let sure = group.begin_to_take_down("fay", HERE, "Dan is", "attack").await;
    group.presses("ana", "close round:1 sure:true").await;
    let done = group.press("fay", &sure, "… and no more answers in this round").await.plain();
    assert!(done.contains("Its author gets a direct message."), "{done}");
    assert!(!done.contains("cannot answer any more"), "{done}");
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("notice") && !posts.contains("You can answer again"), "{posts}");
    assert!(!posts.contains("Dan is a fool."), "{posts}");
}

#[tokio::test]
async fn what_cannot_be_taken_down_is_said() {
    let mut group = crate::commands::fixture::Group::new().await;
    assert!(group.mia(HERE).await.plain().contains("Say which round with `round:`"));
    group.ana("question text:\"Who rules?\"").await;
    assert!(group.mia(HERE).await.plain().contains("nothing in this round"));
    // What nobody can read yet is not shown to a facilitator either.
    group.ben("answer text:\"A secret.\" anonymous:true").await;
    let none = group.mia(HERE).await.plain();
    assert!(none.contains("nothing in this round") && !none.contains("secret"), "{none}");
    for (line, said) in [
        ("moderate take-down round:9", "no round 9"),
        ("moderate take-down reason:dissent", "`attack`, `private`"),
        ("moderate", "needs"),
        ("moderate appeal entry:4", "no entry 4"),
        ("moderate appeal", "Please add `entry:`"),
        ("moderate review entry:4", "no entry 4"),
    ] {
        let refused = group.mia(line).await.plain();
        assert!(refused.contains(said), "{line}: {refused}");
    }
    for line in [
        "moderate take-down answer:5 sure:true",
        "moderate take-down answer:5 reason:attack sure:true",
        "moderate take-down objection:5 reason:attack sure:true mute:true",
    ] {
        let gone = group.presses("mia", line).await.plain();
        assert!(gone.contains("not here any more"), "{line}: {gone}");
    }
    for line in ["moderate take-down answer:x", "moderate review entry:1 decide:asked"] {
        let stale = group.presses("mia", line).await.plain();
        assert!(stale.contains("older message"), "{line}: {stale}");
    }
    assert!(group.ana("moderate log").await.plain().contains("Nothing has been taken down"));
}

#[tokio::test]
async fn the_log_has_pages_and_leaves_out_channels_that_a_member_cannot_view() {
    let mut group = crate::commands::fixture::Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    for number in 0..12 {
        group.says(&format!("m{number}"), &format!("answer text:\"Buy {number}!\"")).await;
        group.take_down("mia", HERE, "Buy", "advertising").await;
    }
    let first = group.ben("moderate log").await;
    assert!(first.plain().contains("12 entries · page 1 of 2"), "{}", first.plain());
    let second = group.press("ben", &first, "Next ›").await.plain();
    assert!(second.contains("- 1 · Round 1") && !second.contains("- 3 · Round 1"), "{second}");
    group.go(20);
    group.sees(10, crate::command::Sight::Hidden);
    let none = group.ben("moderate log").await.plain();
    assert!(none.contains("Nothing has been taken down"), "{none}");
    let hidden = group.ben("moderate appeal entry:1").await.plain();
    assert!(hidden.contains("no entry 1"), "{hidden}");
}
