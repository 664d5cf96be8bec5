//! The keys beside the database: carried over, swept, lost and never copied.

use std::borrow::Cow;
use std::fs;

use sqlx::ConnectOptions;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::super::migrations::MIGRATIONS;
use super::super::{Location, Mode, OpenError, Unlinked, backup, keys, restore};
use super::erasure::key_of;
use super::*;
use domain::member_hash::bare_hash;
use domain::statement::Position;
use domain::{ItemId, Part, StatementId};

const KEY: [u8; 64] = {
    let mut key = [0; 64];
    let mut index = 0;
    while index < 64 {
        key[index] = 3 * index as u8 + 7;
        index += 1;
    }
    key
};

/// A database of before migration 15, with an open seminar in which ana did all that she can without
/// a name.
async fn old(folder: &TempDir) {
    let options = SqliteConnectOptions::new().filename(path(folder)).create_if_missing(true);
    let mut db = options.connect().await.unwrap();
    let before: Vec<_> = MIGRATIONS.iter().filter(|one| one.version < 15).cloned().collect();
    Migrator { migrations: Cow::Owned(before), ..Migrator::DEFAULT }.run(&mut db).await.unwrap();
    sqlx::raw_sql(
        "insert into seminars (id, server, place, kind, request, title, format, reveal, themes,
                               opener, facilitator, name, state, made_at, number)
         values (1, 1, 10, 'channel', 1, 'On power', 'debate', 'sealed', '[]', 101, 101, 'ben',
                 'open', 1800000000000, 1);
         insert into rounds (id, server, place, request, poser, text, state, posed_at, seminar,
                             awaited, number)
         values (1, 1, 10, 2, 101, 'Who rules?', 'revealed', 1800000000000, 1, 2, 1);
         insert into agenda (id, server, seminar, position, problem, text, round)
         values (1, 1, 1, 0, 'power', 'Who rules?', 1);
         insert into responses (id, server, round, member, name, text, answered_at)
         values (9, 1, 1, 101, 'ben', 'All do.', 1800000000000);
         insert into statements (id, server, round, proposer, state, made_at)
         values (1, 1, 1, 101, 'proposed', 1800000000000);
         insert into statement_versions (statement, version, server, text, name, made_at)
         values (1, 1, 1, 'All do.', 'ben', 1800000000000);
         insert into cards (item, server, member, stance) values (1, 1, 100, 'libertarian');
         insert into recalls (seminar, server, member) values (1, 1, 100);",
    )
    .execute(&mut db)
    .await
    .unwrap();
    let tie = bare_hash(&KEY, ANA).to_vec();
    for with_key in [
        "insert into round_keys (round, key) values (1, ?1)",
        "insert into seminar_keys (seminar, key) values (1, ?1)",
    ] {
        sqlx::query(with_key).bind(KEY.to_vec()).execute(&mut db).await.unwrap();
    }
    for with_tie in [
        "insert into responses (id, server, round, tie, text) values (8, 1, 1, ?1, 'Nobody.')",
        "insert into weighings (id, server, round, response, tie, opinion)
         values (7, 1, 1, 9, ?1, 'agree')",
        "insert into voices (id, server, statement, version, tie, voice)
         values (6, 1, 1, 1, ?1, 'aside')",
        "insert into roster (id, seminar, server, tie) values (5, 1, 1, ?1)",
    ] {
        sqlx::query(with_tie).bind(&tie).execute(&mut db).await.unwrap();
    }
    sqlx::Connection::close(db).await.unwrap();
}

/// Whether ana is known by everything that she did in [`old`].
async fn knows_ana(store: &Store) -> [bool; 6] {
    let mut reads = store.read(HERE);
    let seminar = reads.seminar(domain::SeminarId(1)).await.unwrap().unwrap();
    [
        reads.answer_of(RoundId(1), Part::Own, ANA).await.unwrap().is_some(),
        !reads.opinions_of(RoundId(1), ANA).await.unwrap().is_empty(),
        reads.vote_of(StatementId(1), ANA).await.unwrap() == Some(Position::Aside),
        reads.side_of(ItemId(1), ANA).await.unwrap().is_some(),
        reads.recalls(seminar.id, ANA).await.unwrap(),
        reads.takes_part(&seminar, ANA).await.unwrap() && seminar.unnamed == 1,
    ]
}

fn has(file: &std::path::Path, bytes: &[u8]) -> bool {
    let file = fs::read(file).unwrap_or_default();
    file.windows(bytes.len()).any(|window| window == bytes)
}

/// Whether a key or an old hash is in any file of the folder but that of the keys.
fn is_copied(folder: &TempDir) -> bool {
    let files = folder.path().read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut files = files.filter(|file| *file != keys::path_of(&path(folder)));
    let tie = bare_hash(&KEY, ANA);
    files.any(|file| has(&file, &KEY[..16]) || has(&file, &KEY[48..]) || has(&file, &tie))
}

#[tokio::test]
async fn keys_leave_an_older_database_and_go_on_working() {
    let folder = tempfile::tempdir().unwrap();
    old(&folder).await;
    assert!(is_copied(&folder));
    let store = open(&folder).await;
    assert_eq!(knows_ana(&store).await, [true; 6]);
    assert!(has(&keys::path_of(&path(&folder)), &KEY));
    assert!(!is_copied(&folder));
    // The copy of before works here as well, with the keys that have left it.
    store.close().await;
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap();
    let before = folder.path().join(format!("group.db.before-{newest:04}"));
    restore(&path(&folder), &before, "replaced-1").await.unwrap();
    let store = open(&folder).await;
    assert_eq!(knows_ana(&store).await, [true; 6]);
    assert!(!is_copied(&folder));
    store.close().await;
}

#[tokio::test]
async fn an_upgrade_that_was_cut_short_is_taken_up() {
    let folder = tempfile::tempdir().unwrap();
    old(&folder).await;
    let options = SqliteConnectOptions::new().filename(path(&folder));
    let mut db: SqliteConnection = options.connect().await.unwrap();
    let carried = keys::Keys::open(&path(&folder)).unwrap();
    super::super::key_upgrade::carry_over(&mut db, &carried).await.unwrap();
    sqlx::Connection::close(db).await.unwrap();
    let store = open(&folder).await;
    assert_eq!(knows_ana(&store).await, [true; 6]);
    store.close().await;
}

#[tokio::test]
async fn of_the_copies_before_migrations_two_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    old(&folder).await;
    for name in ["0002", "0003", "0004", "of-mine"] {
        fs::write(folder.path().join(format!("group.db.before-{name}")), "old").unwrap();
    }
    open(&folder).await.close().await;
    let mut left: Vec<String> = folder
        .path()
        .read_dir()
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter(|name| name.contains("before"))
        .collect();
    left.sort();
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap();
    let newest = format!("group.db.before-{newest:04}");
    assert_eq!(left, ["group.db.before-0004".to_owned(), newest, "group.db.before-of-mine".into()]);
    // Nothing is copied where nothing is migrated.
    let second = tempfile::tempdir().unwrap();
    open(&second).await.close().await;
    open(&second).await.close().await;
    assert!(
        !second
            .path()
            .read_dir()
            .unwrap()
            .any(|entry| { entry.unwrap().file_name().to_string_lossy().contains("before") })
    );
}

#[tokio::test]
async fn without_its_keys_a_copy_keeps_what_is_anonymous_and_says_so() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond_anonymously(id, ANA, "Nobody.").await;
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("copy.db");
    backup(&harness.path(), &copy).await.unwrap();
    assert_eq!(harness.store.unlinked().await.unwrap(), Unlinked::default());

    let restored = restore(&path(&elsewhere), &copy, "replaced-1").await.unwrap();
    let lost = Unlinked { rounds: 1, answers: 1 };
    assert_eq!(restored.unlinked, lost);
    let there = StoreHarness { store: open(&elsewhere).await, folder: elsewhere };
    assert_eq!(there.store.unlinked().await.unwrap(), lost);
    assert_eq!(there.read(HERE).answer_of(id, Part::Own, ANA).await.unwrap(), None);
    assert_eq!(there.answers(id).await[0].text, "Nobody.");
    // Whoever answers again is told, and can change that one.
    let again = there.respond_anonymously(id, ANA, "Still nobody.").await;
    assert_eq!((again.before, again.round.unlinked.answers), (None, 1));
    let changed = there.respond_anonymously(id, ANA, "Nobody at all.").await;
    assert!(changed.before.is_some());
    assert_eq!(changed.now.responses.len(), 2);
    assert_eq!(there.close(id).await.round.unlinked.answers, 0);
    assert_eq!(there.store.unlinked().await.unwrap(), Unlinked::default());
}

#[tokio::test]
async fn a_restore_beside_the_keys_loses_nothing() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond_anonymously(id, ANA, "Nobody.").await;
    let copy = harness.folder.path().join("copy.db");
    backup(&harness.path(), &copy).await.unwrap();
    harness.store.close().await;
    let restored = restore(&harness.path(), &copy, "replaced-1").await.unwrap();
    assert_eq!(restored.unlinked, Unlinked::default());
    let store = open(&harness.folder).await;
    assert!(store.read(HERE).answer_of(id, Part::Own, ANA).await.unwrap().is_some());
}

#[tokio::test]
async fn a_key_that_outlived_its_round_goes_at_the_next_start() {
    let mut harness = StoreHarness::new().await;
    let (id, other) = (harness.pose(HERE, 1).await.id, harness.pose(HERE, 2).await.id);
    let (key, kept) = (key_of(&harness, id).await, key_of(&harness, other).await);
    let keys = keys::path_of(&harness.path());
    let before = fs::read(&keys).unwrap();
    harness.close(id).await;
    assert!(!has(&keys, &key) && has(&keys, &kept));
    // As if the power had gone between the two.
    harness.store.close().await;
    fs::write(&keys, before).unwrap();
    harness.store = open(&harness.folder).await;
    assert!(!has(&keys, &key) && has(&keys, &kept));
    harness.reopen().await;
    assert_eq!(key_of(&harness, other).await, kept);
}

#[tokio::test]
async fn a_close_that_fails_destroys_no_key() {
    let harness = StoreHarness::new().await;
    let id = harness.pose(HERE, 1).await.id;
    harness.respond_anonymously(id, ANA, "Nobody.").await;
    let was = harness.round_details(id).await;
    harness.store.failpoints().fail_nth(Location::Commit, 1);
    let close = async |tx: &mut ServerTx| tx.close_round(&was, Ending::Without, at(9)).await;
    assert!(harness.store.change(HERE, close).await.is_err());
    assert!(harness.read(HERE).answer_of(id, Part::Own, ANA).await.unwrap().is_some());
    let key = key_of(&harness, id).await;
    harness.close(id).await;
    assert!(!has(&keys::path_of(&harness.path()), &key));
}

#[tokio::test]
async fn where_keys_cannot_be_kept_no_question_is_posed() {
    let harness = StoreHarness::new().await;
    fs::create_dir(keys::path_of(&harness.path())).unwrap();
    let posed = harness.store.change(HERE, async |tx| tx.pose(&round(1)).await).await;
    assert!(matches!(posed, Err(crate::store::Error::Keys(_))), "{posed:?}");
    assert!(harness.read(HERE).open_rounds(PLACE).await.unwrap().is_empty());
    harness.store.close().await;
    let refused = Store::open(&harness.path(), Mode::Bot).await.map(drop);
    assert!(matches!(refused, Err(OpenError::Other(..))), "{refused:?}");
}
