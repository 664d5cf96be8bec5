//! What keeps the program from starting is said in a sentence, and nothing is overwritten.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::console::program::{ConsoleHarness, run, start};

#[test]
fn a_second_one_on_the_same_database_is_refused() {
    let harness = ConsoleHarness::new();
    let mut first = start(&mut harness.console());
    let mut stdin = first.stdin.take().unwrap();
    writeln!(stdin, "/quote").unwrap();
    let mut out = BufReader::new(first.stdout.take().unwrap());
    out.read_line(&mut String::new()).unwrap();

    let second = run(&mut harness.console(), "/quote\n");
    assert!(second.complaint().contains("is in use by another Commonplace"), "{second:?}");
    let check = run(&mut harness.program(&["check"]), "");
    assert_eq!(check.code, Some(0), "{check:?}");

    drop(stdin);
    assert!(first.wait().unwrap().success());
    harness.plays("/quote\n");
}

#[test]
fn a_stop_ends_it_in_good_order() {
    let harness = ConsoleHarness::new();
    let mut running = start(&mut harness.console());
    let mut stdin = running.stdin.take().unwrap();
    writeln!(stdin, "/question theme:power\n@ana /answer text:\"Kept.\"\n? ").unwrap();
    let out = BufReader::new(running.stdout.take().unwrap());
    // The console has got as far as the last line, and waits.
    out.lines().map(Result::unwrap).find(|line| line.contains("The console")).unwrap();
    let id = running.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert_eq!(running.wait().unwrap().code(), Some(0));
    drop(stdin);
    assert!(harness.plays("/record theme:power\n").contains("Kept."));
}

#[test]
fn a_file_that_is_not_ours_is_left_alone() {
    let harness = ConsoleHarness::new();
    harness
        .write("commonplace.db", "Dear diary, this is not a database at all. Not in the least.\n");
    let before = fs::read(harness.path("commonplace.db")).unwrap();
    let ran = run(&mut harness.console(), "");
    assert!(ran.complaint().contains("is not a database of Commonplace"), "{ran:?}");
    assert_eq!(fs::read(harness.path("commonplace.db")).unwrap(), before);
    let check = run(&mut harness.program(&["check"]), "");
    assert_eq!(check.code, Some(1));
    assert!(check.out.contains("commonplace.db is not a database"), "{}", check.out);
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    use sqlx::Connection;
    let harness = ConsoleHarness::new();
    harness.plays("/quote\n");
    let path = harness.path("commonplace.db");
    let address = format!("sqlite://{}", path.display());
    let mut database = sqlx::SqliteConnection::connect(&address).await.unwrap();
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'of the future', 1, x'00', 0)",
    )
    .execute(&mut database)
    .await
    .unwrap();
    database.close().await.unwrap();
    let before = fs::read(&path).unwrap();
    let ran = run(&mut harness.console(), "/quote\n");
    assert!(ran.complaint().contains("was written by a newer Commonplace"), "{ran:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_that_cannot_be_written_is_said() {
    let harness = ConsoleHarness::new();
    harness.plays("/quote\n");
    let path = harness.path("commonplace.db");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    // Whoever may write everything is not kept out by permissions.
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        return;
    }
    let ran = run(&mut harness.console(), "/quote\n");
    assert!(ran.complaint().contains("cannot be written"), "{ran:?}");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let harness = ConsoleHarness::new();
    let mut program = harness.console();
    let ran = run(program.env("COMMONPLACE_DATABASE_PATH", "no/such/book.db"), "");
    assert!(ran.complaint().contains("no/such/book.db"), "{ran:?}");
}

#[test]
fn every_mistake_in_the_book_is_told() {
    let harness = ConsoleHarness::new();
    fs::create_dir(harness.path("book")).unwrap();
    harness.write("book/themes.toml", "[[theme]]\nid = \"power\"\nnam = \"Power\"\n");
    harness.write("book/a-work.toml", "[work]\nid = \"other\"\n");
    let mut program = harness.console();
    let ran = run(program.env("COMMONPLACE_CORPUS_DIR", "book"), "");
    let told = ran.complaint();
    assert!(told.contains("book/themes.toml:"), "{told}");
    assert!(told.contains("book/a-work.toml:"), "{told}");

    let mut program = harness.console();
    let ran = run(program.env("COMMONPLACE_CORPUS_DIR", "nowhere"), "");
    assert!(ran.complaint().contains("nowhere, which [corpus] dir names, cannot be read"));
}

#[test]
fn the_book_that_is_built_in_is_good() {
    let harness = ConsoleHarness::new();
    let mut program = harness.program(&["check"]);
    let ran = run(program.env_remove("COMMONPLACE_CORPUS_DIR"), "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("2 works, 13 themes"), "{}", ran.out);
}

#[test]
fn a_token_that_cannot_be_one_is_said_and_not_repeated() {
    let harness = ConsoleHarness::new();
    let ran = run(&mut harness.program(&["run"]), "");
    assert!(ran.complaint().contains("There is no token for Discord."), "{ran:?}");
    // With a token, the program without a subcommand is the bot.
    let ran = run(harness.program(&[]).env("DISCORD_TOKEN", "not a token"), "");
    assert!(ran.complaint().contains("cannot be a token"), "{ran:?}");
    assert!(!ran.err.contains("not a token"), "{ran:?}");
    let ran = run(harness.program(&[]).env("DISCORD_TOKEN_FILE", "no-file"), "");
    assert!(ran.complaint().contains("no-file, which DISCORD_TOKEN_FILE names"), "{ran:?}");
    harness.write("empty", "\n");
    let ran = run(harness.program(&[]).env("DISCORD_TOKEN_FILE", "empty"), "");
    assert!(ran.complaint().contains("DISCORD_TOKEN_FILE is set, but"), "{ran:?}");
}
