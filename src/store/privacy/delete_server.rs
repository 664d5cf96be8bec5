//! Deletes the data of a server, table by table: what refers to a row goes before it.

use super::super::servings::Served;
use super::super::{Result, ServerTx};

/// A table with rows of servers.
pub(in super::super) struct ServerTable {
    pub(in super::super) name: &'static str,
    /// Which rows are those of the server `?1`.
    pub(in super::super) rows: &'static str,
    /// The statement that deletes some of them, and in the end all.
    pub(in super::super) delete: &'static str,
}

/// How many rows go in one piece.
macro_rules! piece {
    () => {
        "200"
    };
}

/// Deletes a piece of a table's rows of a server, found by `$found`.
macro_rules! rows {
    ($table:literal, $found:literal) => {
        ServerTable {
            name: $table,
            rows: $found,
            delete: concat!(
                "delete from ",
                $table,
                " where rowid in (select rowid from ",
                $table,
                " where ",
                $found,
                " limit ",
                piece!(),
                ")"
            ),
        }
    };
}

/// Deletes all of a table's rows of a server: a small table, or one without row ids.
macro_rules! all {
    ($table:literal, $found:literal) => {
        ServerTable {
            name: $table,
            rows: $found,
            delete: concat!("delete from ", $table, " where ", $found),
        }
    };
}

/// Every table with rows of servers, in the order in which they are emptied, and how. Each row is found
/// by an index: through its round, seminar or schedule where the table has none on the server.
pub(in super::super) const TABLES: &[ServerTable] = &[
    all!("channel_queue", "server = ?1"),
    rows!("outbox", "server = ?1"),
    all!(
        "steps",
        "delivery in (select id from deliveries
             where schedule in (select id from schedules where server = ?1))"
    ),
    rows!("deliveries", "schedule in (select id from schedules where server = ?1)"),
    all!("decks", "schedule in (select id from schedules where server = ?1)"),
    all!("skips", "schedule in (select id from schedules where server = ?1)"),
    rows!("schedules", "server = ?1"),
    rows!("takedowns", "round in (select id from rounds where server = ?1)"),
    rows!("second_thoughts", "round in (select id from rounds where server = ?1)"),
    all!("revisit_passages", "round in (select id from rounds where server = ?1)"),
    rows!("revisit_keys", "round in (select id from rounds where server = ?1)"),
    rows!("revisits", "server = ?1"),
    rows!("weighings", "round in (select id from rounds where server = ?1)"),
    rows!("responses", "round in (select id from rounds where server = ?1)"),
    rows!(
        "voices",
        "statement in (select id from statements
             where round in (select id from rounds where server = ?1))"
    ),
    all!(
        "statement_versions",
        "statement in (select id from statements
             where round in (select id from rounds where server = ?1))"
    ),
    rows!("statements", "round in (select id from rounds where server = ?1)"),
    rows!("consents", "round in (select id from rounds where server = ?1)"),
    all!("round_quotes", "round in (select id from rounds where server = ?1)"),
    rows!("round_keys", "round in (select id from rounds where server = ?1)"),
    all!(
        "cards",
        "item in (select id from agenda
             where seminar in (select id from seminars where server = ?1))"
    ),
    rows!("agenda", "seminar in (select id from seminars where server = ?1)"),
    rows!("rounds", "server = ?1"),
    all!("attendees", "seminar in (select id from seminars where server = ?1)"),
    rows!("meetings", "server = ?1"),
    rows!("queue", "seminar in (select id from seminars where server = ?1)"),
    rows!("roster", "seminar in (select id from seminars where server = ?1)"),
    all!("recalls", "seminar in (select id from seminars where server = ?1)"),
    all!("recalled", "seminar in (select id from seminars where server = ?1)"),
    rows!("seminar_keys", "seminar in (select id from seminars where server = ?1)"),
    rows!("seminars", "server = ?1"),
    rows!("drafts", "server = ?1"),
    rows!("filters", "server = ?1"),
    rows!("readings", "server = ?1"),
    all!("messages", "server = ?1"),
    all!("servings", "server = ?1"),
    all!("kept", "server = ?1"),
    all!("told", "server = ?1"),
    all!("informed", "server = ?1"),
    all!("settings", "server = ?1"),
    all!("numbers", "server = ?1"),
];

impl ServerTx {
    /// Deletes a piece of the server's data; the last from the file as well. `false` if nothing was
    /// left.
    pub(super) async fn delete_some(&mut self) -> Result<bool> {
        for table in TABLES {
            if self.statement(table.delete).execute().await? > 0 {
                return Ok(true);
            }
        }
        self.forget_statistics().await?;
        self.after.erased = true;
        self.after.served = Some(Served::Deleted(self.server()));
        Ok(false)
    }
}
