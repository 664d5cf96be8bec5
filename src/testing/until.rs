//! Waits for what comes by itself.

use std::time::Duration;

/// How long the slowest machine may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until `come` is true; panics with `told` if it never is.
#[track_caller]
pub(crate) fn until(
    come: impl AsyncFn() -> bool,
    told: impl FnOnce() -> String,
) -> impl Future<Output = ()> {
    let caller = std::panic::Location::caller();
    async move {
        let waits = async {
            while !come().await {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let waited = tokio::time::timeout(PATIENCE, waits).await;
        assert!(waited.is_ok(), "{caller}: it never came {}", told());
    }
}
