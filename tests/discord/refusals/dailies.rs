//! Dailies that Discord refuses, wholly or in part.

use super::*;

#[tokio::test]
async fn a_daily_waits_for_room_for_its_post() {
    let (harness, word) = club(fast()).await;
    let forum = harness.club.forum("passages", &[], false);
    harness.owner_says("daily add time:9:00 timezone:UTC days:sun channel:#passages").await;
    harness.club.set_max_threads(0);
    harness.owner_says("daily now").await;
    word.wait_for(says("as many active threads as Discord allows"), SOON).await;
    harness.club.set_max_threads(1);
    forum.wait_for_threads(|posts| posts.len() == 1, LONG).await;
    assert_eq!(word.messages().len(), 1, "they are told once");
    harness.clean();
}

#[tokio::test]
async fn a_thread_under_a_daily_that_may_not_be_opened_is_told_once_by_name() {
    let (harness, word) = club(fast()).await;
    let daily = harness.club.channel("daily");
    harness
        .owner_says("daily add time:9:00 timezone:UTC days:sun channel:#daily thread:true")
        .await;
    harness.owner_says("daily now").await;
    daily.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    let nine = harness.owner_says("daily list").await;
    assert!(!nine.text().contains("No thread"), "{}", nine.text());
    daily.deny_bot(Permission::CREATE_PUBLIC_THREADS);
    // The bot has looked a moment ago.
    harness.owner_says("daily now").await;
    let told = word.wait_for(says("Give me Create Public Threads there"), LONG).await;
    assert_eq!(told.len(), 1);
    let list = harness.owner_says("daily list").await;
    assert!(list.text().contains("Create Public Threads"), "{}", list.text());
    let posts = daily.messages().len();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(word.messages().len(), 1, "they are told once");
    daily.allow_bot(Permission::CREATE_PUBLIC_THREADS);
    daily.wait_for_threads(|threads| threads.len() == posts, LONG).await;
}

#[tokio::test]
async fn a_daily_that_does_not_reach_its_followers_is_told_once_and_goes_on() {
    let (harness, word) = club(fast()).await;
    let news = harness.club.announcement("news");
    harness.owner_says("daily add time:9:00 timezone:UTC days:sun channel:#news").await;
    let crosspost = "POST /channels/*/crosspost";
    harness.discord.fail(crosspost, 3, Fault::refusal(&Refusal::MISSING_PERMISSIONS));
    harness.owner_says("daily now").await;
    news.wait_for(|messages| messages.len() == 1, SOON).await;
    word.wait_for(says("to those who follow it"), SOON).await;
    let list = harness.owner_says("daily list").await;
    assert!(list.text().contains("Followers did not get"), "{}", list.text());
    let passed_on = async {
        let crossposted =
            |one: &standin::Request| one.path.ends_with("/crosspost") && one.status == 200;
        while !harness.discord.requests().iter().any(crossposted) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(LONG, passed_on).await.unwrap();
    assert_eq!(word.messages().len(), 1, "they are told once");
}
