//! `/privacy erase`: takes everything about the caller out, once they have read what goes and what
//! stays.

use super::{Arguments, CommandError, Context, Reply, ReplyMode, Services, UserError};
use crate::messages::privacy::{self, Limited, Scope};
use crate::privacy::{self as person, Person};
use crate::store::Link;

/// Erases what is kept about the caller: in this server, or in all.
#[derive(Clone, Debug, PartialEq)]
pub struct Erase {
    everywhere: bool,
    /// They have read what goes.
    sure: bool,
}

impl Erase {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { everywhere: arguments.flag("everywhere")?, sure: arguments.flag("sure")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let (store, server, member) = (&services.store, context.server, context.member.id);
        if self.everywhere {
            // It looks through all servers.
            services.rates.count(context, Limited::Exports)?;
        }
        let found = match self.everywhere {
            true => Person::everywhere(store, member, Link::ByKey).await?,
            false => Person::in_server(store, server, member, Link::ByKey).await?,
        };
        let servers = self.everywhere.then(|| found.servers().count());
        let counts = found.counts();
        if !self.sure || counts.is_empty() {
            let may_link = found.has_unnamed_answers();
            let scope = Scope { counts: &counts, servers, may_link };
            return Ok(Reply::Ephemeral(privacy::ask_to_erase(scope)));
        }
        let mut answers = 0;
        for server in found.servers() {
            let cause = (context.request, context.now);
            answers += person::erase(&services.books, server, member, cause).await?;
        }
        Ok(Reply::Ephemeral(privacy::erased(answers, servers)))
    }
}
