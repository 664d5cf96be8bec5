//! The record, as members read it.

use crate::command::Sight;
use crate::commands::fixture::{Group, card};
use crate::commands::statement::tests::answered;
use crate::messages::Reply;

#[tokio::test]
async fn the_record_is_read_by_theme() {
    let mut group = Group::new().await;
    assert!(group.ana("record").await.plain().contains("Nothing yet"));
    group.ana("question id:guerin-q2").await;
    group.ben("answer text:\"Not the state.\"").await;
    group.cleo("answer text:\"A *free* union.\" anonymous:true").await;
    group.ana("question text:Ready?").await;
    let overview = group.ana("record").await;
    insta::assert_snapshot!(overview.plain(), @"
    one
    # The record
    - Power · 1 question · 2 answers
    - Without a theme · 1 question · 0 answers
    Find words in it with `/record search:`.
    <Open a theme> record
      Power (1 question · 2 answers) = power
      Without a theme (1 question · 0 answers) = none
    ");
    // Of one question there are no contents.
    insta::assert_snapshot!(group.choose("ana", &overview, "power").await.plain(), @"
    one
    # Power
    1. Once the old oppressive regime has been overthrown, what form of political or administrative organization should replace the one overthrown? · asked 2026-11-22T08:00:02Z, still open
    > Authoritarians maintain that the popular masses, under the direction of their leaders, must replace the bourgeois State with their own State decked out with the description “proletarian” and that in order to ensure the survival of the latter, they must take the coercive methods employed by the former (centralization, discipline, hierarchy, police) to their extremes.
    > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The Problem of Power, ¶23
    > Implacable foes of the State, any form of State, they looked to the proletarian revolution for the utter and final abolition of statist constraints. They aimed to replace the old oppressive State with the free federation of combined communes, direct democracy from the ground up.
    > — Daniel Guérin (the libertarians, as Guérin reports them), Three Problems of the Revolution (1958, revised about 1968), The Problem of Power, ¶23
    ben: Not the state.
    1 hidden answer, shown when the round closes.
    (1 question · 2 answers)
    <map.png> Map of Power: 1 question · 2 answers. Question 1: 2 answers; it is still open. Passages of Daniel Guérin, Three Problems of the Revolution: 2 argued over, 0 read, 21 not touched. Passages of Victor Serge, Planned Economies and Democracy: 0 argued over, 0 read, 17 not touched.
    ");
    group.presses("ana", "close round:1 sure:true").await;
    let closed = group.ana("record theme:Power").await.plain();
    assert!(closed.contains("Anonymous: A *free* union."), "{closed}");
    assert!(group.choose("ana", &overview, "none").await.plain().contains("Ready?"));
    let unasked = group.ana("record theme:technology").await.plain();
    assert!(unasked.contains("`/question theme:technology`"), "{unasked}");
    assert!(group.ana("record theme:powr").await.plain().contains("Did you mean `power`?"));
    group.server.0 = 2;
    assert!(group.ana("record").await.plain().contains("Nothing yet"));
    assert!(group.ana("record theme:power").await.plain().contains("Nothing yet"));
}

/// A seminar whose three questions ended in three ways.
async fn held() -> Group {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    group.ana("seminar reveal").await;
    for who in ["ana", "ben", "cleo", "dan"] {
        for _ in 0..2 {
            let rated = group.presses(who, "weigh round:1").await;
            if rated.plain().contains("[Agree]") {
                group.press(who, &rated, "Agree").await;
            }
        }
    }
    group.ben("statement propose text:\"Somebody rules alone.\"").await;
    let shown = group.ben("statement show").await;
    let form = group.press("ben", &shown, "Edit").await;
    group.submit("ben", &form, "Nobody should rule alone.").await;
    let shown = group.cleo("statement show").await;
    group.press("cleo", &shown, "Agree").await;
    let shown = group.says("dan", "statement show").await;
    let form = group.press("dan", &shown, "Object").await;
    group.submit("dan", &form, "Somebody has to decide.").await;
    group.presses("ana", "close round:1 sure:true over:true").await;
    group.ana("seminar next").await;
    group.ben("answer text:\"The council.\"").await;
    group.presses("ana", "close round:2 sure:true").await;
    group.ana("seminar next").await;
    group.posts().await;
    group
}

#[tokio::test]
async fn who_was_not_there_can_follow_a_seminar() {
    let mut group = held().await;
    let contents = group.says("eve", "record seminar:1").await;
    insta::assert_snapshot!(contents.plain(), @"
    one
    # Seminar: On power
    The group's statements
    ## 1. Name one thing in the reading that surprised you.
    Nobody should rule alone. · 2026-11-22T08:00:37Z · 2 agree · 1 object · 0 aside
    Closed without a statement
    - 2. In what sense, and to what degree, are democratic liberties compatible with a planned and directed economy? · 2026-11-22T08:00:44Z · 1 answer
    Still open
    - 3. Bakunin would protect liberty by having no authority above; Serge by votes, town councils and a free press. Which abuse would each of the two stop, and which… · 2026-11-22T08:00:47Z · no answer
    Passages of the readings
    - A Daniel Guérin, Three Problems of the Revolution: 0 argued over, 1 read, 26 not touched
    - B Victor Serge, Planned Economies and Democracy: 3 argued over, 1 read, 32 not touched
    (3 questions · 3 answers · page 1 of 4)
    <map.png> Map of On power: 3 questions · 3 answers. Question 1: 2 answers, most agree on 2; a statement was adopted over objections. Question 2: 1 answer; no statement was adopted. Question 3: 0 answers; it is still open. Passages of Daniel Guérin, Three Problems of the Revolution: 0 argued over, 1 read, 26 not touched. Passages of Victor Serge, Planned Economies and Democracy: 3 argued over, 1 read, 32 not touched.
    [Next ›] record seminar:1 page:2
    <Open a question> record seminar:1 page:1
      1. Name one thing in the reading that surprised you. (2 answers · most agree on 2) = round:1
      2. In what sense, and to what degree, are democratic liberties compatible with a planned and… (1 answer) = round:2
      3. Bakunin would protect liberty by having no authority above; Serge by votes, town councils and a… (no answer) = round:3
    ");
    let first = group.choose("eve", &contents, "round:1").await;
    insta::assert_snapshot!(first.plain(), @"
    face
    # Seminar: On power
    1. Name one thing in the reading that surprised you. · asked 2026-11-22T08:00:06Z, closed
    The group's statement, with objections · version 2 · 2026-11-22T08:00:37Z: Nobody should rule alone.
    2 agree · 1 object · 0 aside
    dan objects: Somebody has to decide.
    Most agree on
    - “Nobody should rule.” — ben · 3 agree · 0 disagree
    - “All of us.” — Anonymous · 3 agree · 0 disagree
    ben: Nobody should rule.
    Anonymous: All of us.
    (3 questions · 3 answers · page 2 of 4)
    [‹ Back] record seminar:1 page:1
    [Next ›] record seminar:1 page:3
    ");
    let third = group.choose("eve", &contents, "round:3").await;
    assert!(third.plain().contains("3. "), "{}", third.plain());
    let again = group.press("eve", &third, "Contents").await.plain();
    assert_eq!(again, contents.plain().replacen("one", "face", 1));
}

#[tokio::test]
async fn the_contents_of_many_questions_go_on_on_another_page() {
    let mut group = Group::new().await;
    for number in 1..=30 {
        group.ana(&format!("question text:\"What is number {number}?\"")).await;
    }
    let first = group.ana("record theme:none").await;
    let second = group.press("ana", &first, "Next ›").await;
    let listed = |reply: &Reply| card(reply).menu.as_ref().unwrap().entries.len();
    assert_eq!(listed(&first) + listed(&second), 30);
    assert!(card(&first).picture.is_some() && card(&second).picture.is_none());
    let oldest = group.choose("ana", &second, "round:1").await;
    assert!(oldest.plain().contains("What is number 1?"), "{}", oldest.plain());
    assert_eq!(group.press("ana", &oldest, "Contents").await, second);
}

#[tokio::test]
async fn words_are_found_in_questions_statements_objections_and_answers() {
    let mut group = held().await;
    insta::assert_snapshot!(group.cleo("record search:\"somebody rule\"").await.plain(), @"
    one
    # In the record: somebody rule
    Nothing holds all of these words. These hold some of them.
    ## The group's statement
    Nobody should rule alone. · on: Name one thing in the reading that surprised you. · 2026-11-22T08:00:06Z
    ## dan objects
    Somebody has to decide. · on: Name one thing in the reading that surprised you. · 2026-11-22T08:00:06Z
    ## ben
    Nobody should rule. · on: Name one thing in the reading that surprised you. · 2026-11-22T08:00:06Z
    (3 places)
    <Read one in full> record found:1
      Name one thing in the reading that surprised you. () = round:1
    ");
    let found = group.cleo("record search:council*").await;
    insta::assert_snapshot!(found.plain(), @"
    one
    # In the record: council*
    ## The question
    …liberty by having no authority above; Serge by votes, town councils and a free press. Which abuse would each of the two stop, and which would slip past it? · 2026-11-22T08:00:47Z
    ## ben
    The council. · on: In what sense, and to what degree, are democratic liberties compatible with a planned and directed economy? · 2026-11-22T08:00:44Z
    (2 places)
    <Read one in full> record found:2
      Bakunin would protect liberty by having no authority above; Serge by votes, town councils and a… () = round:3
      In what sense, and to what degree, are democratic liberties compatible with a planned and directed… () = round:2
    ");
    let opened = group.choose("cleo", &found, "round:2").await.plain();
    assert!(opened.contains("ben: The council."), "{opened}");
    for line in
        ["record search:rule seminar:1", "record search:rule theme:none", "record search:ruling"]
    {
        let found = group.cleo(line).await.plain();
        assert!(found.contains("Nobody should rule alone."), "{line}: {found}");
    }
    let elsewhere = group.cleo("record search:rule theme:technology").await.plain();
    assert!(elsewhere.contains("Nothing that you can read"), "{elsewhere}");
    for (line, said) in [
        ("record search:\"???\"", "no word"),
        ("record search:rule theme:power seminar:1", "Give either"),
        ("record search:rule seminar:9", "no seminar 9"),
    ] {
        let refused = group.cleo(line).await.plain();
        assert!(refused.contains(said), "{line}: {refused}");
    }
    group.server.0 = 2;
    let other = group.cleo("record search:rule").await.plain();
    assert!(other.contains("Nothing that you can read"), "{other}");
    assert!(group.presses("cleo", "record found:1").await.plain().contains("does nothing now"));
}

#[tokio::test]
async fn nothing_can_be_guessed_by_searching() {
    let mut group = Group::new().await;
    answered(&mut group, "").await;
    for word in ["rule", "us"] {
        let sealed = group.ben(&format!("record search:{word}")).await.plain();
        assert!(sealed.contains("Nothing that you can read"), "{word}: {sealed}");
    }
    group.ana("seminar reveal").await;
    assert!(group.ben("record search:rule").await.plain().contains("Nobody should rule."));
    // Outside of a seminar an anonymous answer is hidden until its round is closed.
    group.ana("question text:\"Who leads?\"").await;
    group.cleo("answer round:2 text:\"A zebra leads.\" anonymous:true").await;
    let hidden = group.cleo("record search:zebra").await.plain();
    assert!(hidden.contains("Nothing that you can read"), "{hidden}");
    // Nor is anything found in a channel that the caller cannot view.
    group.go(20);
    group.sees(10, Sight::Hidden);
    for line in ["record search:rule", "record search:leads theme:none"] {
        let hidden = group.says("eve", line).await.plain();
        assert!(hidden.contains("Nothing that you can read"), "{line}: {hidden}");
    }
}

#[tokio::test]
async fn a_part_of_a_text_does_not_show_what_is_hidden_in_it() {
    let mut group = Group::new().await;
    group.ana("question text:\"How does it end?\"").await;
    let long = "It goes on and on. ".repeat(15);
    group.ben(&format!("answer text:\"The hero ||{long} dies|| in the end.\"")).await;
    let found = group.cleo("record search:hero").await.plain();
    assert!(found.contains("The hero ▇▇▇ in the end."), "{found}");
    let found = group.cleo("record search:dies").await.plain();
    assert!(found.contains("Nothing that you can read"), "{found}");
}

#[tokio::test]
async fn a_seminar_is_read_question_by_question() {
    let mut group = Group::new().await;
    group.ana("seminar open title:\"On power\" themes:power").await;
    group.ana("seminar start").await;
    let empty = group.ben("record seminar:1").await.plain();
    assert!(empty.contains("No question of this seminar"), "{empty}");
    group.ana("seminar next").await;
    group.ben("answer text:\"Not the state.\"").await;
    // What is sealed is not read here either.
    let hidden = group.cleo("record seminar:1").await.plain();
    assert!(!hidden.contains("Not the state."), "{hidden}");
    group.ana("seminar reveal").await;
    group.ana("seminar next").await;
    let first = group.cleo("record seminar:1").await;
    assert!(first.plain().contains("# Seminar: On power"), "{}", first.plain());
    let second = group.press("cleo", &first, "Next ›").await.plain();
    assert!(second.contains("ben: Not the state."), "{second}");
    assert!(second.contains("page 2 of 3"), "{second}");
    // By its title as well, and from the overview.
    let named = group.cleo("record seminar:\"on POWER\"").await.plain();
    assert_eq!(named, first.plain());
    let near = group.cleo("record seminar:\"On powr\"").await.plain();
    assert!(near.contains("Did you mean `On power`?"), "{near}");
    let overview = group.cleo("record").await;
    insta::assert_snapshot!(overview.plain(), @"
    one
    # The record
    - Power · 1 question · 0 answers
    - Without a theme · 1 question · 1 answer
    Seminars
    - On power · 2026-11-22T08:00:01Z · 2 questions, still open
    Find words in it with `/record search:`.
    <Open a theme or a seminar> record
      Power (1 question · 0 answers) = power
      Without a theme (1 question · 1 answer) = none
      On power (Seminar 1) = seminar:1
    ");
    let chosen = group.choose("cleo", &overview, "seminar:1").await.plain();
    assert_eq!(chosen, first.plain());
    let both = group.cleo("record seminar:1 theme:power").await.plain();
    assert!(both.contains("Give either"), "{both}");
    group.server.0 = 2;
    assert!(group.cleo("record seminar:1").await.plain().contains("no seminar 1"));
}

#[tokio::test]
async fn every_answer_stands_whole_on_some_page() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    let names: Vec<String> = (0..12).map(|number| format!("member{number}")).collect();
    for name in &names {
        let text = format!("{name} says {}", "so ".repeat(300));
        group.says(name, &format!("answer text:\"{text}\"")).await;
    }
    let mut page = group.ana("record theme:none").await;
    let mut all = String::new();
    loop {
        all.push_str(&page.plain());
        let next = card(&page).buttons.iter().flatten().any(|it| it.label == "Next ›");
        if !next {
            break;
        }
        page = group.press("ana", &page, "Next ›").await;
        assert!(matches!(page, Reply::Update(_)));
    }
    for name in &names {
        assert_eq!(all.matches(&format!("{name} says so ")).count(), 1, "{name}");
    }
    assert!(all.contains("page 4 of 4"), "{all}");
}
