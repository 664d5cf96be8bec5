//! *Rate the answers*: a member says what they think of the others' answers, one at a time.

use super::moderate;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, pagination,
    permissions,
};
use crate::messages::rating::{self, RatingError};
use crate::messages::{Reply, moderation, round};
use crate::store::{Rating, ServerTx};
use domain::rating::{next, others_for};
use domain::{AnswerId, Opinion, Part, Round, RoundDetails, RoundNumber, RoundState};

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
        let mut details = revealed(context, services, self.round).await?;
        let mut missed = false;
        if let (Some(answer), Some((opinion, words))) = (self.response, self.say) {
            match Self::rate(context, services, &details.round, answer, (opinion, words)).await? {
                Some(now) => details = now,
                None => missed = true,
            }
        }
        let member = context.member.id;
        let mut reads = services.store.read(context.server);
        let own = reads.answer_of(details.round.id, Part::Own, member).await?;
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

    /// Records an opinion; `None` if the answer is not there to be rated as it was read.
    async fn rate(
        context: &Context,
        services: &Services,
        round: &Round,
        answer: AnswerId,
        (opinion, words): (Opinion, u32),
    ) -> Result<Option<RoundDetails>, CommandError> {
        let rating = Rating { member: context.member.id, answer, opinion, seed: context.seed };
        let by = permissions::participation(context, services, round).await?;
        let round = round.id;
        let rate = async |tx: &mut ServerTx| {
            let Some(was) = tx.round_details(round).await? else { return Ok(None) };
            if was.rated_answer(answer, words).is_none() || !tx.rate(round, rating).await? {
                return Ok(None);
            }
            tx.join_by_taking_part(&was, &by, false).await?;
            let Some(now) = tx.round_details(round).await? else { return Ok(None) };
            tx.emit(|| round::rated(&services.corpus, &was, &now), context.now).await?;
            Ok(Some(now))
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
    match details.round.state {
        RoundState::Revealed => Ok(details),
        RoundState::Open => Err(RatingError::Hidden.into()),
        RoundState::Closed => Err(RatingError::Closed.into()),
    }
}

#[cfg(test)]
mod tests;
