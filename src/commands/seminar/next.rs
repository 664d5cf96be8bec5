//! `/seminar next`: closes the current round and poses the next question.

use jiff::SignedDuration;

use super::super::ending;
use super::{current_round, open, stances};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, permissions,
};
use crate::messages::Reply;
use crate::messages::round::RoundError;
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::store::{Ending, NewRound, NextRound, ServerTx, Within};
use domain::seminar::Item;
use domain::{Part, RoundState, Seminar, SeminarNumber};

/// Goes on to the next question.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    seminar: Option<SeminarNumber>,
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
        let reply = |card| match self.ending {
            Some(_) => Reply::Update(card),
            None => Reply::Ephemeral(card),
        };
        // The same request again finds its round there already.
        if let Some(round) =
            services.store.read(context.server).round_of_request(context.request).await?
        {
            let again = services.store.read(context.server).round_details(round.id).await?;
            let again = again.ok_or(RoundError::Unknown(round.number))?;
            return Ok(reply(seminar::posed(&services.corpus, &again)));
        }
        let found = open(context, services, self.seminar).await?;
        let action = SeminarAction::Pose;
        permissions::needs_the_facilitator(context, services, &found, action).await?;
        let Some(item) = found.upcoming() else {
            return Ok(reply(seminar::no_more_questions(&found)));
        };
        if let Some(it) = current_round(context, services, &found).await? {
            let answers = it.round.named + it.round.anonymous;
            if it.round.state == RoundState::Open && answers > 0 {
                return Ok(reply(seminar::still_hidden(&it)));
            }
            let line = format!("seminar next seminar:{}", found.number);
            if let Some(choices) = ending::asks(&it, self.ending, &line) {
                return Ok(reply(choices));
            }
        }
        let next = next(context, services, &found, item, self.ending.unwrap_or_default());
        let pose = async |tx: &mut ServerTx| {
            let posed = tx.next_round(next).await?.ok_or(SeminarError::PosedMeanwhile)?;
            if posed.new {
                tx.note_step(found.id, context.now).await?;
                let (ended, details) = (&posed.ended, &posed.details);
                let effects = || seminar::posed_effects(&services.corpus, ended, details);
                tx.emit(effects, context.now).await?;
            }
            Ok::<_, CommandError>(posed.details)
        };
        let posed = services.store.change(context.server, pose).await?;
        Ok(reply(seminar::posed(&services.corpus, &posed)))
    }
}

fn next(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    item: &Item,
    ending: Ending,
) -> NextRound {
    let question = item.question.as_deref().and_then(|id| services.corpus.question(id));
    let minutes = seminar.minutes.map(|minutes| SignedDuration::from_mins(i64::from(minutes)));
    let part = if item.problem.is_some() { Part::Card } else { Part::Own };
    let deals = Seminar { agenda: vec![item.clone()], ..seminar.clone() };
    let round = NewRound {
        place: seminar.place,
        request: context.request,
        asker: context.member.id,
        question: item.question.clone(),
        text: item.text.clone(),
        theme: item.theme.clone(),
        quotes: question.map(|question| question.quotes.clone()).unwrap_or_default(),
        within: Some(Within {
            seminar: seminar.id,
            reveal: seminar.reveal,
            reveal_at: minutes.and_then(|span| context.now.checked_add(span).ok()),
            awaited: seminar.roster.len(),
            part,
            problem: item.problem.clone(),
        }),
        about: None,
        now: context.now,
    };
    NextRound {
        seminar: seminar.id,
        item: item.id,
        round,
        stances: if part == Part::Card { stances(services, &deals) } else { Vec::new() },
        ending,
        seed: context.seed,
    }
}
