//! Who facilitates, as the members see it.

use crate::command::ChannelKind;
use crate::commands::fixture::{FACILITATORS, Group};

/// A seminar that ana facilitates, with some on its roster.
pub(in super::super) async fn begun(kind: ChannelKind, roster: &[&str]) -> Group {
    let mut group = Group::new().await;
    group.channel.kind = kind;
    group.lacks(&[]);
    let draft = group.ana("seminar open title:\"On power\" themes:power,liberty").await;
    group.press("ana", &draft, "Start").await;
    for who in roster {
        group.says(who, "seminar join").await;
    }
    group.posts().await;
    group
}

pub(in super::super) async fn plain(group: &mut Group, who: &str, line: &str) -> String {
    group.says(who, line).await.plain()
}

/// Who facilitates, as everybody can ask.
async fn facilitator(group: &mut Group) -> String {
    let said = plain(group, "zoe", "seminar status seminar:1").await;
    let (_, after) = said.split_once("Facilitated by ").unwrap_or_default();
    after.split(['.', ';']).next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn everybody_sees_who_facilitates_and_who_would() {
    let mut group = begun(ChannelKind::Channel, &["ben"]).await;
    insta::assert_snapshot!(plain(&mut group, "ana", "seminar facilitator").await, @"
    one
    # Who facilitates
    Facilitated by ana.
    Nobody has volunteered yet.
    You can hand over to somebody who takes part: `/seminar facilitator member:`.
    (Seminar 1 · only you see this)
    [Draw by lot each round] seminar facilitator seminar:1 do:lot
    ");
    let asked = group.cleo("seminar facilitator").await;
    insta::assert_snapshot!(asked.plain(), @"
    one
    # Who facilitates
    Facilitated by ana.
    Nobody has volunteered yet.
    If more than half of those who take part ask for somebody else, a new facilitator is drawn by lot. Nobody is told who asked.
    (Seminar 1 · only you see this)
    [I volunteer] seminar facilitator seminar:1 do:volunteer
    [Somebody else, please] seminar recall seminar:1 of:6385249
    ");
    // Who volunteers joins.
    let would = group.press("cleo", &asked, "I volunteer").await;
    insta::assert_snapshot!(would.plain(), @"
    face
    # Who facilitates
    Facilitated by ana.
    Volunteers: cleo.
    If more than half of those who take part ask for somebody else, a new facilitator is drawn by lot. Nobody is told who asked.
    (Seminar 1 · only you see this)
    [Not me] seminar facilitator seminar:1 do:not
    [Somebody else, please] seminar recall seminar:1 of:6385249
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Facilitated by ana.
    2 take part: ben and cleo.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    group.reopen().await;
    let not = group.press("cleo", &would, "Not me").await.plain();
    assert!(not.contains("Nobody has volunteered yet."), "{not}");
    // Once more, typed.
    let typed = plain(&mut group, "cleo", "seminar facilitator volunteer:true").await;
    assert!(typed.starts_with("one") && typed.contains("Volunteers: cleo."), "{typed}");
    assert_eq!(facilitator(&mut group).await, "ana");
}

#[tokio::test]
async fn the_lot_decides_anew_for_each_round() {
    let mut group = begun(ChannelKind::Channel, &["ben", "cleo"]).await;
    let asked = group.ana("seminar facilitator").await;
    group.says("ben", "seminar facilitator volunteer:true").await;
    group.posts().await;
    let lot = group.press("ana", &asked, "Draw by lot each round").await;
    insta::assert_snapshot!(lot.plain(), @"
    face
    # Who facilitates
    Facilitated by ben; a new facilitator is drawn by lot for each question.
    Volunteers: ben.
    If more than half of those who take part ask for somebody else, a new facilitator is drawn by lot. Nobody is told who asked.
    (Seminar 1 · only you see this)
    [I volunteer] seminar facilitator seminar:1 do:volunteer
    [Somebody else, please] seminar recall seminar:1 of:6448494
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    !ben
    ben facilitates this round, by lot.
    (Seminar 1)

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Facilitated by ben; a new facilitator is drawn by lot for each question.
    2 take part: ben and cleo.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    // It was cast for the first round already.
    let not = plain(&mut group, "ana", "seminar next").await;
    assert!(not.contains("ben facilitates this seminar"), "{not}");
    group.reopen().await;
    plain(&mut group, "ben", "seminar next").await;
    assert_eq!(facilitator(&mut group).await, "ben");
    group.says("cleo", "seminar facilitator volunteer:true").await;
    group.posts().await;
    insta::assert_snapshot!(plain(&mut group, "ben", "seminar next").await, @"
    one
    Question 2 of 5 comes now. cleo facilitates this round.
    (Round 2)
    ");
    let posts = group.posts().await;
    let news = posts.iter().find(|post| post.contains("by lot.")).unwrap();
    insta::assert_snapshot!(news, @"
    post #10
    !cleo
    cleo facilitates this round, by lot.
    (Seminar 1)
    [My notes for this round] seminar notes seminar:1
    ");
    assert_eq!(facilitator(&mut group).await, "cleo");
    // What the book suggests for the round is hers to read, and not of whoever posed it.
    let notes = group.presses("cleo", "seminar notes seminar:1").await.plain();
    insta::assert_snapshot!(notes, @"
    one
    # My notes for this round
    In what sense, and to what degree, are democratic liberties compatible with a planned and directed economy?
    If the talk comes to a stop, you could ask:
    - Which single liberty would be the hardest to keep under a plan?
    - What in your own country’s economy is already planned?
    Everybody sees the answers when you reveal them; `/seminar next` poses the next question.
    (Round 2)
    [Reveal] seminar reveal round:2
    ");
    let refused = group.presses("ben", "seminar notes seminar:1").await.plain();
    assert!(refused.contains("only they can read its notes"), "{refused}");
    let forged = group.presses("ben", "seminar facilitator seminar:1 do:stay").await.plain();
    assert!(forged.contains("only they can decide that"), "{forged}");
    let stay = group.presses("cleo", "seminar facilitator seminar:1 do:stay").await.plain();
    assert!(stay.contains("Facilitated by cleo.") && stay.contains("[Draw by lot"), "{stay}");
    plain(&mut group, "cleo", "seminar next").await;
    assert_eq!(facilitator(&mut group).await, "cleo");
}

#[tokio::test]
async fn without_others_who_has_it_keeps_it() {
    let mut group = begun(ChannelKind::Forum, &[]).await;
    plain(&mut group, "ana", "seminar facilitator lot:true").await;
    assert_eq!(facilitator(&mut group).await, "ana");
    plain(&mut group, "ben", "seminar join").await;
    group.posts().await;
    plain(&mut group, "ana", "seminar next").await;
    // Nobody volunteers, so it is one of all who may.
    assert_eq!(facilitator(&mut group).await, "ben");
    let posts = group.posts().await;
    let news = posts.iter().find(|post| post.contains("by lot.")).unwrap();
    assert!(news.starts_with("beside round:1\n!ben\nben facilitates this round"), "{posts:?}");
}

#[tokio::test]
async fn the_facilitator_hands_over() {
    let mut group = begun(ChannelKind::Channel, &["ben"]).await;
    let ben = group.context("ben").member.id;
    let cleo = group.context("cleo").member.id;
    for (who, line, said) in [
        ("ben", format!("seminar facilitator member:{ben}"), "only they can hand over"),
        ("ana", format!("seminar facilitator member:{cleo}"), "does not take part by name yet"),
        ("ana", "seminar facilitator member:nobody".to_owned(), "takes a member"),
        ("ana", format!("seminar facilitator member:{ben} lot:true"), "One thing at a time"),
    ] {
        let refused = plain(&mut group, who, &line).await;
        assert!(refused.contains(said), "{line}: {refused}");
    }
    let handed = plain(&mut group, "ana", &format!("seminar facilitator member:<@{ben}>")).await;
    insta::assert_snapshot!(handed, @r#"
    one
    ben facilitates now. Thank you for your part!
    (Seminar 1)
    "#);
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    !ben
    The facilitator hands over to ben.
    (Seminar 1)

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Facilitated by ben.
    1 takes part: ben.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    let own = plain(&mut group, "ben", &format!("seminar facilitator member:{ben}")).await;
    assert!(own.contains("You facilitate already."), "{own}");
    assert!(group.posts().await.is_empty());
    let refused = plain(&mut group, "ana", "seminar close").await;
    assert!(refused.contains("ben facilitates this seminar"), "{refused}");
}

#[tokio::test]
async fn facilitation_is_kept_to_a_role() {
    let mut group = begun(ChannelKind::Channel, &["ben", "fay"]).await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    let refused = plain(&mut group, "ben", "seminar open title:Mine themes:power").await;
    assert!(refused.contains("only members with the facilitators' role"), "{refused}");
    let (ben, fay) = (group.context("ben").member.id, group.context("fay").member.id);
    let refused = plain(&mut group, "ana", &format!("seminar facilitator member:{ben}")).await;
    assert!(refused.contains("may not facilitate"), "{refused}");
    // It is not known yet that fay bears the role; she is seen again.
    let refused = plain(&mut group, "ana", &format!("seminar facilitator member:{fay}")).await;
    assert!(refused.contains("press Join once more"), "{refused}");
    plain(&mut group, "fay", "seminar join").await;
    plain(&mut group, "ana", "seminar facilitator lot:true").await;
    assert_eq!(facilitator(&mut group).await, "fay");
    let card = plain(&mut group, "ben", "seminar facilitator").await;
    assert!(!card.contains("I volunteer"), "{card}");
}

#[tokio::test]
async fn a_draft_a_closed_seminar_and_another_server_have_nothing_to_decide() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open title:\"On power\" themes:power").await;
    let shown = group.ana("seminar facilitator").await;
    let lot = group.press("ana", &shown, "Draw by lot each round").await.plain();
    assert!(
        lot.contains("Facilitated by ana; a new facilitator is drawn by lot for each question."),
        "{lot}"
    );
    assert!(group.posts().await.is_empty());
    for line in ["seminar facilitator seminar:1", "seminar recall seminar:1"] {
        let said = group.presses("ben", line).await.plain();
        assert!(said.contains("There is no seminar 1 yet."), "{line}: {said}");
    }
    let own = plain(&mut group, "ana", "seminar facilitator volunteer:true").await;
    assert!(own.contains("has not started yet"), "{own}");
    group.press("ana", &draft, "Start").await;
    group.presses("ana", "seminar close seminar:1 sure:true").await;
    for line in ["seminar facilitator seminar:1 do:lot", "seminar recall seminar:1"] {
        let said = group.presses("ana", line).await.plain();
        assert!(said.contains("This seminar is closed."), "{line}: {said}");
    }
    let shown = plain(&mut group, "ana", "seminar facilitator seminar:1").await;
    assert!(!shown.contains('['), "{shown}");
    group.server.0 = 2;
    let there = plain(&mut group, "ana", "seminar facilitator seminar:1").await;
    assert!(there.contains("There is no seminar 1"), "{there}");
}
