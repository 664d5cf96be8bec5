//! Tells somebody when a message of a round or a seminar cannot go out.

use jiff::Timestamp;

use super::super::{Result, ServerReads, ServerTx};
use crate::messages::{Card, Effect, Subject};
use domain::round::Ending;
use domain::{ChannelId, MemberId, RoundId};

impl ServerTx {
    /// Moves a round that was posted to a forum into its post.
    pub(in super::super) async fn move_round(&mut self, id: RoundId, to: ChannelId) -> Result<()> {
        self.statement(
            "update rounds set place = ?3 where server = ?1 and id = ?2 and place <> ?3",
        )
        .bind(id.0)
        .bind(to.0)
        .execute()
        .await?;
        Ok(())
    }

    /// Closes a round outside of a seminar whose card cannot be shown: nobody could answer it, and
    /// nobody could close it.
    pub(in super::super) async fn take_back_round(
        &mut self,
        id: RoundId,
        now: Timestamp,
    ) -> Result<()> {
        let alone = self.round(id).await?.is_some_and(|round| round.seminar.is_none());
        if alone && self.message(Subject::Round(id)).await?.is_none() {
            self.close_if_open(id, Ending::default(), now).await?;
        }
        Ok(())
    }

    /// Tells those who wait for a message, once, that it did not go out, or not whole: the server's
    /// facilitators in the channel of its settings; if it has none, the facilitator of the seminar
    /// or the member who asked. Who wanted a thread is told where they wanted it. `of_its_own`: the
    /// trouble is this message's, and each other message's is told of as well.
    pub(in super::super) async fn tell_waiting(
        &mut self,
        about: &Effect,
        card: &Card,
        of_its_own: bool,
        now: Timestamp,
    ) -> Result<()> {
        let (place, member) = match (about, about.beside().or(about.subject())) {
            (Effect::Thread { under, asker: Some(asker), .. }, _) => (Some(under.place), *asker),
            (Effect::Pin { asker, .. }, _) => (self.settings().await?.channel, *asker),
            (_, Some(subject)) => {
                let Some(member) = self.asker_of(subject).await? else { return Ok(()) };
                (self.settings().await?.channel, member)
            }
            _ => return Ok(()),
        };
        let of = about.subject().filter(|_| of_its_own);
        self.tell_once(Effect::Notice { place, member, card: card.clone() }, of, now).await
    }
}

impl ServerReads {
    /// The facilitator of a subject's seminar, or else the member who opened it or asked the question.
    async fn asker_of(&mut self, about: Subject) -> Result<Option<MemberId>> {
        let (sql, id) = match about {
            Subject::Round(id)
            | Subject::Outcome(id)
            | Subject::Answers(id, _)
            | Subject::Revisit(id) => (ROUND, id.0),
            Subject::Answer(id) => (RESPONSE, id.0),
            Subject::Statement(id) | Subject::StatementVersion(id, _) => (STATEMENT, id.0),
            Subject::Seminar(id)
            | Subject::Queue(id)
            | Subject::Summary(id, _)
            | Subject::Meeting(id)
            | Subject::Opening(id)
            | Subject::Event(id) => (SEMINAR, id.0),
            Subject::Delivery(_) | Subject::Consent(_) | Subject::Panel(_) => return Ok(None),
        };
        let member: Option<i64> = self.statement(sql).bind(id).optional_value().await?;
        Ok(member.map(MemberId))
    }
}

const SEMINAR: &str =
    "select coalesce(facilitator, opener) from seminars where server = ?1 and id = ?2";

const ROUND: &str = "
    select coalesce(facilitator, opener, poser)
    from rounds left join seminars on seminars.id = rounds.seminar
    where rounds.server = ?1 and rounds.id = ?2";

const RESPONSE: &str = "
    select coalesce(facilitator, opener, poser)
    from responses
    join rounds on rounds.id = responses.round
    left join seminars on seminars.id = rounds.seminar
    where responses.server = ?1 and responses.id = ?2";

const STATEMENT: &str = "
    select coalesce(facilitator, opener, poser)
    from statements
    join rounds on rounds.id = statements.round
    left join seminars on seminars.id = rounds.seminar
    where statements.server = ?1 and statements.id = ?2";
