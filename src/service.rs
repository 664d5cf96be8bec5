//! What whoever runs the bot as a service sees of it: one line in the log once it is there, and
//! word to systemd that it is ready, well, or stopping.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use commonplace::backups::Backups;
use commonplace::clock::Clock;
use commonplace::config::{self, Config};
use commonplace::frontends::discord::{self, AsBot};
use commonplace::metrics::Metrics;
use commonplace::server_corpora::Books;
use commonplace::store::Store;
use commonplace::telemetry::{self, Telemetry};

use crate::{check, copies};

/// What is known before Discord is reached.
pub(crate) struct Started {
    book: String,
    database: PathBuf,
}

impl Started {
    pub(crate) fn new(books: &Books, database: &Path) -> Self {
        Self { book: check::of_the_book(books.common()), database: database.to_owned() }
    }

    /// Every shard is there, or the endpoint is served.
    pub(crate) fn ready(&self, as_bot: &AsBot, store: &Store) {
        let size = std::fs::metadata(&self.database).map_or(0, |file| file.len());
        let (name, servers) = (&as_bot.name, as_bot.servers);
        let shards = store.shards().map(|shards| format!(" · shards {shards}"));
        let line = format!(
            "Commonplace {} · book: {} · {} ({} KB) · as {name} in {servers} {}{}",
            env!("CARGO_PKG_VERSION"),
            self.book,
            copies::shown(&self.database),
            size / 1_000,
            if servers == 1 { "server" } else { "servers" },
            shards.unwrap_or_default(),
        );
        tracing::info!("{line}");
        tracing::info!("to invite it: {}", discord::invite(as_bot.application));
        systemd::ready(&line);
        if let Some(patience) = systemd::watchdog() {
            tokio::spawn(tell_while_well(store.clone(), patience));
        }
    }
}

/// Warns of servers whose work nobody does, for as long as their data is in this file.
pub(crate) async fn tell_of_foreign_servers(store: Store) {
    let Some(shards) = store.shards() else { return };
    match store.foreign_servers().await {
        Ok(0) => {}
        Ok(servers) => tracing::warn!(
            servers,
            %shards,
            "the database holds servers of other shards: nothing is posted in them until they are in the \
             file of the process that runs theirs; stop both and use `commonplace move`"
        ),
        Err(error) => tracing::error!(?error, "it is not known whose servers are in the database"),
    }
}

/// The pages for whoever watches the bot cannot be served.
#[derive(Debug, thiserror::Error)]
#[error(
    "Metrics cannot be served at {address}: {why}. Choose another port with `listen` under \
     [telemetry], or unset it."
)]
pub(crate) struct NotServed {
    address: SocketAddr,
    why: String,
}

/// Serves metrics and health from now on, if the configuration says where.
pub(crate) async fn watch(
    config: &Config,
    metrics: &Metrics,
    store: &Store,
    backups: &Backups,
) -> Result<(), NotServed> {
    let Some(address) = config.telemetry.listen else { return Ok(()) };
    let failed = |error: std::io::Error| NotServed { address, why: config::why(&error) };
    let listener = telemetry::listen(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    tracing::info!("metrics are served at http://{address}/metrics");
    let telemetry = Telemetry {
        metrics: metrics.clone(),
        store: store.clone(),
        database: config.database.path.clone(),
        backups: backups.clone(),
        clock: Clock::System,
    };
    tokio::spawn(telemetry.serve(listener));
    Ok(())
}

/// The program is about to end.
pub(crate) fn stopping() {
    systemd::stopping();
}

/// Tells the watchdog that all is well, as long as the database answers.
async fn tell_while_well(store: Store, patience: Duration) {
    loop {
        // A question that costs the same however much is in the file.
        match tokio::time::timeout(patience, store.schema_version()).await {
            Ok(Ok(_)) => systemd::well(),
            Ok(Err(error)) => tracing::error!(?error, "the database does not answer"),
            Err(_) => tracing::error!("the database does not answer in time"),
        }
        tokio::time::sleep(patience / 3).await;
    }
}

#[cfg(unix)]
mod systemd {
    use std::time::Duration;

    use sd_notify::NotifyState;

    pub(super) fn ready(status: &str) {
        tell(&[NotifyState::Ready, NotifyState::Status(status)]);
    }

    pub(super) fn stopping() {
        tell(&[NotifyState::Stopping]);
    }

    pub(super) fn well() {
        tell(&[NotifyState::Watchdog]);
    }

    /// How long systemd waits for a sign of life, if it waits for one.
    pub(super) fn watchdog() -> Option<Duration> {
        sd_notify::watchdog_enabled()
    }

    /// Elsewhere than under systemd nobody listens, which is no failure.
    fn tell(state: &[NotifyState<'_>]) {
        if let Err(error) = sd_notify::notify(state) {
            tracing::warn!(%error, "systemd is not told how the bot is");
        }
    }
}

#[cfg(not(unix))]
mod systemd {
    use std::time::Duration;

    pub(super) fn ready(_: &str) {}
    pub(super) fn stopping() {}
    pub(super) fn well() {}
    pub(super) fn watchdog() -> Option<Duration> {
        None
    }
}
