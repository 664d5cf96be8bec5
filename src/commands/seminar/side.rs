//! `/seminar card`: the side that a member argues in a debate.

use super::{current_round, join, of_round, open};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::seminar::{self, SeminarError};
use domain::corpus::{Problem, Stance};
use domain::{Part, RoundNumber, RoundState, Seminar, SeminarNumber};

/// Shows a member their side, and deals them one if they have none yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    seminar: Option<SeminarNumber>,
    round: Option<RoundNumber>,
}

impl Side {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, round: arguments.number("round")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let seminar = match self.round {
            Some(round) => of_round(context, services, round).await?,
            None => self.seminar,
        };
        let seminar = open(context, services, seminar).await?;
        if seminar.agenda.iter().all(|item| item.problem.is_none()) {
            return Err(SeminarError::NotADebate.into());
        }
        // Asking for a side joins.
        let (seminar, _) = join::join(context, services, &seminar).await?;
        let dealt = dealt(context, services, &seminar).await?;
        let (problem, stance) = dealt.ok_or(SeminarError::NoSide)?;
        let round = current_round(context, services, &seminar).await?.map(|it| it.round);
        let argued = round.filter(|it| (it.state, it.part) == (RoundState::Open, Part::Card));
        let round = argued.map(|round| round.number);
        Ok(Reply::Ephemeral(seminar::side(&services.corpus, problem, stance, round)))
    }
}

/// The side that the caller was dealt for the current question of a debate.
pub(in super::super) async fn dealt<'s>(
    context: &Context,
    services: &'s Services,
    seminar: &Seminar,
) -> Result<Option<(&'s Problem, &'s Stance)>, CommandError> {
    let Some(item) = seminar.debated() else { return Ok(None) };
    let dealt = services.store.read(context.server).side_of(item.id, context.member.id).await?;
    Ok(dealt.and_then(|id| find(services, &id)))
}

/// A stance of the book and the problem that it answers.
fn find<'s>(services: &'s Services, id: &str) -> Option<(&'s Problem, &'s Stance)> {
    services.corpus.problems().iter().find_map(|problem| {
        let stance = problem.stances.iter().find(|stance| stance.id == id)?;
        Some((problem, stance))
    })
}
