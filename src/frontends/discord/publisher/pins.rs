//! Pinned messages.

use serde_json::Value;
use serenity::http::Route;

use super::super::rest::Request;
use super::refusal::code;
use super::{Discord, ids, route};
use crate::outbox::{OutboxJob, PublishError, Published};
use domain::{Address, ServerId};

impl Discord {
    /// Pins a message. The channel is told of each pin, so one that may be done is looked up first.
    pub(super) async fn pin(
        &self,
        job: &OutboxJob,
        at: Address,
    ) -> Result<Published, PublishError> {
        if job.unsure && self.is_pinned(job.server, at).await? {
            return Ok(Published::Done);
        }
        // Serenity knows the older route alone, which is about to go.
        let older = Route::ChannelPin {
            channel_id: ids::channel(at.place),
            message_id: ids::message(at.message),
        };
        let path = format!("/channels/{}/messages/pins/{}", at.place, at.message);
        let sent = self.sender.send(Request::put_empty(older).at(path)).await;
        match sent.as_ref().map_err(super::super::rest::ApiError::code) {
            Err(Some(code::NO_ACCESS | code::NO_PERMISSION)) => {
                let obstacle = self.lacking_for_pin(job.server, at.place).await;
                Err(PublishError::Forbidden(obstacle))
            }
            _ => self.judge(job.server, at.place, sent).await.map(|_| Published::Done),
        }
    }

    async fn is_pinned(&self, server: ServerId, at: Address) -> Result<bool, PublishError> {
        let message = self.sender.send(Request::get(route(at))).await;
        let message = self.judge(server, at.place, message).await?;
        Ok(message["pinned"] == Value::Bool(true))
    }
}
