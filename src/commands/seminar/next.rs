//! `/seminar next`: settles the round that is under way and poses the next question.

use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World};
use jiff::SignedDuration;

use super::super::ending;
use super::super::question::key;
use super::{at_hand, facilitated, open, stances};
use crate::messages::{Block, Button, Card, Reply, Text, Tone, seminar};
use crate::store::{self, Ended, Ending, NewRound, Within};
use domain::seminar::{Format, Item};
use domain::{Part, Proceedings, RoundState, Seminar, SeminarId};

/// Goes on to the next question.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    seminar: Option<SeminarId>,
    ending: Option<Ending>,
}

impl Next {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { seminar: arguments.number("seminar")?, ending: ending::given(arguments)? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.ending.is_some() { Manner::FACE } else { Manner::ONE }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let shown = |card| match self.ending {
            Some(_) => Reply::Update(card),
            None => Reply::Ephemeral(card),
        };
        // The same request again finds its round there already.
        if let Some(round) = world.store.posed(caller.server, caller.request).await? {
            let again = world.store.proceedings(caller.server, round.id).await?;
            return Ok(shown(again.map_or_else(Card::default, |it| posed(world, &it))));
        }
        let under_way = open(caller, world, self.seminar).await?;
        let under_way =
            facilitated(caller, world, Some(under_way.id), "pose the next question").await?;
        let Some(item) = under_way.upcoming() else {
            return Ok(shown(no_more(&under_way)));
        };
        if let Some(it) = at_hand(caller, world, &under_way).await? {
            let answers = it.round.named + it.round.anonymous;
            if it.round.state == RoundState::Open && answers > 0 {
                return Ok(shown(hidden(&it)));
            }
            let line = format!("seminar next seminar:{}", under_way.id);
            if let Some(choices) = ending::asks(&it, self.ending, &line) {
                return Ok(shown(choices));
            }
        }
        let next = next(caller, world, &under_way, item, self.ending.unwrap_or_default());
        let corpus = world.corpus.clone();
        let effects =
            move |ended: &Ended, new: &Proceedings| seminar::posed(&corpus, ended.as_ref(), new);
        match world.store.next_round(next, effects).await? {
            Some(it) => Ok(shown(posed(world, &it))),
            None => Err(Trouble::refused(
                "Somebody was faster: that question is posed already, or the seminar is closed.",
            )
            .into()),
        }
    }
}

fn next(
    caller: &Caller,
    world: &World,
    seminar: &Seminar,
    item: &Item,
    ending: Ending,
) -> store::Next {
    let question = item.question.as_deref().and_then(|id| world.corpus.question(id));
    let minutes = seminar.minutes.map(|minutes| SignedDuration::from_mins(i64::from(minutes)));
    let part = match (seminar.format, &item.problem) {
        (Format::Debate, Some(_)) => Part::Card,
        _ => Part::Own,
    };
    let deals = Seminar { agenda: vec![item.clone()], ..seminar.clone() };
    let round = NewRound {
        server: caller.server,
        place: seminar.place,
        request: caller.request,
        poser: caller.member.id,
        question: item.question.clone(),
        text: item.text.clone(),
        theme: item.theme.clone(),
        quotes: question.map(|question| question.quotes.clone()).unwrap_or_default(),
        key: key(caller.seed),
        within: Some(Within {
            seminar: seminar.id,
            reveal: seminar.reveal,
            reveal_at: minutes.and_then(|span| caller.now.checked_add(span).ok()),
            awaited: seminar.size(),
            part,
            problem: item.problem.clone(),
        }),
        now: caller.now,
    };
    store::Next {
        seminar: seminar.id,
        item: item.id,
        round,
        stances: if part == Part::Card { stances(world, &deals) } else { Vec::new() },
        ending,
        seed: caller.seed,
    }
}

/// What the facilitator reads, with what the book suggests to ask further.
fn posed(world: &World, it: &Proceedings) -> Card {
    let place = it.seminar.as_ref().map_or(0, |seminar| seminar.rounds().count());
    let of = it.seminar.as_ref().map_or(0, |seminar| seminar.agenda.len());
    let up = Text::new().strong(format!("Question {place} of {of} is up."));
    let facilitator = it.seminar.as_ref().and_then(|seminar| seminar.facilitator.as_ref());
    let card = match facilitator.filter(|(member, _)| *member != it.round.poser) {
        // The lot fell on somebody else.
        Some((member, name)) => {
            Card::saying(up.plain(" ").member(*member, name).plain(" facilitates this round."))
        }
        None => Card::saying(up)
            .buttons([Button::side("Reveal", format!("seminar reveal round:{}", it.round.id))]),
    };
    let card = card.tone(Tone::Done).footer(format!("Round {}", it.round.id));
    let question = it.round.question.as_deref().and_then(|id| world.corpus.question(id));
    let asks = question.map(|question| question.follow_ups.as_slice()).unwrap_or_default();
    if asks.is_empty() {
        return card;
    }
    let heading = Text::new().plain("If the talk comes to a stop, you could ask:");
    let lines = asks.iter().map(|ask| Text::from(ask.as_str())).collect();
    card.text(heading).block(Block::List(lines))
}

fn hidden(it: &Proceedings) -> Card {
    let what = match it.round.part {
        Part::Card => {
            "The arguments are still hidden. Reveal them first; then everybody answers \
                       in their own name."
        }
        Part::Own => {
            "The answers are still hidden. Reveal them first, so that nobody has answered \
                      in vain."
        }
    };
    Card::saying(what)
        .tone(Tone::Trouble)
        .buttons([Button::main("Reveal", format!("seminar reveal round:{}", it.round.id))])
}

fn no_more(seminar: &Seminar) -> Card {
    Card::saying("That was the last question of the agenda. Close the seminar, or add a question.")
        .buttons([
            Button::main("Close the seminar", format!("seminar close seminar:{}", seminar.id)),
            Button::side("Add my own question", format!("seminar add seminar:{}", seminar.id)),
        ])
}
