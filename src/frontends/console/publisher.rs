//! The way out and the questions that only a frontend can answer, for a server that is all here.

use std::sync::Arc;

use super::names;
use super::state::{SERVER, State};
use crate::command::{
    Attachment, BoxFuture, ChannelKind, ChannelPermissions, Forum, Ping, Platform, UserError,
};
use crate::messages::reading::ReadingError;
use crate::messages::{Card, Effect, console};
use crate::outbox::{OutboxJob, PublishError, Published, Publisher};
use domain::{ChannelId, RoleId, ServerId, tags};

/// Prints what goes to other places.
pub(super) struct Printed(pub(super) Arc<State>);

impl Publisher for Printed {
    async fn publish(&self, job: &OutboxJob) -> Result<Published, PublishError> {
        Ok(match &job.effect {
            Effect::Post { place, card } | Effect::Notice { place: Some(place), card, .. } => {
                let place = self.room_for(*place, card);
                Published::Message(self.0.post(place, card.clone(), None))
            }
            Effect::Beside { card, .. } | Effect::Remind { card, .. } => {
                let place = self.room_for(job.known_target()?.place, card);
                Published::Message(self.0.post(place, card.clone(), None))
            }
            Effect::Edit { card } => {
                let at = job.known_target()?;
                self.0.change(at, card.clone(), false);
                Published::Message(at)
            }
            Effect::Delete { .. } => {
                self.0.remove(job.known_target()?);
                Published::Done
            }
            Effect::Face { at, card } => {
                self.0.change(*at, card.clone(), false);
                Published::Message(*at)
            }
            Effect::Thread { under, name, .. } => {
                Published::Thread(self.0.open_thread(*under, name))
            }
            Effect::Notice { place: None, member, card } => {
                let here = self.0.asker(None).0;
                Published::Message(self.0.post(here, card.clone(), Some(*member)))
            }
            Effect::Archive { .. } => {
                self.0.archive(job.known_target()?.place);
                Published::Done
            }
            Effect::Pin { .. } => {
                self.0.pin(job.known_target()?);
                Published::Done
            }
            Effect::Tags { forum, names } => {
                self.0.make_tags(*forum, names);
                Published::Done
            }
            Effect::Event { event } => {
                self.0.say(&console::scheduled_event(event));
                // Nobody can change it there, so nobody has to look at it.
                Published::Done
            }
            // Nobody follows a channel of the console, and none is closed to us.
            Effect::Announce { .. } | Effect::Look { .. } => Published::Done,
        })
    }

    /// What an earlier run printed is no longer on the screen.
    async fn find_published(&self, _: &OutboxJob) -> Result<Option<Published>, PublishError> {
        Ok(None)
    }
}

impl Printed {
    /// Where a message goes: in a forum each is a post of its own. Its tags need not be known here:
    /// those of an earlier run are not.
    fn room_for(&self, place: ChannelId, card: &Card) -> ChannelId {
        if names::kind(place) != Some(ChannelKind::Forum) {
            return place;
        }
        let filed = card.filed.clone().unwrap_or_default();
        let title = Some(filed.name).filter(|name| !name.is_empty()).or(card.title.clone());
        let title = title.unwrap_or_else(console::untitled_post);
        let tags: Vec<String> = filed.tags.into_iter().take(tags::MOST_ON_A_POST).collect();
        self.0.open_post(place, &title, &tags)
    }
}

/// Every place of the console's server may be written in.
pub(super) struct Open(pub(super) Arc<State>);

impl Platform for Open {
    fn place(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> BoxFuture<'_, Option<ChannelPermissions>> {
        let kind = names::kind(place).filter(|_| server == SERVER);
        Box::pin(async move { kind.map(|kind| ChannelPermissions { kind, missing: Vec::new() }) })
    }

    fn forum(&self, _: ServerId, place: ChannelId) -> BoxFuture<'_, Option<Forum>> {
        let is_forum = names::kind(place) == Some(ChannelKind::Forum);
        let forum = is_forum.then(|| {
            let tags = self.0.tags(place);
            let room = tags::MOST_IN_A_FORUM.saturating_sub(tags.len());
            Forum { tags, room, makes_tags: true, ..Forum::default() }
        });
        Box::pin(std::future::ready(forum))
    }

    fn download(&self, file: Attachment, most: u64) -> BoxFuture<'_, Result<Vec<u8>, UserError>> {
        let unreadable = |error: std::io::Error| {
            let (file, reason) = (file.at.clone(), error.to_string());
            UserError::from(ReadingError::UnreadableFile { file, reason })
        };
        let read = std::fs::metadata(&file.at).map_err(unreadable).and_then(|found| {
            if found.len() > most {
                return Err(ReadingError::TooLarge(most / 1_000_000).into());
            }
            std::fs::read(&file.at).map_err(unreadable)
        });
        Box::pin(std::future::ready(read))
    }

    fn role(&self, _: ServerId, _: ChannelId, role: RoleId) -> BoxFuture<'_, Option<Ping>> {
        let ping = Ping { name: names::of_role(role), allowed: true, everyone: false };
        Box::pin(std::future::ready(Some(ping)))
    }
}
