//! A process does the work of the servers in its shards, and leaves that of all others alone.

use super::migrations::sampled;
use super::*;
use crate::messages::{Card, Effect};
use domain::{ServerId, Shards};
use jiff::SignedDuration;

/// How much each question about due work finds.
async fn found(store: &Store) -> Vec<(&'static str, usize)> {
    let (first, last) = (at(-2_000_000_000), at(2_000_000_000));
    let waiting = store.waiting().await.unwrap();
    let mut found = vec![
        ("schedules_due", store.schedules_due(last, 9).await.unwrap().len()),
        ("schedules_after", store.schedules_after(first).await.unwrap().len()),
        ("schedules_next", store.schedules_next().await.unwrap().iter().len()),
        ("reveals_due", store.reveals_due(last, 9).await.unwrap().len()),
        ("reveals_next", store.reveals_next().await.unwrap().iter().len()),
        ("revisits_due", store.revisits_due(last, 9).await.unwrap().len()),
        ("revisits_next", store.revisits_next().await.unwrap().iter().len()),
        ("meetings_due", store.meetings_due(last, 9).await.unwrap().len()),
        ("meetings_next", store.meetings_next().await.unwrap().iter().len()),
        ("meetings_ahead", store.meetings_ahead().await.unwrap().len()),
        ("outbox_next", store.outbox_next().await.unwrap().iter().len()),
        ("waiting: jobs", waiting.jobs),
        ("waiting: dailies", waiting.active),
        ("servers_set_up", store.servers_set_up().await.unwrap().len()),
        ("servers_present", store.servers_present().await.unwrap().len()),
    ];
    let claimed = store.claim(last, 9).await.unwrap();
    found.push(("claim", claimed.len()));
    // It takes something away, and so comes last.
    let left = store.delete_left(last, SignedDuration::ZERO).await.unwrap();
    found.push(("delete_left", left.iter().len()));
    found
}

/// Everything that can be due is due, in a server of shard 0.
async fn due(folder: &TempDir) -> Store {
    sqlx::Connection::close(sampled(folder).await).await.unwrap();
    let store = open(folder).await;
    store
        .change_all_servers(async |tx| {
            for sql in [
                "update schedules set removed_at = null, paused_at = null, suspended_at = null",
                "update rounds set reveal_at = 5",
                "insert into servers (server, left_at) values (1, 5)
                     on conflict (server) do update set left_at = 5, going = 0",
                "insert into servers (server) values (2)",
            ] {
                tx.statement(sql).execute().await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let effect = Effect::Post { place: PLACE, card: Card::saying("due") };
    store.change(HERE, async |tx| tx.emit(|| [effect], at(0)).await).await.unwrap();
    store
}

fn shards(text: &str) -> Shards {
    text.parse().unwrap()
}

#[tokio::test]
async fn what_is_due_in_other_shards_is_left_alone() {
    let folder = testing::folder();
    let store = due(&folder).await;
    for other in ["1/2", "1-15/16", "1-3,5-7/8"] {
        let theirs = found(&store.clone().for_shards(shards(other))).await;
        assert!(theirs.iter().all(|(_, count)| *count == 0), "{other}: {theirs:?}");
    }
    let ours = found(&store.clone().for_shards(shards("0,4/8"))).await;
    assert!(ours.iter().all(|(_, count)| *count > 0), "{ours:?}");
}

#[tokio::test]
async fn the_database_and_the_program_agree_whose_a_server_is() {
    let harness = StoreHarness::new().await;
    let servers: Vec<ServerId> = [1, 1 << 22, 5 << 22, 7 << 22, 1_284_906_537_421_832_192, -77]
        .into_iter()
        .map(ServerId)
        .collect();
    for server in &servers {
        harness.store.server_is_here(*server).await.unwrap();
    }
    for text in ["0/1", "0/2", "1/2", "0-1,4-5/8", "7/8", "3,5-6,9-15/16", "0/65536"] {
        let store = harness.store.clone().for_shards(shards(text));
        let present = store.servers_present().await.unwrap();
        for server in &servers {
            assert_eq!(present.contains(server), store.is_ours(*server), "{text}: {server}");
        }
    }
}

#[tokio::test]
async fn servers_that_nobody_works_for_are_counted() {
    let folder = testing::folder();
    let store = due(&folder).await;
    assert_eq!(store.foreign_servers().await.unwrap(), 0);
    assert_eq!(store.clone().for_shards(shards("0/2")).foreign_servers().await.unwrap(), 0);
    assert_eq!(store.for_shards(shards("1/2")).foreign_servers().await.unwrap(), 1);
}
