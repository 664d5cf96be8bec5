//! Appeals: to those who manage the server, or by recalling the facilitator.

use super::{HERE, asked, revealed};
use crate::commands::fixture::{Group, button, card};
use crate::messages::Reply;

#[tokio::test]
async fn a_member_appeals_and_who_manages_the_server_finds_that_it_was_a_mistake() {
    let mut group = asked().await;
    group.mia("settings channel:10").await;
    let sure = group.begin_to_take_down("fay", HERE, "Dan is", "unrelated").await;
    group.press("fay", &sure, "… and no more answers in this round").await;
    group.posts().await;
    // Anybody can: that they do says nothing of whose it was.
    let noted = group.cleo("moderate appeal entry:1").await;
    insta::assert_snapshot!(noted.plain(), @"
    one
    Noted. Nobody is told that it was you. Those who manage the server are told in #10.
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    notice
    Somebody asks for a second look. An answer taken down by fay, 2026-11-22T08:00:19Z: nothing to do with the question. Its author was kept from answering again in that round. Appealed; not decided yet.
    Who manages the server decides: `/moderate review entry:1`. The text is erased, so ask in the group what it was.
    (Round 1)
    [Decide] moderate review entry:1

    edit response:5649845916616595967
    An answer was taken down by the facilitators: nothing to do with the question. Appealed; not decided yet.
    (Round 1)

    edit round:1
    # A question
    Who rules?
    1 answer. Anonymous answers are shown when the round closes. 1 answer was taken down by the facilitators.
    (Round 1 · in a member's own words)
    [Answer] answer round:1
    [Edit] edit round:1
    [Close] close round:1
    ");
    let twice = group.ben("moderate appeal entry:1").await.plain();
    assert!(twice.contains("appealed already"), "{twice}");
    for who in ["fay", "ben"] {
        let refused = group.says(who, "moderate review entry:1").await.plain();
        assert!(refused.contains("Only who manages the server"), "{refused}");
        let forged = group.presses(who, "moderate review entry:1 decide:mistake").await.plain();
        assert!(forged.contains("Only who manages the server"), "{forged}");
    }
    let review = group.mia("moderate review entry:1").await;
    insta::assert_snapshot!(review.plain(), @"
    one
    # Entry 1 of the log
    An answer taken down by fay, 2026-11-22T08:00:19Z: nothing to do with the question. Its author was kept from answering again in that round. Appealed; not decided yet.
    If it was a mistake, the log says so, and its author can answer again. The text cannot come back.
    (Round 1)
    [It was a mistake] moderate review entry:1 decide:mistake
    [It stays] moderate review entry:1 decide:upheld
    ");
    let decided = group.press("mia", &review, "It was a mistake").await;
    insta::assert_snapshot!(decided.plain(), @"
    face
    The log says now that it was a mistake. Its author can answer again as long as the round is open.
    ");
    let late = group.press("mia", &review, "It stays").await.plain();
    assert!(late.contains("decided already"), "{late}");
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("That was a mistake."), "{posts}");
    let told = group.ben("answer").await;
    assert!(told.plain().contains("That was a mistake. You can answer again."), "{}", told.plain());
    assert!(matches!(group.press("ben", &told, "Answer").await, Reply::Form(_)));
    let log = group.ana("moderate log").await.plain();
    assert!(log.contains("nothing to do with the question") && log.contains("mistake"), "{log}");
}

#[tokio::test]
async fn what_is_upheld_stays_until_it_is_found_to_be_a_mistake() {
    let mut group = asked().await;
    group.take_down("fay", HERE, "Dan is", "attack").await;
    let nothing = group.mia("moderate review entry:1").await;
    assert!(!nothing.plain().contains("It stays"), "nobody has appealed: {}", nothing.plain());
    group.ben("moderate appeal entry:1").await;
    let review = group.mia("moderate review entry:1").await;
    let decided = group.press("mia", &review, "It stays").await.plain();
    assert!(decided.contains("upheld"), "{decided}");
    assert!(group.ana("moderate log").await.plain().contains("Appealed, and upheld."));
    let later = group.press("mia", &review, "It was a mistake").await.plain();
    assert!(later.contains("it was a mistake"), "{later}");
}

/// Fay has taken down what cleo answered without her name.
async fn taken() -> Group {
    let mut group = revealed().await;
    let sure = group.begin_to_take_down("fay", HERE, "Ben is", "private").await;
    group.press("fay", &sure, "… and no more answers in this round").await;
    group.posts().await;
    group
}

#[tokio::test]
async fn in_a_seminar_the_group_recalls_its_facilitator_over_it() {
    let mut group = taken().await;
    group.ana("seminar facilitator volunteer:true").await;
    let told = group.presses("cleo", "weigh round:1").await.plain();
    assert!(told.contains("`/seminar recall over:1`"), "{told}");
    let other = group.ana("seminar recall over:7").await.plain();
    assert!(other.contains("no entry 7"), "{other}");
    for who in ["ana", "ben"] {
        group.says(who, "seminar recall over:1").await;
    }
    // Two of three is more than half.
    let posts = group.posts().await.join("\n\n");
    assert!(
        posts.contains("asked for a new facilitator, over entry 1 in `/moderate log`"),
        "{posts}"
    );
    assert!(posts.contains("asked for another facilitator over it"), "{posts}");
    let log = group.ana("moderate log").await.plain();
    assert!(log.contains("The group asked for another facilitator over it."), "{log}");
    let told = group.cleo("answer").await;
    assert!(told.plain().contains("You can answer again."), "{}", told.plain());
    assert!(matches!(group.press("cleo", &told, "Answer").await, Reply::Form(_)));
}

#[tokio::test]
async fn a_recall_for_another_reason_says_nothing_of_the_take_down() {
    let mut group = taken().await;
    group.ben("seminar facilitator volunteer:true").await;
    group.ana("seminar recall over:1").await;
    group.ben("seminar recall").await;
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("asked for a new facilitator."), "{posts}");
    let log = group.ana("moderate log").await.plain();
    assert!(!log.contains("another facilitator"), "{log}");
}

#[tokio::test]
async fn the_button_of_a_notice_recalls_over_it() {
    let mut group = taken().await;
    let sure = group.take_down("fay", HERE, "I do not", "unrelated").await;
    assert!(sure.plain().contains("direct message"), "{}", sure.plain());
    let notice = group.ben("answer").await;
    let line = button(card(&notice), "Another facilitator, please");
    assert!(line.ends_with(" over:2"), "{line}");
    let noted = group.presses("ben", &line).await.plain();
    assert!(noted.contains("Nobody is told that it was you."), "{noted}");
    // Of another facilitator it is no reason, nor of somebody who is none any more.
    group.ana("seminar recall").await;
    group.mia("seminar facilitator volunteer:true").await;
    let late = group.ben("seminar recall over:2").await.plain();
    assert!(late.contains("Entry 2 is something else."), "{late}");
}
