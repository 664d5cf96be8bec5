//! `/privacy export`: a copy of what is kept about the caller, for them alone.

use super::{Arguments, CommandError, Context, Reply, ReplyMode, Services, UserError};
use crate::messages::Document;
use crate::messages::export::ExportError;
use crate::messages::privacy::{self, Limited};
use crate::messages::ui::limits::FILE;
use crate::privacy::Person;
use crate::store::Link;

/// Gives the caller a copy of what is kept about them in this server.
#[derive(Clone, Debug, PartialEq)]
pub struct Export;

impl Export {
    pub(in super::super) fn parse(_: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        services.rates.count(context, Limited::Exports)?;
        let (server, member) = (context.server, context.member.id);
        let person = Person::in_server(&services.store, server, member, Link::ByKey).await?;
        let bytes = person.copy(member, context.now);
        if bytes.len() > FILE {
            return Err(ExportError::TooLarge { bytes: bytes.len(), most: FILE }.into());
        }
        let name = "about-me.json".to_owned();
        Ok(Reply::Document(Document { card: privacy::copy(), name, bytes }))
    }
}
