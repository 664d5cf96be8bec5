//! *Close*: ends a round and shows its anonymous answers.

use super::{Arguments, Caller, Manner, Problem, Trouble, World, rights};
use crate::domain::{Response, Round, RoundId, RoundState};
use crate::reply::{self, Answer, Button, Card, Effect, Subject, Text, Tone};

/// Ends a round; asks first, since nothing in it can change afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    round: RoundId,
    sure: bool,
}

/// Anonymous answers go on in a further message after this many characters.
const MESSAGE: usize = 3_500;

impl Close {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let round = arguments.number("round")?;
        let round = round.ok_or_else(|| Trouble::Missing { option: "round".to_owned() })?;
        Ok(Self { round, sure: arguments.flag("sure")? })
    }

    pub(super) fn manner(&self) -> Manner {
        if self.sure { Manner::FACE } else { Manner::ONE }
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let round = world.store.round(caller.server, self.round).await?;
        let round = round.ok_or(Trouble::StalePress)?;
        rights::needs_poser(caller, world, &round, "close").await?;
        if round.state == RoundState::Settled {
            return Err(Trouble::refused("This round is closed already.").into());
        }
        if !self.sure {
            return Ok(Answer::Whisper(ask(&round)));
        }
        let corpus = world.corpus.clone();
        let effects = move |round: &Round, responses: &[Response]| {
            let mut effects = vec![Effect::Edit { card: reply::question(&corpus, round) }];
            effects.extend(last_faces(round, responses));
            effects.extend(anonymous(round, responses));
            effects
        };
        let settled = world.store.settle(caller.server, round.id, caller.now, effects).await?;
        let card = match settled {
            Some(round) => Card::saying(format!(
                "Closed, with {}. All of it stands in the record.",
                reply::answers_of(round.named + round.anonymous)
            )),
            None => Card::saying("This round is closed already."),
        };
        Ok(Answer::Face(card.tone(Tone::Done)))
    }
}

fn ask(round: &Round) -> Card {
    let answers = reply::answers_of(round.named + round.anonymous);
    Card::titled("Close this round?")
        .text(Text::new().strong(&round.text))
        .text(format!(
            "It has {answers}. The anonymous ones are then shown here; nobody can change or \
             withdraw an answer any more, and nothing ties the anonymous ones to their members."
        ))
        .buttons([Button::danger("Close it", format!("close round:{} sure:true", round.id))])
}

/// The named answers lose the buttons that can no longer work.
fn last_faces(round: &Round, responses: &[Response]) -> Vec<Effect> {
    let named = responses.iter().filter(|response| response.by.is_some());
    named.map(|named| Effect::Edit { card: reply::final_response(round, named) }).collect()
}

/// The anonymous answers, in as many messages as they need.
fn anonymous(round: &Round, responses: &[Response]) -> Vec<Effect> {
    let mut cards: Vec<Card> = Vec::new();
    let mut length = 0;
    for response in responses.iter().filter(|response| response.by.is_none()) {
        let characters = response.text.chars().count();
        match cards.pop() {
            Some(card) if length + characters <= MESSAGE => {
                length += characters;
                cards.push(card.block(reply::said(response)));
            }
            full => {
                length = characters;
                cards.extend(full);
                cards.push(first(round).block(reply::said(response)));
            }
        }
    }
    cards.into_iter().map(|card| Effect::Post { place: round.place, card }).collect()
}

fn first(round: &Round) -> Card {
    Card::titled("Answered without a name")
        .text(Text::new().soft(&round.text))
        .footer(format!("{} · in no order", Subject::Round(round.id).to_string().replace(':', " ")))
}
