//! Load: many people at once, and how long the bot keeps them waiting.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::{Channel, Failure, Member};

/// What a run of [`load`] measured.
#[derive(Clone, Debug)]
pub struct Load {
    /// Answered interactions.
    pub answered: usize,
    /// Interactions that failed, with the first failure's words.
    pub failed: usize,
    /// The first failure.
    pub failure: Option<String>,
    /// Half were answered in less.
    pub p50: Duration,
    /// All but one in a hundred were answered in less.
    pub p99: Duration,
    /// The slowest.
    pub max: Duration,
    /// From the first sending to the last answer.
    pub took: Duration,
}

impl Load {
    /// Answers a second.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        let answered = u32::try_from(self.answered).unwrap_or(u32::MAX);
        f64::from(answered) / self.took.as_secs_f64()
    }
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { answered, failed, p50, p99, max, took, .. } = self;
        write!(f, "{answered} answered, {failed} failed in {took:.2?}: ")?;
        write!(
            f,
            "{:.0} a second, p50 {p50:.2?}, p99 {p99:.2?}, max {max:.2?}",
            self.per_second()
        )?;
        self.failure.iter().try_for_each(|failure| write!(f, "; first failure: {failure}"))
    }
}

/// Types a slash command `count` times, with `in_flight` people typing at any moment, each in their
/// place in turn. `{n}` in the line is the number of the time, so that no two are alike.
///
/// # Errors
/// If the command cannot be typed.
///
/// # Panics
/// If there is nobody.
pub async fn load(
    people: &[(Member, Channel)],
    line: &str,
    count: usize,
    in_flight: usize,
) -> Result<Load, Failure> {
    assert!(!people.is_empty(), "somebody must type");
    drop(people[0].0.prepare(&people[0].1, &numbered(line, 0), &[])?);
    let (people, line): (Arc<[_]>, Arc<str>) = (people.into(), line.into());
    let next = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let typing: Vec<_> = (0..in_flight.max(1))
        .map(|_| {
            let (people, line, next) = (Arc::clone(&people), Arc::clone(&line), Arc::clone(&next));
            tokio::spawn(async move {
                let (mut times, mut failures) = (Vec::new(), Vec::new());
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        return (times, failures);
                    }
                    let (member, channel) = &people[n % people.len()];
                    match member.slash(channel, &numbered(&line, n)).await {
                        Ok(exchange) => times.push(exchange.took),
                        Err(failure) => failures.push(failure.to_string()),
                    }
                }
            })
        })
        .collect();
    let (mut times, mut failures) = (Vec::with_capacity(count), Vec::new());
    for one in typing {
        let (some_times, some_failures) = one.await.expect("typing does not panic");
        times.extend(some_times);
        failures.extend(some_failures);
    }
    let took = start.elapsed();
    times.sort_unstable();
    let at = |hundredths: usize| {
        let place = (times.len() * hundredths / 100).min(times.len().saturating_sub(1));
        times.get(place).copied().unwrap_or_default()
    };
    Ok(Load {
        answered: times.len(),
        failed: failures.len(),
        failure: failures.into_iter().next(),
        p50: at(50),
        p99: at(99),
        max: at(100),
        took,
    })
}

fn numbered(line: &str, n: usize) -> String {
    line.replace("{n}", &n.to_string())
}
