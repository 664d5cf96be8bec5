//! No statement goes through a whole table that grows with what all servers do: an answer must cost
//! the same in the first week and after ten years.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Row};

use super::none;
use super::source::sources;
use super::sql::statements;

/// Statements that read all of a table: the file, the table, and why that is no harm.
const EXCEPTIONS: &[(&str, &[&str], &str)] = &[
    ("archive.rs", &["rounds", "seminars"], "it asks whether there is any"),
    ("clock_turned_back.rs", &["outbox", "rounds"], HOURLY),
    ("contents.rs", &["responses", "rounds"], "it says what a file holds, before a restore"),
    ("handled.rs", &["handled"], "four times an hour, and half of the rows go; at the start"),
    ("lost_keys.rs", &["revisit_keys", "round_keys", "seminar_keys"], START),
    ("moderation/take_down.rs", &["drafts"], SHORT),
    ("moving/marks.rs", &["main.moves"], "few servers have moved"),
    ("ours.rs", &["kept", "readings", "rounds", "schedules", "seminars", "settings"], START),
    ("outbox/channel_queue.rs", &["outbox"], START),
    ("outbox/claim.rs", &["outbox"], START),
    ("outbox/mod.rs", &["outbox"], "what waits is counted, or Discord is there again"),
    ("outbox/told.rs", &["told"], HOURLY),
    ("privacy/affected.rs", &["consents", "queue", "statement_versions", "voices"], ERASED),
    (
        "privacy/erase.rs",
        &[
            "cards",
            "consents",
            "drafts",
            "queue",
            "recalled",
            "recalls",
            "statement_versions",
            "statements",
            "voices",
        ],
        ERASED,
    ),
    (
        "privacy/held.rs",
        &[
            "cards",
            "consents",
            "drafts",
            "informed",
            "kept",
            "outbox",
            "queue",
            "readings",
            "recalled",
            "recalls",
            "responses",
            "roster",
            "rounds",
            "schedules",
            "second_thoughts",
            "seminars",
            "statement_versions",
            "statements",
            "takedowns",
            "voices",
            "weighings",
        ],
        "the operator asks about a person in all servers",
    ),
    ("privacy/servers.rs", &["servers"], START),
    ("readings.rs", &["readings"], HOURLY),
    ("registrations.rs", &["registrations"], "it has a row or two"),
    ("responses/drafts.rs", &["drafts"], SHORT),
    ("rounds/close.rs", &["drafts"], SHORT),
    ("schedules/mod.rs", &["schedules"], HOURLY),
    ("unfinished.rs", &["moves"], "few servers have moved"),
    ("waiting.rs", &["outbox", "schedules", "settings"], "who runs the bot watches all servers"),
];

const HOURLY: &str = "the scheduler tidies up once an hour";
const START: &str = "it is done once, at the start";
const SHORT: &str = "a draft is kept for a quarter of an hour";
const ERASED: &str =
    "few ask to be erased, and no index is kept in order for them with every answer";

#[tokio::test]
async fn no_statement_goes_through_a_whole_table() {
    let mut database = migrated().await;
    let mut found = BTreeMap::new();
    let mut planned = 0;
    for source in sources("src/store") {
        for (line, sql) in statements(&source) {
            let Some(scanned) = scanned(&mut database, &sql).await else { continue };
            planned += 1;
            for table in scanned {
                found.insert((source.path.clone(), table), format!("{line}: {sql}"));
            }
        }
    }
    let excepted = EXCEPTIONS.iter().flat_map(|(file, tables, _)| {
        tables.iter().map(|table| ((*file).to_owned(), (*table).to_owned()))
    });
    let excepted: BTreeSet<(String, String)> = excepted.collect();
    let more = found.iter().filter(|(key, _)| !excepted.contains(key));
    let breaches =
        more.map(|((file, table), at)| format!("src/store/{file} reads all of {table}, {at}"));
    let idle = excepted.iter().filter(|key| !found.contains_key(key));
    let idle = idle.map(|key| format!("no statement needs the exception {key:?}"));
    none(&breaches.chain(idle).collect::<Vec<_>>());
    assert!(planned > 300, "{planned}");
}

#[tokio::test]
async fn a_statement_that_reads_a_whole_table_is_found() {
    let mut database = migrated().await;
    for (sql, tables) in [
        ("select id from responses where name = ?1", &["responses"][..]),
        ("select id from rounds where server = ?1 and number = ?2", &[]),
        ("update roster set tie = null where server = ?1", &["roster"]),
        ("select r.id from rounds as r join responses on r.text = name", &["r", "responses"]),
        ("select id from rounds where server = ?1 and poser in (select 1)", &[]),
        (
            "select id from (select server, job from channel_queue where server = ?1 limit 2) as next
             join outbox on id = next.job",
            &[],
        ),
        ("delete from settings where server = ?1; update responses set shown = 1", &["responses"]),
        ("select min(made_at) from outbox where {ours}", &["outbox"]),
    ] {
        let found = scanned(&mut database, sql).await.unwrap();
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), tables, "{sql}");
    }
    assert_eq!(scanned(&mut database, "select {columns} from rounds").await, None);
}

/// What is claimed, like each of the selections in `outbox/claim.rs`, which are looked at themselves.
const DUE: &str = "select server, job, channel, by_clock, ready_at from channel_queue
                   where by_clock = 0 and ready_at <= ?1 limit 64";

/// The tables that one or more statements read all of; `None` if a part is put in while the program
/// runs.
async fn scanned(database: &mut SqliteConnection, sql: &str) -> Option<Vec<String>> {
    // In a process that runs all shards, every server is one of ours.
    let sql = sql.replace("{{ours}}", "true").replace("{ours}", "true").replace("{due}", DUE);
    let mut scanned = BTreeSet::new();
    for sql in sql.split(';') {
        scanned.append(&mut scanned_by_one(database, sql).await?);
    }
    Some(scanned.into_iter().collect())
}

async fn scanned_by_one(database: &mut SqliteConnection, sql: &str) -> Option<BTreeSet<String>> {
    let plan = sqlx::raw_sql(sqlx::AssertSqlSafe(format!("explain query plan {sql}")));
    let plan = plan.fetch_all(&mut *database).await.ok()?;
    let steps: Vec<String> = plan.iter().map(|step| step.get("detail")).collect();
    // What the statement itself has chosen before.
    let chosen = |table: &str| {
        let chosen = |made: &str| steps.iter().any(|step| *step == format!("{made} {table}"));
        chosen("CO-ROUTINE") || chosen("MATERIALIZE")
    };
    let scanned = steps.iter().filter_map(|step| {
        // A search by no index reads the whole table as well, and so does making one for the statement.
        let whole = |of: &&str| of.contains("AUTOMATIC") || !of.contains(" USING ");
        let of = step.strip_prefix("SCAN ");
        let of = of.or_else(|| step.strip_prefix("SEARCH ").filter(whole))?;
        let table = of.split(' ').next()?;
        let is_a_table = !of.contains("VIRTUAL TABLE") && !table.starts_with('(');
        (is_a_table && table != "CONSTANT" && !table.starts_with("sqlite_") && !chosen(table))
            .then(|| table.to_owned())
    });
    Some(scanned.collect())
}

async fn migrated() -> SqliteConnection {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/schema.sql");
    let schema = std::fs::read_to_string(file).unwrap();
    let mut database = SqliteConnectOptions::new().in_memory(true).connect().await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(schema)).execute(&mut database).await.unwrap();
    database
}
