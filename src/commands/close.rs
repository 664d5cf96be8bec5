//! `/close`, *Close*: closes a round and shows its anonymous answers.

use super::ending;
use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup, permissions,
};
use crate::messages::round::{AskersAction, RoundError};
use crate::messages::{Reply, Subject, round};
use crate::store::ServerTx;
use domain::round::Ending;
use domain::{RoundDetails, RoundId, RoundNumber, RoundState};

pub(super) static SPEC: Spec = Spec {
    name: "close",
    body: Body::Options(&[OptionSpec::optional("round", OptionKind::Suggested(Suggested::Round))]),
};

/// Closes a round, the one that is open here if none is named; asks first, since nothing in it can change afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    round: Option<RoundNumber>,
    sure: bool,
    ending: Option<Ending>,
}

impl Close {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let round = arguments.number("round")?;
        let ending = ending::given(arguments)?;
        let sure = arguments.flag("sure")? || ending.is_some();
        Ok(Self { round, sure, ending })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let round = match self.round {
            Some(id) => lookup::round(context, services, id).await?,
            None => lookup::only_open_here(context, services).await?,
        };
        permissions::needs_asker(context, services, &round, AskersAction::Close).await?;
        if round.state == RoundState::Closed {
            return Err(RoundError::Closed.into());
        }
        if let (false, Some(at)) = (self.sure, context.pressed) {
            // Only the round's card has this button, so this is where it is, even if the program
            // was stopped before it could note that.
            let subject = Subject::Round(round.id);
            services
                .store
                .note(context.server, async |tx| tx.remember_message(subject, at).await)
                .await?;
        }
        let details = lookup::round_details(context, services, round.number).await?;
        let line = format!("close round:{} sure:true", round.number);
        if !self.sure {
            return Ok(Reply::Ephemeral(round::ask_to_close(&details, &line)));
        }
        if let Some(choices) = ending::asks(&details, self.ending, &line) {
            return Ok(Reply::Update(choices));
        }
        let closed = self.close(round.id, context, services).await?;
        Ok(Reply::Update(round::closed_receipt(&closed)))
    }

    async fn close(
        &self,
        round: RoundId,
        context: &Context,
        services: &Services,
    ) -> Result<RoundDetails, CommandError> {
        let ending = self.ending.unwrap_or_default();
        let close = async |tx: &mut ServerTx| {
            let found = tx.round_details(round).await?;
            let was = found.filter(RoundDetails::takes_answers).ok_or(RoundError::Closed)?;
            let closed = tx.close_round(&was, ending, context.now).await?;
            tx.emit(|| round::closed(&services.corpus, &was, &closed), context.now).await?;
            Ok::<_, CommandError>(closed)
        };
        services.store.change(context.server, close).await
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{FACILITATORS, Group};

    #[tokio::test]
    async fn a_round_ends_and_its_anonymous_answers_are_shown() {
        let mut group = Group::new().await;
        let posed = group.ana("question text:\"Who rules?\"").await;
        group.ben("answer text:\"I do.\"").await;
        group.cleo("answer text:\"Nobody does.\" anonymous:true").await;
        assert!(!group.posts().await.concat().contains("Nobody does."));
        let ask = group.press("ana", &posed, "Close").await;
        insta::assert_snapshot!(ask.plain(), @"
        one
        # Close this round?
        Who rules?
        It has 2 answers. Closing shows the anonymous answers here. Then nobody can change or withdraw an answer, and nothing links an anonymous one to its member.
        [Close it] close round:1 sure:true
        ");
        let done = group.press("ana", &ask, "Close it").await;
        insta::assert_snapshot!(done.plain(), @r"
        face
        Closed with 2 answers. Everything is in `/record`.
        ");
        insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
        post #10
        # Answered without a name
        Who rules?
        Anonymous: Nobody does.
        (Round 1 · in random order)

        edit round:1
        # A question
        Who rules?
        2 answers, 1 of them anonymous. This round is closed.
        (Round 1 · in a member's own words)
        ");
        // Once more changes nothing.
        let again = group.press("ana", &ask, "Close it").await.plain();
        assert!(again.contains("closed already"), "{again}");
        assert!(group.posts().await.is_empty());
        for line in ["answer text:Late. round:1", "answer round:1", "withdraw round:1"] {
            let late = group.cleo(line).await.plain();
            assert!(late.contains("closed"), "{line}: {late}");
        }
        assert!(group.cleo("answer text:Late.").await.plain().contains("No question is open"));
    }

    #[tokio::test]
    async fn without_a_number_the_only_open_round_is_meant() {
        let mut group = Group::new().await;
        assert!(group.ana("close").await.plain().contains("No question is open here"));
        group.ana("question text:\"Who rules?\"").await;
        let ask = group.ana("close").await;
        assert!(ask.plain().contains("[Close it] close round:1 sure:true"), "{}", ask.plain());
        group.ana("question text:\"And who does not?\"").await;
        assert!(group.ana("close").await.plain().contains("Say which with `round:`"));
        assert!(group.ana("close round:2").await.plain().contains("And who does not?"));
    }

    #[tokio::test]
    async fn only_the_asker_and_facilitators_close() {
        let mut group = Group::new().await;
        let posed = group.ana("question id:guerin-q1").await;
        for who in ["ben", "fay"] {
            let refused = group.press(who, &posed, "Close").await.plain();
            assert!(refused.contains("Only the member who posed"), "{refused}");
            let forged = group.presses(who, "close round:1 sure:true").await.plain();
            assert!(forged.contains("Only the member who posed"), "{forged}");
        }
        group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
        assert!(group.press("fay", &posed, "Close").await.plain().contains("Close this round?"));
        assert!(group.press("mia", &posed, "Close").await.plain().contains("Close this round?"));
        group.server.0 = 2;
        assert!(group.press("mia", &posed, "Close").await.plain().contains("no round 1"));
    }

    #[tokio::test]
    async fn long_answers_are_shown_whole_in_several_messages() {
        let mut group = Group::new().await;
        group.ana("question text:\"Who rules?\"").await;
        let long = |letter: &str| letter.repeat(4_000);
        for (who, letter) in [("ana", "a"), ("ben", "b"), ("cleo", "c")] {
            group.says(who, &format!("answer anonymous:true text:{}", long(letter))).await;
        }
        group.posts().await;
        group.presses("ana", "close round:1 sure:true").await;
        let posts = group.posts().await;
        for letter in ['a', 'b', 'c'] {
            let parts = posts.iter().flat_map(|post| post.split(|c| c != letter));
            let shown: usize = parts.map(str::len).filter(|part| *part > 100).sum();
            assert_eq!(shown, 4_000);
        }
        // Each goes on on a second page.
        assert_eq!(posts.len(), 1 + 6);
    }
}
