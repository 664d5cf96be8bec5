//! A job of the outbox, and what can become of it.

use jiff::{SignedDuration, Timestamp};

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
}

/// What became of a claimed job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobOutcome {
    /// It went out; if it shows a subject, its message is there now.
    Done(Option<Address>),
    /// It is to be tried again.
    Retry(Retry),
    /// It is not permitted to go out, and waits until it is. Those who asked the question are told,
    /// if nothing else of their server waits so.
    Blocked {
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
            Self::Done(_) | Self::Retry(_) | Self::Blocked { .. } => None,
            Self::Closed { why, .. } | Self::Unconfirmed { why, .. } | Self::Dropped(why) => {
                Some(why.clone())
            }
            Self::Missed(_) => Some(deliveries::unreachable()),
        }
    }
}
