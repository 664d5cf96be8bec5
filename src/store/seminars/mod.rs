//! Seminars: their agendas, their rosters, and the questions they have posed.

mod agenda;
mod course;
mod draft;
mod facilitation;
mod lot;
mod queue;
mod recall;
mod roster;
mod sides;

pub use agenda::AgendaChange;
pub use course::{ClosedSeminar, NextRound, Posed};
pub use draft::{NewItem, NewSeminar};
pub use facilitation::{Decision, Facilitation};
pub use recall::{Recall, RecallOutcome};
pub use roster::Joiner;

use super::row::{count, instant, kind_of, reveal_of, row};
use super::{Error, Result, ServerReads};
use domain::seminar::{Format, Item, SeminarChange, SeminarState};
use domain::{
    ChannelId, ItemId, MemberId, RequestId, Round, RoundId, Seminar, SeminarId, SeminarNumber,
};

/// The columns of a seminar, for a `where` to follow.
const SELECT: &str = "
    select id, number, place, kind, title, format, reveal, minutes, quorum, themes, work, plan, opener,
           facilitator, name, lot, state, made_at, closed_at,
           coalesce(stepped_at, opened_at, made_at) as stepped_at,
           (select count(*) from roster
            where seminar = seminars.id and member is null
              and round is (select max(round) from agenda where seminar = seminars.id)) as unnamed,
           (select count(*) from roster
            where seminar = seminars.id and member is not null
              and round = (select max(round) from agenda where seminar = seminars.id)
              and not exists (select 1 from responses
                              where responses.round = roster.round
                                and responses.member = roster.member
                                and part = (select part from rounds
                                            where id = roster.round))) as perhaps,
           coalesce((select max(at_once) from (select count(*) as at_once from roster
                                               where seminar = seminars.id and member is null
                                               group by round)), 0) as most_unnamed,
           (select count(*) from roster
            where seminar = seminars.id and member is not null
              and round is not null) as all_perhaps
    from seminars
    where server = ?1 and ";

row! {
struct Row {
    id: i64,
    number: i64,
    place: i64,
    kind: String,
    title: String,
    format: String,
    reveal: String,
    minutes: Option<u32>,
    quorum: Option<u32>,
    themes: String,
    work: Option<String>,
    plan: Option<String>,
    opener: i64,
    facilitator: Option<i64>,
    name: Option<String>,
    lot: bool,
    state: String,
    made_at: i64,
    closed_at: Option<i64>,
    stepped_at: i64,
    unnamed: i64,
    perhaps: i64,
    most_unnamed: i64,
    all_perhaps: i64,
}
}

impl ServerReads {
    /// A seminar.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seminar(&mut self, id: SeminarId) -> Result<Option<Seminar>> {
        self.find_seminar("id = ?2", id.0).await
    }

    /// A seminar, by the number that members know.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seminar_numbered(&mut self, number: SeminarNumber) -> Result<Option<Seminar>> {
        self.find_seminar("number = ?2", number.0).await
    }

    /// A seminar that the same transaction has read or written.
    async fn written_seminar(&mut self, id: SeminarId) -> Result<Seminar> {
        self.seminar(id).await?.ok_or_else(|| Error::vanished("seminar", id.0))
    }

    /// The seminar that a request has drafted already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seminar_drafted(&mut self, request: RequestId) -> Result<Option<Seminar>> {
        self.find_seminar("request = ?2", request.0).await
    }

    /// All seminars, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seminars(&mut self) -> Result<Vec<Seminar>> {
        let ids = self.statement("select id from seminars where server = ?1 order by id desc");
        let ids = ids.values().await?;
        self.seminars_of(ids).await
    }

    /// The seminars that are not closed and meet in this place, or pose a question in it, the
    /// newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seminars_here(&mut self, place: ChannelId) -> Result<Vec<Seminar>> {
        let ids = self
            .statement(
                "select id from seminars
                 where server = ?1 and state <> 'closed'
                   and (place = ?2
                        or exists (select 1 from rounds
                                   where rounds.seminar = seminars.id and rounds.place = ?2)
                        or exists (select 1 from messages
                                   where messages.server = ?1
                                     and subject = 'seminar:' || seminars.id
                                     and messages.place = ?2))
                 order by id desc",
            )
            .bind(place.0)
            .values()
            .await?;
        self.seminars_of(ids).await
    }

    async fn seminars_of(&mut self, ids: Vec<i64>) -> Result<Vec<Seminar>> {
        let mut seminars = Vec::with_capacity(ids.len());
        for id in ids {
            seminars.extend(self.seminar(SeminarId(id)).await?);
        }
        Ok(seminars)
    }

    /// A seminar, if it is open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn open_seminar(&mut self, id: SeminarId) -> Result<Option<Seminar>> {
        Ok(self.seminar(id).await?.filter(|seminar| seminar.state == SeminarState::Open))
    }

    /// What has changed in a seminar within this transaction.
    async fn changed_since(&mut self, was: Seminar) -> Result<SeminarChange> {
        let now = self.written_seminar(was.id).await?;
        let round = self.current_round(&now).await?;
        Ok(SeminarChange { was, now, round })
    }

    /// The round that a seminar has posed last.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn current_round(&mut self, seminar: &Seminar) -> Result<Option<Round>> {
        let Some(round) = seminar.rounds().last() else { return Ok(None) };
        self.round(round).await
    }

    async fn find_seminar(&mut self, by: &str, number: i64) -> Result<Option<Seminar>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} {by}"));
        let row: Option<Row> = self.statement(sql).bind(number).optional().await?;
        match row {
            Some(row) => self.read_seminar(row).await.map(Some),
            None => Ok(None),
        }
    }

    /// A seminar as it is stored.
    async fn read_seminar(&mut self, row: Row) -> Result<Seminar> {
        let unreadable = |what: &str| Error::Unreadable(format!("seminar {}: {what}", row.id));
        let id = SeminarId(row.id);
        let state = state_of(&row.state).ok_or_else(|| unreadable(&row.state))?;
        // Each of those who may be one of the unnamed is taken for one.
        let (unnamed, perhaps) = match state {
            SeminarState::Closed => (count(row.most_unnamed), count(row.all_perhaps)),
            SeminarState::Draft | SeminarState::Open => (count(row.unnamed), count(row.perhaps)),
        };
        Ok(Seminar {
            id,
            number: SeminarNumber(row.number),
            place: ChannelId(row.place),
            kind: kind_of(&row.kind).ok_or_else(|| unreadable(&row.kind))?,
            format: format_of(&row.format).ok_or_else(|| unreadable(&row.format))?,
            reveal: reveal_of(&row.reveal).ok_or_else(|| unreadable(&row.reveal))?,
            state,
            themes: serde_json::from_str(&row.themes).map_err(|_| unreadable("its themes"))?,
            title: row.title,
            minutes: row.minutes,
            quorum: row.quorum,
            work: row.work,
            plan: row.plan,
            opener: MemberId(row.opener),
            facilitator: row.facilitator.map(MemberId).zip(row.name),
            lot: row.lot,
            agenda: self.agenda(id).await?,
            roster: self.roster(id).await?,
            unnamed: unnamed.saturating_sub(perhaps),
            perhaps_unnamed: unnamed.min(perhaps),
            queue: self.queue_of(id).await?,
            meeting: self.meeting_of(id).await?,
            made_at: instant(row.made_at)?,
            stepped_at: instant(row.stepped_at)?,
            closed_at: row.closed_at.map(instant).transpose()?,
        })
    }

    async fn agenda(&mut self, id: SeminarId) -> Result<Vec<Item>> {
        let rows: Vec<ItemRow> = self
            .statement(
                "select id, question, problem, text, theme, minutes, round from agenda
                 where server = ?1 and seminar = ?2 order by position, id",
            )
            .bind(id.0)
            .all()
            .await?;
        let item = |row: ItemRow| Item {
            id: ItemId(row.id),
            question: row.question,
            problem: row.problem,
            text: row.text,
            theme: row.theme,
            minutes: row.minutes,
            round: row.round.map(RoundId),
        };
        Ok(rows.into_iter().map(item).collect())
    }
}

row! {
struct ItemRow {
    id: i64,
    question: Option<String>,
    problem: Option<String>,
    text: String,
    theme: Option<String>,
    minutes: Option<u16>,
    round: Option<i64>,
}
}

pub(super) fn format_word(format: Format) -> &'static str {
    match format {
        Format::Plain => "plain",
        Format::Debate => "debate",
    }
}

fn format_of(word: &str) -> Option<Format> {
    [Format::Plain, Format::Debate].into_iter().find(|format| format_word(*format) == word)
}

pub(super) fn state_word(state: SeminarState) -> &'static str {
    match state {
        SeminarState::Draft => "draft",
        SeminarState::Open => "open",
        SeminarState::Closed => "closed",
    }
}

fn state_of(word: &str) -> Option<SeminarState> {
    use SeminarState::{Closed, Draft, Open};
    [Draft, Open, Closed].into_iter().find(|state| state_word(*state) == word)
}
