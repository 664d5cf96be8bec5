//! In which servers the bot is. Without intents Discord tells nobody when a bot is thrown out, so it is
//! asked from time to time; whoever uses the bot in a server shows that it is there.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::try_join_all;
use serenity::http::Route;
use tokio::sync::Notify;

use super::ids;
use super::rest::{ApiError, Request, Sender};
use crate::clock::Clock;
use crate::store::{self, Store};
use domain::ServerId;

/// How often Discord is asked.
const EVERY: Duration = Duration::from_secs(60 * 60);
/// How soon again if it does not answer.
const AGAIN: Duration = Duration::from_secs(60);
/// How many servers are noted at a time.
const TOGETHER: usize = 64;
/// The most servers that Discord lists at once.
const PAGE: usize = 200;

/// In which servers the bot is, as far as is known.
pub(super) struct Membership {
    store: Store,
    clock: Clock,
    present: Mutex<HashSet<ServerId>>,
    hint: Notify,
}

/// Why it is not known where the bot is.
#[derive(Debug, thiserror::Error)]
enum Unknown {
    #[error(transparent)]
    Discord(#[from] ApiError),
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl Membership {
    /// As it was known when the program ran last.
    pub(super) async fn known(store: Store, clock: Clock) -> Self {
        let present = store.servers_present().await.unwrap_or_else(|error| {
            tracing::error!(?error, "it is not known in which servers the bot was");
            HashSet::new()
        });
        Self { store, clock, present: Mutex::new(present), hint: Notify::new() }
    }

    /// Somebody uses the bot in a server. It is noted before anything else is done: what they do is not
    /// to be deleted with what was there before.
    pub(super) async fn used_in(&self, server: ServerId) {
        if self.present().contains(&server) {
            return;
        }
        if let Err(error) = self.note_present(server).await {
            tracing::error!(?error, %server, "it is not noted that the bot is there");
        }
    }

    /// Asks Discord from time to time, for as long as it is polled.
    pub(super) async fn keep(&self, sender: &Sender) {
        loop {
            let pause = match self.ask(sender).await {
                Ok(()) => EVERY,
                Err(error) => {
                    tracing::warn!(%error, "it is not known in which servers the bot is");
                    AGAIN
                }
            };
            if tokio::time::timeout(pause, self.hint.notified()).await.is_ok() {
                // However many hints there are, and Discord's list may be a little behind.
                tokio::time::sleep(AGAIN).await;
            }
        }
    }

    /// Has Discord asked within a minute: there is a hint that the bot has left a server.
    pub(super) fn look_soon(&self) {
        self.hint.notify_one();
    }

    async fn ask(&self, sender: &Sender) -> Result<(), Unknown> {
        let now = self.clock.now();
        let mut here = servers(sender).await?;
        here.retain(|server| self.store.is_ours(*server));
        let known = self.store.servers_present().await?;
        let new: Vec<ServerId> = here.difference(&known).copied().collect();
        // Changes that wait together share a trip to the disk.
        for some in new.chunks(TOGETHER) {
            try_join_all(some.iter().map(|server| self.note_present(*server))).await?;
        }
        for server in known.difference(&here) {
            self.present().remove(server);
            if self.store.server_is_left(*server, now).await? {
                tracing::warn!(
                    %server,
                    "the bot is not in this server any more; its data is deleted after \
                     `[privacy] keep` days, unless it is invited back"
                );
            }
        }
        self.present().extend(here);
        Ok(())
    }

    async fn note_present(&self, server: ServerId) -> store::Result<()> {
        if self.store.server_is_here(server).await? {
            tracing::info!(%server, "the bot is back in this server; its data is kept");
        }
        self.present().insert(server);
        Ok(())
    }

    fn present(&self) -> MutexGuard<'_, HashSet<ServerId>> {
        self.present.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The servers that Discord says the bot is in.
async fn servers(sender: &Sender) -> Result<HashSet<ServerId>, ApiError> {
    let mut servers = HashSet::new();
    let mut after = 0;
    loop {
        let query = [("limit", PAGE.to_string()), ("after", after.to_string())];
        let page = sender.send(Request::get(Route::UserMeGuilds).query(&query)).await?;
        // With one of them left out, its data would be deleted in the end.
        let page: Option<Vec<i64>> =
            page.as_array().and_then(|list| list.iter().map(|it| ids::of(&it["id"])).collect());
        let page = page.ok_or_else(|| ApiError::Invalid("a list of servers is none".to_owned()))?;
        let known = servers.len();
        servers.extend(page.iter().copied().map(ServerId));
        after = page.iter().copied().max().unwrap_or(after).max(after);
        // A page that brings nothing new is the last, whatever its length.
        if page.len() < PAGE || servers.len() == known {
            return Ok(servers);
        }
    }
}
