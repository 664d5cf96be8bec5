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
use crate::messages::{Card, Effect, Subject};
use crate::store::{Mode, ServerTx, Store};
use domain::{AnswerId, Corpus, MessageId, ServerId};

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

/// A place where messages stand, with what was asked of it in order.
#[derive(Default)]
struct Wall {
    turns: Mutex<VecDeque<Turn>>,
    asked: Mutex<Vec<String>>,
    stands: Mutex<HashMap<String, (String, Address)>>,
}

impl Wall {
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
            Effect::Archive { .. }
            | Effect::Tags { .. }
            | Effect::Look { .. }
            | Effect::Notice { place: None, .. } => {}
            other => panic!("not asked for here: {other:?}"),
        }
        Published::Done
    }
}

impl Publisher for Wall {
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

struct Office {
    store: Store,
    wall: Arc<Wall>,
    clock: Clock,
    stop: CancellationToken,
    folder: TempDir,
}

impl Office {
    async fn new(turns: impl IntoIterator<Item = Turn>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&folder).await;
        let wall = Arc::new(Wall::default());
        wall.turns.lock().unwrap().extend(turns);
        // An hour of pauses in less than a second.
        let clock = Clock::fast("2026-11-22T08:00:00Z".parse().unwrap(), 10_000);
        Self { store, wall, clock, stop: CancellationToken::new(), folder }
    }

    fn start(&self) -> JoinHandle<()> {
        let (store, wall) = (self.store.clone(), self.wall.clone());
        tokio::spawn(run(store, wall, self.clock, self.stop.clone()))
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
        self.store.change(server, async |tx| tx.emit([effect], now).await).await.unwrap();
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
        let waits = async {
            while !come().await {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let waited = tokio::time::timeout(Duration::from_secs(60), waits).await;
        assert!(waited.is_ok(), "it never came; asked: {:?}", self.wall.asked());
    }
}

async fn open(folder: &TempDir) -> Store {
    let path = folder.path().join("group.db");
    Store::open(&path, Mode::Bot, &Corpus::default()).await.unwrap()
}

fn post(words: &str) -> Effect {
    Effect::Post { place: ChannelId(10), card: Card::saying(words) }
}

fn named(words: &str) -> Card {
    Card::saying(words).about(SUBJECT)
}

#[tokio::test]
async fn a_servers_jobs_go_out_in_order() {
    let office = Office::new([]).await;
    for words in ["1", "2", "3"] {
        office.post(words).await;
    }
    let worker = office.start();
    office.post("4").await;
    let under = Address { place: ChannelId(10), message: MessageId(7) };
    office.put(HERE, Effect::Thread { under, name: "5".to_owned() }).await;
    office.finish(worker).await;
    assert_eq!(office.wall.asked(), ["post 1", "post 2", "post 3", "post 4", "thread 5"]);
}

#[tokio::test]
async fn what_was_surely_not_sent_is_sent_again() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(30)));
    let office = Office::new([later(), later()]).await;
    office.post("1").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "post 1", "post 1"]);
    assert_eq!(office.wall.says(), ["1"]);
}

#[tokio::test]
async fn what_may_have_been_sent_is_looked_for_first() {
    for (turn, asked) in [
        (Turn::Lost(PublishError::Unknown), &["post 1", "find"][..]),
        (Turn::Refused(PublishError::Unknown), &["post 1", "find", "post 1"]),
        (Turn::Panics, &["post 1", "find", "post 1"]),
    ] {
        let office = Office::new([turn]).await;
        office.post("1").await;
        office.finish(office.start()).await;
        assert_eq!(office.wall.asked(), asked);
        assert_eq!(office.wall.says(), ["1"]);
    }
}

#[tokio::test]
async fn what_may_have_been_sent_stays_unsure_while_it_waits() {
    let later = Turn::Refused(PublishError::RetryAfter(Duration::from_secs(1)));
    let office = Office::new([Turn::Refused(PublishError::Unknown), later]).await;
    office.post("1").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "find", "post 1", "find", "post 1"]);
}

#[tokio::test]
async fn what_cannot_be_sent_is_given_up_and_keeps_nobody_waiting() {
    let refusals = [
        PublishError::Forbidden("no".to_owned()),
        PublishError::NotFound,
        PublishError::Invalid("x".into()),
    ];
    let office = Office::new(refusals.map(Turn::Refused)).await;
    for words in ["1", "2", "3", "4"] {
        office.post(words).await;
    }
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "post 2", "post 3", "post 4"]);
    assert_eq!(office.wall.says(), ["4"]);
}

#[tokio::test]
async fn what_shows_a_round_waits_for_the_right_to_go_out() {
    let no = Turn::Refused(PublishError::Forbidden("Give me Send Messages there.".to_owned()));
    let office = Office::new([no]).await;
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    office.put(HERE, Effect::Edit { card: named("2") }).await;
    office.post("3").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "post 3", "post 1", "edit 2"]);
    assert_eq!(office.wall.says(), ["2", "3"]);
}

#[tokio::test]
async fn after_hours_of_trying_it_is_given_up() {
    let office =
        Office::new((0..1_000).map(|_| Turn::Refused(PublishError::RetryAfter(Duration::MAX))))
            .await;
    office.post("1").await;
    office.finish(office.start()).await;
    let tries = office.wall.asked().len();
    assert!((1..1_000).contains(&tries), "{tries} tries");
    assert!(office.wall.says().is_empty());
}

#[tokio::test]
async fn a_crash_between_the_post_and_its_confirmation_doubles_nothing() {
    let mut office = Office::new([Turn::Hangs]).await;
    office.post("1").await;
    office.post("2").await;
    let worker = office.start();
    office.until(async || office.wall.asked().len() == 1).await;
    office.crash(worker).await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "find", "post 2"]);
    assert_eq!(office.wall.says(), ["1", "2"]);
}

#[tokio::test]
async fn a_crash_before_the_post_loses_nothing() {
    let mut office = Office::new([Turn::Waits(Arc::new(Notify::new()))]).await;
    office.post("1").await;
    let worker = office.start();
    office.until(async || office.wall.asked().len() == 1).await;
    office.crash(worker).await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "find", "post 1"]);
    assert_eq!(office.wall.says(), ["1"]);
}

#[tokio::test]
async fn a_slow_server_keeps_no_other_waiting() {
    let go = Arc::new(Notify::new());
    let office = Office::new([Turn::Waits(go.clone())]).await;
    office.post("1").await;
    let worker = office.start();
    office.until(async || office.wall.asked().len() == 1).await;
    office.post("2").await;
    office.put(THERE, post("there")).await;
    office.until(async || office.wall.says() == ["there"]).await;
    go.notify_one();
    office.finish(worker).await;
    assert_eq!(office.wall.asked(), ["post 1", "post there", "post 2"]);
}

#[tokio::test]
async fn to_stop_is_to_finish_what_is_in_hand_and_no_more() {
    let go = Arc::new(Notify::new());
    let office = Office::new([Turn::Waits(go.clone())]).await;
    office.post("1").await;
    office.post("2").await;
    let worker = office.start();
    office.until(async || office.wall.asked().len() == 1).await;
    office.stop.cancel();
    tokio::task::yield_now().await;
    assert!(!worker.is_finished());
    go.notify_one();
    worker.await.unwrap();
    assert_eq!(office.wall.says(), ["1"]);
    assert_eq!(office.store.outbox_size().await.unwrap(), 1);
}

#[tokio::test]
async fn an_edit_and_a_deletion_find_their_message() {
    let office = Office::new([]).await;
    let worker = office.start();
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    office.put(HERE, Effect::Edit { card: named("2") }).await;
    office.until(async || office.wall.says() == ["2"]).await;
    office.put(HERE, Effect::Delete { subject: SUBJECT }).await;
    office.finish(worker).await;
    assert_eq!(office.wall.asked(), ["post 1", "edit 2", "delete"]);
    assert!(office.wall.says().is_empty());
}

#[tokio::test]
async fn an_edit_that_may_have_been_done_is_done_again() {
    let office = Office::new([]).await;
    let worker = office.start();
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    office.until(async || office.wall.says() == ["1"]).await;
    office.wall.turns.lock().unwrap().push_back(Turn::Lost(PublishError::Unknown));
    office.put(HERE, Effect::Edit { card: named("2") }).await;
    office.finish(worker).await;
    assert_eq!(office.wall.asked(), ["post 1", "edit 2", "edit 2"]);
}

#[tokio::test]
async fn an_edit_of_what_never_was_is_given_up() {
    let office = Office::new([]).await;
    office.put(HERE, Effect::Edit { card: named("1") }).await;
    office.post("2").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 2"]);
}

#[tokio::test]
async fn an_edit_waits_for_its_message_as_long_as_that_is_tried() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    let office = Office::new([later(), later()]).await;
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    office.put(HERE, Effect::Edit { card: named("2") }).await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "post 1", "post 1", "edit 2"]);
}

#[tokio::test]
async fn what_stands_beside_a_message_waits_for_it() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    let office = Office::new([later()]).await;
    let beside = |words: &str| Effect::Beside { beside: SUBJECT, card: Card::saying(words) };
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    office.put(HERE, beside("2")).await;
    office.post("3").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "post 3", "post 1", "post 2"]);
    let stands = office.wall.stands.lock().unwrap();
    assert!(stands.values().all(|(_, at)| at.place == ChannelId(10)), "{stands:?}");
}

#[tokio::test]
async fn what_takes_a_messages_place_waits_until_it_is_gone() {
    let office = Office::new([]).await;
    let worker = office.start();
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("1") }).await;
    office.until(async || office.wall.says() == ["1"]).await;
    let later = Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    office.wall.turns.lock().unwrap().push_back(later);
    office.put(HERE, Effect::Delete { subject: SUBJECT }).await;
    office.put(HERE, Effect::Post { place: ChannelId(10), card: named("2") }).await;
    office.put(HERE, Effect::Edit { card: named("3") }).await;
    office.finish(worker).await;
    assert_eq!(office.wall.asked(), ["post 1", "delete", "delete", "post 2", "edit 3"]);
    assert_eq!(office.wall.says(), ["3"]);
}

#[tokio::test]
async fn beside_what_never_was_nothing_stands() {
    let office = Office::new([]).await;
    office.put(HERE, Effect::Beside { beside: SUBJECT, card: Card::saying("1") }).await;
    office.post("2").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 2"]);
}

#[tokio::test]
async fn what_may_stand_beside_a_message_is_looked_for_first() {
    let mut office = Office::new([]).await;
    let other = Subject::Answer(AnswerId(6));
    office.remember(SUBJECT, SPOT).await;
    office.wall.turns.lock().unwrap().push_back(Turn::Hangs);
    let card = Card::saying("1").about(other);
    office.put(HERE, Effect::Beside { beside: SUBJECT, card }).await;
    let worker = office.start();
    office.until(async || office.wall.asked().len() == 1).await;
    office.crash(worker).await;
    // Its own message is edited, not the one that it stands beside.
    office.put(HERE, Effect::Edit { card: Card::saying("2").about(other) }).await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["post 1", "find", "edit 2"]);
    assert_eq!(office.wall.says(), ["2"]);
    assert_eq!(office.store.read(HERE).message(SUBJECT).await.unwrap(), Some(SPOT));
}

#[tokio::test]
async fn a_thread_goes_to_rest_when_all_has_been_said_in_it() {
    let later = || Turn::Refused(PublishError::RetryAfter(Duration::from_secs(600)));
    let office = Office::new([later(), later()]).await;
    office.remember(SUBJECT, SPOT).await;
    office.put(HERE, Effect::Edit { card: named("1") }).await;
    let said = Card::saying("2");
    office.put(HERE, Effect::Beside { beside: SUBJECT, card: said }).await;
    office.put(HERE, Effect::Archive { subject: SUBJECT }).await;
    // What is said elsewhere does not matter.
    office.put(HERE, Effect::Post { place: ChannelId(11), card: Card::saying("3") }).await;
    office.wall.stands.lock().unwrap().insert("before".to_owned(), ("0".to_owned(), SPOT));
    office.finish(office.start()).await;
    let asked = office.wall.asked();
    assert_eq!(asked.last().unwrap(), "archive 10", "{asked:?}");
    assert_eq!(office.wall.says(), ["1", "2", "3"]);
}

#[tokio::test]
async fn tags_are_made_before_the_post_that_follows() {
    let office = Office::new([]).await;
    let names = vec!["power".to_owned(), "liberty".to_owned()];
    office.put(HERE, Effect::Tags { forum: ChannelId(10), names }).await;
    office.post("1").await;
    office.finish(office.start()).await;
    assert_eq!(office.wall.asked(), ["tags 10 power liberty", "post 1"]);
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
        delivery: None,
    };
    let (one, other) = (job(1), job(12));
    let marked = one.mark("keep quote:guerin-1");
    assert!(one.marked(&marked) && !other.marked(&marked));
    assert!(!one.marked(&other.mark("keep quote:guerin-1")));
    let full = "x".repeat(95);
    assert_eq!(one.mark(&full), full);
}
