//! Decides what happens to a job after an attempt: whether and when it is tried again, and who is
//! told.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::publish::Attempt;
use super::{ContentFilter, Obstacle, PublishError, Published};
use crate::messages::daily::Step;
use crate::messages::permissions::Permission;
use crate::messages::sieve::{Sieve, Sifted};
use crate::messages::{self, Card, Effect, deliveries};
use crate::store::{JobOutcome, OutboxJob, Retry};
use domain::schedule::Refusal;
use domain::{Address, ChannelId};

/// An edit whose message is not known yet is looked at again after this long …
const UNKNOWN_TARGET: SignedDuration = SignedDuration::from_secs(2);
/// … and is given up after this long, unless the message is still to be posted.
const NEVER_POSTED: SignedDuration = SignedDuration::from_secs(60);
/// The first pause after a failure that told no other; each further one is twice as long …
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(1);
/// … up to this.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(2);
/// A message that may still be on its way is not looked for any sooner.
const SETTLES: SignedDuration = SignedDuration::from_secs(5);
/// The first and the longest pause before a closed channel is looked at again: refused requests count
/// towards Discord's limit, and those of all closed channels together must stay far below it.
const FIRST_LOOK: SignedDuration = SignedDuration::from_mins(5);
const RAREST_LOOK: SignedDuration = SignedDuration::from_hours(6);
/// The first and the longest pause for what a group waits for during its meeting.
const FIRST_TRY: SignedDuration = SignedDuration::from_mins(1);
const RAREST_TRY: SignedDuration = SignedDuration::from_mins(20);
/// The first and the longest pause before there may be room for a thread: that refusal does not count
/// towards any limit.
const FIRST_ROOM: SignedDuration = SignedDuration::from_secs(5);
const RAREST_ROOM: SignedDuration = SignedDuration::from_secs(30);

/// The outcome for a job whose target is not posted yet, or that another job comes before.
pub(super) fn without_target(job: &OutboxJob, now: Timestamp) -> JobOutcome {
    if job.waits_for_another || now.duration_since(job.made_at) < NEVER_POSTED {
        return JobOutcome::Retry(Retry {
            at: now + UNKNOWN_TARGET,
            unsure: job.unsure,
            refusal: None,
            limited: SignedDuration::ZERO,
        });
    }
    JobOutcome::Dropped(deliveries::never_posted())
}

pub(super) fn of_attempt(job: &OutboxJob, attempt: Attempt, now: Timestamp) -> JobOutcome {
    let (error, unsure) = match attempt {
        Attempt::Published(Published::Message(at)) => return went_out(job, Some(at)),
        Attempt::Published(Published::Thread(_) | Published::Done) => return went_out(job, None),
        Attempt::Unconfirmed(why) => return unconfirmed(job, why),
        Attempt::Over => return JobOutcome::Missed(None),
        Attempt::Refused(error, unsure) => (error, unsure),
    };
    let refusal = error.refusal();
    let pause = spread(job, doubled(FIRST_PAUSE, job.attempts).min(LONGEST_PAUSE));
    match error {
        PublishError::RetryAfter(after) => retry_after(job, after, unsure, now),
        PublishError::Unknown if in_time(job, now, pause) || job.delivery.is_some() => {
            let at = now + pause.max(SETTLES);
            JobOutcome::Retry(Retry { unsure: true, ..Retry::after(refusal, at) })
        }
        PublishError::Unknown => unconfirmed(job, deliveries::unreachable()),
        PublishError::Forbidden(obstacle) => forbidden(job, &obstacle, unsure, now),
        PublishError::NotFound => closed(job, deliveries::not_found(), refusal, now),
        PublishError::Filtered(filter) => filtered(job, filter),
        PublishError::Invalid(why) => {
            tracing::error!(job = job.id, why, "a job was malformed");
            refused(job, deliveries::malformed())
        }
    }
}

/// A job that went out; with some texts held back it may go on with others.
fn went_out(job: &OutboxJob, at: Option<Address>) -> JobOutcome {
    match job.sieve.clone().map(Sieve::went_out) {
        Some(Sifted::Next(sieve)) => JobOutcome::Sifted { at, sieve },
        Some(Sifted::Done { held, filter }) => {
            JobOutcome::Shown { at, notice: withheld(job, held, filter) }
        }
        Some(Sifted::Whole) | None => JobOutcome::Done(at),
    }
}

/// Words of a job are blocked: it is found out which.
fn filtered(job: &OutboxJob, filter: ContentFilter) -> JobOutcome {
    let sifted = match (job.sieve.clone(), job.effect.card()) {
        (Some(sieve), _) => sieve.blocked(),
        (None, Some(card)) => Sieve::of(card, filter),
        (None, None) => Sifted::Whole,
    };
    match sifted {
        Sifted::Next(sieve) => JobOutcome::Sifted { at: None, sieve },
        Sifted::Done { .. } | Sifted::Whole => refused(job, filter.words()),
    }
}

fn withheld(job: &OutboxJob, held: usize, filter: ContentFilter) -> Option<Card> {
    (held > 0).then(|| deliveries::withheld(job.queue.channel(), title(job), held, filter))
}

fn retry_after(job: &OutboxJob, after: Duration, unsure: bool, now: Timestamp) -> JobOutcome {
    let (refusal, pause, limited) = if after.is_zero() {
        let pause = spread(job, doubled(FIRST_PAUSE, job.attempts).min(LONGEST_PAUSE));
        (Refusal::Unavailable, pause, SignedDuration::ZERO)
    } else {
        let pause = SignedDuration::try_from(after).unwrap_or(RAREST_LOOK).min(RAREST_LOOK);
        let pause = pause.max(SignedDuration::from_millis(1));
        (Refusal::RateLimit, pause, pause)
    };
    let retry = Retry { unsure, limited, ..Retry::after(refusal, now + pause) };
    match (in_time(job, now, pause), job.delivery) {
        // When its time is over, it is looked up once more.
        (_, Some(_)) if unsure => JobOutcome::Retry(retry),
        (true, _) => JobOutcome::Retry(retry),
        (false, Some(_)) if job.effect.is_new_message() => JobOutcome::Missed(Some(refusal)),
        (false, _) => refused(job, deliveries::unreachable()),
    }
}

/// Something must be changed first. What a group waits for is tried again for some hours; a daily's
/// channel is looked at until it is open again.
fn forbidden(job: &OutboxJob, obstacle: &Obstacle, unsure: bool, now: Timestamp) -> JobOutcome {
    let why = obstacle.words();
    let daily_waits = job.delivery.is_some() && *obstacle == Obstacle::TooManyThreads;
    let notice = match (&job.effect, job.daily) {
        // Who pressed can press again.
        (Effect::Thread { asker: Some(_), .. } | Effect::Pin { .. }, _) => {
            return refused(job, why);
        }
        (Effect::Thread { .. } | Effect::Announce { .. }, _) => undone(job, &why, true),
        // No look could tell whether there is room again.
        (Effect::Post { place, .. }, Some(schedule)) if daily_waits => {
            Some(messages::daily::suspended(schedule, *place, &why))
        }
        (Effect::Event { .. }, _) => return refused(job, why),
        (Effect::Edit { .. }, _) => None,
        _ => match group_post(job) {
            Some(channel) => Some(deliveries::blocked(channel, &why)),
            None => return closed(job, why, Refusal::Forbidden, now),
        },
    };
    let (first, longest) = match obstacle {
        Obstacle::TooManyThreads => (FIRST_ROOM, RAREST_ROOM),
        _ => (FIRST_TRY, RAREST_TRY),
    };
    let pause = spread(job, doubled(first, job.attempts).min(longest));
    let at = now.saturating_add(pause).ok().filter(|at| *at < job.give_up_at);
    match at {
        Some(at) => {
            let retry = Retry { unsure, ..Retry::after(Refusal::Forbidden, at) };
            JobOutcome::Blocked { why, retry, notice }
        }
        None if daily_waits => JobOutcome::Missed(Some(Refusal::Forbidden)),
        None if unsure && job.effect.is_new_message() => unconfirmed(job, why),
        None => closed(job, why, Refusal::Forbidden, now),
    }
}

/// It was refused for good.
fn refused(job: &OutboxJob, why: String) -> JobOutcome {
    let notice = match (&job.effect, job.daily) {
        (Effect::Thread { under, asker: Some(_), .. }, _) => {
            Some(deliveries::no_thread(*under, &why))
        }
        (Effect::Pin { .. }, _) => Some(deliveries::unpinned(job.queue.channel(), &why)),
        (Effect::Thread { .. } | Effect::Announce { .. }, _) => undone(job, &why, false),
        (Effect::Post { place, .. }, Some(schedule)) => {
            Some(messages::daily::refused(schedule, *place, &why))
        }
        (Effect::Post { .. } | Effect::Beside { .. } | Effect::Edit { .. }, None) => {
            Some(deliveries::refused(job.queue.channel(), title(job), &why))
        }
        (Effect::Event { .. }, _) => Some(deliveries::no_event(&why)),
        _ => None,
    };
    JobOutcome::Refused { why, notice }
}

/// What facilitators are told of a step after a daily's post.
fn undone(job: &OutboxJob, why: &str, waits: bool) -> Option<Card> {
    let (step, at) = match &job.effect {
        Effect::Thread { under, .. } => (Step::Thread, under),
        Effect::Announce { at } => (Step::Announce, at),
        _ => return None,
    };
    Some(messages::daily::undone(job.daily?, step, at.place, why, waits))
}

/// What its message is called.
fn title(job: &OutboxJob) -> Option<&str> {
    job.effect.card()?.title.as_deref()
}

/// Where a message of a round or a seminar is to be posted.
fn group_post(job: &OutboxJob) -> Option<ChannelId> {
    match &job.effect {
        Effect::Post { place, card } if job.delivery.is_none() && card.subject.is_some() => {
            Some(*place)
        }
        Effect::Beside { .. } => job.target.map(|target| target.place),
        _ => None,
    }
}

fn closed(job: &OutboxJob, why: String, refusal: Refusal, now: Timestamp) -> JobOutcome {
    let pause = spread(job, doubled(FIRST_LOOK, job.attempts).min(RAREST_LOOK));
    let notice = match (&job.effect, job.daily) {
        (Effect::Post { place, .. }, Some(daily)) => {
            Some(messages::daily::suspended(daily, *place, &why))
        }
        // The facilitators were told when it began to wait.
        (Effect::Thread { under, asker: Some(_), .. }, _) => {
            let hidden = Obstacle::Missing(vec![Permission::ViewChannel]);
            Some(deliveries::no_thread(*under, &hidden.words()))
        }
        _ if !job.blocked => group_post(job).map(deliveries::gone),
        _ => None,
    };
    JobOutcome::Closed { why, notice, look_at: now + pause, refusal }
}

fn unconfirmed(job: &OutboxJob, why: String) -> JobOutcome {
    let notice = match (&job.effect, job.daily, job.delivery) {
        (Effect::Post { place, .. }, Some(daily), Some(delivery)) => {
            Some(messages::daily::unconfirmed(daily, delivery, *place, &why))
        }
        _ => group_post(job).map(|channel| deliveries::unconfirmed(channel, title(job), &why)),
    };
    JobOutcome::Unconfirmed { why, notice }
}

fn in_time(job: &OutboxJob, now: Timestamp, pause: SignedDuration) -> bool {
    now.saturating_add(pause).is_ok_and(|at| at < job.give_up_at)
}

fn doubled(pause: SignedDuration, times: u32) -> SignedDuration {
    pause.saturating_mul(1_i32.checked_shl(times.min(16)).unwrap_or(i32::MAX))
}

/// Three quarters to five quarters of a pause, so that many do not come back at once. The number of
/// the job and of the attempt decide: the same again is the same.
fn spread(job: &OutboxJob, pause: SignedDuration) -> SignedDuration {
    let mixed =
        (job.id.cast_unsigned() << 8 ^ u64::from(job.attempts)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let part = i32::try_from(mixed >> 54).unwrap_or_default();
    pause * 3 / 4 + pause / 2 * part / 1024
}
