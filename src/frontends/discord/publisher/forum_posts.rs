//! Posts of a forum: each has a name and tags, and Discord may refuse either.

use serde_json::{Value, json};
use serenity::http::Route;

use super::super::ids;
use super::super::render::Message;
use super::super::rest::{ApiError, Request};
use super::refusal::code;
use super::{Discord, mark, named};
use crate::messages::ui::spoiler::concealed;
use crate::messages::{Card, deliveries};
use crate::outbox::{Obstacle, OutboxJob, PublishError, Published};
use domain::ChannelId;

impl Discord {
    /// A new post in a forum. If its name is refused, it gets a plainer one; if its tags are, they are
    /// looked up anew, and left out if that does not help.
    pub(super) async fn post_in_forum(
        &self,
        job: &OutboxJob,
        forum: ChannelId,
        card: &Card,
        message: Message,
    ) -> Result<Published, PublishError> {
        let mut names = names(card).into_iter();
        let mut name = names.next();
        let mut tags = self.tags(job.server, forum, card).await?;
        let mut looked_up = false;
        let body = mark(job, message.new_body(false));
        loop {
            let post = json!({"name": name, "applied_tags": tags, "message": body});
            let sent = self.send_post(forum, post, &message).await;
            let Err(fault) = &sent else { return self.made(job, forum, sent).await };
            if fault.code() == Some(code::NO_PERMISSION) && !looked_up {
                // A tag may be for moderators by now.
                looked_up = true;
                self.places.forget(job.server, forum);
                let now = self.tags(job.server, forum, card).await?;
                if now == tags {
                    return self.made(job, forum, sent).await;
                }
                tags = now;
            } else if is_about_name(fault) && names.len() > 0 {
                name = names.next();
            } else if is_about_tags(fault) && !looked_up {
                looked_up = true;
                self.places.forget(job.server, forum);
                tags = self.tags(job.server, forum, card).await?;
            } else if is_about_tags(fault) && !tags.is_empty() {
                tags.clear();
            } else if fault.code() == Some(code::TAG_REQUIRED) {
                self.places.forget(job.server, forum);
                let wanted = card.filed.as_ref().map(|filed| filed.tags.clone());
                let obstacle = Obstacle::TagRequired(wanted.unwrap_or_default());
                return Err(PublishError::Forbidden(obstacle));
            } else {
                return self.made(job, forum, sent).await;
            }
        }
    }

    async fn send_post(
        &self,
        forum: ChannelId,
        post: Value,
        message: &Message,
    ) -> Result<Value, ApiError> {
        let route = Route::ChannelThreads { channel_id: ids::channel(forum) };
        let call = Request::post(route, post, false);
        self.sender.send(call.files(message.files.clone())).await
    }
}

/// Whether Discord does not take the name of a post or a thread.
pub(super) fn is_about_name(fault: &ApiError) -> bool {
    fault.names("name") || fault.code() == Some(code::AUTOMOD_NAME)
}

fn is_about_tags(fault: &ApiError) -> bool {
    fault.names("applied_tags") || fault.code() == Some(code::UNKNOWN_TAG)
}

/// What a card may be called as a post of a forum: the first name that Discord takes, the plainest
/// last.
pub(super) fn names(card: &Card) -> Vec<String> {
    let filed = card.filed.as_ref().map(|filed| filed.name.as_str());
    let title = card.title.as_deref();
    let mut names: Vec<String> =
        filed.into_iter().chain(title).map(|name| named(&concealed(name))).collect();
    names.push(deliveries::untitled());
    names.dedup();
    names
}
