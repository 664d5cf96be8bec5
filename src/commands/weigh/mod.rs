//! *Weigh the answers*: a member says what they think of the others' answers, one at a time.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, pagination,
    permissions,
};
use crate::messages::{Block, Card, Reply, Text, round};
use crate::store;
use domain::weighing::{goes_on, in_turn, wording};
use domain::{AnswerId, Opinion, Part, RoundDetails, RoundId, RoundState};

/// Lines on one page of what each answer got.
const PAGE: usize = 15;

/// Shows an answer to weigh, or records what the member thinks of it and shows the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Weigh {
    round: RoundId,
    response: Option<AnswerId>,
    /// What they think of it, and which words of it they have read.
    say: Option<(Opinion, u32)>,
}

impl Weigh {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let opinion = arguments.text("say").map(|word| Opinion::named(&word));
        let say = match (opinion, arguments.number("words")?) {
            (None, None) => None,
            (Some(Some(opinion)), Some(words)) => Some((opinion, words)),
            _ => return Err(UserError::StalePress),
        };
        let response = arguments.number("response")?;
        if say.is_some() && response.is_none() {
            return Err(UserError::StalePress);
        }
        Ok(Self { round: lookup::round_in(arguments)?, response, say })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.response.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let mut it = revealed(context, services, self.round).await?;
        let mut missed = false;
        if let (Some(response), Some((opinion, words))) = (self.response, self.say) {
            match say(context, services, &it, response, opinion, words).await? {
                Some(now) => it = now,
                None => missed = true,
            }
        }
        let (server, member) = (context.server, context.member.id);
        let own = services.store.read(server).response_of(self.round, Part::Own, member).await?;
        let said = services.store.opinions_of(server, self.round, member).await?;
        let turn = in_turn(&it, member, own.map(|own| own.id));
        let named = turn.iter().copied().find(|response| Some(response.id) == self.response);
        let next = match (self.response, self.say, named) {
            // What was to be weighed has other words by now: they read those first.
            (Some(_), Some(_), Some(changed)) if missed => Some(changed),
            (Some(_), None, Some(named)) => Some(named),
            _ => goes_on(&turn, &said, self.response),
        };
        let mut card = match next {
            Some(next) => round::weighs(&services.corpus, &it, &turn, &said, next),
            None => round::all_weighed(&it, &turn),
        };
        if missed || (self.response.is_some() && self.say.is_none() && named.is_none()) {
            let note = "That answer was changed or taken back meanwhile; nothing was counted.";
            card.blocks.insert(0, Block::Text(Text::new().strong(note)));
        }
        Ok(if self.response.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

/// Records an opinion; `None` if the answer is not there to be weighed as it was read.
async fn say(
    context: &Context,
    services: &Services,
    it: &RoundDetails,
    response: AnswerId,
    opinion: Opinion,
    words: u32,
) -> Result<Option<RoundDetails>, CommandError> {
    let read = it.weighable().find(|it| it.id == response && wording(&it.text) == words);
    let Some(read) = read else { return Ok(None) };
    let weighed = store::Weighed {
        speaker: permissions::speaker(context, services).await?,
        round: it.round.id,
        response,
        text: read.text.clone(),
        opinion,
    };
    let corpus = services.corpus.clone();
    let effects = move |was: &RoundDetails, now: &RoundDetails| round::weighed(&corpus, was, now);
    Ok(services.store.weigh(weighed, effects).await?)
}

/// Shows what each answer got.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    round: RoundId,
    page: Option<usize>,
}

impl Weighed {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { page: arguments.number("page")?, round: lookup::round_in(arguments)? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.page.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let it = read(context, services, self.round).await?;
        if it.round.state == RoundState::Open {
            return Err(hidden().into());
        }
        let pages = pagination::Pages::new(it.weighable().count(), PAGE, self.page.unwrap_or(1));
        let card: Card = round::counts(&it, pages.skip(), PAGE)
            .footer(pages.footer(crate::messages::answers_of))
            .buttons(pages.buttons(&format!("weighed round:{}", self.round)));
        Ok(if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

/// A round whose answers can be weighed.
async fn revealed(
    context: &Context,
    services: &Services,
    id: RoundId,
) -> Result<RoundDetails, CommandError> {
    let it = read(context, services, id).await?;
    match it.round.state {
        RoundState::Revealed => Ok(it),
        RoundState::Open => Err(hidden().into()),
        RoundState::Closed => Err(UserError::refused(
            "This round is closed, so its answers cannot be weighed any more. `/record` shows what \
             the group thinks.",
        )
        .into()),
    }
}

async fn read(
    context: &Context,
    services: &Services,
    id: RoundId,
) -> Result<RoundDetails, CommandError> {
    let found = services.store.round_details(context.server, id).await?;
    Ok(found.ok_or_else(|| lookup::no_round(id))?)
}

fn hidden() -> UserError {
    UserError::refused("The answers are not revealed yet. Once all can read them, weigh them.")
}

#[cfg(test)]
mod tests;
