//! Answers: one a member a round, named or anonymous.
//!
//! An anonymous answer has a random number and no times. Until its round is closed a keyed hash
//! links it to its member, so that they can change it; afterwards nothing does.

mod change;
mod drafts;
mod own;

use std::collections::HashMap;

pub use self::drafts::{Draft, Holding};
use super::row::{instant, part_of, part_word, row};
use super::{Error, Participation, Result, ServerReads};
use domain::member_hash::{Purpose, member_hash};
use domain::{
    Address, Answer, AnswerId, ChannelId, MemberId, MessageId, Part, RoundDetails, RoundId,
};

/// What a member answers.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// The round.
    pub round: RoundId,
    /// Who answers; their name and the time are not kept with an anonymous answer.
    pub by: Participation,
    /// Whether the answer is shown without their name.
    pub anonymous: bool,
    /// The answer.
    pub text: String,
    /// The message that it was, if it was one.
    pub source: Option<Address>,
}

impl ServerReads {
    /// What a member has answered in one part of a round, as long as that can be told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answer_of(
        &mut self,
        round: RoundId,
        part: Part,
        member: MemberId,
    ) -> Result<Option<Answer>> {
        let hash = self.member_hash(round, member, Purpose::Answer(part)).await?;
        let row: Option<Row> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT} and part = ?3 and (member = ?4 or tie = ?5)"
            )))
            .bind(round.0)
            .bind(part_word(part))
            .bind(member.0)
            .bind(hash)
            .optional()
            .await?;
        row.map(read).transpose()
    }

    /// What a member has answered in one part of a round that has just been read, as long as that can be
    /// told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answer_in(
        &mut self,
        round: &RoundDetails,
        part: Part,
        member: MemberId,
    ) -> Result<Option<Answer>> {
        let mut answers = round.responses.iter().filter(|it| it.part == part);
        let is_own = |it: &&Answer| it.by.as_ref().is_some_and(|(by, _)| *by == member);
        if let Some(named) = answers.clone().find(is_own) {
            return Ok(Some(named.clone()));
        }
        // Whose an answer without a name is, only the database can tell.
        match answers.any(|it| it.by.is_none()) {
            true => self.answer_of(round.round.id, part, member).await,
            false => Ok(None),
        }
    }

    /// The answers of a round: the named ones in order, then the anonymous ones in none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answers(&mut self, round: RoundId) -> Result<Vec<Answer>> {
        // Anonymous rows have no time and random numbers: they come last, in no order.
        let rows: Vec<Row> = self
            .statement(sqlx::AssertSqlSafe(format!(
                "{SELECT} order by answered_at is null, answered_at, id"
            )))
            .bind(round.0)
            .all()
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// The answers of all rounds on a theme (`None`: on none), by round, each in the order of
    /// [`ServerReads::answers`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answers_on(
        &mut self,
        theme: Option<&str>,
    ) -> Result<HashMap<RoundId, Vec<Answer>>> {
        let rows: Vec<Row> = self
            .statement(
                "select responses.id, round, member, name, responses.text, answered_at, edited_at,
                        responses.part, stance, pair, shown, source_place, source_message
                 from responses
                 join rounds on rounds.id = responses.round and rounds.server = responses.server
                 where responses.server = ?1 and rounds.theme is ?2
                 order by answered_at is null, answered_at, responses.id",
            )
            .bind(theme)
            .all()
            .await?;
        let mut answers: HashMap<RoundId, Vec<Answer>> = HashMap::new();
        for row in rows {
            answers.entry(RoundId(row.round)).or_default().push(read(row)?);
        }
        Ok(answers)
    }

    /// What links a member's anonymous row of a round to them; `None` once it is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub(super) async fn member_hash(
        &mut self,
        round: RoundId,
        member: MemberId,
        purpose: Purpose,
    ) -> Result<Option<Vec<u8>>> {
        let key = self.round_key(round).await?;
        Ok(key.map(|key| member_hash(&key, member, purpose).to_vec()))
    }
}

/// The columns of an answer, for a `where` to follow.
const SELECT: &str = "
    select id, round, member, name, text, answered_at, edited_at, part, stance, pair, shown,
           source_place, source_message
    from responses
    where server = ?1 and round = ?2 ";

row! {
struct Row {
    id: i64,
    round: i64,
    member: Option<i64>,
    name: Option<String>,
    text: String,
    answered_at: Option<i64>,
    edited_at: Option<i64>,
    part: String,
    stance: Option<String>,
    pair: Option<i64>,
    shown: bool,
    source_place: Option<i64>,
    source_message: Option<i64>,
}
}

/// An answer as it is stored.
fn read(row: Row) -> Result<Answer> {
    Ok(Answer {
        id: AnswerId(row.id),
        by: row.member.map(MemberId).zip(row.name),
        text: row.text,
        answered_at: row.answered_at.map(instant).transpose()?,
        edited_at: row.edited_at.map(instant).transpose()?,
        part: part_of(&row.part)
            .ok_or_else(|| Error::Unreadable(format!("response {}: {}", row.id, row.part)))?,
        stance: row.stance,
        pair: row.pair.map(AnswerId),
        shown: row.shown,
        source: row.source_place.zip(row.source_message).map(|(place, message)| Address {
            place: ChannelId(place),
            message: MessageId(message),
        }),
    })
}
