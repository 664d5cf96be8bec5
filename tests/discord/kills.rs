//! The program is killed at random moments while members write: every answer that was acknowledged is
//! accounted for, and nothing stands twice. `KILLS` says how often.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use commonplace::store::{Mode, Store};
use domain::ServerId;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use standin::{Channel, Failure, Member, Message, Standin};
use tokio_util::sync::CancellationToken;

use crate::discord::harness::{SOON, lenient, said};
use crate::discord::ledger::{Ledger, answers, assert_once, text};
use crate::discord::outbox::number;
use crate::discord::program::{Program, command, wait};

/// How many write at the same time.
const MEMBERS: usize = 12;
/// A question is posed, and one is closed, every so many kills.
const LIVES_OF_A_ROUND: usize = 8;

/// What all members share.
#[derive(Default)]
struct Shared {
    ledger: Mutex<Ledger>,
    /// The questions that are open: the number of the round, and its message.
    open: Mutex<Vec<(i64, Message)>>,
    numbers: Mutex<usize>,
    stop: CancellationToken,
}

/// A member writes and writes.
async fn writes(shared: Arc<Shared>, name: String, member: Member, channel: Channel, seed: u64) {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    while !shared.stop.is_cancelled() {
        let open = shared.open.lock().unwrap().clone();
        if open.is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        }
        let (round, question) = &open[chance.random_range(0..open.len())];
        let sent = (!chance.random_bool(0.2)).then(|| {
            let mut numbers = shared.numbers.lock().unwrap();
            *numbers += 1;
            text(&name, *numbers)
        });
        shared.ledger.lock().unwrap().sends(*round, &name, sent.clone());
        let told = match &sent {
            Some(text) => {
                let hidden = chance.random_bool(0.2);
                let line = format!("answer round:{round} anonymous:{hidden} text:\"{text}\"");
                member.slash(&channel, &line).await
            }
            None => member.forge(question, &format!("withdraw round:{round}")).await,
        };
        shared.ledger.lock().unwrap().hears(*round, &name, sent, &told);
        if matches!(told, Err(Failure::NoBot)) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// The owner poses a question, closes the oldest, and has a daily posted.
async fn leads(
    shared: &Shared,
    store: &Store,
    server: ServerId,
    owner: &Member,
    channel: &Channel,
    number: usize,
) -> (usize, usize) {
    let words = format!("Question {number:04}?");
    let asked = owner.slash(channel, &format!("question text:\"{words}\"")).await;
    let rounds = store.read(server).rounds_on(None).await.unwrap();
    if let (Ok(Ok(message)), Some(round)) = (
        asked.map(|exchange| exchange.message()),
        rounds.into_iter().find(|round| round.text == words),
    ) {
        shared.open.lock().unwrap().push((round.number.0, message));
    }
    let oldest = {
        let mut open = shared.open.lock().unwrap();
        (open.len() > 3).then(|| open.remove(0))
    };
    if let Some((round, question)) = oldest {
        // The answer to a press that is sure takes the place of what was pressed.
        let asked = owner.forge(&question, &format!("close round:{round}")).await;
        if let Some(asked) = asked.ok().and_then(|it| it.message().ok()) {
            let _ = owner.forge(&asked, &format!("close round:{round} sure:true")).await;
        }
    }
    let told = owner.slash(channel, "daily now").await;
    match told.is_ok_and(|told| told.message().is_ok_and(|it| !it.text().contains("went wrong"))) {
        true => (1, 0),
        false => (0, 1),
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a minute, and KILLS=1000 a quarter of an hour: run with --nocapture"]
async fn killed_at_any_moment_under_load_it_loses_and_doubles_nothing() {
    let kills: usize = std::env::var("KILLS").map_or(40, |kills| kills.parse().unwrap());
    let mut chance = ChaCha8Rng::seed_from_u64(5);
    let services =
        standin::Options { log: false, answer_within: Duration::from_millis(700), ..lenient() };
    let discord = Standin::start(services).await;
    let club = discord.server("Reading club");
    let (general, daily, owner) = (club.channel("general"), club.channel("daily"), club.owner());
    let server = ServerId(number(club.id));
    let folder = powercut::folder_in_memory().unwrap();
    let start = |life: usize| {
        // The log of the last life is enough.
        let log = format!("{}.log", life % 2);
        Program(command(&discord, &folder, &log).spawn().unwrap())
    };
    let mut program = start(0);
    discord.ready().await;
    discord.command("daily", SOON).await;
    said(&owner, &general, "daily add time:9:00 timezone:UTC channel:#daily").await;
    let look = Store::open(&folder.path().join("book.db"), Mode::Look).await.unwrap();

    let shared = Arc::new(Shared::default());
    let writing: Vec<_> = (0..MEMBERS)
        .map(|seat| {
            let name = format!("reader{seat}");
            let (member, seed) = (club.member(&name), u64::try_from(seat).unwrap());
            tokio::spawn(writes(shared.clone(), name, member, general.clone(), seed))
        })
        .collect();
    let (began, mut dailies, mut slowest) = (Instant::now(), (0, 0), Duration::ZERO);
    for kill in 0..kills {
        if kill % LIVES_OF_A_ROUND == 0 {
            let (sure, maybe) = leads(&shared, &look, server, &owner, &general, kill).await;
            dailies = (dailies.0 + sure, dailies.1 + maybe);
        }
        tokio::time::sleep(Duration::from_millis(chance.random_range(0..500))).await;
        program.0.kill().unwrap();
        wait(&mut program);
        let there = answers(&look, server).await;
        let wrong = shared.ledger.lock().unwrap().wrong(&there);
        assert!(wrong.is_empty(), "after kill {kill}: {wrong:#?}");
        discord.gone().await;
        // Some starts are killed before they are over.
        program = start(kill);
        let restart = Instant::now();
        if chance.random_bool(0.8) {
            discord.ready().await;
            slowest = slowest.max(restart.elapsed());
        }
    }
    discord.ready().await;
    shared.stop.cancel();
    for writer in writing {
        writer.await.unwrap();
    }
    let waits = async {
        while look.outbox_size().await.unwrap() > 0 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(120), waits).await.expect("something is never done");
    let there = answers(&look, server).await;
    let ledger = std::mem::take(&mut *shared.ledger.lock().unwrap());
    assert_eq!(ledger.wrong(&there), [""; 0]);
    assert_once(&ledger, &look, server, &[&general]).await;
    let posts = daily.messages().len();
    assert!((dailies.0..=dailies.0 + dailies.1).contains(&posts), "{posts} of {dailies:?}");
    discord.assert_clean();
    println!(
        "{kills} kills in {:.0?}: {} acknowledged, {} refused, {} without a word, lost 0, doubled 0; {posts} \
         dailies; the slowest start took {slowest:.1?}",
        began.elapsed(),
        ledger.acknowledged,
        ledger.refused,
        ledger.unheard,
    );
}
