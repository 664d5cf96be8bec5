//! Seminars as their facilitator and their members see them.

use crate::commands::fixture::{Group, button, card};
use crate::reply::Answer;

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
    assert!(said.contains("is up"), "{said}");
    group.posts().await
}

#[tokio::test]
async fn an_agenda_is_drawn_up_changed_and_started() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open title:\"On power\" themes:\"power, Liberty\"").await;
    insta::assert_snapshot!(draft.plain(), @"");
    let item = match &draft {
        Answer::Whisper(card) => card.menu.as_ref().unwrap().entries[1].value.clone(),
        other => panic!("{other:?}"),
    };
    let shown = group.choose("ana", &draft, &item).await;
    let second = card(&shown).blocks[0].clone();
    let moved = group.press("ana", &shown, "Earlier").await;
    assert!(moved.plain().contains("# Question 1 of 3"), "{}", moved.plain());
    assert_eq!(card(&moved).blocks[0], second);
    let swapped = group.press("ana", &moved, "Another instead").await;
    assert_ne!(card(&swapped).blocks[0], second);
    let agenda = group.press("ana", &swapped, "Remove").await;
    assert!(agenda.plain().contains("2 questions"), "{}", agenda.plain());
    let form = group.press("ana", &agenda, "Add my own question").await;
    let own = group.submit("ana", &form, "Who cleans up after us?").await;
    assert!(own.plain().contains("3. Who cleans up after us? · own words"), "{}", own.plain());
    let anew = group.press("ana", &own, "Draw anew").await;
    assert!(!anew.plain().contains("Who cleans up"), "{}", anew.plain());
    // Nobody else sees or changes a draft.
    for line in ["seminar agenda", "seminar start", "seminar status", "seminar join"] {
        let refused = group.ben(line).await.plain();
        assert!(refused.contains("There is no seminar here"), "{line}: {refused}");
    }
    let forged = group.presses("ben", &button(card(&anew), "Start")).await.plain();
    assert!(forged.contains("only they can start it"), "{forged}");
    group.reopen().await;
    let started = group.press("ana", &anew, "Start").await;
    insta::assert_snapshot!(started.plain(), @"");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"");
    let twice = group.press("ana", &anew, "Start").await.plain();
    assert!(twice.contains("has begun already"), "{twice}");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn a_sealed_round_shows_nothing_before_it_is_revealed() {
    let mut group = begun("").await;
    let posts = posed(&mut group).await;
    assert!(posts[0].starts_with("post #10") && posts[0].contains("[Reveal]"), "{posts:?}");
    let done = group.ben("answer text:\"Nobody should.\"").await;
    insta::assert_snapshot!(done.plain(), @"");
    let hidden = group.cleo("answer text:\"All of us.\" anonymous:true").await.plain();
    assert!(hidden.contains("without your name"), "{hidden}");
    let posts = group.posts().await.concat();
    assert!(!posts.contains("Nobody should.") && !posts.contains("All of us."), "{posts}");
    // Both who had joined have answered, and so it was revealed by itself.
    assert!(posts.contains("2 answers"), "{posts}");
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
    insta::assert_snapshot!(status.plain(), @"");
    group.reopen().await;
    let revealed = group.press("ana", &early, "Reveal").await.plain();
    assert!(revealed.contains("everybody can read"), "{revealed}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"");
    let late = group.says("dan", "answer text:Late.").await.plain();
    assert!(late.contains("recorded"), "{late}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("edit answers:1.1") && posts.contains("dan: Late."), "{posts}");
    posed(&mut group).await;
    let over = group.presses("ben", "answer round:1").await.plain();
    assert!(over.contains("closed"), "{over}");
    let ask = group.ana("seminar close").await;
    insta::assert_snapshot!(ask.plain(), @"");
    let closed = group.press("ana", &ask, "Close it").await.plain();
    assert!(closed.contains("Closed."), "{closed}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"");
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
    assert!(posts[0].contains("[Argue my card]"), "{posts:?}");
    assert_eq!(group.ben("seminar card").await.plain(), dealt.plain());
    group.ben("answer text:\"The card says so.\"").await;
    group.cleo("answer text:\"So does mine.\" anonymous:true").await;
    let said = group.ana("seminar reveal").await.plain();
    assert!(said.contains("in their own name"), "{said}");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"");
    group.ben("answer text:\"I think otherwise.\"").await;
    group.cleo("answer text:\"So do I.\" anonymous:true").await;
    group.posts().await;
    group.ana("seminar reveal").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"");
}
