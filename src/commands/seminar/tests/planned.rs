//! Seminars that follow a session plan, and agendas that build up as plans do.

use domain::corpus::Subject;

use crate::commands::fixture::{BOOK, Group, button, card};

#[tokio::test]
async fn a_plan_gives_an_agenda_with_reading_and_minutes() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open plan:who-leads").await;
    insta::assert_snapshot!(draft.plain(), @"
    one
    # Draft: Who leads?
    5 questions on Spontaneity · 60 minutes
    The danger inside every revolution: people need knowledge and leaders in order to win, and both can take their freedom away.
    Read beforehand:
    - Three Problems of the Revolution: The question left by two revolutions, Three problems, three currents and Spontaneity and consciousness (¶1–22)
    1. Which word or name in the reading did you have to look up, and what did you find? · to begin, 5 min
    2. In Guérin’s view a people must learn to organise in order to win, and those who know more may end up as its rulers. Explain this contradiction in your own words, then say at which point you would try to break it. · Spontaneity, read closely, 15 min
    3. A revolution starts with people who rise without being told to, but winning takes knowledge, organisation and experience. What is the right relation between the masses and those who lead? · Spontaneity, debate, 20 min
    4. Recall a moment when people around you acted together without being told to. What made it possible, and what happened when somebody began to lead? · Spontaneity, apply to us, 15 min
    5. What would you now say differently from an hour ago? · to end, 5 min
    (Seminar 1 · only you see this)
    [Start] seminar start seminar:1 from:draft
    [Add my own question] seminar add seminar:1
    [New questions] seminar agenda seminar:1 do:anew
    [Set a date] seminar move seminar:1
    [Discard] seminar close seminar:1 from:draft
    <Change a question> seminar agenda seminar:1
      1. Which word or name in the reading did you have to look up, and what did you find? () = 1
      2. In Guérin’s view a people must learn to organise in order to win, and those who know more may… () = 2
      3. A revolution starts with people who rise without being told to, but winning takes knowledge,… () = 3
      4. Recall a moment when people around you acted together without being told to. What made it… () = 4
      5. What would you now say differently from an hour ago? () = 5
    ");
    group.press("ana", &draft, "Start").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Seminar: Who leads?
    5 questions on Spontaneity · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    The danger inside every revolution: people need knowledge and leaders in order to win, and both can take their freedom away.
    Read beforehand:
    - Three Problems of the Revolution: The question left by two revolutions, Three problems, three currents and Spontaneity and consciousness (¶1–22)
    Facilitated by ana.
    Nobody has joined yet. If you answer, you have joined.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
}

#[tokio::test]
async fn every_plan_of_the_book_can_be_opened() {
    let mut group = Group::new().await;
    for plan in BOOK.plans() {
        let draft = group.ana(&format!("seminar open plan:\"{}\"", plan.title)).await.plain();
        assert!(draft.contains(&plan.about), "{draft}");
        assert!(draft.contains("Read beforehand:"), "{draft}");
        assert!(draft.contains(&format!("{} minutes", plan.minutes())), "{draft}");
        assert!(draft.contains(&format!("{} questions", plan.steps.len())), "{draft}");
    }
}

#[tokio::test]
async fn the_agenda_of_a_plan_can_be_changed() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open plan:who-leads").await;
    let shown = group.press_beside("ana", &draft, "5. What would you now say").await;
    let agenda = group.press("ana", &shown, "Remove").await.plain();
    let plan = BOOK.plan("who-leads").unwrap();
    let left = plan.minutes() - plan.steps.last().unwrap().minutes;
    assert!(agenda.contains(&format!("{left} minutes")), "{agenda}");
    let ask = group.press("ana", &draft, "New questions").await;
    let anew = group.press("ana", &ask, "New questions").await.plain();
    assert!(anew.contains("to begin") && anew.contains("to end"), "{anew}");
}

#[tokio::test]
async fn the_debate_of_a_plan_deals_sides_in_a_plain_seminar() {
    let mut group = Group::new().await;
    let plan = BOOK
        .plans()
        .iter()
        .find(|plan| plan.steps.iter().any(|step| matches!(step.subject, Subject::Problem(_))))
        .unwrap();
    let draft = group.ana(&format!("seminar open plan:{}", plan.id)).await;
    group.press("ana", &draft, "Start").await;
    group.ben("seminar join").await;
    for step in &plan.steps {
        let posed = group.ana("seminar next").await.plain();
        assert!(posed.contains("comes now"), "{posed}");
        let post = group.posts().await.concat();
        let debate = matches!(step.subject, Subject::Problem(_));
        assert_eq!(post.contains("seminar card round:"), debate, "{post}");
        let side = group.ben("seminar card").await.plain();
        assert_eq!(side.contains("# Your side: "), debate, "{side}");
        if debate {
            assert!(side.contains("Your side says:"), "{side}");
        }
    }
    let live = group.ana(&format!("seminar open plan:{} reveal:live", plan.id)).await.plain();
    assert!(live.contains("In a debate answers are always hidden"), "{live}");
}

#[tokio::test]
async fn a_plan_is_not_mixed_with_what_an_agenda_is_drawn_from() {
    let mut group = Group::new().await;
    for more in ["themes:power", "work:serge-planned-economies", "format:debate", "length:90"] {
        let refused = group.ana(&format!("seminar open plan:who-leads {more}")).await.plain();
        assert!(refused.contains("A plan brings its own questions"), "{refused}");
    }
    let wrong = group.ana("seminar open plan:who-lead").await.plain();
    assert!(wrong.contains("session plan") && wrong.contains("`who-leads`"), "{wrong}");
}

#[tokio::test]
async fn a_drawn_agenda_opens_closes_and_takes_the_time_that_is_asked_for() {
    let mut group = Group::new().await;
    for length in [30, 60, 90] {
        let line = format!("seminar open themes:power,liberty length:{length}");
        let draft = group.ana(&line).await.plain();
        assert!(draft.contains(&format!("· {length} minutes")), "{draft}");
        assert!(
            draft.contains("· to begin, 5 min") && draft.contains("· to end, 5 min"),
            "{draft}"
        );
        assert!(draft.contains("Read beforehand:"), "{draft}");
    }
    let debate = group.ana("seminar open themes:power format:debate").await;
    assert!(debate.plain().contains("Read beforehand:"), "{}", debate.plain());
    assert!(button(card(&debate), "Start").contains("from:draft"));
}

#[tokio::test]
async fn an_opener_is_a_question_of_its_own() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open plan:who-leads").await;
    group.press("ana", &draft, "Start").await;
    group.posts().await;
    group.ana("seminar next").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Question 1 of 5 · To begin
    Which word or name in the reading did you have to look up, and what did you find?
    No answers yet. Answers are hidden until everybody who joined has answered or the facilitator shows them.
    (Round 1)
    [Answer] answer round:1
    [Reveal] seminar reveal round:1
    ");
}
