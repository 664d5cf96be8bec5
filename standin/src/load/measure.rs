//! Measures one bot, from its start to its end.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::discord::Discord;
use super::exchange::Act;
use super::http_way::{self, Endpoint, Signature};
use super::ids::Place;
use super::payloads::{EVERYONE, Payloads};
use super::process::{Bot, Cores, CpuTime};
use super::report::{BotReport, Latency, RunReport};
use super::run::{Outcome, Pace, Run, THEMES, Until};
use super::script::Script;
use super::{Arguments, Kind, Mix, Way, bots, pace, setup};

/// How long a bot may take until it is there.
const START: Duration = Duration::from_secs(60);
/// A bot is at rest once it has done nothing for so long.
const REST: Duration = Duration::from_millis(500);
/// How long we wait for that.
const RESTLESS: Duration = Duration::from_secs(20);

/// Measures bots.
pub(super) struct Driver<'a> {
    pub(super) arguments: &'a Arguments,
    pub(super) discord: Rc<Discord>,
    pub(super) signature: Rc<Signature>,
    pub(super) pinned: Option<Cores>,
}

/// Why a bot could not be measured.
type Failure = String;

fn failed(error: io::Error) -> Failure {
    error.to_string()
}

impl Driver<'_> {
    /// In how many servers something happens.
    pub(super) fn active(&self) -> usize {
        self.arguments.active.clamp(1, self.arguments.servers.max(1))
    }

    /// Measures a bot. What is wrong with it is in its report.
    pub(super) async fn measure(&self, name: String, command: String) -> io::Result<BotReport> {
        eprintln!("{name}");
        let mut report = BotReport {
            name,
            command,
            failures: Vec::new(),
            first_start_ms: 0.0,
            start_ms: 0.0,
            at_rest: Default::default(),
            after: Default::default(),
            runs: Vec::new(),
            requests: Default::default(),
        };
        let folder = tempfile::tempdir()?;
        if let Err(failure) = self.fill(&mut report, folder.path()).await {
            eprintln!("  {failure}");
            report.failures.push(failure);
        }
        let unknown = self.discord.take_unknown();
        if !unknown.is_empty() {
            report.failures.push(format!("requests that are not known here: {unknown:?}"));
        }
        self.discord.forget();
        Ok(report)
    }

    async fn fill(&self, report: &mut BotReport, folder: &Path) -> Result<(), Failure> {
        let mut bot = self.start(&report.command, folder).await?;
        report.first_start_ms = self.ready(&mut bot).await?;
        self.registered(&mut bot).await?;
        let able = setup::able(&self.discord.commands(), self.arguments.members);
        let plan = self.plan(&able);
        let kinds: Vec<Kind> = plan.iter().flat_map(Mix::kinds).collect();
        eprintln!("  prepares");
        let script = setup::prepare(&self.discord, &kinds, self.active()).await;
        let script = Rc::new(script.map_err(|failure| words(failure, &bot))?);
        self.rests(&bot).await?;
        bot.stop().await.map_err(failed)?;
        self.discord.hang_up();

        let mut bot = self.start(&report.command, folder).await?;
        report.start_ms = self.ready(&mut bot).await?;
        tokio::time::sleep(self.arguments.settle).await;
        report.at_rest = bot.memory().map_err(failed)?;
        for (number, (mix, pace)) in self.runs(&plan).into_iter().enumerate() {
            let (run, mistakes) = self.run(&bot, &script, (mix, pace), number as u64).await?;
            if run.wrong + run.lost > 0 {
                let RunReport { mix, wrong, lost, .. } = &run;
                let what = format!("{mix}: {wrong} wrong, {lost} lost; {}", mistakes.join("; "));
                report.failures.push(what);
            }
            if number > 0 || self.arguments.warm_up == 0 {
                report.runs.push(run);
            }
        }
        report.after = bot.memory().map_err(failed)?;
        report.requests = self.discord.requests();
        bot.stop().await.map_err(failed)?;
        self.discord.hang_up();
        Ok(())
    }

    async fn start(&self, command: &str, folder: &Path) -> Result<Bot, Failure> {
        let listen = match self.arguments.way {
            Way::Gateway => None,
            Way::Http => Some(free_address().await.map_err(failed)?),
        };
        let text = listen.map(|address| address.to_string());
        let environment = bots::environment(&self.discord.http, folder, text.as_deref());
        let log = folder.join("log");
        let start = || Bot::start(command, &environment, &log);
        let bot = match self.pinned {
            Some(cores) => cores.for_bot(start).map_err(failed)?,
            None => start(),
        };
        let mut bot = bot.map_err(failed)?;
        if let Some(address) = listen {
            self.listens(&mut bot, address).await?;
        }
        Ok(bot)
    }

    /// Waits until the bot takes interactions by HTTP.
    async fn listens(&self, bot: &mut Bot, address: SocketAddr) -> Result<(), Failure> {
        let ping = async {
            while !http_way::ping(address, &self.signature).await.unwrap_or(false) {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        self.within_start(bot, "takes no interactions by HTTP", ping).await?;
        let most = self.arguments.in_flight.iter().copied().max().unwrap_or(0).max(64);
        let signature = Rc::clone(&self.signature);
        let endpoint = Endpoint::open(address, most, signature, &self.discord);
        self.discord.post_to(Some(endpoint));
        Ok(())
    }

    /// Waits for the bot's first answer; how long it took from its start, in milliseconds.
    async fn ready(&self, bot: &mut Bot) -> Result<f64, Failure> {
        if self.arguments.way == Way::Gateway {
            let there = self.discord.until(Discord::is_connected);
            self.within_start(bot, "does not connect", there).await?;
        }
        let payloads = Payloads::new(&Default::default());
        let answer = self.discord.ask(&Act {
            template: payloads.of(Kind::Quote),
            server: 0,
            member: 0,
            place: Place::General,
            permissions: EVERYONE,
            text: THEMES[0],
            message: "null",
        });
        self.within_start(bot, "does not answer /quote", answer)
            .await?
            .map_err(|_| words("it does not answer /quote".to_owned(), bot))?;
        let took = bot.started.elapsed().as_secs_f64() * 1_000.0;
        eprintln!("  is there after {took:.1} ms");
        Ok(took)
    }

    async fn registered(&self, bot: &mut Bot) -> Result<(), Failure> {
        let registered = self.discord.until(Discord::is_registered);
        self.within_start(bot, "registers no commands", registered).await
    }

    /// Waits for something that a bot does at its start, as long as it is alive.
    async fn within_start<T>(
        &self,
        bot: &mut Bot,
        what: &str,
        wait: impl Future<Output = T>,
    ) -> Result<T, Failure> {
        let deadline = Instant::now() + START;
        let mut wait = std::pin::pin!(wait);
        loop {
            match tokio::time::timeout(Duration::from_millis(200), &mut wait).await {
                Ok(done) => return Ok(done),
                Err(_) if bot.ended() => return Err(words("it has ended".to_owned(), bot)),
                Err(_) if Instant::now() > deadline => {
                    return Err(words(format!("it {what}"), bot));
                }
                Err(_) => {}
            }
        }
    }

    /// What the bot can do of what is to be measured: each kind alone, and the mix.
    fn plan(&self, able: &[Kind]) -> Vec<Mix> {
        let mut plan = Vec::new();
        let others: Option<Vec<Kind>> = match &self.arguments.each {
            Some(others) => Some(others.kinds().collect()),
            None => self.arguments.compare.then(|| vec![Kind::Quote, Kind::Draw, Kind::Help]),
        };
        if let Some(others) = others {
            let mut kinds: Vec<Kind> = self.arguments.mix.kinds().chain(others).collect();
            kinds.sort();
            kinds.dedup();
            plan.extend(kinds.into_iter().filter(|kind| able.contains(kind)).map(Mix::only));
        }
        plan.extend(self.arguments.mix.among(able).filter(|mix| !plan.contains(mix)));
        plan
    }

    /// What is run, one after the other; the first warms up.
    fn runs(&self, plan: &[Mix]) -> Vec<(Mix, Pace)> {
        let Arguments { in_flight, rate, warm_up, .. } = self.arguments;
        let mut paces: Vec<Pace> = in_flight.iter().copied().map(Pace::InFlight).collect();
        paces.extend(rate.iter().copied().map(Pace::Rate));
        if paces.is_empty() {
            paces = vec![Pace::InFlight(64), Pace::InFlight(1)];
        }
        let Some(last) = plan.last() else { return Vec::new() };
        let first = (*warm_up > 0).then(|| (last.clone(), Pace::InFlight(64)));
        let all = paces.iter().flat_map(|pace| plan.iter().map(|mix| (mix.clone(), *pace)));
        first.into_iter().chain(all.filter(|_| self.arguments.count > 0)).collect()
    }

    /// One measurement, and what was wrong about it.
    async fn run(
        &self,
        bot: &Bot,
        script: &Rc<Script>,
        (mix, pace): (Mix, Pace),
        number: u64,
    ) -> Result<(RunReport, Vec<String>), Failure> {
        let warms_up = number == 0 && self.arguments.warm_up > 0;
        let count = if warms_up { self.arguments.warm_up } else { self.arguments.count };
        let until = Until { count, time: self.arguments.time };
        let seed = self.arguments.seed.wrapping_add(number);
        let run = Run::new(Rc::clone(script), mix.clone(), pace, until, seed);
        let begin = || -> io::Result<_> { Ok((bot.cpu()?, CpuTime::own()?)) };
        let prepared = self.discord.prepare(run);
        let (bots, own) = begin().map_err(failed)?;
        self.discord.begin(prepared);
        if let Pace::Rate(rate) = pace {
            let discord = Rc::clone(&self.discord);
            tokio::task::spawn_local(pace::keep(discord, rate, seed));
        }
        self.over().await;
        let own = CpuTime::own().map_err(failed)?.since(own);
        let Some(run) = self.discord.end() else {
            return Err("there is no run".to_owned());
        };
        let outcome = run.outcome();
        // What answers have brought about is paid for as well.
        self.rests(bot).await?;
        let bots = bot.cpu().map_err(failed)?.since(bots);
        Ok((summed_up(&mix, pace, &outcome, bots, own), outcome.mistakes))
    }

    /// Waits until all is answered, or nothing more comes.
    async fn over(&self) {
        let over = self.discord.until(Discord::is_over);
        let mut over = std::pin::pin!(over);
        let mut before = self.discord.progress();
        // With so long nothing but silence, those that are missing are lost.
        let silence = self.arguments.patience + Duration::from_millis(500);
        loop {
            if tokio::time::timeout(silence, &mut over).await.is_ok() {
                return;
            }
            let now = self.discord.progress();
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// Waits until the bot does nothing more.
    async fn rests(&self, bot: &Bot) -> Result<(), Failure> {
        let deadline = Instant::now() + RESTLESS;
        loop {
            let before = (bot.cpu().map_err(failed)?, self.discord.requests());
            tokio::time::sleep(REST).await;
            let (cpu, requests) = (bot.cpu().map_err(failed)?, self.discord.requests());
            let little = cpu.since(before.0) <= Duration::from_millis(10);
            if (little && requests == before.1) || Instant::now() > deadline {
                return Ok(());
            }
        }
    }
}

/// A failure with what the bot has said of it.
fn words(failure: String, bot: &Bot) -> Failure {
    match bot.last_words() {
        none if none.is_empty() => failure,
        words => format!("{failure}\nThe bot wrote:\n{words}"),
    }
}

async fn free_address() -> io::Result<SocketAddr> {
    tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()
}

fn summed_up(
    mix: &Mix,
    pace: Pace,
    outcome: &Outcome,
    bot: Duration,
    driver: Duration,
) -> RunReport {
    let answered = outcome.all.len();
    let each = |time: Duration| time.as_secs_f64() * 1e6 / (answered.max(1)) as f64;
    let seconds = outcome.took.as_secs_f64();
    let (in_flight, rate) = RunReport::pace(pace);
    let latency_ms_of =
        outcome.each.iter().map(|(kind, histogram)| (kind.name(), Latency::of(histogram)));
    let report = RunReport {
        mix: mix.to_string(),
        in_flight,
        rate,
        answered,
        wrong: outcome.wrong,
        lost: outcome.lost,
        seconds,
        per_second: answered as f64 / seconds.max(f64::EPSILON),
        bot_cpu_us: each(bot),
        driver_cpu_us: each(driver),
        driver_late_ms: Latency::of(&outcome.late),
        latency_ms: Latency::of(&outcome.all),
        latency_ms_of: latency_ms_of.collect(),
    };
    let RunReport { per_second, bot_cpu_us, latency_ms, .. } = &report;
    eprintln!(
        "  {mix}, {pace:?}: {per_second:.0} a second, {bot_cpu_us:.0} µs, p50 {:.2} ms, p99 {:.2} ms",
        latency_ms.p50, latency_ms.p99
    );
    report
}
