//! `/answers`: what the caller has answered in this channel, to read and to change.

use crate::command::{
    Arguments, Body, CommandError, Context, ReplyMode, Services, Spec, UserError, pagination, sight,
};
use crate::messages::{Reply, answers};
use domain::{Answer, ChannelId, Round};

pub(super) static SPEC: Spec = Spec { name: "answers", body: Body::Options(&[]) };

/// Lists the caller's own answers here.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    page: Option<usize>,
}

impl Answers {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { page: arguments.number("page")? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.page.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let mut own = given_in(context, services, context.channel.id).await?;
        // A thread in which nothing was asked is about its channel's questions.
        if let Some(parent) = context.channel.parent.filter(|_| own.is_empty()) {
            own = given_in(context, services, parent).await?;
        }
        let pages = answers::in_pages(&own);
        let turned = pagination::Pages::new(pages.len(), 1, self.page.unwrap_or(1));
        let shown = pages.get(turned.skip()).copied().unwrap_or_default();
        let count = own.len();
        let card = answers::list(shown)
            .buttons(turned.buttons("answers"))
            .footer(turned.footer(|_| answers::count(count)));
        Ok(if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

/// What the caller has answered in a channel, as far as they can view it now.
async fn given_in(
    context: &Context,
    services: &Services,
    place: ChannelId,
) -> Result<Vec<(Round, Answer)>, CommandError> {
    let own = services.store.read(context.server).own_answers(place, context.member.id).await?;
    let rounds: Vec<Round> = own.iter().map(|(round, _)| round.clone()).collect();
    let seen = sight::seen(context, services, rounds).await?;
    Ok(own.into_iter().filter(|(round, _)| seen.contains(round)).collect())
}

#[cfg(test)]
mod tests;
