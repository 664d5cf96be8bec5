//! What happens by itself: schedules that come due, and what goes to other places. In a terminal
//! that goes on while nobody types; a script's clock is set by hand, so there it goes on in between
//! the lines, and the same script gives the same.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::publisher::{Open, Printed};
use super::state::State;
use crate::meetings::Meetings;
use crate::metrics::Metrics;
use crate::outbox;
use crate::scheduler::Scheduler;
use crate::server_corpora::Books;
use crate::store::{self, Store};

/// How far a script's clock is put on after a line, at most, for what is not due at once: edits of
/// one message are gathered for a moment.
const PATIENCE: SignedDuration = SignedDuration::from_secs(5);

pub(super) struct Work {
    books: Books,
    store: Store,
    state: Arc<State>,
    publisher: Arc<Printed>,
    grace: SignedDuration,
    running: Option<Running>,
}

struct Running {
    stop: CancellationToken,
    tasks: [JoinHandle<()>; 3],
}

impl Work {
    /// `running`: it goes on by itself from here on.
    pub(super) fn new(
        books: Books,
        store: Store,
        state: &Arc<State>,
        grace: SignedDuration,
        running: bool,
    ) -> Self {
        let mut work = Self {
            books,
            store,
            state: Arc::clone(state),
            publisher: Arc::new(Printed(Arc::clone(state))),
            grace,
            running: None,
        };
        if running {
            work.start();
        }
        work
    }

    fn start(&mut self) {
        let stop = CancellationToken::new();
        let clock = self.state.clock.for_waiting();
        let outbox = outbox::run(self.store.clone(), self.publisher.clone(), clock, stop.clone());
        let scheduler = self.scheduler().run(stop.clone());
        let meetings = self.meetings().run(stop.clone());
        let tasks = [tokio::spawn(outbox), tokio::spawn(scheduler), tokio::spawn(meetings)];
        self.running = Some(Running { stop, tasks });
    }

    /// Finishes what is under way.
    pub(super) async fn finish(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        running.stop.cancel();
        for task in running.tasks {
            if task.await.is_err() {
                tracing::error!("what happens by itself came to a stop");
            }
        }
    }

    /// Before the first line of a script: takes up what an earlier run left.
    pub(super) async fn begin(&self) {
        if self.running.is_none() {
            self.note(self.store.release_claims().await.map(drop));
            self.settle().await;
        }
    }

    /// After a line of a script: does what it has brought about.
    pub(super) async fn settle(&self) {
        if self.running.is_none() {
            let until = self.state.clock.now() + PATIENCE;
            self.note(self.drive(until, false).await);
        }
    }

    /// Lets time go by, and does what comes due in it.
    pub(super) async fn pass(&mut self, span: Duration) {
        let was_running = self.running.is_some();
        self.finish().await;
        let span = SignedDuration::try_from(span).unwrap_or(SignedDuration::ZERO);
        let until = self.state.clock.now().saturating_add(span).unwrap_or(Timestamp::MAX);
        self.note(self.drive(until, true).await);
        self.state.clock.go_to(until);
        if was_running {
            self.start();
        }
    }

    /// Does what is due, and goes on to what is due next, up to `until`.
    async fn drive(&self, until: Timestamp, schedules: bool) -> store::Result<()> {
        loop {
            self.scheduler().fire_due().await?;
            self.meetings().fire_due().await?;
            let clock = self.state.clock.for_waiting();
            outbox::publish_due(&self.store, &self.publisher, clock).await?;
            let daily = if schedules { self.scheduler().next().await? } else { None };
            let meeting = if schedules { self.meetings().next().await? } else { None };
            let next =
                self.store.outbox_next().await?.into_iter().chain(daily).chain(meeting).min();
            match next.filter(|next| *next <= until) {
                Some(next) => self.state.clock.go_to(next),
                None => return Ok(()),
            }
        }
    }

    fn meetings(&self) -> Meetings {
        Meetings {
            books: self.books.clone(),
            store: self.store.clone(),
            clock: self.state.clock.for_waiting(),
            platform: Arc::new(Open(Arc::clone(&self.state))),
        }
    }

    fn scheduler(&self) -> Scheduler {
        Scheduler {
            books: self.books.clone(),
            store: self.store.clone(),
            clock: self.state.clock.for_waiting(),
            grace: self.grace,
            // Nobody leaves the terminal.
            keep: SignedDuration::MAX,
            seed: self.state.chance.draw(),
            metrics: Metrics::default(),
        }
    }

    fn note(&self, result: store::Result<()>) {
        if let Err(error) = result {
            tracing::error!(?error, "what was due was not done");
        }
    }
}
