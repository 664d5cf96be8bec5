//! Who takes part. A member who has only answered without a name is on the roster without one as
//! well, under a keyed hash that is destroyed when the seminar is closed.

use std::collections::HashMap;

use jiff::Timestamp;

use super::super::row::{count, instant, row};
use super::super::{Error, Result, ServerReads, ServerTx};
use domain::member_hash::{Key, member_hash};
use domain::seminar::{Participant, joins_roster};
use domain::{MemberId, Part, RoundId, Seminar, SeminarId};

/// Who joins a seminar.
#[derive(Clone, Debug)]
pub struct Joiner {
    /// Who.
    pub member: MemberId,
    /// The name they go by.
    pub name: String,
    /// Whether they may facilitate, by the server's settings.
    pub eligible: bool,
    /// Whether they are on the roster without their name.
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
        let new = match seminar.participant(joiner.member) {
            Some(_) => {
                self.update_participant(seminar.id, joiner).await?;
                false
            }
            None => self.add_participant(seminar.id, joiner).await?,
        };
        if !joiner.stances.is_empty() {
            let (member, stances) = ([joiner.member], &joiner.stances);
            self.deal_sides(seminar, &member, stances, joiner.seed).await?;
        }
        Ok(new)
    }

    /// Ends, with a round, that a member counts twice who first took part without a name and then by
    /// name, if nothing of theirs without a name is left. Otherwise the row without a name stays for
    /// good: were it to go, everybody could tell whose it, and the anonymous answer, was.
    pub(in super::super) async fn settle_roster(
        &mut self,
        seminar: &Seminar,
        round: RoundId,
    ) -> Result<()> {
        let unnamed: Vec<(i64, Vec<u8>)> = self
            .statement(
                "select id, tie from roster
                 where server = ?1 and seminar = ?2 and tie is not null and lasting = 0",
            )
            .bind(seminar.id.0)
            .all()
            .await?;
        if unnamed.is_empty() {
            return Ok(());
        }
        let mut members = HashMap::new();
        for it in &seminar.roster {
            members.insert(self.seminar_hash(seminar.id, it.member).await?, it.member);
        }
        for (id, hash) in unnamed {
            let twice = match members.get(&hash) {
                Some(member) => !self.answered_without_name(round, *member).await?,
                None => false,
            };
            let settle = if twice {
                "delete from roster where server = ?1 and id = ?2"
            } else {
                "update roster set lasting = 1 where server = ?1 and id = ?2"
            };
            self.statement(settle).bind(id).execute().await?;
        }
        Ok(())
    }

    async fn answered_without_name(&mut self, round: RoundId, member: MemberId) -> Result<bool> {
        for part in [Part::Card, Part::Own] {
            let answer = self.answer_of(round, part, member).await?;
            if answer.is_some_and(|answer| answer.by.is_none()) {
                return Ok(true);
            }
        }
        Ok(false)
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

    /// Adds a member who is not on the roster by name; `false` if they are on it all the same.
    async fn add_participant(&mut self, seminar: SeminarId, joiner: &Joiner) -> Result<bool> {
        let named = !joiner.anonymous;
        let hash = self.seminar_hash(seminar, joiner.member).await?;
        if !joins_roster(self.is_unnamed(seminar, &hash).await?, named) {
            return Ok(false);
        }
        let id = self.random_id("roster", joiner.seed).await?;
        self.statement(
            "insert into roster (id, seminar, server, member, name, tie, joined_at, eligible)
             values (?2, ?3, ?1, ?4, ?5, ?6, ?7, ?8)",
        )
        .bind(id)
        .bind(seminar.0)
        .bind(named.then_some(joiner.member.0))
        .bind(named.then_some(&joiner.name))
        .bind((!named).then_some(hash))
        .bind(named.then_some(joiner.now.as_millisecond()))
        .bind(named && joiner.eligible)
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
                "select member, name, joined_at, eligible, volunteers, spoken from roster
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
            })
        };
        rows.into_iter().map(participant).collect()
    }

    /// Whether a member is on the roster, with their name or without it.
    pub(super) async fn takes_part(
        &mut self,
        seminar: SeminarId,
        member: MemberId,
    ) -> Result<bool> {
        let hash = self.seminar_hash(seminar, member).await?;
        self.statement(
            "select exists (select 1 from roster
                            where server = ?1 and seminar = ?2 and (member = ?3 or tie = ?4))",
        )
        .bind(seminar.0)
        .bind(member.0)
        .bind(hash)
        .value()
        .await
    }

    async fn is_unnamed(&mut self, seminar: SeminarId, hash: &[u8]) -> Result<bool> {
        self.statement(
            "select exists (select 1 from roster
                            where server = ?1 and seminar = ?2 and tie = ?3)",
        )
        .bind(seminar.0)
        .bind(hash)
        .value()
        .await
    }

    /// What links the unnamed row of a member on a roster to them.
    pub(in super::super) async fn seminar_hash(
        &mut self,
        seminar: SeminarId,
        member: MemberId,
    ) -> Result<Vec<u8>> {
        let key: Vec<u8> = self
            .statement(
                "select key from seminar_keys
                 where seminar = (select id from seminars where server = ?1 and id = ?2)",
            )
            .bind(seminar.0)
            .value()
            .await?;
        let key = Key::try_from(key)
            .map_err(|_| Error::Unreadable(format!("the key of seminar {}", seminar.0)))?;
        Ok(member_hash(&key, member).to_vec())
    }
}
