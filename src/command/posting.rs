//! Whether we can post where we are to: the same questions for a new daily, for `/settings` and for
//! `commonplace check`.

use std::collections::BTreeMap;

use futures_util::future::join_all;

use super::{ChannelKind, Permission, Platform};
use crate::messages::daily::{self, DailyError};
pub use crate::messages::venue::{Use, Venue};
use domain::schedule::{Filter, Schedule};
use domain::{ChannelId, Corpus, RoleId, Seminar, ServerId};

/// What a server has us post, and where.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posts<'a> {
    /// Its dailies. Those that are paused post nothing.
    pub schedules: &'a [Schedule],
    /// Its open seminars.
    pub seminars: &'a [Seminar],
    /// Where facilitators are told about problems.
    pub problems: Option<ChannelId>,
}

/// Looks at every channel that a server has us post in. Those in which something is wrong come first.
pub async fn survey(
    platform: &dyn Platform,
    corpus: &Corpus,
    server: ServerId,
    posts: Posts<'_>,
) -> Vec<Venue> {
    let dailies = posts.schedules.iter().filter(|daily| daily.paused_at.is_none());
    let mut by_place: BTreeMap<ChannelId, Vec<(Use, Option<&Schedule>)>> = BTreeMap::new();
    let mut put = |place: ChannelId, of: Use, daily| {
        by_place.entry(place).or_default().push((of, daily));
    };
    dailies.for_each(|daily| put(daily.place, Use::Daily(daily.number), Some(daily)));
    for seminar in posts.seminars {
        put(seminar.place, Use::Seminar(seminar.number), None);
    }
    posts.problems.into_iter().for_each(|place| put(place, Use::Problems, None));
    let looks = by_place.into_iter().map(|(place, uses)| async move {
        let mut troubles = Vec::new();
        for (_, daily) in &uses {
            for trouble in troubles_of(platform, corpus, server, place, *daily).await {
                if !troubles.contains(&trouble) {
                    troubles.push(trouble);
                }
            }
        }
        Venue { place, uses: uses.into_iter().map(|(of, _)| of).collect(), troubles }
    });
    let mut venues = join_all(looks).await;
    venues.sort_by_key(|venue| venue.troubles.is_empty());
    venues
}

async fn troubles_of(
    platform: &dyn Platform,
    corpus: &Corpus,
    server: ServerId,
    place: ChannelId,
    daily: Option<&Schedule>,
) -> Vec<DailyError> {
    let thread = daily.is_some_and(|daily| daily.thread);
    let kind = match can_post(platform, server, place, thread).await {
        Ok(kind) => kind,
        Err(trouble) => return vec![trouble],
    };
    let Some(daily) = daily else {
        // A seminar's questions are posts of their own, in which its answers are shown.
        let forum = platform.forum(server, place).await.filter(|it| !it.missing.is_empty());
        return forum.map(|forum| DailyError::Missing(forum.missing)).into_iter().collect();
    };
    let mut troubles = Vec::new();
    if let Some(role) = daily.role {
        troubles.extend(can_ping(platform, server, place, role).await.err());
    }
    if kind == ChannelKind::Forum {
        let tags = lacks_tags(platform, corpus, server, place, &daily.filter).await;
        troubles.extend(tags.err());
    }
    troubles
}

/// Whether we could post a daily in a channel, with a thread under it; gives the channel's kind.
///
/// # Errors
/// What keeps us from it.
pub(crate) async fn can_post(
    platform: &dyn Platform,
    server: ServerId,
    place: ChannelId,
    thread: bool,
) -> Result<ChannelKind, DailyError> {
    let found = platform.place(server, place).await.ok_or(DailyError::UnseenChannel)?;
    if found.kind == ChannelKind::Other {
        return Err(DailyError::WrongChannel);
    }
    if !found.missing.is_empty() {
        return Err(DailyError::Missing(found.missing));
    }
    if thread && found.kind == ChannelKind::Thread {
        return Err(DailyError::ThreadInThread);
    }
    if thread && found.kind == ChannelKind::Voice {
        return Err(DailyError::ThreadInVoice);
    }
    if thread && found.kind != ChannelKind::Forum && !platform.threads(server, place).await {
        return Err(DailyError::Missing(vec![Permission::CreatePublicThreads]));
    }
    Ok(found.kind)
}

/// Whether a post would ping a role, and not everyone.
///
/// # Errors
/// The role is gone, is everyone's, or we may not ping it.
pub(crate) async fn can_ping(
    platform: &dyn Platform,
    server: ServerId,
    place: ChannelId,
    role: RoleId,
) -> Result<(), DailyError> {
    let ping = platform.role(server, place, role).await.ok_or(DailyError::UnknownRole)?;
    if ping.everyone {
        return Err(DailyError::PingsEveryone);
    }
    if !ping.allowed {
        return Err(DailyError::UnpingableRole(ping.name));
    }
    Ok(())
}

/// The themes of a daily for which a forum has no tag.
///
/// # Errors
/// There are any, and the forum takes no post without a tag.
pub(crate) async fn lacks_tags(
    platform: &dyn Platform,
    corpus: &Corpus,
    server: ServerId,
    place: ChannelId,
    filter: &Filter,
) -> Result<Vec<String>, DailyError> {
    let forum = platform.forum(server, place).await.unwrap_or_default();
    let has = |name: &str| forum.tags.iter().any(|tag| tag.to_lowercase() == name.to_lowercase());
    let mut missing: Vec<String> = Vec::new();
    for id in filter.matches(corpus).iter() {
        let names = daily::themes(corpus, id);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if !names.iter().any(|name| has(name)) {
            missing.extend(names.first().map(|name| (*name).to_owned()));
        }
    }
    missing.sort();
    missing.dedup();
    if forum.required && !missing.is_empty() {
        return Err(DailyError::TagRequired(missing));
    }
    Ok(missing)
}
