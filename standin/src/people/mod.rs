//! The people's side: who types, presses, fills in, and reads.

mod acts;
mod channel;
mod event;
mod exchange;
mod form;
mod member;
mod menus;
mod message;
mod server;
mod typed;

use std::time::Duration;

pub use self::channel::Channel;
pub use self::event::ScheduledEvent;
pub use self::exchange::{Answer, Exchange, Failure, Prepared};
pub use self::form::{FormField, Modal};
pub use self::member::Member;
pub use self::message::Message;
pub use self::server::{Role, Server};
use crate::Shared;

/// Waits until `find` finds something, looking whenever the world changes.
pub(crate) async fn wait<T>(
    shared: &Shared,
    patience: Duration,
    mut find: impl FnMut() -> Option<T>,
) -> Option<T> {
    let mut changes = shared.world().changed.subscribe();
    let look = async {
        loop {
            if let Some(found) = find() {
                return found;
            }
            if changes.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::time::timeout(patience, look).await.ok()
}
