//! `/moderate log`: what was taken down, for every member.

use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, pagination,
};
use crate::messages::{Reply, moderation};

/// Entries on one page.
const PAGE: usize = 10;

/// Shows the log, as far as the caller can view the channels.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    page: Option<usize>,
}

impl Log {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { page: arguments.number("page")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.page.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let all = lookup::take_downs(context, services).await?;
        let pages = pagination::Pages::new(all.len(), PAGE, self.page.unwrap_or(1));
        let shown: Vec<_> = all.into_iter().skip(pages.skip()).take(PAGE).collect();
        let card = moderation::log(&shown)
            .footer(pages.footer(moderation::count))
            .buttons(pages.buttons("moderate log"));
        Ok(if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}
