//! What the README shows is what the program prints.

use std::io::Write;
use std::process::{Command, Stdio};

const README: &str = include_str!("../README.md");

/// The block of text that follows a mark, and where it stands.
fn block<'a>(readme: &'a str, mark: &str) -> (std::ops::Range<usize>, &'a str) {
    let fence = format!("<!-- {mark} -->\n```text\n");
    let start = readme.find(&fence).expect("the README has this block") + fence.len();
    let end = start + readme[start..].find("```").expect("the block ends");
    (start..end, &readme[start..end])
}

/// The seed in the command that the README gives.
fn seed(readme: &str) -> &str {
    let (_, rest) = readme.split_once("console --fresh --seed ").expect("the command is there");
    rest.split_whitespace().next().unwrap_or_default()
}

fn run(script: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Command::new(env!("CARGO_BIN_EXE_commonplace"))
        .args(["console", "--seed", seed(README), "--now", "2026-05-01T18:00:00Z"])
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    console.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let output = console.wait_with_output().unwrap();
    assert!(output.status.success(), "the script of the README fails");
    String::from_utf8(output.stdout).unwrap()
}

/// `UPDATE_README=1 cargo test --test main readme` writes the transcript anew.
#[test]
fn the_transcript_is_what_the_program_prints() {
    let (_, script) = block(README, "script");
    let (place, shown) = block(README, "transcript");
    let printed = run(script);
    if std::env::var_os("UPDATE_README").is_some() {
        let mut readme = README.to_owned();
        readme.replace_range(place, &printed);
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"), readme).unwrap();
        return;
    }
    assert_eq!(shown, printed, "write it anew with UPDATE_README=1 cargo test --test main readme");
}

#[test]
fn the_two_commands_are_there() {
    for command in ["cargo run", "cargo test"] {
        assert!(README.contains(command), "{command}");
    }
}
