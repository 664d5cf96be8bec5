//! `/seminar close`: ends a seminar and posts its summary.

use super::super::ending;
use super::current_round;
use crate::command::permissions::Lead;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::Reply;
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::store::{Ending, ServerTx};
use domain::SeminarNumber;
use domain::seminar::SeminarState;

/// Ends a seminar; asks first.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    seminar: Option<SeminarNumber>,
    sure: bool,
    /// The button is under a draft, which is updated.
    drafted: bool,
    ending: Option<Ending>,
}

impl Close {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let ending = ending::given(arguments)?;
        let sure = arguments.flag("sure")? || ending.is_some();
        let drafted = arguments.text("from").is_some();
        Ok(Self { seminar: arguments.number("seminar")?, sure, drafted, ending })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure || self.drafted { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
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
        if !self.sure {
            let anyway = lead == Lead::Manager;
            let card = seminar::ask_to_close(&found, current.as_ref(), anyway);
            return Ok(if self.drafted { Reply::Update(card) } else { Reply::Ephemeral(card) });
        }
        let line = format!("seminar close seminar:{}", found.number);
        if let Some(choices) = current.and_then(|it| ending::asks(&it, self.ending, &line)) {
            return Ok(Reply::Update(choices));
        }
        let draft = found.state == SeminarState::Draft;
        let close = async |tx: &mut ServerTx| {
            let ending = self.ending.unwrap_or_default();
            let closed = tx.close_seminar(found.id, ending, context.now).await?;
            let closed = closed.ok_or(SeminarError::Closed)?;
            // Nobody but its facilitator has seen a draft.
            if !draft {
                let (ended, seminar, rounds) = (&closed.ended, &closed.seminar, &closed.rounds);
                let effects = seminar::closed_effects(&services.corpus, ended, seminar, rounds);
                tx.emit(effects, context.now).await?;
            }
            Ok::<_, CommandError>(())
        };
        services.store.change(context.server, close).await?;
        Ok(Reply::Update(seminar::closed(draft)))
    }
}
