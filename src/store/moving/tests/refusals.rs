//! What is refused, with a sentence that says what to do; nothing has changed then.

use super::*;
use crate::store::backup;

/// What is said, without the folder.
fn said(files: &Files, error: &MoveError) -> String {
    let folder = files.from.parent().unwrap();
    error.to_string().replace(&format!("{}/", folder.display()), "")
}

async fn refused(files: &Files, from: &Path, to: &Path, server: ServerId) -> String {
    let before = rows_in(&files.from, HERE).await;
    let error = moves(from, to, &Which::Server(server), 1).await.unwrap_err();
    assert_eq!(rows_in(&files.from, HERE).await, before, "{error}");
    said(files, &error)
}

#[tokio::test]
async fn what_cannot_be_moved_says_why() {
    let files = Files::new().await;
    let (from, to) = (&files.from, &files.to);
    insta::assert_snapshot!(refused(&files, from, from, HERE).await, @"group.db is the database itself. Name another file with --to.");
    insta::assert_snapshot!(refused(&files, from, to, ServerId(5)).await, @"group.db has nothing of a server 5. `commonplace record` names those that were asked something.");
    assert!(!to.exists(), "no file is made for nothing");
    insta::assert_snapshot!(refused(&files, &files.from.with_file_name("none.db"), to, HERE).await, @"There is no database at none.db. `commonplace run` or `console` makes one.");
    let nowhere = from.with_file_name("none").join("other.db");
    insta::assert_snapshot!(refused(&files, from, &nowhere, HERE).await, @"There is no folder none. Make it, or choose another name.");
    let copies = from.with_file_name("group.db-backups");
    std::fs::create_dir(&copies).unwrap();
    insta::assert_snapshot!(refused(&files, from, &copies.join("group-1.db"), HERE).await, @"group.db-backups/group-1.db is a copy of a database. Name a file that a bot can run on with --to.");
    let text = from.with_file_name("notes.txt");
    std::fs::write(&text, "no database at all, but some words of mine ".repeat(20)).unwrap();
    insta::assert_snapshot!(refused(&files, from, &text, HERE).await, @"notes.txt is not a database of Commonplace. Choose another path under [database].");
    let copied = from.with_file_name("copied.db");
    backup(from, &copied).await.unwrap();
    insta::assert_snapshot!(refused(&files, from, &copied, HERE).await, @"copied.db has data of server 1 already, which would be mixed up. If what is there can go, move it out of the way first: `COMMONPLACE_DATABASE_PATH=copied.db commonplace move --server 1 --to aside.db`.");
    let none = Which::Shards("3/4".parse().unwrap());
    let error = moves(from, to, &none, 1).await.unwrap_err();
    insta::assert_snapshot!(said(&files, &error), @"group.db has no server of the shards 3/4.");
    files.moves().await.unwrap();
    let third = from.with_file_name("third.db");
    let error = moves(from, &third, &Which::Server(HERE), 1).await.unwrap_err();
    insta::assert_snapshot!(said(&files, &error), @"group.db has nothing of server 1: it was moved to other.db on 2027-01-15.");
}

#[tokio::test]
async fn nothing_moves_while_a_bot_runs_on_either_file() {
    let files = Files::new().await;
    open(&files.to).await.close().await;
    for path in [&files.from, &files.to] {
        let running = open(path).await;
        let error = files.moves().await.unwrap_err();
        assert!(matches!(error, MoveError::Open(OpenError::InUse(_))), "{error}");
        // A look is allowed.
        let preview = Preview::of((&files.from, &files.to), &Which::Server(HERE)).await.unwrap();
        assert!(preview.rows.len() > 30);
        running.close().await;
    }
    files.moves().await.unwrap();
}

#[tokio::test]
async fn a_file_of_a_newer_program_is_left_alone() {
    let files = Files::new().await;
    open(&files.to).await.close().await;
    let mut db = SqliteConnectOptions::new().filename(&files.to).connect().await.unwrap();
    sqlx::query(
        "insert into _sqlx_migrations select 9999, description, installed_on, success,
                 checksum, execution_time from _sqlx_migrations limit 1",
    )
    .execute(&mut db)
    .await
    .unwrap();
    db.close().await.unwrap();
    let error = files.moves().await.unwrap_err();
    assert!(matches!(error, MoveError::Open(OpenError::Newer(_, 9999))), "{error}");
}
