//! A draft before it is started: how long it is, how it is drawn anew, discarded, found.

use crate::commands::fixture::{Group, button, card};
use crate::messages::Reply;

#[tokio::test]
async fn a_draft_is_discarded_with_a_button() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open title:\"On power\" themes:power").await;
    let ask = group.press("ana", &draft, "Discard").await;
    insta::assert_snapshot!(ask.plain(), @"
    face
    # Discard “On power”?
    Nobody has seen this draft. It is deleted, with its agenda.
    [Discard it] seminar close seminar:1 sure:true
    [Back to the agenda] seminar agenda seminar:1 do:show
    ");
    let back = group.press("ana", &ask, "Back to the agenda").await.plain();
    assert!(back.contains("# Draft: On power"), "{back}");
    let gone = group.press("ana", &ask, "Discard it").await.plain();
    assert!(gone.contains("The draft is deleted."), "{gone}");
    assert!(group.press("ana", &draft, "Start").await.plain().contains("closed"));
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn new_questions_are_drawn_only_when_that_was_confirmed() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open themes:power questions:2").await;
    let own = group.presses("ana", "seminar add seminar:1").await;
    group.submit("ana", &own, "What about us?").await;
    let before = group.ana("seminar agenda").await.plain();
    assert!(before.contains("What about us?"), "{before}");
    let ask = group.press("ana", &draft, "New questions").await;
    insta::assert_snapshot!(ask.plain(), @"
    face
    # Draw new questions?
    The 5 questions on this agenda go, your own too, and new ones come.
    (Seminar 1 · only you see this)
    [New questions] seminar agenda seminar:1 do:redraw
    [Back to the agenda] seminar agenda seminar:1 do:show
    ");
    assert_eq!(group.press("ana", &ask, "Back to the agenda").await.plain()[4..], before[3..]);
    let new = group.press("ana", &ask, "New questions").await;
    assert!(matches!(new, Reply::Update(_)) && !new.plain().contains("What about us?"));
    assert_eq!(asked(&new), 2, "{}", new.plain());
}

/// How many questions an agenda has, without an opener and a closer.
fn asked(agenda: &Reply) -> usize {
    let lines = agenda.plain();
    let lines = lines
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()) && line.ends_with(" min"));
    lines.filter(|line| !line.contains("to begin") && !line.contains("to end")).count()
}

#[tokio::test]
async fn it_has_as_many_questions_as_were_wanted() {
    let mut group = Group::new().await;
    for wanted in [1, 4, 6, 9] {
        let line = format!("seminar open themes:power,liberty questions:{wanted} length:120");
        let draft = group.ana(&line).await;
        assert_eq!(asked(&draft), wanted, "{}", draft.plain());
    }
    let many = group.ana("seminar open questions:10").await.plain();
    assert!(many.contains("from 1 to 9"), "{many}");
    let debate = group.ana("seminar open format:debate questions:1").await.plain();
    assert!(debate.contains("**1 question") || debate.contains("1 question "), "{debate}");
    let plan = group.ana("seminar open plan:who-leads questions:2").await.plain();
    assert!(plan.contains("A plan brings its own questions"), "{plan}");
}

#[tokio::test]
async fn one_length_is_told() {
    let mut group = Group::new().await;
    for (options, told, untold) in [
        ("", "60 minutes", "at the latest"),
        ("length:90", "90 minutes", "at the latest"),
        ("minutes:30", "They are shown after 30 minutes at the latest.", "60 minutes"),
        ("minutes:5", "60 minutes", "Each round"),
    ] {
        let draft = group.ana(&format!("seminar open themes:power {options}")).await;
        group.press("ana", &draft, "Start").await;
        let lobby = group.posts().await.concat();
        assert!(lobby.contains(told) && !lobby.contains(untold), "{options}: {lobby}");
        group.ana("seminar close").await;
        let open = group.ana("seminar close").await;
        group.press("ana", &open, "Close it").await;
        group.posts().await;
    }
}

#[tokio::test]
async fn start_takes_the_members_own_draft_or_says_why_not() {
    let mut group = Group::new().await;
    let none = group.ana("seminar start").await.plain();
    assert!(none.contains("You have no draft."), "{none}");
    let bens = group.ben("seminar open themes:power").await;
    group.press("ben", &bens, "Start").await;
    let none = group.ana("seminar start").await.plain();
    assert!(none.contains("Another seminar is open here, and you have no draft."), "{none}");
    let again = group.ben("seminar start").await.plain();
    assert!(again.contains("started already"), "{again}");
    group.ana("seminar open themes:liberty").await;
    let open = group.ana("seminar start").await.plain();
    assert!(open.contains("Another seminar is open in that place"), "{open}");
    // Elsewhere it is her only draft.
    group.go(11);
    let elsewhere = group.ana("seminar start").await.plain();
    assert!(elsewhere.contains("Another seminar is open in that place"), "{elsewhere}");
    group.ana("seminar open themes:planning").await;
    let started = group.ana("seminar start").await.plain();
    assert!(started.contains("It has started."), "{started}");
    group.go(12);
    group.ben("seminar open themes:power channel:13").await;
    group.ben("seminar open themes:power channel:14").await;
    let several = group.ben("seminar start").await.plain();
    assert!(several.contains("You have several drafts"), "{several}");
    let typed = group.ben("seminar start seminar:4").await.plain();
    assert!(typed.contains("It has started."), "{typed}");
}

#[tokio::test]
async fn an_agenda_button_of_an_old_message_asks_before_it_throws_away() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open themes:power").await;
    let line = button(card(&draft), "New questions");
    assert_eq!(line, "seminar agenda seminar:1 do:anew");
    assert!(group.presses("ana", &line).await.plain().contains("Draw new questions?"));
}
