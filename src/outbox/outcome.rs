//! Decides what happens to a job after an attempt: whether and when it is tried again, and who is
//! told.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::publish::Attempt;
use super::{PublishError, Published};
use crate::messages::{self, Effect, deliveries};
use crate::store::{JobOutcome, OutboxJob, Retry};
use domain::ChannelId;
use domain::schedule::Refusal;

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
/// The longest pause for messages that a group waits for during its meeting.
const RAREST_TRY: SignedDuration = SignedDuration::from_mins(20);

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
        Attempt::Published(Published::Message(at)) => return JobOutcome::Done(Some(at)),
        Attempt::Published(Published::Thread(_) | Published::Done) => {
            return JobOutcome::Done(None);
        }
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
        PublishError::Unknown => JobOutcome::Dropped(deliveries::unreachable()),
        PublishError::Forbidden(why) => {
            blocked(job, &why, unsure, now).unwrap_or_else(|| closed(job, why, refusal, now))
        }
        PublishError::NotFound => closed(job, deliveries::not_found(), refusal, now),
        PublishError::Invalid(why) => {
            tracing::error!(job = job.id, why, "a job was malformed");
            JobOutcome::Dropped(deliveries::malformed())
        }
    }
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
        (false, Some(_)) => JobOutcome::Missed(Some(refusal)),
        (false, None) => JobOutcome::Dropped(deliveries::unreachable()),
    }
}

/// Messages of a round or a seminar wait for the permission that they need; other jobs do not.
fn blocked(job: &OutboxJob, why: &str, unsure: bool, now: Timestamp) -> Option<JobOutcome> {
    let pause = spread(job, doubled(FIRST_LOOK, job.attempts).min(RAREST_TRY));
    let at = now.saturating_add(pause).ok().filter(|at| *at < job.give_up_at)?;
    let notice = match &job.effect {
        Effect::Edit { .. } => None,
        _ => Some(deliveries::blocked(group_post(job)?, why)),
    };
    let retry = Retry { unsure, ..Retry::after(Refusal::Forbidden, at) };
    Some(JobOutcome::Blocked { retry, notice })
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
        _ => None,
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
