//! Daily quotes go out by themselves.

use commonplace::clock::Clock;

use crate::stage::{SOON, Stage, lenient, said};

/// Half an hour before nine, at a hundred times the usual speed.
fn soon_nine() -> Clock {
    Clock::fast("2026-11-23T08:50:00Z".parse().unwrap(), 300)
}

#[tokio::test]
async fn a_daily_quote_goes_out_by_itself_once() {
    let mut stage = Stage::with(lenient(), |options| options.clock = soon_nine()).await;
    let daily = stage.club.channel("daily");
    let added =
        said(&stage.owner(), &stage.general, "daily add time:9:00 timezone:UTC channel:#daily")
            .await;
    assert!(added.text().contains("UTC"), "{}", added.text());
    let posted = daily.wait_for(|messages| messages.len() == 1, SOON).await;
    assert!(posted[0].text().contains('>'), "{}", posted[0].text());
    assert_eq!(posted[0].labels(), ["Discuss", "Keep"]);
    assert!(posted[0].pings().is_empty());

    stage.kill_and_start().await;
    let kept = stage.ana.press(&posted[0], "Keep").await.unwrap();
    assert!(kept.ephemeral);
    stage.ana.press(&posted[0], "Discuss").await.unwrap();
    daily.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    assert_eq!(daily.messages().len(), 1);
    stage.clean();
}

#[tokio::test]
async fn a_daily_is_posted_now_and_removed() {
    let stage = Stage::new().await;
    let owner = stage.owner();
    said(&owner, &stage.general, "daily add time:9:00 timezone:UTC").await;
    said(&owner, &stage.general, "daily now").await;
    let posted = |messages: &[standin::Message]| {
        messages.iter().any(|one| one.labels() == ["Discuss", "Keep"])
    };
    stage.general.wait_for(posted, SOON).await;
    said(&owner, &stage.general, "daily remove").await;
    let list = said(&owner, &stage.general, "daily list").await;
    assert!(list.text().contains("None yet"), "{}", list.text());
    stage.clean();
}
