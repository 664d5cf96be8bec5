//! Finds what can be taken down, and what was.

use super::super::{CommandError, Context, Services, sight};
use domain::moderation::{LogEntry, Target};
use domain::{RoundDetails, TakeDownNumber};

/// The round of something that may be taken down, if the caller can see it.
pub(crate) async fn round_of(
    context: &Context,
    services: &Services,
    target: Target,
) -> Result<Option<RoundDetails>, CommandError> {
    let mut reads = services.store.read(context.server);
    let round = match target {
        Target::Answer(id) => reads.round_of_answer(id).await?,
        Target::Objection(id) => reads.round_of_objection(id).await?,
    };
    let details = match round {
        Some(id) => reads.round_details(id).await?,
        None => None,
    };
    sight::seen_one(context, services, details).await
}

/// What was taken down, the newest first, as far as the caller can see it.
pub(crate) async fn take_downs(
    context: &Context,
    services: &Services,
) -> Result<Vec<LogEntry>, CommandError> {
    let all = services.store.read(context.server).take_downs().await?;
    sight::seen(context, services, all).await
}

/// An entry of the log, if the caller can see it.
pub(crate) async fn take_down(
    context: &Context,
    services: &Services,
    number: TakeDownNumber,
) -> Result<Option<LogEntry>, CommandError> {
    let found = services.store.read(context.server).take_down_numbered(number).await?;
    sight::seen_one(context, services, found).await
}
