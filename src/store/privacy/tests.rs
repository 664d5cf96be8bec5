//! Every column of every table is either known to hold nothing of one member, or is known to
//! `/privacy`. A new one fails here until somebody has thought of it.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AssertSqlSafe;

use super::super::Store;
use super::delete_server::TABLES as DELETED;
use domain::{MemberId, ServerId};

/// What of a member a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Their number.
    Member,
    /// Their number, where they are told something alone.
    Direct,
    /// The name they went by.
    Name,
    /// What they wrote.
    Words,
    /// A keyed hash of them.
    Hash,
    /// An effect, which may have any of it.
    Effect,
}

use Holds::{Direct, Effect, Hash, Member, Name, Words};

/// A table, the columns with something of a member, and the others. Texts among these are the group's:
/// what was asked, what it is called, what was proposed.
type Table = (&'static str, &'static [(&'static str, Holds)], &'static str);

const COLUMNS: &[Table] = &[
    ("agenda", &[], "id seminar server position question problem text theme round minutes"),
    ("attendees", &[("member", Member), ("name", Name)], "seminar server"),
    ("cards", &[("tie", Hash)], "item server stance"),
    ("channel_queue", &[("channel", Direct)], "server job ready_at by_clock"),
    (
        "consents",
        &[("author", Member), ("asker", Member), ("text", Words)],
        "id server round place message expires_at",
    ),
    ("decks", &[], "schedule server quote times turn"),
    (
        "deliveries",
        &[],
        "id schedule server place slot day due_at seed quote state posted_at problem attempts refusal
         limited_ms",
    ),
    ("drafts", &[("member", Member), ("text", Words)], "id server place anonymous expires_at"),
    ("filters", &[], "id server body used_at"),
    ("handled", &[], "mark turn"),
    ("informed", &[("member", Member)], "server"),
    ("kept", &[("member", Member)], "server quote kept_at"),
    (
        "meetings",
        &[],
        "seminar server day time timezone starts_at minutes opening state revision next_at",
    ),
    ("messages", &[], "server subject place message"),
    ("moves", &[], "server state token file moved_at"),
    ("numbers", &[], "server kind last"),
    (
        "outbox",
        &[("effect", Effect), ("channel", Direct)],
        "id server kind subject beside key schedule delivery due_at late_at give_up_at claimed unsure
         blocked attempts refusal limited_ms made_at sieve",
    ),
    ("queue", &[("member", Member), ("name", Name)], "id seminar server speaking request"),
    (
        "readings",
        &[("adder", Member)],
        "id server request title body state found_at number",
    ),
    ("recalled", &[("member", Member)], "seminar server"),
    ("recalls", &[("tie", Hash)], "seminar server over"),
    ("registrations", &[], "scope digest"),
    (
        "responses",
        &[("member", Member), ("name", Name), ("tie", Hash), ("text", Words)],
        "id server round answered_at edited_at part stance pair shown source_place source_message",
    ),
    ("revisit_keys", &[], "round key_id"),
    ("revisit_passages", &[], "round server quote times"),
    (
        "revisits",
        &[],
        "round server seminar state since next_at asked_at same somewhat changed",
    ),
    (
        "roster",
        &[("member", Member), ("name", Name), ("tie", Hash)],
        "id seminar server joined_at eligible volunteers spoken round",
    ),
    ("round_keys", &[], "round key_id"),
    ("round_quotes", &[], "round position quote"),
    (
        "rounds",
        &[("poser", Member)],
        "id server place request question text theme state posed_at settled_at seminar reveal
         reveal_at revealed_at awaited part problem number withdrawn about_place about_message",
    ),
    (
        "schedules",
        &[("maker", Member)],
        "id server place request time timezone theme author work next_at made_at removed_at kind days
         role thread paused_at suspended_at trouble draws number",
    ),
    ("second_thoughts", &[("tie", Hash), ("reason", Words)], "id server round mind passage"),
    ("seminar_keys", &[], "seminar key_id"),
    (
        "seminars",
        &[("opener", Member), ("facilitator", Member), ("name", Name)],
        "id server place kind request title format reveal minutes quorum themes work lot drawn state
         made_at opened_at closed_at plan number stepped_at",
    ),
    ("servers", &[], "server left_at going"),
    ("servings", &[], "server place item times"),
    ("settings", &[], "server facilitators timezone channel anonymous language heard"),
    ("skips", &[], "schedule server first last"),
    (
        "statement_versions",
        &[("member", Member), ("name", Name)],
        "statement version server text made_at",
    ),
    ("statements", &[("proposer", Member)], "id server round version state made_at ended_at"),
    ("steps", &[], "delivery server step detail state problem"),
    (
        "takedowns",
        &[("facilitator", Member), ("name", Name), ("tie", Hash)],
        "id server number round kind subject part shown reason taken_at muted appeal",
    ),
    ("told", &[], "server notice told_at"),
    (
        "voices",
        &[("member", Member), ("name", Name), ("tie", Hash), ("reason", Words)],
        "id server statement version voice taken_down",
    ),
    ("weighings", &[("tie", Hash)], "id server round response opinion"),
];

/// Tables without rows of servers, or that say where the bot is.
const NOT_DELETED: [&str; 4] = ["handled", "moves", "registrations", "servers"];

/// Everything that is declared to hold something of a member.
pub(crate) fn declared() -> BTreeSet<(String, String)> {
    let columns = COLUMNS.iter().flat_map(|(table, personal, _)| {
        personal.iter().map(|(column, _)| ((*table).to_owned(), (*column).to_owned()))
    });
    columns.collect()
}

/// The columns in which something of a member is found.
pub(crate) async fn found(
    store: &Store,
    server: ServerId,
    member: MemberId,
    (name, words): (&str, &str),
) -> BTreeSet<(String, String)> {
    let hashes = store.read(server).hashes_of(member).await.unwrap();
    let mut found = BTreeSet::new();
    for (table, personal, _) in COLUMNS {
        for (column, holds) in *personal {
            let is = match holds {
                Member | Direct => format!("{column} = ?1"),
                Name => format!("{column} = ?2"),
                Words => format!("instr({column}, ?3) > 0"),
                Hash => format!("{column} in (select unhex(value) from json_each(?4))"),
                Effect => format!(
                    "instr({column}, ?1) > 0 or instr({column}, ?2) > 0 or instr({column}, ?3) > 0"
                ),
            };
            let sql = format!("select exists (select 1 from {table} where {is})");
            let there: bool = sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(member.0)
                .bind(name)
                .bind(words)
                .bind(&hashes)
                .fetch_one(&store.reads)
                .await
                .unwrap();
            if there {
                found.insert(((*table).to_owned(), (*column).to_owned()));
            }
        }
    }
    found
}

/// The columns of each table.
async fn columns(store: &Store) -> BTreeMap<String, BTreeSet<String>> {
    let columns: Vec<(String, String)> = sqlx::query_as(
        "select tables.name, columns.name
         from sqlite_schema as tables, pragma_table_info(tables.name) as columns
         where tables.type = 'table' and tables.name not like 'sqlite_%'
           and tables.name not like '\\_sqlx%' escape '\\'",
    )
    .fetch_all(&store.reads)
    .await
    .unwrap();
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in columns {
        tables.entry(table).or_default().insert(column);
    }
    tables
}

#[tokio::test]
async fn every_column_is_thought_of() {
    let folder = tempfile::tempdir().unwrap();
    let store = crate::testing::open(&folder).await;
    let declared: BTreeMap<String, BTreeSet<String>> = COLUMNS
        .iter()
        .map(|(table, personal, others)| {
            let personal = personal.iter().map(|(column, _)| (*column).to_owned());
            let others = others.split_whitespace().map(str::to_owned);
            ((*table).to_owned(), personal.chain(others).collect())
        })
        .collect();
    assert_eq!(columns(&store).await, declared);
}

#[tokio::test]
async fn every_table_goes_with_its_server() {
    let folder = tempfile::tempdir().unwrap();
    let store = crate::testing::open(&folder).await;
    let tables: BTreeSet<String> = columns(&store).await.into_keys().collect();
    let deleted: BTreeSet<String> = DELETED.iter().map(|table| table.name.to_owned()).collect();
    let left: Vec<&String> = tables.difference(&deleted).collect();
    assert_eq!(left, NOT_DELETED);
    assert_eq!(deleted.difference(&tables).next(), None);
}

/// The rows of tables that have no server of their own, and whose round or seminar is gone.
pub(crate) async fn orphans(store: &Store) -> i64 {
    sqlx::query_scalar(
        "select (select count(*) from round_keys where round not in (select id from rounds))
              + (select count(*) from round_quotes where round not in (select id from rounds))
              + (select count(*) from revisit_keys where round not in (select id from rounds))
              + (select count(*) from seminar_keys
                 where seminar not in (select id from seminars))",
    )
    .fetch_one(&store.reads)
    .await
    .unwrap()
}

#[tokio::test]
async fn a_server_is_known_from_its_first_sign_until_its_data_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let store = crate::testing::open(&folder).await;
    let (here, keep) = (ServerId(7), jiff::SignedDuration::from_hours(72));
    let at = |hour: i64| jiff::Timestamp::from_second(1_800_000_000 + hour * 3_600).unwrap();
    assert!(!store.server_is_here(here).await.unwrap());
    assert_eq!(store.servers_present().await.unwrap(), [here].into());
    assert!(store.server_is_left(here, at(0)).await.unwrap());
    assert!(!store.server_is_left(here, at(5)).await.unwrap(), "the first time counts");
    assert_eq!(store.delete_left(at(71), keep).await.unwrap(), None);
    // It is invited back, and thrown out again.
    assert!(store.server_is_here(here).await.unwrap());
    assert_eq!(store.delete_left(at(100), keep).await.unwrap(), None);
    assert!(store.server_is_left(here, at(100)).await.unwrap());
    assert_eq!(store.delete_left(at(172), keep).await.unwrap(), Some(here));
    assert_eq!(store.delete_left(at(172), keep).await.unwrap(), None);
    assert!(!store.server_is_here(here).await.unwrap(), "nothing is remembered");
}

impl Store {
    /// Takes samples for the planner, as somebody may do by hand.
    pub(crate) async fn analyze(&self) {
        let analyze = async |tx: &mut super::super::AllServersTx| {
            tx.statement("analyze").execute().await?;
            Ok(())
        };
        self.change_all_servers(analyze).await.unwrap();
    }
}

/// Rows from before a wording and an objection had the number of their member.
#[tokio::test]
async fn older_rows_are_found_by_a_name_that_nobody_else_has() {
    let folder = tempfile::tempdir().unwrap();
    let store = crate::testing::open(&folder).await;
    let fill = async |tx: &mut super::super::AllServersTx| {
        tx.statement(OLD).execute().await?;
        Ok(())
    };
    store.change_all_servers(fill).await.unwrap();
    let erase = async |tx: &mut super::super::ServerTx| {
        let now = jiff::Timestamp::UNIX_EPOCH;
        tx.erase_member(MemberId(7), domain::RequestId(1), now).await
    };
    store.change(ServerId(1), erase).await.unwrap();
    let names: Vec<String> =
        sqlx::query_scalar("select name from statement_versions order by version")
            .fetch_all(&store.reads)
            .await
            .unwrap();
    assert_eq!(names, ["", "Sam", ""]);
    let reasons: Vec<String> = sqlx::query_scalar("select reason from voices order by id")
        .fetch_all(&store.reads)
        .await
        .unwrap();
    assert_eq!(reasons, ["", "It is Sam's."]);
}

/// Member 7 went by Ana and by Sam, and another member by Sam.
const OLD: &str = "
    insert into rounds (id, server, place, request, poser, text, state, posed_at, number)
        values (1, 1, 10, 1, 9, 'Who rules?', 'settled', 1, 1);
    insert into responses (id, server, round, member, name, text, answered_at)
        values (1, 1, 1, 7, 'Ana', 'I do.', 1);
    insert into responses (id, server, round, member, name, text, answered_at)
        values (2, 1, 1, 8, 'Sam', 'I do.', 1);
    insert into statements (id, server, round, proposer, version, state, made_at)
        values (1, 1, 1, 7, 3, 'dissent', 1);
    insert into statement_versions (statement, version, server, text, name, made_at, member)
        values (1, 1, 1, 'All.', 'Ana', 1, 7);
    insert into statement_versions (statement, version, server, text, name, made_at)
        values (1, 2, 1, 'Everybody.', 'Sam', 1), (1, 3, 1, 'Each of us.', 'Ana', 1);
    insert into voices (id, server, statement, version, voice, name, reason)
        values (1, 1, 1, 3, 'object', 'Ana', 'It is too short.'),
               (2, 1, 1, 3, 'object', 'Sam', 'It is Sam''s.');";
