//! *Edit*: gives a question in a member's own words other words.

use super::question::checked;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::question::{self, QuestionError};
use crate::messages::round::AskersAction;
use crate::messages::{Reply, round};
use crate::store::ServerTx;
use domain::{RoundNumber, RoundState};

/// Edits the question of an open round.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    round: RoundNumber,
    text: Option<String>,
}

impl Edit {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { round: lookup::round_in(arguments)?, text: arguments.written("text")? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let posed = lookup::round(context, services, self.round).await?;
        permissions::needs_asker(context, services, &posed, AskersAction::Edit).await?;
        if posed.question.is_some() {
            return Err(QuestionError::OfBook.into());
        }
        if posed.state != RoundState::Open {
            return Err(QuestionError::Closed.into());
        }
        let Some(text) = self.text else {
            return Ok(Reply::Form(question::edit_form(&posed)));
        };
        let text = checked(&text)?;
        let edit = async |tx: &mut ServerTx| {
            if !tx.reword_question(posed.id, &text).await? {
                return Err(CommandError::from(QuestionError::Closed));
            }
            let details = tx.round_details(posed.id).await?.ok_or(QuestionError::Closed)?;
            tx.emit(|| round::reworded(&services.corpus, &details), context.now).await?;
            Ok(())
        };
        services.store.change(context.server, edit).await?;
        Ok(Reply::Ephemeral(question::edited()))
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{FACILITATORS, Group};
    use crate::messages::Reply;

    #[tokio::test]
    async fn the_asker_and_a_facilitator_edit_a_question_of_ones_own() {
        let mut group = Group::new().await;
        let posed = group.ana("question text:\"Who rules?\"").await;
        let form = group.press("ana", &posed, "Edit").await;
        insta::assert_snapshot!(form.plain(), @"
        form Edit the question
        The question (text) Everybody sees the new words. Answers so far stay as they are.: Who rules?
        [send] edit round:1
        ");
        let done = group.submit("ana", &form, "  Who shall rule?  ").await.plain();
        assert!(done.contains("Changed"), "{done}");
        let posts = group.posts().await;
        assert_eq!(posts.len(), 1);
        assert!(posts[0].starts_with("edit round:1") && posts[0].contains("\nWho shall rule?\n"));
        let refused = group.press("ben", &posed, "Edit").await.plain();
        assert!(refused.contains("Only the member who posed"), "{refused}");
        let refused = group.submit("ben", &form, "Mine?").await.plain();
        assert!(refused.contains("Only the member who posed"), "{refused}");
        assert!(matches!(group.press("mia", &posed, "Edit").await, Reply::Form(_)));
        assert!(group.press("fay", &posed, "Edit").await.plain().contains("Only the member"));
        group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
        assert!(matches!(group.press("fay", &posed, "Edit").await, Reply::Form(_)));
    }

    #[tokio::test]
    async fn what_cannot_be_edited_is_said() {
        let mut group = Group::new().await;
        let book = group.ana("question id:guerin-q1").await.plain();
        assert!(!book.contains("[Edit]"), "{book}");
        let forged = group.presses("ana", "edit round:1").await.plain();
        assert!(forged.contains("keeps its words"), "{forged}");
        let posed = group.ana("question text:\"Who rules?\"").await;
        let form = group.press("ana", &posed, "Edit").await;
        for (text, said) in [("   ", "empty"), (&*"x".repeat(501), "longer than 500")] {
            let refused = group.submit("ana", &form, text).await.plain();
            assert!(refused.contains(said), "{refused}");
        }
        group.presses("ana", "close round:2 sure:true").await;
        assert!(group.submit("ana", &form, "Late?").await.plain().contains("over"));
        assert!(group.presses("ana", "edit round:99").await.plain().contains("no round 99"));
        assert!(group.presses("ana", "edit").await.plain().contains("older message"));
        group.server.0 = 2;
        assert!(group.submit("ana", &form, "There?").await.plain().contains("no round 2"));
    }
}
