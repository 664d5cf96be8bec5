//! `/privacy show`: how much of what is kept about the caller, what for, and who sees it.

use super::{Arguments, CommandError, Context, Reply, ReplyMode, Services, UserError};
use crate::messages::privacy;
use crate::privacy::Person;
use crate::store::Link;

/// Shows what is kept about the caller in this server.
#[derive(Clone, Debug, PartialEq)]
pub struct Show;

impl Show {
    pub(in super::super) fn parse(_: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (server, member) = (context.server, context.member.id);
        let person = Person::in_server(&services.store, server, member, Link::ByKey).await?;
        Ok(Reply::Ephemeral(privacy::show(&person.counts(), &services.policies)))
    }
}
