//! What facilitators took down: the log that every member can read, and what its authors are told.
//!
//! While a round is open a keyed hash links each answer that was taken down to its author, so that they
//! can be told and kept from answering. Nobody is shown it, and it goes with the round's end. Nothing is
//! noted when they are told: it would tell when they did something, perhaps without their name.

mod appeal;
mod take_down;

pub use self::take_down::{NewTakeDown, TakenDown};
use super::row::{instant, part_of, row};
use super::{Error, Result, ServerReads};
use domain::member_hash::{Key, MemberHash, Purpose, for_purpose, member_hash};
use domain::moderation::{Appeal, Kind, LogEntry, Reason, TakeDown};
use domain::{
    Address, AnswerId, ChannelId, MemberId, ObjectionId, RoundId, RoundNumber, SeminarId,
    TakeDownNumber,
};

/// The columns of a take-down, for a `where` to follow.
const SELECT: &str = "
    select takedowns.number, kind, subject, takedowns.part, shown, reason, takedowns.facilitator,
           takedowns.name, taken_at, muted, appeal
    from takedowns
    where takedowns.server = ?1 and ";

/// The same with what links it to its author.
const SELECT_TIED: &str = "
    select number, kind, subject, part, shown, reason, facilitator, name, taken_at, muted, appeal, tie
    from takedowns
    where server = ?1 and ";

/// The same with its round.
const SELECT_LOGGED: &str = "
    select takedowns.number, kind, subject, takedowns.part, shown, reason, takedowns.facilitator,
           takedowns.name, taken_at, muted, appeal, rounds.id as round,
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

/// An entry with what links it to its author.
struct TiedRow(Row, Vec<u8>);

impl<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> for TiedRow {
    fn from_row(row: &'r sqlx::sqlite::SqliteRow) -> sqlx::Result<Self> {
        Ok(Self(Row::from_row(row)?, sqlx::Row::try_get(row, "tie")?))
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
        rows.into_iter().map(read).collect()
    }

    /// The answers that were taken from a member in an open round, the oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn taken_from(&mut self, round: RoundId, member: MemberId) -> Result<Vec<TakeDown>> {
        let Some(key) = self.round_key(round).await? else { return Ok(Vec::new()) };
        let rows: Vec<TiedRow> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT_TIED} round = ?2 and tie is not null order by number"
            )))
            .bind(round.0)
            .all()
            .await?;
        let mut taken = Vec::new();
        for TiedRow(row, tie) in rows {
            let it = read(row)?;
            let answer = member_hash(&key, member, Purpose::Answer(it.part));
            if it.answer().is_some_and(|id| author_hash(&key, &answer, id)[..] == tie[..]) {
                taken.push(it);
            }
        }
        Ok(taken)
    }

    /// Whether a member is kept from answering in a round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_muted(&mut self, round: RoundId, member: MemberId) -> Result<bool> {
        Ok(self.taken_from(round, member).await?.iter().any(TakeDown::mutes))
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

/// What links an answer that was taken down to its author, made of what linked the answer. Without the
/// key nobody can tell that a later answer is of the same author.
fn author_hash(key: &Key, answer: &MemberHash, id: AnswerId) -> MemberHash {
    for_purpose(key, answer, Purpose::TakenDown(id))
}

fn logged(LoggedRow(row, of): LoggedRow) -> Result<LogEntry> {
    Ok(LogEntry {
        take_down: read(row)?,
        round: RoundId(of.round),
        round_number: RoundNumber(of.round_number),
        seminar: of.seminar.map(SeminarId),
        place: ChannelId(of.place),
        home: ChannelId(of.home),
    })
}

/// A take-down as it is stored.
fn read(row: Row) -> Result<TakeDown> {
    let unreadable = |what: &str| Error::Unreadable(format!("take-down {}: {what}", row.number));
    let appeal = match row.appeal.as_deref() {
        Some(word) => Some(Appeal::named(word).ok_or_else(|| unreadable(word))?),
        None => None,
    };
    Ok(TakeDown {
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
    })
}
