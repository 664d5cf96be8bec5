//! `/seminar next`: settles the round that is under way and poses the next question.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use jiff::SignedDuration;

use super::super::ending;
use super::super::question::key;
use super::{at_hand, facilitated, open, stances};
use crate::messages::{Accent, Block, Button, Card, Reply, Text, seminar};
use crate::store::{self, Ended, Ending, NewRound, Within};
use domain::seminar::{Format, Item};
use domain::{Part, RoundDetails, RoundState, Seminar, SeminarId};

/// Goes on to the next question.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    seminar: Option<SeminarId>,
    ending: Option<Ending>,
}

impl Next {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, ending: ending::given(arguments)? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.ending.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let shown = |card| match self.ending {
            Some(_) => Reply::Update(card),
            None => Reply::Ephemeral(card),
        };
        // The same request again finds its round there already.
        let mut reads = services.store.read(context.server);
        if let Some(round) = reads.round_of_request(context.request).await? {
            let again = reads.round_details(round.id).await?;
            return Ok(shown(again.map_or_else(Card::default, |it| posed(services, &it))));
        }
        let under_way = open(context, services, self.seminar).await?;
        let under_way =
            facilitated(context, services, Some(under_way.id), "pose the next question").await?;
        let Some(item) = under_way.upcoming() else {
            return Ok(shown(no_more(&under_way)));
        };
        if let Some(it) = at_hand(context, services, &under_way).await? {
            let answers = it.round.named + it.round.anonymous;
            if it.round.state == RoundState::Open && answers > 0 {
                return Ok(shown(hidden(&it)));
            }
            let line = format!("seminar next seminar:{}", under_way.id);
            if let Some(choices) = ending::asks(&it, self.ending, &line) {
                return Ok(shown(choices));
            }
        }
        let next = next(context, services, &under_way, item, self.ending.unwrap_or_default());
        let corpus = services.corpus.clone();
        let effects =
            move |ended: &Ended, new: &RoundDetails| seminar::posed(&corpus, ended.as_ref(), new);
        match services.store.next_round(context.server, next, effects).await? {
            Some(it) => Ok(shown(posed(services, &it))),
            None => Err(UserError::refused(
                "Somebody was faster: that question is posed already, or the seminar is closed.",
            )
            .into()),
        }
    }
}

fn next(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    item: &Item,
    ending: Ending,
) -> store::Next {
    let question = item.question.as_deref().and_then(|id| services.corpus.question(id));
    let minutes = seminar.minutes.map(|minutes| SignedDuration::from_mins(i64::from(minutes)));
    let part = match (seminar.format, &item.problem) {
        (Format::Debate, Some(_)) => Part::Card,
        _ => Part::Own,
    };
    let deals = Seminar { agenda: vec![item.clone()], ..seminar.clone() };
    let round = NewRound {
        place: seminar.place,
        request: context.request,
        asker: context.member.id,
        question: item.question.clone(),
        text: item.text.clone(),
        theme: item.theme.clone(),
        quotes: question.map(|question| question.quotes.clone()).unwrap_or_default(),
        key: key(context.seed),
        within: Some(Within {
            seminar: seminar.id,
            reveal: seminar.reveal,
            reveal_at: minutes.and_then(|span| context.now.checked_add(span).ok()),
            awaited: seminar.size(),
            part,
            problem: item.problem.clone(),
        }),
        now: context.now,
    };
    store::Next {
        seminar: seminar.id,
        item: item.id,
        round,
        stances: if part == Part::Card { stances(services, &deals) } else { Vec::new() },
        ending,
        seed: context.seed,
    }
}

/// What the facilitator reads, with what the book suggests to ask further.
fn posed(services: &Services, it: &RoundDetails) -> Card {
    let place = it.seminar.as_ref().map_or(0, |seminar| seminar.rounds().count());
    let of = it.seminar.as_ref().map_or(0, |seminar| seminar.agenda.len());
    let up = Text::new().strong(format!("Question {place} of {of} is up."));
    let facilitator = it.seminar.as_ref().and_then(|seminar| seminar.facilitator.as_ref());
    let card = match facilitator.filter(|(member, _)| *member != it.round.asker) {
        // The lot fell on somebody else.
        Some((member, name)) => {
            Card::saying(up.plain(" ").member(*member, name).plain(" facilitates this round."))
        }
        None => Card::saying(up)
            .buttons([Button::side("Reveal", format!("seminar reveal round:{}", it.round.id))]),
    };
    let card = card.accent(Accent::Done).footer(format!("Round {}", it.round.id));
    let question = it.round.question.as_deref().and_then(|id| services.corpus.question(id));
    let asks = question.map(|question| question.follow_ups.as_slice()).unwrap_or_default();
    if asks.is_empty() {
        return card;
    }
    let heading = Text::new().plain("If the talk comes to a stop, you could ask:");
    let lines = asks.iter().map(|ask| Text::from(ask.as_str())).collect();
    card.text(heading).block(Block::List(lines))
}

fn hidden(it: &RoundDetails) -> Card {
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
        .accent(Accent::Problem)
        .buttons([Button::main("Reveal", format!("seminar reveal round:{}", it.round.id))])
}

fn no_more(seminar: &Seminar) -> Card {
    Card::saying("That was the last question of the agenda. Close the seminar, or add a question.")
        .buttons([
            Button::main("Close the seminar", format!("seminar close seminar:{}", seminar.id)),
            Button::side("Add my own question", format!("seminar add seminar:{}", seminar.id)),
        ])
}
