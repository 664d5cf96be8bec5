//! *Rate the answers*: a member says what they think of the others' answers, one at a time.

use super::moderate;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, pagination,
    permissions,
};
use crate::messages::rating::{self, RatingError};
use crate::messages::round::RoundError;
use crate::messages::{Reply, moderation, round};
use crate::store::ServerTx;
use domain::rating::{next, others_for};
use domain::{AnswerId, Opinion, Part, RoundDetails, RoundNumber, RoundState};

/// Lines on one page of the results.
const PAGE: usize = 15;

/// Shows an answer to rate, or records what the member thinks of it and shows the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Weigh {
    round: RoundNumber,
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
        let (details, missed) = match (self.response, self.say) {
            (Some(answer), Some(say)) => self.rate(context, services, answer, say).await?,
            _ => (revealed(context, services, self.round).await?, false),
        };
        let member = context.member.id;
        let mut reads = services.store.read(context.server);
        let own = reads.answer_in(&details, Part::Own, member).await?;
        let opinions = reads.opinions_of(details.round.id, member).await?;
        let others = others_for(&details, member, own.map(|own| own.id));
        let named = others.iter().copied().find(|answer| Some(answer.id) == self.response);
        let shown = match (self.response, self.say, named) {
            // What was to be rated has other words by now: they read those first.
            (Some(_), Some(_), Some(changed)) if missed => Some(changed),
            (Some(_), None, Some(named)) => Some(named),
            _ => next(&others, &opinions, self.response),
        };
        let mut card = match shown {
            Some(shown) => rating::card(&services.corpus, &details, &others, &opinions, shown),
            None => rating::done(&details, &others),
        };
        if missed || (self.response.is_some() && self.say.is_none() && named.is_none()) {
            card = rating::missed(card);
        }
        if let Some(shown) = shown
            && permissions::may_moderate(context, services, &details).await?
        {
            card = card.buttons([moderation::button(shown.id)]);
        }
        if self.response.is_some() {
            return Ok(Reply::Update(card));
        }
        let card = moderate::with_notices(context, services, details.round.id, card).await?;
        Ok(Reply::Ephemeral(card))
    }

    /// Records an opinion; gives the round as it is then, and whether the answer was not there to be
    /// rated as it was read.
    async fn rate(
        &self,
        context: &Context,
        services: &Services,
        answer: AnswerId,
        (opinion, words): (Opinion, u32),
    ) -> Result<(RoundDetails, bool), CommandError> {
        let round = lookup::round(context, services, self.round).await?;
        ratable(round.state)?;
        let by = permissions::participation(context, services, &round).await?;
        let rate = async |tx: &mut ServerTx| {
            let was = tx.round_details(round.id).await?.ok_or(RoundError::Unknown(self.round))?;
            if was.rated_answer(answer, words).is_none() {
                return Ok((was, true));
            }
            let Some(now) = tx.rate(&was, &by, answer, opinion).await? else {
                return Ok((was, true));
            };
            tx.emit(|| round::rated(&services.corpus, &was, &now), context.now).await?;
            Ok::<_, CommandError>((now, false))
        };
        services.store.change(context.server, rate).await
    }
}

/// Shows what each answer got.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    round: RoundNumber,
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
        let details = lookup::round_details(context, services, self.round).await?;
        if details.round.state == RoundState::Open {
            return Err(RatingError::Hidden.into());
        }
        let length = details.ratable().count();
        let pages = pagination::Pages::new(length, PAGE, self.page.unwrap_or(1));
        let card = rating::results(&details, pages.skip(), PAGE)
            .footer(pages.footer(crate::messages::answer::count))
            .buttons(pages.buttons(&format!("weighed round:{}", self.round)));
        Ok(if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

/// A round whose answers can be rated.
async fn revealed(
    context: &Context,
    services: &Services,
    number: RoundNumber,
) -> Result<RoundDetails, CommandError> {
    let details = lookup::round_details(context, services, number).await?;
    ratable(details.round.state)?;
    Ok(details)
}

/// Fails unless answers can be rated.
fn ratable(state: RoundState) -> Result<(), RatingError> {
    match state {
        RoundState::Revealed => Ok(()),
        RoundState::Open => Err(RatingError::Hidden),
        RoundState::Closed => Err(RatingError::Closed),
    }
}

#[cfg(test)]
mod tests;
