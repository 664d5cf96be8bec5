//! Whether a connection is alive, judged by when it was last heard of. Time comes in as a parameter.
//!
//! The library notices a dead connection by a heartbeat without an answer, which takes up to two of
//! Discord's intervals of 41 seconds. We send heartbeats of our own in between.

use std::time::{Duration, Instant};

use super::Timings;

/// What is to be done about a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Ask for a sign of life.
    Probe,
    /// Give the connection up; the session can be resumed on another.
    Drop,
}

/// The pulse of one connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pulse {
    timings: Timings,
    heard: Instant,
    probed: Option<Instant>,
    established: bool,
}

impl Pulse {
    /// How long a connection may take to bring the session.
    const CONNECT: Duration = Duration::from_secs(15);

    pub(super) fn new(timings: Timings, now: Instant) -> Self {
        Self { timings, heard: now, probed: None, established: false }
    }

    /// Something came in.
    pub(super) fn heard(&mut self, now: Instant) {
        self.heard = now;
        self.probed = None;
    }

    /// The session is there, and so a heartbeat is answered.
    pub(super) fn established(&mut self) {
        self.established = true;
    }

    /// When something has to be done if nothing is heard, and what.
    pub(super) fn next(&self) -> (Instant, Care) {
        match self.probed {
            _ if !self.established => (self.heard + Self::CONNECT, Care::Drop),
            Some(probed) => (probed + self.timings.patience, Care::Drop),
            None => (self.heard + self.timings.probe, Care::Probe),
        }
    }

    /// A sign of life was asked for.
    pub(super) fn probed(&mut self, now: Instant) {
        self.probed = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_living_connection_is_only_probed() {
        let start = Instant::now();
        let mut pulse = Pulse::new(Timings::default(), start);
        pulse.established();
        for round in 0..3 {
            let now = start + round * 11 * SECOND;
            assert_eq!(pulse.next(), (now + 10 * SECOND, Care::Probe));
            pulse.probed(now + 10 * SECOND);
            // The answer to a probe is there a second later.
            pulse.heard(now + 11 * SECOND);
        }
    }

    #[test]
    fn a_deaf_connection_is_given_up() {
        let start = Instant::now();
        let mut pulse = Pulse::new(Timings::default(), start);
        pulse.established();
        pulse.probed(start + 10 * SECOND);
        assert_eq!(pulse.next(), (start + 15 * SECOND, Care::Drop));
    }

    #[test]
    fn one_that_brings_no_session_is_given_up() {
        let start = Instant::now();
        let mut pulse = Pulse::new(Timings::default(), start);
        assert_eq!(pulse.next(), (start + 15 * SECOND, Care::Drop));
        pulse.heard(start + SECOND);
        assert_eq!(pulse.next(), (start + 16 * SECOND, Care::Drop));
    }
}
