//! Whether a shard is alive, judged by what serenity tells of it. Time comes in as a parameter.
//!
//! serenity notices a dead connection by a heartbeat without an acknowledgement, which takes it up
//! to two of Discord's intervals of 41 seconds. We send heartbeats of our own in between; each
//! acknowledgement changes the latency that serenity reports.

use std::time::{Duration, Instant};

use super::Timings;

/// What serenity tells of a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) connected: bool,
    pub(super) latency: Option<Duration>,
    /// How many events have come in.
    pub(super) events: u64,
}

/// What is to be done about a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Nothing.
    Rest,
    /// Nothing, and not even poke it: its connection is being closed.
    Wait,
    /// Ask for a sign of life.
    Probe,
    /// Close the connection, so that serenity takes the session up again on another.
    Reconnect,
    /// Give the session up.
    Drop,
}

/// The pulse of one shard.
pub(super) struct Pulse {
    pace: Timings,
    last: Sign,
    alive: Instant,
    probed: Option<Instant>,
    closed: Option<Instant>,
}

impl Pulse {
    /// How long a shard may take to connect.
    const CONNECT: Duration = Duration::from_secs(15);
    /// How long it may take to take up its session on another connection.
    const RESUME: Duration = Duration::from_secs(3);

    pub(super) fn new(pace: Timings, now: Instant) -> Self {
        let last = Sign { connected: false, latency: None, events: 0 };
        Self { pace, last, alive: now, probed: None, closed: None }
    }

    /// Looks at a shard.
    pub(super) fn feel(&mut self, sign: Sign, now: Instant) -> Care {
        if sign != self.last {
            self.last = sign;
            self.alive = now;
            self.probed = None;
            if sign.connected {
                self.closed = None;
            }
        }
        if let Some(closed) = self.closed {
            return if now >= closed + Self::RESUME { Care::Drop } else { Care::Wait };
        }
        if !sign.connected {
            return if now >= self.alive + Self::CONNECT { Care::Drop } else { Care::Rest };
        }
        match self.probed {
            Some(probed) if now >= probed + self.pace.patience => {
                self.closed = Some(now);
                Care::Reconnect
            }
            None if now >= self.alive + self.pace.probe => {
                self.probed = Some(now);
                Care::Probe
            }
            _ => Care::Rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(latency: u64) -> Sign {
        Sign { connected: true, latency: Some(Duration::from_millis(latency)), events: 1 }
    }

    /// What is done at each second, for signs that change at the given seconds.
    fn care(signs: impl Fn(u64) -> Sign, seconds: u64) -> Vec<(u64, Care)> {
        let start = Instant::now();
        let mut pulse = Pulse::new(Timings::default(), start);
        let felt = (0..seconds)
            .map(|second| (second, pulse.feel(signs(second), start + Duration::from_secs(second))));
        felt.filter(|(_, care)| !matches!(care, Care::Rest | Care::Wait)).collect()
    }

    #[test]
    fn a_living_shard_is_only_probed() {
        // The answer to a probe is there a second later.
        let care = care(|second| sign((second + 9) / 11), 35);
        assert_eq!(care.iter().map(|(_, care)| *care).collect::<Vec<_>>(), [Care::Probe; 3]);
    }

    #[test]
    fn a_deaf_shard_is_reconnected_and_then_dropped() {
        assert_eq!(
            care(|_| sign(1), 20),
            [(10, Care::Probe), (15, Care::Reconnect), (18, Care::Drop), (19, Care::Drop)]
        );
    }

    #[test]
    fn a_shard_that_came_back_is_let_be() {
        let signs = |second| if second < 16 { sign(1) } else { sign(2) };
        assert_eq!(care(signs, 20), [(10, Care::Probe), (15, Care::Reconnect)]);
    }

    #[test]
    fn one_that_never_connects_is_dropped() {
        let never = Sign { connected: false, latency: None, events: 0 };
        assert_eq!(care(|_| never, 16), [(15, Care::Drop)]);
    }
}
