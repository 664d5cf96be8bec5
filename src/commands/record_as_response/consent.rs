//! *Yes*, *No* and *Replace my answer*, under the question to a message's author.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use jiff::Timestamp;

use super::{cards, earlier, stand};
use crate::command::TargetMessage;
use crate::messages::{Reply, Subject};
use crate::store::Consent as Held;
use domain::{ConsentId, RoundId, RoundState};

/// An author's answer to the question whether their message may stand as their response.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    id: ConsentId,
    round: RoundId,
    until: Timestamp,
    answer: Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Yes,
    /// Also in place of what they answered before; it stands on a message that only they see.
    Replace,
    No,
}

/// The line of a button, but for the answer.
pub(super) fn press(id: ConsentId, round: RoundId, until: Timestamp) -> impl Fn(&str) -> String {
    let until = until.as_second();
    move |answer| format!("consent id:{id} round:{round} until:{until} answer:{answer}")
}

impl Consent {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let missing = |option: &str| UserError::Missing { option: option.to_owned() };
        let until = arguments.number("until")?.ok_or_else(|| missing("until"))?;
        let answer = match arguments.needed("answer")?.as_str() {
            "yes" => Word::Yes,
            "replace" => Word::Replace,
            "no" => Word::No,
            _ => return Err(UserError::StalePress),
        };
        Ok(Self {
            id: arguments.number("id")?.ok_or_else(|| missing("id"))?,
            round: arguments.number("round")?.ok_or_else(|| missing("round"))?,
            until: Timestamp::from_second(until).map_err(|_| UserError::StalePress)?,
            answer,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let Some(held) = services.store.consent(context.server, self.id, context.now).await? else {
            return self.gone(context, services).await;
        };
        if held.author != context.member.id {
            let wrong = "Only the member who wrote that message can answer this.";
            return Err(UserError::refused(wrong).into());
        }
        match self.answer {
            Word::No => self.no(context, services, &held).await,
            Word::Yes | Word::Replace => self.yes(context, services, &held).await,
        }
    }

    async fn no(
        &self,
        context: &Context,
        services: &Services,
        held: &Held,
    ) -> Result<Reply, CommandError> {
        let round = lookup::round(context, services, held.round).await?;
        services.store.end_consent(context.server, held.id, Vec::new(), context.now).await?;
        Ok(Reply::Update(cards::refused(&round, held.at)))
    }

    async fn yes(
        &self,
        context: &Context,
        services: &Services,
        held: &Held,
    ) -> Result<Reply, CommandError> {
        let round = lookup::round(context, services, held.round).await?;
        let replaces = self.answer == Word::Replace;
        if round.state != RoundState::Closed
            && !replaces
            && let Some(before) = earlier(context, services, &round, &held.text).await?
        {
            if let Some(at) = context.pressed {
                // Where the question stands, even if the program was stopped before it noted that.
                let subject = Subject::Consent(held.id);
                services
                    .store
                    .change(context.server, async |tx| tx.remember_message(subject, at).await)
                    .await?;
            }
            let press = press(held.id, held.round, self.until);
            return Ok(Reply::Ephemeral(cards::replace(&round, &before, &press)));
        }
        let message = TargetMessage {
            at: held.at,
            author: held.author,
            name: context.member.name.clone(),
            bot: false,
            text: held.text.clone(),
        };
        let standing = stand(context, services, &round, &message).await?;
        // What was pressed for a replacement is not what all can see.
        let asked = held.asker != held.author;
        let effects = match &standing {
            Some(standing) if replaces && asked => cards::elsewhere(context, &standing.round, held),
            _ => Vec::new(),
        };
        services.store.end_consent(context.server, held.id, effects, context.now).await?;
        Ok(Reply::Update(match &standing {
            None => cards::too_late(&round, held.at),
            Some(standing) if replaces => cards::receipt(standing),
            Some(standing) => cards::stands(context, &standing.round, held),
        }))
    }

    /// The words are held no more. What was pressed says so from now on, if it is the question.
    async fn gone(&self, context: &Context, services: &Services) -> Result<Reply, CommandError> {
        let round = lookup::round(context, services, self.round).await?;
        let card = cards::gone(&round, context.now >= self.until);
        let at = services.store.read(context.server).message(Subject::Consent(self.id)).await?;
        if at.is_some() && at == context.pressed {
            return Ok(Reply::Update(card));
        }
        Ok(Reply::Ephemeral(card))
    }
}
