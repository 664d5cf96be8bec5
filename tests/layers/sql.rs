//! Every statement about a table with a server's rows binds the server.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::none;
use super::source::{Source, sources};

/// Statements about all servers at once: the file, a part of the statement, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("consents.rs", "where expires_at <= ?)", SWEEP),
    ("consents.rs", "delete from consents where expires_at <= ?1", SWEEP),
    (
        "contents.rs",
        "count(distinct server) from rounds",
        "it says what a file holds, before a restore",
    ),
    ("contents.rs", "distinct server from rounds order by", "the operator chooses one of them"),
    ("archive.rs", "select not exists (select 1 from rounds)", "a record comes into an empty file"),
    ("clock_turned_back.rs", "select exists (select 1 from outbox", BACK),
    ("clock_turned_back.rs", "update outbox", BACK),
    ("clock_turned_back.rs", "update rounds", BACK),
    ("key_upgrade.rs", "select rounds.server, round, key", KEYS),
    ("key_upgrade.rs", "select seminars.server, seminar, key", KEYS),
    ("lost_keys.rs", "select rounds.server, round, key_id", KEYS),
    ("lost_keys.rs", "select seminars.server, seminar, key_id", KEYS),
    ("clock_turned_back.rs", "update revisits", BACK),
    ("lost_keys.rs", "from revisit_keys cross join revisits", KEYS),
    ("outbox/claim.rs", "from outbox as first", "it claims what one of the others selects"),
    ("outbox/claim.rs", "ready_at <= ?1 and {ours}", DUE),
    ("outbox/claim.rs", "ready_at <= ?1 and channel < 0 and {ours}", DUE),
    ("outbox/claim.rs", "from outbox as newer", OUTBOX),
    ("outbox/claim.rs", "set claimed = 0, unsure = 1 where claimed = 1", OUTBOX),
    ("outbox/claim.rs", "where kind = 'post' and key like 'reply-%'", OUTBOX),
    ("outbox/mod.rs", "where refusal in ('unavailable', 'unknown')", OUTBOX),
    ("outbox/mod.rs", "select count(*) from outbox", OUTBOX),
    ("outbox/mod.rs", "select exists (select 1 from channel_queue", DUE),
    ("outbox/mod.rs", "select min(ready_at) as ready_at from channel_queue", DUE),
    ("ours.rs", "union select server from kept", "it counts the servers of other shards"),
    ("outbox/channel_queue.rs", "delete from channel_queue", "it is built anew at the start"),
    ("filters.rs", "delete from filters where used_at < ?1", SWEEP),
    ("outbox/told.rs", "delete from told where told_at <= ?1", SWEEP),
    ("privacy/held.rs", "union select server from weighings", "the operator asks about a person"),
    ("privacy/servers.rs", "where left_at is null", DUE),
    ("privacy/servers.rs", "where left_at <= ?1 and {ours}", DUE),
    ("readings.rs", "select distinct server from readings", "it asks which servers have any"),
    ("readings.rs", "state = 'found' and found_at < ?", SWEEP),
    ("responses/drafts.rs", "delete from drafts where expires_at <= ?1", SWEEP),
    ("meetings/course.rs", "where next_at <= ?", DUE),
    ("meetings/course.rs", "select min(next_at)", DUE),
    ("meetings/course.rs", "where next_at is not null", DUE),
    ("revisits/course.rs", "where next_at <= ?", DUE),
    ("revisits/course.rs", "select min(next_at)", DUE),
    ("rounds/reveal.rs", "where reveal_at <= ?", DUE),
    ("rounds/reveal.rs", "select min(reveal_at)", DUE),
    ("schedules/mod.rs", "and next_at <= ?", DUE),
    ("schedules/mod.rs", "and next_at > ?", DUE),
    ("schedules/mod.rs", "select min(next_at)", DUE),
    ("unfinished.rs", "where state = 'arriving'", "a file is not opened while any server arrives"),
    ("waiting.rs", "min(made_at) from outbox", WATCH),
    ("waiting.rs", "from schedules where removed_at is null", WATCH),
];

const SWEEP: &str = "what has expired goes on all servers at once";
/// These have `{ours}` among their conditions.
const DUE: &str = "it asks what is due in any server of our shards";
const BACK: &str = "one clock is turned back for all servers";
const WATCH: &str = "who runs the bot watches all servers of our shards at once";
const KEYS: &str = "the keys of all servers are looked through when the file is opened";
const OUTBOX: &str = "one worker carries the outbox of all servers";

#[test]
fn every_statement_about_a_servers_rows_binds_the_server() {
    let tables = tables();
    let mut breaches = Vec::new();
    let mut used = BTreeSet::new();
    for source in sources("src/store") {
        for (line, sql) in unbound(&source, &tables) {
            let excepted = |(file, part, _): &(&str, &str, &str)| {
                source.path == *file && squeezed(&sql).contains(part)
            };
            match EXCEPTIONS.iter().position(excepted) {
                Some(at) => {
                    used.insert(at);
                    // Else two processes do the work of a server that is on its way from one to the other.
                    if [DUE, WATCH].contains(&EXCEPTIONS[at].2) && !sql.contains("{ours}") {
                        breaches
                            .push(format!("src/store/{}:{line}: no {{ours}}: {sql}", source.path));
                    }
                }
                None => breaches.push(format!("src/store/{}:{line}: {sql}", source.path)),
            }
        }
    }
    let idle = (0..EXCEPTIONS.len()).filter(|at| !used.contains(at));
    breaches
        .extend(idle.map(|at| format!("no statement needs the exception {:?}", EXCEPTIONS[at])));
    none(&breaches);
}

/// Each time a bare parameter of `limit` is bound, SQLite prepares the statement anew: the planner reads
/// its value. One that is reckoned with is left alone.
#[test]
fn no_limit_is_a_bare_parameter() {
    let bare = |sql: &str| {
        let limits = sql.split("limit ?").skip(1);
        limits
            .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()))
            .any(|rest| !rest.trim_start().starts_with(['+', '-', '*']))
    };
    assert!(bare("select 1 limit ?1") && bare("(select 1 limit ?12)") && !bare("limit ?2 + 0"));
    let mut breaches = Vec::new();
    for source in sources("src/store") {
        let found = source.texts.iter().filter(|literal| bare(&squeezed(&literal.text)));
        breaches.extend(found.map(|it| format!("src/store/{}:{}", source.path, it.line)));
    }
    none(&breaches);
}

#[test]
fn a_statement_without_its_server_is_found() {
    let tables = BTreeSet::from(["rounds".to_owned(), "kept".to_owned()]);
    let unbound = |text: &str| unbound(&Source::read("a.rs", text), &tables).len();
    for text in [
        r#"fn f() { query("select id from rounds where id = ?"); }"#,
        r#"fn f() { query("insert into kept (member, quote) values (?, ?)"); }"#,
        r#"fn f() { query("delete from kept where member = ?"); }"#,
        r#"fn f() { query("update rounds set server = 1"); }"#,
        r#"fn f() { query("select 1 from settings s join rounds r on r.server = s.server"); }"#,
        r#"const SELECT: &str = "select id from rounds where"; fn f() { format!("{SELECT} id = ?"); }"#,
        r#"const ALL: &str = "select id from rounds"; fn f() { query(ALL); }"#,
        r#"fn f() { select! { x => query("select id from rounds") } }"#,
    ] {
        assert_eq!(unbound(text), 1, "{text}");
    }
    for text in [
        r#"fn f() { query("select id from rounds where server = ?1 and id = ?2"); }"#,
        r#"fn f() { query("select id from rounds where (server, id) = (?1, ?2)"); }"#,
        r#"fn f() { query("insert into kept (server, member) values (?1, ?2)"); }"#,
        r#"const SELECT: &str = "select id from rounds where"; fn f() { format!("{SELECT} server = ?"); }"#,
        r#"fn f() { query("select digest from registrations where scope = ?"); }"#,
        r#"fn f() { "select a round"; }"#,
        r#"#[cfg(test)] mod tests { fn f() { query("select id from rounds"); } }"#,
    ] {
        assert_eq!(unbound(text), 0, "{text}");
    }
}

/// The statements that name one of the tables and bind no server, with their lines.
fn unbound(source: &Source, tables: &BTreeSet<String>) -> Vec<(usize, String)> {
    let breaks = |sql: &str| !named(sql).is_disjoint(tables) && !binds_server(sql);
    statements(source).into_iter().filter(|(_, sql)| breaks(sql)).collect()
}

/// The statements in a file, with their lines.
pub(super) fn statements(source: &Source) -> Vec<(usize, String)> {
    let constants: Vec<(String, &str)> = source
        .texts
        .iter()
        .filter_map(|it| Some((format!("{{{}}}", it.constant.as_ref()?), it.text.as_str())))
        .collect();
    let is_part = |name: &str| {
        source
            .texts
            .iter()
            .any(|it| it.constant.is_none() && it.text.contains(&format!("{{{name}}}")))
    };
    let mut found = Vec::new();
    for literal in &source.texts {
        // A constant that others are made of is read with each of them.
        if literal.constant.as_deref().is_some_and(is_part) {
            continue;
        }
        let whole = constants
            .iter()
            .fold(literal.text.clone(), |text, (name, part)| text.replace(name, part));
        let sql = squeezed(&whole);
        if is_statement(&sql) {
            found.push((literal.line, sql));
        }
    }
    found
}

fn is_statement(sql: &str) -> bool {
    ["select ", "insert ", "update ", "delete ", "with ", "replace "]
        .iter()
        .any(|verb| sql.starts_with(verb))
}

/// The tables that a statement reads or writes.
fn named(sql: &str) -> BTreeSet<String> {
    let words: Vec<&str> = sql
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    let pairs = words.windows(2);
    pairs
        .filter(|pair| ["from", "join", "into", "update"].contains(&pair[0]))
        .map(|pair| pair[1].to_owned())
        .collect()
}

/// `server = ?`, `(server, …) = (?`, or a new row with its server.
fn binds_server(sql: &str) -> bool {
    let new_row = || {
        let columns = sql.strip_prefix("insert ")?.split_once('(')?.1.split_once(')')?.0;
        Some(columns.split(',').any(|column| column.trim() == "server"))
    };
    let after_where = sql.split_once("where").map_or(sql, |(_, rest)| rest);
    after_where.contains("server = ?")
        || after_where.contains("server = {")
        || sql.contains("(server, ") && sql.contains(") = (?")
        || new_row() == Some(true)
}

fn squeezed(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The tables with a column `server`, as `migrations/schema.sql` shows them.
fn tables() -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/schema.sql");
    let schema = fs::read_to_string(file).unwrap();
    let mut tables = BTreeSet::new();
    for statement in schema.split("CREATE TABLE ").skip(1) {
        let (name, columns) = statement.split_once('(').unwrap();
        if columns.lines().any(|line| line.trim_start().starts_with("server ")) {
            tables.insert(name.trim().trim_matches('"').to_owned());
        }
    }
    assert!(tables.len() > 10, "{tables:?}");
    tables
}
