//! *Withdraw*: erases what a member answered.

use super::moderate;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::answer::{self, AnswerError};
use crate::messages::{Reply, round};
use crate::store::ServerTx;
use domain::RoundNumber;

/// Withdraws the member's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdraw {
    round: RoundNumber,
}

impl Withdraw {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { round: lookup::round_in(arguments)? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let id = lookup::round(context, services, self.round).await?.id;
        let withdraw = async |tx: &mut ServerTx| {
            let withdrawn = tx.withdraw(id, context.member.id, context.now).await?;
            let change = withdrawn.ok_or(AnswerError::WithdrawClosed)?;
            tx.emit(|| round::answered(&services.corpus, &change), context.now).await?;
            Ok::<_, CommandError>(change)
        };
        let change = services.store.change(context.server, withdraw).await?;
        let card = answer::withdrawn(&change);
        if change.before.is_some() {
            return Ok(Reply::Ephemeral(card));
        }
        Ok(Reply::Ephemeral(moderate::with_notices(context, services, id, card).await?))
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{Group, button, card};

    #[tokio::test]
    async fn an_answer_is_withdrawn_from_its_button() {
        let mut group = Group::new().await;
        group.ana("question text:\"Who rules?\"").await;
        let named = group.ben("answer text:\"I do.\"").await;
        let hidden = group.cleo("answer text:\"Nobody does.\" anonymous:true").await;
        group.posts().await;
        let gone = group.press("ben", &named, "Withdraw").await;
        assert!(gone.plain().contains("Withdrawn"), "{}", gone.plain());
        assert_eq!(button(card(&gone), "Answer again"), "answer round:1");
        let posts = group.posts().await;
        assert!(posts.contains(&"delete".to_owned()), "{posts:?}");
        // Who answered without a name is not led to answer with one.
        let gone = group.press("cleo", &hidden, "Withdraw").await;
        assert_eq!(button(card(&gone), "Answer again"), "answer round:1 anonymous:true");
        let twice = group.press("cleo", &hidden, "Withdraw").await.plain();
        assert!(twice.contains("You have no answer"), "{twice}");
        let record = group.ana("record theme:none").await.plain();
        assert!(record.contains("Nobody has answered"), "{record}");
    }

    #[tokio::test]
    async fn what_cannot_be_withdrawn_is_said() {
        let mut group = Group::new().await;
        assert!(group.presses("ana", "withdraw round:5").await.plain().contains("no round 5"));
        assert!(group.presses("ana", "withdraw").await.plain().contains("older message"));
        assert!(group.ana("withdraw").await.plain().contains("Please add `round:`"));
    }
}
