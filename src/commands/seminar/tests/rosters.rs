//! Who is counted, and how often: a member without a name is never tied to one.

use super::begun;
use crate::commands::fixture::Group;

/// The lobby's line about who takes part.
async fn taking_part(group: &mut Group) -> String {
    let status = group.ana("seminar status").await.plain();
    let line = status.lines().find(|line| line.contains("take part")).map(str::to_owned);
    line.unwrap_or_else(|| panic!("{status}"))
}

#[tokio::test]
async fn who_first_answers_without_a_name_and_then_by_name_is_not_counted_twice_for_good() {
    let mut group = begun("").await;
    group.ana("seminar join").await;
    group.ana("seminar next").await;
    let dora = "answer text:\"I doubt it.\"";
    group.says("dora", &format!("{dora} anonymous:true")).await;
    assert!(taking_part(&mut group).await.contains("ben, cleo, ana and 1 without a name"));
    let card = group.posts().await.concat();
    assert!(card.contains("counts twice; then the facilitator shows"), "{card}");
    group.says("dora", "seminar join").await;
    group.says("dora", dora).await;
    // At that moment nothing ties the two.
    let twice = taking_part(&mut group).await;
    assert!(twice.contains("5 take part") && twice.contains("1 without a name"), "{twice}");
    for who in ["ana", "ben", "cleo"] {
        group.says(who, "answer text:Yes.").await;
    }
    let status = group.ana("seminar status").await.plain();
    assert!(status.contains("Waiting for 1 of 5."), "{status}");
    group.posts().await;
    group.ana("seminar reveal").await;
    group.posts().await;
    group.ana("seminar next").await;
    // Nothing without a name is left of her, so she is counted once from now on.
    let once = taking_part(&mut group).await;
    assert!(once.contains("4 take part") && !once.contains("without a name"), "{once}");
    let lobby = group.posts().await.concat();
    assert!(lobby.contains("4 take part: ben, cleo, ana and dora."), "{lobby}");
    for who in ["ana", "ben", "cleo", "dora"] {
        group.says(who, "answer text:Again.").await;
    }
    assert!(group.posts().await.concat().contains("# The answers"));
}

#[tokio::test]
async fn an_answer_without_a_name_that_stays_keeps_its_place_on_the_roster() {
    let mut group = begun("").await;
    group.ana("seminar next").await;
    group.says("dora", "answer text:\"I doubt it.\" anonymous:true").await;
    group.says("dora", "seminar join").await;
    group.ben("answer text:Yes.").await;
    group.ana("seminar reveal").await;
    group.ana("seminar next").await;
    let kept = taking_part(&mut group).await;
    assert!(kept.contains("ben, cleo, dora and 1 without a name"), "{kept}");
    // Not even a round later, in which she answers by name.
    group.says("dora", "answer text:Yes.").await;
    group.ana("seminar reveal").await;
    group.ana("seminar next").await;
    assert!(taking_part(&mut group).await.contains("1 without a name"));
}

#[tokio::test]
async fn a_name_that_comes_off_in_sight_of_all_is_warned_about() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"I do.\"").await;
    let form = group.presses("ben", "answer round:1 anonymous:true").await;
    let hint = match &form {
        crate::messages::Reply::Form(form) => form.fields[0].hint.clone().unwrap_or_default(),
        other => panic!("{other:?}"),
    };
    assert!(hint.contains("All have seen your answer"), "{hint}");
    group.posts().await;
    let ask = group.ben("answer text:\"I do.\" anonymous:true").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    # Take your name off?
    Everybody could read your answer with your name. It goes away in sight of all, and the same words without your name would still tell that they are yours.
    Your text, to copy: I do.
    [Do it all the same] answer round:1 draft:5144076333681713923 sure:true
    ");
    assert!(group.posts().await.is_empty());
    let done = group.press("ben", &ask, "Do it all the same").await.plain();
    assert!(done.contains("without your name now"), "{done}");
    // Who has answered nothing yet, or without a name, is asked nothing.
    let new = group.cleo("answer text:\"Nobody.\" anonymous:true").await.plain();
    assert!(new.contains("recorded without your name"), "{new}");
}

#[tokio::test]
async fn while_answers_are_hidden_a_name_comes_off_unseen() {
    let mut group = begun("").await;
    group.ana("seminar next").await;
    group.ben("answer text:\"Not the state.\"").await;
    let off = group.ben("answer text:\"Not the state.\" anonymous:true").await.plain();
    assert!(off.contains("without your name now"), "{off}");
}
