//! What a fault of Discord's means for a job.

use std::time::Duration;

use super::super::rest::ApiError;
use super::Discord;
use crate::command::Permission;
use crate::outbox::{ContentFilter, Obstacle, PublishError};
use domain::{ChannelId, ServerId};

/// Discord's codes, from its list of JSON error codes.
pub(super) mod code {
    pub(in super::super) const UNKNOWN_CHANNEL: u64 = 10003;
    pub(in super::super) const UNKNOWN_GUILD: u64 = 10004;
    pub(in super::super) const UNKNOWN_MESSAGE: u64 = 10008;
    pub(in super::super) const UNKNOWN_EVENT: u64 = 10070;
    pub(in super::super) const UNKNOWN_TAG: u64 = 10087;
    pub(in super::super) const MAX_EVENTS: u64 = 30038;
    pub(in super::super) const TOO_MANY_PINS: u64 = 30003;
    pub(in super::super) const CROSSPOSTED: u64 = 40033;
    pub(in super::super) const FORUM: u64 = 40058;
    pub(in super::super) const TAG_REQUIRED: u64 = 40_067;
    pub(in super::super) const NO_ACCESS: u64 = 50001;
    pub(in super::super) const NOT_A_TEXT_CHANNEL: u64 = 50008;
    pub(in super::super) const NO_PERMISSION: u64 = 50013;
    pub(in super::super) const ARCHIVED: u64 = 50083;
    pub(in super::super) const HAS_THREAD: u64 = 160_004;
    pub(in super::super) const LOCKED: u64 = 160_005;
    pub(in super::super) const MAX_THREADS: u64 = 160_006;
    pub(in super::super) const MAX_ANNOUNCEMENT_THREADS: u64 = 160_007;
    pub(in super::super) const FINISHED_EVENT: u64 = 180_000;
    pub(in super::super) const AUTOMOD: u64 = 200_000;
    pub(in super::super) const AUTOMOD_NAME: u64 = 200_001;
    pub(in super::super) const BLOCKED_LINK: u64 = 240_000;
}

/// The filter that blocks a message for its words, if one does.
pub(in super::super) fn filter(fault: &ApiError) -> Option<ContentFilter> {
    match fault.code() {
        Some(code::AUTOMOD) => Some(ContentFilter::AutoMod),
        Some(code::BLOCKED_LINK) => Some(ContentFilter::Links),
        _ => None,
    }
}

impl Discord {
    /// What a fault means for a job.
    pub(super) async fn judge<T>(
        &self,
        server: ServerId,
        place: ChannelId,
        sent: Result<T, ApiError>,
    ) -> Result<T, PublishError> {
        let fault = match sent {
            Ok(sent) => return Ok(sent),
            Err(fault) => fault,
        };
        if let Some(filter) = filter(&fault) {
            return Err(PublishError::Filtered(filter));
        }
        Err(match (fault.status(), fault.code()) {
            (_, Some(code::NO_ACCESS | code::NO_PERMISSION)) => {
                PublishError::Forbidden(self.lacking(server, place).await)
            }
            (_, Some(code::LOCKED)) => PublishError::Forbidden(Obstacle::ThreadLocked),
            (_, Some(code::MAX_THREADS | code::MAX_ANNOUNCEMENT_THREADS)) => {
                PublishError::Forbidden(Obstacle::TooManyThreads)
            }
            (_, Some(code::TOO_MANY_PINS)) => PublishError::Forbidden(Obstacle::TooManyPins),
            (_, Some(code::UNKNOWN_CHANNEL | code::UNKNOWN_MESSAGE | code::UNKNOWN_GUILD)) => {
                PublishError::NotFound
            }
            (_, Some(code::TAG_REQUIRED)) => {
                self.places.forget(server, place);
                PublishError::Forbidden(Obstacle::TagRequired(Vec::new()))
            }
            (Some(403), _) => {
                tracing::warn!(%fault, "Discord refused a publication");
                PublishError::Forbidden(Obstacle::Unexplained)
            }
            (Some(404), _) => PublishError::NotFound,
            _ => match fault {
                ApiError::Limited(pause) => PublishError::RetryAfter(pause),
                ApiError::Lost(_) => PublishError::Unknown,
                // Nobody has told for how long: each try waits longer.
                ApiError::Server(_) | ApiError::Unreached(_) | ApiError::Intercepted(_) => {
                    PublishError::RetryAfter(Duration::ZERO)
                }
                ApiError::Held | ApiError::Unauthorized => {
                    PublishError::RetryAfter(Duration::from_secs(300))
                }
                ApiError::Refused { .. } | ApiError::Invalid(_) => {
                    PublishError::Invalid(fault.to_string())
                }
            },
        })
    }

    /// What keeps us from posting in a place.
    pub(super) async fn lacking(&self, server: ServerId, place: ChannelId) -> Obstacle {
        // What we knew of it was wrong.
        self.places.forget(server, place);
        match self.places.standing(server, place).await {
            Ok(Some(standing)) if !standing.missing.is_empty() => {
                Obstacle::Missing(standing.missing)
            }
            Ok(Some(_)) if self.places.locked(place).await => Obstacle::ThreadLocked,
            Ok(_) => Obstacle::Unexplained,
            Err(fault) if fault.may_pass() => Obstacle::Unexplained,
            Err(_) => Obstacle::Missing(vec![Permission::ViewChannel]),
        }
    }

    /// What keeps us from pinning a message in a place.
    pub(super) async fn lacking_for_pin(&self, server: ServerId, place: ChannelId) -> Obstacle {
        self.places.forget(server, place);
        if self.places.may_pin(server, place).await.is_ok_and(|may| !may) {
            return Obstacle::Missing(vec![Permission::PinMessages]);
        }
        self.lacking(server, place).await
    }

    /// What keeps us from opening a thread in a place.
    pub(super) async fn lacking_for_thread(&self, server: ServerId, place: ChannelId) -> Obstacle {
        self.places.forget(server, place);
        if self.places.may_open_threads(server, place).await.is_ok_and(|may| !may) {
            return Obstacle::Missing(vec![Permission::CreatePublicThreads]);
        }
        self.lacking(server, place).await
    }
}
