//! One run: what people do, how fast, and how long each of them waited.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::exchange::Act;
use super::payloads::{EVERYONE, Payloads};
use super::script::Script;
use super::{Kind, Mix};

/// The themes that quotes are asked for by.
pub(super) const THEMES: [&str; 8] = [
    "power",
    "liberty",
    "economy",
    "planning",
    "bureaucracy",
    "thought",
    "institutions",
    "history",
];

/// How fast it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// So many at any moment: the next is sent when one is answered.
    InFlight(usize),
    /// So many a second, at random moments, whatever becomes of them. How long one took counts from
    /// when it ought to have been sent.
    Rate(f64),
}

/// What ends a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Until {
    pub(super) count: u64,
    pub(super) time: Duration,
}

/// A run that is on.
#[derive(Debug)]
pub(super) struct Run {
    script: Rc<Script>,
    mix: Mix,
    pace: Pace,
    random: ChaCha8Rng,
    left: u64,
    end: Instant,
    begun: Instant,
    last: Instant,
    in_flight: usize,
    sent: u64,
    drawn: u64,
    latencies: BTreeMap<Kind, Histogram<u64>>,
    /// How much later than they ought to have been they were sent.
    late: Histogram<u64>,
    wrong: u64,
    mistakes: Vec<String>,
}

/// What is done next.
pub(super) struct Choice<'a> {
    pub(super) kind: Kind,
    payloads: &'a Payloads,
    server: usize,
    member: usize,
    text: Cow<'a, str>,
    message: &'a str,
}

impl Choice<'_> {
    pub(super) fn act(&self) -> Act<'_> {
        Act {
            template: self.payloads.of(self.kind),
            server: self.server,
            member: self.member,
            place: self.kind.place(),
            permissions: EVERYONE,
            text: &self.text,
            message: self.message,
        }
    }
}

/// How many mistakes are kept to be read.
const MISTAKES: usize = 5;

impl Run {
    /// A run whose choices follow from the seed.
    pub(super) fn new(script: Rc<Script>, mix: Mix, pace: Pace, until: Until, seed: u64) -> Self {
        let now = Instant::now();
        Self {
            script,
            mix,
            pace,
            random: ChaCha8Rng::seed_from_u64(seed),
            left: until.count,
            end: now + until.time,
            begun: now,
            last: now,
            in_flight: 0,
            sent: 0,
            drawn: 0,
            latencies: BTreeMap::new(),
            late: empty(),
            wrong: 0,
            mistakes: Vec::new(),
        }
    }

    /// How many are sent at the beginning.
    pub(super) fn at_once(&self) -> usize {
        match self.pace {
            Pace::InFlight(count) => count.max(1),
            Pace::Rate(_) => 0,
        }
    }

    /// Takes the place of one that ought to be sent at `due`; `false` if it is enough.
    pub(super) fn take_place(&mut self, due: Instant) -> bool {
        let more = !self.is_exhausted();
        if more {
            self.late.saturating_record(nanoseconds(due.elapsed()));
            self.left -= 1;
            self.in_flight += 1;
            self.sent += 1;
        }
        more
    }

    /// How many are sent at most.
    pub(super) const fn left(&self) -> u64 {
        self.left
    }

    /// Starts the clock: what was prepared takes no time of the run's.
    pub(super) fn start(&mut self) {
        let now = Instant::now();
        self.end = now + self.end.saturating_duration_since(self.begun);
        (self.begun, self.last) = (now, now);
    }

    /// What is done next.
    pub(super) fn draw(&mut self) -> Choice<'_> {
        self.drawn += 1;
        let kind = self.mix.draw(&mut self.random);
        let script = &*self.script;
        let servers = match kind {
            Kind::Weigh => script.weighable.len(),
            _ => script.active,
        };
        let server = self.random.random_range(0..servers.max(1));
        let weighable = (kind == Kind::Weigh).then(|| script.weighable.get(server)).flatten();
        let first = weighable.map_or(0, |one| one.from);
        let member = self.random.random_range(first..script.members.max(first + 1));
        let (server, member) = match kind {
            Kind::Answer => script.next_to_answer(),
            _ => (server, member),
        };
        let text = match (kind, weighable) {
            (Kind::Quote | Kind::Draw, _) => Cow::Borrowed(pick(&mut self.random, &THEMES)),
            (Kind::Autocomplete, _) => {
                let theme = pick(&mut self.random, &THEMES);
                Cow::Borrowed(&theme[..self.random.random_range(0..3)])
            }
            (Kind::Weigh, Some(one)) => {
                let line = self.random.random_range(0..one.lines.len().max(1));
                Cow::Borrowed(one.lines.get(line).map_or("", String::as_str))
            }
            (Kind::Answer, _) => Cow::Owned(answer(self.drawn)),
            (Kind::Weigh | Kind::Help, _) => Cow::Borrowed(""),
        };
        let message = weighable.map_or("null", |one| &one.message);
        Choice { kind, payloads: &script.payloads, server, member, text, message }
    }

    /// Whether nothing more is sent.
    fn is_exhausted(&self) -> bool {
        self.left == 0 || Instant::now() >= self.end
    }

    /// Whether all is answered that there was to be.
    pub(super) fn is_over(&self) -> bool {
        self.in_flight == 0 && self.is_exhausted()
    }

    /// Takes an answer. Whether the next is to be sent for it.
    pub(super) fn record(&mut self, kind: Kind, took: Duration, right: Result<(), String>) -> bool {
        self.in_flight = self.in_flight.saturating_sub(1);
        self.last = Instant::now();
        match right {
            Ok(()) => {
                let of_kind = self.latencies.entry(kind).or_insert_with(empty);
                of_kind.saturating_record(nanoseconds(took));
            }
            Err(what) => self.wrong(what),
        }
        matches!(self.pace, Pace::InFlight(_))
    }

    /// Counts something that ought not to be.
    pub(super) fn wrong(&mut self, what: String) {
        self.wrong += 1;
        if self.mistakes.len() < MISTAKES && !self.mistakes.contains(&what) {
            self.mistakes.push(what);
        }
    }

    pub(super) fn in_flight(&self) -> usize {
        self.in_flight
    }

    /// How many were answered, rightly or not.
    pub(super) fn answered(&self) -> u64 {
        self.sent - self.in_flight as u64
    }

    /// What came of it.
    pub(super) fn outcome(self) -> Outcome {
        let mut all = empty();
        for histogram in self.latencies.values() {
            // Both have the same bounds.
            let _ = all.add(histogram);
        }
        Outcome {
            lost: self.in_flight as u64,
            took: self.last.saturating_duration_since(self.begun),
            all,
            each: self.latencies,
            late: self.late,
            wrong: self.wrong,
            mistakes: self.mistakes,
        }
    }
}

/// What came of a run.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Latencies in nanoseconds, of all right answers and by kind.
    pub(super) all: Histogram<u64>,
    pub(super) each: BTreeMap<Kind, Histogram<u64>>,
    /// How late the driver was to send.
    pub(super) late: Histogram<u64>,
    /// From the first sending to the last answer.
    pub(super) took: Duration,
    /// Answers that were not right, and the first of them.
    pub(super) wrong: u64,
    pub(super) mistakes: Vec<String>,
    /// What was never answered.
    pub(super) lost: u64,
}

fn pick<'a>(random: &mut ChaCha8Rng, of: &[&'a str]) -> &'a str {
    of[random.random_range(0..of.len())]
}

/// An answer that nobody has given before.
fn answer(number: u64) -> String {
    format!(
        "Answer {number}: those who clean the streets know better than those who plan them, and \
         still it is the plan that is printed. I would ask them first, and then draw the map."
    )
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

/// Up to a minute, to three digits.
fn empty() -> Histogram<u64> {
    Histogram::new_with_bounds(1_000, 60_000_000_000, 3)
        .unwrap_or_else(|_| unreachable!("the bounds are right"))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::{BTreeSet, HashMap};

    use super::*;
    use crate::load::script::Weighable;

    fn run(mix: &str, pace: Pace, count: u64) -> Run {
        let weighable = (0..3)
            .map(|server| Weighable {
                lines: vec![format!("weigh round:{server}")],
                message: "{}".to_owned(),
                from: 4,
            })
            .collect();
        let payloads = Payloads::new(&HashMap::new());
        let script = Script { payloads, active: 3, members: 6, weighable, answers: Cell::new(0) };
        let until = Until { count, time: Duration::from_secs(3_600) };
        Run::new(Rc::new(script), mix.parse().expect("a mix"), pace, until, 7)
    }

    #[test]
    fn nobody_answers_again_before_all_have_answered() {
        let mut run = run("answer=1", Pace::InFlight(1), 1_000);
        let mut who = || {
            let Choice { server, member, .. } = run.draw();
            (server, member)
        };
        let all: BTreeSet<_> = (0..18).map(|_| who()).collect();
        assert_eq!(all.len(), 18);
        assert!(all.contains(&who()));
    }

    #[test]
    fn choices_follow_from_the_seed_and_end_with_the_count() {
        let choices = |mut run: Run| -> Vec<String> {
            let mut all = Vec::new();
            while run.take_place(Instant::now()) {
                let Choice { kind, server, member, text, .. } = run.draw();
                all.push(format!("{kind} {server} {member} {text}"));
            }
            all
        };
        let mix = "quote=60,autocomplete=20,answer=10,weigh=10";
        let first = choices(run(mix, Pace::InFlight(4), 1_000));
        assert_eq!(first.len(), 1_000);
        assert_eq!(first, choices(run(mix, Pace::Rate(5.0), 1_000)));
        let share = |kind: &str| first.iter().filter(|one| one.starts_with(kind)).count();
        assert!((550..650).contains(&share("quote ")), "{}", share("quote "));
        // Those who gave an answer do not weigh it.
        let weighed = first.iter().filter(|one| one.starts_with("weigh "));
        assert!(weighed.clone().count() > 50);
        for one in weighed {
            let words: Vec<&str> = one.split(' ').collect();
            assert!(["4", "5"].contains(&words[2]), "{one}");
            assert_eq!(one.split_once("round:").map(|(_, round)| round), Some(words[1]), "{one}");
        }
        let answers: Vec<_> = first.iter().filter(|one| one.starts_with("answer ")).collect();
        let mut texts: Vec<_> = answers.iter().map(|one| one.split_once("Answer ")).collect();
        texts.dedup();
        assert_eq!(texts.len(), answers.len(), "no two answers are alike");
    }

    #[test]
    fn a_closed_loop_sends_one_for_each_answer_and_an_open_one_does_not() {
        for (pace, at_once, more) in [(Pace::InFlight(8), 8, true), (Pace::Rate(100.0), 0, false)] {
            let mut run = run("quote", pace, 10);
            assert_eq!(run.at_once(), at_once);
            assert!(run.take_place(Instant::now()) && !run.is_over());
            let took = Duration::from_millis(2);
            assert_eq!(run.record(Kind::Quote, took, Ok(())), more);
        }
    }

    #[test]
    fn right_answers_are_timed_and_wrong_ones_counted() {
        let mut run = run("quote,answer", Pace::InFlight(1), 102);
        for milliseconds in 1..=100 {
            assert!(run.take_place(Instant::now()));
            run.record(Kind::Quote, Duration::from_millis(milliseconds), Ok(()));
        }
        let now = Instant::now();
        assert!(run.take_place(now) && run.take_place(now) && !run.take_place(now));
        run.record(Kind::Answer, Duration::from_millis(1), Err("an error".to_owned()));
        assert!(!run.is_over());
        let outcome = run.outcome();
        assert_eq!((outcome.wrong, outcome.lost), (1, 1));
        assert_eq!(outcome.mistakes, ["an error"]);
        assert_eq!(outcome.each[&Kind::Quote].len(), 100);
        for (quantile, milliseconds) in [(0.5, 50.0), (0.99, 99.0), (1.0, 100.0)] {
            let measured = outcome.all.value_at_quantile(quantile) as f64 / 1e6;
            let off = (measured - milliseconds).abs() / milliseconds;
            assert!(off < 0.002, "{quantile}: {measured} and not {milliseconds}");
        }
    }
}
