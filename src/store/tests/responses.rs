use super::super::Draft;
use super::super::Holding;
use super::*;

#[tokio::test]
async fn a_member_has_one_response_a_round() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let first = harness.respond(id, ANA, "One.", 1).await;
    assert!(first.changed() && first.before.is_none());
    let second = harness.respond(id, ANA, "Two.", 2).await;
    assert_eq!(second.before, first.after);
    let now = second.after.unwrap();
    assert_eq!(
        (now.text.as_str(), now.answered_at, now.edited_at),
        ("Two.", Some(at(1)), Some(at(2)))
    );
    let same = harness.respond(id, ANA, "Two.", 3).await;
    assert!(!same.changed());
    assert_eq!(harness.answers(id).await, [now]);
}

#[tokio::test]
async fn many_presses_at_once_are_one_response() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let press = || harness.respond_anonymously(id, ANA, "Once.");
    let done = futures_util::future::join_all((0..30).map(|_| press())).await;
    assert_eq!(done.iter().filter(|standing| standing.changed()).count(), 1);
    assert_eq!(harness.answers(id).await.len(), 1);
}

#[tokio::test]
async fn what_changes_nothing_has_no_effects() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond(id, ANA, "Same.", 1).await;
    let same = harness.respond(id, ANA, "Same.", 2).await;
    let none = harness.change(HERE, async |tx| tx.withdraw(id, BEN, at(3)).await).await.unwrap();
    assert_eq!((&none.before, &none.after), (&None, &None));
    for change in [same, none] {
        assert_eq!(crate::messages::round::answered(&Corpus::default(), &change), []);
    }
}

#[tokio::test]
async fn the_name_is_the_one_a_member_went_by_last() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond(id, ANA, "One.", 1).await;
    let by = Participation { name: "Ana the Second".to_owned(), ..participation(ANA, 2) };
    harness.answer(NewAnswer { by, ..new_answer(id, ANA, "Two.", 2) }).await;
    assert_eq!(harness.answers(id).await[0].by, Some((ANA, "Ana the Second".to_owned())));
}

#[tokio::test]
async fn from_named_to_anonymous_and_back_nothing_is_kept() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let named = harness.respond(id, ANA, "Mine.", 1).await.after.unwrap();
    let hidden = harness.respond_anonymously(id, ANA, "Nobody's.").await;
    assert_eq!(hidden.before.as_ref(), Some(&named));
    let hidden = hidden.after.unwrap();
    assert_ne!(hidden.id, named.id);
    assert_eq!((hidden.by.clone(), hidden.answered_at, hidden.edited_at), (None, None, None));
    // They can still change it, and it keeps no time then either.
    let changed = harness.respond_anonymously(id, ANA, "Still nobody's.").await;
    assert_eq!(changed.before, Some(hidden));
    assert_eq!(changed.after.unwrap().edited_at, None);
    let open = harness.respond(id, ANA, "Mine again.", 9).await.after.unwrap();
    assert_eq!(open.answered_at, Some(at(9)));
    assert_eq!(harness.answers(id).await, [open]);
}

#[tokio::test]
async fn a_response_is_withdrawn() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond(id, ANA, "Mine.", 1).await;
    harness.respond_anonymously(id, BEN, "Nobody's.").await;
    for member in [ANA, BEN] {
        let gone = harness.change(HERE, async |tx| tx.withdraw(id, member, at(2)).await).await;
        let gone = gone.unwrap();
        assert!(gone.before.is_some() && gone.after.is_none());
    }
    assert_eq!(harness.answers(id).await, []);
}

#[tokio::test]
async fn named_ones_stand_in_order_and_anonymous_ones_in_none() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    // Given in the order of their texts; the members' numbers run the other way.
    for (turn, member) in (0..20).zip((0..20).rev()) {
        harness.respond_anonymously(id, MemberId(member), &format!("{turn:02}")).await;
    }
    harness.respond(id, BEN, "first", 1).await;
    harness.respond(id, ANA, "second", 2).await;
    let texts: Vec<String> =
        harness.answers(id).await.into_iter().map(|response| response.text).collect();
    assert_eq!(texts[..2], ["first", "second"]);
    let mut given = texts[2..].to_vec();
    given.sort();
    assert_ne!(texts[2..], given);
    given.reverse();
    assert_ne!(texts[2..], given);
}

#[tokio::test]
async fn anonymous_rows_hold_nothing_that_tells_whose_or_when() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let told = "select member is null and name is null and answered_at is null
                       and edited_at is null, tie is null from responses";
    let rows = async || -> Vec<(bool, bool)> {
        sqlx::query_as(told).fetch_all(&harness.store.reads).await.unwrap()
    };
    harness.respond_anonymously(id, ANA, "One.").await;
    harness.respond_anonymously(id, ANA, "Two.").await;
    assert_eq!(rows().await, [(true, false)]);
    harness.close(id).await;
    assert_eq!(rows().await, [(true, true)]);
}

#[tokio::test]
async fn a_draft_is_held_for_its_time_in_its_server() {
    let mut harness = StoreHarness::new().await;
    let draft = Draft { text: "Perhaps.".to_owned(), anonymous: true };
    let holding = Holding { member: ANA, place: PLACE, until: at(60), seed: 1 };
    let id = harness.change(HERE, async |tx| tx.hold_draft(&draft, holding).await).await;
    harness.reopen().await;
    assert_eq!(harness.read(HERE).draft(id, at(59)).await.unwrap(), Some(draft));
    assert_eq!(harness.read(THERE).draft(id, at(59)).await.unwrap(), None);
    assert_eq!(harness.read(HERE).draft(id, at(60)).await.unwrap(), None);
    harness.store.drop_old_drafts(at(60)).await.unwrap();
    assert_eq!(harness.read(HERE).draft(id, at(1)).await.unwrap(), None);
}

#[tokio::test]
async fn at_the_end_no_draft_tells_when_an_anonymous_answer_came() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    let hold = async |text: &str, seed| {
        let draft = Draft { text: text.to_owned(), anonymous: true };
        let holding = Holding { member: ANA, place: PLACE, until: at(900), seed };
        harness.change(HERE, async |tx| tx.hold_draft(&draft, holding).await).await
    };
    let (used, other) = (hold("Used.", 1).await, hold("For another round.", 2).await);
    harness.respond_anonymously(id, ANA, "Used.").await;
    assert!(harness.read(HERE).draft(used, at(1)).await.unwrap().is_some());
    harness.close(id).await;
    assert_eq!(harness.read(HERE).draft(used, at(1)).await.unwrap(), None);
    assert!(harness.read(HERE).draft(other, at(1)).await.unwrap().is_some());
}
