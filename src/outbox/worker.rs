//! Claims what is due, has it published, and waits for the next.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::Publisher;
use super::publish::publish;
use crate::clock::Clock;
use crate::store::{self, OutboxJob, Store};

/// How many jobs are published at once.
const AT_ONCE: u32 = 64;
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
    let mut running = JoinSet::new();
    while !stop.is_cancelled() {
        while running.try_join_next().is_some() {}
        let room = AT_ONCE.saturating_sub(u32::try_from(running.len()).unwrap_or(AT_ONCE));
        let (claimed, next) = match claim(&store, clock.now(), room).await {
            Ok(claimed) => claimed,
            Err(error) => {
                tracing::error!(?error, "the outbox could not be read");
                clock.wait_towards(clock.now() + AFTER_FAILURE).await;
                continue;
            }
        };
        let idle = claimed.is_empty();
        for job in claimed {
            running.spawn(publish(store.clone(), publisher.clone(), clock, job));
        }
        if !idle {
            continue;
        }
        let next = next.filter(|_| room > 0);
        tokio::select! {
            () = stop.cancelled() => {}
            () = store.outbox_changed() => {}
            Some(_) = running.join_next(), if !running.is_empty() => {}
            () = clock.wait_towards(next.unwrap_or(Timestamp::MAX)) => {}
        }
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
        let (claimed, _) = claim(store, clock.now(), 1).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for job in claimed {
            publish(store.clone(), publisher.clone(), clock, job).await;
        }
    }
}

/// Claims what is due; also says when the next is due, as of before that.
async fn claim(
    store: &Store,
    now: Timestamp,
    room: u32,
) -> store::Result<(Vec<OutboxJob>, Option<Timestamp>)> {
    // Most of the time nothing is due, which a read can tell.
    let next = store.outbox_next().await?;
    let claimed = match next {
        Some(next) if next <= now && room > 0 => store.claim(now, room).await?,
        _ => Vec::new(),
    };
    Ok((claimed, next))
}
