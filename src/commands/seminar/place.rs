//! Whether a seminar can meet in a place: what is missing is said before it begins.

use crate::command::{ChannelKind, CommandError, Context, Permission, Services, UserError};
use domain::{ChannelId, tags};

/// What is to be known of a place before a seminar meets there.
pub(super) struct Ground {
    pub(super) kind: ChannelKind,
    /// What the facilitator should know: which tags will be used, for example.
    pub(super) notes: Vec<String>,
}

/// Looks at a place; `themes` are the names that its posts would be tagged with in a forum.
pub(super) async fn look(
    context: &Context,
    services: &Services,
    place: ChannelId,
    themes: &[String],
) -> Result<Ground, CommandError> {
    let standing = services.platform.place(context.server, place).await.ok_or_else(|| {
        UserError::refused(
            "I cannot see that channel. Give me View Channel and Send Messages there, or choose \
             another with `channel:`.",
        )
    })?;
    if standing.kind == ChannelKind::Other {
        let wrong = "A seminar meets in a text channel, a thread or a forum; choose one with \
                     `channel:`.";
        return Err(UserError::refused(wrong).into());
    }
    if !standing.missing.is_empty() {
        return Err(lacking(&standing.missing).into());
    }
    let notes = match standing.kind {
        ChannelKind::Forum => forum(context, services, place, themes).await?,
        _ => Vec::new(),
    };
    Ok(Ground { kind: standing.kind, notes })
}

async fn forum(
    context: &Context,
    services: &Services,
    place: ChannelId,
    themes: &[String],
) -> Result<Vec<String>, CommandError> {
    let forum = services.platform.forum(context.server, place).await.unwrap_or_default();
    if !forum.missing.is_empty() {
        return Err(lacking(&forum.missing).into());
    }
    let missing = tags::missing(themes, &forum.tags);
    let can_make = if forum.makes_tags { forum.room } else { 0 };
    let (made, not_made) = missing.split_at(missing.len().min(can_make));
    if forum.required && forum.tags.is_empty() && made.is_empty() {
        return Err(UserError::refused(format!(
            "That forum takes no post without a tag, and I may not make one. Add a tag to it, for \
             example “{}”, or give me Manage Channels there.",
            themes.first().map_or("Seminar", String::as_str)
        ))
        .into());
    }
    let mut notes = Vec::new();
    if !made.is_empty() {
        notes.push(format!("I will make these tags in the forum: {}.", made.join(", ")));
    }
    for theme in not_made {
        let nearest = tags::nearest_to(std::slice::from_ref(theme), &forum.tags, forum.required);
        notes.push(match nearest.first() {
            Some(tag) => format!("The forum has no tag “{theme}”; I will use “{tag}”."),
            None => format!("The forum has no tag “{theme}”, so its post goes up without one."),
        });
    }
    Ok(notes)
}

fn lacking(missing: &[Permission]) -> UserError {
    let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
    UserError::refused(format!(
        "I lack {} there, so the seminar could not go on. Give me that in the channel's settings, \
         then try again.",
        names.join(", ")
    ))
}
