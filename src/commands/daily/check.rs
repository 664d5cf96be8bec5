//! Refuses a daily that could not be posted, before it is made.

use crate::command::{ChannelKind, CommandError, Context, Permission, Services, UserError, sight};
use crate::messages::daily::{self, DailyError};
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
    let found = services.platform.place(context.server, place).await;
    let found = found.ok_or(UserError::from(DailyError::UnseenChannel))?;
    if found.kind == ChannelKind::Other {
        return Err(UserError::from(DailyError::WrongChannel).into());
    }
    if !found.missing.is_empty() {
        return Err(UserError::from(DailyError::Missing(found.missing)).into());
    }
    if thread && found.kind == ChannelKind::Thread {
        return Err(UserError::from(DailyError::ThreadInThread).into());
    }
    if thread && found.kind == ChannelKind::Voice {
        return Err(UserError::from(DailyError::ThreadInVoice).into());
    }
    if thread
        && found.kind != ChannelKind::Forum
        && !services.platform.threads(context.server, place).await
    {
        let missing = vec![Permission::CreatePublicThreads];
        return Err(UserError::from(DailyError::Missing(missing)).into());
    }
    Ok(found.kind)
}

/// Refuses a role that a post would not ping, and the one that everybody has.
pub(super) async fn role(
    context: &Context,
    services: &Services,
    place: ChannelId,
    role: RoleId,
) -> Result<(), CommandError> {
    let ping = services.platform.role(context.server, place, role).await;
    let ping = ping.ok_or(UserError::from(DailyError::UnknownRole))?;
    if ping.everyone {
        return Err(UserError::from(DailyError::PingsEveryone).into());
    }
    if !ping.allowed {
        return Err(UserError::from(DailyError::UnpingableRole(ping.name)).into());
    }
    Ok(())
}

/// The themes of a daily for which a forum has no tag. A forum that takes no post without one is
/// refused if there are any.
pub(super) async fn tags(
    context: &Context,
    services: &Services,
    place: ChannelId,
    filter: &Filter,
) -> Result<Vec<String>, CommandError> {
    let forum = services.platform.forum(context.server, place).await.unwrap_or_default();
    let has = |name: &str| forum.tags.iter().any(|tag| tag.to_lowercase() == name.to_lowercase());
    let mut missing: Vec<String> = Vec::new();
    for id in filter.ids(&services.corpus) {
        let names = daily::themes(&services.corpus, &id);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if !names.iter().any(|name| has(name)) {
            missing.extend(names.first().map(|name| (*name).to_owned()));
        }
    }
    missing.sort();
    missing.dedup();
    if forum.required && !missing.is_empty() {
        return Err(UserError::from(DailyError::TagRequired(missing)).into());
    }
    Ok(missing)
}
