//! Ids stay as they are, and no two files give the same.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;

/// The ids of the rounds of a server.
async fn rounds(path: &Path, server: ServerId) -> Vec<i64> {
    let mut db = reader(path).await;
    let ids = sqlx::query_scalar("select id from rounds where server = ?1 order by number");
    let ids = ids.bind(server.0).fetch_all(&mut db).await.unwrap();
    db.close().await.unwrap();
    ids
}

/// Servers move to and fro between three files, and pose questions in each.
#[tokio::test]
async fn servers_that_move_to_and_fro_never_meet_their_ids() {
    let folder = crate::testing::folder();
    let folder = folder.path().canonicalize().unwrap();
    let files = ["a.db", "b.db", "c.db"].map(|name| folder.join(name));
    let servers: Vec<ServerId> = (1..=6).map(ServerId).collect();
    let mut home: BTreeMap<ServerId, usize> = servers.iter().map(|it| (*it, 0)).collect();
    let mut posed: BTreeMap<ServerId, Vec<i64>> = BTreeMap::new();
    let mut chance = ChaCha8Rng::seed_from_u64(5);
    for step in 1..40 {
        for (at, file) in files.iter().enumerate() {
            let here: Vec<ServerId> =
                servers.iter().filter(|server| home[server] == at).copied().collect();
            if here.is_empty() {
                continue;
            }
            let store = open(file).await;
            for server in here {
                pose(&store, server, step).await;
            }
            store.close().await;
        }
        let server = servers[chance.random_range(0..servers.len())];
        let to = (home[&server] + chance.random_range(1..3)) % 3;
        let (from, to_file) = (&files[home[&server]], &files[to]);
        moves(from, to_file, &Which::Server(server), step).await.unwrap();
        home.insert(server, to);
        for server in &servers {
            let now = rounds(&files[home[server]], *server).await;
            let before = posed.entry(*server).or_default();
            assert!(now.starts_with(before), "an id has changed");
            assert!(now.is_sorted(), "the later has the greater id");
            *before = now;
        }
    }
    assert!(posed.values().all(|ids| ids.len() == 39));
}

#[tokio::test]
async fn files_that_are_several_of_one_bot_from_the_start_never_meet_their_ids() {
    let folder = crate::testing::folder();
    let folder = folder.path().canonicalize().unwrap();
    let files = ["a.db", "b.db"].map(|name| folder.join(name));
    for (seed, (file, server)) in (1..).zip(files.iter().zip([1, 2])) {
        let store = open(file).await;
        // Both start at the same moment.
        store.count_apart(at(0), seed * 1_000).await.unwrap();
        pose(&store, ServerId(server), 1).await;
        let before = rounds(file, ServerId(server)).await;
        store.count_apart(at(50), 3).await.unwrap();
        pose(&store, ServerId(server), 2).await;
        let now = rounds(file, ServerId(server)).await;
        assert_eq!(now[1], before[0] + 1, "it goes on where it was");
        store.close().await;
    }
    moves(&files[0], &files[1], &Which::Server(ServerId(1)), 60).await.unwrap();
}

#[tokio::test]
async fn two_files_that_both_counted_from_1_are_told_so() {
    let folder = crate::testing::folder();
    let folder = folder.path().canonicalize().unwrap();
    let files = ["a.db", "b.db"].map(|name| folder.join(name));
    for (file, server) in files.iter().zip([1, 2]) {
        let store = open(file).await;
        pose(&store, ServerId(server), 1).await;
        store.close().await;
    }
    let refused = moves(&files[0], &files[1], &Which::Server(ServerId(1)), 1).await.unwrap_err();
    assert!(matches!(refused, MoveError::SameIds { table: "rounds", .. }), "{refused}");
    assert_eq!(rounds(&files[0], ServerId(1)).await, [1]);
    assert_eq!(rounds(&files[1], ServerId(2)).await, [1]);
    open(&files[1]).await.close().await;
}
