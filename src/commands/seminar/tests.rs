//! Seminars as their facilitator and their members see them.

use crate::commands::fixture::{Group, button, card};
use domain::RoundId;

mod dates;
mod drafts;
mod planned;
mod rosters;
mod stuck;

/// A seminar on power and liberty that ana facilitates, with ben and cleo on its roster.
async fn begun(options: &str) -> Group {
    let mut group = Group::new().await;
    let draft =
        group.ana(&format!("seminar open title:\"On power\" themes:power,liberty {options}")).await;
    assert!(draft.plain().contains("# Draft: On power"), "{}", draft.plain());
    group.press("ana", &draft, "Start").await;
    for who in ["ben", "cleo"] {
        group.says(who, "seminar join").await;
    }
    group.posts().await;
    group
}

/// The words of the next question, posed.
async fn posed(group: &mut Group) -> Vec<String> {
    let said = group.ana("seminar next").await.plain();
    assert!(said.contains("comes now"), "{said}");
    group.posts().await
}

#[tokio::test]
async fn an_agenda_is_drawn_up_changed_and_started() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open title:\"On power\" themes:\"power, Liberty\"").await;
    insta::assert_snapshot!(draft.plain(), @"
    one
    # Draft: On power
    5 questions on Liberty and Power · 60 minutes
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    1. Name one thing in the reading that surprised you. · to begin, 5 min
    [Change] seminar agenda seminar:1 item:1 do:show
    2. In what sense, and to what degree, are democratic liberties compatible with a planned and directed economy? · Liberty, asked by the author, 15 min
    [Change] seminar agenda seminar:1 item:2 do:show
    3. Bakunin would protect liberty by having no authority above; Serge by votes, town councils and a free press. Which abuse would each of the two stop, and which would slip past it? · Liberty, compare, 20 min
    [Change] seminar agenda seminar:1 item:3 do:show
    4. Loyalty can be imposed, bought or freely given. Which of these holds together a workplace, a school or a party that you know, and how can you tell? · Power, apply to us, 15 min
    [Change] seminar agenda seminar:1 item:4 do:show
    5. Name one thing that somebody else said today and that you want to think about. · to end, 5 min
    [Change] seminar agenda seminar:1 item:5 do:show
    (Seminar 1 · only you see this)
    [Start] seminar start seminar:1 from:draft
    [Add my own question] seminar add seminar:1
    [New questions] seminar agenda seminar:1 do:anew
    [Set a date] seminar move seminar:1
    [Discard] seminar close seminar:1 from:draft
    ");
    let shown = group.press_beside("ana", &draft, "In what sense").await;
    let second = card(&shown).blocks[0].clone();
    let moved = group.press("ana", &shown, "Move up").await;
    assert!(moved.plain().contains("# Question 1 of 5"), "{}", moved.plain());
    assert_eq!(card(&moved).blocks[0], second);
    let swapped = group.press("ana", &moved, "Replace").await;
    assert_ne!(card(&swapped).blocks[0], second);
    let agenda = group.press("ana", &swapped, "Remove").await;
    assert!(agenda.plain().contains("4 questions"), "{}", agenda.plain());
    let form = group.press("ana", &agenda, "Add my own question").await;
    let own = group.submit("ana", &form, "Who cleans up after us?").await;
    assert!(own.plain().contains("5. Who cleans up after us? · own words"), "{}", own.plain());
    let ask = group.press("ana", &own, "New questions").await;
    let anew = group.press("ana", &ask, "New questions").await;
    assert!(!anew.plain().contains("Who cleans up"), "{}", anew.plain());
    // Nobody else sees or changes a draft.
    for line in ["seminar agenda", "seminar status", "seminar join"] {
        let refused = group.ben(line).await.plain();
        assert!(refused.contains("There is no seminar here"), "{line}: {refused}");
    }
    let forged = group.presses("ben", &button(card(&anew), "Start")).await.plain();
    assert!(forged.contains("only they can start it"), "{forged}");
    group.reopen().await;
    let started = group.press("ana", &anew, "Start").await;
    insta::assert_snapshot!(started.plain(), @"
    face
    It has started. Everybody can join now in #10. When people are there, pose the first question.
    (Seminar 1)
    [First question] seminar next seminar:1
    [Agenda] seminar agenda seminar:1
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Seminar: On power
    4 questions on Power and Liberty · 45 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: The Problem of Power (¶23–25)
    - Planned Economies and Democracy: A short history of liberty (¶23–26)
    Facilitated by ana.
    Nobody has joined yet. If you answer, you have joined.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    let twice = group.press("ana", &anew, "Start").await.plain();
    assert!(twice.contains("has started already"), "{twice}");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn a_sealed_round_shows_nothing_before_it_is_revealed() {
    let mut group = begun("").await;
    let posts = posed(&mut group).await;
    assert!(posts[0].starts_with("post #10") && posts[0].contains("[Reveal]"), "{posts:?}");
    let done = group.ben("answer text:\"Nobody should.\"").await;
    insta::assert_snapshot!(done.plain(), @r"
    one
    Your answer is recorded. Nobody sees it before all answers are shown.
    (Round 1)
    [Change] answer round:1
    [Withdraw] withdraw round:1
    ");
    let posts = group.posts().await.concat();
    assert!(posts.contains("1 answer.") && !posts.contains("Nobody should."), "{posts}");
    // With the last of those who had joined it is revealed by itself.
    let hidden = group.cleo("answer text:\"All of us.\" anonymous:true").await.plain();
    assert!(hidden.contains("without your name"), "{hidden}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("ben: Nobody should.") && posts.contains("All of us."), "{posts}");
}

#[tokio::test]
async fn the_clock_reveals_a_round_after_a_restart_too() {
    let mut group = begun("minutes:20").await;
    posed(&mut group).await;
    group.ben("answer text:\"Nobody should.\"").await;
    group.posts().await;
    group.reopen().await;
    let store = group.services.store().clone();
    let due = store.reveals_next().await.unwrap().unwrap();
    let reveal = async |now| {
        let reveal = async |tx: &mut crate::store::ServerTx| {
            let was = tx.round_details(RoundId(1)).await?.unwrap();
            if !was.round.reveal_is_due(now) {
                return Ok::<_, crate::store::Error>(None);
            }
            let revealed = tx.reveal(&was, now).await?;
            let corpus = &group.services.corpus;
            tx.emit(|| crate::messages::round::revealed(corpus, &was, &revealed), now).await?;
            Ok(Some(revealed))
        };
        store.change(group.server, reveal).await.unwrap()
    };
    let early = due - jiff::SignedDuration::from_secs(1);
    assert_eq!(store.reveals_due(early, 9).await.unwrap(), []);
    assert_eq!(reveal(early).await, None);
    assert_eq!(store.reveals_due(due, 9).await.unwrap(), [(group.server, RoundId(1))]);
    assert!(reveal(due).await.is_some());
    assert_eq!(reveal(due).await, None);
    assert_eq!(store.reveals_next().await.unwrap(), None);
    group.now = due;
    assert!(group.posts().await.concat().contains("ben: Nobody should."));
}

#[tokio::test]
async fn the_whole_seminar_goes_from_question_to_question() {
    let mut group = begun("").await;
    group.says("dan", "seminar join").await;
    posed(&mut group).await;
    group.ben("answer text:\"Nobody should.\"").await;
    group.cleo("answer text:\"All of us.\" anonymous:true").await;
    group.posts().await;
    let early = group.ana("seminar next").await;
    assert!(early.plain().contains("still hidden"), "{}", early.plain());
    let others = group.ben("seminar reveal").await.plain();
    assert!(others.contains("only they can reveal"), "{others}");
    let status = group.ben("seminar status").await;
    insta::assert_snapshot!(status.plain(), @"
    one
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Facilitated by ana.
    3 take part: ben, cleo and dan.
    ## Question 1 of 5
    Name one thing in the reading that surprised you.
    2 answers. It is open. Waiting for 1 of 3.
    (Seminar 1)
    [Who speaks] queue show seminar:1
    ");
    group.reopen().await;
    let revealed = group.press("ana", &early, "Reveal").await.plain();
    assert!(revealed.contains("the answers come in"), "{revealed}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # The answers
    Name one thing in the reading that surprised you.
    ben: Nobody should.
    Anonymous: All of us.
    (Round 1 · in random order)

    edit round:1
    # Question 1 of 5 · To begin
    Name one thing in the reading that surprised you.
    2 answers, 1 of them anonymous. They are shown below. You can still answer; a late anonymous answer appears when the round closes.
    (Round 1)
    [Answer] answer round:1

    post #10
    # What now?
    Rate the answers one by one: nobody sees your ratings. Talk about them here. Anyone can propose a statement for the whole group.
    Then the facilitator goes on.
    (Round 1)
    [Rate the answers] weigh round:1
    [Propose a statement] statement propose round:1
    [Next question] seminar next seminar:1
    ");
    let late = group.says("dan", "answer text:Late.").await.plain();
    assert!(late.contains("recorded"), "{late}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("edit answers:1.1") && posts.contains("dan: Late."), "{posts}");
    posed(&mut group).await;
    let over = group.presses("ben", "answer round:1").await.plain();
    assert!(over.contains("closed"), "{over}");
    let ask = group.ana("seminar close").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    # Close “On power”?
    3 questions of its agenda have not been posed.
    Nobody can answer any more, and nothing ties anonymous answers to their members. A summary is posted.
    [Close it] seminar close seminar:1 sure:true
    ");
    let closed = group.press("ana", &ask, "Close it").await.plain();
    assert!(closed.contains("Closed."), "{closed}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Summary: On power
    1. Name one thing in the reading that surprised you.
    3 answers.
    2. In what sense, and to what degree, are democratic liberties compatible with a planned and directed economy?
    Nobody answered.
    ## Not posed
    • Bakunin would protect liberty by having no authority above; Serge by votes, town councils and a free press. Which abuse would each of the two stop, and which would slip past it?
    • Loyalty can be imposed, bought or freely given. Which of these holds together a workplace, a school or a party that you know, and how can you tell?
    • Name one thing that somebody else said today and that you want to think about.
    ## Who took part
    ben, cleo and dan. Facilitated by ana.
    Passages of the readings
    - A Victor Serge, Planned Economies and Democracy: 0 argued over, 3 read, 33 not touched
    - B Daniel Guérin, Three Problems of the Revolution: 0 argued over, 0 read, 27 not touched
    (Seminar 1 · everything is in /record)
    <map.png> Map of On power: 2 questions · 3 answers. Question 1: 3 answers; no statement was adopted. Question 2: 0 answers; it is closed. Passages of Victor Serge, Planned Economies and Democracy: 0 argued over, 3 read, 33 not touched. Passages of Daniel Guérin, Three Problems of the Revolution: 0 argued over, 0 read, 27 not touched.

    edit round:2
    # Question 2 of 5 · Liberty
    Serge calls this “the main question of today”; five arguments for a gloomy answer follow.
    In what sense, and to what degree, are democratic liberties compatible with a planned and directed economy?
    Victor Serge asks this in Planned Economies and Democracy, ¶27
    > Planning and the direction of the economy does away with freedom on the part of managers, owners and, to a large degree, workers.
    > — Victor Serge (one of five arguments that Serge weighs, not his own view), Planned Economies and Democracy (1944–45), Five arguments against liberty under a plan, ¶28
    > This scenario appears unduly sombre. But it does not depend on our wishes and desires.
    > — Victor Serge, Planned Economies and Democracy (1944–45), Five arguments against liberty under a plan, ¶33
    > Planned economies influence the conditions of social liberties. They can offer a new basis for authoritarian regimes, or they can offer a foundation for democratic institutions. They can accommodate mixed regimes.
    > — Victor Serge, Planned Economies and Democracy (1944–45), Class struggle and democratic institutions, ¶40
    No answers. This round is closed.
    (Round 2 · middle)

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    This seminar is closed.
    (Seminar 1)
    ");
    for line in ["seminar join seminar:1", "seminar next seminar:1", "seminar card seminar:1"] {
        let said = group.presses("ben", line).await.plain();
        assert!(said.contains("closed"), "{line}: {said}");
    }
}

#[tokio::test]
async fn a_debate_deals_sides_and_sets_both_answers_side_by_side() {
    let mut group = begun("format:debate").await;
    let dealt = group.ben("seminar card").await;
    assert!(dealt.plain().contains("# Your side: "), "{}", dealt.plain());
    group.says("dan", "seminar join").await;
    let posts = posed(&mut group).await;
    assert!(posts.iter().any(|post| post.contains("[Argue my side]")), "{posts:?}");
    let again = group.ben("seminar card").await.plain();
    assert_eq!(again, dealt.plain() + "\n[Argue my side] answer round:1");
    group.ben("answer text:\"The card says so.\"").await;
    group.cleo("answer text:\"So does mine.\" anonymous:true").await;
    let said = group.ana("seminar reveal").await.plain();
    assert!(said.contains("in their own name"), "{said}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    edit round:1
    # Question 1 of 1 · Power
    Once the old rulers have fallen, something has to take the place of their state. What form should it have, and what keeps it from becoming a new machine of oppression?
    No answers yet. Now say what you think yourself. Answers are hidden until everybody who joined has answered or the facilitator shows them.
    (Round 1)
    [Answer] answer round:1
    [Reveal] seminar reveal round:1

    post #10
    # What was argued
    Once the old rulers have fallen, something has to take the place of their state. What form should it have, and what keeps it from becoming a new machine of oppression?
    ben, for the Centralists: The card says so.
    Anonymous, for the Marxists: So does mine.
    (Round 1 · in random order)

    post #10
    Now in your own name: Once the old rulers have fallen, something has to take the place of their state. What form should it have, and what keeps it from becoming a new machine of oppression?
    You argued the side that you were dealt. What do you think yourself?
    (Round 1)
    [Answer] answer round:1
    ");
    group.ben("answer text:\"I think otherwise.\"").await;
    group.cleo("answer text:\"So do I.\" anonymous:true").await;
    group.posts().await;
    group.ana("seminar reveal").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    delete

    edit round:1
    # Question 1 of 1 · Power
    Once the old rulers have fallen, something has to take the place of their state. What form should it have, and what keeps it from becoming a new machine of oppression?
    2 answers, 1 of them anonymous. They are shown below. You can still answer; a late anonymous answer appears when the round closes.
    (Round 1)
    [Answer] answer round:1

    post #10
    # The answers
    Once the old rulers have fallen, something has to take the place of their state. What form should it have, and what keeps it from becoming a new machine of oppression?
    Anonymous, own view: So do I.
    ben, for the Centralists: The card says so.
    ben, own view: I think otherwise.
    (Round 1 · in random order)

    post #10
    # What now?
    Rate the answers one by one: nobody sees your ratings. Talk about them here. Anyone can propose a statement for the whole group.
    Then the facilitator goes on.
    (Round 1)
    [Rate the answers] weigh round:1
    [Propose a statement] statement propose round:1
    [Close the seminar] seminar close seminar:1
    ");
}
