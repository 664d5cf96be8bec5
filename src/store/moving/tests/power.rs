//! The power goes or the disk fails at any point of a move; afterwards the server is in one file.

use powercut::{Disk, Failure};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;
use crate::store::keys::Keys;

/// Moves on a disk whose power can be cut.
async fn moves_on(disk: &Disk, files: &Files) -> Result<(), MoveError> {
    let on = |path: &Path| options(path, Mode::Bot).vfs(disk.vfs());
    let (from, to) = (files.from.clone(), files.to.clone());
    let (source, target) = (on(&from), on(&to));
    let which = Which::Server(HERE);
    let mut moving = Move::open_with((from, source), (to, target), &which, (at(1), 7)).await?;
    let mut moved = Ok(());
    for server in moving.servers().to_vec() {
        moved = moved.and(moving.take(server).await.map(drop));
    }
    moving.close().await;
    moved
}

/// The target is there already, so that its migrations are not cut as well.
async fn with_target() -> Files {
    let files = Files::new().await;
    open(&files.to).await.close().await;
    files
}

fn disk_of(files: &Files) -> Disk {
    let disk = Disk::of(files.folder.path()).unwrap();
    disk.watch(&path_of(&files.from));
    disk.watch(&path_of(&files.to));
    disk
}

/// The server is in one file alone, as far as any bot can tell, and whole.
async fn is_in_one(files: &Files, before: &Rows) {
    let source = rows_in(&files.from, HERE).await;
    if !source.is_empty() {
        assert_eq!(source, *before);
    }
    match Store::open(&files.to, Mode::Bot).await {
        // Nothing is due there.
        Err(OpenError::Unfinished { .. }) => {}
        Ok(target) => {
            target.close().await;
            let target = rows_in(&files.to, HERE).await;
            assert_eq!(target.is_empty(), !source.is_empty(), "it is in both files, or in none");
            if source.is_empty() {
                assert_eq!(target, *before);
            }
        }
        Err(error) => panic!("{error}"),
    }
}

/// The move is given again, and the server is in the target with its keys.
async fn ends_well(files: &Files, before: &Rows) {
    files.moves().await.unwrap();
    assert_eq!(rows_in(&files.to, HERE).await, *before);
    assert_eq!(rows_in(&files.from, HERE).await, Rows::new());
    open(&files.to).await.close().await;
    assert_eq!(rows_in(&files.to, HERE).await, *before, "no key is renewed");
    let mut db = reader(&files.to).await;
    let (source, target) = (Keys::open(&files.from).unwrap(), Keys::open(&files.to).unwrap());
    for id in rows::key_ids(&mut db, HERE).await.unwrap() {
        assert!(target.get(&id).is_some() && source.get(&id).is_none());
    }
    db.close().await.unwrap();
}

async fn cuts(chances: usize, seed: u64) -> usize {
    let files = with_target().await;
    let before = rows_in(&files.from, HERE).await;
    let disk = disk_of(&files);
    moves_on(&disk, &files).await.unwrap();
    let tape = disk.tape();
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut points = tape.sync_points();
    points.extend((0..chances).map(|_| chance.random_range(0..=tape.len())));
    for point in &points {
        let seed = chance.random();
        let folder = crate::testing::folder();
        tape.cut(*point, seed).write_to(folder.path()).unwrap();
        let real = folder.path().canonicalize().unwrap();
        let name = |path: &Path| real.join(path.file_name().unwrap());
        let left = Files { from: name(&files.from), to: name(&files.to), folder };
        moved_folder(&left, &files).await;
        is_in_one(&left, &before).await;
        ends_well(&left, &before).await;
    }
    points.len()
}

/// The remains lie in another folder than the disk did: its name in the marks is changed.
async fn moved_folder(left: &Files, files: &Files) {
    for path in [&left.from, &left.to] {
        if std::fs::metadata(path).map_or(0, |file| file.len()) == 0 {
            continue;
        }
        let mut db = SqliteConnectOptions::new().filename(path).connect().await.unwrap();
        // Before the migrations there is no such table.
        let _ = sqlx::query("update moves set file = replace(file, ?1, ?2)")
            .bind(files.from.parent().unwrap().to_str())
            .bind(left.from.parent().unwrap().to_str())
            .execute(&mut db)
            .await;
        db.close().await.unwrap();
    }
}

#[tokio::test]
async fn wherever_the_power_is_cut_the_server_is_in_one_file() {
    assert!(cuts(20, 1).await > 30);
}

#[tokio::test]
#[ignore = "needs minutes; CUTS says how many"]
async fn many_power_cuts_of_a_move() {
    let wanted: usize = std::env::var("CUTS").map_or(200, |cuts| cuts.parse().unwrap());
    let (mut cut, mut seed) = (0, 100);
    while cut < wanted {
        cut += cuts(200, seed).await;
        seed += 1;
    }
    println!("{cut} power cuts of a move, nothing lost, nothing twice");
}

#[tokio::test]
async fn whichever_call_of_the_disk_fails_the_server_is_in_one_file() {
    let stride = std::env::var("STRIDE").map_or(131, |stride| stride.parse().unwrap());
    for (number, failure) in
        [Failure::Full, Failure::ReadOnly, Failure::Unsynced].into_iter().enumerate()
    {
        for times in [1, 40] {
            let (mut nth, mut refused) = (1 + number, 0);
            loop {
                let files = with_target().await;
                let before = rows_in(&files.from, HERE).await;
                let disk = disk_of(&files);
                disk.fail(failure, nth, times);
                let moved = moves_on(&disk, &files).await;
                if !disk.mend() {
                    moved.unwrap();
                    break;
                }
                refused += usize::from(moved.is_err());
                is_in_one(&files, &before).await;
                ends_well(&files, &before).await;
                nth += stride;
            }
            assert!(refused > 0, "{failure:?} is never met");
        }
    }
}
