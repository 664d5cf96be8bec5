//! The program itself is replaced while people use it, orderly and by force: nobody notices.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use commonplace::store::{Mode, Store};
use domain::ServerId;
use standin::{Channel, Member, Standin};
use tokio_util::sync::CancellationToken;

use crate::discord::harness::{SOON, lenient};
use crate::discord::outbox::number;
use crate::discord::program::{Program, command, wait};

const PEOPLE: usize = 4;
const RESTARTS: usize = 3;

/// Asks one question after another; hands back how long each answer took.
async fn asks(
    member: Member,
    channel: Channel,
    numbers: Arc<AtomicUsize>,
    stop: CancellationToken,
) -> Vec<Duration> {
    let mut took = Vec::new();
    while !stop.is_cancelled() {
        let number = numbers.fetch_add(1, Ordering::Relaxed);
        let line = format!("question text:\"Question {number}?\"");
        let told = member.slash(&channel, &line).await;
        let told = told.unwrap_or_else(|failure| panic!("{line}: {failure}"));
        let text = told.text();
        assert!(text.contains("Question") || text.contains("It is done"), "{text}");
        took.push(told.took);
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    took
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_notices_that_the_program_is_replaced() {
    for signal in ["-TERM", "-KILL"] {
        let discord = Standin::start(lenient()).await;
        let club = discord.server("Reading club");
        let folder = tempfile::tempdir().unwrap();
        let start = |life: usize| {
            let mut program = command(&discord, &folder, &format!("{life}.log"));
            program.env("COMMONPLACE_LIMITS_QUESTIONS_PER_MEMBER", "100000");
            program.env("COMMONPLACE_LIMITS_QUESTIONS_PER_SERVER", "100000");
            Program(program.spawn().unwrap())
        };
        let mut program = start(0);
        discord.ready().await;
        discord.command("question", SOON).await;
        let (numbers, stop) = (Arc::new(AtomicUsize::new(0)), CancellationToken::new());
        let people: Vec<_> = (0..PEOPLE)
            .map(|seat| {
                let channel = club.channel(&format!("room-{seat}"));
                let member = club.member(&format!("reader{seat}"));
                tokio::spawn(asks(member, channel, numbers.clone(), stop.clone()))
            })
            .collect();
        let mut away = Duration::ZERO;
        for life in 1..=RESTARTS {
            tokio::time::sleep(Duration::from_millis(700)).await;
            let began = Instant::now();
            let id = program.0.id().to_string();
            assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
            wait(&mut program);
            program = start(life);
            discord.ready().await;
            away = away.max(began.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(700)).await;
        stop.cancel();
        let mut took = Vec::new();
        for person in people {
            took.extend(person.await.unwrap());
        }
        took.sort_unstable();
        assert_eq!(discord.gateway().identifies(), 1);

        let look = Store::open(&folder.path().join("book.db"), Mode::Look).await.unwrap();
        let rounds = look.read(ServerId(number(club.id))).rounds_on(None).await.unwrap();
        let texts: BTreeSet<&str> = rounds.iter().map(|round| round.text.as_str()).collect();
        assert_eq!((rounds.len(), texts.len()), (took.len(), took.len()), "{signal}");
        println!(
            "kill {signal}: {RESTARTS} restarts, the longest {away:.0?}; {} questions asked, 0 failed, 0 \
             missed, 0 doubled; the slowest answer took {:.0?}",
            took.len(),
            took.last().copied().unwrap_or_default(),
        );
        discord.assert_clean();
    }
}
