//! Keeps the dates of seminars: reminds those who come, and at its time starts a seminar or asks its
//! facilitator. Before either it looks at the event in the server's list, and follows what is there.
//!
//! It is no part of the scheduler, since it has to ask the platform, which may take its time.

mod look;
mod steps;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::command::Platform;
use crate::messages::seminar::meeting::moved_effects;
use crate::server_corpora::Books;
use crate::store::{self, NewMeeting, ServerTx, Store};
use domain::meeting::LocalTime;
use domain::{SeminarId, ServerId};

/// Keeps the meetings of all servers.
#[derive(Clone)]
pub struct Meetings {
    /// Every server's book.
    pub books: Books,
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// What only a frontend knows.
    pub platform: Arc<dyn Platform>,
}

/// How many meetings are looked after at once.
const AT_ONCE: u32 = 32;
/// The pause after the database failed.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_secs(1);
/// How often it is looked whether the rules of a time zone have changed.
const REFRESH: SignedDuration = SignedDuration::from_hours(1);

impl Meetings {
    /// Does what is due until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        let mut refresh = Timestamp::MIN;
        while !stop.is_cancelled() {
            let now = self.clock.now();
            if now >= refresh {
                self.logged(self.refresh(now).await);
                refresh = now.saturating_add(REFRESH).unwrap_or(now);
            }
            match self.do_some().await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => {
                    tracing::error!(?error, "the meetings are not looked after");
                    self.clock.wait_towards(self.clock.now() + AFTER_FAILURE).await;
                    continue;
                }
            }
            let next = self.logged(self.next().await).flatten();
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.store.meetings_changed() => {}
                () = self.clock.wait_towards(next.unwrap_or(refresh).min(refresh)) => {}
            }
        }
    }

    /// Does what is due now, and ends. It is [`Meetings::run`] for a clock that somebody sets by hand.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn fire_due(&self) -> store::Result<()> {
        while self.do_some().await? > 0 {}
        Ok(())
    }

    /// When something is due next, if anything is to come.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn next(&self) -> store::Result<Option<Timestamp>> {
        self.store.meetings_next().await
    }

    /// Looks after some of the meetings that are due, and says how many.
    async fn do_some(&self) -> store::Result<usize> {
        let due = self.store.meetings_due(self.clock.now(), AT_ONCE).await?;
        let done = join_all(due.iter().map(|(server, id)| self.attend(*server, *id))).await;
        done.into_iter().collect::<store::Result<()>>()?;
        Ok(due.len())
    }

    /// Moves the instants of meetings whose zone has other rules by now: the group agreed on what its
    /// clocks show.
    async fn refresh(&self, now: Timestamp) -> store::Result<()> {
        for (server, id) in self.store.meetings_ahead().await? {
            let Some(seminar) = self.store.read(server).seminar(id).await? else { continue };
            let Some(meeting) = &seminar.meeting else { continue };
            let shown = LocalTime::of(meeting.starts_at, &meeting.at.timezone);
            let Some(right) = meeting.at.occurrence().filter(|_| shown != meeting.at) else {
                continue;
            };
            tracing::info!(%server, seminar = %seminar.number, zone = meeting.at.timezone, "the rules of a time zone have changed");
            let new = NewMeeting {
                at: meeting.at.clone(),
                starts_at: right.at,
                minutes: None,
                opening: None,
            };
            self.set(server, id, &new, false, now).await?;
        }
        Ok(())
    }

    /// Gives a meeting another time. `followed`: that of its event.
    async fn set(
        &self,
        server: ServerId,
        id: SeminarId,
        new: &NewMeeting,
        followed: bool,
        now: Timestamp,
    ) -> store::Result<()> {
        let corpus = self.books.of(server).await?;
        let set = async |tx: &mut ServerTx| {
            let was = tx.seminar(id).await?;
            match was.zip(tx.set_meeting(id, new, now).await?) {
                Some((was, moved)) => {
                    tx.emit(|| moved_effects(&corpus, &was, &moved, followed), now).await
                }
                None => Ok(()),
            }
        };
        self.store.change(server, set).await
    }

    /// Logs a failure.
    fn logged<T>(&self, result: store::Result<T>) -> Option<T> {
        let log =
            |error: &store::Error| tracing::error!(?error, "the meetings are not looked after");
        result.inspect_err(log).ok()
    }
}
