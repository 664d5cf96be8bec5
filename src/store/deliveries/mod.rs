//! Deliveries: one row a schedule and local day, made before anything is sent.

pub(super) mod old;
mod outcome;

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

pub(super) use self::outcome::Posted;
use super::decks::Drawing;
use super::outbox::Entry;
use super::row::kind_of;
use super::{Result, ServerTx};
use crate::messages::Effect;
use crate::messages::daily::Daily;
use domain::schedule::Occurrence;
use domain::{ChannelId, ChannelKind, Corpus, DeliveryId, RequestId, ScheduleId};

/// What a delivery is for: each comes once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A local date that its schedule is scheduled for.
    Day(Date),
    /// Somebody's request to have one right now.
    Now(RequestId),
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Now(request) => write!(f, "now:{request}"),
        }
    }
}

impl Slot {
    /// What the delivery's message is known by: at most 25 characters, however large the ids are, and
    /// the same if the database is put back to an older day.
    fn key(self, schedule: ScheduleId) -> String {
        match self {
            Self::Day(date) => format!("d{:x}-{}", schedule.0, date.strftime("%y%m%d")),
            Self::Now(request) => format!("n{request}"),
        }
    }
}

/// One slot of a schedule, about to be delivered.
#[derive(Clone, Debug)]
pub struct Due {
    /// Which schedule.
    pub schedule: ScheduleId,
    /// Where it goes.
    pub place: ChannelId,
    /// What for.
    pub slot: Slot,
    /// The local date it counts as.
    pub day: Date,
    /// When it was due.
    pub due_at: Timestamp,
    /// The schedule's next time after it; `None` leaves that as it is.
    pub next_at: Option<Timestamp>,
    /// From when on its message says that it is late.
    pub late_at: Option<Timestamp>,
    /// From when on it is missed.
    pub give_up_at: Timestamp,
    /// What its quote is drawn by.
    pub seed: u64,
    /// Now.
    pub now: Timestamp,
}

/// What became of a slot that was due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// It is recorded, and its quote is drawn: it can be posted.
    Drawn(NewDelivery),
    /// That slot was recorded before.
    Before,
    /// No quote matches the schedule.
    NoMatch,
    /// There is no such schedule, or it is paused.
    Gone,
}

/// A delivery about to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDelivery {
    /// Its number.
    pub id: DeliveryId,
    /// Its quote.
    pub quote: String,
    kind: ChannelKind,
}

impl ServerTx {
    /// Notes what is due, once a schedule and slot, draws its quote, and sets the schedule's next
    /// time. A delivery that was on hold keeps its quote, if the book still has it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn deliver(&mut self, due: &Due, corpus: &Corpus) -> Result<Delivered> {
        if let Some(next_at) = due.next_at {
            self.drop_held(due.schedule, Some(due.slot)).await?;
            self.advance(due.schedule, next_at).await?;
        }
        self.drop_old_deliveries(due.schedule, due.day).await?;
        let Some((id, held)) = self.record(due).await? else {
            let exists = self.exists(due.schedule).await?;
            return Ok(if exists { Delivered::Before } else { Delivered::Gone });
        };
        let quote = match held.filter(|quote| corpus.quote(quote).is_some()) {
            Some(held) => Some(held),
            None => self.draw_for(id, due, corpus).await?,
        };
        let Some(quote) = quote else {
            self.set_delivery_state(id, "failed", Some(NO_MATCH)).await?;
            return Ok(Delivered::NoMatch);
        };
        let kind: String = self
            .statement("select kind from schedules where server = ?1 and id = ?2")
            .bind(due.schedule.0)
            .value()
            .await?;
        let kind = kind_of(&kind).unwrap_or(ChannelKind::Channel);
        Ok(Delivered::Drawn(NewDelivery { id, quote, kind }))
    }

    /// Puts the post of a delivery in the outbox, and notes the steps that follow it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn post_delivery(
        &mut self,
        due: &Due,
        new: &NewDelivery,
        daily: Daily,
    ) -> Result<()> {
        let takes_thread = matches!(new.kind, ChannelKind::Channel | ChannelKind::Announcements);
        let thread = daily.thread.filter(|_| takes_thread);
        let announce = new.kind == ChannelKind::Announcements;
        let steps = [
            Some(("message", None)),
            thread.map(|name| ("thread", Some(name))),
            announce.then_some(("announce", None)),
        ];
        for (step, detail) in steps.into_iter().flatten() {
            self.statement(
                "insert or ignore into steps (server, delivery, step, detail, state)
                 values (?1, ?2, ?3, ?4, 'due')",
            )
            .bind(new.id.0)
            .bind(step)
            .bind(detail)
            .execute()
            .await?;
        }
        let effect = Effect::Post { place: due.place, card: daily.card };
        self.enqueue(Entry {
            key: Some(due.slot.key(due.schedule)),
            schedule: Some(due.schedule),
            delivery: Some(new.id),
            late_at: due.late_at,
            give_up_at: due.give_up_at,
            ..Entry::new(effect, due.now)
        })
        .await
    }

    /// Notes that days were missed, and sets the schedule's next time. `None`: a delivery follows
    /// that sets it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn miss(
        &mut self,
        schedule: ScheduleId,
        missed: &[Occurrence],
        next_at: Option<Timestamp>,
    ) -> Result<()> {
        if next_at.is_some() {
            self.drop_held(schedule, None).await?;
        }
        for day in missed {
            self.statement(
                "insert into deliveries (schedule, server, place, slot, day, due_at, seed, state)
                 select id, server, place, ?3, ?3, ?4, 0, 'missed' from schedules
                 where server = ?1 and id = ?2 and removed_at is null
                 on conflict do nothing",
            )
            .bind(schedule.0)
            .bind(day.date.to_string())
            .bind(day.at.as_millisecond())
            .execute()
            .await?;
        }
        match next_at {
            Some(next_at) => self.advance(schedule, next_at).await,
            None => Ok(()),
        }
    }

    /// Takes back what has surely not gone out yet, for a schedule that pauses or ends.
    pub(super) async fn take_back(&mut self, schedule: ScheduleId) -> Result<()> {
        self.drop_held(schedule, None).await?;
        for id in self.take_back_posts(schedule).await? {
            self.delivery_missed(id).await?;
        }
        // It is looked at again when it goes on.
        self.statement(
            "update schedules set suspended_at = null, trouble = null where server = ?1 and id = ?2",
        )
        .bind(schedule.0)
        .execute()
        .await?;
        Ok(())
    }

    /// Sets a schedule's next time.
    pub(super) async fn advance(&mut self, schedule: ScheduleId, next_at: Timestamp) -> Result<()> {
        self.statement("update schedules set next_at = ?3 where server = ?1 and id = ?2")
            .bind(schedule.0)
            .bind(next_at.as_millisecond())
            .execute()
            .await?;
        Ok(())
    }

    /// Records a delivery, or takes up one that was on hold, or that a clock which was ahead has
    /// taken for missed; `None` if that slot was delivered before
    /// or the schedule is paused. Hands back the quote of one on hold.
    async fn record(&mut self, due: &Due) -> Result<Option<(DeliveryId, Option<String>)>> {
        let row: Option<(i64, Option<String>)> = self
            .statement(
                "insert into deliveries (schedule, server, place, slot, day, due_at, seed, state)
                 select id, server, place, ?3, ?4, ?5, ?6, 'due' from schedules
                 where server = ?1 and id = ?2 and removed_at is null
                   and (?7 or (paused_at is null and suspended_at is null))
                 on conflict (schedule, slot) do update set state = 'due', problem = null
                     where deliveries.state in ('held', 'missed')
                 returning id, quote",
            )
            .bind(due.schedule.0)
            .bind(due.slot.to_string())
            .bind(due.day.to_string())
            .bind(due.due_at.as_millisecond())
            .bind(due.seed.cast_signed())
            .bind(matches!(due.slot, Slot::Now(_)))
            .optional()
            .await?;
        Ok(row.map(|(id, quote)| (DeliveryId(id), quote)))
    }

    async fn draw_for(
        &mut self,
        id: DeliveryId,
        due: &Due,
        corpus: &Corpus,
    ) -> Result<Option<String>> {
        let Due { schedule, place, day, seed, .. } = *due;
        let quote = self.draw(id, Drawing { schedule, place, day, seed }, corpus).await?;
        self.statement("update deliveries set quote = ?3 where server = ?1 and id = ?2")
            .bind(id.0)
            .bind(&quote)
            .execute()
            .await?;
        Ok(quote)
    }

    /// What was on hold for another day than `keep` is missed.
    async fn drop_held(&mut self, schedule: ScheduleId, keep: Option<Slot>) -> Result<()> {
        let held: Vec<i64> = self
            .statement(
                "select id from deliveries
                 where server = ?1 and schedule = ?2 and state = 'held' and slot is not ?3",
            )
            .bind(schedule.0)
            .bind(keep.map(|slot| slot.to_string()))
            .values()
            .await?;
        for id in held {
            self.delivery_missed(DeliveryId(id)).await?;
        }
        Ok(())
    }

    async fn exists(&mut self, schedule: ScheduleId) -> Result<bool> {
        self.statement(
            "select exists (select 1 from schedules
                            where server = ?1 and id = ?2 and removed_at is null)",
        )
        .bind(schedule.0)
        .value()
        .await
    }
}

/// Why a delivery failed, as [`crate::messages::daily`] knows it.
const NO_MATCH: &str = "no-match";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::ui::limits::NONCE;

    #[test]
    fn discord_takes_the_key_of_any_slot() {
        let day = Slot::Day(jiff::civil::date(2026, 11, 23));
        assert_eq!(day.key(ScheduleId(31)), "d1f-261123");
        for slot in [day, Slot::Now(RequestId(i64::MAX))] {
            let key = slot.key(ScheduleId(i64::MAX));
            assert!(key.len() <= NONCE && key.is_ascii(), "{key}");
        }
    }
}
