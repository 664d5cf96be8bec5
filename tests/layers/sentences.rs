//! Words for members are made in `src/messages`, Discord's numbers are in one file.

use std::collections::BTreeSet;

use super::none;
use super::source::{Literal, Source, sources};

/// Where sentences are for whoever runs the program, or for a log.
const FOR_OPERATORS: &[(&str, &str)] = &[
    ("messages", "this is their home"),
    ("main.rs", "the command line"),
    ("check", "the command line"),
    ("copies.rs", "the command line"),
    ("export.rs", "the command line"),
    ("logging.rs", "the command line"),
    ("manual.rs", "the command line"),
    ("moving.rs", "the command line"),
    ("metrics", "what each metric is, for an operator"),
    ("telemetry", "what each metric is, for an operator"),
    ("frontends/discord/endpoint", "what a proxy or Discord is told that asks wrongly"),
    ("one_shot.rs", "the command line"),
    ("person.rs", "the command line"),
    ("service.rs", "the log"),
    ("config", "what is wrong with a configuration"),
    ("corpus_source.rs", "what is wrong with a folder of texts"),
    ("frontends/console", "how to work the terminal"),
];

/// Macros whose words are for a log, or for whoever broke a promise of ours.
const LOGS: &[&str] = &[
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "event",
    "span",
    "info_span",
    "debug_span",
    "expect",
    "panic",
    "unreachable",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
];

/// Strings that only look like a sentence: the file, the string and what it is.
const NO_SENTENCES: &[(&str, &str, &str)] = &[
    ("frontends/discord/rest/mod.rs", "DiscordBot (commonplace, ", "the header `User-Agent`"),
    ("frontends/discord/rest/mod.rs", "Bot {token}", "the header `Authorization`"),
    ("commands/record_as_answer/mod.rs", "Record as answer", "a command's name"),
    ("commands/registry.rs", "Record as answer", "a command's name"),
    ("commands/ask_about.rs", "Ask about this", "a command's name"),
    ("commands/copy_out.rs", "Copy out", "a command's name"),
    ("commands/take_down_message.rs", "Take down", "a command's name"),
    ("commands/registry.rs", "Record as response", "the name it had before"),
    ("picture/font.rs", "Noto Sans", "a font"),
];

#[test]
fn no_sentence_for_a_member_is_outside_messages() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        if FOR_OPERATORS.iter().any(|(place, _)| source.is_in(place)) {
            continue;
        }
        let known = |it: &&Literal| {
            NO_SENTENCES.iter().any(|(path, text, _)| source.path == *path && it.text == *text)
        };
        let found = source.texts.iter().filter(|it| is_sentence(it) && !known(it));
        breaches.extend(found.map(|it| format!("src/{}:{}: {:?}", source.path, it.line, it.text)));
    }
    none(&breaches);
}

/// Several words, of which the first has a capital or the last an end. No SQL has either.
fn is_sentence(literal: &Literal) -> bool {
    if literal.macro_name.as_deref().is_some_and(|name| LOGS.contains(&name)) {
        return false;
    }
    let text = literal.text.trim();
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    let ends = text.contains(". ")
        || text
            .strip_suffix(['.', '?', '!', '…'])
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric() || c == '}'));
    words.count() > 1 && (begins || ends)
}

#[test]
fn a_sentence_is_told_from_other_strings() {
    let found = |text: &str| {
        let source = Source::read("a.rs", text);
        source.texts.iter().filter(|it| is_sentence(it)).count()
    };
    assert_eq!(found(r#"fn f() { refused("There is no such round.") }"#), 1);
    assert_eq!(found(r#"fn f() { format!("Posted by {name}") }"#), 1);
    assert_eq!(found(r#"fn f() { vec![say("that is closed.")] }"#), 1);
    for text in [
        r#"fn f() { tracing::warn!(%error, "The gateway went away.") }"#,
        r#"fn f() { x.expect("A bound listener has an address.") }"#,
        r#"fn f() { query("select id from rounds where server = ?1 and id = ?") }"#,
        r#"fn f() { "answer round:42" }"#,
        r#"#[error("The disk is full.")] struct E;"#,
        r#"#[cfg(test)] fn f() { "A test says this." }"#,
    ] {
        assert_eq!(found(text), 0, "{text}");
    }
}

/// Numbers of Discord's that are seldom anything else: lengths of what it takes.
const DISCORD: &[u64] = &[45, 80, 256, 1_024, 2_000, 4_000, 4_096, 6_000];

/// Where such a number is another thing: the file, the number and what it is.
const OTHER_NUMBERS: &[(&str, u64, &str)] = &[
    ("commands/daily/dates.rs", 2_000, "a year"),
    ("frontends/console/render.rs", 80, "columns of a terminal"),
    ("frontends/discord/platform.rs", 2_000, "milliseconds"),
    ("frontends/discord/rest/invalid_request_guard.rs", 2_000, "refused requests in ten minutes"),
    ("frontends/discord/rest/rate_limiter.rs", 256, "requests between two sweeps"),
    ("messages/errors.rs", 80, "characters of what a member typed"),
    ("outbox/outcome.rs", 1_024, "a share of a pause"),
    ("server_corpora.rs", 256, "books held ready"),
    ("store/writer.rs", 1_024, "changes that may wait"),
];

#[test]
fn discords_numbers_are_in_one_file() {
    let mut breaches = Vec::new();
    let mut used = BTreeSet::new();
    for source in sources("src").iter().filter(|it| it.path != "messages/ui/limits.rs") {
        for (line, number) in source.numbers.iter().filter(|(_, it)| DISCORD.contains(it)) {
            let known =
                |(path, other, _): &(&str, u64, &str)| source.path == *path && other == number;
            match OTHER_NUMBERS.iter().position(known) {
                Some(at) => {
                    used.insert(at);
                }
                None => breaches.push(format!("src/{}:{line}: {number}", source.path)),
            }
        }
    }
    let idle = (0..OTHER_NUMBERS.len()).filter(|at| !used.contains(at));
    breaches.extend(idle.map(|at| format!("nothing needs {:?}", OTHER_NUMBERS[at])));
    none(&breaches);
}
