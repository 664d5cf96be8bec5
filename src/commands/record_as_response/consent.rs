//! *Yes*, *No* and *Replace my answer*, under the question to a message's author.

use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup};
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
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let missing = |option: &str| Trouble::Missing { option: option.to_owned() };
        let until = arguments.number("until")?.ok_or_else(|| missing("until"))?;
        let answer = match arguments.needed("answer")?.as_str() {
            "yes" => Word::Yes,
            "replace" => Word::Replace,
            "no" => Word::No,
            _ => return Err(Trouble::StalePress),
        };
        Ok(Self {
            id: arguments.number("id")?.ok_or_else(|| missing("id"))?,
            round: arguments.number("round")?.ok_or_else(|| missing("round"))?,
            until: Timestamp::from_second(until).map_err(|_| Trouble::StalePress)?,
            answer,
        })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::FACE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let Some(held) = world.store.consent(caller.server, self.id, caller.now).await? else {
            return self.gone(caller, world).await;
        };
        if held.author != caller.member.id {
            let wrong = "Only the member who wrote that message can answer this.";
            return Err(Trouble::refused(wrong).into());
        }
        match self.answer {
            Word::No => self.no(caller, world, &held).await,
            Word::Yes | Word::Replace => self.yes(caller, world, &held).await,
        }
    }

    async fn no(&self, caller: &Caller, world: &World, held: &Held) -> Result<Reply, Problem> {
        let round = lookup::round(caller, world, held.round).await?;
        world.store.end_consent(caller.server, held.id, Vec::new(), caller.now).await?;
        Ok(Reply::Update(cards::refused(&round, held.at)))
    }

    async fn yes(&self, caller: &Caller, world: &World, held: &Held) -> Result<Reply, Problem> {
        let round = lookup::round(caller, world, held.round).await?;
        let replaces = self.answer == Word::Replace;
        if round.state != RoundState::Settled
            && !replaces
            && let Some(before) = earlier(caller, world, &round, &held.text).await?
        {
            if let Some(at) = caller.pressed {
                // Where the question stands, even if the program was stopped before it noted that.
                let subject = Subject::Consent(held.id);
                world.store.remember_message(caller.server, subject, at).await?;
            }
            let press = press(held.id, held.round, self.until);
            return Ok(Reply::Ephemeral(cards::replace(&round, &before, &press)));
        }
        let message = TargetMessage {
            at: held.at,
            author: held.author,
            name: caller.member.name.clone(),
            bot: false,
            text: held.text.clone(),
        };
        let standing = stand(caller, world, &round, &message).await?;
        // What was pressed for a replacement is not what all can see.
        let asked = held.asker != held.author;
        let effects = match &standing {
            Some(standing) if replaces && asked => cards::elsewhere(caller, &standing.round, held),
            _ => Vec::new(),
        };
        world.store.end_consent(caller.server, held.id, effects, caller.now).await?;
        Ok(Reply::Update(match &standing {
            None => cards::too_late(&round, held.at),
            Some(standing) if replaces => cards::receipt(standing),
            Some(standing) => cards::stands(caller, &standing.round, held),
        }))
    }

    /// The words are held no more. What was pressed says so from now on, if it is the question.
    async fn gone(&self, caller: &Caller, world: &World) -> Result<Reply, Problem> {
        let round = lookup::round(caller, world, self.round).await?;
        let card = cards::gone(&round, caller.now >= self.until);
        let at = world.store.message(caller.server, Subject::Consent(self.id)).await?;
        if at.is_some() && at == caller.pressed {
            return Ok(Reply::Update(card));
        }
        Ok(Reply::Ephemeral(card))
    }
}
