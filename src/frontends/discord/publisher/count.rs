//! Counts what became of jobs.

use crate::messages::Effect;
use crate::metrics::{DeliveryState, JobResult, Metrics};
use crate::outbox::{JobOutcome, OutboxJob};

pub(super) fn job(metrics: &Metrics, job: &OutboxJob, outcome: &JobOutcome) {
    metrics.job(match outcome {
        JobOutcome::Done(_) | JobOutcome::Shown { .. } => JobResult::Published,
        JobOutcome::Retry(_) | JobOutcome::Sifted { .. } | JobOutcome::Blocked { .. } => {
            JobResult::Retried
        }
        JobOutcome::Closed { .. }
        | JobOutcome::Unconfirmed { .. }
        | JobOutcome::Missed(_)
        | JobOutcome::Dropped(_)
        | JobOutcome::Refused { .. } => JobResult::GivenUp,
    });
    let is_quote = job.delivery.is_some() && matches!(job.effect, Effect::Post { .. });
    if let (true, Some(state)) = (is_quote, delivery(outcome)) {
        metrics.deliveries(state, 1);
    }
}

/// What its delivery has come to; `None` while it is tried again.
fn delivery(outcome: &JobOutcome) -> Option<DeliveryState> {
    match outcome {
        JobOutcome::Done(_) | JobOutcome::Shown { .. } => Some(DeliveryState::Posted),
        JobOutcome::Closed { .. } => Some(DeliveryState::Held),
        JobOutcome::Unconfirmed { .. } => Some(DeliveryState::Unsure),
        JobOutcome::Missed(_) => Some(DeliveryState::Missed),
        JobOutcome::Dropped(_) | JobOutcome::Refused { .. } => Some(DeliveryState::Failed),
        JobOutcome::Retry(_) | JobOutcome::Sifted { .. } | JobOutcome::Blocked { .. } => None,
    }
}
