//! What commands must know of Discord before they decide: what a place is, and what we may do there.

mod events;
mod name_lookup;
mod sights;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serenity::http::Route;
use serenity::model::permissions::Permissions;

use super::files::Files;
use super::permissions::{Channel, Ourselves, PIN_MESSAGES, Role, Tag, missing};
use super::rest::{ApiError, Request, Sender};
use super::ttl_cache::Recent;
use super::{ids, interaction};
use crate::command::{
    Attachment, BoxFuture, ChannelKind, ChannelPermissions, Forum, Permission, Ping, Platform,
    SeenEvent, Sight, Unanswered, UserError, Viewer,
};
use domain::{ChannelId, MemberId, MessageId, RoleId, ServerId, tags};
use interaction::SeenChannel;

/// How many answers are kept, and for how long: long enough for a row of commands, and short
/// enough that a permission just given counts.
const KEPT: usize = 1_000;
const FRESH: Duration = Duration::from_secs(10);
/// How many threads are remembered by their channel, which does not change, and for how long.
const MOST_THREADS: usize = 10_000;
const THREADS_LAST: Duration = Duration::from_secs(3_600);
/// How long a command may wait for us: it has to answer within three seconds.
const PATIENCE: Duration = Duration::from_millis(2_000);

/// What was asked lately.
type Memory<K, V> = Arc<Mutex<Recent<K, Arc<V>>>>;

/// Asks Discord about places. Cheap to clone.
#[derive(Clone)]
pub(super) struct Places {
    sender: Sender,
    me: MemberId,
    files: Files,
    channels: Memory<ChannelId, Channel>,
    servers: Memory<ServerId, Ourselves>,
    in_threads: Memory<(ChannelId, MemberId), bool>,
    threads: Memory<ChannelId, Channel>,
    seen: Memory<ChannelId, SeenChannel>,
    patience: Duration,
    unanswered: Arc<AtomicU64>,
}

#[derive(Deserialize)]
struct Member {
    roles: Vec<String>,
}

impl Places {
    pub(super) fn new(sender: Sender, me: MemberId, files: Files) -> Self {
        let channels = Arc::new(Mutex::new(Recent::new(KEPT, FRESH)));
        let servers = Arc::new(Mutex::new(Recent::new(KEPT, FRESH)));
        let in_threads = Arc::new(Mutex::new(Recent::new(KEPT, FRESH)));
        let threads = Arc::new(Mutex::new(Recent::new(MOST_THREADS, THREADS_LAST)));
        let seen = Arc::new(Mutex::new(Recent::new(KEPT, FRESH)));
        Self {
            sender,
            me,
            files,
            channels,
            servers,
            in_threads,
            threads,
            seen,
            patience: PATIENCE,
            unanswered: Arc::default(),
        }
    }

    /// The same for somebody who can wait so long for an answer.
    pub(super) fn patient(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Notes what Discord has said of channels by itself, so that it need not be asked.
    pub(super) fn note(&self, channels: &[SeenChannel]) {
        for channel in channels {
            keep(&self.seen, channel.id, &Arc::new(*channel));
        }
    }

    /// How many questions Discord has left without an answer: of those, all was taken to be well.
    pub(super) fn unanswered(&self) -> u64 {
        self.unanswered.load(Ordering::Relaxed)
    }

    /// Not known is not refused: what cannot be done will be said when it is tried.
    fn not_known(&self, what: &'static str, fault: &ApiError) {
        self.unanswered.fetch_add(1, Ordering::Relaxed);
        tracing::warn!(what, %fault, "Discord has left a question without an answer");
    }

    /// What a place is.
    pub(super) async fn kind(&self, place: ChannelId) -> Result<ChannelKind, ApiError> {
        if let Some(seen) = look(&self.seen, &place) {
            return Ok(seen.kind);
        }
        Ok(kind(&*self.channel(place).await?))
    }

    /// Discord's number of what a place is, if it can be told.
    pub(super) async fn raw_kind(&self, place: ChannelId) -> Option<u8> {
        self.channel(place).await.ok().map(|channel| channel.kind)
    }

    /// What we may do in a place; a fault of kind 403 or 404 where there is none for us.
    pub(super) async fn standing(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> Result<Option<ChannelPermissions>, ApiError> {
        if let Some(seen) = look(&self.seen, &place) {
            let of_server = seen.server == server;
            let SeenChannel { kind, have, .. } = *seen;
            let missing = missing(kind, have);
            return Ok(of_server.then_some(ChannelPermissions { kind, missing }));
        }
        let channel = self.channel(place).await?;
        if channel.guild_id.as_deref() != Some(server.to_string().as_str()) {
            return Ok(None);
        }
        let kind = kind(&channel);
        let have = self.permissions(server, &channel).await?;
        Ok(Some(ChannelPermissions { kind, missing: missing(kind, have) }))
    }

    /// Our permissions in a channel; a thread has those of its channel.
    async fn permissions(
        &self,
        server: ServerId,
        channel: &Channel,
    ) -> Result<Permissions, ApiError> {
        let ourselves = self.ourselves(server).await?;
        Ok(match (kind(channel), &channel.parent_id) {
            (ChannelKind::Thread, Some(parent)) => {
                let parent = ChannelId(parent.parse().unwrap_or_default());
                ourselves.permissions(&*self.channel(parent).await?)
            }
            _ => ourselves.permissions(channel),
        })
    }

    /// Whether we may open threads under the messages of a place.
    pub(super) async fn may_open_threads(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> Result<bool, ApiError> {
        let channel = self.channel(place).await?;
        let have = self.permissions(server, &channel).await?;
        Ok(have.contains(Permissions::CREATE_PUBLIC_THREADS))
    }

    /// Whether we may pin the messages of a place.
    pub(super) async fn may_pin(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> Result<bool, ApiError> {
        let channel = self.channel(place).await?;
        let have = self.permissions(server, &channel).await?;
        Ok(have.contains(PIN_MESSAGES))
    }

    /// The tags of a forum that anyone may put on, and whether a post needs one.
    pub(super) async fn tags(&self, forum: ChannelId) -> Result<(Vec<Tag>, bool), ApiError> {
        let channel = self.channel(forum).await?;
        let free = channel.available_tags.iter().filter(|tag| !tag.moderated).cloned();
        Ok((free.collect(), channel.flags & REQUIRE_TAG != 0))
    }

    /// Whether a place is a thread that is locked.
    pub(super) async fn locked(&self, place: ChannelId) -> bool {
        let channel = self.channel(place).await.ok();
        channel.and_then(|channel| channel.thread_metadata).is_some_and(|thread| thread.locked)
    }

    async fn filing(&self, server: ServerId, place: ChannelId) -> Result<Option<Forum>, ApiError> {
        // Discord has just said what it is.
        if look(&self.seen, &place).is_some_and(|seen| seen.kind != ChannelKind::Forum) {
            return Ok(None);
        }
        let channel = self.channel(place).await?;
        if kind(&channel) != ChannelKind::Forum {
            return Ok(None);
        }
        let (free, required) = self.tags(place).await?;
        let have = self.permissions(server, &channel).await?;
        let writes = have.contains(Permissions::SEND_MESSAGES_IN_THREADS);
        let missing = (!writes).then_some(Permission::SendMessagesInThreads);
        Ok(Some(Forum {
            tags: free.into_iter().map(|tag| tag.name).collect(),
            required,
            makes_tags: have.contains(Permissions::MANAGE_CHANNELS),
            room: tags::MOST_IN_A_FORUM.saturating_sub(channel.available_tags.len()),
            missing: missing.into_iter().collect(),
        }))
    }

    async fn ping(
        &self,
        server: ServerId,
        place: ChannelId,
        role: RoleId,
    ) -> Result<Option<Ping>, ApiError> {
        let channel = self.channel(place).await?;
        let have = self.permissions(server, &channel).await?;
        let ourselves = self.ourselves(server).await?;
        let id = role.to_string();
        let known = ourselves.known.iter().find(|known| known.id == id);
        Ok(known.map(|known| Ping {
            name: known.name.clone(),
            allowed: known.mentionable || have.contains(Permissions::MENTION_EVERYONE),
            // The role that everyone has bears the server's number.
            everyone: id == server.to_string(),
        }))
    }

    /// Forgets a place of which something else has turned out.
    pub(super) fn forget(&self, server: ServerId, place: ChannelId) {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner).remove(&place);
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).remove(&place);
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).remove(&place);
        self.servers.lock().unwrap_or_else(PoisonError::into_inner).remove(&server);
    }

    async fn channel(&self, place: ChannelId) -> Result<Arc<Channel>, ApiError> {
        if let Some(known) = look(&self.channels, &place) {
            return Ok(known);
        }
        let channel_id = ids::channel(place);
        let channel = Arc::new(self.ask(Route::Channel { channel_id }).await?);
        keep(&self.channels, place, &channel);
        Ok(channel)
    }

    async fn ourselves(&self, server: ServerId) -> Result<Arc<Ourselves>, ApiError> {
        if let Some(known) = look(&self.servers, &server) {
            return Ok(known);
        }
        let (guild_id, user_id) = (ids::guild(server), ids::user(self.me));
        let (known, member) = tokio::try_join!(
            self.ask::<Vec<Role>>(Route::GuildRoles { guild_id }),
            self.ask::<Member>(Route::GuildMember { guild_id, user_id }),
        )?;
        let (id, roles) = (self.me.to_string(), member.roles);
        let ourselves = Arc::new(Ourselves { id, server: server.to_string(), roles, known });
        keep(&self.servers, server, &ourselves);
        Ok(ourselves)
    }

    async fn ask<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, ApiError> {
        let body = self.sender.send(Request::get(route).within(self.patience)).await?;
        serde_json::from_value(body).map_err(|error| ApiError::Invalid(error.to_string()))
    }
}

impl Platform for Places {
    fn download(&self, file: Attachment, most: u64) -> BoxFuture<'_, Result<Vec<u8>, UserError>> {
        Box::pin(async move { self.files.fetch(&file, most).await })
    }

    fn place(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> BoxFuture<'_, Option<ChannelPermissions>> {
        Box::pin(async move {
            match self.standing(server, place).await {
                Ok(standing) => standing,
                Err(fault) if matches!(fault.status(), Some(403 | 404)) => None,
                Err(fault) => {
                    self.not_known("a channel", &fault);
                    Some(ChannelPermissions { kind: ChannelKind::Channel, missing: Vec::new() })
                }
            }
        })
    }

    fn sights<'a>(
        &'a self,
        server: ServerId,
        viewer: Viewer<'a>,
        places: &'a [ChannelId],
    ) -> BoxFuture<'a, Vec<Sight>> {
        Box::pin(self.sights_of(server, viewer, places))
    }

    fn is_there(&self, server: ServerId, place: ChannelId) -> BoxFuture<'_, bool> {
        self.forget(server, place);
        Box::pin(async move { self.place(server, place).await.is_some() })
    }

    fn threads(&self, server: ServerId, place: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(async move {
            self.may_open_threads(server, place).await.unwrap_or_else(|fault| {
                self.not_known("threads", &fault);
                true
            })
        })
    }

    fn pins(&self, server: ServerId, place: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(async move {
            self.may_pin(server, place).await.unwrap_or_else(|fault| {
                self.not_known("pins", &fault);
                true
            })
        })
    }

    fn forum(&self, server: ServerId, place: ChannelId) -> BoxFuture<'_, Option<Forum>> {
        Box::pin(async move {
            self.filing(server, place).await.unwrap_or_else(|fault| {
                self.not_known("a forum", &fault);
                None
            })
        })
    }

    fn makes_events(&self, server: ServerId, place: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(async move {
            self.may_make_events(server, place).await.unwrap_or_else(|fault| {
                self.not_known("events", &fault);
                true
            })
        })
    }

    fn event(
        &self,
        server: ServerId,
        event: MessageId,
    ) -> BoxFuture<'_, Result<SeenEvent, Unanswered>> {
        Box::pin(self.seen_event(server, event))
    }

    fn has_left(&self, server: ServerId, member: MemberId) -> BoxFuture<'_, bool> {
        Box::pin(self.is_no_member(server, member))
    }

    fn link(&self, server: ServerId, place: ChannelId) -> Option<String> {
        Some(ids::link(server, place))
    }

    fn role(
        &self,
        server: ServerId,
        place: ChannelId,
        role: RoleId,
    ) -> BoxFuture<'_, Option<Ping>> {
        Box::pin(async move {
            self.ping(server, place, role).await.unwrap_or_else(|fault| {
                self.not_known("a role", &fault);
                Some(Ping { name: role.to_string(), allowed: true, everyone: false })
            })
        })
    }
}

/// Discord's flag of a forum that takes no post without a tag.
const REQUIRE_TAG: u64 = 1 << 4;

fn kind(channel: &Channel) -> ChannelKind {
    interaction::kind(channel.kind)
}

fn look<K: Copy + Eq + std::hash::Hash, V>(
    kept: &Mutex<Recent<K, Arc<V>>>,
    key: &K,
) -> Option<Arc<V>> {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.get(key, Instant::now()).cloned()
}

fn keep<K: Copy + Eq + std::hash::Hash, V>(
    kept: &Mutex<Recent<K, Arc<V>>>,
    key: K,
    value: &Arc<V>,
) {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.put(key, Arc::clone(value), Instant::now());
}
