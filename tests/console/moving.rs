//! `commonplace move` from outside: the record before and after, and a bot that goes on.

use std::path::Path;

use crate::console::exports::{exported, ran, text};
use crate::console::program::ConsoleHarness;

/// A database with a whole seminar.
fn a_seminar() -> ConsoleHarness {
    let harness = ConsoleHarness::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/transcripts");
    let script = std::fs::read_to_string(folder.join("debate.script")).unwrap();
    harness.plays_of_the_book(&script);
    harness
}

#[test]
fn a_server_moves_with_its_whole_record() {
    let harness = a_seminar();
    let (from, to) = ("commonplace.db", "other.db");
    let export = |database| {
        ["json", "csv", "md", "html"]
            .map(|format| exported(&harness, database, format, &["--seed", "7"]))
    };
    let before = export(from);
    assert!(text(&before[0]).contains("\"answers\""));
    let moves = ["move", "--server", "1", "--to", to];
    let dry = ran(&harness, from, &[&moves[..], &["--dry-run"]].concat());
    assert_eq!(dry.code, Some(0), "{dry:?}");
    assert!(dry.out.starts_with("1 server would move from "), "{}", dry.out);
    assert!(dry.out.contains("  responses\n") && dry.out.contains("  seminars\n"), "{}", dry.out);
    assert!(!harness.path(to).exists());

    let moved = ran(&harness, from, &moves);
    assert_eq!((moved.code, moved.err.as_str()), (Some(0), ""), "{}", moved.out);
    assert!(moved.out.starts_with("1 server moved to "), "{}", moved.out);
    let after = export(to);
    for (before, after) in before.iter().zip(&after) {
        assert!(
            before == after,
            "{}\n{}",
            String::from_utf8_lossy(before),
            String::from_utf8_lossy(after)
        );
    }
    let left = ran(&harness, from, &["export", "--format", "json", "--out", "-"]);
    assert_eq!(left.complaint(), "Nothing was asked yet.");

    // Given again, it says so; what was never there is refused.
    let again = ran(&harness, from, &moves);
    assert!(again.code == Some(0) && again.out.ends_with(" already.\n"), "{again:?}");
    let unknown = ran(&harness, from, &["move", "--server", "5", "--to", to]);
    assert!(unknown.complaint().contains("has nothing of a server 5"), "{unknown:?}");
    // A bot goes on there.
    let record = ran(&harness, to, &["console", "-c", "/record theme:none"]);
    assert_eq!(record.code, Some(0), "{record:?}");
    for database in [from, to] {
        let check = ran(&harness, database, &["check"]);
        assert!(check.out.contains("is sound"), "{check:?}");
    }
}

#[test]
fn what_moves_has_to_be_said() {
    let harness = ConsoleHarness::new();
    harness.plays("/quote\n");
    for arguments in [
        &["move", "--to", "other.db"][..],
        &["move", "--server", "1"],
        &["move", "--server", "1", "--shards", "0/2", "--to", "other.db"],
        &["move", "--shards", "2/2", "--to", "other.db"],
    ] {
        let ran = ran(&harness, "commonplace.db", arguments);
        assert_eq!(ran.code, Some(2), "{ran:?}");
    }
    assert!(!harness.path("other.db").exists());
}
