//! The record in files: what is in them, and the way back.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::console::program::{ConsoleHarness, Ran, run};

pub(crate) const FORMATS: [&str; 4] = ["md", "csv", "json", "html"];

/// A database with the two seminars of the transcripts.
fn two_seminars() -> ConsoleHarness {
    let harness = ConsoleHarness::new();
    for name in ["plain", "debate"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/transcripts");
        let script = fs::read_to_string(folder.join(format!("{name}.script"))).unwrap();
        harness.plays_of_the_book(&script);
    }
    harness
}

/// The program with the book that ships, on a database of that name.
pub(crate) fn on(harness: &ConsoleHarness, database: &str, arguments: &[&str]) -> Command {
    let mut program = harness.program(arguments);
    program.env_remove("COMMONPLACE_CORPUS_DIR").env("COMMONPLACE_DATABASE_PATH", database);
    program
}

pub(crate) fn ran(harness: &ConsoleHarness, database: &str, arguments: &[&str]) -> Ran {
    run(&mut on(harness, database, arguments), "")
}

pub(crate) fn exported(
    harness: &ConsoleHarness,
    database: &str,
    format: &str,
    more: &[&str],
) -> Vec<u8> {
    let mut arguments = vec!["export", "--format", format, "--out", "-"];
    arguments.extend(more);
    let output = on(harness, database, &arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

pub(crate) fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

/// The tables of a zip, by their names, as rows of cells.
pub(crate) fn tables(zip: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut tables = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).unwrap();
        let words = text(&bytes).strip_prefix('\u{feff}').unwrap().to_owned();
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(words.as_bytes());
        let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
        tables.push((name, rows.records().map(|row| cells(row.unwrap())).collect()));
    }
    tables
}

#[test]
fn two_seminars_leave_in_every_format_and_come_back_the_same() {
    let harness = two_seminars();
    let json = exported(&harness, "commonplace.db", "json", &["--seed", "1"]);
    fs::write(harness.path("record.json"), &json).unwrap();
    let back = ran(&harness, "other.db", &["import-record", "record.json"]);
    assert_eq!(back.code, Some(0), "{back:?}");
    assert!(back.out.contains("server 1, questions: 4, answers: 30, seminars: 2"), "{back:?}");
    for format in FORMATS {
        let there = exported(&harness, "commonplace.db", format, &["--seed", "1"]);
        let here = exported(&harness, "other.db", format, &["--seed", "1"]);
        assert!(there == here, "{format} came back otherwise");
    }
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/record.example.json");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&example, &json).unwrap();
    }
    let kept = fs::read(&example).unwrap();
    assert!(kept == json, "write it anew with UPDATE_DOCS=1 cargo test --test main exports");
    // The record goes on where it came back to.
    let script =
        "@ana /record seminar:1\n@ana /question text:\"And now?\"\n@ben /answer text:This.\n";
    let on = run(on(&harness, "other.db", &["console"]).env("NO_COLOR", "1"), script);
    assert_eq!(on.code, Some(0), "{}", on.out);
    assert!(on.out.contains("Seminar: On power"), "{}", on.out);
}

/// A group that types everything that some reader could take for its own.
const HOSTILE: &str = r##"
@ana /question text:"Who </script><b>rules</b> | =SUM(A1)? [[x]] \u202e"
@ana /answer text:"=1+1"
@ben /answer text:"<script>alert(1)</script> <img src=x onerror=alert(1)>"
@cleo /answer text:"# Head {{ 7*7 }} {% raw %} &lt;b&gt; **bold** `code` [a](javascript:alert(1))"
@dan /answer text:"+cmd|' /C calc'!A0"
@eve /answer text:"@SUM(1)"
@fee /answer text:"- list"
@gil /answer text:"1. one"
@finn /answer text:"RLOevilPDF then plain" anonymous:true
@ana /close round:1 sure:true
@ana /question text:"And now?"
@gus /answer text:"--- "
@gus /statement propose text:"--><!-- -1 </style>"
"##;

#[test]
fn what_members_type_is_text_in_every_format() {
    let harness = ConsoleHarness::new();
    let turned = HOSTILE.replace("RLO", "\u{202e}").replace("PDF", "\u{202c}");
    harness.plays_of_the_book(&turned);
    let html = exported(&harness, "commonplace.db", "html", &[]);
    let html = text(&html);
    for tag in ["<script", "<img", "<b>", "onerror=alert(1)>", "--><!--"] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert!(html.contains("&lt;script&gt;alert(1)&lt;"), "{html}");
    assert!(html.contains("{{ 7*7 }}"), "{html}");
    assert_eq!(html.matches("</style>").count(), 1);
    for (name, rows) in tables(&exported(&harness, "commonplace.db", "csv", &[])) {
        let columns = rows[0].len();
        for row in &rows {
            assert_eq!(row.len(), columns, "{name}: {row:?}");
            for cell in row.iter().filter(|cell| cell.parse::<f64>().is_err()) {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
            }
        }
    }
    let markdown = exported(&harness, "commonplace.db", "md", &[]);
    let markdown = text(&markdown);
    for marked in ["\\<script\\>", "\\*\\*bold\\*\\*", "\\[\\[x\\]\\]", "> \\- list", "> 1\\. one"]
    {
        assert!(markdown.contains(marked), "{marked}: {markdown}");
    }
    let json: Value =
        serde_json::from_slice(&exported(&harness, "commonplace.db", "json", &[])).unwrap();
    let answers = json["rounds"][0]["answers"].as_array().unwrap();
    assert!(answers.iter().any(|it| it["text"] == "=1+1"), "{json}");
}

#[test]
fn an_anonymous_answer_has_nothing_to_be_known_by() {
    let harness = ConsoleHarness::new();
    let mut script = "@ana /question text:\"Who rules?\"\n".to_owned();
    let unnamed: Vec<String> = (1..=8).map(|number| format!("m{number}")).collect();
    for name in &unnamed {
        script += &format!("@{name} /answer text:\"{name} said so\" anonymous:true\n");
    }
    script += "@zoe /answer text:\"By name.\"\n@ana /close round:1 sure:true\n";
    harness.plays_of_the_book(&script);
    let answers = |seed: &str| -> Vec<Value> {
        let json = exported(&harness, "commonplace.db", "json", &["--seed", seed]);
        let json: Value = serde_json::from_slice(&json).unwrap();
        json["rounds"][0]["answers"].as_array().unwrap().clone()
    };
    let (one, other) = (answers("1"), answers("2"));
    let texts = |answers: &[Value]| -> Vec<String> {
        answers.iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(one, answers("1"));
    // The same answers in another order: neither is that in which they came, or that of the rows.
    let sorted = |answers: &[Value]| texts(answers).into_iter().collect::<BTreeSet<_>>();
    assert_eq!(sorted(&one), sorted(&other));
    assert_ne!(texts(&one), texts(&other));
    let came: Vec<String> = unnamed.iter().map(|name| format!("{name} said so")).collect();
    assert_ne!(texts(&one)[1..], came[..]);
    for answer in &one[1..] {
        let keys: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["part", "text"], "{answer}");
    }
    // No id of a member who gave no name is in any file.
    let ids: BTreeSet<String> =
        one.iter().filter_map(|it| it["by"]["id"].as_str().map(str::to_owned)).collect();
    assert_eq!(ids.len(), 1);
    let (_, rows) = tables(&exported(&harness, "commonplace.db", "csv", &[])).swap_remove(3);
    for row in rows.iter().skip(1).filter(|row| row[3] == "true") {
        assert_eq!((&*row[1], &*row[2], &*row[7], &*row[8]), ("", "", "", ""), "{row:?}");
    }
}

#[test]
fn a_sealed_answer_is_in_no_export() {
    let harness = ConsoleHarness::new();
    harness.plays_of_the_book(
        "@ana /seminar open title:\"On power\" themes:power\n@ana /seminar start\n\
         @ben /seminar join\n@cleo /seminar join\n@ana /seminar next\n@ben /answer text:\"A secret yet.\"\n",
    );
    for format in FORMATS {
        let file = exported(&harness, "commonplace.db", format, &[]);
        let file =
            if format == "csv" { format!("{:?}", tables(&file)) } else { text(&file).to_owned() };
        assert!(!file.contains("A secret yet."), "{format}: {file}");
    }
}

#[test]
fn what_was_taken_down_leaves_with_its_reason_and_comes_back_the_same() {
    let harness = ConsoleHarness::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/transcripts");
    let script = fs::read_to_string(folder.join("moderation.script")).unwrap();
    harness.play_of_the_book(&script);
    let json = exported(&harness, "commonplace.db", "json", &["--seed", "1"]);
    fs::write(harness.path("record.json"), &json).unwrap();
    let back = ran(&harness, "other.db", &["import-record", "record.json"]);
    assert_eq!(back.code, Some(0), "{back:?}");
    for format in FORMATS {
        let there = exported(&harness, "commonplace.db", format, &["--seed", "1"]);
        let here = exported(&harness, "other.db", format, &["--seed", "1"]);
        assert!(there == here, "{format} came back otherwise");
        let said = match format {
            "csv" => format!("{:?}", tables(&there)),
            _ => text(&there).to_owned(),
        };
        for words in ["Ana has never worked", "Buy my book", "It is true, though"] {
            assert!(!said.contains(words), "{format}: {said}");
        }
        let (reason, appeal) = match format {
            "csv" | "json" => ("advertising", "mistake"),
            _ => ("private matter", "That was a mistake."),
        };
        assert!(said.contains(reason) && said.contains(appeal), "{format}: {said}");
    }
    let json: Value = serde_json::from_slice(&json).unwrap();
    let rounds = json["rounds"].as_array().unwrap();
    let taken = rounds.iter().find_map(|round| round["taken_down"].as_array()).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&taken).unwrap(), @r#"
    [
      {
        "appeal": "mistake",
        "at": "2026-05-01T18:00:16.757Z",
        "by": {
          "id": "1350704101001590795",
          "name": "fay"
        },
        "entry": 1,
        "kind": "answer",
        "muted": true,
        "part": "own",
        "reason": "private"
      },
      {
        "at": "2026-05-01T18:00:23.008Z",
        "by": {
          "id": "1350704101001590795",
          "name": "fay"
        },
        "entry": 2,
        "kind": "answer",
        "muted": false,
        "part": "own",
        "reason": "advertising"
      }
    ]
    "#);
    let log = run(on(&harness, "other.db", &["console"]).env("NO_COLOR", "1"), "/moderate log\n");
    assert!(log.out.contains("advertising"), "{}", log.out);
    let twice = text(&fs::read(harness.path("record.json")).unwrap()).replacen(
        "\"entry\":2",
        "\"entry\":1",
        1,
    );
    fs::write(harness.path("twice.json"), twice).unwrap();
    let refused = ran(&harness, "fresh.db", &["import-record", "twice.json"]);
    assert!(refused.complaint().contains("has an entry 1 already"), "{refused:?}");
}

#[test]
fn a_part_of_the_record_is_chosen() {
    let harness = two_seminars();
    let of_theme = exported(&harness, "commonplace.db", "md", &["--theme", "spontaneity"]);
    assert!(text(&of_theme).contains("## Spontaneity"), "{}", text(&of_theme));
    assert!(!text(&of_theme).contains("## Power"), "{}", text(&of_theme));
    let of_seminar = exported(&harness, "commonplace.db", "json", &["--seminar", "2"]);
    let json: Value = serde_json::from_slice(&of_seminar).unwrap();
    assert_eq!(json["rounds"].as_array().unwrap().len(), 1, "{json}");
    for format in FORMATS {
        let empty = exported(&harness, "commonplace.db", format, &["--theme", "technology"]);
        if matches!(format, "md" | "html") {
            assert!(text(&empty).contains("No question has been asked yet."), "{}", text(&empty));
        }
    }
    let refused = ran(&harness, "commonplace.db", &["export", "--format", "md", "--theme", "powr"]);
    insta::assert_snapshot!(refused.complaint(), @"There is no theme “powr”. Did you mean power?");
    let refused = ran(&harness, "commonplace.db", &["export", "--format", "md", "--seminar", "9"]);
    insta::assert_snapshot!(refused.complaint(), @"There is no seminar 9 in server 1.");
    let refused = ran(&harness, "commonplace.db", &["export", "--format", "md", "--server", "9"]);
    insta::assert_snapshot!(refused.complaint(), @"Say which server with --server: 1.");
}

#[test]
fn a_file_is_written_whole_and_never_over_another() {
    let harness = ConsoleHarness::new();
    harness.plays_of_the_book("/question text:\"Who rules?\"\n");
    fs::create_dir(harness.path("out")).unwrap();
    for _ in 0..2 {
        let done = ran(&harness, "commonplace.db", &["export", "--format", "html", "--out", "out"]);
        let there = harness.path("out/record-1.html").exists();
        assert!(there && !harness.path("out/record-1.html.part").exists(), "{done:?}");
    }
    let again = ran(&harness, "commonplace.db", &["export", "--format", "html", "--out", "out"]);
    assert!(again.complaint().ends_with("is there already, and is not overwritten."), "{again:?}");
    let nowhere =
        ran(&harness, "commonplace.db", &["export", "--format", "md", "--out", "none/x.md"]);
    assert!(nowhere.complaint().contains("cannot be written"), "{nowhere:?}");
}

#[test]
fn a_file_that_is_wrong_leaves_the_database_as_it_was() {
    let harness = two_seminars();
    let json = exported(&harness, "commonplace.db", "json", &["--seed", "1"]);
    let json = text(&json).to_owned();
    let mut said = String::new();
    for (name, file) in [
        ("empty", String::new()),
        ("no JSON", "Dear all".to_owned()),
        ("another JSON", "{\"format\": \"other\", \"version\": 1}".to_owned()),
        ("a list", "[1, 2]".to_owned()),
        ("newer", json.replacen("\"version\": 1", "\"version\": 2", 1)),
        ("cut off", json[..json.len() / 2].to_owned()),
        ("cut before its end", json[..json.len() - 3].to_owned()),
        ("a forged server", json.replacen("\"server\": \"1\"", "\"server\": \"1 or 1\"", 1)),
        ("a wrong seminar", json.replacen("\"seminar\":1", "\"seminar\":7", 1)),
        ("a wrong round", json.replacen("\"round\":1", "\"round\":71", 1)),
        ("a double", json.replacen("\"id\":2,\"channel\"", "\"id\":1,\"channel\"", 1)),
        (
            "a time too many",
            json.replacen("{\"text\":", "{\"answered_at\":\"2026-05-01T00:00:00Z\",\"text\":", 60),
        ),
        ("an unknown field", json.replacen("\"asker\":", "\"poser\":", 1)),
        ("a wrong state", json.replacen("\"state\":\"closed\"", "\"state\":\"over\"", 1)),
    ] {
        fs::write(harness.path("wrong.json"), &file).unwrap();
        let refused = ran(&harness, "fresh.db", &["import-record", "wrong.json"]);
        let words = refused.complaint().replace(&*harness.path("").to_string_lossy(), "");
        said += &format!("{name}: {words}\n");
        let nothing = ran(&harness, "fresh.db", &["export", "--format", "md"]);
        assert_eq!(nothing.complaint(), "Nothing was asked yet.", "{name}");
    }
    insta::assert_snapshot!(said, @"
    empty: wrong.json is not put in: it is empty. Nothing was changed.
    no JSON: wrong.json is not put in: it is no JSON (line 1, column 1). Nothing was changed.
    another JSON: wrong.json is not put in: this is no export of Commonplace's record (line 1, column 19). Nothing was changed.
    a list: wrong.json is not put in: invalid type: sequence, expected an export of the record (line 1, column 1). Nothing was changed.
    newer: wrong.json is not put in: it has version 2 of the format, and this program reads up to 1: take a newer Commonplace (line 3, column 13). Nothing was changed.
    cut off: wrong.json is not put in: it ends in the middle (line 12, column 17). Nothing was changed.
    cut before its end: wrong.json is not put in: it ends in the middle (line 31, column 35). Nothing was changed.
    a forged server: wrong.json is not put in: `1 or 1` is no id of a server (line 4, column 19). Nothing was changed.
    a wrong seminar: wrong.json is not put in: round 1: there is no seminar 7 (line 11, column 1). Nothing was changed.
    a wrong round: wrong.json is not put in: seminar 1: there is no round 71. Nothing was changed.
    a double: wrong.json is not put in: seminar 1: its number is taken or is none (line 8, column 2). Nothing was changed.
    a time too many: wrong.json is not put in: unknown field `answered_at`, expected one of `text`, `question`, `problem`, `theme`, `minutes`, `round` (line 6, column 1350). Nothing was changed.
    an unknown field: wrong.json is not put in: unknown field `poser`, expected one of `id`, `channel`, `seminar`, `text`, `question`, `problem`, `theme`, `quotes`, `asker`, `state`, `reveal`, `part`, `awaited`, `posed_at`, `closed_at`, `answers`, `withdrawn`, `statement`, `taken_down`, `revisit` (line 10, column 175). Nothing was changed.
    a wrong state: wrong.json is not put in: unknown variant `over`, expected one of `draft`, `open`, `closed` (line 6, column 159). Nothing was changed.
    ");
    fs::write(harness.path("record.json"), &json).unwrap();
    let refused = ran(&harness, "commonplace.db", &["import-record", "record.json"]);
    insta::assert_snapshot!(refused.complaint(), @"There is a record in this database already, and the two cannot be one. Choose a new file under [database] path.");
    let missing = ran(&harness, "fresh.db", &["import-record", "none.json"]);
    assert!(missing.complaint().contains("none.json cannot be read"), "{missing:?}");
}

/// Any bytes: a sentence, and nothing in the database.
#[test]
fn a_file_that_was_hit_anywhere_is_refused_or_read_whole() {
    let harness = ConsoleHarness::new();
    harness.plays_of_the_book("/question text:\"Who rules?\"\n@ben /answer text:\"Nobody.\"\n");
    let json = exported(&harness, "commonplace.db", "json", &["--seed", "1"]);
    for at in (0..json.len()).step_by(97) {
        let mut hit = json.clone();
        hit[at] = b'\0';
        fs::write(harness.path("hit.json"), &hit).unwrap();
        let database = format!("hit-{at}.db");
        let refused = ran(&harness, &database, &["import-record", "hit.json"]);
        assert!(refused.complaint().contains("Nothing was changed"), "{at}: {refused:?}");
    }
}
