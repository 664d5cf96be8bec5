//! The group's statement as members see it, from the proposal to the record.

use crate::commands::fixture::{FACILITATORS, Group, button, card};
use crate::messages::Reply;

/// The words of what went out, without what others than the statement's own message say.
async fn statements(group: &mut Group) -> String {
    let posts = group.posts().await;
    let own = posts
        .into_iter()
        .filter(|post| post.starts_with("edit statement") || post.contains("# Proposed statement"));
    own.collect::<Vec<_>>().join("\n\n")
}

/// A seminar that ana facilitates, whose first question ben, cleo and dan have answered.
pub(in crate::commands) async fn answered(group: &mut Group, options: &str) {
    let draft = group
        .ana(&format!("seminar open title:\"On power\" themes:power,liberty quorum:3 {options}"))
        .await;
    group.press("ana", &draft, "Start").await;
    for who in ["ben", "cleo", "dan"] {
        group.says(who, "seminar join").await;
    }
    group.ana("seminar next").await;
    group.ben("answer text:\"Nobody should rule.\"").await;
    group.cleo("answer text:\"All of us.\" anonymous:true").await;
    group.posts().await;
}

async fn revealed(options: &str) -> Group {
    let mut group = Group::new().await;
    answered(&mut group, options).await;
    group.ana("seminar reveal").await;
    group.posts().await;
    group
}

/// What ben's proposal looks like to all.
async fn proposed() -> (Group, Reply) {
    let mut group = revealed("").await;
    group.ben("statement propose text:\"Nobody should rule alone.\"").await;
    group.posts().await;
    let shown = group.ben("statement show").await;
    (group, shown)
}

#[tokio::test]
async fn a_response_is_proposed_under_the_revealed_answers() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    let early = group.ben("statement propose text:\"Nobody.\"").await.plain();
    assert!(early.contains("not revealed yet"), "{early}");
    assert!(group.ben("statement show").await.plain().contains("not revealed"));
    group.ana("seminar reveal").await;
    group.posts().await;
    assert!(group.ben("statement show").await.plain().contains("No statement is proposed yet"));
    let form = group.ben("statement propose").await;
    insta::assert_snapshot!(form.plain(), @"
    form The group's statement
    Name one thing in the reading that surprised you.
    What the group answers (text) One text that all can live with. It can be changed until the round closes.: 
    [send] statement propose round:1
    ");
    let done = group.submit("ben", &form, "  Nobody should rule alone. ").await;
    insta::assert_snapshot!(done.plain(), @"
    one
    Your statement is proposed. Everybody here can agree, stand aside or object.
    You count as agreeing. Until the round closes you can edit it or take it back, here or with `/statement show`.
    (Round 1)
    [Edit] statement edit statement:1 version:1
    [Take it back] statement drop statement:1
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Proposed statement
    Name one thing in the reading that surprised you.
    Proposed by ben: Nobody should rule alone.
    1 of the 3 needed has voted. 1 agree · 0 object · 0 aside
    (Round 1 · version 1 · votes are secret)
    [Agree] statement agree statement:1 version:1
    [Stand aside] statement aside statement:1 version:1
    [Object] statement object statement:1 version:1

    edit outcome:1
    # What now?
    Rate the answers one by one: nobody sees your ratings. Talk about them here. ben has proposed a statement for the whole group: see its own message here.
    Then the facilitator goes on.
    (Round 1)
    [Rate the answers] weigh round:1
    [Next question] seminar next seminar:1
    ");
    // Sent twice it is one.
    let again = group.submit("ben", &form, "Nobody should rule alone.").await.plain();
    assert!(again.contains("is proposed"), "{again}");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn one_response_is_proposed_at_a_time() {
    let (mut group, _) = proposed().await;
    let other = group.cleo("statement propose text:\"All of us should.\"").await;
    insta::assert_snapshot!(other.plain(), @"
    one
    ben has proposed a statement already, and there is one at a time. If you want other words, object and say which.
    Your text, to copy: All of us should.
    [Show it] statement show statement:1
    [Object] statement object statement:1 version:1
    ");
    let form = group.press("cleo", &other, "Object").await;
    assert!(matches!(form, Reply::Form(_)), "{}", form.plain());
    let own = group.ben("statement propose").await;
    insta::assert_snapshot!(own.plain(), @"
    one
    You have proposed a statement already. Edit it if you want other words.
    [Edit] statement edit statement:1 version:1
    ");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn members_agree_stand_aside_and_object() {
    let (mut group, shown) = proposed().await;
    let agreed = group.press("cleo", &shown, "Agree").await;
    insta::assert_snapshot!(agreed.plain(), @"
    one
    You agree. Nobody sees that it is you.
    2 of the 3 needed have voted. 2 agree · 0 object · 0 aside
    You can change your vote until the round closes.
    (Round 1)
    [Undo my vote] statement unsay statement:1
    ");
    let form = group.press("dan", &shown, "Object").await;
    insta::assert_snapshot!(form.plain(), @"
    form Why do you object?
    Name one thing in the reading that surprised you.
    Proposed by ben: Nobody should rule alone.
    Your reason (text) Say what would help, too. Everybody reads it.: 
    Your name (named) 
      ● With my name () = yes
      ○ Without my name (Others may guess who you are if nearly everybody else gives a name.) = no
    [send] statement object statement:1 version:1
    ");
    let objected = group.submit("dan", &form, "Somebody must *clean*.").await;
    insta::assert_snapshot!(objected.plain(), @"
    one
    You object. Your reason is shown with your name until you undo or change your vote.
    Enough have voted, but there is 1 objection. 2 agree · 1 object · 0 aside
    You can change your vote until the round closes.
    (Round 1)
    [Undo my vote] statement unsay statement:1
    ");
    insta::assert_snapshot!(statements(&mut group).await, @"
    edit statement:1
    # Proposed statement
    Name one thing in the reading that surprised you.
    Proposed by ben: Nobody should rule alone.
    Enough have voted, but there is 1 objection. 2 agree · 1 object · 0 aside
    dan objects: Somebody must *clean*.
    (Round 1 · version 1 · votes are secret)
    [Agree] statement agree statement:1 version:1
    [Stand aside] statement aside statement:1 version:1
    [Object] statement object statement:1 version:1
    ");
    // They change their mind, and hide their name.
    let form = group.presses("dan", "statement object statement:1 version:1 anonymous:true").await;
    assert!(form.plain().contains("● Without my name") && form.plain().contains("clean"));
    group.submit("dan", &form, "Somebody must clean up.").await;
    let posts = statements(&mut group).await;
    assert!(posts.contains("Somebody objects: Somebody must clean up."), "{posts}");
    assert!(!posts.contains("dan") && posts.contains("2 agree · 1 object · 0 aside"), "{posts}");
    group.press("dan", &shown, "Stand aside").await;
    let posts = statements(&mut group).await;
    assert!(
        posts.contains("It is adopted when the round closes, unless somebody objects."),
        "{posts}"
    );
    assert!(posts.contains("2 agree · 0 object · 1 aside"), "{posts}");
    // And back again.
    let unsaid = group.press("cleo", &agreed, "Undo my vote").await;
    insta::assert_snapshot!(unsaid.plain(), @"
    face
    Your vote is removed.
    2 of the 3 needed have voted. 1 agree · 0 object · 1 aside
    (Round 1)
    ");
    let twice = group.press("cleo", &agreed, "Undo my vote").await.plain();
    assert!(twice.contains("You had not voted."), "{twice}");
    let posts = statements(&mut group).await;
    assert!(posts.contains("2 of the 3 needed have voted."), "{posts}");
    let same = group.press("dan", &shown, "Stand aside").await.plain();
    assert!(same.contains("already"), "{same}");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn an_edit_shows_what_changed_and_asks_everybody_again() {
    let (mut group, shown) = proposed().await;
    group.press("cleo", &shown, "Agree").await;
    let form = group.press("dan", &shown, "Object").await;
    group.submit("dan", &form, "Alone?").await;
    group.posts().await;
    let form = group.presses("ben", "statement edit statement:1 version:1").await;
    insta::assert_snapshot!(form.plain(), @"
    form Edit the statement
    Name one thing in the reading that surprised you.
    Proposed by ben: Nobody should rule alone.
    The new text (text) Everybody sees what changed and votes again. Objections stay until they are taken back.: Nobody should rule alone.
    [send] statement edit statement:1 version:1
    ");
    let done = group.submit("ben", &form, "Nobody should rule others.").await;
    insta::assert_snapshot!(done.plain(), @"
    one
    This is version 2 now. Everybody sees what changed and is asked again: who agreed or stood aside did so with the old text. Objections stay until they are taken back.
    (Round 1)
    [Edit] statement edit statement:1 version:2
    [Take it back] statement drop statement:1
    ");
    insta::assert_snapshot!(statements(&mut group).await, @"
    post #10
    # Proposed statement
    Name one thing in the reading that surprised you.
    Version 2, by ben: Nobody should rule others.
    ## What changed from version 1
    Nobody should rule [-alone -]{+others+}.
    Please vote again: who agreed to version 1 or stood aside did so with the old text.
    2 of the 3 needed have voted. 1 agree · 1 object · 0 aside
    dan objects, to version 1: Alone?
    (Round 1 · version 2 · votes are secret)
    [Agree] statement agree statement:1 version:2
    [Stand aside] statement aside statement:1 version:2
    [Object] statement object statement:1 version:2
    [Show changes] statement changes statement:1

    edit statement:1
    # Version 1, replaced
    Name one thing in the reading that surprised you.
    There is a new text: version 2 (statement:1.2).
    (Round 1)
    ");
    // Nobody agrees to words they have not read.
    let stale = group.press("cleo", &shown, "Agree").await;
    assert!(stale.plain().contains("The text has changed"), "{}", stale.plain());
    assert!(stale.plain().contains("Nobody should rule others."), "{}", stale.plain());
    assert!(group.posts().await.is_empty());
    group.press("cleo", &stale, "Agree").await;
    assert!(statements(&mut group).await.contains("2 agree · 1 object · 0 aside"));
    // Whose words came too late has them still.
    let late = group.submit("ana", &form, "We all rule.").await;
    insta::assert_snapshot!(late.plain(), @"
    one
    Somebody else changed the statement while you wrote. Read the new text first, then edit it.
    Your text, to copy: We all rule.
    [Show it] statement show statement:1
    ");
    // An objection to the words before is taken all the same.
    let form = group.presses("cleo", "statement object statement:1 version:1 anonymous:true").await;
    group.submit("cleo", &form, "I had read the first.").await;
    let posts = statements(&mut group).await;
    assert!(posts.contains("Somebody objects, to version 1: I had read the first."), "{posts}");
    let shown = group.cleo("statement show").await;
    let changes = group.press("cleo", &shown, "Show changes").await;
    insta::assert_snapshot!(changes.plain(), @r#"
    one
    # Version 2 of 2
    By ben: Nobody should rule others.
    ## What changed from version 1
    Nobody should rule [-alone -]{+others+}.
    (Round 1 · only you see this)
    [‹ Version 1] statement changes statement:1 version:1
    "#);
    let first = group.press("cleo", &changes, "‹ Version 1").await;
    insta::assert_snapshot!(first.plain(), @r#"
    face
    # Version 1 of 2
    By ben: Nobody should rule alone.
    (Round 1 · only you see this)
    [Version 2 ›] statement changes statement:1 version:2
    "#);
    // The same words again are no new version.
    let form = group.presses("ben", "statement edit statement:1 version:2").await;
    let same = group.submit("ben", &form, "Nobody should rule others.").await.plain();
    assert!(same.contains("version 2 now"), "{same}");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn only_its_proposer_and_the_facilitator_change_a_response() {
    let (mut group, _) = proposed().await;
    for line in ["statement edit statement:1 version:1", "statement drop statement:1"] {
        for who in ["cleo", "mia"] {
            let refused = group.presses(who, line).await.plain();
            assert!(
                refused.contains("Only ben, who proposed it, and the facilitator"),
                "{refused}"
            );
        }
        let may = group.presses("ana", line).await.plain();
        assert!(!may.contains("Only ben"), "{may}");
    }
    let forged = group.presses("cleo", "statement drop statement:1 sure:true").await.plain();
    assert!(forged.contains("Only ben"), "{forged}");
    group.server.0 = 2;
    for line in [
        "statement agree statement:1 version:1",
        "statement object statement:1 version:1",
        "statement edit statement:1 version:1",
        "statement drop statement:1 sure:true",
        "statement unsay statement:1",
        "statement show statement:1",
        "statement changes statement:1",
        "statement objections statement:1",
    ] {
        let said = group.presses("ben", line).await.plain();
        assert!(said.contains("no statement 1 in this server"), "{line}: {said}");
    }
    assert!(group.presses("ben", "statement propose round:1").await.plain().contains("no round 1"));
}

#[tokio::test]
async fn a_response_that_is_taken_back_makes_room_for_another() {
    let (mut group, shown) = proposed().await;
    let ask = group.presses("ben", "statement drop statement:1").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    # Take this statement back?
    Nobody should rule alone.
    All its versions and all votes are deleted: 1 agree · 0 object · 0 aside.
    [Take it back] statement drop statement:1 sure:true
    ");
    let gone = group.press("ben", &ask, "Take it back").await;
    insta::assert_snapshot!(gone.plain(), @"
    face
    The statement is deleted. Anyone can propose another.
    ");
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("edit statement:1\n# Statement taken back"), "{posts}");
    assert!(posts.contains("[Propose a statement] statement propose round:1"), "{posts}");
    for label in ["Agree", "Stand aside", "Object"] {
        let said = group.press("ben", &shown, label).await.plain();
        assert!(said.contains("was taken back"), "{label}: {said}");
    }
    for line in ["statement edit statement:1 version:1", "statement drop statement:1"] {
        let said = group.presses("ben", line).await.plain();
        assert!(said.contains("was taken back"), "{line}: {said}");
    }
    group.cleo("statement propose text:\"All of us.\"").await;
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("Proposed by cleo: All of us."), "{posts}");
}

#[tokio::test]
async fn the_round_ends_with_the_response_that_was_agreed_on() {
    let (mut group, shown) = proposed().await;
    group.press("cleo", &shown, "Agree").await;
    group.press("dan", &shown, "Stand aside").await;
    group.posts().await;
    let next = group.ana("seminar next").await.plain();
    assert!(next.contains("Question 2"), "{next}");
    let posts = group.posts().await;
    let of = |subject: &str| posts.iter().find(|post| post.starts_with(subject)).unwrap().clone();
    insta::assert_snapshot!(of("edit statement:1"), @"
    edit statement:1
    # The group's statement
    Name one thing in the reading that surprised you.
    The group: Nobody should rule alone.
    Adopted. 2 agree · 0 object · 1 aside
    (Round 1 · version 1)
    ");
    let round = of("edit round:1");
    let adopted = "The group's statement (2 agree · 0 object · 1 aside · 0 did not vote): Nobody";
    assert!(round.contains(adopted), "{round}");
    // The message that said what to do next goes.
    assert!(posts.iter().any(|post| post == "delete"), "{posts:?}");
    for label in ["Agree", "Object", "Edit", "Take it back"] {
        let late = group.press("ben", &shown, label).await.plain();
        assert!(late.contains("its statement is final"), "{label}: {late}");
    }
    let record = group.presses("ana", "record seminar:1 page:2").await.plain();
    assert!(record.contains("The group's statement · "), "{record}");
    assert!(record.contains(": Nobody should rule alone."), "{record}");
}

#[tokio::test]
async fn a_response_is_adopted_with_dissent_or_the_round_ends_without() {
    for over in [true, false] {
        let (mut group, shown) = proposed().await;
        group.press("cleo", &shown, "Agree").await;
        let form = group.press("dan", &shown, "Object").await;
        group.submit("dan", &form, "Alone? Not even together!").await;
        group.posts().await;
        let ask = group.ana("seminar next").await;
        if over {
            insta::assert_snapshot!(ask.plain(), @"
            one
            # Close this round?
            Nobody should rule alone.
            A statement is proposed. Enough have voted, but there is 1 objection. 2 agree · 1 object · 0 aside. You can adopt it: the objections are kept in the record, word for word. Or close the round without a statement.
            [Adopt, keep objections] seminar next seminar:1 over:true
            [Close without a statement] seminar next seminar:1 over:false
            ");
            group.press("ana", &ask, "Adopt, keep objections").await;
        } else {
            group.press("ana", &ask, "Close without a statement").await;
        }
        let posts = group.posts().await;
        let of = |subject: &str| posts.iter().find(|it| it.starts_with(subject)).unwrap().clone();
        let record = group.presses("ana", "record seminar:1 page:2").await.plain();
        if over {
            insta::assert_snapshot!(of("edit statement:1"), @"
            edit statement:1
            # The group's statement, with objections
            Name one thing in the reading that surprised you.
            The group: Nobody should rule alone.
            Adopted with 1 objection. 2 agree · 1 object · 0 aside
            dan objects: Alone? Not even together!
            (Round 1 · version 1)
            ");
            let adopted =
                "The group's statement (2 agree · 1 object · 0 aside · 0 did not vote): Nobody";
            assert!(of("edit round:1").contains(adopted));
            assert!(record.contains("The group's statement, with objections · "), "{record}");
            assert!(record.contains(": Nobody should rule alone."), "{record}");
            assert!(record.contains("dan objects: Alone? Not even together!"), "{record}");
        } else {
            insta::assert_snapshot!(of("edit statement:1"), @"
            edit statement:1
            # Statement not adopted
            Name one thing in the reading that surprised you.
            Proposed by ben: Nobody should rule alone.
            Not adopted. 2 agree · 1 object · 0 aside
            dan objects: Alone? Not even together!
            (Round 1 · version 1)
            ");
            assert!(of("edit round:1").contains("The proposed statement was not adopted."));
            assert!(record.contains("Proposed; not adopted · "), "{record}");
            assert!(record.contains(": Nobody should"), "{record}");
        }
    }
}

#[tokio::test]
async fn the_summary_counts_who_is_behind_a_statement() {
    let (mut group, shown) = proposed().await;
    group.says("eve", "seminar join").await;
    group.press("cleo", &shown, "Agree").await;
    let form = group.press("dan", &shown, "Object").await;
    group.submit("dan", &form, "Alone? Not even together!").await;
    group.posts().await;
    group.presses("ana", "seminar close seminar:1 sure:true over:true").await;
    let posts = group.posts().await;
    let summary = posts.iter().find(|post| post.contains("# Summary")).unwrap();
    let (_, answered) = summary.split_once("2 answers.\n").unwrap();
    let (answered, _) = answered.split_once("\n## Not posed").unwrap();
    insta::assert_snapshot!(answered, @"
    The group's statement (2 agree · 1 object · 0 aside · 1 did not vote): Nobody should rule alone.
    dan objects: Alone? Not even together!
    ");
}

#[tokio::test]
async fn what_was_chosen_must_still_be_possible() {
    let (mut group, shown) = proposed().await;
    let few = group.ana("seminar next").await;
    insta::assert_snapshot!(few.plain(), @"
    one
    # Close this round?
    Nobody should rule alone.
    A statement is proposed. 1 of the 3 needed has voted. 1 agree · 0 object · 0 aside. If you close the round now, the group makes no statement.
    [Close without a statement] seminar next seminar:1 over:false
    ");
    group.press("cleo", &shown, "Agree").await;
    for who in ["dan", "eve"] {
        let form =
            group.presses(who, "statement object statement:1 version:1 anonymous:true").await;
        group.submit(who, &form, "No.").await;
    }
    let even = group.ana("seminar next").await.plain();
    assert!(even.contains("More members must agree than object"), "{even}");
    let forged = group.presses("ana", "seminar next seminar:1 over:true").await;
    assert!(forged.plain().contains("Close this round?"), "{}", forged.plain());
    let ask = group.ana("seminar close").await;
    let asked = group.press("ana", &ask, "Close it").await.plain();
    assert!(asked.contains("Close this round?"), "{asked}");
    // Eve has joined by objecting, without her name.
    let status = group.ana("seminar status").await.plain();
    assert!(!status.contains(", eve") && status.contains("4 take part"), "{status}");
}

#[tokio::test]
async fn outside_a_seminar_everybody_here_can_speak() {
    let mut group = Group::new().await;
    let none = group.ana("statement propose text:Ours.").await.plain();
    assert!(none.contains("No question is open here"), "{none}");
    let posed = group.ana("question text:\"Who rules?\"").await;
    group.ben("statement propose text:\"Nobody does.\"").await;
    let posts = group.posts().await.join("\n\n");
    assert!(posts.starts_with("post #10\n# Proposed"), "{posts}");
    let shown = group.cleo("statement show").await;
    for who in ["cleo", "dan"] {
        group.press(who, &shown, "Agree").await;
    }
    let ask = group.press("ana", &posed, "Close").await;
    assert!(
        ask.plain().contains("It is adopted when the round closes, unless somebody objects."),
        "{}",
        ask.plain()
    );
    let form = group.presses("eve", "statement object statement:1 version:1 anonymous:true").await;
    group.submit("eve", &form, "I do.").await;
    // What was asked before the objection came is asked anew.
    let asked = group.press("ana", &ask, "Close it").await;
    assert!(asked.plain().contains("Close this round?"), "{}", asked.plain());
    let ask = group.press("ana", &posed, "Close").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    # Close this round?
    Who rules?
    It has no answers yet, and nobody can answer once it is closed.
    A statement is proposed. Enough have voted, but there is 1 objection. 3 agree · 1 object · 0 aside. You can adopt it: the objections are kept in the record, word for word. Or close the round without a statement.
    [Adopt, keep objections] close round:1 sure:true over:true
    [Close without a statement] close round:1 sure:true over:false
    ");
    let done = group.press("ana", &ask, "Adopt, keep objections").await;
    insta::assert_snapshot!(done.plain(), @"
    face
    Closed without an answer. Everything is in `/record`.
    Adopted with 1 objection. 3 agree · 1 object · 0 aside
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    edit statement:1
    # The group's statement, with objections
    Who rules?
    The group: Nobody does.
    Adopted with 1 objection. 3 agree · 1 object · 0 aside
    Somebody objects: I do.
    (Round 1 · version 1)

    edit round:1
    # A question
    Who rules?
    No answers. This round is closed.
    The group's statement (3 agree · 1 object · 0 aside): Nobody does.
    1 objection is in `/record`, word for word.
    (Round 1 · in a member's own words)
    ");
    let refused = group.presses("fay", "statement edit statement:1 version:1").await.plain();
    assert!(refused.contains("final"), "{refused}");
}

#[tokio::test]
async fn outside_a_seminar_poser_and_facilitators_change_a_response() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("statement propose text:\"Nobody does.\"").await;
    let shown = group.ben("statement show").await.plain();
    assert!(shown.contains("[Edit]") && shown.contains("[Take it back]"), "{shown}");
    assert!(!group.fay("statement show").await.plain().contains("[Edit]"));
    let refused = group.presses("fay", "statement edit statement:1 version:1").await.plain();
    assert!(refused.contains("the member who asked the question, or a facilitator"), "{refused}");
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    for who in ["ana", "ben", "fay", "mia"] {
        let form = group.presses(who, "statement edit statement:1 version:1").await;
        assert!(matches!(form, Reply::Form(_)), "{who}");
    }
}

#[tokio::test]
async fn many_long_objections_are_all_there() {
    let (mut group, shown) = proposed().await;
    for who in ["cleo", "dan", "eve", "fay", "gus"] {
        let form = group.press(who, &shown, "Object").await;
        group.submit(who, &form, &format!("{who} says {}", "so ".repeat(290))).await;
    }
    let posts = statements(&mut group).await;
    assert!(posts.contains("3 more objections: press “All objections”."), "{posts}");
    let shown = group.ben("statement show").await;
    let first = group.press("ben", &shown, "All objections").await;
    let second = group.press("ben", &first, "Next ›").await;
    let all = first.plain() + &second.plain();
    for who in ["cleo", "dan", "eve", "fay", "gus"] {
        assert_eq!(all.matches(&format!("{who} objects: {who} says so")).count(), 1, "{all}");
    }
    assert!(second.plain().contains("5 objections · page 2 of 2"), "{}", second.plain());
}

#[tokio::test]
async fn what_cannot_be_said_is_told() {
    let (mut group, shown) = proposed().await;
    let form = group.press("cleo", &shown, "Object").await;
    for (text, said) in [("  ", "Your reason is empty"), (&*"x".repeat(1_001), "longer than 1,000")]
    {
        let refused = group.submit("cleo", &form, text).await.plain();
        assert!(refused.contains(said), "{refused}");
    }
    let long = format!("statement propose text:\"{}\"", "x".repeat(1_501));
    assert!(group.cleo(&long).await.plain().contains("longer than 1,500"));
    assert!(group.cleo("statement propose text:\"\u{200b}\"").await.plain().contains("empty"));
    for forged in [
        "statement agree statement:1",
        "statement agree version:1",
        "statement agree statement:x version:1",
        "statement object statement:1 version:-1",
    ] {
        let said = group.presses("cleo", forged).await.plain();
        assert!(said.contains("older message"), "{forged}: {said}");
    }
    let future = group.presses("cleo", "statement agree statement:1 version:9").await.plain();
    assert!(future.contains("The text has changed"), "{future}");
    assert!(button(card(&shown), "Agree").len() <= 100);
}
