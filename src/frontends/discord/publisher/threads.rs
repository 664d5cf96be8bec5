//! Threads and posts: opened, archived, and woken for what is done in them.

use serde_json::{Value, json};
use serenity::http::Route;

use super::super::rest::{ApiError, Request};
use super::forum_posts::is_about_name;
use super::refusal::code;
use super::{Discord, ids, named};
use crate::command::ChannelKind;
use crate::messages::deliveries;
use crate::outbox::{PublishError, Published};
use domain::{Address, ChannelId, ServerId};

impl Discord {
    /// Opens a thread under a message.
    pub(super) async fn thread(
        &self,
        server: ServerId,
        under: Address,
        name: &str,
    ) -> Result<Published, PublishError> {
        let route = Route::ChannelMessageThreads {
            channel_id: ids::channel(under.place),
            message_id: ids::message(under.message),
        };
        // A message has one thread, so a second try makes no second thread.
        let open = |name: String| Request::post(route, json!({"name": name}), true);
        let mut sent = self.sender.send(open(named(name))).await;
        if sent.as_ref().is_err_and(is_about_name) {
            sent = self.sender.send(open(deliveries::untitled())).await;
        }
        match sent.as_ref().map_err(ApiError::code) {
            Err(Some(code::HAS_THREAD)) => {
                return Ok(Published::Thread(ChannelId(under.message.0)));
            }
            Err(Some(code::NO_ACCESS | code::NO_PERMISSION)) => {
                let obstacle = self.lacking_for_thread(server, under.place).await;
                return Err(PublishError::Forbidden(obstacle));
            }
            _ => {}
        }
        let sent = self.judge(server, under.place, sent).await?;
        let thread = ids::of(&sent["id"]).unwrap_or(under.message.0);
        Ok(Published::Thread(ChannelId(thread)))
    }

    /// Puts a thread or a post to rest. Whoever opened it may do that; for another's it takes
    /// Manage Threads.
    pub(super) async fn archive(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> Result<Published, PublishError> {
        let kind = self.places.kind(place).await;
        if kind.as_ref().is_err_and(|fault| fault.status() == Some(404)) {
            return Ok(Published::Done);
        }
        if self.judge(server, place, kind).await? != ChannelKind::Thread {
            return Ok(Published::Done);
        }
        let sent = self.set_archived(place, true).await;
        let done =
            |fault: &ApiError| matches!(fault.code(), Some(code::ARCHIVED | code::UNKNOWN_CHANNEL));
        if sent.as_ref().is_err_and(done) {
            return Ok(Published::Done);
        }
        self.judge(server, place, sent).await.map(|_| Published::Done)
    }

    /// Does something in a place; a thread that rests is woken for it and rests again afterwards.
    pub(super) async fn awake<'a>(
        &self,
        server: ServerId,
        place: ChannelId,
        call: impl Fn() -> Request<'a>,
    ) -> Result<Result<Value, ApiError>, PublishError> {
        let sent = self.sender.send(call()).await;
        if !sent.as_ref().is_err_and(|fault| fault.code() == Some(code::ARCHIVED)) {
            return Ok(sent);
        }
        let woken = self.set_archived(place, false).await;
        self.judge(server, place, woken).await?;
        let sent = self.sender.send(call()).await;
        if let Err(fault) = self.set_archived(place, true).await {
            // It goes to rest by itself when nothing is said there for a while.
            tracing::info!(%fault, "a thread was not archived again");
        }
        Ok(sent)
    }

    async fn set_archived(&self, thread: ChannelId, archived: bool) -> Result<Value, ApiError> {
        let route = Route::Channel { channel_id: ids::channel(thread) };
        self.sender.send(Request::patch(route, json!({"archived": archived}))).await
    }
}
