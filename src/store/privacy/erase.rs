//! Takes everything about a member out of a server, in one transaction. What the group has agreed on
//! stays, and belongs to nobody then.

use jiff::Timestamp;

use super::super::{Result, ServerTx};
use super::affected::Wanted;
use domain::erasure::{ErasedFromRound, ErasedFromSeminar, Erasure};
use domain::seminar::SeminarState;
use domain::{Answer, ConsentId, MemberId, RequestId, RoundDetails, Seminar};

impl ServerTx {
    /// Erases a member from this server, from the file as well. What is left of theirs is nobody's;
    /// of an answer that others could read there is only the count. `request` gives the turn to whoever
    /// speaks next.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn erase_member(
        &mut self,
        member: MemberId,
        request: RequestId,
        now: Timestamp,
    ) -> Result<Erasure> {
        let wanted = self.wanted(member).await?;
        let rounds = self.rounds_with(&wanted).await?;
        let seminars = self.seminars_with(&wanted).await?;
        let consents = self.consents_with(member).await?;
        let mut erased = Vec::with_capacity(rounds.len());
        for was in rounds {
            let gone = self.answers_in(&was, &wanted).await?;
            self.count_withdrawn(&was, &gone).await?;
            erased.push((was, gone));
        }
        self.run(ANSWERS, &wanted).await?;
        self.run(STATEMENTS, &wanted).await?;
        self.run(MADE, &wanted).await?;
        self.run(TOOK_PART, &wanted).await?;
        self.run(OWN, &wanted).await?;
        for was in seminars.iter().filter(|it| it.state == SeminarState::Open) {
            self.give_turn(was.id, request).await?;
        }
        self.forget_statistics().await?;
        self.after.erased = true;
        self.erasure(erased, seminars, consents, now).await
    }

    /// What it has come to, and what follows: a round may have all its answers now.
    async fn erasure(
        &mut self,
        rounds: Vec<(RoundDetails, Vec<Answer>)>,
        seminars: Vec<Seminar>,
        consents: Vec<ConsentId>,
        now: Timestamp,
    ) -> Result<Erasure> {
        let mut erasure = Erasure { consents, ..Erasure::default() };
        for (was, gone) in rounds {
            let mut is = self.written_round(was.round.id).await?;
            if is.all_have_answered() && !was.all_have_answered() {
                is = self.reveal(&is, now).await?;
            }
            erasure.rounds.push(ErasedFromRound { was, now: is, gone });
        }
        for was in seminars {
            let Some(is) = self.seminar(was.id).await? else { continue };
            let mut rounds = Vec::new();
            for round in is.rounds() {
                rounds.extend(self.round_details(round).await?);
            }
            erasure.seminars.push(ErasedFromSeminar { was, now: is, rounds });
        }
        Ok(erasure)
    }

    async fn run(&mut self, statements: &[&'static str], wanted: &Wanted) -> Result<()> {
        for sql in statements {
            self.statement(*sql)
                .bind(wanted.member.0)
                .bind(wanted.hashes.as_str())
                .bind(wanted.names.as_str())
                .execute()
                .await?;
        }
        Ok(())
    }

    async fn count_withdrawn(&mut self, was: &RoundDetails, gone: &[Answer]) -> Result<()> {
        let seen = gone.iter().filter(|answer| was.round.shows(answer)).count();
        self.statement(
            "update rounds set withdrawn = withdrawn + ?3 where server = ?1 and id = ?2",
        )
        .bind(was.round.id.0)
        .bind(i64::try_from(seen).unwrap_or(i64::MAX))
        .execute()
        .await?;
        Ok(())
    }

    /// The planner's samples hold values of indexed columns; it makes do without until it takes new
    /// ones.
    pub(super) async fn forget_statistics(&mut self) -> Result<()> {
        let sampled: bool = self
            .unscoped("select exists (select 1 from sqlite_schema where name = 'sqlite_stat4')")
            .value()
            .await?;
        if sampled {
            self.unscoped("delete from sqlite_stat4").execute().await?;
        }
        Ok(())
    }
}

// In all of these `?2` is the member, `?3` the hashes and `?4` the names. Rows are found through their
// rounds, which have an index by server.

/// Answers go with the ratings of them, and so does what the member thinks of others'.
const ANSWERS: &[&str] = &[
    "update responses set pair = null
     where server = ?1 and round in (select id from rounds where server = ?1)
       and pair in (select id from responses
                    where server = ?1 and round in (select id from rounds where server = ?1)
                      and (member = ?2 or tie in (select unhex(value) from json_each(?3))))",
    "delete from responses
     where server = ?1 and round in (select id from rounds where server = ?1)
       and (member = ?2 or tie in (select unhex(value) from json_each(?3)))",
    "delete from weighings
     where server = ?1 and round in (select id from rounds where server = ?1)
       and tie in (select unhex(value) from json_each(?3))",
    "update takedowns set tie = null
     where server = ?1 and round in (select id from rounds where server = ?1)
       and tie in (select unhex(value) from json_each(?3))",
    "delete from second_thoughts
     where server = ?1 and round in (select round from revisits where server = ?1)
       and tie in (select unhex(value) from json_each(?3))",
];

/// A vote that still counts goes. Once the group has decided, it stays that somebody objected, and
/// neither why nor who. The words that others have voted on stay.
const STATEMENTS: &[&str] = &[
    "delete from voices
     where server = ?1
       and (tie in (select unhex(value) from json_each(?3))
            or member = ?2
            and statement in (select id from statements
                              where server = ?1 and state = 'proposed'))",
    "update voices set member = null, name = null, reason = ''
     where server = ?1
       and (member = ?2
            or member is null and name in (select value from json_each(?4)))",
    "update statement_versions set member = null, name = ''
     where server = ?1
       and (member = ?2
            or member is null and name in (select value from json_each(?4)))",
    "update statements set proposer = 0 where server = ?1 and proposer = ?2",
];

/// What others go on with is nobody's. A draft without a date and what was only found in a file nobody else has seen.
const MADE: &[&str] = &[
    "update rounds set poser = 0 where server = ?1 and poser = ?2",
    "update seminars set opener = 0 where server = ?1 and opener = ?2",
    "update seminars set facilitator = null, name = null where server = ?1 and facilitator = ?2",
    "update takedowns set facilitator = null, name = null
     where server = ?1 and round in (select id from rounds where server = ?1) and facilitator = ?2",
    "update schedules set maker = 0 where server = ?1 and maker = ?2",
    "delete from agenda
     where server = ?1 and seminar in (select id from seminars
                                       where server = ?1 and opener = 0 and state = 'draft'
                         and id not in (select seminar from meetings))",
    "delete from roster
     where server = ?1 and seminar in (select id from seminars
                                       where server = ?1 and opener = 0 and state = 'draft'
                         and id not in (select seminar from meetings))",
    "delete from seminar_keys
     where seminar in (select id from seminars
                       where server = ?1 and opener = 0 and state = 'draft'
                         and id not in (select seminar from meetings))",
    "delete from seminars
     where server = ?1 and opener = 0 and state = 'draft'
       and id not in (select seminar from meetings)",
    "delete from readings where server = ?1 and adder = ?2 and state = 'found'",
    "update readings set adder = 0 where server = ?1 and adder = ?2",
];

/// They leave the seminars that go on. Of those that are over it stays how many took part; and a row
/// without a name stays whose answer cannot be found any more: were it to go, everybody could tell
/// whose both were.
const TOOK_PART: &[&str] = &[
    "update roster set tie = null
     where server = ?1 and seminar in (select id from seminars where server = ?1)
       and tie in (select unhex(value) from json_each(?3))
       and round in (select id from rounds where server = ?1 and state = 'settled')",
    "delete from roster
     where server = ?1 and seminar in (select id from seminars where server = ?1)
       and (tie in (select unhex(value) from json_each(?3))
            or member = ?2 and seminar in (select id from seminars
                                           where server = ?1 and state <> 'closed'))",
    "update roster
     set member = null, name = null, joined_at = null, eligible = 0, volunteers = 0, spoken = 0,
         round = (select max(round) from agenda where agenda.seminar = roster.seminar)
     where server = ?1 and seminar in (select id from seminars where server = ?1) and member = ?2",
    "delete from queue where server = ?1 and member = ?2",
    "delete from cards
     where server = ?1 and tie in (select unhex(value) from json_each(?3))",
    "delete from recalls
     where server = ?1 and tie in (select unhex(value) from json_each(?3))",
    "delete from recalled where server = ?1 and member = ?2",
];

/// What only they had anything of.
const OWN: &[&str] = &[
    "delete from consents where server = ?1 and (author = ?2 or asker = ?2)",
    "delete from kept where server = ?1 and member = ?2",
    "delete from attendees where server = ?1 and member = ?2",
    "delete from drafts where server = ?1 and member = ?2",
    "delete from informed where server = ?1 and member = ?2",
];
