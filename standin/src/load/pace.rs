//! When the next is due, where people come at random moments: an open loop.

use std::num::NonZeroU64;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use tokio::sync::mpsc;

use super::discord::Discord;

/// So many moments are told before they are taken.
const AHEAD: usize = 1_024;

/// Sends the interactions of a run when they are due, until it has no more.
pub(super) async fn keep(discord: Rc<Discord>, rate: f64, seed: u64) {
    let mut moments = moments(rate, seed);
    while let Some(due) = moments.recv().await {
        if !discord.next(due) {
            return;
        }
    }
}

/// Tells each moment when it has come. That is a thread's task: tokio's timer goes by milliseconds,
/// and a command takes less.
fn moments(rate: f64, seed: u64) -> mpsc::Receiver<Instant> {
    let (tell, moments) = mpsc::channel(AHEAD);
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut due = Instant::now();
    thread::spawn(move || {
        // Otherwise the kernel wakes us up to 50 microseconds late. It may refuse.
        let _ = rustix::thread::set_current_timer_slack(NonZeroU64::new(1));
        loop {
            due += gap(&mut random, rate);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            // Whoever does not keep up is late, which is measured.
            if tell.blocking_send(due).is_err() {
                return;
            }
        }
    });
    moments
}

/// The time to the next one, where each comes without regard to the others.
fn gap(random: &mut impl Rng, rate: f64) -> Duration {
    let chance: f64 = random.random();
    Duration::from_secs_f64(-(1.0 - chance).ln() / rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_add_up_to_the_rate() {
        let mut random = ChaCha8Rng::seed_from_u64(1);
        let gaps: Vec<Duration> = (0..100_000).map(|_| gap(&mut random, 500.0)).collect();
        let all: Duration = gaps.iter().sum();
        assert!((195.0..205.0).contains(&all.as_secs_f64()), "{all:?}");
        // Of gaps that know nothing of each other, one in e is longer than the mean.
        let long = gaps.iter().filter(|gap| **gap > Duration::from_millis(2)).count();
        assert!((36_000..37_600).contains(&long), "{long}");
    }

    #[tokio::test]
    async fn no_moment_is_told_before_it_has_come() {
        let mut moments = moments(2_000.0, 3);
        let mut before = None;
        for _ in 0..20 {
            let due = moments.recv().await.expect("a moment");
            assert!(Instant::now() >= due && before.is_none_or(|before| before <= due));
            before = Some(due);
        }
    }
}
