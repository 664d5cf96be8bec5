//! Daily quotes go out by themselves.

use std::time::Duration;

use commonplace::clock::Clock;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use standin::{Fault, Permission};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};

/// At three hundred times the usual speed, nobody has to wait for a second try.
fn fast() -> Clock {
    Clock::fast("2026-11-23T12:00:00Z".parse().unwrap(), 300)
}

/// A time of day that comes in some seconds by that clock.
fn soon(clock: Clock) -> String {
    let at = clock.now() + SignedDuration::from_mins(25);
    at.to_zoned(TimeZone::UTC).strftime("%H:%M").to_string()
}

/// Long enough for several tries.
const LONG: Duration = Duration::from_secs(60);

/// Whether a message has these buttons first. What explains a quote depends on the quote.
fn begins(message: &standin::Message, labels: &[&str]) -> bool {
    let all = message.labels();
    all.len() >= labels.len() && all.iter().zip(labels).all(|(one, label)| one == label)
}

#[tokio::test]
async fn a_daily_quote_goes_out_by_itself_once() {
    let clock = fast();
    let mut harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
    let daily = harness.club.channel("daily");
    let line = format!("daily add time:{} timezone:UTC channel:#daily", soon(clock));
    let added = said(&harness.owner(), &harness.general, &line).await;
    assert!(added.text().contains("UTC"), "{}", added.text());
    let posted = daily.wait_for(|messages| messages.len() == 1, SOON).await;
    assert!(posted[0].text().contains('>'), "{}", posted[0].text());
    assert!(begins(&posted[0], &["Discuss", "Keep"]), "{:?}", posted[0].labels());
    assert!(posted[0].pings().is_empty());

    harness.kill_and_start().await;
    let kept = harness.ana.press(&posted[0], "Keep").await.unwrap();
    assert!(kept.ephemeral);
    harness.ana.press(&posted[0], "Discuss").await.unwrap();
    daily.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    assert_eq!(daily.messages().len(), 1);
    harness.clean();
}

#[tokio::test]
async fn a_daily_is_posted_now_and_removed() {
    let harness = DiscordHarness::new().await;
    let owner = harness.owner();
    said(&owner, &harness.general, "daily add time:9:00 timezone:UTC").await;
    said(&owner, &harness.general, "daily now").await;
    let posted = |messages: &[standin::Message]| {
        messages.iter().any(|one| begins(one, &["Discuss", "Keep"]))
    };
    harness.general.wait_for(posted, SOON).await;
    let asked = said(&owner, &harness.general, "daily remove").await;
    let removed = owner.press(&asked, "Remove it").await.unwrap();
    assert!(removed.is_update(), "{removed:?}");
    let list = said(&owner, &harness.general, "daily list").await;
    assert!(list.text().contains("None yet"), "{}", list.text());
    harness.clean();
}

#[tokio::test]
async fn in_a_forum_a_daily_quote_is_a_post() {
    let clock = fast();
    let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
    let themes = commonplace::corpus_source::corpus(None).unwrap();
    let themes: Vec<&str> = themes.themes().iter().map(|theme| theme.name.as_str()).collect();
    let tags: Vec<&str> = themes.iter().copied().filter(|name| name.len() <= 20).take(20).collect();
    let forum = harness.club.forum("passages", &tags, false);
    let line = format!("daily add time:{} timezone:UTC channel:#passages", soon(clock));
    let added = said(&harness.owner(), &harness.general, &line).await;
    assert!(added.text().contains("is set"), "{}", added.text());
    let posts = forum.wait_for_threads(|posts| posts.len() == 1, SOON).await;
    let messages = posts[0].wait_for(|messages| messages.len() == 1, SOON).await;
    assert!(begins(&messages[0], &["Keep"]), "{:?}", messages[0].labels());
    assert!(posts[0].name().contains(": "), "{}", posts[0].name());
    assert!(!posts[0].tags().is_empty());
    harness.clean();
}

#[tokio::test]
async fn every_answer_is_lost_in_turn_and_nothing_is_posted_twice() {
    let mut harness = DiscordHarness::with(lenient(), |options| options.clock = fast()).await;
    let (owner, daily) = (harness.owner(), harness.club.channel("daily"));
    // It is a Monday, and none comes by itself.
    let line = "daily add time:9:00 timezone:UTC days:sun channel:#daily thread:true";
    said(&owner, &harness.general, line).await;
    let list = harness.general.clone();
    let faults = [
        Fault::DropAfter,
        Fault::DropBefore,
        Fault::Status(500),
        Fault::Status(502),
        Fault::RateLimited { retry_after: Duration::from_millis(20), global: false },
    ];
    let mut posts = 0;
    for fault in faults {
        // Once, which the request's own second try mends; and so often that it must be looked for.
        for (which, times) in [
            ("POST /channels/*/messages", 1),
            ("POST /channels/*/messages", 6),
            ("POST /channels/*/messages/*/threads", 1),
            ("POST /channels/*/messages/*/threads", 6),
            ("GET /channels/*/messages", 2),
        ] {
            harness.discord.fail(which, times, fault.clone());
            if which.starts_with("GET") {
                // It is looked for only if it may have gone out.
                harness.discord.fail("POST /channels/*/messages", 6, Fault::DropAfter);
            }
            said(&owner, &list, "daily now").await;
            posts += 1;
            if posts % 5 == 0 {
                harness.kill_and_start().await;
            }
            daily.wait_for(|messages| messages.len() >= posts, LONG).await;
            daily.wait_for_threads(|threads| threads.len() >= posts, LONG).await;
            harness.discord.clear_faults();
        }
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!((daily.messages().len(), daily.threads().len()), (posts, posts));
    harness.clean();
}

#[tokio::test]
async fn a_forum_post_whose_answer_is_lost_is_found_again() {
    let harness = DiscordHarness::with(lenient(), |options| options.clock = fast()).await;
    let (owner, forum) = (harness.owner(), harness.club.forum("passages", &[], false));
    let line = "daily add time:9:00 timezone:UTC days:sun channel:#passages";
    said(&owner, &harness.general, line).await;
    for posts in 1..=6 {
        let fault = if posts % 2 == 0 { Fault::DropAfter } else { Fault::DropBefore };
        harness.discord.fail("POST /channels/*/threads", 1, fault);
        said(&owner, &harness.general, "daily now").await;
        forum.wait_for_threads(|threads| threads.len() >= posts, LONG).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(forum.threads().len(), 6);
    harness.clean();
}

#[tokio::test]
async fn a_missing_permission_suspends_and_its_return_resumes() {
    let clock = fast();
    let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
    let (owner, daily) = (harness.owner(), harness.club.channel("daily"));
    let word = harness.club.channel("word");
    said(&owner, &harness.general, "settings channel:#word").await;
    let line = format!("daily add time:{} timezone:UTC channel:#daily", soon(clock));
    said(&owner, &harness.general, &line).await;
    daily.deny_bot(Permission::SEND_MESSAGES);
    let told = word.wait_for(|messages| messages.len() == 1, LONG).await;
    assert!(told[0].text().contains("Send Messages"), "{}", told[0].text());
    let list = said(&owner, &harness.general, "daily list").await;
    assert!(list.text().contains("Waits"), "{}", list.text());
    daily.allow_bot(Permission::SEND_MESSAGES);
    daily.wait_for(|messages| messages.len() == 1, LONG).await;
    assert_eq!(word.messages().len(), 1);
}

#[tokio::test]
async fn a_role_that_may_not_be_pinged_is_named_at_entry() {
    let harness = DiscordHarness::new().await;
    let owner = harness.owner();
    harness.club.role("readers", Permission::NONE);
    let line = "daily add time:9:00 timezone:UTC role:@readers";
    let refused = said(&owner, &harness.general, line).await;
    assert!(refused.text().contains("readers"), "{}", refused.text());
    let everyone = owner.slash(&harness.general, "daily add time:9:00 timezone:UTC role:@everyone");
    if let Ok(refused) = everyone.await {
        assert!(refused.text().contains("does not ping everyone"), "{}", refused.text());
    }
    harness.clean();
    let harness = DiscordHarness::new().await;
    let readers = harness.club.role("readers", Permission::NONE);
    harness.club.make_mentionable(&readers, true);
    let owner = harness.owner();
    let set = said(&owner, &harness.general, line).await;
    assert!(set.text().contains("is set"), "{}", set.text());
    said(&owner, &harness.general, "daily now").await;
    let pinged = |messages: &[standin::Message]| {
        messages.iter().any(|one| one.labels().contains(&"Keep".to_owned()))
    };
    let posted = harness.general.wait_for(pinged, SOON).await;
    let post = posted.iter().find(|one| one.labels().contains(&"Keep".to_owned())).unwrap();
    assert_eq!(post.pings().roles, [readers.id]);
}
