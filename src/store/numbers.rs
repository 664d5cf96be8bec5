//! The numbers by which members know rounds, seminars, schedules and readings: each server counts
//! its own.

use super::{Result, ServerTx};

/// What a server counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Rounds,
    Seminars,
    Schedules,
    Readings,
}

impl Counted {
    fn word(self) -> &'static str {
        match self {
            Self::Rounds => "rounds",
            Self::Seminars => "seminars",
            Self::Schedules => "schedules",
            Self::Readings => "readings",
        }
    }
}

impl ServerTx {
    /// A number that this server has given to nothing else of the kind.
    pub(super) async fn next_number(&mut self, of: Counted) -> Result<i64> {
        self.statement(
            "insert into numbers (server, kind, last) values (?1, ?2, 1)
             on conflict do update set last = last + 1
             returning last",
        )
        .bind(of.word())
        .value()
        .await
    }

    /// Gives no number up to this one any more.
    pub(super) async fn count_from(&mut self, of: Counted, number: i64) -> Result<()> {
        self.statement(
            "insert into numbers (server, kind, last) values (?1, ?2, ?3)
             on conflict do update set last = max(last, excluded.last)",
        )
        .bind(of.word())
        .bind(number)
        .execute()
        .await?;
        Ok(())
    }
}
