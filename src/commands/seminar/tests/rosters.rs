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
async fn who_answers_without_a_name_and_then_joins_by_name_is_counted_once() {
    let mut group = begun("").await;
    group.ana("seminar join").await;
    group.ana("seminar next").await;
    let dora = "answer text:\"I doubt it.\"";
    group.says("dora", &format!("{dora} anonymous:true")).await;
    assert!(taking_part(&mut group).await.contains("4 take part: ben, cleo, ana and 1 without"));
    let card = group.posts().await.concat();
    assert!(card.contains("Whoever joins now may be the same person"), "{card}");
    group.says("dora", "seminar join").await;
    let joined = taking_part(&mut group).await;
    let wanted = "4 take part: ben, cleo, ana, dora and perhaps 1 more without a name";
    assert!(joined.contains(wanted), "{joined}");
    for (who, left) in [("ben", "2 of 4"), ("cleo", "1 of 4")] {
        group.says(who, "answer text:Yes.").await;
        let status = group.ana("seminar status").await.plain();
        assert!(status.contains(&format!("Waiting for {left}. Somebody takes")), "{status}");
    }
    group.ana("answer text:Yes.").await;
    assert!(group.posts().await.concat().contains("# The answers"));
    // By the next question all are counted by their names.
    group.ana("seminar next").await;
    let once = taking_part(&mut group).await;
    assert!(once.contains("4 take part") && !once.contains("without a name"), "{once}");
    for who in ["ana", "ben", "cleo", "dora"] {
        assert!(!group.posts().await.concat().contains("# The answers"), "{who}");
        group.says(who, "answer text:Again. anonymous:true").await;
    }
    assert!(group.posts().await.concat().contains("# The answers"));
}

#[tokio::test]
async fn nobody_can_see_whether_who_joins_is_the_one_without_a_name() {
    let mut seen = Vec::new();
    for joins in ["dora", "emil"] {
        let mut group = begun("").await;
        group.ana("seminar next").await;
        group.says("dora", "answer text:\"I doubt it.\" anonymous:true").await;
        group.posts().await;
        group.says(joins, "seminar join").await;
        let status = group.ana("seminar status").await.plain();
        let told = format!("{status}\n{}", group.posts().await.concat());
        seen.push(told.replace(joins, "somebody"));
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn who_joins_beside_somebody_without_a_name_is_waited_for_once_they_answer() {
    let mut group = begun("").await;
    group.ana("seminar next").await;
    group.says("dora", "answer text:\"I doubt it.\" anonymous:true").await;
    group.says("emil", "seminar join").await;
    for line in ["answer text:Yes.", "answer text:Yes. anonymous:true"] {
        group.says("emil", line).await;
        let status = group.ana("seminar status").await.plain();
        assert!(status.contains("Waiting for 2 of 4."), "{line}: {status}");
    }
    group.ben("answer text:Yes.").await;
    assert!(!group.posts().await.concat().contains("# The answers"));
    group.cleo("answer text:Yes.").await;
    assert!(group.posts().await.concat().contains("# The answers"));
}

#[tokio::test]
async fn who_signs_their_answer_is_no_longer_there_without_a_name() {
    let mut group = begun("").await;
    group.ana("seminar next").await;
    group.says("dora", "answer text:\"I doubt it.\" anonymous:true").await;
    group.says("dora", "answer text:\"I doubt it.\"").await;
    let signed = taking_part(&mut group).await;
    assert!(signed.ends_with("3 take part: ben, cleo and dora."), "{signed}");
    let status = group.ana("seminar status").await.plain();
    assert!(status.contains("Waiting for 2 of 3.") && !status.contains("Somebody"), "{status}");
}

#[tokio::test]
async fn a_name_that_comes_off_in_sight_of_all_is_warned_about() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"I do.\"").await;
    let form = group.presses("ben", "answer round:1 anonymous:true").await;
    let warned = form.plain();
    assert!(warned.contains("● Without my name (All have seen your answer"), "{warned}");
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
