//! How soon after a connection was lost the next one is made. Time comes in as a parameter.

use std::time::Duration;

/// A connection that was up for so long makes good for those that failed before.
const STEADY: Duration = Duration::from_secs(60);
/// How many connections that brought the session may be lost in a row before we pause: Discord
/// itself asks to reconnect now and then.
const AT_ONCE: u32 = 5;
/// After so many failures in a row we ask anew where the gateway is.
const TOO_OFTEN: u32 = 6;

/// When the next connection is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Next {
    /// Now.
    AtOnce,
    /// After so long.
    After(Duration),
    /// Not at this address.
    Nowhere,
}

/// The connections of a shard that were lost in a row.
#[derive(Debug, Default)]
pub(super) struct Backoff {
    lost: u32,
    failures: u32,
}

impl Backoff {
    /// A connection was lost that had the session for so long, if it ever had. `spread` is between
    /// 0.5 and 1, so that shards do not all come back at once.
    pub(super) fn lost(&mut self, up: Option<Duration>, longest: Duration, spread: f64) -> Next {
        if up.is_some_and(|up| up >= STEADY) {
            *self = Self::default();
        }
        if up.is_some() {
            self.failures = 0;
            self.lost += 1;
            if self.lost <= AT_ONCE {
                return Next::AtOnce;
            }
            return Next::After(pause(self.lost - AT_ONCE, longest, spread));
        }
        self.failures += 1;
        match self.failures {
            TOO_OFTEN.. => Next::Nowhere,
            failures => Next::After(pause(failures, longest, spread)),
        }
    }
}

/// A short pause after a first failure, twice as long after each further one.
fn pause(failures: u32, longest: Duration, spread: f64) -> Duration {
    let pause = Duration::from_secs(1) * 2_u32.saturating_pow(failures.saturating_sub(1).min(20));
    pause.min(longest).mul_f64(spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(seconds: u64) -> Next {
        Next::After(Duration::from_secs(seconds))
    }

    fn lost(backoff: &mut Backoff, up: Option<u64>) -> Next {
        backoff.lost(up.map(Duration::from_secs), Duration::from_secs(120), 1.0)
    }

    #[test]
    fn a_gateway_that_cannot_be_reached_is_asked_for_anew() {
        let mut backoff = Backoff::default();
        let next: Vec<Next> = (0..6).map(|_| lost(&mut backoff, None)).collect();
        assert_eq!(next, [after(1), after(2), after(4), after(8), after(16), Next::Nowhere]);
    }

    #[test]
    fn a_connection_that_is_lost_again_and_again_is_made_ever_more_seldom() {
        let mut backoff = Backoff::default();
        let next: Vec<Next> = (0..7).map(|_| lost(&mut backoff, Some(1))).collect();
        assert_eq!(next[..5], [Next::AtOnce; 5]);
        assert_eq!(next[5..], [after(1), after(2)]);
        for _ in 0..40 {
            assert_ne!(lost(&mut backoff, Some(1)), Next::AtOnce);
        }
        assert_eq!(lost(&mut backoff, Some(1)), after(120));
        assert_eq!(lost(&mut backoff, Some(60)), Next::AtOnce);
    }

    #[test]
    fn one_that_was_reached_makes_good_for_those_that_were_not() {
        let mut backoff = Backoff::default();
        for _ in 0..5 {
            lost(&mut backoff, None);
        }
        assert_eq!(lost(&mut backoff, Some(1)), Next::AtOnce);
        assert_eq!(lost(&mut backoff, None), after(1));
    }
}
