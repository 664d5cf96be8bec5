//! Who may import whom, and what is where alone.

use std::fs;
use std::path::{Path, PathBuf};

use super::none;
use super::source::{collect, is_test};

/// The domain is a crate of its own: the compiler holds what it may import.
const DOMAIN: (&str, &[&str]) = ("domain", &["*"]);

/// Each room, and the rooms that it may import. A longer path wins over a shorter one.
const IMPORTS: &[(&str, &[&str])] = &[
    ("messages", &[]),
    ("store", &["messages"]),
    ("server_corpora", &["store"]),
    ("record", &["messages", "store"]),
    ("privacy", &["messages", "store", "server_corpora"]),
    ("command", &["messages", "store", "server_corpora", "record"]),
    ("commands", &["command", "messages", "store", "server_corpora", "record", "privacy"]),
    ("picture", &["messages"]),
    ("clock", &[]),
    ("metrics", &[]),
    ("backups", &["store", "clock"]),
    ("outbox", &["messages", "store", "clock"]),
    ("scheduler", &["messages", "metrics", "store", "clock", "server_corpora"]),
    ("meetings", &["command", "messages", "store", "clock", "server_corpora"]),
    ("telemetry", &["backups", "clock", "metrics", "store"]),
    ("config", &[]),
    ("corpus_source", &["config"]),
    ("frontends", &["*"]),
    ("check", &["*"]),
    ("copies", &["*"]),
    ("export", &["*"]),
    ("logging", &["*"]),
    ("manual", &["*"]),
    ("moving", &["*"]),
    ("one_shot", &["*"]),
    ("person", &["*"]),
    ("service", &["*"]),
    ("main", &["*"]),
    ("lib", &[]),
];

/// Rooms beside each other that know nothing of one another.
const APART: &[(&str, &str)] =
    &[("frontends/console", "frontends::discord"), ("frontends/discord", "frontends::console")];

/// What stands nowhere but in these rooms, and why.
const ONLY_IN: &[(&[&str], &[&str], &str)] = &[
    (&["sqlx::"], &["store"], "SQL stands only in the store"),
    (
        &["serenity::", "twilight_gateway::"],
        &["frontends/discord"],
        "only its frontend knows Discord",
    ),
    (
        &["Timestamp::now", "Zoned::now", "Instant::now", "SystemTime"],
        &["clock", "frontends", "copies", "moving", "one_shot", "person", "main"],
        "the time comes in with the caller or the clock",
    ),
    (
        &["thread_rng", "rand::rng", "rand::random", "SysRng", "OsRng", "getrandom"],
        &["frontends", "export", "moving", "one_shot", "main", "store/keys"],
        "the seed comes in with the caller; only keys are drawn from the system",
    ),
];

/// What does not stand in these rooms, and why.
const NEVER_IN: &[(&str, &[&str], &str)] = &[
    ("domain", &["async ", ".await", "tokio", "futures_util"], "there is no async in the domain"),
    (
        "domain",
        &["std::fs", "std::io", "std::net", "std::env", "std::process", "tracing", "println!"],
        "there is no input or output in the domain",
    ),
    ("domain", &["std::time"], "there is no clock in the domain"),
    (
        "commands",
        &[
            "Mutex",
            "RwLock",
            "Atomic",
            "OnceLock",
            "LazyLock",
            "OnceCell",
            "thread_local!",
            "static mut",
        ],
        "what waits between two commands waits in the database",
    ),
    ("commands", &["tokio", "std::fs", "std::net", "Publisher"], "a command sends nothing itself"),
];

/// One file: its path under `src`, and its lines without comments and tests.
struct Source {
    path: PathBuf,
    lines: Vec<String>,
}

impl Source {
    fn new(path: &Path, text: &str) -> Self {
        // By convention the tests of a file are its last part.
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().map(|line| match line.trim_start() {
            comment if comment.starts_with("//") => String::new(),
            _ => line.to_owned(),
        });
        Self { path: path.to_owned(), lines: lines.collect() }
    }

    /// "commands/daily/add", "outbox".
    fn name(&self) -> String {
        let name = self.path.with_extension("").display().to_string();
        name.trim_end_matches("/mod").to_owned()
    }

    fn is_in(&self, room: &str) -> bool {
        let name = self.name();
        name == room || name.strip_prefix(room).is_some_and(|rest| rest.starts_with('/'))
    }

    fn breaches(&self) -> Vec<String> {
        let mut breaches = Vec::new();
        let mut say = |line: usize, what: &str, why: &str| {
            breaches.push(format!("src/{}:{}: {what}: {why}", self.path.display(), line + 1));
        };
        let Some((_, allowed)) = IMPORTS.iter().chain([&DOMAIN]).find(|(room, _)| self.is_in(room))
        else {
            say(0, "this room", "it is not on the map; add it to `IMPORTS` and to `src/lib.rs`");
            return breaches;
        };
        let depth = self.name().split('/').count();
        for (number, line) in self.lines.iter().enumerate() {
            for found in self.imports(number) {
                let own = self.is_in(&found);
                if !own && !allowed.contains(&"*") && !allowed.contains(&found.as_str()) {
                    say(number, &format!("crate::{found}"), "this room may not import that one");
                }
            }
            if line.contains(&"super::".repeat(depth)) {
                say(number, "super::", "it leads out of the room; write `crate::`");
            }
            for (room, other) in APART {
                if self.is_in(room) && line.contains(other) {
                    say(number, other, "the frontends know nothing of each other");
                }
            }
            for (words, rooms, why) in ONLY_IN {
                for word in words.iter().filter(|word| holds(line, word)) {
                    if !rooms.iter().any(|room| self.is_in(room)) {
                        say(number, word, why);
                    }
                }
            }
            for (room, words, why) in NEVER_IN {
                for word in words.iter().filter(|word| self.is_in(room) && holds(line, word)) {
                    say(number, word, why);
                }
            }
        }
        breaches
    }

    /// The rooms that a line imports: `crate::store::…`, or each of `crate::{store, reply::…}`.
    fn imports(&self, number: usize) -> Vec<String> {
        let rest = self.lines[number..].join("\n");
        let line = self.lines[number].len();
        let starts = rest[..line].match_indices("crate::").map(|(at, word)| at + word.len());
        starts.flat_map(|start| heads(&rest[start..])).collect()
    }
}

/// The first names of a path, or of each path between braces.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(list) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut depth, mut heads, mut start) = (0, Vec::new(), 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                heads.push(name(&list[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// Whether a line holds the word, not as a part of a longer one.
fn holds(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// The breaches of all files under `root`, which stand under `room` on the map.
fn breaches_under(root: &str, room: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut breaches = Vec::new();
    for file in files {
        let path = Path::new(room).join(file.strip_prefix(&root).unwrap());
        if !is_test(&path) {
            breaches.extend(Source::new(&path, &fs::read_to_string(&file).unwrap()).breaches());
        }
    }
    breaches
}

#[test]
fn the_source_keeps_to_the_map() {
    let mut breaches = breaches_under("src", "");
    breaches.extend(breaches_under("crates/domain/src", "domain"));
    none(&breaches);
}

#[test]
fn a_breach_is_found_and_named() {
    for (path, text, told) in [
        (
            "messages/form.rs",
            "//! A.\nuse crate::store::Store;",
            "src/messages/form.rs:2: crate::store",
        ),
        ("messages/ui/card.rs", "use crate::{domain::Quote, store};", "1: crate::store"),
        (
            "store/kept.rs",
            "use crate::{\n    domain::{Quote, Work},\n    commands,\n};",
            "1: crate::commands",
        ),
        ("outbox.rs", "fn f() { super::commands::run() }", "1: super::"),
        ("commands/daily/add.rs", "use super::super::super::frontends;", "1: super::"),
        ("commands/quote.rs", "let now = Timestamp::now();", "1: Timestamp::now"),
        ("commands/quote.rs", "static SEEN: Mutex<u8> = Mutex::new(0);", "1: Mutex"),
        ("domain/mod.rs", "pub async fn f() {}", "1: async"),
        ("messages/record.rs", "sqlx::query(\"select 1\");", "1: sqlx::"),
        ("frontends/console/view.rs", "use serenity::all::Http;", "1: serenity::"),
        ("frontends/console/view.rs", "use crate::frontends::discord;", "1: frontends::discord"),
        ("attic.rs", "fn f() {}", "not on the map"),
    ] {
        let breaches = Source::new(Path::new(path), text).breaches();
        assert!(breaches.iter().any(|it| it.contains(told)), "{path}: {breaches:?}");
    }
    for (path, text) in [
        ("commands/quote.rs", "use crate::{messages::Card, store};\nuse crate::commands::page;"),
        ("commands/daily/add.rs", "use super::super::Arguments;"),
        ("domain/round.rs", "/// See `crate::store`.\nstruct Round;"),
        (
            "store/mod.rs",
            "use sqlx::Row;\n\n#[cfg(test)]\nmod tests {\n    use crate::commands;\n}",
        ),
        ("clock.rs", "Timestamp::now()"),
    ] {
        let breaches = Source::new(Path::new(path), text).breaches();
        assert!(breaches.is_empty(), "{path}: {breaches:?}");
    }
}
