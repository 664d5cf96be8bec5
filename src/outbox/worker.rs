//! Claims what is due, has it published, and waits for the next.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::Publisher;
use super::publish::publish;
use crate::clock::Clock;
use crate::store::{self, News, OutboxJob, Store};

/// How many jobs are published at once.
const AT_ONCE: usize = 64;
/// What another program puts in the outbox is found this much later at most.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(20);
/// The pause after the database failed.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_secs(1);

/// Publishes what is in the outbox until `stop`; then finishes the jobs it has claimed.
///
/// Only one worker may run on a database: it takes jobs that are claimed at its start for those of an
/// earlier run that crashed, which may have gone out.
pub async fn run<P: Publisher>(
    store: Store,
    publisher: Arc<P>,
    clock: Clock,
    stop: CancellationToken,
) {
    while let Err(error) = store.release_claims().await {
        tracing::error!(?error, "the claims of an earlier run could not be released");
        if stop.is_cancelled() || matches!(error, store::Error::Closed) {
            return;
        }
        clock.wait_towards(clock.now() + AFTER_FAILURE).await;
    }
    let inbox = store.inbox();
    // What was left for a worker before this one is released as well.
    drop(inbox.take());
    let mut running = JoinSet::new();
    let mut next = Timestamp::MIN;
    while !stop.is_cancelled() {
        while running.try_join_next().is_some() {}
        let News { claimed, due } = inbox.take();
        for job in claimed {
            running.spawn(publish(store.clone(), publisher.clone(), clock, job));
        }
        next = due.map_or(next, |due| next.min(due));
        let room = AT_ONCE.saturating_sub(running.len());
        if room > 0 && next <= clock.now() {
            match claim(&store, clock.now(), room).await {
                Ok((claimed, then)) => {
                    next = then;
                    for job in claimed {
                        running.spawn(publish(store.clone(), publisher.clone(), clock, job));
                    }
                }
                Err(error) => {
                    tracing::error!(?error, "the outbox could not be read");
                    clock.wait_towards(clock.now() + AFTER_FAILURE).await;
                }
            }
            continue;
        }
        inbox.has_room(room);
        tokio::select! {
            () = stop.cancelled() => {}
            () = inbox.changed() => {}
            Some(_) = running.join_next(), if !running.is_empty() => {}
            () = clock.wait_towards(if room > 0 { next } else { Timestamp::MAX }) => {}
        }
    }
    inbox.has_room(0);
    for job in inbox.take().claimed {
        running.spawn(publish(store.clone(), publisher.clone(), clock, job));
    }
    while running.join_next().await.is_some() {}
}

/// Publishes what is due now, one job after the other, and ends: [`run`] for a clock that is set by
/// hand.
///
/// # Errors
/// If the database fails.
pub async fn publish_due<P: Publisher>(
    store: &Store,
    publisher: &Arc<P>,
    clock: Clock,
) -> store::Result<()> {
    loop {
        let claimed = store.claim(clock.now(), 1).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for job in claimed {
            publish(store.clone(), publisher.clone(), clock, job).await;
        }
    }
}

/// Claims what is due; also says when to look again.
async fn claim(
    store: &Store,
    now: Timestamp,
    room: usize,
) -> store::Result<(Vec<OutboxJob>, Timestamp)> {
    let claimed = store.claim(now, u32::try_from(room).unwrap_or(u32::MAX)).await?;
    let look_at = now.saturating_add(LOOK_AGAIN).unwrap_or(Timestamp::MAX);
    match store.outbox_next().await {
        Ok(next) => Ok((claimed, next.map_or(look_at, |next| next.min(look_at)))),
        // What is claimed is carried out, whatever fails after that.
        Err(error) => {
            tracing::error!(?error, "the outbox could not be read");
            Ok((claimed, now))
        }
    }
}
