//! Asks Discord about scheduled events: as they are now, and who is interested in them.

use jiff::Timestamp;
use serde::Deserialize;
use serenity::http::Route;
use serenity::model::id::ScheduledEventId;
use serenity::model::user::User;

use super::super::ids;
use super::super::permissions::CREATE_EVENTS;
use super::super::rest::{ApiError, Request};
use super::Places;
use crate::command::{SeenEvent, Unanswered};
use domain::{ChannelId, MemberId, MessageId, ServerId};

/// Discord's code of an event that is not there.
const UNKNOWN_EVENT: u64 = 10070;
/// Discord's code of somebody who is no member.
const UNKNOWN_MEMBER: u64 = 10007;
/// The numbers of an event that is announced, and of one that was called off.
const SCHEDULED: u8 = 1;
const CANCELED: u8 = 4;
/// How many are read at once, and how many pages.
const PAGE: usize = 100;
const PAGES: usize = 10;

#[derive(Deserialize)]
struct Event {
    scheduled_start_time: Timestamp,
    status: u8,
}

#[derive(Deserialize)]
struct Interested {
    user: User,
    member: Option<Nick>,
}

#[derive(Deserialize)]
struct Nick {
    nick: Option<String>,
}

impl Places {
    /// A scheduled event as it is now.
    pub(super) async fn seen_event(
        &self,
        server: ServerId,
        event: MessageId,
    ) -> Result<SeenEvent, Unanswered> {
        let event_id = ScheduledEventId::new(event.0.cast_unsigned().max(1));
        let guild_id = ids::guild(server);
        let found: Event = match self.ask(Route::GuildScheduledEvent { guild_id, event_id }).await {
            Ok(found) => found,
            Err(fault) if fault.code() == Some(UNKNOWN_EVENT) => return Ok(SeenEvent::Gone),
            Err(fault) => return Err(Unanswered(fault.to_string())),
        };
        // Whoever cancels an event means what they mean who delete it.
        if found.status == CANCELED {
            return Ok(SeenEvent::Gone);
        }
        let interested = self.interested(server, event_id).await;
        let interested = interested.map_err(|fault| Unanswered(fault.to_string()))?;
        let (starts_at, begun) = (found.scheduled_start_time, found.status != SCHEDULED);
        Ok(SeenEvent::There { starts_at, begun, interested })
    }

    async fn interested(
        &self,
        server: ServerId,
        event_id: ScheduledEventId,
    ) -> Result<Vec<(MemberId, String)>, ApiError> {
        let guild_id = ids::guild(server);
        let (mut all, mut after) = (Vec::new(), 0);
        for _ in 0..PAGES {
            let query = [
                ("limit", PAGE.to_string()),
                ("with_member", "true".to_owned()),
                ("after", after.to_string()),
            ];
            let route = Route::GuildScheduledEventUsers { guild_id, event_id };
            let request = Request::get(route).query(&query).within(self.patience);
            let body = self.sender.send(request).await?;
            let page: Vec<Interested> = serde_json::from_value(body)
                .map_err(|error| ApiError::Invalid(error.to_string()))?;
            let count = page.len();
            for Interested { user, member } in page {
                after = after.max(user.id.get());
                // Who has left the server is nobody to remind.
                let Some(member) = member.filter(|_| !user.bot) else { continue };
                let name = member.nick.unwrap_or_else(|| user.display_name().to_owned());
                all.push((MemberId(user.id.get().cast_signed()), name));
            }
            if count < PAGE {
                break;
            }
        }
        Ok(all)
    }

    /// Whether we may make events of a place.
    pub(super) async fn may_make_events(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> Result<bool, ApiError> {
        let channel = self.channel(place).await?;
        let have = self.permissions(server, &channel).await?;
        Ok(have.contains(CREATE_EVENTS))
    }

    /// Whether somebody is surely no member any more.
    pub(super) async fn is_no_member(&self, server: ServerId, member: MemberId) -> bool {
        let (guild_id, user_id) = (ids::guild(server), ids::user(member));
        let found = self.ask::<serde_json::Value>(Route::GuildMember { guild_id, user_id }).await;
        found.is_err_and(|fault| fault.code() == Some(UNKNOWN_MEMBER))
    }
}
