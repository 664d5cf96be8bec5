//! Where a file counts its ids from. Ids are on buttons and in hashes, so a server keeps them when it
//! moves; and no file may give one that another has given.
//!
//! An id is only ever one more than the last. So a file that shares a bot's servers with others counts
//! from a number that is made of the time: from then on no other file comes to the same ones, since
//! none makes rows as fast as time goes. Of two rows the later has the greater id still.

use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqliteConnection;

use super::super::{Result, Store};

/// The schema of the file that is attached, and that of the file itself.
pub(super) const TARGET: &str = "target";
const OWN: &str = "main";

/// 2026-01-01T00:00:00Z, in microseconds.
const EPOCH: i64 = 1_767_225_600_000_000;
/// A microsecond has room for 4,096 ids; that lasts for 71 years.
const BITS: u32 = 12;
/// Two files that begin at the same moment are up to a second apart.
const APART: u64 = 1 << 20;
/// What counts from 1 does not come this far.
const FAR: i64 = 1 << 40;

/// The number to count from.
pub(super) fn block(now: Timestamp, seed: u64) -> i64 {
    let apart = (seed % APART).cast_signed();
    let micros = (now.as_microsecond() - EPOCH).saturating_add(apart);
    micros.clamp(apart, i64::MAX >> BITS) << BITS
}

/// Lets every table of a schema count from a number, or from where it is if that is further on.
pub(super) async fn count_from(
    db: &mut SqliteConnection,
    schema: &str,
    block: i64,
) -> sqlx::Result<()> {
    for sql in statements(schema) {
        sqlx::query(sql).bind(block).execute(&mut *db).await?;
    }
    Ok(())
}

fn statements(schema: &str) -> [AssertSqlSafe<String>; 2] {
    [
        format!("update {schema}.sqlite_sequence set seq = max(seq, ?1)"),
        format!(
            "insert into {schema}.sqlite_sequence (name, seq)
             select name, ?1 from {schema}.sqlite_schema
             where type = 'table' and sql like '%primary key autoincrement%'
               and name not in (select name from {schema}.sqlite_sequence)"
        ),
    ]
    .map(AssertSqlSafe)
}

impl Store {
    /// Lets this file count from a place of its own, if it does not yet: for a process that runs some
    /// of a bot's shards, so that servers can move between its file and the others'.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn count_apart(&self, now: Timestamp, seed: u64) -> Result<()> {
        let counts: bool =
            sqlx::query_scalar("select exists (select 1 from sqlite_sequence where seq >= ?1)")
                .bind(FAR)
                .fetch_one(self.pool()?)
                .await?;
        if counts {
            return Ok(());
        }
        self.change_all_servers(async |tx| {
            for sql in statements(OWN) {
                tx.statement(sql).bind(block(now, seed)).execute().await?;
            }
            Ok(())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    #[test]
    fn who_begins_later_counts_from_further_on() {
        let first = block(at("2026-11-26T05:00:00Z"), 7);
        assert!(first > FAR);
        assert!(block(at("2026-11-26T05:00:02Z"), 7) > first + (1 << 30));
        // A million rows later, nobody has come to the block of one that began at the same moment.
        assert!(block(at("2026-11-26T05:00:00Z"), 1_007) > first + 1_000_000);
        assert!(block(at("2090-01-01T00:00:00Z"), u64::MAX) > 0);
    }

    #[test]
    fn a_clock_that_stands_in_1970_counts_from_the_start() {
        assert_eq!(block(Timestamp::UNIX_EPOCH, 0), 0);
        assert_eq!(block(Timestamp::MIN, 3), 3 << BITS);
    }
}
