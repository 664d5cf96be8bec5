//! A recall as those see it who take part.

use super::super::facilitator::tests::{begun, plain};
use crate::command::ChannelKind;
use crate::commands::fixture::{FACILITATORS, button, card};

#[tokio::test]
async fn more_than_half_recall_the_facilitator() {
    let mut group = begun(ChannelKind::Channel, &["ana", "ben", "cleo"]).await;
    group.ana("seminar next").await;
    // Who has only answered without a name counts as well, and is not named here either.
    group.says("dan", "answer text:\"All of us.\" anonymous:true").await;
    group.posts().await;
    let asked = group.ben("seminar facilitator").await;
    let press = button(card(&asked), "Somebody else, please");
    let first = group.press("ben", &asked, "Somebody else, please").await;
    insta::assert_snapshot!(first.plain(), @"
    one
    Noted. Nobody is told that it was you. 1 of 4 asked for somebody other than ana; if 3 ask, a new facilitator is drawn by lot.
    (Seminar 1)
    [Undo] seminar recall seminar:1 of:6385249 back:true
    ");
    let again = group.press("ben", &asked, "Somebody else, please").await.plain();
    assert!(again.contains("1 of 4"), "{again}");
    let back = group.press("ben", &first, "Undo").await;
    insta::assert_snapshot!(back.plain(), @"
    one
    You have taken it back. 0 of 4 asked for somebody other than ana; if 3 ask, a new facilitator is drawn by lot.
    (Seminar 1)
    ");
    for (who, line, said) in [
        ("ana", "seminar recall", "You can hand over instead"),
        ("zoe", "seminar recall", "Only those who take part"),
    ] {
        let refused = plain(&mut group, who, line).await;
        assert!(refused.contains(said), "{line}: {refused}");
    }
    plain(&mut group, "dan", "seminar recall").await;
    let shown = group.says("dan", "seminar facilitator").await.plain();
    assert!(shown.contains("[Undo]"), "{shown}");
    group.reopen().await;
    let two = plain(&mut group, "cleo", "seminar recall").await;
    assert!(two.contains("2 of 4 asked for somebody other than ana; if 3"), "{two}");
    assert!(group.posts().await.is_empty(), "nobody is told");
    plain(&mut group, "cleo", "seminar facilitator volunteer:true").await;
    group.posts().await;
    let done = group.presses("ben", &press).await;
    insta::assert_snapshot!(done.plain(), @"
    one
    More than half of you asked for a new facilitator. cleo was drawn by lot.
    (Seminar 1)
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    !cleo
    The group asked for a new facilitator. cleo was drawn by lot.
    (Seminar 1)
    [My notes for this round] seminar notes seminar:1

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Facilitated by cleo.
    4 take part: ana, ben, cleo and 1 without a name.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    // Pressed late, it is not about the next one; and what was wished of ana is not either.
    let late = group.presses("dan", &press).await.plain();
    assert!(late.contains("Somebody else facilitates by now."), "{late}");
    let anew = plain(&mut group, "ben", "seminar recall").await;
    assert!(anew.contains("1 of 4 asked for somebody other than cleo"), "{anew}");
    // Who was recalled does not take it up again by themselves.
    let barred = plain(&mut group, "ana", "seminar facilitator volunteer:true").await;
    assert!(barred.contains("The group asked for another facilitator than you"), "{barred}");
}

#[tokio::test]
async fn where_nobody_facilitates_who_volunteers_first_does() {
    let mut group = begun(ChannelKind::Channel, &[]).await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    group.ben("seminar join").await;
    group.posts().await;
    let recalled = plain(&mut group, "ben", "seminar recall").await;
    insta::assert_snapshot!(recalled, @"
    one
    More than half of you asked for a new facilitator. There is nobody else to draw: the first to volunteer does it.
    (Seminar 1)
    ");
    let posts = group.posts().await;
    insta::assert_snapshot!(posts.join("\n\n"), @"
    post #10
    Nobody facilitates now. The facilitator poses the next question, shows the answers, and closes the seminar. Who will do it?
    (Seminar 1)
    [I'll do it] seminar facilitator seminar:1 volunteer:true

    edit seminar:1
    # Seminar: On power
    5 questions on Liberty and Power · 60 minutes
    Answers are hidden until all are shown together, so that everybody can think for themselves.
    Read beforehand:
    - Three Problems of the Revolution: Management of the economy (¶26–30)
    - Planned Economies and Democracy: The state of mind of the masses (¶14–17), Five arguments against liberty under a plan (¶27–33) and Class struggle and democratic institutions (¶40–43)
    Nobody facilitates now.
    1 takes part: ben.
    (Seminar 1)
    [Join] seminar join seminar:1
    [Status] seminar status seminar:1
    [Facilitator] seminar facilitator seminar:1
    ");
    let nobody = plain(&mut group, "ben", "seminar recall").await;
    assert!(nobody.contains("Nobody facilitates now. Will you?"), "{nobody}");
    let close = plain(&mut group, "ana", "seminar close").await;
    assert!(close.contains("so nobody can close it"), "{close}");
    let takes = "seminar facilitator seminar:1 volunteer:true";
    for (who, said) in
        [("ben", "only members with the facilitators' role"), ("ana", "facilitators' role")]
    {
        let refused = group.presses(who, takes).await.plain();
        assert!(refused.contains(said), "{refused}");
    }
    let taken = group.presses("fay", takes).await.plain();
    assert!(taken.contains("Facilitated by fay."), "{taken}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("fay facilitates from now on."), "{posts}");
    let late = group.presses("mia", takes).await.plain();
    assert!(late.contains("Facilitated by fay."), "{late}");
}
