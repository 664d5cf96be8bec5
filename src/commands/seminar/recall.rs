//! `/seminar recall`: a participant asks for another facilitator.

use super::super::moderate::on_appeal;
use super::open;
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::Reply;
use crate::messages::moderation::ModerationError;
use crate::messages::seminar::{self, Appointment, FacilitationError, SeminarError};
use crate::store::{self, ServerTx};
use domain::{MemberId, SeminarId, SeminarNumber, TakeDownNumber};

/// Recalls the facilitator, or takes that back. A button names whom it recalls, so that pressing it
/// late does not recall the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Recall {
    seminar: Option<SeminarNumber>,
    of: Option<MemberId>,
    back: bool,
    /// What they took down, if that is why.
    over: Option<TakeDownNumber>,
}

impl Recall {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            seminar: arguments.number("seminar")?,
            of: arguments.number("of")?,
            back: arguments.flag("back")?,
            over: arguments.number("over")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = open(context, services, self.seminar).await?;
        let Some((facilitator, name)) = &found.facilitator else {
            return Ok(Reply::Ephemeral(seminar::nobody_facilitates(&found)));
        };
        if *facilitator == context.member.id {
            return Err(FacilitationError::OwnRecall.into());
        }
        let of = self.of.unwrap_or(*facilitator);
        if let Some(over) = self.over {
            self::over(context, services, found.id, of, over).await?;
        }
        let recall = store::Recall {
            member: context.member.id,
            of,
            back: self.back,
            over: self.over,
            seed: context.seed,
        };
        let note = async |tx: &mut ServerTx| {
            let outcome = tx.recall(found.id, recall).await?.ok_or(SeminarError::Closed)?;
            let (change, how) =
                (&outcome.change, Appointment::Recalled(outcome.granted.first().copied()));
            if change.passed_on() {
                tx.note_step(found.id, context.now).await?;
            }
            let effects = || seminar::facilitation_effects(&services.corpus, change, how);
            tx.emit(effects, context.now).await?;
            for number in &outcome.granted {
                if let Some(entry) = tx.take_down_numbered(*number).await? {
                    on_appeal(tx, &services.corpus, &entry, context.now).await?;
                }
            }
            Ok::<_, CommandError>(outcome)
        };
        let outcome = services.store.change(context.server, note).await?;
        let now = &outcome.change.now;
        Ok(Reply::Ephemeral(if outcome.counts && outcome.change.passed_on() {
            seminar::recalled(now)
        } else if outcome.counts {
            seminar::recall_noted(now, (of, name), outcome.said, self.back)
        } else if outcome.change.was.facilitated_by(of) {
            return Err(FacilitationError::RecallAbsent.into());
        } else {
            seminar::other_facilitates(now)
        }))
    }
}

/// Refuses what is no take-down of that facilitator in their seminar.
async fn over(
    context: &Context,
    services: &Services,
    seminar: SeminarId,
    of: MemberId,
    number: TakeDownNumber,
) -> Result<(), CommandError> {
    let entry = lookup::take_down(context, services, number).await?;
    let entry = entry.ok_or(ModerationError::NoEntry(number))?;
    let theirs = entry.take_down.by.as_ref().is_some_and(|(by, _)| *by == of);
    if theirs && entry.seminar == Some(seminar) {
        return Ok(());
    }
    Err(ModerationError::NotTheirs(number).into())
}

#[cfg(test)]
mod tests;
