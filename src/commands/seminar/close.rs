//! `/seminar close`: ends a seminar and posts its summary.

use super::super::ending;
use super::{current_round, revisit};
use crate::command::permissions::Lead;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::revisit::RevisitError;
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::messages::{self, Card, Reply};
use crate::store::{Ending, Planned, ServerTx};
use domain::revisit::{Delay, askable, furthest_apart};
use domain::seminar::SeminarState;
use domain::{RoundDetails, RoundNumber, Seminar, SeminarNumber};
use jiff::Timestamp;

/// Ends a seminar; asks first.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    seminar: Option<SeminarNumber>,
    sure: bool,
    /// The button is under a draft, which is updated.
    drafted: bool,
    ending: Option<Ending>,
    /// When one of its questions is asked again …
    revisit: Option<Delay>,
    /// … and which, if not the one on which the group was furthest apart.
    round: Option<RoundNumber>,
    /// That was chosen in the menu of what asks first.
    chosen: bool,
}

impl Close {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let ending = ending::given(arguments)?;
        let sure = arguments.flag("sure")? || ending.is_some();
        let drafted = arguments.text("from").is_some();
        let (choice, round) = (arguments.chosen("choice")?, arguments.number("round")?);
        let chosen = choice.as_deref().map(str::parse).transpose();
        let chosen = chosen.map_err(|_| UserError::StalePress)?;
        Ok(Self {
            seminar: arguments.number("seminar")?,
            sure,
            drafted,
            ending,
            revisit: revisit::delay(arguments)?,
            round: chosen.or(round),
            chosen: chosen.is_some(),
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        let update = self.sure || self.drafted || self.chosen;
        if update { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = lookup::seminar(context, services, self.seminar).await?;
        if found.state == SeminarState::Closed {
            return Err(SeminarError::Closed.into());
        }
        let action = SeminarAction::Close;
        let lead = permissions::needs_lead(context, services, &found, action).await?;
        let current = current_round(context, services, &found).await?;
        let rounds = match self.revisit {
            Some(_) => rounds_of(context, services, &found).await?,
            None => Vec::new(),
        };
        let again = self.again(&rounds, context.now)?;
        let line = again.as_ref().map_or_else(
            || format!("seminar close seminar:{}", found.number),
            |again| again.line(found.number),
        );
        if !self.sure {
            let anyway = lead == Lead::Manager;
            let card = seminar::ask_to_close(&found, current.as_ref(), anyway, &line);
            let card = match &again {
                Some(it) => it.offer(card, found.number, &rounds),
                None => card,
            };
            let update = self.drafted || self.chosen;
            return Ok(if update { Reply::Update(card) } else { Reply::Ephemeral(card) });
        }
        if let Some(choices) = current.and_then(|it| ending::asks(&it, self.ending, &line)) {
            return Ok(Reply::Update(choices));
        }
        let draft = found.state == SeminarState::Draft;
        let close = async |tx: &mut ServerTx| {
            let ending = self.ending.unwrap_or_default();
            let closed = tx.close_seminar(found.id, ending, context.now).await?;
            let closed = closed.ok_or(SeminarError::Closed)?;
            let (ended, rounds) = (&closed.ended, &closed.rounds);
            let change = (&found, &closed.seminar);
            let effects = || match draft {
                true => seminar::discarded_effects(&services.corpus, change.0, change.1),
                false => seminar::closed_effects(&services.corpus, ended, change, rounds),
            };
            tx.emit(effects, context.now).await?;
            if let Some(Again { details, at, .. }) = &again {
                let new = Planned { round: details.round.id, seminar: found.id, at: *at };
                tx.plan_revisit(new, context.now).await?;
            }
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, close).await?;
        let receipt = seminar::closed(draft);
        Ok(Reply::Update(match &again {
            Some(it) => messages::revisit::planned(receipt, it.details, found.number, it.at),
            None => receipt,
        }))
    }

    /// What is asked again, if something is.
    fn again<'r>(
        &self,
        rounds: &'r [RoundDetails],
        now: Timestamp,
    ) -> Result<Option<Again<'r>>, UserError> {
        let Some(delay) = self.revisit else { return Ok(None) };
        let details = match self.round {
            Some(number) => askable(rounds).find(|it| it.round.number == number),
            None => furthest_apart(rounds),
        };
        let details = details.ok_or(RevisitError::Unanswered)?;
        Ok(Some(Again { details, delay, at: delay.after(now) }))
    }
}

/// A question that is to be asked again.
struct Again<'r> {
    details: &'r RoundDetails,
    delay: Delay,
    at: Timestamp,
}

impl Again<'_> {
    /// What closes the seminar and plans this.
    fn line(&self, seminar: SeminarNumber) -> String {
        let Self { details, delay, .. } = self;
        format!("seminar close seminar:{seminar} revisit:{delay} round:{}", details.round.number)
    }

    /// Adds to what asks first which question that is, and the others to choose from.
    fn offer(&self, card: Card, seminar: SeminarNumber, rounds: &[RoundDetails]) -> Card {
        let press = format!("seminar close seminar:{seminar} revisit:{}", self.delay);
        messages::revisit::offer(card, self.details, self.at, rounds, press)
    }
}

async fn rounds_of(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
) -> Result<Vec<RoundDetails>, CommandError> {
    let mut reads = services.store.read(context.server);
    let mut rounds = Vec::new();
    for round in seminar.rounds() {
        rounds.extend(reads.round_details(round).await?);
    }
    Ok(rounds)
}
