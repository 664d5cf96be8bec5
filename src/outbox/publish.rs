//! Publishes one job: looks first if it may have gone out, publishes it, and confirms the outcome.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};

use super::outcome;
use super::{PublishError, Published, Publisher};
use crate::clock::Clock;
use crate::messages::{self, Card, Effect, Span, deliveries};
use crate::store::{self, JobOutcome, OutboxJob, Store};
use domain::schedule::Refusal;

/// The pause before a confirmation that failed is repeated.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_secs(1);

/// The result of an attempt.
pub(super) enum Attempt {
    /// It went out.
    Published(Published),
    /// It was refused; whether it may have gone out all the same.
    Refused(PublishError, bool),
    /// It may or may not have gone out, and nobody can tell.
    Unconfirmed(String),
    /// Its time is over, and it surely did not go out.
    Over,
}

/// Publishes a job, with what is said of it in its server's language.
pub(super) async fn publish<P: Publisher>(
    store: Store,
    publisher: Arc<P>,
    clock: Clock,
    job: OutboxJob,
) {
    let language = store.language(job.server).await.unwrap_or_default();
    language.scope(publish_once(store, publisher, clock, job)).await;
}

async fn publish_once<P: Publisher>(
    store: Store,
    publisher: Arc<P>,
    clock: Clock,
    mut job: OutboxJob,
) {
    let ready = !job.waits_for_another && (job.target.is_some() || !job.effect.needs_target());
    let outcome = if ready {
        say_if_late(&mut job, clock.now());
        link(&store, &mut job).await;
        let attempt = AssertUnwindSafe(attempt(publisher.as_ref(), &job, clock.now()));
        let attempt = attempt.catch_unwind().await;
        let attempt = attempt.unwrap_or(Attempt::Refused(PublishError::Unknown, true));
        if let Attempt::Refused(error, _) = &attempt {
            log_refusal(&job, error);
        }
        outcome::of_attempt(&job, attempt, clock.now())
    } else {
        outcome::without_target(&job, clock.now())
    };
    if let JobOutcome::Dropped(why)
    | JobOutcome::Refused { why, .. }
    | JobOutcome::Unconfirmed { why, .. } = &outcome
    {
        tracing::warn!(job = job.id, server = %job.server, why, "a job was given up");
    }
    // An unconfirmed job would be published again, so this never gives up.
    while let Err(error) = store.confirm(&job, &outcome, clock.now()).await {
        tracing::error!(job = job.id, ?error, "a job could not be confirmed");
        if matches!(error, store::Error::Closed) {
            return;
        }
        clock.wait_towards(clock.now() + AFTER_FAILURE).await;
    }
    publisher.confirmed(&job, &outcome);
}

fn log_refusal(job: &OutboxJob, error: &PublishError) {
    let (refusal, attempts) = (error.refusal().word(), job.attempts + 1);
    let delivery = job.delivery.map(tracing::field::display);
    // Of an outage there is one line, where it is noticed.
    let outage = matches!(error.refusal(), Refusal::Unavailable | Refusal::Unknown);
    if job.attempts == 0 && !outage {
        tracing::info!(job = job.id, delivery, server = %job.server, refusal, attempts, "refused");
    } else {
        tracing::debug!(job = job.id, delivery, server = %job.server, refusal, attempts, "refused");
    }
}

fn say_if_late(job: &mut OutboxJob, now: Timestamp) {
    if let Effect::Post { card, .. } = &mut job.effect
        && job.late_at.is_some_and(|late_at| now >= late_at)
    {
        *card = messages::daily::late(card.clone());
    }
}

/// Leads the links of a card to the messages that are there by now.
async fn link(store: &Store, job: &mut OutboxJob) {
    let mut reads = store.read(job.server);
    let spans = job.effect.card_mut().into_iter().flat_map(Card::spans_mut);
    for span in spans {
        let Span::Shown { words, subject } = span else { continue };
        // A card without its link is better than none.
        if let Ok(Some(to)) = reads.message(*subject).await {
            *span = Span::Message { words: std::mem::take(words), to };
        }
    }
}

async fn attempt<P: Publisher>(publisher: &P, job: &OutboxJob, now: Timestamp) -> Attempt {
    // An edit or a deletion can be done twice; a message cannot.
    let once = job.effect.is_new_message();
    let late = job.delivery.is_some() && once && now >= job.give_up_at;
    let over = late || job.effect.is_over(now);
    if job.unsure && once {
        match publisher.find_published(job).await {
            Ok(Some(published)) => return Attempt::Published(published),
            Ok(None) => {}
            Err(PublishError::RetryAfter(_) | PublishError::Unknown) if now >= job.give_up_at => {
                return Attempt::Unconfirmed(deliveries::unreachable());
            }
            Err(error @ (PublishError::RetryAfter(_) | PublishError::Unknown)) => {
                return Attempt::Refused(error, true);
            }
            // A round's message waits until we may look; a daily is asked about.
            Err(error @ PublishError::Forbidden(_)) if job.delivery.is_none() => {
                return Attempt::Refused(error, true);
            }
            Err(PublishError::Forbidden(obstacle)) => {
                return Attempt::Unconfirmed(deliveries::cannot_look(&obstacle.words()));
            }
            Err(PublishError::NotFound) => {
                return Attempt::Unconfirmed(deliveries::cannot_look(&deliveries::not_found()));
            }
            Err(PublishError::Filtered(filter)) => return Attempt::Unconfirmed(filter.words()),
            Err(PublishError::Invalid(why)) => return Attempt::Unconfirmed(why),
        }
    }
    if over {
        return Attempt::Over;
    }
    match publisher.publish(job).await {
        Ok(published) => Attempt::Published(published),
        Err(error) => {
            // What was not found a moment ago may still have been on its way.
            let unsure = job.unsure || matches!(error, PublishError::Unknown);
            Attempt::Refused(error, unsure)
        }
    }
}
