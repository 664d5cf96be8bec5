use std::fs;
use std::path::Path;

use super::super::open::Mode;
use super::*;
use crate::store::Store;
use domain::{MemberId, ServerId};

const SERVER: ServerId = ServerId(1);
const ANA: MemberId = MemberId(7);

async fn open(path: &Path) -> Store {
    Store::open(path, Mode::Bot).await.unwrap()
}

async fn keep(store: &Store, quote: &str) {
    let now = jiff::Timestamp::UNIX_EPOCH;
    store.change(SERVER, async |tx| tx.keep(ANA, quote, now).await).await.unwrap();
}

#[tokio::test]
async fn a_copy_is_made_beside_a_running_bot_and_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
    let store = open(&path).await;
    keep(&store, "one").await;
    backup(&path, &copy).await.unwrap();
    keep(&store, "two").await;

    let refused = restore(&path, &copy, "old").await.unwrap_err();
    assert!(matches!(refused, OpenError::InUse(_)), "{refused}");
    store.close().await;

    let restored = restore(&path, &copy, "old").await.unwrap();
    assert!(!restored.other_owner);
    let kept = restored.kept.unwrap();
    let store = open(&path).await;
    assert_eq!(store.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
    let before = open(&kept).await;
    assert_eq!(before.read(SERVER).kept(ANA).await.unwrap().len(), 2);
}

#[tokio::test]
async fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("book.db"), folder.path().join("letter.txt"));
    open(&path).await.close().await;
    fs::write(&other, "Dear Ana").unwrap();
    let refused = backup(&path, &other).await.unwrap_err();
    assert!(matches!(refused, OpenError::Exists(_)), "{refused}");
    let refused = restore(&path, &other, "old").await.unwrap_err();
    assert!(matches!(refused, OpenError::NotACopy(_)), "{refused}");
    assert_eq!(fs::read_to_string(&other).unwrap(), "Dear Ana");
    let refused = backup(&folder.path().join("none.db"), &other).await.unwrap_err();
    assert!(matches!(refused, OpenError::Missing(_)), "{refused}");
    open(&path).await.close().await;
}

/// What is in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn whatever_was_there_is_moved_aside_as_it_is() {
    for broken in ["", "Dear Ana", &"x".repeat(20_000)] {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
        let store = open(&path).await;
        keep(&store, "one").await;
        backup(&path, &copy).await.unwrap();
        store.close().await;
        fs::write(&path, broken).unwrap();
        let kept = restore(&path, &copy, "old").await.unwrap().kept.unwrap();
        assert_eq!(fs::read_to_string(&kept).unwrap(), broken);
        assert_eq!(open(&path).await.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
    }
}

#[tokio::test]
async fn a_log_that_another_database_left_is_not_taken_for_the_copys() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
    let store = open(&path).await;
    keep(&store, "one").await;
    backup(&path, &copy).await.unwrap();
    keep(&store, "two").await;
    // As if the program had been killed, and somebody had removed the database alone.
    let log = fs::read(folder.path().join("book.db-wal")).unwrap();
    store.close().await;
    fs::remove_file(&path).unwrap();
    fs::write(folder.path().join("book.db-wal"), &log).unwrap();
    assert_eq!(restore(&path, &copy, "old").await.unwrap().kept, None);
    assert_eq!(open(&path).await.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
    assert_eq!(fs::read(folder.path().join("book.db.old-wal")).unwrap(), log);
}

#[tokio::test]
async fn of_two_copies_to_one_name_at_most_one_is_made_and_nothing_is_left_lying() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
    let store = open(&path).await;
    keep(&store, "one").await;
    let (one, two) = tokio::join!(backup(&path, &copy), backup(&path, &copy));
    let refused = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert!(matches!(&refused[..], [OpenError::Exists(_)]), "{refused:?}");
    let left: Vec<String> =
        names(folder.path()).into_iter().filter(|name| name.ends_with(".part")).collect();
    assert_eq!(left, [""; 0]);
    assert_eq!(open(&copy).await.read(SERVER).kept(ANA).await.unwrap(), ["one"]);
    let missing = backup(&path, &folder.path().join("none/copy.db")).await.unwrap_err();
    assert!(matches!(missing, OpenError::NoSuchFolder(_)), "{missing}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_mode_of_what_is_replaced_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
    open(&path).await.close().await;
    backup(&path, &copy).await.unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    restore(&path, &copy, "old").await.unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}

/// A database of some pages, closed, and its bytes.
async fn closed(path: &Path) -> Vec<u8> {
    let store = open(path).await;
    for quote in 0..300 {
        keep(&store, &format!("quote-{quote}")).await;
    }
    store.close().await;
    fs::read(path).unwrap()
}

#[tokio::test]
async fn what_is_wrong_with_a_copy_is_said_and_nothing_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
    let sound = closed(&path).await;
    let mut damaged = sound.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 8_192].fill(0xff);
    for (bytes, said) in [
        (damaged, "copy.db is damaged"),
        (sound[..sound.len() / 2].to_vec(), "copy.db is cut off: it has"),
        (sound[..50].to_vec(), "copy.db is cut off: it has 50 bytes"),
        (b"{\"version\": 1}".to_vec(), "copy.db is not a database of Commonplace."),
        (Vec::new(), "copy.db is not a database of Commonplace."),
    ] {
        fs::write(&copy, bytes).unwrap();
        let refused = restore(&path, &copy, "old").await.unwrap_err().to_string();
        assert!(refused.contains(said) && !refused.contains("[database]"), "{said}: {refused}");
        assert_eq!(fs::read(&path).unwrap(), sound);
        assert!(!names(folder.path()).iter().any(|name| name.contains("old")), "{said}");
    }
    for itself in [path.clone(), folder.path().join(".").join("book.db")] {
        let refused = restore(&path, &itself, "old").await.unwrap_err();
        assert!(matches!(refused, OpenError::Itself(_)), "{refused}");
    }
}

#[tokio::test]
async fn a_damaged_database_is_not_copied_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("book.db"), folder.path().join("copy.db"));
    let sound = closed(&path).await;
    // Wherever it is, also where no row of a table is.
    for page in 2..sound.len() / 4_096 {
        let mut bytes = sound.clone();
        bytes[page * 4_096..(page + 1) * 4_096].fill(0xff);
        fs::write(&path, bytes).unwrap();
        let refused = backup(&path, &copy).await.unwrap_err();
        assert!(matches!(&refused, OpenError::Damaged(it) if *it == path), "{page}: {refused}");
        assert!(!copy.exists() && !names(folder.path()).iter().any(|it| it.ends_with(".part")));
    }
    let refused = backup(&path, &path.join("copy.db")).await.unwrap_err();
    assert!(refused.to_string().contains("book.db is a file, not a folder"), "{refused}");
}

#[tokio::test]
async fn a_copy_made_under_load_has_all_that_was_acknowledged() {
    use std::sync::Mutex;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    let store = open(&path).await;
    let acknowledged = Mutex::new(Vec::new());
    let writing = |writer: i64| {
        let (store, acknowledged) = (&store, &acknowledged);
        async move {
            for number in 0..150 {
                let quote = format!("{writer}-{number}");
                let now = jiff::Timestamp::UNIX_EPOCH;
                let member = MemberId(writer);
                let kept = store.change(SERVER, async |tx| tx.keep(member, &quote, now).await);
                kept.await.unwrap();
                acknowledged.lock().unwrap().push((member, quote));
            }
        }
    };
    let copying = async {
        let mut drills = Vec::new();
        for number in 0..6 {
            let before = acknowledged.lock().unwrap().clone();
            let copy = folder.path().join(format!("copy-{number}.db"));
            backup(&path, &copy).await.unwrap();
            drills.push((before, copy, acknowledged.lock().unwrap().len()));
        }
        drills
    };
    let (drills, ..) = tokio::join!(copying, writing(1), writing(2), writing(3), writing(4));
    store.close().await;
    assert!(drills.iter().any(|(before, ..)| !before.is_empty() && before.len() < 600));
    for (before, copy, after) in drills {
        let elsewhere = tempfile::tempdir().unwrap();
        let path = elsewhere.path().join("book.db");
        restore(&path, &copy, "old").await.unwrap();
        let restored = open(&path).await;
        let mut kept = 0;
        for writer in 1..=4 {
            let member = MemberId(writer);
            let there = restored.read(SERVER).kept(member).await.unwrap();
            let wanted = before.iter().filter(|(it, _)| *it == member).map(|(_, quote)| quote);
            for quote in wanted {
                assert!(there.contains(quote), "{member}: {quote} is lost");
            }
            kept += there.len();
        }
        // What was on its way may be there as well: one of each writer.
        assert!(kept <= after + 4, "{kept} {after}");
        restored.close().await;
    }
}
