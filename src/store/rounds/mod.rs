//! Rounds: a question, with its quotes, and the answers to it.

mod close;
mod notices;
mod pose;
mod reveal;
mod round_details;

use std::collections::HashSet;

pub use pose::{NewRound, Within};

use super::row::{count, instant, part_of, reveal_of, row};
use super::{Error, Result, ServerReads, ServerTx};
use domain::record::Asked;
use domain::round::Unlinked;
use domain::{
    Address, ChannelId, MemberId, MessageId, RequestId, Round, RoundId, RoundNumber, RoundState,
    SeminarId,
};

/// The columns of a round, for a `where` to follow.
const SELECT: &str = "
    select id, number, place,
           coalesce((select place from seminars where id = rounds.seminar), place) as home, poser, question, text, theme, state, posed_at, settled_at, seminar, reveal,
           reveal_at, awaited, part, problem, withdrawn, about_place, about_message,
           (select count(*) from responses
            where round = rounds.id and part = rounds.part and member is not null) as named,
           (select count(*) from responses
            where round = rounds.id and part = rounds.part and member is null) as anonymous,
           coalesce((select anonymous from settings where server = ?1), 1) as takes_anonymous,
           iif(state = 'settled', 0,
               (select count(*) from responses
                where round = rounds.id and part = rounds.part
                  and member is null and tie is null)) as unlinked_answers,
           iif(state = 'settled', 0,
               (select count(*) from voices
                join statements on statements.id = voices.statement
                where statements.round = rounds.id and statements.state = 'proposed'
                  and tie is null)) as unlinked_votes,
           (select json_group_array(quote order by position)
            from round_quotes where round = rounds.id) as quotes,
           (select key_id from round_keys where round = rounds.id) as key_id,
           exists (select 1 from weighings where round = rounds.id) as rated,
           exists (select 1 from statements
                   where round = rounds.id and state <> 'dropped') as proposed,
           exists (select 1 from takedowns where round = rounds.id) as taken_down,
           exists (select 1 from revisits
                   where round = rounds.id and state = 'closed') as revisited
    from rounds
    where server = ?1 and ";

row! {
struct Row {
    id: i64,
    number: i64,
    place: i64,
    home: i64,
    poser: i64,
    question: Option<String>,
    text: String,
    theme: Option<String>,
    state: String,
    posed_at: i64,
    settled_at: Option<i64>,
    named: i64,
    anonymous: i64,
    quotes: String,
    seminar: Option<i64>,
    reveal: String,
    reveal_at: Option<i64>,
    awaited: i64,
    part: String,
    problem: Option<String>,
    withdrawn: i64,
    about_place: Option<i64>,
    about_message: Option<i64>,
    takes_anonymous: bool,
    unlinked_answers: i64,
    unlinked_votes: i64,
    key_id: Option<Vec<u8>>,
    rated: bool,
    proposed: bool,
    taken_down: bool,
    revisited: bool,
}
}

/// What there is of a round besides its answers.
#[derive(Clone, Copy, Debug)]
struct Beside {
    ratings: bool,
    statement: bool,
    take_downs: bool,
    revisit: bool,
}

impl ServerReads {
    /// The round that a request has posed already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_of_request(&mut self, request: RequestId) -> Result<Option<Round>> {
        self.find_round("request = ?2", request.0).await
    }

    /// A round of this server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round(&mut self, id: RoundId) -> Result<Option<Round>> {
        self.find_round("id = ?2", id.0).await
    }

    /// A round of this server, by the number that members know.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn round_numbered(&mut self, number: RoundNumber) -> Result<Option<Round>> {
        self.find_round("number = ?2", number.0).await
    }

    async fn find_round(&mut self, by: &str, number: i64) -> Result<Option<Round>> {
        self.find_row(by, number).await?.map(read).transpose()
    }

    /// A round of this server, and what else there is of it to be read.
    async fn round_with(&mut self, by: &str, number: i64) -> Result<Option<(Round, Beside)>> {
        let Some(row) = self.find_row(by, number).await? else { return Ok(None) };
        let beside = Beside {
            ratings: row.rated,
            statement: row.proposed,
            take_downs: row.taken_down,
            revisit: row.revisited,
        };
        Ok(Some((read(row)?, beside)))
    }

    async fn find_row(&mut self, by: &str, number: i64) -> Result<Option<Row>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} {by}"));
        let row: Option<Row> = self.statement(sql).bind(number).optional().await?;
        if let Some(row) = &row {
            self.round_key_is(RoundId(row.id), row.key_id.clone());
        }
        Ok(row)
    }

    /// The rounds of a channel that take answers, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn open_rounds(&mut self, channel: ChannelId) -> Result<Vec<Round>> {
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT} place = ?2 and state in ('open', 'revealed') order by id desc"
            )))
            .bind(channel.0)
            .all()
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// The rounds of a server, the newest first: those of one theme, or those of none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rounds_on(&mut self, theme: Option<&str>) -> Result<Vec<Round>> {
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!("{SELECT} theme is ?2 order by id desc")))
            .bind(theme)
            .all()
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// The rounds on a theme (`None`: on none) that a member asked, answered or sat in a seminar of.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn took_part_on(
        &mut self,
        theme: Option<&str>,
        member: MemberId,
    ) -> Result<HashSet<RoundId>> {
        let ids: Vec<i64> = self
            .statement(
                "select id from rounds
                 where server = ?1 and theme is ?2
                   and (poser = ?3
                        or exists (select 1 from responses
                                   where round = rounds.id and member = ?3)
                        or exists (select 1 from roster
                                   where seminar = rounds.seminar and member = ?3))",
            )
            .bind(theme)
            .bind(member.0)
            .values()
            .await?;
        Ok(ids.into_iter().map(RoundId).collect())
    }

    /// The ids of the questions that this server has answered.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answered_questions(&mut self) -> Result<HashSet<String>> {
        let ids: Vec<String> = self
            .statement(
                "select distinct question from rounds
                 where server = ?1 and question is not null
                   and exists (select 1 from responses where round = rounds.id)",
            )
            .values()
            .await?;
        Ok(ids.into_iter().collect())
    }

    /// Every question that this server was asked, as it is counted for a member.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn asked(&mut self, member: MemberId) -> Result<Vec<Asked>> {
        let rows: Vec<(i64, Option<String>, i64, i64, i64, bool)> = self
            .statement(
                "select id, theme, place,
                        coalesce((select place from seminars where id = rounds.seminar), place),
                        (select count(*) from responses where round = rounds.id),
                        poser = ?2
                        or exists (select 1 from responses
                                   where round = rounds.id and member = ?2)
                        or exists (select 1 from roster
                                   where seminar = rounds.seminar and member = ?2)
                 from rounds where server = ?1",
            )
            .bind(member.0)
            .all()
            .await?;
        let asked = |(round, theme, place, home, answers, took_part)| Asked {
            round: RoundId(round),
            theme,
            place: ChannelId(place),
            home: ChannelId(home),
            answers: count(answers),
            took_part,
        };
        Ok(rows.into_iter().map(asked).collect())
    }
}

impl ServerTx {
    /// Gives an open round other words. `false` if there is no such round or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reword_question(&mut self, id: RoundId, text: &str) -> Result<bool> {
        let changed = self
            .statement(
                "update rounds set text = ?3 where server = ?1 and id = ?2 and state = 'open'",
            )
            .bind(id.0)
            .bind(text)
            .execute()
            .await?;
        Ok(changed > 0)
    }
}

/// A round as it is stored.
fn read(row: Row) -> Result<Round> {
    let unreadable = |what: &str| Error::Unreadable(format!("round {}: {what}", row.id));
    Ok(Round {
        id: RoundId(row.id),
        number: RoundNumber(row.number),
        place: ChannelId(row.place),
        home: ChannelId(row.home),
        asker: MemberId(row.poser),
        state: state_of(&row.state).ok_or_else(|| unreadable(&row.state))?,
        quotes: serde_json::from_str(&row.quotes).map_err(|_| unreadable("its quotes"))?,
        posed_at: instant(row.posed_at)?,
        closed_at: row.settled_at.map(instant).transpose()?,
        question: row.question,
        text: row.text,
        theme: row.theme,
        named: count(row.named),
        anonymous: count(row.anonymous),
        withdrawn: count(row.withdrawn),
        seminar: row.seminar.map(SeminarId),
        reveal: reveal_of(&row.reveal).ok_or_else(|| unreadable(&row.reveal))?,
        reveal_at: row.reveal_at.map(instant).transpose()?,
        awaited: count(row.awaited),
        part: part_of(&row.part).ok_or_else(|| unreadable(&row.part))?,
        problem: row.problem,
        about: row.about_place.zip(row.about_message).map(|(place, message)| Address {
            place: ChannelId(place),
            message: MessageId(message),
        }),
        takes_anonymous: row.takes_anonymous,
        unlinked: Unlinked {
            answers: count(row.unlinked_answers),
            votes: count(row.unlinked_votes),
        },
    })
}

pub(super) fn state_word(state: RoundState) -> &'static str {
    match state {
        RoundState::Open => "open",
        RoundState::Revealed => "revealed",
        RoundState::Closed => "settled",
    }
}

fn state_of(word: &str) -> Option<RoundState> {
    use RoundState::{Closed, Open, Revealed};
    [Open, Revealed, Closed].into_iter().find(|state| state_word(*state) == word)
}
