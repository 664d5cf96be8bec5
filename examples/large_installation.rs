//! Makes the database of an installation of any size, and lets everybody's daily come due at once:
//!
//!     cargo run --release --example large_installation -- 100000 0 large.db
//!     cargo run --release --example large_installation -- 1000 30 lived.db
//!     cargo run --release --example large_installation -- morning large.db
//!
//! The numbers are how many groups there are, and how many questions each has answered. A group has a
//! daily at 8:00, settings, and twelve members who answer every question, three of them without their
//! names. The same numbers make the same groups.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use commonplace::clock::Clock;
use commonplace::corpus_source;
use commonplace::metrics::Metrics;
use commonplace::outbox::{self, PublishError, Published, Publisher};
use commonplace::scheduler::Scheduler;
use commonplace::server_corpora::Books;
use commonplace::store::{
    self, Ending, Mode, NewAnswer, NewRound, NewSchedule, OutboxJob, Participation, Settings, Store,
};
use domain::schedule::{Days, Filter, Time};
use domain::{Address, ChannelId, ChannelKind, Corpus, MemberId, MessageId, RequestId, ServerId};
use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};

/// Members of a group.
const MEMBERS: i64 = 12;
/// How many groups are written at one time.
const AT_ONCE: i64 = 256;
/// When all dailies are due: Monday at 8:00.
const MORNING: &str = "2027-03-01T08:00:00Z";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["morning", file] => morning(Path::new(file)).await,
        [groups, questions, file] => {
            make(groups.parse()?, questions.parse()?, Path::new(file)).await
        }
        _ => Err("GROUPS QUESTIONS FILE, or: morning FILE".into()),
    }
}

/// Makes the groups.
async fn make(groups: i64, questions: i64, file: &Path) -> Result<(), Box<dyn Error>> {
    let corpus = corpus_source::corpus(None)?;
    let eight: Time = "8:00".parse()?;
    let store = Store::open(file, Mode::Bot).await?;
    let begun = Instant::now();
    for first in (0..groups).step_by(AT_ONCE as usize) {
        let some = first..(first + AT_ONCE).min(groups);
        try_join_all(some.map(|number| group(&store, &corpus, (number, eight), questions))).await?;
    }
    store.close().await;
    let size = std::fs::metadata(file)?.len();
    let each = size / u64::try_from(groups.max(1))?;
    println!("{groups} groups in {:.0?}: {size} bytes, {each} a group", begun.elapsed());
    Ok(())
}

async fn group(
    store: &Store,
    corpus: &Corpus,
    (number, time): (i64, Time),
    questions: i64,
) -> store::Result<()> {
    // Neighbours are in different shards.
    let server = ServerId((number + 1) << 22);
    let place = ChannelId(server.0 + 1);
    let due: Timestamp = MORNING.parse().unwrap_or_default();
    let now = due - SignedDuration::from_hours(1);
    let new = NewSchedule {
        place,
        kind: ChannelKind::Channel,
        request: RequestId(server.0),
        maker: MemberId(1),
        time,
        days: Days::ALL,
        timezone: "UTC".to_owned(),
        filter: Filter::default(),
        role: None,
        thread: false,
        next_at: due,
        now,
    };
    store.change(server, async |tx| tx.add_schedule(&new).await).await?;
    let settings = Settings { timezone: Some("UTC".to_owned()), ..Settings::default() };
    store.change(server, async |tx| tx.change_settings(settings).await).await?;
    for asked in 0..questions {
        question(store, corpus, (server, place), asked, now).await?;
    }
    Ok(())
}

/// A question that all members have answered, and that is closed.
async fn question(
    store: &Store,
    corpus: &Corpus,
    (server, place): (ServerId, ChannelId),
    asked: i64,
    now: Timestamp,
) -> store::Result<()> {
    let at = |all: usize| usize::try_from(asked).unwrap_or_default() % all.max(1);
    let theme = corpus.themes().get(at(corpus.themes().len())).map(|theme| theme.id.clone());
    let quote = corpus.quotes().get(at(corpus.quotes().len())).map(|quote| quote.id.clone());
    let new = NewRound {
        place,
        request: RequestId(server.0 + asked + 2),
        asker: MemberId(1),
        question: None,
        text: format!("What follows from passage {asked}, and for whom?"),
        theme,
        quotes: quote.into_iter().collect(),
        within: None,
        about: None,
        now,
    };
    store
        .change(server, async |tx| {
            let round = tx.pose(&new).await?;
            for member in 1..=MEMBERS {
                let by = Participation {
                    member: MemberId(member),
                    name: format!("Member {member}"),
                    eligible: true,
                    now,
                    seed: u64::try_from(server.0 + asked * MEMBERS + member).unwrap_or_default(),
                };
                let text = format!(
                    "Answer {member}: I read the passage twice, and the second time it said less than I \
                     had hoped and more than I had feared. Whoever decides should have to live with what \
                     was decided."
                );
                let anonymous = member % 4 == 0;
                tx.answer(NewAnswer { round: round.id, by, anonymous, text, source: None }).await?;
            }
            if let Some(was) = tx.round_details(round.id).await? {
                tx.close_round(&was, Ending::Without, now).await?;
            }
            Ok(())
        })
        .await
}

/// Takes every post, and sends it nowhere.
#[derive(Default)]
struct Nowhere(AtomicUsize);

impl Publisher for Nowhere {
    async fn publish(&self, job: &OutboxJob) -> Result<Published, PublishError> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        let message = MessageId(i64::try_from(number).unwrap_or(i64::MAX));
        Ok(Published::Message(Address { place: job.queue.channel(), message }))
    }

    async fn find_published(&self, _: &OutboxJob) -> Result<Option<Published>, PublishError> {
        Ok(None)
    }
}

/// All dailies come due, are decided on, and go out as fast as the outbox can.
async fn morning(file: &Path) -> Result<(), Box<dyn Error>> {
    let corpus = Arc::new(corpus_source::corpus(None)?);
    let store = Store::open(file, Mode::Bot).await?;
    let books = Books::new(corpus, store.clone()).await?;
    let due: Timestamp = MORNING.parse()?;
    // It stands still.
    let clock = Clock::fast(due, 0);
    let timed = |what: &str, since: Instant| println!("{what}: {:.1?}", since.elapsed());

    let since = Instant::now();
    let next = store.schedules_next().await?;
    timed("asking when something is due", since);
    println!("  it is due at {next:?}");
    let since = Instant::now();
    let some = store.schedules_due(due, 32).await?.len();
    timed(&format!("asking for {some} schedules that are due"), since);

    let scheduler = Scheduler {
        books,
        store: store.clone(),
        clock,
        grace: SignedDuration::from_hours(6),
        keep: SignedDuration::from_hours(30 * 24),
        seed: 1,
        metrics: Metrics::default(),
    };
    let since = Instant::now();
    scheduler.fire_due().await?;
    let jobs = store.outbox_size().await?;
    timed(&format!("deciding on {jobs} posts"), since);

    let since = Instant::now();
    store.waiting().await?;
    timed("what /metrics asks of the database", since);
    let publisher = Arc::new(Nowhere::default());
    let since = Instant::now();
    let stop = tokio_util::sync::CancellationToken::new();
    let worker = outbox::run(store.clone(), Arc::clone(&publisher), clock, stop.clone());
    let done = async {
        while store.outbox_size().await.is_ok_and(|left| left > 0) {
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        stop.cancel();
    };
    tokio::join!(worker, done);
    timed(&format!("carrying out {} posts", publisher.0.load(Ordering::Relaxed)), since);
    store.close().await;
    Ok(())
}
