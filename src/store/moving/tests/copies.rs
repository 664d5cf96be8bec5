//! What is there afterwards: every row in the target, none in the source, and the keys.

use super::*;
use crate::store::keys::Keys;
use crate::store::privacy::TABLES;

#[tokio::test]
async fn every_row_of_every_table_moves_as_it_is() {
    let files = Files::new().await;
    let before = rows_in(&files.from, HERE).await;
    let other = rows_in(&files.from, THERE).await;
    let named: Vec<&str> = before.iter().map(|(name, _)| *name).collect();
    let forgotten: Vec<&str> =
        rows::tables().map(|(name, _)| name).filter(|name| !named.contains(name)).collect();
    assert_eq!(forgotten, [""; 0], "these have no row that could move");
    files.moves().await.unwrap();
    assert_eq!(rows_in(&files.to, HERE).await, before);
    assert_eq!(rows_in(&files.from, HERE).await, Rows::new());
    assert_eq!(rows_in(&files.from, THERE).await, other);
    assert_eq!(rows_in(&files.to, THERE).await, Rows::new());
    for path in [&files.from, &files.to] {
        let mut db = reader(path).await;
        crate::store::tests::migrations::is_sound(&mut db).await;
    }
}

#[tokio::test]
async fn the_keys_move_along_and_are_overwritten_where_they_were() {
    let files = Files::new().await;
    let mut db = reader(&files.from).await;
    let ids = rows::key_ids(&mut db, HERE).await.unwrap();
    let others = rows::key_ids(&mut db, THERE).await.unwrap();
    db.close().await.unwrap();
    let source = Keys::open(&files.from).unwrap();
    let moving: Vec<_> = ids.iter().map(|id| source.get(id).unwrap()).collect();
    assert!(moving.len() > 2 && !others.is_empty());
    files.moves().await.unwrap();
    let (source, target) = (Keys::open(&files.from).unwrap(), Keys::open(&files.to).unwrap());
    for (id, key) in ids.iter().zip(&moving) {
        assert_eq!((source.get(id), target.get(id)), (None, Some(*key)));
    }
    assert!(others.iter().all(|id| source.get(id).is_some() && target.get(id).is_none()));
    for entry in files.folder.path().read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path != path_of(&files.to) {
            let bytes = std::fs::read(&path).unwrap();
            let held = moving.iter().any(|key| bytes.windows(16).any(|part| part == &key[..16]));
            assert!(!held, "{} has a key", path.display());
        }
    }
    // They are the right ones: nothing is renewed at the next start.
    let before = rows_in(&files.to, HERE).await;
    open(&files.to).await.close().await;
    assert_eq!(rows_in(&files.to, HERE).await, before);
}

/// What was deleted is in no page and in no log.
#[tokio::test]
async fn nothing_of_a_server_is_left_in_the_file_that_it_comes_from() {
    let files = Files::new().await;
    let words = b"a free commune";
    let holds = |path: &Path| {
        let bytes = std::fs::read(path).unwrap_or_default();
        bytes.windows(words.len()).any(|part| part == words)
    };
    assert!(holds(&files.from));
    files.moves().await.unwrap();
    let log = crate::store::beside(&files.from, "-wal");
    assert!(!holds(&files.from) && !holds(&log));
    assert!(holds(&files.to));
}

#[tokio::test]
async fn every_table_with_keys_is_known() {
    let files = Files::new().await;
    let mut db = reader(&files.from).await;
    let mut with_keys = Vec::new();
    for table in TABLES {
        let columns = rows::columns(&mut db, table.name).await.unwrap();
        if columns.iter().any(|column| column == "key_id") {
            with_keys.push(table.name);
        }
    }
    with_keys.sort_unstable();
    let mut known = rows::KEYS.to_vec();
    known.sort_unstable();
    assert_eq!(with_keys, known);
}

#[tokio::test]
async fn all_servers_of_some_shards_move_and_members_books_with_shard_0() {
    let folder = crate::testing::folder();
    let from = folder.path().canonicalize().unwrap().join("group.db");
    let to = from.with_file_name("other.db");
    let store = open(&from).await;
    let of = |shard: i64, more: i64| ServerId(((8 * more + shard) << 22) + 5);
    let all = [of(0, 1), of(1, 1), of(3, 2), of(3, 5), of(7, 1)];
    let own = ServerId::of_member(domain::MemberId(77));
    for server in all.into_iter().chain([own]) {
        store
            .change(server, async |tx| tx.keep(domain::MemberId(77), "a-1", at(0)).await)
            .await
            .unwrap();
    }
    store.close().await;
    let which = Which::Shards("0,2-3/8".parse().unwrap());
    let preview = Preview::of((&from, &to), &which).await.unwrap();
    assert_eq!(preview.servers, [own, of(0, 1), of(3, 2), of(3, 5)]);
    assert_eq!(preview.rows, [("kept", 4)]);
    assert!(!to.exists());
    moves(&from, &to, &which, 1).await.unwrap();
    for server in all.into_iter().chain([own]) {
        let moved = [own, of(0, 1), of(3, 2), of(3, 5)].contains(&server);
        assert_eq!(rows_in(&to, server).await.is_empty(), !moved, "{server}");
        assert_eq!(rows_in(&from, server).await.is_empty(), moved, "{server}");
    }
    // Given again, it has nothing to do.
    moves(&from, &to, &which, 2).await.unwrap();
}
