//! A whole seminar of each format, as its members read it. The scripts and what comes out of them
//! stand in `transcripts/`; `UPDATE_TRANSCRIPTS=1 cargo test --test main console` writes these anew.

use std::fs;
use std::path::Path;

use crate::console::program::ConsoleHarness;

fn plays(name: &str) -> String {
    plays_with_refusals(name, "")
}

/// The same where some lines are to be refused; `refused` says which.
fn plays_with_refusals(name: &str, refused: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/transcripts");
    let script = fs::read_to_string(folder.join(format!("{name}.script"))).unwrap();
    let ran = ConsoleHarness::new().play_of_the_book(&script);
    assert_eq!(ran.err.trim_end(), refused, "{}", ran.out);
    let ran = ran.out;
    let file = folder.join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(file, &ran).unwrap();
        return ran;
    }
    let shown = fs::read_to_string(file).unwrap();
    assert_eq!(
        shown, ran,
        "write it anew with UPDATE_TRANSCRIPTS=1 cargo test --test main console"
    );
    ran
}

#[test]
fn a_plain_seminar() {
    let said = plays("plain");
    assert!(said.contains("Summary: On power"), "{said}");
}

#[test]
fn a_debate() {
    let said = plays("debate");
    assert!(said.contains("Summary: Who leads?"), "{said}");
}

#[test]
fn what_is_taken_down() {
    let refused = "5 of 31 commands failed (lines 23, 24, 25, 30, 42).";
    let said = plays_with_refusals("moderation", refused);
    assert!(said.contains("taken down by the facilitators"), "{said}");
}

#[test]
fn a_question_that_is_put_again() {
    let said = plays("revisit");
    assert!(said.contains("How minds have moved"), "{said}");
}

const TWELVE: [&str; 12] =
    ["ana", "ben", "cleo", "dora", "emil", "farid", "gül", "hugo", "ines", "jun", "kofi", "lena"];

/// Plays each line in a run of its own: the program starts again after every step.
fn plays_line_by_line(harness: &ConsoleHarness, lines: &[String]) -> String {
    let ran = lines.iter().map(|line| harness.plays_of_the_book(&format!("{line}\n")));
    ran.collect::<Vec<_>>().join("\n")
}

fn all(line: &str) -> Vec<String> {
    TWELVE.iter().map(|name| format!("@{name} {}", line.replace("NAME", name))).collect()
}

#[test]
fn a_plain_seminar_with_a_restart_after_each_line() {
    let harness = ConsoleHarness::new();
    let mut lines = vec![
        "@fay /seminar open title:\"On power\" themes:power".to_owned(),
        "@fay /seminar start".to_owned(),
    ];
    lines.extend(all("/seminar join"));
    lines.push("@fay /seminar next".to_owned());
    lines.extend(all("/answer text:\"NAME has thought about it.\""));
    lines.push("@ana /statement propose text:\"We think.\"".to_owned());
    lines.extend(all("/statement agree statement:1 version:1").into_iter().skip(1));
    lines.extend(["@ben /queue join", "@cleo /queue join", "@ben /queue next"].map(str::to_owned));
    lines.push("@fay /seminar next".to_owned());
    lines.push("@fay /seminar close sure:true".to_owned());
    let said = plays_line_by_line(&harness, &lines);
    for words in ["It is adopted when the round closes", "cleo is speaking", "Summary: On power"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let record = harness.plays_of_the_book("/record seminar:1\npress \"Next ›\"\n");
    for name in TWELVE {
        let words = format!("{name} has thought about it.");
        assert_eq!(record.matches(&words).count(), 1, "{words}: {record}");
    }
    assert!(record.contains("We think."), "{record}");
}

#[test]
fn a_debate_with_a_restart_after_each_line() {
    let harness = ConsoleHarness::new();
    let mut lines = vec![
        "@fay /seminar open title:\"Who leads?\" themes:spontaneity format:debate".to_owned(),
        "@fay /seminar start".to_owned(),
    ];
    lines.extend(all("/seminar join"));
    lines.push("@fay /seminar next".to_owned());
    lines.extend(all("/seminar card"));
    lines.extend(all("/answer text:\"NAME argues a side.\""));
    lines.extend(all("/answer text:\"NAME speaks for NAME.\""));
    lines.push("@fay /seminar close sure:true".to_owned());
    let said = plays_line_by_line(&harness, &lines);
    for side in ["Centralists", "Libertarians", "Marxists"] {
        assert_eq!(said.matches(&format!("Your side: {side}")).count(), 4, "{side}: {said}");
    }
    assert!(said.contains("Summary: Who leads?"), "{said}");
    let record = harness.plays_of_the_book("/record theme:spontaneity\n");
    let (argued, own) = ("ana argues a side.", "ana speaks for ana.");
    let place = |words: &str| record.find(words).unwrap_or_else(|| panic!("{words}: {record}"));
    assert!(place(argued) < place(own), "{record}");
}
