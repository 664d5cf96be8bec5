//! `/reading list`: the readings of a server's own.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, reading};

/// Lists the server's readings.
#[derive(Clone, Debug, PartialEq)]
pub struct List;

impl List {
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
        let listed = services.store.read(context.server).readings().await?;
        let readings = listed.iter().map(|listed| (listed.id, &listed.reading));
        Ok(Reply::Ephemeral(reading::list(readings, services.limits.readings)))
    }
}
