//! A job of the outbox, and what can become of it.

use jiff::{SignedDuration, Timestamp};

use super::Queue;
use crate::messages::sieve::Sieve;
use crate::messages::{Card, Effect, deliveries};
use domain::schedule::Refusal;
use domain::{Address, DeliveryId, ScheduleId, ScheduleNumber, ServerId};

/// Something that has to happen elsewhere, claimed by a worker.
#[derive(Clone, Debug)]
pub struct OutboxJob {
    /// Its number: the same at every attempt.
    pub id: i64,
    /// Whose it is.
    pub server: ServerId,
    /// What is to happen.
    pub effect: Effect,
    /// What its message is known by: at most 25 ASCII characters without a space, the same at every
    /// attempt, and no other job's. A frontend sends it as the nonce, and in the buttons: see
    /// [`OutboxJob::mark`].
    pub key: String,
    /// Where the message is that the effect is about, if that is known: the one that shows its
    /// subject, or beside which a new one is to stand.
    pub target: Option<Address>,
    /// Whether another job has to be done first: the one that posts that message, or that deletes
    /// the one that showed the same; before a thread is archived, whatever else goes there.
    pub waits_for_another: bool,
    /// It may have gone out already.
    pub unsure: bool,
    /// It waits for a permission that somebody was asked to give us.
    pub blocked: bool,
    /// How often it was tried before.
    pub attempts: u32,
    /// When its cause was committed; it cannot have gone out before that.
    pub made_at: Timestamp,
    /// From then on its message says that it is late.
    pub late_at: Option<Timestamp>,
    /// From then on it is not tried any more.
    pub give_up_at: Timestamp,
    /// The schedule it is about.
    pub schedule: Option<ScheduleId>,
    /// The number of that schedule in its server.
    pub daily: Option<ScheduleNumber>,
    /// The delivery that it is a step of.
    pub delivery: Option<DeliveryId>,
    /// Where it queues.
    pub queue: Queue,
    /// What is known of its texts, of which some are blocked. Its effect shows those that are tried.
    pub sieve: Option<Sieve>,
}

/// What became of a claimed job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobOutcome {
    /// It went out; if it shows a subject, its message is there now.
    Done(Option<Address>),
    /// It went out but for some of its texts, which are blocked.
    Shown {
        /// Where its message is, if that was not known before.
        at: Option<Address>,
        /// What facilitators are told.
        notice: Option<Card>,
    },
    /// It is to be tried again.
    Retry(Retry),
    /// Some of its texts are blocked: it is tried at once with others held back.
    Sifted {
        /// Where its message is by now, if it went out.
        at: Option<Address>,
        /// What is tried.
        sieve: Sieve,
    },
    /// It is not permitted to go out, and waits until it is. Those who asked for it are told once.
    Blocked {
        /// What to do, for a facilitator.
        why: String,
        /// When to try again.
        retry: Retry,
        /// What they are told.
        notice: Option<Card>,
    },
    /// Its place is closed to us. A schedule waits until that has changed.
    Closed {
        /// What to do, for a facilitator.
        why: String,
        /// What they are told, if it is new.
        notice: Option<Card>,
        /// When to look again.
        look_at: Timestamp,
        /// What refused it.
        refusal: Refusal,
    },
    /// It may or may not have gone out, and nobody can tell.
    Unconfirmed {
        /// Why, for a facilitator.
        why: String,
        /// What they are told.
        notice: Option<Card>,
    },
    /// Its time is over, and it surely did not go out; what refused it, if it was tried once more.
    Missed(Option<Refusal>),
    /// It cannot go out; the words say why, for a facilitator.
    Dropped(String),
    /// It was refused for good, and those who wait for it are told.
    Refused {
        /// Why, for a facilitator.
        why: String,
        /// What they are told.
        notice: Option<Card>,
    },
}

/// Another attempt to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// When.
    pub at: Timestamp,
    /// Whether it may have gone out.
    pub unsure: bool,
    /// What refused it. `None` if it was not tried, since another job has to be done first.
    pub refusal: Option<Refusal>,
    /// How long it waits because of a rate limit.
    pub limited: SignedDuration,
}

impl JobOutcome {
    /// What a facilitator reads of what could not be done.
    pub(in super::super) fn problem(&self) -> Option<String> {
        match self {
            Self::Done(_) | Self::Shown { .. } | Self::Retry(_) | Self::Sifted { .. } => None,
            Self::Blocked { why, .. }
            | Self::Closed { why, .. }
            | Self::Unconfirmed { why, .. }
            | Self::Refused { why, .. }
            | Self::Dropped(why) => Some(why.clone()),
            Self::Missed(_) => Some(deliveries::unreachable()),
        }
    }

    /// What those who wait for it are told, if anything.
    pub(in super::super) fn notice(&self) -> Option<&Card> {
        match self {
            Self::Shown { notice, .. }
            | Self::Blocked { notice, .. }
            | Self::Closed { notice, .. }
            | Self::Unconfirmed { notice, .. }
            | Self::Refused { notice, .. } => notice.as_ref(),
            Self::Done(_)
            | Self::Retry(_)
            | Self::Sifted { .. }
            | Self::Missed(_)
            | Self::Dropped(_) => None,
        }
    }

    /// Whether what is wrong is wrong with this job alone. Others may wait for the same permission.
    pub(in super::super) fn trouble_of_its_own(&self) -> bool {
        !matches!(self, Self::Blocked { .. } | Self::Closed { .. })
    }

    /// Where its message is now, if it went out and that was not known before.
    pub(in super::super) fn address(&self) -> Option<Address> {
        match self {
            Self::Done(at) | Self::Shown { at, .. } | Self::Sifted { at, .. } => *at,
            _ => None,
        }
    }
}
