//! Commands find what goes on in channels through `command::lookup`, which leaves out what the member
//! cannot view.

use super::none;
use super::source::{Source, sources};

/// What the store finds by number, or lists for a whole server or channel.
const FINDERS: &[&str] = &[
    "asked",
    "open_rounds",
    "round_numbered",
    "rounds_on",
    "schedules",
    "seminar_numbered",
    "seminars",
];

#[test]
fn commands_find_what_is_in_a_channel_through_the_lookup() {
    let files = sources("src/commands");
    assert!(files.len() > 40, "{}", files.len());
    none(&files.iter().flat_map(around_it).collect::<Vec<_>>());
}

#[test]
fn what_goes_around_the_lookup_is_found() {
    let around = "async fn run() { services.store.read(server).schedules().await?; }";
    assert_eq!(around_it(&Source::read("a.rs", around)).len(), 1);
    let through = "async fn run() { lookup::schedules(context, services).await?; }";
    assert!(around_it(&Source::read("a.rs", through)).is_empty());
    let tested = "#[cfg(test)] mod tests { fn f() { reads.seminars(); } }";
    assert!(around_it(&Source::read("a.rs", tested)).is_empty());
}

fn around_it(source: &Source) -> Vec<String> {
    let calls = source.calls.iter().filter(|(_, call)| FINDERS.contains(&call.as_str()));
    calls.map(|(line, call)| format!("src/commands/{}:{line}: {call}", source.path)).collect()
}
