//! Why a post was late.

use jiff::SignedDuration;

use super::{Delivery, DeliveryState};

/// How a post has fared on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fared {
    /// How often it was tried.
    pub attempts: u32,
    /// What refused it last, if anything did.
    pub refusal: Option<Refusal>,
    /// How long it has waited for a rate limit.
    pub limited: SignedDuration,
}

/// How late a post was, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lateness {
    /// How long after its time it was posted.
    pub by: SignedDuration,
    /// What held it up; `None` if nothing refused it, so that the delay is ours.
    pub cause: Option<Refusal>,
    /// How often it was tried.
    pub attempts: u32,
}

/// A post that is less late than this is in time.
const IN_TIME: SignedDuration = SignedDuration::from_mins(1);

impl Delivery {
    /// How late it was posted; `None` if it was in time or is not posted.
    #[must_use]
    pub fn lateness(&self) -> Option<Lateness> {
        let DeliveryState::Posted(at) = self.state else { return None };
        let by = at.duration_since(self.due_at);
        let late = Lateness { by, cause: self.fared.cause(by), attempts: self.fared.attempts };
        (by >= IN_TIME).then_some(late)
    }
}

impl Fared {
    /// What held a post up for that long: a rate limit if it waited for one at least half of the
    /// time, otherwise what refused it last.
    fn cause(self, delay: SignedDuration) -> Option<Refusal> {
        if self.limited > SignedDuration::ZERO && self.limited >= delay / 2 {
            return Some(Refusal::RateLimit);
        }
        self.refusal
    }
}

/// What refused an attempt to post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A rate limit.
    RateLimit,
    /// The platform could not be reached, or failed.
    Unavailable,
    /// There was no answer: it may have gone out.
    Unknown,
    /// A permission is missing.
    Forbidden,
    /// The channel or the message is gone, or hidden from us.
    NotFound,
    /// It is not something that can be posted.
    Invalid,
}

impl Refusal {
    const ALL: [Self; 6] = [
        Self::RateLimit,
        Self::Unavailable,
        Self::Unknown,
        Self::Forbidden,
        Self::NotFound,
        Self::Invalid,
    ];

    /// Its word in the database and the log.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::RateLimit => "rate_limit",
            Self::Unavailable => "unavailable",
            Self::Unknown => "unknown",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Invalid => "invalid",
        }
    }

    /// The refusal of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{Fared, Lateness, Refusal};
    use crate::schedule::{Delivery, DeliveryState};
    use crate::{DeliveryId, ScheduleId};

    fn posted_after(seconds: i64, fared: Fared) -> Option<Lateness> {
        let due_at = Timestamp::UNIX_EPOCH;
        let state = DeliveryState::Posted(due_at + SignedDuration::from_secs(seconds));
        let (id, schedule) = (DeliveryId(1), ScheduleId(1));
        Delivery { id, schedule, due_at, state, fared }.lateness()
    }

    #[test]
    fn a_post_that_is_late_says_what_held_it_up() {
        let fared = |attempts, refusal, limited| Fared {
            attempts,
            refusal,
            limited: SignedDuration::from_secs(limited),
        };
        for (seconds, fared, cause) in [
            (60, fared(1, None, 0), None),
            (240, fared(3, Some(Refusal::Unavailable), 0), Some(Refusal::Unavailable)),
            (240, fared(3, Some(Refusal::Unavailable), 119), Some(Refusal::Unavailable)),
            (240, fared(3, Some(Refusal::Unavailable), 120), Some(Refusal::RateLimit)),
            (9_000, fared(2, Some(Refusal::Forbidden), 0), Some(Refusal::Forbidden)),
        ] {
            let by = SignedDuration::from_secs(seconds);
            let late = Lateness { by, cause, attempts: fared.attempts };
            assert_eq!(posted_after(seconds, fared), Some(late));
        }
        assert_eq!(posted_after(59, fared(3, Some(Refusal::RateLimit), 58)), None);
        assert_eq!(posted_after(-5, fared(1, None, 0)), None);
    }

    #[test]
    fn a_refusal_comes_back_from_its_word() {
        for refusal in Refusal::ALL {
            assert_eq!(Refusal::from_word(refusal.word()), Some(refusal));
        }
        assert_eq!(Refusal::from_word("moonshine"), None);
    }
}
