//! Work that takes long, on a thread of its own, so that no other request waits for it.

use super::CommandError;
use crate::messages::ui::Language;
use crate::store;

/// Carries out such work; what it writes is in the current language.
///
/// # Errors
/// If it panics.
pub(crate) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CommandError> {
    let language = Language::current();
    let done = tokio::task::spawn_blocking(move || language.sync_scope(work)).await;
    done.map_err(|error| store::Error::Unreadable(error.to_string()).into())
}
