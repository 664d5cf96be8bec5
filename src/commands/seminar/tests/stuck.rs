//! No seminar depends on somebody who is away.

use jiff::SignedDuration;

use super::begun;
use crate::commands::fixture::{FACILITATORS, Group};
use crate::messages::Reply;

fn is_update(reply: &Reply) -> bool {
    matches!(reply, Reply::Update(_))
}

/// As [`begun`], with an answer to the first question, in a server with a facilitators' role.
async fn left() -> Group {
    let mut group = begun("").await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    group.ana("seminar next").await;
    group.ben("answer text:\"Not the state.\"").await;
    group.posts().await;
    group
}

#[tokio::test]
async fn who_manages_the_server_can_close_what_somebody_else_facilitates() {
    let mut group = left().await;
    let refused = group.ben("seminar close").await.plain();
    assert!(refused.contains("only they can close it") && !refused.contains("["), "{refused}");
    let ask = group.mia("seminar close").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    # Close “On power”?
    ana facilitates this seminar. As a manager of this server you can close it all the same.
    4 questions of its agenda have not been posed.
    1 hidden answer will be shown.
    Nobody can answer any more, and nothing ties anonymous answers to their members. A summary is posted.
    [Close it anyway] seminar close seminar:1 sure:true
    ");
    assert!(is_update(&group.press("mia", &ask, "Close it anyway").await));
    assert!(group.posts().await.concat().contains("# Summary: On power"));
    // The place is free again.
    let draft = group.fay("seminar open themes:power").await;
    let started = group.press("fay", &draft, "Start").await.plain();
    assert!(started.contains("It has started."), "{started}");
}

#[tokio::test]
async fn who_manages_the_server_can_reveal_and_close_a_round() {
    let mut group = left().await;
    let ask = group.mia("seminar reveal").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    ana facilitates this seminar. As a manager of this server you can show the answers all the same.
    [Show them anyway] seminar reveal round:1 sure:true
    ");
    let forged = group.presses("ben", "seminar reveal round:1 sure:true").await.plain();
    assert!(forged.contains("only they can reveal"), "{forged}");
    assert!(group.posts().await.is_empty());
    let done = group.press("mia", &ask, "Show them anyway").await;
    assert!(is_update(&done) && done.plain().contains("Revealed"), "{}", done.plain());
    assert!(group.posts().await.concat().contains("ben: Not the state."));
    let closing = group.mia("close").await;
    assert!(closing.plain().contains("Close this round?"), "{}", closing.plain());
    group.press("mia", &closing, "Close it").await;
    assert!(group.posts().await.concat().contains("This round is closed."));
}

#[tokio::test]
async fn who_manages_the_server_hands_over_or_takes_over() {
    let mut group = left().await;
    group.fay("seminar join").await;
    group.posts().await;
    let fay = "fay".bytes().fold(0_i64, |number, byte| number * 256 + i64::from(byte));
    let given = group.mia(&format!("seminar facilitator member:{fay}")).await.plain();
    assert!(given.contains("fay facilitates now"), "{given}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("!fay\nfay facilitates from now on."), "{posts}");
    // Whatever else only the facilitator does, a manager is shown the way to.
    let refused = group.mia("seminar next").await;
    insta::assert_snapshot!(refused.plain(), @"
    one
    fay facilitates this seminar, and only they can pose the next question. You can take over.
    [I take over] seminar facilitator seminar:1 do:take
    ");
    let taken = group.press("mia", &refused, "I take over").await.plain();
    assert!(taken.contains("Facilitated by mia."), "{taken}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("mia takes over and facilitates from now on."), "{posts}");
    assert!(!posts.contains("!mia"), "{posts}");
    let again = group.press("mia", &refused, "I take over").await.plain();
    assert!(again.contains("Facilitated by mia.") && group.posts().await.is_empty(), "{again}");
}

#[tokio::test]
async fn facilitators_take_over_what_was_left_for_a_day() {
    let mut group = left().await;
    let early = group.presses("fay", "seminar facilitator seminar:1 do:take").await.plain();
    assert!(early.contains("only they can do that"), "{early}");
    group.now += SignedDuration::from_hours(24);
    for who in ["ben", "cleo"] {
        let line = "seminar facilitator seminar:1 do:take";
        let refused = group.presses(who, line).await.plain();
        assert!(refused.contains("ana facilitates"), "{refused}");
    }
    let refused = group.fay("seminar next").await;
    let taken = group.press("fay", &refused, "I take over").await.plain();
    assert!(taken.contains("Facilitated by fay."), "{taken}");
    // From then on she has a day as well, and ana none.
    let back = group.ana("seminar next").await.plain();
    assert!(back.contains("fay facilitates") && !back.contains("I take over"), "{back}");
    assert!(group.fay("seminar next").await.plain().contains("still hidden"));
}

#[tokio::test]
async fn whoever_the_group_recalled_does_not_take_over() {
    let mut group = left().await;
    group.fay("seminar join").await;
    let fay = "fay".bytes().fold(0_i64, |number, byte| number * 256 + i64::from(byte));
    group.ana(&format!("seminar facilitator member:{fay}")).await;
    for who in ["ben", "cleo"] {
        group.says(who, "seminar recall").await;
    }
    group.mia("seminar facilitator").await;
    group.mia("seminar next").await;
    let status = group.ben("seminar status").await.plain();
    if status.contains("Nobody facilitates now") {
        group.presses("mia", "seminar facilitator seminar:1 do:take").await;
    }
    group.now += SignedDuration::from_hours(25);
    let refused = group.presses("fay", "seminar facilitator seminar:1 do:take").await.plain();
    assert!(!refused.contains("Facilitated by fay"), "{refused}");
}
