//! Whether a seminar can meet in a channel: what is missing is said before it begins.

use crate::command::{ChannelKind, Context, Permission, Services};
use crate::messages::seminar::{VenueError, VenueNote};
use domain::{ChannelId, tags};

/// What is to be known of a channel before a seminar meets there.
pub(super) struct Venue {
    pub(super) kind: ChannelKind,
    /// What the facilitator should know: which tags will be used, for example.
    pub(super) notes: Vec<VenueNote>,
}

/// Looks at a channel; `themes` are the names that its posts would be tagged with in a forum.
pub(super) async fn look(
    context: &Context,
    services: &Services,
    place: ChannelId,
    themes: &[String],
) -> Result<Venue, VenueError> {
    let channel = services.platform.place(context.server, place).await.ok_or(VenueError::Unseen)?;
    if channel.kind == ChannelKind::Other {
        return Err(VenueError::WrongKind);
    }
    has_all(&channel.missing)?;
    let notes = match channel.kind {
        ChannelKind::Forum => forum(context, services, place, themes).await?,
        _ => Vec::new(),
    };
    Ok(Venue { kind: channel.kind, notes })
}

async fn forum(
    context: &Context,
    services: &Services,
    place: ChannelId,
    themes: &[String],
) -> Result<Vec<VenueNote>, VenueError> {
    let forum = services.platform.forum(context.server, place).await.unwrap_or_default();
    has_all(&forum.missing)?;
    let missing = tags::missing(themes, &forum.tags);
    let can_make = if forum.makes_tags { forum.room } else { 0 };
    let (made, not_made) = missing.split_at(missing.len().min(can_make));
    if forum.required && forum.tags.is_empty() && made.is_empty() {
        return Err(VenueError::TagRequired(themes.first().cloned()));
    }
    let made = (!made.is_empty()).then(|| VenueNote::TagsToMake(made.to_vec()));
    let others = not_made.iter().map(|theme| {
        let nearest = tags::nearest_to(std::slice::from_ref(theme), &forum.tags, forum.required);
        let theme = theme.clone();
        match nearest.first() {
            Some(tag) => VenueNote::NearestTag { theme, tag: (*tag).to_owned() },
            None => VenueNote::NoTag(theme),
        }
    });
    Ok(made.into_iter().chain(others).collect())
}

fn has_all(missing: &[Permission]) -> Result<(), VenueError> {
    if missing.is_empty() {
        return Ok(());
    }
    Err(VenueError::Lacks(missing.iter().map(ToString::to_string).collect()))
}
