//! Finds what has something of a member in it, before they are erased.

use std::collections::BTreeSet;

use super::super::{Result, ServerReads};
use domain::{Answer, ConsentId, MemberId, RoundDetails, RoundId, Seminar, SeminarId};

/// What of a member is looked for.
pub(super) struct Wanted {
    pub(super) member: MemberId,
    /// The hashes that link rows without a name to them, as a list in JSON.
    pub(super) hashes: String,
    /// The names that they and nobody else went by, as a list in JSON: older rows have nothing else.
    pub(super) names: String,
}

impl ServerReads {
    /// What is looked for of a member.
    pub(super) async fn wanted(&mut self, member: MemberId) -> Result<Wanted> {
        let (hashes, names) = (self.hashes_of(member).await?, self.names_of(member).await?);
        Ok(Wanted { member, hashes, names })
    }

    /// The names that a member went by in this server and nobody else does, as a list in JSON.
    async fn names_of(&mut self, member: MemberId) -> Result<String> {
        self.statement(
            "select json_group_array(name) from (
                 select name from responses
                 where server = ?1 and member = ?2 and round in (select id from rounds where server = ?1)
                 union
                 select name from roster
                 where server = ?1 and member = ?2 and seminar in (select id from seminars where server = ?1)
                 union select name from queue where server = ?1 and member = ?2
                 union select name from seminars where server = ?1 and facilitator = ?2
                 union select name from statement_versions where server = ?1 and member = ?2
                 union select name from voices where server = ?1 and member = ?2)
             where name not in (select name from responses
                                where server = ?1 and member <> ?2
                                  and round in (select id from rounds where server = ?1))
               and name not in (select name from roster
                                where server = ?1 and member <> ?2
                                  and seminar in (select id from seminars where server = ?1))",
        )
        .bind(member.0)
        .value()
        .await
    }

    /// The rounds with something of a member's in them, as they are.
    pub(super) async fn rounds_with(&mut self, wanted: &Wanted) -> Result<Vec<RoundDetails>> {
        let ids: Vec<i64> = self
            .statement(
                "select round from responses
                 where server = ?1 and round in (select id from rounds where server = ?1)
                   and (member = ?2 or tie in (select unhex(value) from json_each(?3)))
                 union
                 select round from weighings
                 where server = ?1 and round in (select id from rounds where server = ?1)
                   and tie in (select unhex(value) from json_each(?3))
                 union
                 select round from statements
                 where server = ?1 and round in (select id from rounds where server = ?1)
                   and (proposer = ?2
                        or exists (select 1 from statement_versions
                                   where statement = statements.id
                                     and (member = ?2 or member is null
                                          and name in (select value from json_each(?4))))
                        or exists (select 1 from voices
                                   where statement = statements.id
                                     and (member = ?2
                                          or tie in (select unhex(value) from json_each(?3))
                                          or member is null
                                          and name in (select value from json_each(?4)))))
                 union
                 select id from rounds
                 where server = ?1
                   and seminar in (select seminar from roster
                                   where server = ?1
                                     and seminar in (select id from seminars where server = ?1)
                                     and (member = ?2 or tie in (select unhex(value)
                                                                 from json_each(?3))))",
            )
            .bind(wanted.member.0)
            .bind(wanted.hashes.as_str())
            .bind(wanted.names.as_str())
            .values()
            .await?;
        let mut rounds = Vec::with_capacity(ids.len());
        for id in ids {
            rounds.extend(self.round_details(RoundId(id)).await?);
        }
        Ok(rounds)
    }

    /// The seminars that a member has a part in, as they are.
    pub(super) async fn seminars_with(&mut self, wanted: &Wanted) -> Result<Vec<Seminar>> {
        let ids: Vec<i64> = self
            .statement(
                "select seminar from roster
                 where server = ?1 and seminar in (select id from seminars where server = ?1)
                   and (member = ?2 or tie in (select unhex(value) from json_each(?3)))
                 union
                 select id from seminars
                 where server = ?1 and (opener = ?2 or facilitator = ?2)
                 union
                 select seminar from queue where server = ?1 and member = ?2
                 union
                 select seminar from attendees where server = ?1 and member = ?2",
            )
            .bind(wanted.member.0)
            .bind(wanted.hashes.as_str())
            .values()
            .await?;
        let mut seminars = Vec::with_capacity(ids.len());
        for id in ids {
            seminars.extend(self.seminar(SeminarId(id)).await?);
        }
        Ok(seminars)
    }

    pub(super) async fn consents_with(&mut self, member: MemberId) -> Result<Vec<ConsentId>> {
        let ids: Vec<i64> = self
            .statement("select id from consents where server = ?1 and (author = ?2 or asker = ?2)")
            .bind(member.0)
            .values()
            .await?;
        Ok(ids.into_iter().map(ConsentId).collect())
    }

    /// Which answers of a round are a member's.
    pub(super) async fn answers_in(
        &mut self,
        it: &RoundDetails,
        wanted: &Wanted,
    ) -> Result<Vec<Answer>> {
        let ids: Vec<i64> = self
            .statement(
                "select id from responses
                 where server = ?1 and round = ?4
                   and (member = ?2 or tie in (select unhex(value) from json_each(?3)))",
            )
            .bind(wanted.member.0)
            .bind(wanted.hashes.as_str())
            .bind(it.round.id.0)
            .values()
            .await?;
        let ids: BTreeSet<i64> = ids.into_iter().collect();
        Ok(it.responses.iter().filter(|answer| ids.contains(&answer.id.0)).cloned().collect())
    }
}
