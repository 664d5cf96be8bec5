//! *Record as response*, in a message's menu: its author's own words become their response at once,
//! anybody else's once they have said yes.

mod cards;
mod consent;

pub(super) use consent::Consent;

use crate::command::{
    Arguments, Caller, Manner, MessageSpec, Problem, TargetMessage, Trouble, World, permissions,
};
use jiff::ToSpan;

use crate::messages::{Reply, Subject, round};
use crate::store::{Given, NewConsent};
use domain::{ConsentId, Part, Response, Round, Standing};

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
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { message: arguments.message(MessageSpec::OPTION)? })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ALL
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Reply, Problem> {
        let own = self.message.author == caller.member.id;
        let text = words(&self.message, own)?;
        let round = round_here(caller, world, &self.message).await?;
        if own {
            return record_own(caller, world, round, TargetMessage { text, ..self.message }).await;
        }
        if world.store.stands_from(caller.server, round.id, self.message.at).await? {
            let already =
                format!("That message stands as {}’s response already.", self.message.name);
            return Err(Trouble::refused(already).into());
        }
        let (id, new) = hold(caller, world, &round, &self.message, text).await?;
        // If it was held but never seen, the answer that showed it was lost.
        let seen = world.store.message(caller.server, Subject::Consent(id)).await?;
        match seen.filter(|_| !new) {
            None => Ok(Reply::Public(cards::ask(caller, &round, &self.message, id, until(caller)))),
            Some(at) => Ok(Reply::Ephemeral(cards::asked_before(&self.message, at))),
        }
    }
}

/// The member's own words: nobody need be asked, unless they have answered before.
async fn record_own(
    caller: &Caller,
    world: &World,
    round: Round,
    message: TargetMessage,
) -> Result<Reply, Problem> {
    let pending =
        world.store.consent_about(caller.server, round.id, message.at, caller.now).await?;
    if let Some(before) = earlier(caller, world, &round, &message.text).await? {
        let (id, _) = hold(caller, world, &round, &message, message.text.clone()).await?;
        let press = consent::press(id, round.id, until(caller));
        return Ok(Reply::Ephemeral(cards::replace(&round, &before, &press)));
    }
    let Some(standing) = stand(caller, world, &round, &message).await? else {
        return Err(closed().into());
    };
    if let Some(pending) = pending {
        // Somebody has asked for it: there is nothing left to answer.
        let effects = cards::elsewhere(caller, &standing.round, &pending);
        world.store.end_consent(caller.server, pending.id, effects, caller.now).await?;
    }
    Ok(Reply::Ephemeral(cards::receipt(&standing)))
}

/// What the member has answered in this round, unless that is the same.
async fn earlier(
    caller: &Caller,
    world: &World,
    round: &Round,
    text: &str,
) -> Result<Option<Response>, Problem> {
    let before =
        world.store.response_of(caller.server, round.id, round.part, caller.member.id).await?;
    Ok(before.filter(|before| before.by.is_none() || before.text != text))
}

/// Makes a message the caller's response; `None` if the round is over.
async fn stand(
    caller: &Caller,
    world: &World,
    round: &Round,
    message: &TargetMessage,
) -> Result<Option<Standing>, Problem> {
    let given = Given {
        server: caller.server,
        round: round.id,
        member: caller.member.id,
        name: caller.member.name.clone(),
        anonymous: false,
        text: message.text.clone(),
        now: caller.now,
        seed: caller.seed,
        eligible: permissions::may_facilitate(caller, world).await?,
        source: Some(message.at),
    };
    let corpus = world.corpus.clone();
    let effects = move |standing: &Standing| round::answered(&corpus, standing);
    Ok(world.store.respond(given, effects).await?)
}

async fn hold(
    caller: &Caller,
    world: &World,
    round: &Round,
    message: &TargetMessage,
    text: String,
) -> Result<(ConsentId, bool), Problem> {
    let new = NewConsent {
        server: caller.server,
        round: round.id,
        at: message.at,
        author: message.author,
        asker: caller.member.id,
        text,
        now: caller.now,
        until: until(caller),
    };
    Ok(world.store.hold_consent(new).await?)
}

fn until(caller: &Caller) -> jiff::Timestamp {
    caller.now.saturating_add(HELD_HOURS.hours()).unwrap_or(caller.now)
}

/// The newest round that is open where the message stands.
async fn round_here(
    caller: &Caller,
    world: &World,
    message: &TargetMessage,
) -> Result<Round, Problem> {
    let open = world.store.open_rounds(caller.server, message.at.place).await?;
    let round = open.into_iter().next().ok_or_else(|| {
        Trouble::refused("No question is open here, so this message answers none.")
    })?;
    if round.part == Part::Card {
        return Err(Trouble::refused(
            "This is a debate: first everybody argues the card they were dealt. A message can be \
             recorded when all say what they think themselves.",
        )
        .into());
    }
    Ok(round)
}

/// The words of a message, if they can be a response.
fn words(message: &TargetMessage, own: bool) -> Result<String, Trouble> {
    let text = message.text.trim();
    if message.bot {
        return Err(Trouble::refused(
            "A bot wrote that. Only what a person wrote can be a response.",
        ));
    }
    if crate::command::shows_nothing(text) {
        return Err(Trouble::refused(
            "That message has no words to record; pictures and files are not kept.",
        ));
    }
    if text.chars().count() > LENGTH {
        let whose = if own { "Your" } else { "That" };
        return Err(Trouble::refused(format!(
            "{whose} message is longer than {LENGTH} characters, the most that a response can have."
        )));
    }
    Ok(text.to_owned())
}

fn closed() -> Trouble {
    Trouble::refused("The question was closed in the meantime, so nothing was recorded.")
}

#[cfg(test)]
mod tests;
