//! Scheduled events, as the people of a server see and change them.

use jiff::Timestamp;

use super::{Member, Server};
use crate::Standin;
use crate::id::Id;
use crate::world::World;
use crate::world::events::{Event, status};

/// A scheduled event, as it stands in a server's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledEvent {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub description: String,
    /// Where it takes place, if that is not a channel.
    pub location: Option<String>,
    /// The voice or stage channel that it takes place in.
    pub channel: Option<Id>,
    /// When it starts.
    pub starts: Timestamp,
    /// When it ends, if that is said.
    pub ends: Option<Timestamp>,
    /// How far it is: 1 scheduled, 2 active, 3 completed, 4 cancelled.
    pub status: u8,
    /// Who is interested.
    pub interested: Vec<Id>,
}

impl From<&Event> for ScheduledEvent {
    fn from(event: &Event) -> Self {
        Self {
            id: event.id,
            name: event.name.clone(),
            description: event.description.clone().unwrap_or_default(),
            location: event.location.clone(),
            channel: event.channel,
            starts: event.starts,
            ends: event.ends,
            status: event.status,
            interested: event.interested.clone(),
        }
    }
}

impl Server {
    /// All its events, those that are over too, in the order of their making.
    #[must_use]
    pub fn events(&self) -> Vec<ScheduledEvent> {
        let mut world = self.shared.world();
        world.pass_time();
        world.events.iter().filter(|it| it.guild == self.id).map(Into::into).collect()
    }

    /// Waits until its events are like this, and hands them back.
    ///
    /// # Panics
    /// If they are not in time.
    pub async fn wait_for_events(
        &self,
        wanted: impl Fn(&[ScheduledEvent]) -> bool,
        patience: std::time::Duration,
    ) -> Vec<ScheduledEvent> {
        let found = super::wait(&self.shared, patience, || {
            let events = self.events();
            wanted(&events).then_some(events)
        });
        match found.await {
            Some(events) => events,
            None => panic!("the events are {:#?}", self.events()),
        }
    }

    /// Somebody who may manage events moves one; how long it takes stays as it is.
    pub fn move_event(&self, id: Id, starts: Timestamp) {
        self.with_event(id, |event| {
            let by = starts.duration_since(event.starts);
            event.ends = event.ends.and_then(|ends| ends.checked_add(by).ok());
            event.starts = starts;
        });
    }

    /// Somebody who may manage events calls one off.
    pub fn cancel_event(&self, id: Id) {
        self.with_event(id, |event| event.status = status::CANCELED);
    }

    /// Somebody who may manage events deletes one.
    pub fn delete_event(&self, id: Id) {
        let mut world = self.shared.world();
        world.events.retain(|event| event.id != id);
        world.touch();
    }

    fn with_event(&self, id: Id, change: impl FnOnce(&mut Event)) {
        let mut world = self.shared.world();
        change_event(&mut world, id, change);
        world.touch();
    }
}

fn change_event(world: &mut World, id: Id, change: impl FnOnce(&mut Event)) {
    if let Some(event) = world.events.iter_mut().find(|event| event.id == id) {
        change(event);
    }
}

impl Member {
    /// Presses *Interested* on an event, or takes that back.
    pub fn is_interested(&self, event: Id, yes: bool) {
        let mut world = self.shared.world();
        change_event(&mut world, event, |event| {
            event.interested.retain(|other| *other != self.id);
            if yes {
                event.interested.push(self.id);
            }
        });
        world.touch();
    }
}

impl Standin {
    /// Puts the clock to this time, from which on it goes. Ids and events go by it, and it is never
    /// put back.
    pub fn set_time(&self, now: Timestamp) {
        let mut world = self.shared.world();
        world.mint.set_time(now);
        world.pass_time();
        world.touch();
    }
}
