//! A revisit from `/seminar close` to the record, as its members see it.

use jiff::SignedDuration;

use crate::commands::fixture::{Group, card};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
const MEMBERS: [&str; 6] = ["ana", "ben", "cleo", "dan", "eve", "fay"];

/// An open seminar on power whose second question five members answered, eve without her name.
async fn answered() -> Group {
    let mut group = Group::new().await;
    group.ana("seminar open title:\"On power\" themes:power").await;
    group.ana("seminar start").await;
    group.ana("seminar next").await;
    group.ana("seminar next").await;
    for who in ["ana", "ben", "cleo", "dan"] {
        group.says(who, &format!("answer text:\"So says {who}.\"")).await;
    }
    group.says("eve", "answer text:\"So say I.\" anonymous:true").await;
    group.posts().await;
    group
}

/// The same, closed, with the question to be asked again four weeks later.
async fn closed() -> Group {
    let mut group = answered().await;
    group.ana("seminar close sure:true revisit:4w").await;
    group.posts().await;
    group
}

/// All pages of the record that ben reads.
async fn read(group: &mut Group, line: &str) -> String {
    let mut page = group.ben(line).await;
    let mut read = page.plain();
    while card(&page).buttons.iter().flatten().any(|button| button.label == "Next ›") {
        page = group.press("ben", &page, "Next ›").await;
        read += &page.plain();
    }
    read
}

#[tokio::test]
async fn a_question_is_asked_again_and_the_record_shows_how_minds_have_moved() {
    let mut group = answered().await;
    let asks = group.ana("seminar close revisit:4w").await;
    insta::assert_snapshot!(asks.plain(), @"
    one
    # Close “On power”?
    3 questions of its agenda have not been posed.
    5 hidden answers will be shown.
    Nobody can answer any more, and nothing ties anonymous answers to their members. A summary is posted.
    One question is asked again, on 2026-12-20T08:00:20Z, of those who took part. Each of them says in private whether their mind has changed:
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    [Close it] seminar close seminar:1 revisit:28d round:2 sure:true
    ");
    let receipt = group.press("ana", &asks, "Close it").await;
    insta::assert_snapshot!(receipt.plain(), @"
    face
    Closed. The summary is in the channel; everything is in `/record`.
    On 2026-12-20T08:00:21Z this question is asked again, of those who took part: The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    [Call it off] seminar revisit seminar:1 off:true
    ");
    group.posts().await;
    let early = group.presses("ben", "revisit round:2").await.plain();
    assert!(early.contains("is not being asked again now"), "{early}");
    assert_eq!(group.passes(WEEK * 3).await, [""; 0]);
    let status = group.ben("seminar revisit").await.plain();
    assert!(status.contains("It is asked again on") && !status.contains("Call it off"), "{status}");
    let posts = group.passes(WEEK).await;
    insta::assert_snapshot!(posts.join("\n\n"), @"
    post #10
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    You talked about this in On power, on 2026-11-22T08:00:04Z. If you answered then, with your name or without, say how you think now.
    Nobody sees what you say. It ends on 2026-12-27T08:00:43Z; then numbers are shown, and only if five or more have answered.
    (Round 2)
    [Look again] revisit round:2

    notice
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    You talked about this in On power, on 2026-11-22T08:00:04Z. Say how you think now: press Look again under this message (revisit:2) in #10.
    Nobody sees what you say. It ends on 2026-12-27T08:00:43Z; then numbers are shown, and only if five or more have answered.
    (Round 2)

    notice
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    You talked about this in On power, on 2026-11-22T08:00:04Z. Say how you think now: press Look again under this message (revisit:2) in #10.
    Nobody sees what you say. It ends on 2026-12-27T08:00:43Z; then numbers are shown, and only if five or more have answered.
    (Round 2)

    notice
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    You talked about this in On power, on 2026-11-22T08:00:04Z. Say how you think now: press Look again under this message (revisit:2) in #10.
    Nobody sees what you say. It ends on 2026-12-27T08:00:43Z; then numbers are shown, and only if five or more have answered.
    (Round 2)

    notice
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    You talked about this in On power, on 2026-11-22T08:00:04Z. Say how you think now: press Look again under this message (revisit:2) in #10.
    Nobody sees what you say. It ends on 2026-12-27T08:00:43Z; then numbers are shown, and only if five or more have answered.
    (Round 2)
    ");
    // Ana is shown her own words, eve, who gave no name, is shown none.
    let page = group.presses("ana", "revisit round:2").await;
    insta::assert_snapshot!(page.plain(), @"
    one
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    Your answer then: So says ana.
    How do you think now? Nobody else sees what you say.
    (Round 2 · only you see this)
    [I think the same] revisit round:2 mind:same
    [I think somewhat differently] revisit round:2 mind:somewhat
    [I have changed my mind] revisit round:2 mind:changed
    ");
    let hers = group.presses("eve", "revisit round:2").await.plain();
    assert!(hers.contains("I know no answer of yours by name"), "{hers}");
    let said = group.press("ana", &page, "I have changed my mind").await;
    let passage = card(&said).menu.as_ref().unwrap().entries[0].value.clone();
    let named = group.choose("ana", &said, &passage).await;
    let form = group.press("ana", &named, "Write what moved me").await;
    let page = group.submit("ana", &form, "I saw it fail.").await;
    insta::assert_snapshot!(page.plain(), @"
    face
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    Your answer then: So says ana.
    You said that you have changed your mind. Nobody else sees that. You can change it until 2026-12-27T08:00:43Z.
    You named a passage as the reason: Lenin ¶53 (serge-68)
    What moved you; only you read this, and it is deleted when this ends: I saw it fail.
    (Round 2 · only you see this)
    [I think the same] revisit round:2 mind:same
    [I think somewhat differently] revisit round:2 mind:somewhat
    [Change what moved me] revisit round:2 do:write
    [Take it back] revisit round:2 do:back
    <Which passage was the reason?> revisit round:2
      Lenin ¶53 (serge-68) (Dictatorship without mercy against the enemies of the revolution, democracy on the largest possible…) = serge-68
      None of these () = none
    ");
    for who in ["ben", "cleo"] {
        let said = group.presses(who, "revisit round:2 mind:changed").await;
        group.choose(who, &said, &passage).await;
    }
    group.presses("dan", "revisit round:2 mind:somewhat").await;
    group.presses("eve", "revisit round:2 mind:same").await;
    // Nobody learns anything before it is over.
    let record = read(&mut group, "record seminar:1").await;
    assert!(!record.contains("How minds have moved"), "{record}");
    let posts = group.passes(WEEK).await;
    insta::assert_snapshot!(posts.join("\n\n"), @"
    post #10
    # How minds have moved
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    How minds have moved: asked again on 2026-12-20T08:00:43Z, 5 answered. 3 have changed their minds · 1 thinks somewhat differently · 1 thinks the same
    Named as the reason:
    - Lenin ¶53 (serge-68) · named by 3
    (Round 2)

    edit revisit:2
    # Has your mind changed?
    The formula that Serge quotes from Lenin is merciless to enemies and gives workers the widest democracy. How could the two halves hold together, and what pulls them apart?
    This is over. What came of it is posted below, and is in `/record`.
    (Round 2)
    ");
    let late = group.presses("fay", "revisit round:2 mind:same").await.plain();
    assert!(late.contains("This is over"), "{late}");
    let record = read(&mut group, "record seminar:1").await;
    assert!(record.contains("How minds have moved: asked again on"), "{record}");
    assert!(record.contains("3 have changed their minds"), "{record}");
    let status = group.ben("seminar revisit seminar:1").await.plain();
    assert!(status.contains("named by 3"), "{status}");
    // Of what members said nothing else is told to anybody.
    assert_eq!(group.told.iter().filter(|told| told.contains("I saw it fail.")).count(), 1);
}

#[tokio::test]
async fn nothing_is_shown_of_fewer_than_five() {
    let mut group = closed().await;
    group.passes(WEEK * 4).await;
    for who in &MEMBERS[..4] {
        group.presses(who, "revisit round:2 mind:changed").await;
    }
    // Whoever takes it back is not counted.
    let page = group.presses("fay", "revisit round:2 mind:same").await;
    group.press("fay", &page, "Take it back").await;
    let posts = group.passes(WEEK).await;
    assert_eq!(posts.len(), 1, "{posts:?}");
    assert!(posts[0].contains("Too few have answered, so nothing is shown."), "{posts:?}");
    let record = read(&mut group, "record theme:power").await;
    assert!(record.contains("too few answered to show how minds have moved"), "{record}");
    assert!(!record.contains("have changed their minds"), "{record}");
}

#[tokio::test]
async fn what_is_no_delay_is_refused_with_an_example_and_the_seminar_goes_on() {
    let mut group = answered().await;
    for given in ["0w", "5y", "soon", "36h"] {
        let line = format!("seminar close revisit:{given}");
        let refused = group.ana(&line).await.plain();
        assert!(refused.contains(given) && refused.contains("revisit:4w"), "{refused}");
    }
    let status = group.ana("seminar status").await.plain();
    assert!(status.contains("It is open."), "{status}");
    let mut group = Group::new().await;
    group.ana("seminar open themes:power").await;
    group.ana("seminar start").await;
    let refused = group.ana("seminar close revisit:4w").await.plain();
    assert!(refused.contains("No question of this seminar has an answer"), "{refused}");
    let none = group.ana("seminar revisit").await.plain();
    assert!(none.contains("No question of a seminar here is asked again"), "{none}");
}

#[tokio::test]
async fn another_question_can_be_chosen() {
    let mut group = answered().await;
    group.ana("seminar reveal").await;
    group.ana("seminar next").await;
    group.ben("answer text:\"Another matter.\"").await;
    let asks = group.ana("seminar close revisit:10d").await;
    let other = card(&asks).menu.as_ref().unwrap().entries[0].value.clone();
    assert_eq!(other, "3");
    let asks = group.choose("ana", &asks, &other).await;
    let closed = group.press("ana", &asks, "Close it").await.plain();
    assert!(closed.contains("this question is asked again"), "{closed}");
    group.posts().await;
    let posts = group.passes(WEEK * 2).await;
    assert!(posts[0].contains("revisit round:3"), "{posts:?}");
    let twice = group.ana("seminar close seminar:1 revisit:4w").await.plain();
    assert!(twice.contains("This seminar is closed."), "{twice}");
}

#[tokio::test]
async fn it_goes_out_late_after_the_bot_was_down_and_is_open_for_a_week_all_the_same() {
    let mut group = closed().await;
    group.reopen().await;
    let posts = group.passes(WEEK * 20).await;
    assert!(posts[0].contains("Has your mind changed?"), "{posts:?}");
    assert_eq!(group.passes(WEEK - SignedDuration::from_hours(1)).await, [""; 0]);
    let over = group.passes(SignedDuration::from_hours(1)).await;
    assert!(over[0].contains("This is over."), "{over:?}");
}

#[tokio::test]
async fn facilitators_call_it_off_and_what_was_said_is_gone() {
    let mut group = closed().await;
    group.passes(WEEK * 4).await;
    group.presses("ben", "revisit round:2 mind:changed").await;
    let refused = group.presses("ben", "seminar revisit seminar:1 off:true").await.plain();
    assert!(refused.contains("Only whoever facilitated the seminar"), "{refused}");
    let status = group.ana("seminar revisit").await;
    let off = group.press("ana", &status, "Call it off").await.plain();
    assert!(off.contains("This was called off."), "{off}");
    let posts = group.posts().await;
    assert!(posts[0].contains("edit revisit:2") && posts[0].contains("called off"), "{posts:?}");
    let late = group.presses("ben", "revisit round:2 mind:same").await.plain();
    assert!(late.contains("is not being asked again now"), "{late}");
    assert_eq!(group.passes(WEEK * 2).await, [""; 0]);
}

#[tokio::test]
async fn a_forged_press_says_nothing_that_cannot_be_said() {
    let mut group = closed().await;
    group.passes(WEEK * 4).await;
    for line in [
        "revisit round:2 mind:perhaps",
        "revisit round:2 do:shout",
        "revisit round:2 mind:same do:back",
        "revisit round:9",
        "revisit",
    ] {
        let refused = group.presses("ben", line).await.plain();
        assert!(!refused.contains("You said"), "{line}: {refused}");
    }
    let said = group.presses("ben", "revisit round:2 mind:same").await;
    assert!(card(&said).menu.is_none(), "who thinks the same has no reason for it");
    let moved = group.presses("ben", "revisit round:2 mind:somewhat").await;
    let press = &card(&moved).menu.as_ref().unwrap().press;
    let line = crate::command::Invocation::parse(press).unwrap().chosen("choice", "guerin-999");
    let context = group.context("ben");
    let page = group.gives(&context, crate::commands::Command::press(line)).await.plain();
    assert!(!page.contains("You named a passage"), "{page}");
}
