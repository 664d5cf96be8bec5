//! How minds have moved, in the files of the record.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::console::exports::{FORMATS, exported, ran, tables, text};
use crate::console::program::ConsoleHarness;

fn script() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/transcripts");
    fs::read_to_string(folder.join("revisit.script")).unwrap()
}

/// A database with the seminar of the transcript.
fn revisited() -> ConsoleHarness {
    let harness = ConsoleHarness::new();
    harness.plays_of_the_book(&script());
    harness
}

fn revisits(json: &Value) -> Vec<Value> {
    let rounds = json["rounds"].as_array().unwrap();
    rounds.iter().map(|round| round["revisit"].clone()).filter(|it| !it.is_null()).collect()
}

fn record(harness: &ConsoleHarness) -> Value {
    let json = exported(harness, "commonplace.db", "json", &["--seed", "1"]);
    serde_json::from_slice(&json).unwrap()
}

#[test]
fn every_format_tells_how_minds_have_moved_and_it_comes_back_the_same() {
    let harness = revisited();
    let record = record(&harness);
    let minds = json!({
        "same": 1, "somewhat": 2, "changed": 2,
        "passages": [{"quote": "guerin-55", "times": 3}],
    });
    let revisits = revisits(&record);
    assert_eq!(revisits.len(), 1);
    assert_eq!(revisits[0]["minds"], minds);
    for format in ["md", "html"] {
        let file = exported(&harness, "commonplace.db", format, &[]);
        let file = text(&file);
        assert!(file.contains("How minds have moved:"), "{format}: {file}");
        assert!(file.contains("2 have changed their minds"), "{format}: {file}");
        assert!(file.contains("named by 3"), "{format}: {file}");
    }
    let tables = tables(&exported(&harness, "commonplace.db", "csv", &[]));
    let table = |name: &str| &tables.iter().find(|(it, _)| it == name).unwrap().1;
    assert_eq!(table("revisits.csv")[1][3..], ["1", "2", "2"]);
    assert_eq!(table("reasons.csv")[1], ["2", "guerin-55", "3"]);
    // What a member wrote for themselves is in no file.
    for format in FORMATS {
        let file = exported(&harness, "commonplace.db", format, &[]);
        let words = b"Our own council put off";
        assert!(!file.windows(words.len()).any(|window| window == words), "{format}");
    }
    let json = exported(&harness, "commonplace.db", "json", &["--seed", "1"]);
    fs::write(harness.path("record.json"), &json).unwrap();
    let back = ran(&harness, "other.db", &["import-record", "record.json"]);
    assert_eq!(back.code, Some(0), "{back:?}");
    for format in FORMATS {
        let there = exported(&harness, "commonplace.db", format, &["--seed", "1"]);
        let here = exported(&harness, "other.db", format, &["--seed", "1"]);
        assert!(there == here, "{format} came back otherwise");
    }
}

#[test]
fn nothing_is_exported_before_it_is_over_or_of_fewer_than_five() {
    let open = ConsoleHarness::new();
    let script = script();
    let (before, after) = script.split_once("wait 7d\n").unwrap();
    open.plays_of_the_book(before);
    assert_eq!(revisits(&record(&open)), [Value::Null; 0]);
    let few = ConsoleHarness::new();
    let (start, _) = before.split_once("@emil press \"Look again\"").unwrap();
    few.plays_of_the_book(&format!("{start}wait 7d\n{after}"));
    let revisits = revisits(&record(&few));
    assert_eq!(revisits.len(), 1);
    assert!(revisits[0].get("minds").is_none(), "{revisits:?}");
    for format in ["md", "html"] {
        let file = exported(&few, "commonplace.db", format, &[]);
        assert!(text(&file).contains("too few answered to show"), "{format}");
        assert!(!text(&file).contains("have changed their minds"), "{format}");
    }
}

#[test]
fn a_file_that_tells_what_nobody_may_tell_is_refused() {
    let harness = revisited();
    let record = record(&harness);
    for (minds, why) in [
        (json!({"same": 1, "somewhat": 0, "changed": 3}), "fewer than five are never counted"),
        (
            json!({"same": 5, "somewhat": 0, "changed": 3, "passages": [{"quote": "a", "times": 2}]}),
            "a passage is counted that nobody may count",
        ),
        (
            json!({"same": 5, "somewhat": 0, "changed": 3,
                   "passages": [{"quote": "a"}, {"quote": "a"}]}),
            "a passage is named twice",
        ),
        (json!({"same": 5, "somewhat": 0}), "missing field `changed`"),
        (json!({"same": 5, "somewhat": 0, "changed": 0, "who": ["ana"]}), "unknown field `who`"),
        (json!({"same": u32::MAX, "somewhat": 0, "changed": 0}), "more members than a server has"),
    ] {
        let mut forged = record.clone();
        let rounds = forged["rounds"].as_array_mut().unwrap();
        let round = rounds.iter_mut().find(|round| !round["revisit"].is_null()).unwrap();
        round["revisit"]["minds"] = minds;
        // The head comes first in the file, as it would not by name.
        let fields = ["format", "version", "server", "seminars", "rounds"];
        let fields = fields.map(|name| format!("\"{name}\":{}", forged[name]));
        let file = format!("{{{}}}", fields.join(","));
        fs::write(harness.path("forged.json"), file).unwrap();
        let refused = ran(&harness, "empty.db", &["import-record", "forged.json"]);
        assert_ne!(refused.code, Some(0), "{why}");
        assert!(refused.err.contains(why), "{why}: {refused:?}");
    }
}
