//! Whatever fails, and at whichever of its calls: nothing is lost or doubled.

use jiff::SignedDuration;

use super::*;
use crate::commands::fixture::BOOK;
use crate::metrics::Metrics;
use crate::scheduler::Scheduler;
use crate::server_corpora::Books;
use crate::store::{Error, Location, Mode, NewSchedule};
use domain::schedule::{Days, DeliveryState, Filter};
use domain::{ChannelKind, MemberId, RequestId, ScheduleId};

const OTHER: Subject = Subject::Answer(AnswerId(6));

/// What goes wrong, once.
#[derive(Clone, Copy, Debug)]
enum InjectedFailure {
    /// The store fails.
    At(Location),
    /// Nobody knows whether it was published: it was not.
    LostBefore,
    /// Nobody knows whether it was published: it was.
    LostAfter,
    /// It is not published.
    Unavailable,
    /// A permission is missing.
    Forbidden,
    /// The publisher panics.
    Panics,
}

const FAILURES: [InjectedFailure; 10] = [
    InjectedFailure::At(Location::Statement),
    InjectedFailure::At(Location::Begin),
    InjectedFailure::At(Location::Change),
    InjectedFailure::At(Location::Claim),
    InjectedFailure::At(Location::Confirm),
    InjectedFailure::At(Location::Commit),
    InjectedFailure::LostBefore,
    InjectedFailure::LostAfter,
    InjectedFailure::Unavailable,
    InjectedFailure::Panics,
];

impl OutboxHarness {
    /// With time enough for what is tried again.
    async fn unhurried() -> Self {
        let clock = Clock::fast("2026-11-22T08:00:00Z".parse().unwrap(), 1_000);
        Self { clock, ..Self::new([]).await }
    }

    /// Makes the `nth` call fail from now on.
    fn arm(&self, failure: InjectedFailure, nth: usize) {
        let turn = match failure {
            InjectedFailure::At(location) => {
                self.store.failpoints().fail_nth(location, nth);
                return;
            }
            InjectedFailure::LostBefore => Turn::Refused(PublishError::Unknown),
            InjectedFailure::LostAfter => Turn::Lost(PublishError::Unknown),
            InjectedFailure::Unavailable => Turn::Refused(PublishError::RetryAfter(Duration::ZERO)),
            InjectedFailure::Forbidden => {
                Turn::Refused(PublishError::Forbidden(Obstacle::Unexplained))
            }
            InjectedFailure::Panics => Turn::Panics,
        };
        let before = std::iter::repeat_with(|| Turn::Goes).take(nth - 1);
        self.publisher.turns.lock().unwrap().extend(before.chain([turn]));
    }

    /// Whether the failure is still to come: there are fewer calls than that.
    fn is_armed(&self) -> bool {
        self.store.failpoints().is_armed() || !self.publisher.turns.lock().unwrap().is_empty()
    }

    /// The database as a test looks at it, whose own statements do not fail.
    async fn look(&self) -> Store {
        Store::open(&testing::path(&self.folder), Mode::Look).await.unwrap()
    }

    /// Waits until nothing is left to do, and stops the worker.
    async fn finish_looking(&self, look: &Store, worker: JoinHandle<()>) {
        self.until(async || look.outbox_size().await.unwrap() == 0).await;
        self.stop.cancel();
        worker.await.unwrap();
    }

    /// Puts effects in the outbox as a command does that is repeated until it succeeds.
    async fn put_until_kept(&self, look: &Store, server: ServerId, effects: Vec<Effect>) {
        let before = look.outbox_size().await.unwrap();
        let kept = effects.len();
        while self.try_to_put(server, effects.clone()).await.is_err() {
            assert_eq!(look.outbox_size().await.unwrap(), before);
        }
        assert_eq!(look.outbox_size().await.unwrap(), before + kept);
    }

    async fn try_to_put(&self, server: ServerId, effects: Vec<Effect>) -> Result<(), Error> {
        let now = self.clock.now();
        self.store.change(server, async |tx| tx.emit(|| effects, now).await).await
    }
}

#[tokio::test]
async fn messages_survive_whatever_fails() {
    for failure in FAILURES {
        for nth in 1.. {
            let harness = OutboxHarness::unhurried().await;
            let look = harness.look().await;
            harness.arm(failure, nth);
            let beside = |card| Effect::Beside { beside: SUBJECT, card };
            let first = vec![
                Effect::Post { place: ChannelId(10), card: named("1") },
                Effect::Edit { card: named("2") },
                beside(Card::saying("3").about(OTHER)),
                beside(Card::saying("4").about(Subject::Answer(AnswerId(7)))),
            ];
            harness.put_until_kept(&look, HERE, first).await;
            harness.put_until_kept(&look, THERE, vec![post("5")]).await;
            let worker = harness.start();
            harness.until(async || look.outbox_size().await.unwrap() == 0).await;
            while harness.try_to_put(HERE, vec![Effect::Delete { subject: OTHER }]).await.is_err() {
            }
            harness.finish_looking(&look, worker).await;
            assert_eq!(harness.publisher.says(), ["2", "4", "5"], "{failure:?} {nth}");
            assert_eq!(look.outbox_next().await.unwrap(), None);
            let knows = async |subject| look.read(HERE).message(subject).await.unwrap().is_some();
            assert!(knows(SUBJECT).await && !knows(OTHER).await, "{failure:?} {nth}");
            if harness.is_armed() {
                assert!(nth > 2, "{failure:?} is never reached");
                break;
            }
        }
    }
}

#[tokio::test]
async fn a_daily_survives_whatever_fails() {
    for failure in FAILURES.into_iter().chain([InjectedFailure::Forbidden]) {
        for nth in 1.. {
            let harness = OutboxHarness::unhurried().await;
            let due = "2026-11-22T08:00:00Z".parse().unwrap();
            let (id, _) = harness
                .store
                .change(HERE, async |tx| tx.add_schedule(&daily(due)).await)
                .await
                .unwrap();
            let scheduler = Scheduler {
                books: Books::new(BOOK.clone(), harness.store.clone()).await.unwrap(),
                store: harness.store.clone(),
                clock: harness.clock,
                grace: SignedDuration::from_hours(12),
                keep: SignedDuration::MAX,
                seed: 1,
                metrics: Metrics::default(),
            };
            let look = harness.look().await;
            harness.arm(failure, nth);
            let stop = CancellationToken::new();
            let firing = tokio::spawn(scheduler.run(stop.clone()));
            let worker = harness.start();
            harness.until(async || ended(&look, id).await).await;
            stop.cancel();
            firing.await.unwrap();
            harness.finish_looking(&look, worker).await;
            let stands = harness.publisher.stands.lock().unwrap().len();
            assert_eq!(stands, 1, "{failure:?} {nth}: {:?}", harness.publisher.asked());
            let report = look.read(HERE).report(id).await.unwrap();
            let newest = report.newest.unwrap();
            assert!(matches!(newest.state, DeliveryState::Posted(_)), "{failure:?} {nth}");
            assert_eq!(report.drawn.len(), 1);
            assert_eq!(look.read(HERE).schedules().await.unwrap()[0].suspended, None);
            if harness.is_armed() {
                assert!(nth > 1, "{failure:?} is never reached");
                break;
            }
        }
    }
}

/// Whether a schedule's post and all that hangs on it has ended.
async fn ended(look: &Store, id: ScheduleId) -> bool {
    let report = look.read(HERE).report(id).await.unwrap();
    let posted = report.newest.is_some_and(|it| matches!(it.state, DeliveryState::Posted(_)));
    posted && look.outbox_size().await.unwrap() == 0
}

fn daily(due: Timestamp) -> NewSchedule {
    NewSchedule {
        place: ChannelId(10),
        kind: ChannelKind::Channel,
        request: RequestId(1),
        maker: MemberId(1),
        time: "8:00".parse().unwrap(),
        days: Days::ALL,
        role: None,
        thread: true,
        timezone: "UTC".to_owned(),
        filter: Filter::default(),
        next_at: due,
        now: due,
    }
}
