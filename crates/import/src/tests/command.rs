//! The subcommand: what it writes, and that it writes nothing else.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::super::cli::{Import, run};
use super::*;

const TEXT: &str =
    "The power of the state is nothing but the power of those who obey it each day.\n";

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

fn done(code: ExitCode) -> bool {
    format!("{code:?}") == format!("{:?}", ExitCode::SUCCESS)
}

#[test]
fn it_writes_one_file_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    let text = folder.path().join("Über Straßen.txt");
    let picture = folder.path().join("picture.txt");
    fs::write(&text, TEXT).unwrap();
    fs::write(&picture, b"\x89PNG\r\n\x1a\n").unwrap();
    let themes = themes();
    let dry = Import { files: vec![text.clone()], dry_run: true, ..Import::default() };
    assert!(done(run(&dry, &corpus, &themes)));
    assert!(!corpus.exists());
    let refused = Import { files: vec![picture.clone()], ..Import::default() };
    assert!(!done(run(&refused, &corpus, &themes)));
    assert!(!corpus.exists());
    let both = Import { files: vec![picture, text], json: true, ..Import::default() };
    assert!(!done(run(&both, &corpus, &themes)), "one of two was refused");
    assert_eq!(files(&corpus), ["uber-strassen.toml"]);
    let written = fs::read_to_string(corpus.join("uber-strassen.toml")).unwrap();
    assert!(written.contains("id = \"uber-strassen-1\""), "{written}");
}

#[test]
fn a_file_that_the_bot_would_not_read_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path();
    let text = folder.path().join("roads.txt");
    fs::write(&text, TEXT).unwrap();
    fs::write(corpus.join("themes.toml"), include_str!("../../../../corpus/themes.toml")).unwrap();
    let import = Import { files: vec![text], ..Import::default() };
    let themes = themes();
    assert!(done(run(&import, corpus, &themes)));
    // Another work has the ids already.
    let first = fs::read_to_string(corpus.join("roads.toml")).unwrap();
    let other = first.replacen("id = \"roads\"", "id = \"other\"", 1);
    fs::write(corpus.join("other.toml"), other).unwrap();
    fs::remove_file(corpus.join("roads.toml")).unwrap();
    assert!(!done(run(&import, corpus, &themes)));
    assert_eq!(files(corpus), ["other.toml", "roads.txt", "themes.toml"]);
}

#[test]
fn a_review_with_a_slip_in_it_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("roads.txt");
    fs::write(&text, TEXT).unwrap();
    fs::write(folder.path().join("roads.toml"), "[work\nid = 3").unwrap();
    let import = Import { files: vec![text], ..Import::default() };
    assert!(!done(run(&import, folder.path(), &themes())));
    assert_eq!(fs::read_to_string(folder.path().join("roads.toml")).unwrap(), "[work\nid = 3");
}

#[test]
fn one_file_for_two_texts_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let texts = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
    for text in &texts {
        fs::write(text, TEXT).unwrap();
    }
    let out = Some(folder.path().join("one.toml"));
    let import = Import { files: texts.to_vec(), out, ..Import::default() };
    assert!(!done(run(&import, folder.path(), &themes())));
    assert_eq!(files(folder.path()), ["a.txt", "b.txt"]);
}

#[test]
fn another_text_of_the_same_name_leaves_the_first_work_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    fs::create_dir(&corpus).unwrap();
    let given = |at: &str, title: &str, author: &str, year: u16, text: &str| {
        let file = folder.path().join(at).join("index.md");
        fs::create_dir(folder.path().join(at)).unwrap();
        fs::write(&file, format!("# {title}\n\nBy {author}\n\n{year}\n\n{text}\n")).unwrap();
        Import { files: vec![file], out: Some(corpus.clone()), ..Import::default() }
    };
    let mill =
        "The miller opened the sluice before it was light, and nobody could say when he slept.";
    let ferry =
        "A village without a book must settle every debt again, and so it settles none of them.";
    let one = given("one", "The Mill", "Ada Quill", 1911, mill);
    let two = given("two", "The Ferry", "Bert Inkwell", 1950, ferry);
    assert!(done(run(&one, &corpus, &themes())));
    let first = fs::read_to_string(corpus.join("index.toml")).unwrap();
    assert!(first.contains("Ada Quill") && first.contains(mill), "{first}");
    assert!(!done(run(&two, &corpus, &themes())));
    assert_eq!(fs::read_to_string(corpus.join("index.toml")).unwrap(), first);
    assert_eq!(files(&corpus), ["index.toml"]);
}
