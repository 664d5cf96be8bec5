//! A seed plays: members go about their evening while anything may go wrong. What was acknowledged is
//! there after each step; and once nothing goes wrong any more, everything due is out exactly once.
//!
//! The seed decides what is done and what goes wrong. Two runs may still differ in what happens at
//! the same time.

use std::time::Duration;

use commonplace::clock::Clock;
use commonplace::store::{Mode, Store};
use domain::ServerId;
use futures_util::StreamExt;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Executor};
use standin::{Channel, Fault, Member, Message};

use crate::discord::harness::{DISCORD_WAITS, DiscordHarness, lenient, said};
use crate::discord::ledger::{Ledger, answers, assert_once, text};
use crate::discord::outbox::number;

/// How long it may take until everything is out.
const HEALING: Duration = Duration::from_secs(90);

/// One evening.
struct Evening {
    harness: DiscordHarness,
    look: Store,
    server: ServerId,
    chance: ChaCha8Rng,
    ledger: Ledger,
    members: Vec<(String, Member)>,
    owner: Member,
    daily: Channel,
    /// Questions that were acknowledged, with the number of their round.
    questions: Vec<(i64, Message)>,
    /// How many posts of the daily were acknowledged, and how many got no word.
    dailies: (usize, usize),
    step: usize,
}

impl Evening {
    async fn begins(seed: u64) -> Self {
        let clock = Clock::fast("2026-11-23T18:00:00Z".parse().unwrap(), 20);
        // Nobody waits for long who gets no answer.
        let services = standin::Options {
            answer_within: DISCORD_WAITS,
            patience: Duration::from_secs(10),
            update_patience: Duration::from_secs(10),
            ..lenient()
        };
        let harness = DiscordHarness::with(services, |options| options.clock = clock).await;
        let look = Store::open(&harness.database(), Mode::Look).await.unwrap();
        let server = ServerId(number(harness.club.id));
        let names = ["abe", "bea", "cid", "dot", "eva"];
        let members = names.map(|name| (name.to_owned(), harness.club.member(name))).into();
        let (owner, daily) = (harness.owner(), harness.club.channel("daily"));
        let add = "daily add time:9:00 timezone:UTC channel:#daily";
        said(&owner, &harness.general, add).await;
        let mut evening = Self {
            chance: ChaCha8Rng::seed_from_u64(seed),
            ledger: Ledger::default(),
            questions: Vec::new(),
            dailies: (0, 0),
            step: 0,
            harness,
            look,
            server,
            members,
            owner,
            daily,
        };
        evening.asks().await;
        evening
    }

    /// Something goes wrong for some steps, or one thing goes wrong now.
    async fn trouble(&mut self) {
        let discord = &self.harness.discord;
        match self.chance.random_range(0..9) {
            0..=2 => {
                let faults = vec![
                    Fault::Status(500),
                    Fault::DropBefore,
                    Fault::DropAfter,
                    Fault::RateLimited { retry_after: Duration::from_millis(200), global: false },
                    Fault::page(403),
                    Fault::garbage(),
                ];
                discord.fail_by_chance(self.chance.random(), 40, faults);
            }
            3 => discord.gateway().drop_connections(),
            4 => discord.gateway().invalidate(false),
            5 => discord.gateway().duplicate_next(1),
            6 => {
                let options = SqliteConnectOptions::new().filename(self.harness.database());
                let mut other = options.connect().await.unwrap();
                tokio::spawn(async move {
                    other.execute("begin immediate").await.unwrap();
                    tokio::time::sleep(Duration::from_millis(700)).await;
                    other.execute("rollback").await.unwrap();
                });
            }
            7 => discord.clear_faults(),
            _ => {
                discord.clear_faults();
                self.harness.kill_and_start().await;
            }
        }
    }

    /// Somebody does something.
    async fn goes_on(&mut self) {
        self.step += 1;
        if self.chance.random_bool(0.4) {
            self.trouble().await;
        }
        match self.chance.random_range(0..20) {
            0 | 1 => self.asks().await,
            2 => self.posts_daily().await,
            3 | 4 => self.withdraws().await,
            5 => self.closes().await,
            _ => self.answers().await,
        }
        let wrong = self.ledger.wrong(&answers(&self.look, self.server).await);
        assert!(wrong.is_empty(), "after step {}: {wrong:#?}", self.step);
    }

    async fn asks(&mut self) {
        let line = format!("question text:\"Question {:03}?\"", self.step);
        let asked = self.owner.slash(&self.harness.general, &line).await;
        let Some(message) = asked.ok().and_then(|it| it.message().ok()) else { return };
        // A receipt alone says nothing of the round; the database does.
        let rounds = self.look.read(self.server).rounds_on(None).await.unwrap();
        let text = format!("Question {:03}?", self.step);
        if let Some(round) = rounds.into_iter().find(|round| round.text == text) {
            self.questions.push((round.number.0, message));
        }
    }

    async fn answers(&mut self) {
        let Some((round, _)) = self.question() else { return };
        let (name, member) = self.member();
        let text = text(&name, self.step);
        let hidden = self.chance.random_bool(0.2);
        let line = format!("answer round:{round} anonymous:{hidden} text:\"{text}\"");
        self.ledger.sends(round, &name, Some(text.clone()));
        let told = member.slash(&self.harness.general, &line).await;
        self.ledger.hears(round, &name, Some(text), &told);
    }

    async fn withdraws(&mut self) {
        let Some((round, question)) = self.question() else { return };
        let (name, member) = self.member();
        self.ledger.sends(round, &name, None);
        let told = member.forge(&question, &format!("withdraw round:{round}")).await;
        self.ledger.hears(round, &name, None, &told);
    }

    async fn closes(&mut self) {
        let Some((round, question)) = self.question() else { return };
        let asked = self.owner.forge(&question, &format!("close round:{round}")).await;
        // The answer to a press that is sure takes the place of what was pressed: of the question, were it
        // pressed there.
        let Some(asked) = asked.ok().and_then(|it| it.message().ok()) else { return };
        let _ = self.owner.forge(&asked, &format!("close round:{round} sure:true")).await;
    }

    async fn posts_daily(&mut self) {
        let told = self.owner.slash(&self.harness.general, "daily now").await;
        let told = told.ok().and_then(|it| it.message().ok());
        match told.is_some_and(|told| !told.text().contains("went wrong")) {
            true => self.dailies.0 += 1,
            false => self.dailies.1 += 1,
        }
    }

    fn question(&mut self) -> Option<(i64, Message)> {
        let count = self.questions.len();
        (count > 0).then(|| self.questions[self.chance.random_range(0..count)].clone())
    }

    fn member(&mut self) -> (String, Member) {
        self.members[self.chance.random_range(0..self.members.len())].clone()
    }

    /// Nothing goes wrong any more: everything due is out, once.
    async fn heals(mut self) -> Ledger {
        self.harness.discord.clear_faults();
        let waits = async {
            // A seed may end while the gateway is away.
            self.harness.discord.ready().await;
            while self.look.outbox_size().await.unwrap() > 0 {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(HEALING, waits).await.expect("something is never done");
        let there = answers(&self.look, self.server).await;
        assert_eq!(self.ledger.wrong(&there), [""; 0], "at the end");
        self.ledger.settle(&there);
        assert_once(&self.ledger, &self.look, self.server, &[&self.harness.general]).await;
        let posts = self.daily.messages().len();
        let (sure, maybe) = self.dailies;
        assert!((sure..=sure + maybe).contains(&posts), "{posts} of {sure} or {maybe} more");
        self.ledger
    }
}

/// An evening of so many steps.
async fn plays(seed: u64, steps: usize) -> Ledger {
    println!(
        "seed {seed}: SEED={seed} STEPS={steps} cargo test --test main discord::chance -- --ignored --nocapture"
    );
    let mut evening = Evening::begins(seed).await;
    for _ in 0..steps {
        evening.goes_on().await;
    }
    evening.heals().await
}

#[tokio::test]
async fn whatever_goes_wrong_everything_due_is_out_once_in_the_end() {
    plays(1, 25).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a minute; SEED and STEPS play one evening, SEEDS so many"]
async fn many_seeds_play() {
    let number =
        |name: &str, usual: u64| std::env::var(name).map_or(usual, |given| given.parse().unwrap());
    let steps = usize::try_from(number("STEPS", 60)).unwrap();
    let seeds: Vec<u64> = match std::env::var("SEED") {
        Ok(seed) => vec![seed.parse().unwrap()],
        Err(_) => (100..100 + number("SEEDS", 24)).collect(),
    };
    let count = seeds.len();
    let played =
        futures_util::stream::iter(seeds).map(|seed| plays(seed, steps)).buffer_unordered(8);
    let ledgers: Vec<Ledger> = played.collect().await;
    let total = |of: fn(&Ledger) -> usize| ledgers.iter().map(of).sum::<usize>();
    println!(
        "{count} seeds of {steps} steps: {} acknowledged, {} refused, {} without a word",
        total(|it| it.acknowledged),
        total(|it| it.refused),
        total(|it| it.unheard),
    );
}
