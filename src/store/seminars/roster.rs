//! Who takes part: by name in the whole seminar, without a name in the rounds in which they do
//! something.
//!
//! Somebody who did something without a name may join by name in the same round. They must not count
//! twice, nor may anybody see that they are one: so each who joins by name while others take part
//! without one is taken for one of these until they have answered by name.

use jiff::Timestamp;

use super::super::row::{count, instant, row};
use super::super::{Result, ServerReads, ServerTx};
use domain::member_hash::{Purpose, member_hash};
use domain::seminar::Participant;
use domain::{MemberId, Part, RoundDetails, RoundId, Seminar, SeminarId};

/// Who joins a seminar.
#[derive(Clone, Debug)]
pub struct Joiner {
    /// Who.
    pub member: MemberId,
    /// The name they go by.
    pub name: String,
    /// Whether they may facilitate, by the server's settings.
    pub eligible: bool,
    /// Whether they do something without their name.
    pub anonymous: bool,
    /// The sides that the current question deals, in a debate.
    pub stances: Vec<String>,
    /// When.
    pub now: Timestamp,
    /// The seed of their row's id and of their side.
    pub seed: u64,
}

row! {
struct Row {
    member: i64,
    name: String,
    joined_at: i64,
    eligible: bool,
    volunteers: bool,
    spoken: i64,
    round: Option<i64>,
}
}

impl ServerTx {
    /// Puts a member on the roster of an open seminar, and says whether they are new on it. `None`
    /// if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn join_seminar(
        &mut self,
        id: SeminarId,
        joiner: &Joiner,
    ) -> Result<Option<(Seminar, bool)>> {
        let Some(seminar) = self.open_seminar(id).await? else { return Ok(None) };
        let new = self.put_on_roster(&seminar, joiner).await?;
        let seminar = self.written_seminar(id).await?;
        Ok(Some((seminar, new)))
    }

    /// Puts a member on the roster if they are not on it, and says whether they are new.
    pub(in super::super) async fn put_on_roster(
        &mut self,
        seminar: &Seminar,
        joiner: &Joiner,
    ) -> Result<bool> {
        let round = seminar.rounds().last();
        let new = match seminar.participant(joiner.member) {
            None if joiner.anonymous => self.add_unnamed(seminar.id, round, joiner).await?,
            None => {
                self.add_named(seminar.id, round, joiner).await?;
                true
            }
            // They are taken for one of those without a name, and so are not counted by name.
            Some(it)
                if joiner.anonymous
                    && it.joined_among_unnamed.is_some_and(|it| Some(it) == round) =>
            {
                self.add_unnamed(seminar.id, round, joiner).await?
            }
            // Nothing with their name on it may change now.
            Some(_) if joiner.anonymous => false,
            Some(_) => {
                self.update_participant(seminar.id, joiner).await?;
                false
            }
        };
        if !joiner.stances.is_empty() {
            let (member, stances) = ([joiner.member], &joiner.stances);
            self.deal_sides(seminar, &member, stances, joiner.seed).await?;
        }
        Ok(new)
    }

    /// Ends that a member takes part in a round without a name, once nothing that they answered is
    /// left without one.
    pub(in super::super) async fn settle_unnamed(
        &mut self,
        details: &RoundDetails,
        member: MemberId,
    ) -> Result<()> {
        let (round, Some(seminar)) = (details.round.id, &details.seminar) else { return Ok(()) };
        for part in [Part::Card, Part::Own] {
            let answer = self.answer_of(round, part, member).await?;
            if answer.is_some_and(|answer| answer.by.is_none()) {
                return Ok(());
            }
        }
        let hash = self.participant_hash(seminar.id, Some(round), member).await?;
        self.statement("delete from roster where server = ?1 and seminar = ?2 and tie = ?3")
            .bind(seminar.id.0)
            .bind(hash)
            .execute()
            .await?;
        Ok(())
    }

    /// Names and roles change.
    async fn update_participant(&mut self, seminar: SeminarId, joiner: &Joiner) -> Result<()> {
        self.statement(
            "update roster set name = ?4, eligible = ?5
             where server = ?1 and seminar = ?2 and member = ?3",
        )
        .bind(seminar.0)
        .bind(joiner.member.0)
        .bind(&joiner.name)
        .bind(joiner.eligible)
        .execute()
        .await?;
        Ok(())
    }

    /// Adds a member by name, and notes the round if somebody takes part without a name, who they
    /// may be.
    async fn add_named(
        &mut self,
        seminar: SeminarId,
        round: Option<RoundId>,
        joiner: &Joiner,
    ) -> Result<()> {
        let id = self.random_id("roster", joiner.seed).await?;
        self.statement(
            "insert into roster (id, seminar, server, member, name, joined_at, eligible, round)
             select ?2, ?3, ?1, ?4, ?5, ?6, ?7,
                    case when exists (select 1 from roster
                                      where server = ?1 and seminar = ?3 and member is null)
                         then ?8 end",
        )
        .bind(id)
        .bind(seminar.0)
        .bind(joiner.member.0)
        .bind(&joiner.name)
        .bind(joiner.now.as_millisecond())
        .bind(joiner.eligible)
        .bind(round.map(|round| round.0))
        .execute()
        .await?;
        Ok(())
    }

    /// Adds a member to those who take part in a round without a name; `false` if they are among
    /// them.
    async fn add_unnamed(
        &mut self,
        seminar: SeminarId,
        round: Option<RoundId>,
        joiner: &Joiner,
    ) -> Result<bool> {
        let hash = self.participant_hash(seminar, round, joiner.member).await?;
        if self.is_unnamed(seminar, hash.as_deref()).await? {
            return Ok(false);
        }
        let id = self.random_id("roster", joiner.seed).await?;
        self.statement(
            "insert into roster (id, seminar, server, tie, round) values (?2, ?3, ?1, ?4, ?5)",
        )
        .bind(id)
        .bind(seminar.0)
        .bind(hash)
        .bind(round.map(|round| round.0))
        .execute()
        .await?;
        Ok(true)
    }
}

impl ServerReads {
    /// Who takes part by name, in the order in which they joined.
    pub(super) async fn roster(&mut self, seminar: SeminarId) -> Result<Vec<Participant>> {
        let rows: Vec<Row> = self
            .statement(
                "select member, name, joined_at, eligible, volunteers, spoken, round from roster
                 where server = ?1 and seminar = ?2 and member is not null
                 order by joined_at, id",
            )
            .bind(seminar.0)
            .all()
            .await?;
        let participant = |row: Row| {
            Ok(Participant {
                member: MemberId(row.member),
                name: row.name,
                joined_at: instant(row.joined_at)?,
                eligible: row.eligible,
                volunteers: row.volunteers,
                spoken: count(row.spoken),
                joined_among_unnamed: row.round.map(RoundId),
            })
        };
        rows.into_iter().map(participant).collect()
    }

    /// Whether a member takes part, with their name or, in the round at hand, without it.
    pub(in super::super) async fn takes_part(
        &mut self,
        seminar: &Seminar,
        member: MemberId,
    ) -> Result<bool> {
        if seminar.participant(member).is_some() {
            return Ok(true);
        }
        let hash = self.participant_hash(seminar.id, seminar.rounds().last(), member).await?;
        self.is_unnamed(seminar.id, hash.as_deref()).await
    }

    async fn is_unnamed(&mut self, seminar: SeminarId, hash: Option<&[u8]>) -> Result<bool> {
        self.statement(
            "select exists (select 1 from roster
                            where server = ?1 and seminar = ?2 and tie = ?3)",
        )
        .bind(seminar.0)
        .bind(hash.map(<[u8]>::to_vec))
        .value()
        .await
    }

    async fn participant_hash(
        &mut self,
        seminar: SeminarId,
        round: Option<RoundId>,
        member: MemberId,
    ) -> Result<Option<Vec<u8>>> {
        let round = round.unwrap_or(RoundId(0));
        self.seminar_hash(seminar, member, Purpose::Participant(round)).await
    }

    /// What links a row of a seminar to its member; `None` once it is closed.
    pub(in super::super) async fn seminar_hash(
        &mut self,
        seminar: SeminarId,
        member: MemberId,
        purpose: Purpose,
    ) -> Result<Option<Vec<u8>>> {
        let id: Option<Vec<u8>> = self
            .statement(
                "select key_id from seminar_keys
                 where seminar = (select id from seminars where server = ?1 and id = ?2)",
            )
            .bind(seminar.0)
            .optional_value()
            .await?;
        let key = id.and_then(|id| self.keys.get(&id));
        Ok(key.map(|key| member_hash(&key, member, purpose).to_vec()))
    }
}
