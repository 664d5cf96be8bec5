//! Refuses at entry what could not go out later, with the reason.

use crate::command::{ChannelKind, CommandError, Context, Permission, Services, UserError};
use domain::schedule::Filter;
use domain::{ChannelId, RoleId};

/// Refuses a place where a word to the facilitators could not go out.
pub(in super::super) async fn can_post(
    context: &Context,
    services: &Services,
    given: ChannelId,
) -> Result<(), CommandError> {
    if place(context, services, given, false).await? == ChannelKind::Forum {
        let wrong = "Choose a channel or a thread: there are no messages in that one.";
        return Err(UserError::refused(wrong).into());
    }
    Ok(())
}

/// Refuses a place where a post could not go out. Says what kind of place it is.
pub(super) async fn place(
    context: &Context,
    services: &Services,
    place: ChannelId,
    thread: bool,
) -> Result<ChannelKind, CommandError> {
    let standing = services.platform.place(context.server, place).await.ok_or_else(|| {
        UserError::refused(
            "I cannot see that channel. Give me View Channel and Send Messages there, or choose \
             another.",
        )
    })?;
    if standing.kind == ChannelKind::Other {
        let wrong = "A daily needs a text channel, an announcement channel, a thread or a forum; \
                     choose another.";
        return Err(UserError::refused(wrong).into());
    }
    if !standing.missing.is_empty() {
        return Err(lacking(&standing.missing).into());
    }
    if thread && standing.kind == ChannelKind::Thread {
        let wrong = "That is a thread already, and a thread has none under its messages. Leave \
                     `thread:` out.";
        return Err(UserError::refused(wrong).into());
    }
    if thread
        && standing.kind != ChannelKind::Forum
        && !services.platform.threads(context.server, place).await
    {
        return Err(lacking(&[Permission::CreatePublicThreads]).into());
    }
    Ok(standing.kind)
}

fn lacking(missing: &[Permission]) -> UserError {
    let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
    UserError::refused(format!(
        "I lack {} in that channel. Give me that in the channel's settings, then try again.",
        names.join(", ")
    ))
}

/// Refuses a role that a post would not ping, and the one that everybody has.
pub(super) async fn role(
    context: &Context,
    services: &Services,
    place: ChannelId,
    role: RoleId,
) -> Result<(), CommandError> {
    let ping = services.platform.role(context.server, place, role).await;
    let ping = ping.ok_or_else(|| UserError::refused("There is no such role in this server."))?;
    if ping.everyone {
        let wrong = "A daily does not ping everyone. Make a role for those who want it, and choose \
                     that one.";
        return Err(UserError::refused(wrong).into());
    }
    if !ping.allowed {
        return Err(UserError::refused(format!(
            "I may not ping the role “{}”. Let anyone mention it in the role's settings, or give me \
             Mention Everyone in that channel; or leave `role:` out.",
            ping.name
        ))
        .into());
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
    let quotes =
        services.corpus.quotes().iter().filter(|quote| filter.admits(&services.corpus, quote));
    let mut missing: Vec<String> = Vec::new();
    for quote in quotes {
        let mut names = quote.themes.iter().filter_map(|id| services.corpus.theme(id));
        let names: Vec<&str> = names.by_ref().map(|theme| theme.name.as_str()).collect();
        if !names.iter().any(|name| has(name)) {
            missing.extend(names.first().map(|name| (*name).to_owned()));
        }
    }
    missing.sort();
    missing.dedup();
    if forum.required && !missing.is_empty() {
        return Err(UserError::refused(format!(
            "That forum takes no post without a tag, and has none for: {}. Add these tags to it, or \
             choose a theme that it has.",
            missing.join(", ")
        ))
        .into());
    }
    Ok(missing)
}
