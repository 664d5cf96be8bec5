use crate::command::Invocation;
use crate::commands::Command;
use crate::commands::fixture::{Group, card};
use crate::messages::Reply;

async fn asked(text: &str) -> Group {
    let mut group = Group::new().await;
    group.ana(&format!("question text:\"{text}\"")).await;
    group
}

#[tokio::test]
async fn an_answer_is_recorded_and_posted() {
    let mut group = asked("Who rules?").await;
    insta::assert_snapshot!(group.ben("answer text:\"I *do*.\"").await.plain(), @r"
    one
    Your answer is recorded, and shown here under your name.
    (Round 1)
    [Change] answer round:1
    [Withdraw] withdraw round:1
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    ben: I *do*.
    (Round 1)

    edit round:1
    # A question
    Who rules?
    1 answer. Anonymous answers are shown when the round closes.
    (Round 1 · in a member's own words)
    [Answer] answer round:1
    [Edit] edit round:1
    [Close] close round:1
    ");
}

#[tokio::test]
async fn an_anonymous_answer_is_posted_nowhere() {
    let mut group = asked("Who rules?").await;
    let done = group.ben("answer text:\"Nobody.\" anonymous:true").await;
    insta::assert_snapshot!(done.plain(), @r"
    one
    Your answer is recorded without your name. It is shown when the round closes. Until then you can change it; after that nothing links it to you.
    (Round 1)
    [Change] answer round:1 anonymous:true
    [Withdraw] withdraw round:1
    ");
    let posts = group.posts().await;
    assert_eq!(posts.len(), 1);
    assert!(posts[0].contains("1 answer, without a name.") && !posts[0].contains("Nobody."));
}

#[tokio::test]
async fn the_buttons_open_a_form() {
    let mut group = Group::new().await;
    let posed = group.ana("question text:\"Who rules?\"").await;
    let form = group.press("ben", &posed, "Answer").await;
    insta::assert_snapshot!(form.plain(), @"
    form Answer the question
    Who rules?
    Your answer (text) You can change it until the round closes.: 
    Your name (name) 
      ● With my name () = with
      ○ Without my name (Others may guess who you are if nearly everybody else gives a name.) = without
    [send] answer round:1
    ");
    let done = group.submit("ben", &form, "I do.").await;
    assert!(done.plain().contains("under your name"));
    let form = group.press("ben", &done, "Change").await;
    insta::assert_snapshot!(form.plain(), @"
    form Change your answer
    Who rules?
    Your answer (text) You can change it until the round closes.: I do.
    Your name (name) 
      ● With my name () = with
      ○ Without my name (All have seen your answer with your name: the same words would still tell it is yours.) = without
    [send] answer round:1
    ");
    // The button of an older message begins without the name.
    let form = group.presses("cleo", "answer round:1 anonymous:true").await;
    let done = group.submit("cleo", &form, "Nobody does.").await;
    assert!(done.plain().contains("recorded without your name"), "{}", done.plain());
    // Whatever button is pressed, one's own answer is meant; and nobody gives their name away unawares.
    for line in ["answer round:1", "answer round:1 anonymous:true"] {
        let form = group.presses("cleo", line).await.plain();
        assert!(form.starts_with("form Change your answer"), "{form}");
        assert!(form.contains("Nobody does.") && form.contains("● Without my name"), "{form}");
    }
}

#[tokio::test]
async fn a_name_comes_off_and_goes_on_again() {
    let mut group = asked("Who rules?").await;
    group.ben("answer text:\"I do.\"").await;
    group.posts().await;
    let form = group.presses("ben", "answer round:1 anonymous:true").await;
    let off = group.submit("ben", &form, "Somebody does.").await.plain();
    assert!(off.contains("the one with it is erased"), "{off}");
    let posts = group.posts().await;
    assert!(posts.contains(&"delete".to_owned()) && !posts.concat().contains("Somebody"));
    assert!(!group.ana("record theme:none").await.plain().contains("do"));
    let on = group.ben("answer text:\"I do, after all.\"").await.plain();
    assert!(on.contains("shown here under your name now"), "{on}");
    assert!(group.posts().await.concat().contains("ben: I do, after all."));
}

#[tokio::test]
async fn the_same_again_changes_nothing() {
    let mut group = asked("Who rules?").await;
    for line in ["answer text:Me.", "answer text:Me. anonymous:true"] {
        let first = group.ben(line).await;
        if first.plain().contains("[Do it all the same]") {
            group.press("ben", &first, "Do it all the same").await;
        }
        assert!(!group.posts().await.is_empty());
        for _ in 0..2 {
            let again = group.ben(line).await.plain();
            assert!(again.contains("is as it was"), "{again}");
            assert!(group.posts().await.is_empty());
        }
    }
    // The same request twice, as Discord may deliver it.
    let context = group.context("cleo");
    let give = || Command::parse(Invocation::parse("answer text:Once.").unwrap());
    group.gives(&context, give()).await;
    group.gives(&context, give()).await;
    assert_eq!(group.posts().await.concat().matches("cleo: Once.").count(), 1);
    let record = group.ana("record theme:none").await.plain();
    assert!(record.contains("2 answers"), "{record}");
}

#[tokio::test]
async fn any_text_is_recorded_whole_or_refused() {
    let mut group = Group::new().await;
    let posed = group.ana("question text:\"Who rules?\"").await;
    let form = group.press("ben", &posed, "Answer").await;
    for empty in ["", "   ", "\n\t", "\u{200e}\u{200f}\u{202e}", "\u{200d}", "\u{3164}", "\u{2800}"]
    {
        let said = group.submit("ben", &form, empty).await.plain();
        assert!(said.contains("Your answer is empty"), "{empty:?}: {said}");
    }
    let said = group.submit("ben", &form, &"x".repeat(4_001)).await.plain();
    assert!(said.contains("longer than 4,000"), "{said}");
    assert!(group.posts().await.is_empty());
    for text in [
        "x".to_owned(),
        "?".to_owned(),
        "x".repeat(4_000),
        "é".repeat(4_000),
        "*".repeat(4_000),
        format!("e{}", "\u{301}".repeat(100)),
        "🙂".to_owned(),
        "👩‍🌾👍🏽".to_owned(),
        "@everyone <@1> [a](https://b.c) `code` ||x|| \u{202e}desrever".to_owned(),
        "two\n\nparagraphs".to_owned(),
        "nul \0 inside".to_owned(),
    ] {
        let said = group.submit("ben", &form, &text).await.plain();
        assert!(said.contains("Your answer"), "{said}");
        let posts = group.posts().await.concat();
        assert!(posts.contains(&text), "{text:?}");
        let form = group.presses("ben", "answer round:1").await.plain();
        assert!(form.contains(&text), "{text:?}");
    }
    // Space around it is not part of it.
    group.submit("ben", &form, &format!("  {}  ", "y".repeat(4_000))).await;
    assert!(group.posts().await.concat().contains(&"y".repeat(4_000)));
}

#[tokio::test]
async fn of_several_open_rounds_one_is_chosen() {
    let mut group = Group::new().await;
    for text in ["First?", "Second?", "Third?"] {
        group.ana(&format!("question text:{text}")).await;
    }
    let menu = group.ben("answer text:\"To the second.\"").await;
    let plain = menu.plain();
    assert!(plain.contains("Which one do you answer?") && plain.contains("Second? · Round 2"));
    group.reopen().await;
    let done = group.press_beside("ben", &menu, "Second?").await;
    assert!(done.plain().contains("(Round 2)"), "{}", done.plain());
    let again = group.press_beside("ben", &menu, "Second?").await.plain();
    assert!(again.contains("is as it was"), "{again}");
    // Without a text the choice opens the form.
    for (line, chosen) in
        [("answer", "● With my name"), ("answer anonymous:true", "● Without my name")]
    {
        let menu = group.cleo(line).await;
        let form = group.press_beside("cleo", &menu, "Third?").await;
        assert!(form.plain().contains(chosen), "{}", form.plain());
    }
    // A held answer keeps whether it is anonymous.
    let menu = group.cleo("answer text:Hidden. anonymous:true").await;
    let done = group.press_beside("cleo", &menu, "First?").await.plain();
    assert!(done.contains("without your name"), "{done}");
    // It is not held for ever, nor in another server.
    let menu = group.cleo("answer text:Forgotten.").await;
    group.server.0 = 2;
    let line = card(&menu).all_buttons().next().unwrap().press.clone();
    assert!(group.presses("cleo", &line).await.plain().contains("no round"));
    group.server.0 = 1;
    group.now += jiff::SignedDuration::from_mins(15);
    let late = group.press_beside("cleo", &menu, "First?").await.plain();
    assert!(late.contains("kept for 15 minutes"), "{late}");
    let said = group.cleo("answer text:\" \u{200e}\"").await.plain();
    assert!(said.contains("empty"), "{said}");
}

#[tokio::test]
async fn a_menu_holds_what_it_can() {
    let mut group = Group::new().await;
    for number in 0..30 {
        group.ana(&format!("question text:\"{number} {}\"", "long ".repeat(50))).await;
    }
    let menu = group.ben("answer text:Mine.").await;
    assert_eq!(card(&menu).menu.as_ref().unwrap().entries.len(), 25);
    // The others are answered under their number.
    let done = group.ben("answer text:Mine. round:1").await.plain();
    assert!(done.contains("(Round 1)"), "{done}");
}

#[tokio::test]
async fn an_answer_needs_an_open_round_of_this_place_and_server() {
    let mut group = asked("Who rules?").await;
    group.go(11);
    assert!(group.ben("answer text:Me.").await.plain().contains("No question is open here"));
    assert!(group.ben("answer round:9 text:Me.").await.plain().contains("no round 9"));
    assert!(group.ben("answer round:x text:Me.").await.plain().contains("takes a whole number"));
    assert!(group.ben("answer anonymous:maybe").await.plain().contains("`yes` or `no`"));
    group.server.0 = 2;
    for line in ["answer round:1", "answer round:1 text:Me."] {
        assert!(group.presses("ben", line).await.plain().contains("no round 1"), "{line}");
    }
    group.server.0 = 1;
    assert!(group.ben("record theme:none").await.plain().contains("Nobody has answered"));
    let form = group.presses("ben", "answer round:1").await;
    assert!(matches!(form, Reply::Form(_)));
}

#[tokio::test]
async fn the_last_to_answer_without_a_name_is_told_that_everybody_can_read_it() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open title:\"On power\" themes:power").await;
    group.press("ana", &draft, "Start").await;
    for who in ["ben", "cleo"] {
        group.says(who, "seminar join").await;
    }
    group.ana("seminar next").await;
    group.ben("answer text:\"Nobody should.\"").await;
    let last = group.cleo("answer text:\"All should.\" anonymous:true").await;
    insta::assert_snapshot!(last.plain(), @r"
    one
    Your answer is recorded without your name. Everybody can read it now. Once the round closes, nothing links it to you.
    (Round 1)
    [Change] answer round:1 anonymous:true
    [Withdraw] withdraw round:1
    ");
    assert!(group.posts().await.concat().contains("Anonymous: All should."));
}

#[tokio::test]
async fn where_anonymous_answers_are_off_none_is_offered_or_taken() {
    let mut group = asked("Who rules?").await;
    group.cleo("answer text:\"Nobody.\" anonymous:true").await;
    let changed = group.mia("settings anonymous:off").await.plain();
    assert!(changed.contains("## Anonymous answers\nOff: every answer has a name"), "{changed}");
    group.reopen().await;
    // An old button, its form, and a line.
    let form = group.presses("ben", "answer round:1 anonymous:true").await.plain();
    assert!(form.contains("takes no anonymous answers"), "{form}");
    let refused = group.ben("answer text:\"Not me.\" anonymous:true").await.plain();
    let told = "This server takes no anonymous answers, so this one was not recorded.";
    assert!(refused.contains(told) && refused.contains("Not me."), "{refused}");
    // What was given stays, and can be withdrawn or signed.
    let stays = group.ana("record").await.plain();
    assert!(stays.contains("1 answer"), "{stays}");
    let again = group.cleo("answer text:\"Nobody!\"").await.plain();
    assert!(again.contains("under your name now"), "{again}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("[Answer] ") && !posts.contains("nonymous"), "{posts}");
    group.mia("settings anonymous:on").await;
    let done = group.ben("answer text:\"Not me.\" anonymous:true").await.plain();
    assert!(done.contains("recorded without your name"), "{done}");
    let wrong = group.mia("settings anonymous:maybe").await.plain();
    assert!(wrong.contains("takes `on` or `off`"), "{wrong}");
}

#[tokio::test]
async fn whoever_answers_beside_answers_of_lost_keys_is_told() {
    let mut group = asked("Who rules?").await;
    group.cleo("answer text:\"Nobody.\" anonymous:true").await;
    group.ben("statement propose text:\"Nobody.\"").await;
    group.services.store.close().await;
    std::fs::remove_file(crate::store::Store::keys_path(&group.path())).unwrap();
    group.reopen().await;
    let none = group.presses("cleo", "withdraw round:1").await;
    insta::assert_snapshot!(none.plain(), @"
    one
    You have no answer in this round.
    An anonymous answer here was put back from a copy: nobody can change or withdraw it any more. If it is yours, do not answer twice; both would count.
    [Answer again] answer round:1
    ");
    let again = group.cleo("answer text:\"Nobody.\" anonymous:true").await;
    insta::assert_snapshot!(again.plain(), @"
    one
    Your answer is recorded without your name. It is shown when the round closes. Until then you can change it; after that nothing links it to you.
    An anonymous answer here was put back from a copy: nobody can change or withdraw it any more. If it is yours, do not answer twice; both would count.
    (Round 1)
    [Change] answer round:1 anonymous:true
    [Withdraw] withdraw round:1
    ");
    let named = group.ben("answer text:\"All of us.\"").await.plain();
    assert!(named.contains("was put back from a copy"), "{named}");
    // Who changes what they gave afterwards knows it.
    let changed = group.cleo("answer text:\"Nobody!\" anonymous:true").await.plain();
    assert!(!changed.contains("put back"), "{changed}");
    let shown = group.cleo("statement show").await;
    let voted = group.press("cleo", &shown, "Agree").await.plain();
    assert!(voted.contains("A vote here was put back from a copy"), "{voted}");
}
