//! *Close*: ends a round and shows its anonymous answers.

use super::ending;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::{self, Accent, Button, Card, Reply, Subject, Text, round, statement};
use crate::store::Ending;
use domain::{RoundDetails, RoundId, RoundState};

/// Ends a round; asks first, since nothing in it can change afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    round: RoundId,
    sure: bool,
    ending: Option<Ending>,
}

impl Close {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let round = arguments.number("round")?;
        let round = round.ok_or_else(|| UserError::Missing { option: "round".to_owned() })?;
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
        let round = lookup::round(context, services, self.round).await?;
        permissions::needs_poser(context, services, &round, "close").await?;
        if round.state == RoundState::Closed {
            return Err(UserError::refused("This round is closed already.").into());
        }
        if let (false, Some(at)) = (self.sure, context.pressed) {
            // Only the round's card has this button, so this is where it stands, even if the
            // program was stopped before it could note that.
            let subject = Subject::Round(round.id);
            services
                .store
                .change(context.server, async |tx| tx.remember_message(subject, at).await)
                .await?;
        }
        let it = services.store.round_details(context.server, round.id).await?;
        let it = it.ok_or_else(|| lookup::no_round(round.id))?;
        if !self.sure {
            return Ok(Reply::Ephemeral(ask(&it)));
        }
        if let Some(choices) = ending::asks(&it, self.ending, &line(round.id)) {
            return Ok(Reply::Update(choices));
        }
        let corpus = services.corpus.clone();
        let effects =
            move |was: &RoundDetails, now: &RoundDetails| round::settled(&corpus, was, now);
        let ending = self.ending.unwrap_or_default();
        let settled =
            services.store.settle(context.server, round.id, ending, context.now, effects).await?;
        let card = match settled {
            Some(it) => {
                let count = messages::answers_of(it.round.named + it.round.anonymous);
                let card =
                    Card::saying(format!("Closed, with {count}. All of it stands in the record."));
                match &it.statement {
                    Some(statement) => card.text(statement::verdict(statement)),
                    None => card,
                }
            }
            None => Card::saying("This round is closed already."),
        };
        Ok(Reply::Update(card.accent(Accent::Done)))
    }
}

/// What closes a round, once its poser is sure.
fn line(round: RoundId) -> String {
    format!("close round:{round} sure:true")
}

fn ask(it: &RoundDetails) -> Card {
    let round = &it.round;
    let answers = messages::answers_of(round.named + round.anonymous);
    let card =
        Card::titled("Close this round?").text(Text::new().strong(&round.text)).text(format!(
            "It has {answers}. The anonymous ones are then shown here; nobody can change or \
             withdraw an answer any more, and nothing ties the anonymous ones to their members."
        ));
    match ending::choice(it, &line(round.id)) {
        Some(choice) => card.text(choice.text).buttons(choice.buttons),
        None => {
            let adopts = it.statement.as_ref().map(statement::verdict);
            let card = adopts.into_iter().fold(card, |card, verdict| {
                card.text(Text::new().plain("A response is proposed. ").then(verdict))
            });
            card.buttons([Button::danger("Close it", line(round.id))])
        }
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
        insta::assert_snapshot!(ask.plain(), @r#"
        one
        # Close this round?
        Who rules?
        It has 2 answers. The anonymous ones are then shown here; nobody can change or withdraw an answer any more, and nothing ties the anonymous ones to their members.
        [Close it] close round:1 sure:true
        "#);
        let done = group.press("ana", &ask, "Close it").await;
        insta::assert_snapshot!(done.plain(), @r#"
        face
        Closed, with 2 answers. All of it stands in the record.
        "#);
        insta::assert_snapshot!(group.posts().await.join("\n\n"), @r#"
        post #10
        # Answered without a name
        Who rules?
        Anonymous: Nobody does.
        (Round 1 · in no order)

        edit round:1
        # A question
        Who rules?
        2 answers, 1 of them anonymous. This round is closed.
        (Round 1 · in a member's own words)

        edit response:659750577728357832
        ben: I do.
        (Round 1)
        "#);
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
    async fn only_the_poser_and_facilitators_close() {
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
        for letter in ["a", "b", "c"] {
            assert_eq!(posts.iter().filter(|post| post.contains(&long(letter))).count(), 1);
        }
        assert_eq!(posts.len(), 4);
    }
}
