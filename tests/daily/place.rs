//! A group with a daily, whose program can be killed and started again, and whose time is set.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use commonplace::clock::Clock;
use commonplace::metrics::Metrics;
use commonplace::outbox;
use commonplace::scheduler::Scheduler;
use commonplace::server_corpora::Books;
use commonplace::store::{Mode, NewSchedule, OpenError, Report, Store};
use domain::schedule::{Filter, Schedule};
use domain::{ChannelId, ChannelKind, Corpus, MemberId, RequestId, ScheduleId, ServerId};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::daily::channel::Channel;
use crate::daily::killed::Killed;

pub(crate) const SERVER: ServerId = ServerId(1);
pub(crate) const PLACE: ChannelId = ChannelId(10);
pub(crate) const GRACE: SignedDuration = SignedDuration::from_hours(6);

pub(crate) struct Group {
    pub(crate) store: Store,
    pub(crate) discord: Arc<Channel>,
    pub(crate) now: Timestamp,
    pub(crate) corpus: Arc<Corpus>,
    folder: TempDir,
    lives: u64,
}

impl Group {
    pub(crate) async fn new(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let corpus = Arc::new(commonplace::corpus_source::corpus(None).unwrap());
        let store = open(path(&folder)).await;
        let now = now.parse().unwrap();
        Self { store, discord: Arc::default(), now, corpus, folder, lives: 0 }
    }

    pub(crate) async fn daily(&self, time: &str, zone: &str, theme: Option<&str>) -> ScheduleId {
        self.daily_in(PLACE, time, zone, theme).await
    }

    pub(crate) async fn daily_in(
        &self,
        place: ChannelId,
        time: &str,
        zone: &str,
        theme: Option<&str>,
    ) -> ScheduleId {
        let requests = self.store.read(SERVER).schedules().await.unwrap().len() as i64;
        let mut new = NewSchedule {
            place,
            kind: ChannelKind::Channel,
            request: RequestId(requests),
            maker: MemberId(5),
            time: time.parse().unwrap(),
            days: "daily".parse().unwrap(),
            timezone: zone.to_owned(),
            filter: Filter { theme: theme.map(str::to_owned), ..Filter::default() },
            role: None,
            thread: true,
            next_at: self.now,
            now: self.now,
        };
        let zone = jiff::tz::TimeZone::get(zone).unwrap();
        let calendar =
            domain::schedule::Calendar { time: new.time, days: new.days, zone, skips: Vec::new() };
        new.next_at = calendar.after(self.now).next().unwrap().at;
        self.store.change(SERVER, async |tx| tx.add_schedule(&new).await).await.unwrap().0
    }

    /// Does what is due now, and is killed after so many polls. Says whether it came to its end.
    pub(crate) async fn live(&mut self, polls: usize) -> (bool, usize) {
        self.lives += 1;
        let clock = Clock::fast(self.now, 0);
        let (store, outlet) = (self.store.clone(), self.discord.clone());
        let books = Books::new(self.corpus.clone(), store.clone()).await.unwrap();
        let scheduler = Scheduler {
            books,
            store: store.clone(),
            clock,
            grace: GRACE,
            seed: self.lives,
            metrics: Metrics::default(),
        };
        let life = async move {
            scheduler.fire_due().await.unwrap();
            outbox::publish_due(&store, &outlet, clock).await.unwrap();
        };
        Killed::after(polls, life).await
    }

    /// Starts the program anew after it was killed.
    pub(crate) async fn restart(&mut self) {
        let spare = self.folder.path().join("spare.db");
        let closed = Store::open(&spare, Mode::Bot);
        // Dropping the last handle is all that a killed program does.
        let old = std::mem::replace(&mut self.store, closed.await.unwrap());
        drop(old);
        self.store = open(path(&self.folder)).await;
        self.store.release_claims().await.unwrap();
    }

    /// Lets the time go by until `until`, and does what comes due.
    pub(crate) async fn pass(&mut self, until: Timestamp) {
        loop {
            self.live(usize::MAX).await;
            let outbox = self.store.outbox_next().await.unwrap();
            let next = self.store.schedules_next().await.unwrap().into_iter().chain(outbox).min();
            match next.filter(|next| *next <= until) {
                Some(next) => self.now = self.now.max(next),
                None => break,
            }
        }
        self.now = self.now.max(until);
    }

    pub(crate) async fn schedule(&self, id: ScheduleId) -> Schedule {
        let schedules = self.store.read(SERVER).schedules().await.unwrap();
        schedules.into_iter().find(|schedule| schedule.id == id).unwrap()
    }

    pub(crate) async fn report(&self, id: ScheduleId) -> Report {
        self.store.read(SERVER).report(id).await.unwrap()
    }
}

pub(crate) fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("group.db")
}

/// Opens the database; what was killed a moment ago may still hold its lock.
async fn open(path: PathBuf) -> Store {
    for _ in 0..200 {
        match Store::open(&path, Mode::Bot).await {
            Err(OpenError::InUse(_)) => tokio::time::sleep(Duration::from_millis(5)).await,
            opened => return opened.unwrap(),
        }
    }
    panic!("the lock is never let go");
}
