//! Every message that the program asks for is there with the right arguments, in every language,
//! and none is left over.

mod catalog;
mod check;
mod names;
mod planted;
mod stale;
mod uses;

use std::fs;
use std::path::{Path, PathBuf};

use catalog::Messages;
use check::{problems, untranslated};
use commonplace::command::{Body, MessageSpec, OptionKind, OptionSpec};
use commonplace::commands::{COMMANDS, MESSAGE_COMMANDS};
use commonplace::corpus_source;
use commonplace::messages::ui::{Language, about_id, choice_id};
use uses::{Use, uses};

#[test]
fn every_message_is_there_and_used_with_the_right_arguments() {
    let english = language("en");
    let mut asked = Vec::new();
    for (file, source) in read("src", "rs") {
        let found = uses(&file, &source).unwrap();
        if !file.starts_with("src/messages/") && !found.is_empty() {
            panic!("{}: words for members are made in src/messages", found[0].at);
        }
        asked.extend(found.into_iter().filter(|_| !is_test(&file)));
    }
    // Descriptions of commands are found by a computed id, so the table of commands says which.
    asked.extend(descriptions());
    asked.extend(themes());
    none(&problems(&english, &asked));
}

#[test]
fn every_language_has_every_message() {
    let english = language("en");
    for folder in fs::read_dir(root("locales")).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        none(&untranslated(&name, &english, &language(&name)));
    }
}

#[test]
fn every_command_has_a_name_in_every_language() {
    for tag in translations() {
        none(&names::problems(tag, &language(tag)));
    }
}

#[test]
fn no_message_has_changed_since_it_was_translated() {
    let english = language("en");
    for tag in translations() {
        none(&stale::problems(tag, &english));
    }
}

/// The languages that are translated and whose folder is there.
fn translations() -> impl Iterator<Item = &'static str> {
    let tags = Language::ALL.into_iter().filter(|it| *it != Language::default()).map(Language::tag);
    tags.filter(|tag| root(&format!("locales/{tag}")).is_dir())
}

#[test]
fn a_description_has_the_id_of_its_command_and_option() {
    let ids: Vec<String> = descriptions().into_iter().map(|it| it.id).collect();
    for id in ["commands-quote", "commands-quote.theme", "commands-daily-add.time"] {
        assert!(ids.iter().any(|it| it == id), "{id} is not among {ids:?}");
    }
}

/// The descriptions of all commands, subcommands and options.
fn descriptions() -> Vec<Use> {
    let mut ids = Vec::new();
    let mut add = |command: &str, options: &[OptionSpec]| {
        ids.push(about_id(command, None));
        for option in options {
            ids.push(about_id(command, Some(option.name)));
            if let OptionKind::OneOf(words) = option.kind {
                ids.extend(words.iter().map(|word| choice_id(command, option.name, word)));
            }
        }
    };
    for spec in COMMANDS {
        match &spec.body {
            Body::Options(options) => add(spec.name, options),
            Body::Subcommands(subcommands) => {
                add(spec.name, &[]);
                for sub in *subcommands {
                    add(&format!("{} {}", spec.name, sub.name), sub.options);
                }
            }
        }
    }
    for spec in MESSAGE_COMMANDS {
        add(spec.word, MessageSpec::OPTIONS);
    }
    ids.into_iter().map(asked_by_table).collect()
}

fn asked_by_table(id: String) -> Use {
    let at = "the table of commands or the corpus".to_owned();
    Use { id, arguments: Default::default(), plain: true, at }
}

/// The names of the themes, which are found by their ids.
fn themes() -> Vec<Use> {
    let corpus = corpus_source::corpus(None).unwrap();
    let ids = corpus.themes().iter().map(|theme| format!("themes-{}", theme.id));
    ids.map(asked_by_table).collect()
}

fn language(name: &str) -> Messages {
    let files = read(&format!("locales/{name}"), "ftl");
    assert!(!files.is_empty(), "locales/{name} has no messages");
    Messages::read(files.iter().map(|(file, source)| (file.as_str(), source.as_str())))
}

fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

fn is_test(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.contains("/tests/")
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files below a folder with that ending, with their text.
fn read(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                let name = path.strip_prefix(root("")).unwrap().to_str().unwrap().to_owned();
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}
