//! *Record as response*, in a message's menu: its author's own words become their response at once,
//! anybody else's once they have said yes.

mod cards;
mod consent;

pub(super) use consent::Consent;

use crate::command::{
    Arguments, CommandError, Context, MessageSpec, ReplyMode, Services, TargetMessage, UserError,
    permissions,
};
use jiff::ToSpan;

use crate::messages::{Reply, Subject, round};
use crate::store::{Given, NewConsent, ServerTx};
use domain::{Answer, AnswerChange, ConsentId, Part, Round};

pub(super) static SPEC: MessageSpec = MessageSpec {
    name: "Record as response",
    word: "record-as-response",
    about: "Records this message as its author's response, if they say yes",
};

/// The most characters of a response.
const LENGTH: usize = 4_000;
/// How long words are held for their author's answer.
const HELD_HOURS: i64 = 7 * 24;

/// Records a message as its author's response, or asks them.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordAsResponse {
    message: TargetMessage,
}

impl RecordAsResponse {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { message: arguments.message(MessageSpec::OPTION)? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::PUBLIC
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let own = self.message.author == context.member.id;
        let text = words(&self.message, own)?;
        let round = round_here(context, services, &self.message).await?;
        if own {
            return record_own(context, services, round, TargetMessage { text, ..self.message })
                .await;
        }
        if services.store.stands_from(context.server, round.id, self.message.at).await? {
            let already =
                format!("That message stands as {}’s response already.", self.message.name);
            return Err(UserError::refused(already).into());
        }
        let (id, new) = hold(context, services, &round, &self.message, text).await?;
        // If it was held but never seen, the answer that showed it was lost.
        let seen = services.store.read(context.server).message(Subject::Consent(id)).await?;
        match seen.filter(|_| !new) {
            None => {
                Ok(Reply::Public(cards::ask(context, &round, &self.message, id, until(context))))
            }
            Some(at) => Ok(Reply::Ephemeral(cards::asked_before(&self.message, at))),
        }
    }
}

/// The member's own words: nobody need be asked, unless they have answered before.
async fn record_own(
    context: &Context,
    services: &Services,
    round: Round,
    message: TargetMessage,
) -> Result<Reply, CommandError> {
    let pending =
        services.store.consent_about(context.server, round.id, message.at, context.now).await?;
    if let Some(before) = earlier(context, services, &round, &message.text).await? {
        let (id, _) = hold(context, services, &round, &message, message.text.clone()).await?;
        let press = consent::press(id, round.id, until(context));
        return Ok(Reply::Ephemeral(cards::replace(&round, &before, &press)));
    }
    let Some(standing) = stand(context, services, &round, &message).await? else {
        return Err(closed().into());
    };
    if let Some(pending) = pending {
        // Somebody has asked for it: there is nothing left to answer.
        let effects = cards::elsewhere(context, &standing.round, &pending);
        services.store.end_consent(context.server, pending.id, effects, context.now).await?;
    }
    Ok(Reply::Ephemeral(cards::receipt(&standing)))
}

/// What the member has answered in this round, unless that is the same.
async fn earlier(
    context: &Context,
    services: &Services,
    round: &Round,
    text: &str,
) -> Result<Option<Answer>, CommandError> {
    let before = services
        .store
        .read(context.server)
        .response_of(round.id, round.part, context.member.id)
        .await?;
    Ok(before.filter(|before| before.by.is_none() || before.text != text))
}

/// Makes a message the caller's response; `None` if the round is over.
async fn stand(
    context: &Context,
    services: &Services,
    round: &Round,
    message: &TargetMessage,
) -> Result<Option<AnswerChange>, CommandError> {
    let given = Given {
        round: round.id,
        member: context.member.id,
        name: context.member.name.clone(),
        anonymous: false,
        text: message.text.clone(),
        now: context.now,
        seed: context.seed,
        eligible: permissions::may_facilitate(context, services).await?,
        source: Some(message.at),
    };
    let respond = async |tx: &mut ServerTx| {
        let change = tx.respond(given).await?;
        if let Some(change) = &change {
            tx.emit(round::answered(&services.corpus, change), context.now).await?;
        }
        Ok(change)
    };
    services.store.change(context.server, respond).await
}

async fn hold(
    context: &Context,
    services: &Services,
    round: &Round,
    message: &TargetMessage,
    text: String,
) -> Result<(ConsentId, bool), CommandError> {
    let new = NewConsent {
        server: context.server,
        round: round.id,
        at: message.at,
        author: message.author,
        asker: context.member.id,
        text,
        now: context.now,
        until: until(context),
    };
    Ok(services.store.hold_consent(new).await?)
}

fn until(context: &Context) -> jiff::Timestamp {
    context.now.saturating_add(HELD_HOURS.hours()).unwrap_or(context.now)
}

/// The newest round that is open where the message stands.
async fn round_here(
    context: &Context,
    services: &Services,
    message: &TargetMessage,
) -> Result<Round, CommandError> {
    let open = services.store.open_rounds(context.server, message.at.place).await?;
    let round = open.into_iter().next().ok_or_else(|| {
        UserError::refused("No question is open here, so this message answers none.")
    })?;
    if round.part == Part::Card {
        return Err(UserError::refused(
            "This is a debate: first everybody argues the card they were dealt. A message can be \
             recorded when all say what they think themselves.",
        )
        .into());
    }
    Ok(round)
}

/// The words of a message, if they can be a response.
fn words(message: &TargetMessage, own: bool) -> Result<String, UserError> {
    let text = message.text.trim();
    if message.bot {
        return Err(UserError::refused(
            "A bot wrote that. Only what a person wrote can be a response.",
        ));
    }
    if crate::command::shows_nothing(text) {
        return Err(UserError::refused(
            "That message has no words to record; pictures and files are not kept.",
        ));
    }
    if text.chars().count() > LENGTH {
        let whose = if own { "Your" } else { "That" };
        return Err(UserError::refused(format!(
            "{whose} message is longer than {LENGTH} characters, the most that a response can have."
        )));
    }
    Ok(text.to_owned())
}

fn closed() -> UserError {
    UserError::refused("The question was closed in the meantime, so nothing was recorded.")
}

#[cfg(test)]
mod tests;
