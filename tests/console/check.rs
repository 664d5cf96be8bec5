//! `commonplace check` without a token: configuration, corpus, database and disk.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;
use sqlx::Connection as _;

use crate::console::program::{ConsoleHarness, Ran, run};

fn check(harness: &ConsoleHarness, arguments: &[&str]) -> Ran {
    let arguments: Vec<&str> = ["check"].iter().chain(arguments).copied().collect();
    run(&mut harness.program(&arguments), "")
}

/// The lines that begin with a level, without the folder's path.
fn lines(harness: &ConsoleHarness, ran: &Ran, levels: &[&str]) -> String {
    let folder = harness.path("").display().to_string();
    let told = ran.out.lines().filter(|line| levels.iter().any(|level| line.starts_with(level)));
    told.collect::<Vec<_>>().join("\n").replace(&folder, "FOLDER/")
}

#[test]
fn each_finding_is_one_line_with_what_to_do() {
    let harness = ConsoleHarness::new();
    let fresh = check(&harness, &[]);
    assert_eq!(fresh.code, Some(0), "{fresh:?}");
    harness.plays("/question theme:power\n@ana /answer text:\"Mine.\"\n");
    let known = check(&harness, &[]);
    assert_eq!(known.code, Some(0), "{known:?}");
    for ran in [&fresh, &known] {
        for line in ran.out.lines() {
            assert!(["ok ", "warning "].iter().any(|level| line.starts_with(level)), "{line}");
            assert!(line.ends_with('.'), "{line}");
        }
    }
    assert!(fresh.out.contains("is not there yet; the first start makes it."), "{}", fresh.out);
    assert!(known.out.contains("): 1 server, 1 answer, the last question on "), "{}", known.out);
    assert_eq!(lines(&harness, &known, &["warning"]), "");
}

#[test]
fn it_says_which_file_was_read_and_what_looks_like_one() {
    let harness = ConsoleHarness::new();
    harness.write("config.toml.txt", "[daily]\ngrace = 3\n");
    let warned = check(&harness, &[]);
    assert!(
        lines(&harness, &warned, &["warning"]).contains(
            "no file is read: the defaults hold; overridden by COMMONPLACE_CORPUS_DIR, \
                       though FOLDER/config.toml.txt looks like one."
        ),
        "{}",
        warned.out
    );
    harness.write("config.toml", "[telemetry]\nlisten = \"0.0.0.0:9464\"\n");
    let read = check(&harness, &[]);
    assert!(read.out.contains("/config.toml is read"), "{}", read.out);
    assert!(read.out.contains("to whoever reaches that address"), "{}", read.out);
    harness.write("config.toml", "[daily]\ngrace = 99\npath = 3\n");
    let wrong = check(&harness, &[]);
    assert_eq!(wrong.code, Some(1));
    let errors = lines(&harness, &wrong, &["error"]);
    assert_eq!(errors.lines().count(), 2, "{errors}");
    assert!(
        errors.contains("config.toml:2: `grace` wants a whole number from 0 to 24"),
        "{errors}"
    );
}

#[test]
fn files_that_others_can_read_are_told() {
    let harness = ConsoleHarness::new();
    harness.plays("/quote\n");
    let database = harness.path("commonplace.db");
    let told = |mode| {
        fs::set_permissions(&database, fs::Permissions::from_mode(mode)).unwrap();
        // What SQLite puts beside it has its mode.
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(harness.path(&format!("commonplace.db{ending}")));
        }
        check(&harness, &[]).out
    };
    assert!(
        told(0o644)
            .contains("commonplace.db can be opened by every user of this machine (mode 644)")
    );
    assert!(told(0o640).contains("commonplace.db can be opened by its group (mode 640)"));
    assert!(!told(0o600).contains("can be opened by"));
    harness.write("token", "a.b.c\n");
    fs::set_permissions(harness.path("token"), fs::Permissions::from_mode(0o644)).unwrap();
    let mut program = harness.program(&["check"]);
    program.env("DISCORD_TOKEN_FILE", harness.path("token"));
    // Nobody answers there.
    let ran = run(program.env("COMMONPLACE_DISCORD_PROXY", "http://127.0.0.1:9"), "");
    assert!(ran.out.contains("/token can be opened by every user"), "{}", ran.out);
    assert!(ran.out.contains("Discord cannot be reached at http://127.0.0.1:9"), "{}", ran.out);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_damaged_database_and_an_empty_one_are_told() {
    let harness = ConsoleHarness::new();
    for _ in 0..8 {
        harness.plays("/question theme:power\n@ana /answer text:\"Mine.\"\n");
    }
    let database = harness.path("commonplace.db");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 30_000].fill(0xff);
    fs::write(&database, &bytes).unwrap();
    let ran = check(&harness, &[]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.out.contains("commonplace.db is damaged"), "{}", ran.out);
    fs::write(&database, "").unwrap();
    let ran = check(&harness, &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.out.contains("commonplace.db is empty. The next start fills it."), "{}", ran.out);
}

#[tokio::test]
async fn a_time_zone_that_is_not_known_is_told() {
    let harness = ConsoleHarness::new();
    harness.plays("/daily add time:9:00 timezone:Europe/Paris\n");
    let path = format!("sqlite://{}", harness.path("commonplace.db").display());
    let mut database = sqlx::SqliteConnection::connect(&path).await.unwrap();
    sqlx::query("update schedules set timezone = 'Mars/Base'")
        .execute(&mut database)
        .await
        .unwrap();
    database.close().await.unwrap();
    let ran = check(&harness, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("daily 1 has the time zone Mars/Base, which is not known."),
        "{}",
        ran.out
    );
}

#[test]
fn copies_that_grew_old_are_told() {
    let harness = ConsoleHarness::new();
    harness.plays("/quote\n");
    let fresh = check(&harness, &[]).out;
    assert!(fresh.contains("the running bot makes one a day in "), "{fresh}");
    fs::create_dir(harness.path("commonplace.db-backups")).unwrap();
    harness.write("commonplace.db-backups/commonplace-2026-01-02T030405Z.db", "");
    let old = lines(&harness, &check(&harness, &[]), &["warning"]);
    insta::assert_snapshot!(old, @"warning  backups        1 of 7 are in FOLDER/commonplace.db-backups, the newest of 2026-01-02 03:04 UTC. The bot makes one a day while it runs. If it does, its log says why it made none.");
}

/// Others read it: a field that goes or changes its meaning is a new version.
#[test]
fn the_json_has_the_documented_shape() {
    let harness = ConsoleHarness::new();
    harness.plays("/quote\n");
    let ran = check(&harness, &["--json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["program"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["level"], "ok");
    let document = include_str!("../../docs/operations.md");
    for finding in report["findings"].as_array().unwrap() {
        for (field, value) in finding.as_object().unwrap() {
            assert!(document.contains(&format!("`{field}`")), "{field}");
            assert!(value.is_string(), "{field}: {value}");
        }
        let subject = finding["subject"].as_str().unwrap();
        assert!(document.contains(&format!("`{subject}`")), "{subject}");
    }
}

#[test]
fn completions_and_manual_pages_come_of_the_command_line() {
    let harness = ConsoleHarness::new();
    for shell in ["bash", "zsh", "fish"] {
        let ran = run(&mut harness.program(&["completions", shell]), "");
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.out.contains("import-record"), "{shell}");
    }
    let page = run(&mut harness.program(&["man"]), "");
    assert!(
        page.out.contains(".TH commonplace 1") && page.out.contains("import\\-record"),
        "{page:?}"
    );
    let written = run(&mut harness.program(&["man", "--out", "pages"]), "");
    assert_eq!(written.code, Some(0), "{written:?}");
    for page in ["check", "move"] {
        assert!(harness.path(&format!("pages/commonplace-{page}.1")).exists(), "{page}");
    }
}
