mod failures;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use tempfile::TempDir;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::*;
use crate::clock::Clock;
use crate::messages::{Block, Card, Effect, Subject};
use crate::store::{ServerTx, Store};
use crate::testing;
use domain::{AnswerId, MessageId, ServerId};

const HERE: ServerId = ServerId(1);
const THERE: ServerId = ServerId(2);
const SUBJECT: Subject = Subject::Answer(AnswerId(5));
const SPOT: Address = Address { place: ChannelId(10), message: MessageId(7) };

/// How one attempt to publish ends.
enum Turn {
    /// It goes out.
    Goes,
    /// It does not go out.
    Refused(PublishError),
    /// It goes out, and nobody hears of it.
    Lost(PublishError),
    /// It goes out, and the answer never comes.
    Hangs,
    /// Nothing goes out.
    Panics,
    /// It goes out once this is notified.
    Waits(Arc<Notify>),
}

/// Keeps what was published, and what was asked of it in order.
#[derive(Default)]
struct FakePublisher {
    turns: Mutex<VecDeque<Turn>>,
    asked: Mutex<Vec<String>>,
    stands: Mutex<HashMap<String, (String, Address)>>,
}

impl FakePublisher {
    fn ask(&self, what: String) {
        self.asked.lock().unwrap().push(what);
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// What all messages say, in no order.
    fn says(&self) -> Vec<String> {
        let stands = self.stands.lock().unwrap();
        let mut says: Vec<String> = stands.values().map(|(words, _)| words.clone()).collect();
        says.sort();
        says
    }

    fn put_up(&self, job: &OutboxJob) -> Published {
        let mut stands = self.stands.lock().unwrap();
        match &job.effect {
            Effect::Post { .. } | Effect::Beside { .. } => {
                let (place, card) = post_of(job);
                let at = Address { place, message: MessageId(1_000 + job.id) };
                let before = stands.insert(job.key.clone(), (card.plain(), at));
                assert!(before.is_none(), "posted twice: {}", job.key);
                return Published::Message(at);
            }
            Effect::Edit { card } => {
                let at = job.known_target().unwrap();
                let found = stands.values_mut().find(|(_, there)| *there == at).unwrap();
                found.0 = card.plain();
            }
            Effect::Delete { .. } => {
                let at = job.known_target().unwrap();
                stands.retain(|_, (_, there)| *there != at);
            }
            Effect::Thread { .. } => return Published::Thread(ChannelId(99)),
            Effect::Face { card, .. } => self.ask(format!("face {}", card.plain())),
            Effect::Archive { .. }
            | Effect::Tags { .. }
            | Effect::Look { .. }
            | Effect::Notice { place: None, .. } => {}
            other => panic!("not asked for here: {other:?}"),
        }
        Published::Done
    }
}

impl Publisher for FakePublisher {
    async fn publish(&self, job: &OutboxJob) -> Result<Published, PublishError> {
        self.ask(match &job.effect {
            Effect::Post { card, .. } | Effect::Beside { card, .. } => {
                format!("post {}", card.plain())
            }
            Effect::Edit { card, .. } => format!("edit {}", card.plain()),
            Effect::Delete { .. } => "delete".to_owned(),
            Effect::Thread { name, .. } => format!("thread {name}"),
            Effect::Archive { .. } => format!("archive {}", job.known_target().unwrap().place),
            Effect::Tags { forum, names } => format!("tags {forum} {}", names.join(" ")),
            other => format!("{other:?}"),
        });
        let turn = self.turns.lock().unwrap().pop_front();
        match turn {
            None | Some(Turn::Goes) => Ok(self.put_up(job)),
            Some(Turn::Refused(refusal)) => Err(refusal),
            Some(Turn::Lost(refusal)) => {
                self.put_up(job);
                Err(refusal)
            }
            Some(Turn::Hangs) => {
                self.put_up(job);
                std::future::pending().await
            }
            Some(Turn::Panics) => panic!("as it should"),
            Some(Turn::Waits(go)) => {
                go.notified().await;
                Ok(self.put_up(job))
            }
        }
    }

    async fn find_published(&self, job: &OutboxJob) -> Result<Option<Published>, PublishError> {
        self.ask("find".to_owned());
        let stands = self.stands.lock().unwrap();
        Ok(stands.get(&job.key).map(|(_, at)| Published::Message(*at)))
    }
}

/// Where a new message goes, and its card.
fn post_of(job: &OutboxJob) -> (ChannelId, &Card) {
    match &job.effect {
        Effect::Post { place, card } => (*place, card),
        Effect::Beside { card, .. } => (job.known_target().unwrap().place, card),
        other => panic!("no post: {other:?}"),
    }
}

struct OutboxHarness {
    store: Store,
    publisher: Arc<FakePublisher>,
    clock: Clock,
    stop: CancellationToken,
    folder: TempDir,
}

impl OutboxHarness {
    async fn new(turns: impl IntoIterator<Item = Turn>) -> Self {
        let folder = testing::folder();
        let store = open(&folder).await;
        let publisher = Arc::new(FakePublisher::default());
        publisher.turns.lock().unwrap().extend(turns);
        // An hour of pauses in less than a second.
        let clock = Clock::fast("2026-11-22T08:00:00Z".parse().unwrap(), 10_000);
        Self { store, publisher, clock, stop: CancellationToken::new(), folder }
    }

    fn start(&self) -> JoinHandle<()> {
        let (store, publisher) = (self.store.clone(), self.publisher.clone());
        tokio::spawn(run(store, publisher, self.clock, self.stop.clone()))
    }

    /// Kills the worker as a crash would, and opens the database again.
    async fn crash(&mut self, worker: JoinHandle<()>) {
        worker.abort();
        assert!(worker.await.unwrap_err().is_cancelled());
        self.store.close().await;
        self.store = open(&self.folder).await;
    }

    async fn put(&self, server: ServerId, effect: Effect) {
        let now = self.clock.now();
        self.store.change(server, async |tx| tx.emit(|| [effect], now).await).await.unwrap();
    }

    async fn remember(&self, subject: Subject, at: Address) {
        let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
        self.store.change(HERE, remember).await.unwrap();
    }

    async fn post(&self, words: &str) {
        self.put(HERE, post(words)).await;
    }

    /// Waits until nothing is left to do, and stops the worker.
    async fn finish(&self, worker: JoinHandle<()>) {
        self.until(async || self.store.outbox_size().await.unwrap() == 0).await;
        self.stop.cancel();
        worker.await.unwrap();
    }

    async fn until(&self, come: impl AsyncFn() -> bool) {
        testing::until(come, || format!("asked: {:?}", self.publisher.asked())).await;
    }
}

async fn open(folder: &TempDir) -> Store {
    testing::open(folder).await
}

fn post(words: &str) -> Effect {
    Effect::Post { place: ChannelId(10), card: Card::saying(words) }
}

fn thread(under: Address) -> Effect {
    Effect::Thread { under, name: "5".to_owned(), asker: None, opened: None }
}

fn named(words: &str) -> Card {
    Card::saying(words).about(SUBJECT)
}

#[tokio::test]
async fn a_servers_jobs_go_out_in_order() {
    let harness = OutboxHarness::new([]).await;
    for words in ["1", "2", "3"] {
        harness.post(words).await;
    }
    let worker = harness.start();
    harness.post("4").await;
    let under = Address { place: ChannelId(10), message: MessageId(7) };
    harness.put(HERE, thread(under)).await;
    harness.finish(worker).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 2", "post 3", "post 4", "thread 5"]);
}

#[tokio::test]
async fn what_was_surely_not_sent_is_sent_again() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(30)));
    let harness = OutboxHarness::new([later(), later()]).await;
    harness.post("1").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 1", "post 1"]);
    assert_eq!(harness.publisher.says(), ["1"]);
}

#[tokio::test]
async fn what_may_have_been_sent_is_looked_for_first() {
    for (turn, asked) in [
        (Turn::Lost(PublishError::Unknown), &["post 1", "find"][..]),
        (Turn::Refused(PublishError::Unknown), &["post 1", "find", "post 1"]),
        (Turn::Panics, &["post 1", "find", "post 1"]),
    ] {
        let harness = OutboxHarness::new([turn]).await;
        harness.post("1").await;
        harness.finish(harness.start()).await;
        assert_eq!(harness.publisher.asked(), asked);
        assert_eq!(harness.publisher.says(), ["1"]);
    }
}

#[tokio::test]
async fn what_may_have_been_sent_stays_unsure_while_it_waits() {
    let later = Turn::Refused(PublishError::RetryAfter(Duration::from_secs(1)));
    let harness = OutboxHarness::new([Turn::Refused(PublishError::Unknown), later]).await;
    harness.post("1").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "find", "post 1", "find", "post 1"]);
}

#[tokio::test]
async fn what_cannot_be_sent_is_given_up_and_keeps_nobody_waiting() {
    let refusals = [
        PublishError::Forbidden(Obstacle::Unexplained),
        PublishError::NotFound,
        PublishError::Invalid("x".into()),
    ];
    let harness = OutboxHarness::new(refusals.map(Turn::Refused)).await;
    for words in ["1", "2", "3", "4"] {
        harness.post(words).await;
    }
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 2", "post 3", "post 4"]);
    assert_eq!(harness.publisher.says(), ["4"]);
}

#[tokio::test]
async fn the_log_says_what_refused_a_job_and_when_it_was_done() {
    let log = testing::Log::start();
    let harness =
        OutboxHarness::new([Turn::Refused(PublishError::RetryAfter(Duration::ZERO))]).await;
    harness.post("1").await;
    harness.finish(harness.start()).await;
    insta::assert_snapshot!(log.lines_with("refused"), @r#"DEBUG refused job=1 server=1 refusal="unavailable" attempts=1"#);
    let done = log.lines_with("published");
    assert!(done.contains("job=1") && done.contains("attempts=2"), "{done}");
    assert!(done.contains("late_by="), "{done}");
}

#[tokio::test]
async fn what_shows_a_round_waits_for_the_right_to_go_out() {
    let no = Turn::Refused(PublishError::Forbidden(Obstacle::ThreadLocked));
    let harness = OutboxHarness::new([no]).await;
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    harness.put(HERE, Effect::Edit { card: named("2") }).await;
    harness.post("3").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 3", "post 1", "edit 2"]);
    assert_eq!(harness.publisher.says(), ["2", "3"]);
}

#[tokio::test]
async fn after_hours_of_trying_it_is_given_up() {
    let harness = OutboxHarness::new(
        (0..1_000).map(|_| Turn::Refused(PublishError::RetryAfter(Duration::MAX))),
    )
    .await;
    harness.post("1").await;
    harness.finish(harness.start()).await;
    let tries = harness.publisher.asked().len();
    assert!((1..1_000).contains(&tries), "{tries} tries");
    assert!(harness.publisher.says().is_empty());
}

#[tokio::test]
async fn a_crash_between_the_post_and_its_confirmation_doubles_nothing() {
    let mut harness = OutboxHarness::new([Turn::Hangs]).await;
    harness.post("1").await;
    harness.post("2").await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 1).await;
    harness.crash(worker).await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "find", "post 2"]);
    assert_eq!(harness.publisher.says(), ["1", "2"]);
}

#[tokio::test]
async fn a_crash_before_the_post_loses_nothing() {
    let mut harness = OutboxHarness::new([Turn::Waits(Arc::new(Notify::new()))]).await;
    harness.post("1").await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 1).await;
    harness.crash(worker).await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "find", "post 1"]);
    assert_eq!(harness.publisher.says(), ["1"]);
}

#[tokio::test]
async fn a_slow_server_keeps_no_other_waiting() {
    let go = Arc::new(Notify::new());
    let harness = OutboxHarness::new([Turn::Waits(go.clone())]).await;
    harness.post("1").await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 1).await;
    harness.post("2").await;
    harness.put(THERE, post("there")).await;
    harness.until(async || harness.publisher.says() == ["there"]).await;
    go.notify_one();
    harness.finish(worker).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post there", "post 2"]);
}

#[tokio::test]
async fn a_slow_channel_keeps_no_other_of_its_server_waiting() {
    let go = Arc::new(Notify::new());
    let harness = OutboxHarness::new([Turn::Waits(go.clone())]).await;
    harness.post("1").await;
    harness.post("2").await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 1).await;
    for words in ["3", "4"] {
        let card = Card::saying(words);
        harness.put(HERE, Effect::Post { place: ChannelId(11), card }).await;
    }
    harness.until(async || harness.publisher.says() == ["3", "4"]).await;
    go.notify_one();
    harness.finish(worker).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 3", "post 4", "post 2"]);
}

#[tokio::test]
async fn a_crash_while_it_is_found_out_what_is_blocked_loses_and_doubles_nothing() {
    let blocked = || Turn::Refused(PublishError::Filtered(ContentFilter::Links));
    let mut harness = OutboxHarness::new([blocked(), Turn::Hangs]).await;
    let said = |words: &str| Block::Said { by: "Ana".into(), text: words.to_owned() };
    let card = named("Answers").block(said("one")).block(said("evil")).block(said("three"));
    harness.put(HERE, Effect::Post { place: ChannelId(10), card }).await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 2).await;
    harness.crash(worker).await;
    harness.publisher.turns.lock().unwrap().extend([blocked(), blocked()]);
    harness.finish(harness.start()).await;
    insta::assert_snapshot!(harness.publisher.says().join("\n---\n"), @"
    Answers
    Ana: one
    ## Ana
    This answer is not shown here: Discord blocks it. `/record` has it.
    Ana: three
    ");
    let asked: Vec<String> = harness.publisher.asked();
    let kinds = asked.iter().map(|asked| asked.split(' ').next().unwrap());
    assert_eq!(kinds.collect::<Vec<_>>(), ["post", "post", "find", "edit", "edit", "edit"]);
}

#[tokio::test]
async fn to_stop_is_to_finish_what_is_in_hand_and_no_more() {
    let go = Arc::new(Notify::new());
    let harness = OutboxHarness::new([Turn::Waits(go.clone())]).await;
    harness.post("1").await;
    harness.post("2").await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 1).await;
    harness.stop.cancel();
    tokio::task::yield_now().await;
    assert!(!worker.is_finished());
    go.notify_one();
    worker.await.unwrap();
    assert_eq!(harness.publisher.says(), ["1"]);
    assert_eq!(harness.store.outbox_size().await.unwrap(), 1);
}

#[tokio::test]
async fn an_edit_and_a_deletion_find_their_message() {
    let harness = OutboxHarness::new([]).await;
    let worker = harness.start();
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    harness.put(HERE, Effect::Edit { card: named("2") }).await;
    harness.until(async || harness.publisher.says() == ["2"]).await;
    harness.put(HERE, Effect::Delete { subject: SUBJECT }).await;
    harness.finish(worker).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "edit 2", "delete"]);
    assert!(harness.publisher.says().is_empty());
}

#[tokio::test]
async fn an_edit_that_may_have_been_done_is_done_again() {
    let harness = OutboxHarness::new([]).await;
    let worker = harness.start();
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    harness.until(async || harness.publisher.says() == ["1"]).await;
    harness.publisher.turns.lock().unwrap().push_back(Turn::Lost(PublishError::Unknown));
    harness.put(HERE, Effect::Edit { card: named("2") }).await;
    harness.finish(worker).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "edit 2", "edit 2"]);
}

#[tokio::test]
async fn an_edit_of_what_never_was_is_given_up() {
    let harness = OutboxHarness::new([]).await;
    harness.put(HERE, Effect::Edit { card: named("1") }).await;
    harness.post("2").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 2"]);
}

#[tokio::test]
async fn an_edit_waits_for_its_message_as_long_as_that_is_tried() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    let harness = OutboxHarness::new([later(), later()]).await;
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    harness.put(HERE, Effect::Edit { card: named("2") }).await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 1", "post 1", "edit 2"]);
}

#[tokio::test]
async fn what_stands_beside_a_message_waits_for_it() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    let harness = OutboxHarness::new([later()]).await;
    let beside = |words: &str| Effect::Beside { beside: SUBJECT, card: Card::saying(words) };
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    harness.put(HERE, beside("2")).await;
    harness.post("3").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "post 3", "post 1", "post 2"]);
    let stands = harness.publisher.stands.lock().unwrap();
    assert!(stands.values().all(|(_, at)| at.place == ChannelId(10)), "{stands:?}");
}

#[tokio::test]
async fn what_takes_a_messages_place_waits_until_it_is_gone() {
    let harness = OutboxHarness::new([]).await;
    let worker = harness.start();
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    harness.until(async || harness.publisher.says() == ["1"]).await;
    let later = Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    harness.publisher.turns.lock().unwrap().push_back(later);
    harness.put(HERE, Effect::Delete { subject: SUBJECT }).await;
    harness.put(HERE, Effect::Post { place: ChannelId(10), card: named("2") }).await;
    harness.put(HERE, Effect::Edit { card: named("3") }).await;
    harness.finish(worker).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "delete", "delete", "post 2", "edit 3"]);
    assert_eq!(harness.publisher.says(), ["3"]);
}

#[tokio::test]
async fn beside_what_never_was_nothing_stands() {
    let harness = OutboxHarness::new([]).await;
    harness.put(HERE, Effect::Beside { beside: SUBJECT, card: Card::saying("1") }).await;
    harness.post("2").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 2"]);
}

#[tokio::test]
async fn what_may_stand_beside_a_message_is_looked_for_first() {
    let mut harness = OutboxHarness::new([]).await;
    let other = Subject::Answer(AnswerId(6));
    harness.remember(SUBJECT, SPOT).await;
    harness.publisher.turns.lock().unwrap().push_back(Turn::Hangs);
    let card = Card::saying("1").about(other);
    harness.put(HERE, Effect::Beside { beside: SUBJECT, card }).await;
    let worker = harness.start();
    harness.until(async || harness.publisher.asked().len() == 1).await;
    harness.crash(worker).await;
    // Its own message is edited, not the one that it stands beside.
    harness.put(HERE, Effect::Edit { card: Card::saying("2").about(other) }).await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["post 1", "find", "edit 2"]);
    assert_eq!(harness.publisher.says(), ["2"]);
    assert_eq!(harness.store.read(HERE).message(SUBJECT).await.unwrap(), Some(SPOT));
}

#[tokio::test]
async fn a_thread_goes_to_rest_when_all_has_been_said_in_it() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    let harness = OutboxHarness::new([later(), later()]).await;
    harness.remember(SUBJECT, SPOT).await;
    harness.put(HERE, Effect::Edit { card: named("1") }).await;
    let said = Card::saying("2");
    harness.put(HERE, Effect::Beside { beside: SUBJECT, card: said }).await;
    harness.put(HERE, Effect::Archive { subject: SUBJECT }).await;
    // What is said elsewhere does not matter.
    harness.put(HERE, Effect::Post { place: ChannelId(11), card: Card::saying("3") }).await;
    harness.publisher.stands.lock().unwrap().insert("before".to_owned(), ("0".to_owned(), SPOT));
    harness.finish(harness.start()).await;
    let asked = harness.publisher.asked();
    assert_eq!(asked.last().unwrap(), "archive 10", "{asked:?}");
    assert_eq!(harness.publisher.says(), ["1", "2", "3"]);
}

#[tokio::test]
async fn tags_are_made_before_the_post_that_follows() {
    let harness = OutboxHarness::new([]).await;
    let names = vec!["power".to_owned(), "liberty".to_owned()];
    harness.put(HERE, Effect::Tags { forum: ChannelId(10), names }).await;
    harness.post("1").await;
    harness.finish(harness.start()).await;
    assert_eq!(harness.publisher.asked(), ["tags 10 power liberty", "post 1"]);
}

#[test]
fn a_button_tells_whose_it_is_where_there_is_room() {
    let job = |id: i64| OutboxJob {
        id,
        server: HERE,
        effect: Effect::Look { place: ChannelId(1) },
        key: format!("cp-{id}"),
        target: None,
        waits_for_another: false,
        unsure: false,
        blocked: false,
        attempts: 0,
        made_at: Timestamp::UNIX_EPOCH,
        late_at: None,
        give_up_at: Timestamp::MAX,
        schedule: None,
        daily: None,
        delivery: None,
        queue: ChannelId(1).into(),
        sieve: None,
    };
    let (one, other) = (job(1), job(12));
    let marked = one.mark("keep quote:guerin-1");
    assert!(one.marked(&marked) && !other.marked(&marked));
    assert!(!one.marked(&other.mark("keep quote:guerin-1")));
    let full = "x".repeat(95);
    assert_eq!(one.mark(&full), full);
}
