//! Poses questions.

use jiff::Timestamp;

use super::super::numbers::Counted;
use super::super::row::{part_word, reveal_word};
use super::super::{Error, Result, ServerTx};
use domain::seminar::Reveal;
use domain::{Address, ChannelId, MemberId, Part, RequestId, Round, RoundId, SeminarId};

/// A question about to be posed.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// In which channel or thread.
    pub place: ChannelId,
    /// What the request is called; the same twice is one round.
    pub request: RequestId,
    /// Who poses it.
    pub asker: MemberId,
    /// The question's id, unless it is in the asker's own words.
    pub question: Option<String>,
    /// The question.
    pub text: String,
    /// Its theme, if it has one.
    pub theme: Option<String>,
    /// The quotes it is about.
    pub quotes: Vec<String>,
    /// The seminar that it is a round of.
    pub within: Option<Within>,
    /// The message that it is about.
    pub about: Option<Address>,
    /// When.
    pub now: Timestamp,
}

/// What a seminar adds to a round.
#[derive(Clone, Debug)]
pub struct Within {
    /// Which seminar.
    pub seminar: SeminarId,
    /// When its answers are shown.
    pub reveal: Reveal,
    /// When they are revealed by themselves.
    pub reveal_at: Option<Timestamp>,
    /// How many have joined before.
    pub awaited: usize,
    /// Which answers it takes first.
    pub part: Part,
    /// The problem that it debates.
    pub problem: Option<String>,
}

impl ServerTx {
    /// Poses a question. The same request twice gives the same round.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pose(&mut self, new: &NewRound) -> Result<Round> {
        if let Some(round) = self.round_of_request(new.request).await? {
            return Ok(round);
        }
        let id = self.insert_round(new).await?;
        self.round(id).await?.ok_or_else(|| Error::vanished("round", id.0))
    }

    /// Puts a round in the database.
    pub(in super::super) async fn insert_round(&mut self, new: &NewRound) -> Result<RoundId> {
        let within = new.within.as_ref();
        let number = self.next_number(Counted::Rounds).await?;
        let id: i64 = self
            .statement(
                "insert into rounds (server, place, request, poser, question, text, theme, state,
                                     posed_at, seminar, reveal, reveal_at, awaited, part, problem,
                                     number, about_place, about_message)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                         ?16, ?17)
                 returning id",
            )
            .bind(new.place.0)
            .bind(new.request.0)
            .bind(new.asker.0)
            .bind(&new.question)
            .bind(&new.text)
            .bind(&new.theme)
            .bind(new.now.as_millisecond())
            .bind(within.map(|within| within.seminar.0))
            .bind(reveal_word(within.map_or(Reveal::Live, |within| within.reveal)))
            .bind(within.and_then(|within| within.reveal_at).map(Timestamp::as_millisecond))
            .bind(within.map_or(0, |within| i64::try_from(within.awaited).unwrap_or(i64::MAX)))
            .bind(part_word(within.map_or(Part::Own, |within| within.part)))
            .bind(within.and_then(|within| within.problem.as_deref()))
            .bind(number)
            .bind(new.about.map(|message| message.place.0))
            .bind(new.about.map(|message| message.message.0))
            .value()
            .await?;
        let id = RoundId(id);
        self.put_round_quotes(id, &new.quotes).await?;
        self.put_round_key(id).await?;
        Ok(id)
    }

    pub(in super::super) async fn put_round_quotes(
        &mut self,
        id: RoundId,
        quotes: &[String],
    ) -> Result<()> {
        for (position, quote) in (0i64..).zip(quotes) {
            self.statement(
                "insert into round_quotes (round, position, quote)
                 select id, ?3, ?4 from rounds where server = ?1 and id = ?2",
            )
            .bind(id.0)
            .bind(position)
            .bind(quote)
            .execute()
            .await?;
        }
        Ok(())
    }

    /// Makes the key of a round's hashes of members.
    pub(in super::super) async fn put_round_key(&mut self, id: RoundId) -> Result<()> {
        let key = self.keys.make().await?;
        self.statement(
            "insert into round_keys (round, key_id)
             select id, ?3 from rounds where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(key.to_vec())
        .execute()
        .await?;
        self.round_keys_changed();
        Ok(())
    }
}
