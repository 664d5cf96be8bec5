//! Refuses a daily that could not be posted, before it is made.

use crate::command::{ChannelKind, CommandError, Context, Services, UserError, posting, sight};
use crate::messages::daily::DailyError;
use domain::schedule::Filter;
use domain::{ChannelId, RoleId};

/// Refuses a channel in which facilitators could not be told about problems.
pub(in super::super) async fn can_post(
    context: &Context,
    services: &Services,
    given: ChannelId,
) -> Result<(), CommandError> {
    if place(context, services, given, false).await? == ChannelKind::Forum {
        return Err(UserError::from(DailyError::NoMessages).into());
    }
    Ok(())
}

/// Refuses a channel in which a daily could not be posted; gives its kind.
pub(super) async fn place(
    context: &Context,
    services: &Services,
    place: ChannelId,
    thread: bool,
) -> Result<ChannelKind, CommandError> {
    sight::needs_view(context, services, place).await?;
    let platform = services.platform.as_ref();
    Ok(posting::can_post(platform, context.server, place, thread).await?)
}

/// Refuses a role that a post would not ping, and the one that everybody has.
pub(super) async fn role(
    context: &Context,
    services: &Services,
    place: ChannelId,
    role: RoleId,
) -> Result<(), CommandError> {
    let platform = services.platform.as_ref();
    Ok(posting::can_ping(platform, context.server, place, role).await?)
}

/// The themes of a daily for which a forum has no tag. A forum that takes no post without one is
/// refused if there are any.
pub(super) async fn tags(
    context: &Context,
    services: &Services,
    place: ChannelId,
    filter: &Filter,
) -> Result<Vec<String>, CommandError> {
    let (platform, corpus) = (services.platform.as_ref(), &services.corpus);
    Ok(posting::lacks_tags(platform, corpus, context.server, place, filter).await?)
}
