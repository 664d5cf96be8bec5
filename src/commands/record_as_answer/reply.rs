//! *Yes*, *No* and *Replace my answer*, under the request to a message's author.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, sight,
};
use jiff::Timestamp;

use super::{answer, earlier, new_answer};
use crate::command::TargetMessage;
use crate::messages::consent::{self, ConsentError, Request};
use crate::messages::privacy::Limited;
use crate::messages::round::RoundError;
use crate::messages::ui::Language;
use crate::messages::{Effect, Reply, Subject};
use crate::store::{self, ServerTx};
use domain::{Round, RoundState};

/// An author's reply to the request to record their message as their answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    request: Request,
    word: Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Yes,
    /// Also in place of what they answered before; it is on a message that only they see.
    Replace,
    No,
}

impl Consent {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let missing = |option: &str| UserError::Missing { option: option.to_owned() };
        let until = arguments.number("until")?.ok_or_else(|| missing("until"))?;
        let word = match arguments.needed("answer")?.as_str() {
            "yes" => Word::Yes,
            "replace" => Word::Replace,
            "no" => Word::No,
            _ => return Err(UserError::StalePress),
        };
        let request = Request {
            id: arguments.number("id")?.ok_or_else(|| missing("id"))?,
            round: lookup::round_in(arguments)?,
            until: Timestamp::from_second(until).map_err(|_| UserError::StalePress)?,
        };
        Ok(Self { request, word })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let mut reads = services.store.read(context.server);
        let Some(waits) = reads.consent(self.request.id, context.now).await? else {
            return self.gone(context, services).await;
        };
        if waits.author != context.member.id {
            return Err(ConsentError::NotAuthor.into());
        }
        let round = reads.round(waits.round).await?;
        let round = sight::seen_one(context, services, round).await?;
        let round = round.ok_or(RoundError::Unknown(self.request.round))?;
        match self.word {
            Word::No => no(context, services, &round, &waits).await,
            Word::Yes | Word::Replace => self.yes(context, services, &round, &waits).await,
        }
    }

    async fn yes(
        &self,
        context: &Context,
        services: &Services,
        round: &Round,
        waits: &store::Consent,
    ) -> Result<Reply, CommandError> {
        let message = TargetMessage {
            at: waits.at,
            author: waits.author,
            name: context.member.name.clone(),
            bot: false,
            text: waits.text.clone(),
            files: Vec::new(),
        };
        services.rates.count(context, Limited::Answers)?;
        let new = new_answer(context, services, round, &message).await?;
        let replaces = self.word == Word::Replace;
        if round.state != RoundState::Closed && !replaces {
            let mut reads = services.store.read(context.server);
            if let Some(before) = earlier(&mut reads, &new, round).await? {
                if let Some(at) = context.pressed {
                    // Where the request is, even if the program was stopped before it noted that.
                    let subject = Subject::Consent(waits.id);
                    let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
                    services.store.note(context.server, remember).await?;
                }
                let ask = || consent::ask_to_replace(round, &self.request, &before);
                return Ok(Reply::Ephemeral(Language::own().sync_scope(ask)));
            }
        }
        let author = (context.member.id, context.member.name.as_str());
        let record = async |tx: &mut ServerTx| {
            let change = answer(tx, services, new.clone()).await?;
            tx.end_consent(waits.id).await?;
            let Some(change) = change else {
                return Ok(consent::too_late(round, waits.at));
            };
            let recorded = || consent::recorded(&change.round, waits.id, waits.at, author);
            if !replaces {
                return Ok(recorded());
            }
            // Only the member sees the button that replaces; the request is another message.
            if waits.asker != waits.author {
                tx.emit(|| [Effect::Edit { card: recorded() }], context.now).await?;
            }
            Ok::<_, CommandError>(consent::receipt(&change))
        };
        Ok(Reply::Update(services.store.change(context.server, record).await?))
    }

    /// The words do not wait any more; the request says so from now on, if that was pressed.
    async fn gone(&self, context: &Context, services: &Services) -> Result<Reply, CommandError> {
        let round = lookup::round(context, services, self.request.round).await?;
        let card = || consent::gone(&round, context.now >= self.request.until);
        let subject = Subject::Consent(self.request.id);
        let at = services.store.read(context.server).message(subject).await?;
        if at.is_some() && at == context.pressed {
            return Ok(Reply::Update(card()));
        }
        Ok(Reply::Ephemeral(Language::own().sync_scope(card)))
    }
}

async fn no(
    context: &Context,
    services: &Services,
    round: &Round,
    waits: &store::Consent,
) -> Result<Reply, CommandError> {
    let end = async |tx: &mut ServerTx| tx.end_consent(waits.id).await;
    services.store.change(context.server, end).await?;
    Ok(Reply::Update(consent::declined(round, waits.at)))
}
