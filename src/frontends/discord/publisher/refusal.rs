//! What a fault of Discord's means for a job.

use std::time::Duration;

use super::super::rest::ApiError;
use super::Discord;
use crate::command::Permission;
use crate::messages::deliveries;
use crate::outbox::PublishError;
use domain::{ChannelId, ServerId};

/// Discord's codes, from its list of JSON error codes.
pub(super) mod code {
    pub(in super::super) const UNKNOWN_CHANNEL: u64 = 10003;
    pub(in super::super) const UNKNOWN_GUILD: u64 = 10004;
    pub(in super::super) const UNKNOWN_MESSAGE: u64 = 10008;
    pub(in super::super) const CROSSPOSTED: u64 = 40033;
    pub(in super::super) const NO_ACCESS: u64 = 50001;
    pub(in super::super) const NO_PERMISSION: u64 = 50013;
    pub(in super::super) const ARCHIVED: u64 = 50083;
    pub(in super::super) const HAS_THREAD: u64 = 160_004;
    pub(in super::super) const LOCKED: u64 = 160_005;
    pub(in super::super) const TAG_REQUIRED: u64 = 40_067;
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
        Err(match (fault.status(), fault.code()) {
            (_, Some(code::NO_ACCESS | code::NO_PERMISSION)) => {
                PublishError::Forbidden(self.lacking(server, place).await)
            }
            (_, Some(code::LOCKED)) => PublishError::Forbidden(deliveries::thread_locked()),
            (_, Some(code::UNKNOWN_CHANNEL | code::UNKNOWN_MESSAGE | code::UNKNOWN_GUILD)) => {
                PublishError::NotFound
            }
            (_, Some(code::TAG_REQUIRED)) => {
                self.places.forget(server, place);
                PublishError::Forbidden(deliveries::tag_required(&[]))
            }
            (Some(403), _) => {
                tracing::warn!(%fault, "Discord refused a publication");
                PublishError::Forbidden(deliveries::forbidden())
            }
            (Some(404), _) => PublishError::NotFound,
            _ => match fault {
                ApiError::Limited(pause) => PublishError::RetryAfter(pause),
                ApiError::Lost(_) => PublishError::Unknown,
                // Nobody has told for how long: each try waits longer.
                ApiError::Server(_) | ApiError::Unreached(_) => {
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

    /// Says which permissions to give us in a place.
    pub(super) async fn lacking(&self, server: ServerId, place: ChannelId) -> String {
        // What we knew of it was wrong.
        self.places.forget(server, place);
        let standing = self.places.standing(server, place).await;
        let missing = match standing {
            Ok(Some(standing))
                if standing.missing.is_empty() && self.places.locked(place).await =>
            {
                return deliveries::thread_locked();
            }
            Ok(Some(standing)) if !standing.missing.is_empty() => standing.missing,
            Ok(_) => {
                return deliveries::forbidden();
            }
            Err(_) => return deliveries::missing(&[Permission::ViewChannel]),
        };
        deliveries::missing(&missing)
    }
}
