//! What one member has answered in a channel.

use super::super::{Result, ServerReads};
use domain::{Answer, ChannelId, MemberId, Part, Round, RoundId};

impl ServerReads {
    /// What a member has answered in a channel, as long as that can be told, the newest question
    /// first. Of a debate both answers are there.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn own_answers(
        &mut self,
        channel: ChannelId,
        member: MemberId,
    ) -> Result<Vec<(Round, Answer)>> {
        // An answer without a name is found by its hash, which is there while its round is open.
        let rounds: Vec<i64> = self
            .statement(
                "select id from rounds
                 where server = ?1 and place = ?2
                   and (state <> 'settled'
                        or exists (select 1 from responses
                                   where server = ?1 and round = rounds.id and member = ?3))
                 order by id desc",
            )
            .bind(channel.0)
            .bind(member.0)
            .values()
            .await?;
        let mut own = Vec::new();
        for id in rounds.into_iter().map(RoundId) {
            let Some(round) = self.round(id).await? else { continue };
            for part in [Part::Own, Part::Card] {
                let answer = self.answer_of(id, part, member).await?;
                own.extend(answer.map(|answer| (round.clone(), answer)));
            }
        }
        Ok(own)
    }
}
