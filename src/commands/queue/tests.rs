//! The queue as its members see it.

use crate::command::ChannelKind;
use crate::commands::fixture::{Group, button, card};

/// A seminar that ana facilitates and nobody has joined.
async fn begun(kind: ChannelKind) -> Group {
    let mut group = Group::new().await;
    group.channel.kind = kind;
    group.lacks(&[]);
    let draft = group.ana("seminar open title:\"On power\" themes:power,liberty").await;
    group.press("ana", &draft, "Start").await;
    group.posts().await;
    group
}

async fn plain(group: &mut Group, who: &str, line: &str) -> String {
    group.says(who, line).await.plain()
}

/// The list after everything in the outbox has been published.
async fn board(group: &mut Group) -> String {
    let posts = group.posts().await;
    let board = posts.iter().rfind(|post| post.contains("# Who speaks"));
    board.cloned().unwrap_or_else(|| panic!("no board: {posts:?}"))
}

#[tokio::test]
async fn those_who_have_spoken_least_come_first() {
    let mut group = begun(ChannelKind::Channel).await;
    insta::assert_snapshot!(plain(&mut group, "ben", "queue join").await, @"
    one
    It is your turn. Press the button when you are done.
    (Seminar 1)
    [I am done] queue next seminar:1 turn:1
    ");
    // He takes part from now on, and the board is up.
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Who speaks
    ben is speaking.
    (Seminar 1 · who has spoken least comes first, then who asked first)
    [I want to speak] queue join seminar:1
    [Leave the queue] queue leave seminar:1
    [Next] queue next seminar:1 turn:1

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Facilitated by ana.
    1 takes part: ben.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    insta::assert_snapshot!(plain(&mut group, "cleo", "queue join").await, @"
    one
    You are in the queue. ben is speaking. You are next.
    (Seminar 1)
    [Leave the queue] queue leave seminar:1
    ");
    plain(&mut group, "dan", "queue join").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    edit queue:1
    # Who speaks
    ben is speaking.
    ## Next
    1. cleo
    2. dan
    (Seminar 1 · who has spoken least comes first, then who asked first)
    [I want to speak] queue join seminar:1
    [Leave the queue] queue leave seminar:1
    [Next] queue next seminar:1 turn:1

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Facilitated by ana.
    3 take part: ben, cleo and dan.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    let over = group.ben("queue next").await.plain();
    insta::assert_snapshot!(over, @r#"
    one
    Now cleo speaks.
    (Seminar 1)
    "#);
    // He has spoken once; fay has not, and comes before him.
    plain(&mut group, "ben", "queue join").await;
    insta::assert_snapshot!(plain(&mut group, "fay", "queue join").await, @"
    one
    You are in the queue. cleo is speaking. You are number 2.
    (Seminar 1)
    [Leave the queue] queue leave seminar:1
    ");
    insta::assert_snapshot!(board(&mut group).await, @"
    edit queue:1
    # Who speaks
    cleo is speaking.
    ## Next
    1. dan
    2. fay
    3. ben · has spoken once
    (Seminar 1 · who has spoken least comes first, then who asked first)
    [I want to speak] queue join seminar:1
    [Leave the queue] queue leave seminar:1
    [Next] queue next seminar:1 turn:2
    ");
    group.reopen().await;
    for next in ["dan", "fay", "ben"] {
        let said = plain(&mut group, "ana", "queue next").await;
        assert!(said.contains(&format!("Now {next} speaks.")), "{said}");
    }
    let last = plain(&mut group, "ben", "queue next").await;
    assert!(last.contains("Nobody else is waiting."), "{last}");
    let none = plain(&mut group, "ana", "queue next").await;
    assert!(none.contains("Nobody is speaking, and nobody is waiting."), "{none}");
    insta::assert_snapshot!(board(&mut group).await, @"
    edit queue:1
    # Who speaks
    Nobody is speaking. Press “I want to speak”.
    (Seminar 1 · who has spoken least comes first, then who asked first)
    [I want to speak] queue join seminar:1
    [Leave the queue] queue leave seminar:1
    ");
}

#[tokio::test]
async fn the_speaker_or_the_facilitator_ends_a_turn_and_nobody_else() {
    let mut group = begun(ChannelKind::Channel).await;
    let speaks = group.ben("queue join").await;
    let waits = group.cleo("queue join").await;
    insta::assert_snapshot!(plain(&mut group, "cleo", "queue next").await, @"
    one
    ben is speaking. Only they or ana, who facilitates, can end the turn.
    ");
    let own = group.mia("queue next").await.plain();
    assert!(own.contains("Only they or ana"), "even who manages the server: {own}");
    let done = group.press("ben", &speaks, "I am done").await.plain();
    assert!(done.contains("Now cleo speaks."), "{done}");
    // Pressed late or twice it passes nobody over.
    let stale = button(card(&speaks), "I am done");
    for who in ["ben", "ana"] {
        let late = group.presses(who, &stale).await.plain();
        assert!(late.contains("over already. Now cleo speaks."), "{late}");
    }
    // Leaving while speaking ends the turn, and counts as one.
    let left = group.press("cleo", &waits, "Leave the queue").await.plain();
    assert!(left.contains("Your turn is over. Nobody else is waiting."), "{left}");
    let gone = group.press("cleo", &waits, "Leave the queue").await.plain();
    assert!(gone.contains("You are not in the queue."), "{gone}");
    plain(&mut group, "dan", "queue join").await;
    plain(&mut group, "cleo", "queue join").await;
    let shown = board(&mut group).await;
    assert!(shown.contains("1. cleo · has spoken once"), "{shown}");
    let left = plain(&mut group, "cleo", "queue leave").await;
    assert!(left.contains("You have left the queue."), "{left}");
    plain(&mut group, "cleo", "queue join").await;
    let shown = board(&mut group).await;
    assert!(shown.contains("1. cleo · has spoken once"), "waiting is not speaking: {shown}");
}

#[tokio::test]
async fn who_is_in_it_sees_their_place() {
    let mut group = begun(ChannelKind::Channel).await;
    insta::assert_snapshot!(plain(&mut group, "ana", "queue show").await, @"
    one
    # Who speaks
    Nobody is speaking. Press “I want to speak”.
    (Seminar 1 · only you see this)
    [I want to speak] queue join seminar:1
    [Show the list to all] queue show seminar:1 board:true
    ");
    for who in ["ben", "cleo", "dan"] {
        group.says(who, "queue join").await;
    }
    insta::assert_snapshot!(plain(&mut group, "dan", "queue show").await, @"
    one
    # Who speaks
    ben is speaking. You are number 2.
    ## Next
    1. cleo
    2. dan
    (Seminar 1 · only you see this)
    [Leave the queue] queue leave seminar:1
    ");
    insta::assert_snapshot!(plain(&mut group, "ben", "queue show").await, @r#"
    one
    # Who speaks
    It is your turn.
    ## Next
    1. cleo
    2. dan
    (Seminar 1 · only you see this)
    [I am done] queue next seminar:1 turn:1
    "#);
    for (who, said) in [
        ("ben", "It is your turn already."),
        ("cleo", "You are in the queue already. ben is speaking. You are next."),
        ("dan", "You are in the queue already. ben is speaking. You are number 2."),
    ] {
        let twice = plain(&mut group, who, "queue join").await;
        assert!(twice.contains(said), "{twice}");
    }
    let shown = board(&mut group).await;
    assert_eq!(shown.matches("dan").count(), 1, "{shown}");
}

#[tokio::test]
async fn the_board_goes_with_the_talk() {
    let mut group = begun(ChannelKind::Channel).await;
    // Where nobody has used it, it does not come up.
    group.ana("seminar next").await;
    let posts = group.posts().await.concat();
    assert!(!posts.contains("Who speaks"), "{posts}");
    group.ben("queue join").await;
    group.posts().await;
    group.ben("queue next").await;
    group.posts().await;
    group.ana("seminar next").await;
    let posts = group.posts().await;
    // Edits go out beside the posts.
    let new: Vec<&String> = posts.iter().filter(|post| !post.starts_with("edit")).collect();
    let firsts: Vec<&str> = new.iter().filter_map(|post| post.lines().next()).collect();
    assert_eq!(firsts, ["post #10", "delete", "post #10"]);
    assert!(new[2].starts_with("post #10\n# Who speaks"), "{posts:?}");
    assert_eq!(posts.len(), 4, "{posts:?}");
    let up = group.ana("queue show").await;
    let moved = group.press("ana", &up, "Move the speakers' list here").await.plain();
    assert!(moved.contains("Everybody sees the speakers' list now."), "{moved}");
    let posts = group.posts().await;
    assert!(posts[0] == "delete" && posts[1].starts_with("post #10\n# Who speaks"), "{posts:?}");
    let others = group.presses("ben", "queue show seminar:1 board:true").await.plain();
    assert!(others.contains("only they can show the list to all"), "{others}");
    let ask = group.ana("seminar close").await;
    group.press("ana", &ask, "Close it").await;
    assert!(group.posts().await.contains(&"delete".to_owned()));
    for line in ["queue join", "queue leave", "queue next", "queue show"] {
        let said = group.presses("ben", &format!("{line} seminar:1")).await.plain();
        assert!(said.contains("This seminar is closed."), "{line}: {said}");
    }
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn in_a_forum_it_stands_beside_the_round() {
    let mut group = begun(ChannelKind::Forum).await;
    group.ben("queue join").await;
    let shown = board(&mut group).await;
    assert!(shown.starts_with("beside seminar:1"), "{shown}");
    group.ana("seminar next").await;
    let shown = board(&mut group).await;
    assert!(shown.starts_with("beside round:1"), "{shown}");
}

#[tokio::test]
async fn two_boards_at_once_are_one() {
    let mut group = begun(ChannelKind::Channel).await;
    // Before the first has gone out.
    group.ben("queue join").await;
    group.cleo("queue join").await;
    group.ana("seminar next").await;
    group.says("dan", "queue join").await;
    let posts = group.posts().await;
    let up = posts.iter().filter(|post| post.starts_with("post") && post.contains("Who speaks"));
    assert_eq!(up.count(), 1, "{posts:?}");
    let shown = posts.last().unwrap();
    assert!(shown.starts_with("edit queue:1") && shown.contains("2. dan"), "{posts:?}");
}

#[tokio::test]
async fn a_seminar_of_another_server_or_none_has_no_queue() {
    let mut group = begun(ChannelKind::Channel).await;
    group.ben("queue join").await;
    group.server.0 = 2;
    for line in ["queue join", "queue leave", "queue next", "queue show"] {
        let said = plain(&mut group, "ben", line).await;
        assert!(said.contains("There is no seminar here"), "{line}: {said}");
        let forged = group.presses("ben", &format!("{line} seminar:1")).await.plain();
        assert!(forged.contains("There is no seminar 1"), "{line}: {forged}");
    }
    group.server.0 = 1;
    group.ana("seminar open title:Draft themes:power").await;
    let draft = group.presses("ben", "queue join seminar:2").await.plain();
    assert!(draft.contains("There is no seminar 2"), "{draft}");
}
