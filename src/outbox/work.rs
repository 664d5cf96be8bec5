//! Claims what is due, has it carried, and waits for the next.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::Outlet;
use super::carry::carry;
use crate::clock::Clock;
use crate::store::{self, Claimed, Store};

/// How many parcels are under way at once.
const AT_ONCE: u32 = 64;
/// The pause after the database failed.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// Carries what stands in the outbox to its place, until `stop`; then finishes what is under way.
///
/// Only one of these may work on a database: what it finds claimed at the start was left by a run
/// that ended in between, and may have gone out.
pub async fn work<O: Outlet>(store: Store, outlet: Arc<O>, clock: Clock, stop: CancellationToken) {
    while let Err(error) = store.take_up_claims().await {
        tracing::error!(?error, "the outbox could not be taken up");
        if stop.is_cancelled() || matches!(error, store::Error::Closed) {
            return;
        }
        tokio::time::sleep(AFTER_FAILURE).await;
    }
    let mut under_way = JoinSet::new();
    while !stop.is_cancelled() {
        while under_way.try_join_next().is_some() {}
        let room = AT_ONCE.saturating_sub(u32::try_from(under_way.len()).unwrap_or(AT_ONCE));
        let claimed = match claim(&store, clock.now(), room).await {
            Ok(claimed) => claimed,
            Err(error) => {
                tracing::error!(?error, "the outbox could not be read");
                tokio::time::sleep(AFTER_FAILURE).await;
                continue;
            }
        };
        let idle = claimed.is_empty();
        for row in claimed {
            under_way.spawn(carry(store.clone(), outlet.clone(), clock, row));
        }
        if !idle {
            continue;
        }
        let next = match room {
            0 => None,
            _ => store.outbox_next().await.ok().flatten(),
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = store.outbox_changed() => {}
            Some(_) = under_way.join_next(), if !under_way.is_empty() => {}
            () = clock.wait_towards(next.unwrap_or(Timestamp::MAX)) => {}
        }
    }
    while under_way.join_next().await.is_some() {}
}

/// Carries what is due now to its place, one after the other, and ends. It is [`work`] for a clock
/// that somebody sets by hand.
///
/// # Errors
/// If the database fails.
pub async fn carry_due<O: Outlet>(
    store: &Store,
    outlet: &Arc<O>,
    clock: Clock,
) -> store::Result<()> {
    loop {
        let claimed = claim(store, clock.now(), 1).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for row in claimed {
            carry(store.clone(), outlet.clone(), clock, row).await;
        }
    }
}

async fn claim(store: &Store, now: Timestamp, room: u32) -> store::Result<Vec<Claimed>> {
    // Most of the time nothing is due, which a read can tell.
    match store.outbox_next().await? {
        Some(next) if next <= now && room > 0 => store.claim(now, room).await,
        _ => Ok(Vec::new()),
    }
}
