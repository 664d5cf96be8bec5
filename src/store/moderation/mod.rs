//! What facilitators took down: the log that every member can read, and what its authors are told.
//!
//! While a round is open a keyed hash links each entry to the author of what was taken down, so that
//! they can be told and kept from answering. Nobody is shown it, and it goes with the round's end.

mod appeal;
mod take_down;

pub use self::take_down::{NewTakeDown, TakenDown};
use super::row::{instant, part_of, row};
use super::{Error, Result, ServerReads, ServerTx};
use domain::moderation::{Appeal, Kind, LogEntry, Reason, TakeDown};
use domain::{
    Address, AnswerId, ChannelId, MemberId, ObjectionId, RoundDetails, RoundId, RoundNumber,
    SeminarId, TakeDownNumber,
};

/// The columns of a take-down, for a `where` to follow.
const SELECT: &str = "
    select takedowns.number, kind, subject, takedowns.part, shown, reason, takedowns.facilitator,
           takedowns.name, taken_at, muted, appeal, told
    from takedowns
    where takedowns.server = ?1 and ";

/// The same with its round.
const SELECT_LOGGED: &str = "
    select takedowns.number, kind, subject, takedowns.part, shown, reason, takedowns.facilitator,
           takedowns.name, taken_at, muted, appeal, told, rounds.id as round,
           rounds.number as round_number, rounds.seminar, rounds.place,
           coalesce((select place from seminars where id = rounds.seminar), rounds.place) as home
    from takedowns join rounds on rounds.id = takedowns.round
    where takedowns.server = ?1 and ";

row! {
struct Row {
    number: i64,
    kind: String,
    subject: i64,
    part: String,
    shown: bool,
    reason: String,
    facilitator: Option<i64>,
    name: Option<String>,
    taken_at: i64,
    muted: bool,
    appeal: Option<String>,
    told: bool,
}
}

row! {
struct RoundRow {
    round: i64,
    round_number: i64,
    seminar: Option<i64>,
    place: i64,
    home: i64,
}
}

/// An entry with its round, read from one row.
struct LoggedRow(Row, RoundRow);

impl<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> for LoggedRow {
    fn from_row(row: &'r sqlx::sqlite::SqliteRow) -> sqlx::Result<Self> {
        Ok(Self(Row::from_row(row)?, RoundRow::from_row(row)?))
    }
}

impl ServerReads {
    /// Everything that facilitators of this server took down, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_downs(&mut self) -> Result<Vec<LogEntry>> {
        let rows: Vec<LoggedRow> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT_LOGGED} rounds.server = ?1 order by takedowns.number desc"
            )))
            .all()
            .await?;
        rows.into_iter().map(logged).collect()
    }

    /// An entry of this server's log.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_down_numbered(&mut self, number: TakeDownNumber) -> Result<Option<LogEntry>> {
        let row: Option<LoggedRow> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT_LOGGED} takedowns.number = ?2")))
            .bind(number.0)
            .optional()
            .await?;
        row.map(logged).transpose()
    }

    /// What was taken down in a round, the oldest first.
    pub(super) async fn taken_down_in(&mut self, round: RoundId) -> Result<Vec<TakeDown>> {
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT} round = ?2 order by number")))
            .bind(round.0)
            .all()
            .await?;
        rows.into_iter().map(|row| read(row).map(|(it, _)| it)).collect()
    }

    /// What was taken from a member in an open round, the oldest first, and whether they were told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn taken_from(
        &mut self,
        round: RoundId,
        member: MemberId,
    ) -> Result<Vec<(TakeDown, bool)>> {
        let hash = self.member_hash(round, member).await?;
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT} round = ?2 and tie = ?3 order by number"
            )))
            .bind(round.0)
            .bind(hash)
            .all()
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Whether a member is kept from answering in a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_muted(&mut self, round: RoundId, member: MemberId) -> Result<bool> {
        let taken = self.taken_from(round, member).await?;
        Ok(taken.iter().any(|(it, _)| it.mutes()))
    }

    /// How many are kept from answering in a round and have no answer in its current part.
    pub(super) async fn muted_without_answer(&mut self, it: &RoundDetails) -> Result<usize> {
        if !it.taken_down.iter().any(TakeDown::mutes) {
            return Ok(0);
        }
        let (round, part) = (it.round.id, it.round.part);
        let mut muted: Vec<Vec<u8>> = self
            .statement(
                "select distinct tie from takedowns
                 where server = ?1 and round = ?2 and tie is not null and muted = 1
                   and (appeal is null or appeal not in ('mistake', 'recalled'))
                   and not exists (select 1 from responses
                                   where server = ?1 and round = ?2 and part = ?3
                                     and responses.tie = takedowns.tie)",
            )
            .bind(round.0)
            .bind(super::row::part_word(part))
            .values()
            .await?;
        for answer in it.responses.iter().filter(|answer| answer.part == part) {
            let Some((member, _)) = &answer.by else { continue };
            if let Some(hash) = self.member_hash(round, *member).await? {
                muted.retain(|tie| *tie != hash);
            }
        }
        Ok(muted.len())
    }

    /// The round of an answer.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_of_answer(&mut self, answer: AnswerId) -> Result<Option<RoundId>> {
        let round: Option<i64> = self
            .statement("select round from responses where server = ?1 and id = ?2")
            .bind(answer.0)
            .optional_value()
            .await?;
        Ok(round.map(RoundId))
    }

    /// The round of an objection.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_of_objection(&mut self, objection: ObjectionId) -> Result<Option<RoundId>> {
        let round: Option<i64> = self
            .statement(
                "select statements.round from voices
                 join statements on statements.id = voices.statement
                 where voices.server = ?1 and voices.id = ?2 and voice = 'object'",
            )
            .bind(objection.0)
            .optional_value()
            .await?;
        Ok(round.map(RoundId))
    }

    /// The answer that a message became.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answer_from(&mut self, at: Address) -> Result<Option<AnswerId>> {
        let answer: Option<i64> = self
            .statement(
                "select id from responses
                 where server = ?1 and source_place = ?2 and source_message = ?3
                 order by round desc limit 1",
            )
            .bind(at.place.0)
            .bind(at.message.0)
            .optional_value()
            .await?;
        Ok(answer.map(AnswerId))
    }
}

impl ServerTx {
    /// Notes that a member was told of everything that was taken from them in a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn note_told(&mut self, round: RoundId, member: MemberId) -> Result<()> {
        let hash = self.member_hash(round, member).await?;
        self.statement(
            "update takedowns set told = 1 where server = ?1 and round = ?2 and tie = ?3",
        )
        .bind(round.0)
        .bind(hash)
        .execute()
        .await?;
        Ok(())
    }
}

fn logged(LoggedRow(row, of): LoggedRow) -> Result<LogEntry> {
    Ok(LogEntry {
        take_down: read(row)?.0,
        round: RoundId(of.round),
        round_number: RoundNumber(of.round_number),
        seminar: of.seminar.map(SeminarId),
        place: ChannelId(of.place),
        home: ChannelId(of.home),
    })
}

/// A take-down as it is stored, and whether its author was told in the round.
fn read(row: Row) -> Result<(TakeDown, bool)> {
    let unreadable = |what: &str| Error::Unreadable(format!("take-down {}: {what}", row.number));
    let appeal = match row.appeal.as_deref() {
        Some(word) => Some(Appeal::named(word).ok_or_else(|| unreadable(word))?),
        None => None,
    };
    let it = TakeDown {
        number: TakeDownNumber(row.number),
        kind: Kind::named(&row.kind).ok_or_else(|| unreadable(&row.kind))?,
        subject: row.subject,
        part: part_of(&row.part).ok_or_else(|| unreadable(&row.part))?,
        shown: row.shown,
        reason: Reason::named(&row.reason).ok_or_else(|| unreadable(&row.reason))?,
        by: row.facilitator.map(MemberId).zip(row.name),
        at: instant(row.taken_at)?,
        muted: row.muted,
        appeal,
    };
    Ok((it, row.told))
}
