//! *Edit*: gives a question in a member's own words other words.

use super::question::{LENGTH, checked};
use super::{Arguments, Caller, Manner, Problem, Trouble, World, rights};
use crate::domain::{Round, RoundId, RoundState};
use crate::reply::{self, Answer, Card, Effect, Field, Form, Tone};

/// Edits the question of an open round.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    round: RoundId,
    text: Option<String>,
}

impl Edit {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let round = arguments.number("round")?;
        let round = round.ok_or_else(|| Trouble::Missing { option: "round".to_owned() })?;
        Ok(Self { round, text: arguments.field("text") })
    }

    pub(super) fn manner(&self) -> Manner {
        if self.text.is_some() { Manner::ONE } else { Manner::FORM }
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let round = world.store.round(caller.server, self.round).await?;
        let round = round.ok_or(Trouble::StalePress)?;
        rights::needs_poser(caller, world, &round, "edit").await?;
        if round.question.is_some() {
            return Err(Trouble::refused("A question of the book stays as it is written.").into());
        }
        if round.state != RoundState::Open {
            return Err(over().into());
        }
        let Some(text) = self.text else {
            return Ok(form(&round));
        };
        let corpus = world.corpus.clone();
        let effects =
            move |round: &Round| vec![Effect::Edit { card: reply::question(&corpus, round) }];
        let text = checked(&text)?;
        let round = world.store.reword(caller.server, round.id, text, caller.now, effects).await?;
        round.ok_or_else(over)?;
        Ok(Answer::Whisper(Card::saying("Changed: everyone sees the new words.").tone(Tone::Done)))
    }
}

fn over() -> Trouble {
    Trouble::refused("This round is over, so its question stays as it was answered.")
}

fn form(round: &Round) -> Answer {
    Answer::Form(Form {
        title: "Edit the question".to_owned(),
        submit: format!("edit round:{}", round.id),
        fields: vec![Field {
            id: "text".to_owned(),
            label: "The question".to_owned(),
            hint: None,
            value: Some(round.text.clone()),
            length: (1, LENGTH),
            long: true,
            required: true,
        }],
    })
}
