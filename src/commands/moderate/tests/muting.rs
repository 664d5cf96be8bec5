//! An author is kept from answering in a round, and nobody learns who it is.

use super::{HERE, asked, revealed};
use crate::messages::Reply;
use crate::store::tests::dump::rows;

/// Cleo's anonymous answer is taken down, and she is kept from answering.
async fn muted() -> crate::commands::fixture::Group {
    let mut group = revealed().await;
    let sure = group.begin_to_take_down("fay", HERE, "Ben is", "attack").await;
    let done = group.press("fay", &sure, "… and no more answers in this round").await.plain();
    assert!(done.contains("They cannot answer any more in this round."), "{done}");
    group
}

#[tokio::test]
async fn an_anonymous_author_is_told_alone_and_answers_in_no_way() {
    let mut group = muted().await;
    let posts = group.posts().await.join("\n\n");
    assert!(!posts.contains("notice"), "nobody knows whom to tell: {posts}");
    let told = group.cleo("answer text:\"Let me explain.\" anonymous:true").await;
    insta::assert_snapshot!(told.plain(), @"
    one
    An answer of yours in this round was taken down (a personal attack), and you cannot answer any more in it. Nobody is told that this is about you. If you think that is wrong: `/moderate appeal entry:1`.
    Your text, to copy: Let me explain.
    ");
    for line in ["answer text:\"Let me explain.\"", "answer", "answer anonymous:true"] {
        let refused = group.cleo(line).await;
        assert!(!matches!(refused, Reply::Form(_)), "{line}");
        assert!(refused.plain().contains("you cannot answer any more"), "{line}");
    }
    // Anything else she does as before, and is told there as well. Nothing is written then.
    let before = rows(group.services.store()).await;
    let rated = group.presses("cleo", "weigh round:1").await.plain();
    assert!(rated.contains("Your answer was taken down"), "{rated}");
    assert!(rated.contains("Answer 1 of 1"), "{rated}");
    assert_eq!(rows(group.services.store()).await, before);
    // Nobody else is kept from anything.
    for who in ["ana", "ben", "dan"] {
        assert!(matches!(group.says(who, "answer").await, Reply::Form(_)), "{who}");
    }
    let status = group.fay("seminar status").await.plain();
    assert!(!status.contains("cleo"), "{status}");
    // The next round is open to her.
    group.posts().await;
    group.fay("seminar next").await;
    assert!(matches!(group.cleo("answer").await, Reply::Form(_)));
}

#[tokio::test]
async fn nothing_leads_to_who_was_kept_from_answering_once_the_round_is_closed() {
    let mut group = muted().await;
    let ties = |rows: &std::collections::BTreeSet<String>| {
        rows.iter().filter(|row| row.starts_with("takedowns: ") && row.contains(" tie=")).count()
    };
    let cleo = group.context("cleo").member.id;
    let before = rows(group.services.store()).await;
    assert_eq!(ties(&before), 1);
    let named = |row: &&String| row.starts_with("takedowns: ") && row.contains(&cleo.to_string());
    assert_eq!(before.iter().filter(named).count(), 0, "{before:#?}");
    group.presses("fay", "seminar close seminar:1 sure:true").await;
    let after = rows(group.services.store()).await;
    assert_eq!(ties(&after), 0);
    let log = group.ana("moderate log").await.plain();
    assert!(log.contains("Its author was kept from answering again in that round."), "{log}");
}

#[tokio::test]
async fn who_answered_by_name_is_kept_from_it_with_and_without_a_name() {
    let mut group = asked().await;
    let sure = group.begin_to_take_down("fay", HERE, "Dan is", "attack").await;
    group.press("fay", &sure, "… and no more answers in this round").await;
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("You cannot answer any more in this round."), "{posts}");
    for line in ["answer text:Again.", "answer text:Again. anonymous:true"] {
        let refused = group.ben(line).await.plain();
        assert!(refused.contains("you cannot answer any more"), "{refused}");
        assert!(refused.contains("Again."), "given back: {refused}");
    }
    let gone = group.presses("ben", "withdraw round:1").await.plain();
    assert!(gone.contains("You have no answer in this round."), "{gone}");
    assert!(matches!(group.cleo("answer").await, Reply::Form(_)));
}

#[tokio::test]
async fn who_argued_without_a_name_in_a_debate_says_nothing_more_of_their_own() {
    let mut group = crate::commands::fixture::Group::new().await;
    group.fay("seminar open title:\"Who leads?\" themes:spontaneity format:debate").await;
    group.fay("seminar start").await;
    for who in ["ana", "ben"] {
        group.says(who, "seminar join").await;
    }
    group.fay("seminar next").await;
    group.ana("answer text:\"The masses.\"").await;
    group.ben("answer text:\"You fools.\" anonymous:true").await;
    group.fay("seminar reveal").await;
    group.posts().await;
    let sure = group.begin_to_take_down("fay", HERE, "You", "attack").await;
    group.press("fay", &sure, "… and no more answers in this round").await;
    for line in ["answer", "answer text:Fools. anonymous:true"] {
        let refused = group.ben(line).await.plain();
        assert!(refused.contains("you cannot answer any more"), "{refused}");
    }
    assert!(matches!(group.ana("answer").await, Reply::Form(_)));
}

/// What was taken down does not lead to what its author says later, with or without a name.
#[tokio::test]
async fn a_later_answer_without_a_name_has_another_hash() {
    let mut group = asked().await;
    group.take_down("fay", HERE, "Dan is", "attack").await;
    group.ben("answer text:\"Quietly, then.\" anonymous:true").await;
    group.take_down("fay", HERE, "Nobody does", "unrelated").await;
    let blobs = crate::store::tests::dump::blobs(group.services.store()).await;
    let tied = |(row, _): &&(String, Vec<u8>)| row.contains(" tie=");
    let ties: Vec<_> = blobs.iter().filter(tied).collect();
    assert_eq!(ties.len(), 3, "{ties:#?}");
    let different: std::collections::BTreeSet<_> = ties.iter().map(|(_, tie)| tie).collect();
    assert_eq!(different.len(), 3, "{ties:#?}");
}
