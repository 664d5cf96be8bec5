//! Weighing as a member and the group see it.

use crate::commands::fixture::{Group, button, card};
use crate::commands::statement::tests::answered;
use crate::messages::Reply;

/// What is under the answers now, if that has changed.
async fn outcome(group: &mut Group) -> String {
    let posts = group.posts().await;
    posts.into_iter().filter(|post| post.starts_with("edit outcome")).collect()
}

/// Says the same of every answer whose words hold these, and passes on the others.
async fn weighs(group: &mut Group, who: &str, agree: &str, disagree: &str) {
    let mut shown = group.presses(who, "weigh round:1").await;
    while card(&shown).buttons.iter().flatten().any(|button| button.label == "Pass") {
        let words = shown.plain();
        let label = match () {
            () if !agree.is_empty() && words.contains(agree) => "Agree",
            () if !disagree.is_empty() && words.contains(disagree) => "Disagree",
            () => "Pass",
        };
        shown = group.press(who, &shown, label).await;
    }
    assert!(shown.plain().contains("Thank you!"), "{}", shown.plain());
}

#[tokio::test]
async fn a_member_goes_through_the_others_answers() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    let early = group.presses("ana", "weigh round:1").await.plain();
    assert!(early.contains("not shown yet"), "{early}");
    group.says("dan", "answer text:\"Whoever cleans.\"").await;
    group.ana("seminar reveal").await;
    group.posts().await;
    let first = group.presses("dan", "weigh round:1").await;
    assert!(matches!(first, Reply::Ephemeral(_)));
    insta::assert_snapshot!(first.plain(), @"
    one
    # Answer 1 of 2
    Name one thing in the reading that surprised you.
    Anonymous: All of us.
    (0 of 2 rated, without your own · only you see this)
    [Agree] weigh round:1 response:3549255596677960996 words:3127574963 say:agree
    [Pass] weigh round:1 response:3549255596677960996 words:3127574963 say:pass
    [Disagree] weigh round:1 response:3549255596677960996 words:3127574963 say:disagree
    [Skip ›] weigh round:1 response:215233092991132301
    ");
    let second = group.press("dan", &first, "Agree").await;
    assert!(matches!(second, Reply::Update(_)));
    insta::assert_snapshot!(second.plain(), @"
    face
    # Answer 2 of 2
    Name one thing in the reading that surprised you.
    ben: Nobody should rule.
    (1 of 2 rated, without your own · only you see this)
    [Agree] weigh round:1 response:215233092991132301 words:3188728645 say:agree
    [Pass] weigh round:1 response:215233092991132301 words:3188728645 say:pass
    [Disagree] weigh round:1 response:215233092991132301 words:3188728645 say:disagree
    [‹ Back] weigh round:1 response:3549255596677960996
    ");
    let back = group.press("dan", &second, "‹ Back").await;
    assert!(back.plain().contains("You agree. You can change that."), "{}", back.plain());
    // They change their mind, and go on where they were.
    let second = group.press("dan", &back, "Disagree").await;
    assert!(second.plain().contains("# Answer 2 of 2"), "{}", second.plain());
    group.reopen().await;
    let again = group.presses("dan", "weigh round:1").await;
    assert!(again.plain().contains("# Answer 2 of 2"), "{}", again.plain());
    let done = group.press("dan", &again, "Pass").await;
    insta::assert_snapshot!(done.plain(), @r"
    face
    You have rated all 2. Thank you!
    Nobody sees your ratings. You can change them until the round closes. Results of an answer are shown once three people have rated it.
    (Round 1)
    [Look again] weigh round:1 response:3549255596677960996
    ");
    let look = group.press("dan", &done, "Look again").await;
    assert!(look.plain().contains("You disagree. You can change that."), "{}", look.plain());
    // One who has not answered weighs them all.
    let eve = group.presses("eve", "weigh round:1").await.plain();
    assert!(eve.contains("# Answer 1 of 3"), "{eve}");
    // So few tell nothing to anybody.
    assert!(outcome(&mut group).await.is_empty());
    let few = group.presses("ana", "weighed round:1").await.plain();
    assert_eq!(few.matches("too few ratings yet").count(), 3, "{few}");
}

#[tokio::test]
async fn the_group_is_told_where_it_is_of_one_mind_and_where_it_splits() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    group.ana("seminar reveal").await;
    group.posts().await;
    weighs(&mut group, "ana", "Nobody", "All of us").await;
    weighs(&mut group, "dan", "Nobody", "All of us").await;
    assert!(outcome(&mut group).await.is_empty());
    weighs(&mut group, "eve", "Nobody", "").await;
    let three = outcome(&mut group).await;
    assert!(
        three.contains("Most agree on\n- “Nobody should rule.” — ben · 3 agree · 0 disagree"),
        "{three}"
    );
    weighs(&mut group, "ben", "All of us", "").await;
    weighs(&mut group, "fay", "", "Nobody").await;
    weighs(&mut group, "gus", "All of us", "").await;
    weighs(&mut group, "cleo", "Nobody", "").await;
    insta::assert_snapshot!(outcome(&mut group).await, @"
    edit outcome:1
    # What now?
    Most agree on
    - “Nobody should rule.” — ben · 4 agree · 1 disagree
    Opinions differ on
    - “All of us.” — Anonymous · 2 agree · 2 disagree
    Rate the answers one by one: nobody sees your ratings. Talk about them here. Anyone can propose a statement for the whole group.
    Then the facilitator goes on.
    (Round 1)
    [Rate the answers] weigh round:1
    [Propose a statement] statement propose round:1
    [Results so far] weighed round:1
    [Next question] seminar next seminar:1
    ");
    let counts = group.presses("ana", "weighed round:1").await;
    insta::assert_snapshot!(counts.plain(), @"
    one
    # Results so far
    Name one thing in the reading that surprised you.
    - “Nobody should rule.” — ben · 4 agree · 1 disagree · 1 passed
    - “All of us.” — Anonymous · 2 agree · 2 disagree · 2 passed
    (2 answers)
    ");
    // Who weighs joins, and nobody sees who.
    let status = group.ana("seminar status").await.plain();
    assert!(status.contains("7 take part") && !status.contains(", eve"), "{status}");
    group.ana("seminar next").await;
    let last = outcome(&mut group).await;
    assert!(
        last.contains("Most agree on")
            && last.contains("Opinions differ on")
            && !last.contains('['),
        "{last}"
    );
    let record = group.presses("ana", "record seminar:1 page:2").await;
    insta::assert_snapshot!(record.plain(), @"
    face
    # Seminar: On power
    1. Name one thing in the reading that surprised you. · asked 2026-11-22T08:00:06Z, closed
    Most agree on
    - “Nobody should rule.” — ben · 4 agree · 1 disagree
    Opinions differ on
    - “All of us.” — Anonymous · 2 agree · 2 disagree
    ben: Nobody should rule.
    Anonymous: All of us.
    (2 questions · 2 answers · page 2 of 3)
    [‹ Back] record seminar:1 page:1
    [Next ›] record seminar:1 page:3
    ");
    let late = group.presses("ana", "weigh round:1").await.plain();
    assert!(late.contains("This round is closed"), "{late}");
}

#[tokio::test]
async fn nobody_weighs_words_they_have_not_read() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    group.ana("seminar reveal").await;
    let mut shown = group.presses("dan", "weigh round:1").await;
    if !shown.plain().contains("Nobody should rule.") {
        shown = group.press("dan", &shown, "Skip ›").await;
    }
    group.ben("answer text:\"Everybody should rule.\"").await;
    let anew = group.press("dan", &shown, "Agree").await.plain();
    assert!(anew.contains("changed or withdrawn meanwhile"), "{anew}");
    assert!(anew.contains("Everybody should rule."), "{anew}");
    group.ben("withdraw round:1").await;
    let line = button(card(&shown), "Agree");
    let gone = group.presses("dan", &line).await.plain();
    assert!(gone.contains("meanwhile") && gone.contains("All of us."), "{gone}");
    // Not one's own, not in another server, nothing forged.
    let own = group.presses("ben", &line).await.plain();
    assert!(own.contains("meanwhile"), "{own}");
    for forged in ["weigh", "weigh round:1 say:agree", "weigh round:1 response:1 say:love words:1"]
    {
        let said = group.presses("dan", forged).await.plain();
        assert!(said.contains("older message"), "{forged}: {said}");
    }
    group.server.0 = 2;
    for line in [&*line, "weigh round:1", "weighed round:1"] {
        let there = group.presses("dan", line).await.plain();
        assert!(there.contains("no round 1"), "{there}");
    }
}

#[tokio::test]
async fn ones_own_answer_is_not_weighed() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    group.ana("seminar reveal").await;
    let others = group.presses("dan", "weigh round:1").await;
    let (one, two) = (others.clone(), group.press("dan", &others, "Skip ›").await);
    for shown in [one, two] {
        let line = button(card(&shown), "Agree");
        for (who, words) in [("ben", "Nobody should rule."), ("cleo", "All of us.")] {
            let said = group.presses(who, &line).await.plain();
            let own = shown.plain().contains(words);
            assert_eq!(said.contains("nothing was counted"), own, "{who}: {said}");
        }
    }
    let only = group.presses("ben", "weigh round:1").await.plain();
    assert!(!only.contains("Nobody should rule."), "{only}");
}

#[tokio::test]
async fn a_long_answer_is_shown_whole() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    let long = "so ".repeat(1_333);
    group.says("dan", &format!("answer text:\"{long}\"")).await;
    group.ana("seminar reveal").await;
    let mut shown = group.presses("eve", "weigh round:1").await;
    while !shown.plain().contains(long.trim()) {
        shown = group.press("eve", &shown, "Skip ›").await;
    }
}

#[tokio::test]
async fn in_a_debate_members_own_answers_are_weighed_beside_what_they_argued() {
    let mut group = Group::new().await;
    answered(&mut group, "format:debate").await;
    group.ana("seminar reveal").await;
    let early = group.presses("dan", "weigh round:1").await.plain();
    assert!(early.contains("not shown yet"), "{early}");
    group.ben("answer text:\"I think otherwise.\"").await;
    group.ana("seminar reveal").await;
    let shown = group.presses("dan", "weigh round:1").await.plain();
    assert!(shown.contains("# Answer 1 of 1"), "{shown}");
    assert!(shown.contains("s: Nobody should rule.") && shown.contains(", for the "), "{shown}");
    assert!(shown.contains("own view: I think otherwise."), "{shown}");
}

#[tokio::test]
async fn named_answers_of_a_live_round_are_weighed_too() {
    let mut group = Group::new().await;
    answered(&mut group, "reveal:live").await;
    group.ana("seminar reveal").await;
    let shown = group.presses("dan", "weigh round:1").await.plain();
    assert!(shown.contains("# Answer 1 of 2"), "{shown}");
}
