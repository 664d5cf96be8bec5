//! `/statement propose` and *Propose a statement*.

use super::checked;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, Written, lookup, permissions,
};
use crate::messages::Reply;
use crate::messages::statement::{self, StatementError};
use crate::store::{Proposal, ServerTx};
use domain::statement::LENGTH;
use domain::{MemberId, Round, RoundNumber, RoundState, Statement};

/// Proposes the group's statement on a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Propose {
    round: Option<RoundNumber>,
    text: Option<String>,
}

impl Propose {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { round: arguments.number("round")?, text: arguments.prose("text")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let round = match self.round {
            Some(id) => lookup::round(context, services, id).await?,
            None => lookup::open_here(context, services).await?,
        };
        let text = self.text.map(|text| checked(&text, Written::Statement, LENGTH)).transpose()?;
        let it = services.store.read(context.server).round_details(round.id).await?;
        let it = it.ok_or(crate::messages::round::RoundError::Unknown(round.number))?;
        if !it.takes_statement() {
            return Err(takes_none(&round).into());
        }
        let member = context.member.id;
        let Some(text) = text else {
            return match &it.statement {
                Some(other) => Err(already(other, member).into()),
                None => Ok(Reply::Form(statement::propose_form(&round))),
            };
        };
        let proposal = Proposal {
            by: permissions::participation(context, services, &round).await?,
            round: round.id,
            text: text.clone(),
        };
        let propose = async |tx: &mut ServerTx| {
            let change = tx.propose(proposal).await?.ok_or_else(|| takes_none(&round))?;
            let effects =
                || statement::proposed_effects(&services.corpus, &change.was, &change.now);
            tx.emit(effects, context.now).await?;
            Ok::<_, CommandError>(change.now)
        };
        let now = services.store.change(context.server, propose).await?;
        let found = now.statement.ok_or_else(|| takes_none(&round))?;
        // The same words of the same member are the same request again.
        let own = found.proposer == member && found.text() == text;
        if !own {
            return Err(already(&found, member).into());
        }
        Ok(Reply::Ephemeral(statement::proposed_receipt(&found)))
    }
}

fn already(statement: &Statement, member: MemberId) -> StatementError {
    let by = (statement.proposer != member).then(|| statement.by().to_owned());
    StatementError::AlreadyProposed { id: statement.id, version: statement.newest(), by }
}

fn takes_none(round: &Round) -> StatementError {
    match round.state {
        RoundState::Closed => StatementError::RoundClosed,
        RoundState::Open | RoundState::Revealed => StatementError::NotRevealed,
    }
}
