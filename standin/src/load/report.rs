//! What was measured, as a table and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hdrhistogram::Histogram;
use serde::Serialize;

use super::process::Memory;
use super::run::Pace;

/// All that was measured.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Under which circumstances.
    pub setting: Setting,
    /// Each bot.
    pub bots: Vec<BotReport>,
}

/// The circumstances.
#[derive(Clone, Debug, Serialize)]
pub struct Setting {
    /// How many cores there are, for the driver and the bot together.
    pub cores: usize,
    /// Whether the driver had one of them to itself.
    pub pinned: bool,
    /// How interactions reached the bots.
    pub way: &'static str,
    /// Servers, those in which something happened, members of each, and shards.
    pub servers: usize,
    /// See `servers`.
    pub active: usize,
    /// See `servers`.
    pub members: usize,
    /// See `servers`.
    pub shards: usize,
}

/// One bot.
#[derive(Clone, Debug, Serialize)]
pub struct BotReport {
    /// Its name.
    pub name: String,
    /// What it was started with.
    pub command: String,
    /// Why it could not be measured, or what was wrong about its answers.
    pub failures: Vec<String>,
    /// From the start of the process to its first answer, without a database and with one.
    pub first_start_ms: f64,
    /// See `first_start_ms`.
    pub start_ms: f64,
    /// Memory before the load, and when the bot had come to rest after it, in kibibytes.
    pub at_rest: Memory,
    /// See `at_rest`.
    pub after: Memory,
    /// What was measured.
    pub runs: Vec<RunReport>,
    /// The requests that it sent, by sort, from its second start to its end.
    pub requests: BTreeMap<&'static str, u64>,
}

/// One measurement.
#[derive(Clone, Debug, Serialize)]
pub struct RunReport {
    /// What people did.
    pub mix: String,
    /// How many waited at any moment, if it went by that.
    pub in_flight: Option<usize>,
    /// How many came a second, if it went by that.
    pub rate: Option<f64>,
    /// Right answers.
    pub answered: u64,
    /// Wrong ones, and what never came.
    pub wrong: u64,
    /// See `wrong`.
    pub lost: u64,
    /// From the first sending to the last answer.
    pub seconds: f64,
    /// Right answers a second.
    pub per_second: f64,
    /// Processor time of the bot alone for each answer, with what came of it afterwards.
    pub bot_cpu_us: f64,
    /// Of the driver.
    pub driver_cpu_us: f64,
    /// How much later than it ought to have been the driver sent what people did.
    pub driver_late_ms: Latency,
    /// How long people waited.
    pub latency_ms: Latency,
    /// The same by what they did.
    pub latency_ms_of: BTreeMap<&'static str, Latency>,
}

/// How long people waited, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Latency {
    /// How many.
    pub count: u64,
    /// Half of them waited less.
    pub p50: f64,
    /// One in ten waited longer.
    pub p90: f64,
    /// One in a hundred waited longer.
    pub p99: f64,
    /// One in a thousand waited longer.
    pub p99_9: f64,
    /// The longest.
    pub max: f64,
}

impl Latency {
    /// Of a histogram in nanoseconds.
    pub(super) fn of(histogram: &Histogram<u64>) -> Self {
        let at = |quantile| histogram.value_at_quantile(quantile) as f64 / 1e6;
        Self {
            count: histogram.len(),
            p50: at(0.5),
            p90: at(0.9),
            p99: at(0.99),
            p99_9: at(0.999),
            max: histogram.max() as f64 / 1e6,
        }
    }
}

impl RunReport {
    pub(super) const fn pace(in_flight_or_rate: Pace) -> (Option<usize>, Option<f64>) {
        match in_flight_or_rate {
            Pace::InFlight(count) => (Some(count), None),
            Pace::Rate(rate) => (None, Some(rate)),
        }
    }

    /// What tells it from the other measurements of a bot.
    fn title(&self) -> String {
        let pace = match (self.in_flight, self.rate) {
            (Some(1), _) => "one at a time".to_owned(),
            (Some(count), _) => format!("{count} at once"),
            (None, rate) => format!("{} a second", rate.unwrap_or_default()),
        };
        match self.mix.contains(',') {
            true => format!("mix, {pace}"),
            false => format!("{}, {pace}", self.mix),
        }
    }
}

impl Report {
    /// Whether every bot was measured and every answer was right.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.bots.iter().all(|bot| bot.failures.is_empty())
    }

    /// A table in Markdown, a column a bot, and what went wrong.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out = String::new();
        let Setting { cores, way, servers, active, members, shards, pinned } = self.setting;
        let pinned = if pinned { "one of them the driver's alone" } else { "the driver's as well" };
        let _ = writeln!(
            out,
            "{cores} cores, {pinned}; interactions by {way}; {servers} servers, {active} of them \
             active, with {members} members each; shards: {shards}\n"
        );
        if let Some(mix) = self.mix() {
            let _ = writeln!(out, "mix, of which a bot does what it can: {mix}\n");
        }
        let mut row = |title: &str, cell: &dyn Fn(&BotReport) -> String| {
            let cells: Vec<String> = self.bots.iter().map(cell).collect();
            let _ = writeln!(out, "| {title} | {} |", cells.join(" | "));
        };
        row("", &|bot| bot.name.clone());
        row("---", &|_| "---:".to_owned());
        for title in self.titles() {
            let mut of_run = |what: &str, cell: &dyn Fn(&RunReport) -> String| {
                row(&format!("{title}: {what}"), &|bot| {
                    let run = bot.runs.iter().find(|run| run.title() == title);
                    run.map_or_else(|| "–".to_owned(), cell)
                });
            };
            of_run("CPU of the bot, µs", &|run| format!("{:.0}", run.bot_cpu_us));
            of_run("CPU of the driver, µs", &|run| format!("{:.0}", run.driver_cpu_us));
            of_run("answers a second", &|run| format!("{:.0}", run.per_second));
            of_run("p50 / p90 / p99 / p99.9 / max, ms", &|run| {
                let Latency { p50, p90, p99, p99_9, max, .. } = run.latency_ms;
                [p50, p90, p99, p99_9, max].map(digits).join(" / ")
            });
        }
        let megabytes = |kibibytes: u64| digits(kibibytes as f64 * 1_024.0 / 1e6);
        row("resident at rest / after / at most, MB", &|bot| {
            let (rest, after) = (bot.at_rest.resident, bot.after.resident);
            [rest, after, bot.after.most].map(megabytes).join(" / ")
        });
        row("of that anonymous, at rest / after, MB", &|bot| {
            [bot.at_rest.anonymous, bot.after.anonymous].map(megabytes).join(" / ")
        });
        row("start to first answer, without a database / with one, ms", &|bot| {
            format!("{:.0} / {:.0}", bot.first_start_ms, bot.start_ms)
        });
        for bot in &self.bots {
            for failure in &bot.failures {
                let _ = writeln!(out, "\n{}: {failure}", bot.name);
            }
        }
        out
    }

    /// The mix of the bot that can do the most.
    fn mix(&self) -> Option<&str> {
        let all = self.bots.iter().flat_map(|bot| &bot.runs).map(|run| run.mix.as_str());
        all.filter(|mix| mix.contains(',')).max_by_key(|mix| mix.len())
    }

    /// The measurements of all bots, each once, in their order.
    fn titles(&self) -> Vec<String> {
        let mut titles = Vec::new();
        for run in self.bots.iter().flat_map(|bot| &bot.runs) {
            let title = run.title();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    }
}

/// A number with as many digits as are worth reading.
fn digits(number: f64) -> String {
    match number {
        small if small < 9.995 => format!("{small:.2}"),
        middle if middle < 99.95 => format!("{middle:.1}"),
        large => format!("{large:.0}"),
    }
}
