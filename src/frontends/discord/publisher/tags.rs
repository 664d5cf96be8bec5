//! Forums' tags: those that fit a post, and those that are made.

use serde_json::{Value, json};
use serenity::http::Route;

use super::super::rest::Request;
use super::{Discord, ids};
use crate::command::{ChannelKind, Platform};
use crate::messages::{Card, Filed};
use crate::outbox::{Obstacle, PublishError, Published};
use domain::{ChannelId, ServerId, tags};

impl Discord {
    /// The numbers of a forum's tags that fit a card.
    pub(super) async fn tags(
        &self,
        server: ServerId,
        forum: ChannelId,
        card: &Card,
    ) -> Result<Vec<String>, PublishError> {
        let none = Filed::default();
        let filed = card.filed.as_ref().unwrap_or(&none);
        let (has, required) = self.places.tags(forum).await.unwrap_or_default();
        let names: Vec<String> = has.iter().map(|tag| tag.name.clone()).collect();
        let fitting = match filed.nearest {
            true => tags::nearest_to(&filed.tags, &names, required),
            false => tags::same(&filed.tags, &names),
        };
        if required && fitting.is_empty() {
            self.places.forget(server, forum);
            return Err(PublishError::Forbidden(Obstacle::TagRequired(filed.tags.clone())));
        }
        let number = |name: &&str| has.iter().find(|tag| tag.name == **name);
        Ok(fitting.iter().filter_map(number).map(|tag| tag.id.clone()).collect())
    }

    /// Makes the tags that a forum lacks, as far as we may and it has room.
    pub(super) async fn make_tags(
        &self,
        server: ServerId,
        forum: ChannelId,
        names: &[String],
    ) -> Result<Published, PublishError> {
        // What we know of it may be some seconds old, and what it has must not be lost.
        self.places.forget(server, forum);
        let kind = self.places.kind(forum).await;
        if self.judge(server, forum, kind).await? != ChannelKind::Forum {
            return Ok(Published::Done);
        }
        let filing = self.places.forum(server, forum).await.unwrap_or_default();
        let channel_id = ids::channel(forum);
        let channel = self.sender.send(Request::get(Route::Channel { channel_id })).await;
        let channel = self.judge(server, forum, channel).await?;
        let mut all = channel["available_tags"].as_array().cloned().unwrap_or_default();
        let has: Vec<String> = all.iter().filter_map(name).collect();
        let room = tags::MOST_IN_A_FORUM.saturating_sub(all.len());
        let mut missing = tags::missing(names, &has);
        missing.truncate(room);
        if missing.is_empty() || !filing.makes_tags {
            return Ok(Published::Done);
        }
        all.extend(missing.iter().map(|name| json!({"name": name})));
        let change = Request::patch(Route::Channel { channel_id }, json!({"available_tags": all}));
        let sent = self.sender.send(change).await;
        self.places.forget(server, forum);
        // Posts use the nearest that there are.
        if sent.as_ref().is_err_and(|fault| fault.status() == Some(403)) {
            return Ok(Published::Done);
        }
        self.judge(server, forum, sent).await.map(|_| Published::Done)
    }
}

fn name(tag: &Value) -> Option<String> {
    tag["name"].as_str().map(str::to_owned)
}
