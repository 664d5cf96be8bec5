//! What links rows without a name to a member, as long as there are keys.

use super::super::{Error, Result, ServerReads, Store};
use domain::member_hash::{Purpose, for_purpose, member_hash};
use domain::{AnswerId, ItemId, MemberId, Part, RoundId, SeminarId, StatementId};

impl Store {
    /// Whether it is known which keys there are: whoever may not read their file finds nothing that a
    /// member did without their name.
    #[must_use]
    pub fn keys_are_known(&self) -> bool {
        self.keys.are_known()
    }
}

impl ServerReads {
    /// The hashes of a member under every key that there is in this server, as a list in JSON.
    pub(super) async fn hashes_of(&mut self, member: MemberId) -> Result<String> {
        let mut hashes = Vec::new();
        let rounds =
            self.statement("select id from rounds where server = ?1 and state <> 'settled'");
        for round in rounds.values().await? {
            hashes.extend(self.hashes_in_round(RoundId(round), member).await?);
        }
        let asked_again =
            self.statement("select round from revisits where server = ?1 and state = 'open'");
        for round in asked_again.values().await? {
            hashes.extend(self.thinker(RoundId(round), member).await?);
        }
        let seminars =
            self.statement("select id from seminars where server = ?1 and state = 'open'");
        for seminar in seminars.values().await? {
            hashes.extend(self.hashes_in_seminar(SeminarId(seminar), member).await?);
        }
        let hex = |hash: &Vec<u8>| hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let hex: Vec<String> = hashes.iter().map(hex).collect();
        serde_json::to_string(&hex).map_err(|error| Error::Unreadable(error.to_string()))
    }

    async fn hashes_in_round(&mut self, id: RoundId, member: MemberId) -> Result<Vec<Vec<u8>>> {
        let Some(key) = self.round_key(id).await? else { return Ok(Vec::new()) };
        let answers: Vec<i64> = self
            .statement("select id from responses where server = ?1 and round = ?2")
            .bind(id.0)
            .values()
            .await?;
        let statements: Vec<i64> = self
            .statement("select id from statements where server = ?1 and round = ?2")
            .bind(id.0)
            .values()
            .await?;
        let taken: Vec<i64> = self
            .statement("select subject from takedowns where server = ?1 and round = ?2")
            .bind(id.0)
            .values()
            .await?;
        let parts = [Part::Card, Part::Own].map(Purpose::Answer);
        let of_answers = parts.map(|part| member_hash(&key, member, part));
        let taken = taken.into_iter().map(|id| Purpose::TakenDown(AnswerId(id)));
        let taken: Vec<Vec<u8>> = taken
            .flat_map(|purpose| of_answers.map(|it| for_purpose(&key, &it, purpose).to_vec()))
            .collect();
        let ratings = answers.into_iter().map(|id| Purpose::Rating(AnswerId(id)));
        let votes = statements.into_iter().map(|id| Purpose::Vote(StatementId(id)));
        let purposes = parts.into_iter().chain(ratings).chain(votes);
        let hashes = purposes.map(|purpose| member_hash(&key, member, purpose).to_vec());
        Ok(hashes.chain(taken).collect())
    }

    async fn hashes_in_seminar(&mut self, id: SeminarId, member: MemberId) -> Result<Vec<Vec<u8>>> {
        let items: Vec<(i64, Option<i64>)> = self
            .statement("select id, round from agenda where server = ?1 and seminar = ?2")
            .bind(id.0)
            .all()
            .await?;
        let mut purposes = vec![Purpose::Recall(id), Purpose::Participant(RoundId(0))];
        for (item, round) in items {
            purposes.push(Purpose::Side(ItemId(item)));
            purposes.extend(round.map(|round| Purpose::Participant(RoundId(round))));
        }
        let mut hashes = Vec::with_capacity(purposes.len());
        for purpose in purposes {
            hashes.extend(self.seminar_hash(id, member, purpose).await?);
        }
        Ok(hashes)
    }
}
