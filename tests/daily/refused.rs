//! When Discord says no, or nobody can tell: what is kept, what is said, and how it goes on.

use commonplace::messages::permissions::Permission;
use commonplace::outbox::Obstacle;
use commonplace::store::{ServerTx, Settings};
use domain::ChannelId;
use domain::schedule::DeliveryState;

use crate::daily::channel::Fault;
use crate::daily::place::{Group, PLACE, SERVER, hours};

const WORD: ChannelId = ChannelId(99);
const WHY: &str = "Give me Send Messages there.";

fn why() -> Obstacle {
    Obstacle::Missing(vec![Permission::SendMessages])
}

async fn group() -> Group {
    let group = Group::new("2027-03-01T05:00:00Z").await;
    group.daily("9:00", "UTC", None).await;
    group
}

async fn tell_in(group: &Group, channel: ChannelId) {
    let change = Settings { channel: Some(channel), ..Settings::default() };
    group.store.change(SERVER, async |tx| tx.change_settings(change).await).await.unwrap();
}

#[tokio::test]
async fn a_closed_channel_suspends_and_its_opening_resumes() {
    let mut group = group().await;
    tell_in(&group, WORD).await;
    let id = group.store.read(SERVER).schedules().await.unwrap()[0].id;
    group.discord.state().closed.insert(PLACE, why());
    let nine = group.store.schedules_next().await.unwrap().unwrap();
    group.pass(nine + hours(2)).await;
    let suspended = group.schedule(id).await.suspended.unwrap();
    assert_eq!((suspended.since, suspended.why.as_str()), (nine, WHY));
    assert_eq!(group.report(id).await.newest.unwrap().state, DeliveryState::Held);
    // They are told once, where they want to be told.
    assert_eq!(group.discord.keys(WORD).len(), 1);
    let requests = group.discord.state().requests;
    assert!(requests < 12, "{requests} requests in two hours");
    // It opens within the grace: the day's quote comes late, and says so.
    group.discord.state().closed.clear();
    group.pass(nine + hours(5)).await;
    assert!(group.schedule(id).await.suspended.is_none());
    assert_eq!(group.discord.keys(PLACE), ["d1-270301"]);
    let footer = group.discord.state().posts.last().unwrap().2.footer.clone().unwrap();
    assert!(footer.ends_with("late today"), "{footer}");
    group.pass(nine + hours(25)).await;
    assert_eq!(group.discord.keys(PLACE), ["d1-270301", "d1-270302"]);
}

#[tokio::test]
async fn what_is_closed_for_days_catches_up_at_most_once() {
    let mut group = group().await;
    let id = group.store.read(SERVER).schedules().await.unwrap()[0].id;
    group.discord.state().closed.insert(PLACE, why());
    let nine = group.store.schedules_next().await.unwrap().unwrap();
    group.pass(nine + hours(24 * 10 + 12)).await;
    // No channel for it is set: the maker is told, once.
    assert_eq!(group.discord.state().direct.len(), 1);
    let requests = group.discord.state().requests;
    assert!(requests < 70, "{requests} requests in ten days");
    assert!(group.report(id).await.drawn.len() <= 1);
    group.discord.state().closed.clear();
    group.store.change(SERVER, async |tx| tx.look_again(group.now).await).await.unwrap();
    group.pass(nine + hours(24 * 10 + 13)).await;
    assert_eq!(group.discord.keys(PLACE), [""; 0]);
    assert_eq!(group.report(id).await.missed, 11);
    group.pass(nine + hours(24 * 11 + 1)).await;
    assert_eq!(group.discord.keys(PLACE), ["d1-270312"]);
}

#[tokio::test]
async fn what_cannot_be_said_in_its_channel_is_said_to_the_maker() {
    let mut group = group().await;
    tell_in(&group, WORD).await;
    group.discord.state().closed.extend([(PLACE, why()), (WORD, why())]);
    let nine = group.store.schedules_next().await.unwrap().unwrap();
    group.pass(nine + hours(1)).await;
    assert_eq!(group.discord.state().direct.len(), 1);
}

#[tokio::test]
async fn what_nobody_can_tell_is_not_sent_twice() {
    for fault in [Fault::LostAfter, Fault::LostBefore] {
        let mut group = group().await;
        tell_in(&group, WORD).await;
        let id = group.store.read(SERVER).schedules().await.unwrap()[0].id;
        let nine = group.store.schedules_next().await.unwrap().unwrap();
        group.pass(nine - hours(1)).await;
        group.discord.state().faults.push_back(fault);
        group.discord.state().blind = true;
        group.pass(nine + hours(12)).await;
        let stands = usize::from(fault == Fault::LostAfter);
        assert_eq!(group.discord.keys(PLACE).len(), stands);
        let unsure = group.report(id).await.unsure;
        assert_eq!(unsure.len(), 1);
        let word =
            group.discord.state().posts.iter().find(|post| post.0 == WORD).unwrap().2.clone();
        let presses: Vec<String> =
            word.buttons.iter().flatten().map(|button| button.press.clone()).collect();
        let delivery = unsure[0].id;
        let repost = format!("daily repost delivery:{delivery}");
        assert!(presses.contains(&repost), "{presses:?}");
        // The day after goes its way.
        group.discord.state().blind = false;
        group.pass(nine + hours(25)).await;
        assert_eq!(group.discord.keys(PLACE).len(), stands + 1);
        if fault == Fault::LostBefore {
            let schedule = group.schedule(id).await;
            let post = commonplace::messages::daily::daily(group.corpus.clone(), &schedule);
            let repost = async |tx: &mut ServerTx| {
                let open = tx.unconfirmed(delivery).await?.unwrap();
                let card = post(open.id, &open.quote).unwrap().card;
                tx.repost(&open, card, hours(1), group.now).await
            };
            group.store.change(SERVER, repost).await.unwrap();
            group.pass(group.now + hours(1)).await;
            assert_eq!(group.discord.keys(PLACE).len(), 2);
        } else {
            let confirm = async |tx: &mut ServerTx| tx.confirm_delivery(delivery, group.now).await;
            assert!(group.store.change(SERVER, confirm).await.unwrap());
        }
        assert_eq!(group.report(id).await.unsure, []);
    }
}

#[tokio::test]
async fn discord_away_for_the_whole_grace_is_a_day_missed() {
    let mut group = group().await;
    let id = group.store.read(SERVER).schedules().await.unwrap()[0].id;
    let nine = group.store.schedules_next().await.unwrap().unwrap();
    group.discord.state().faults = std::iter::repeat_n(Fault::Failed, 10_000).collect();
    group.pass(nine + hours(12)).await;
    assert_eq!(group.report(id).await.newest.unwrap().state, DeliveryState::Missed);
    // With growing pauses: not thousands of requests in six hours.
    let requests = group.discord.state().requests;
    assert!((100..400).contains(&requests), "{requests}");
    group.discord.state().faults.clear();
    group.pass(nine + hours(25)).await;
    assert_eq!(group.discord.keys(PLACE), ["d1-270302"]);
}

#[tokio::test]
async fn down_for_days_one_is_caught_up_with_and_the_others_are_noted() {
    for (away, posted, missed) in [(50, vec!["d1-270303"], 2), (57, vec![], 3)] {
        let mut group = group().await;
        let id = group.store.read(SERVER).schedules().await.unwrap()[0].id;
        let nine = group.store.schedules_next().await.unwrap().unwrap();
        group.now = nine + hours(away);
        group.restart().await;
        group.live(usize::MAX).await;
        assert_eq!(group.discord.keys(PLACE), posted);
        let report = group.report(id).await;
        let noted = if posted.is_empty() { report.missed } else { missed };
        assert_eq!(noted, missed);
    }
}

#[tokio::test]
async fn two_dailies_of_a_place_do_not_give_the_same_on_one_day() {
    let mut group = group().await;
    group.daily("18:00", "UTC", None).await;
    let start = group.now;
    group.pass(start + hours(24 * 260)).await;
    let state = group.discord.state();
    let words = |id: &str| {
        let posts = state.posts.iter().filter(|post| post.1.starts_with(id));
        posts.map(|post| post.2.footer.clone().unwrap()).collect::<Vec<_>>()
    };
    let (morning, evening) = (words("d1-"), words("d2-"));
    assert_eq!((morning.len(), evening.len()), (260, 260));
    assert!(morning.iter().zip(&evening).all(|(one, other)| one != other));
    // Every quote once before any comes twice.
    let deck = group.corpus.quotes().len();
    let mut first: Vec<&String> = morning.iter().take(deck).collect();
    first.sort();
    first.dedup();
    assert_eq!(first.len(), deck.min(260));
}
