//! Moves servers with all their data from one file to another. Each server is in one of them at every
//! moment, whatever happens.
//!
//! Two files cannot be committed as one. So the rows of a server are copied in one transaction of the
//! target, and marked there as *arriving*; then they are deleted in one transaction of the source,
//! which notes that they have *departed*, with the same token; then the mark in the target goes. Until
//! the source has let go of them, its rows count, and from then on those of the target. The next move
//! between the two files finishes or undoes what was cut short, and until then no bot starts on the
//! target.

mod error;
mod ids;
mod marks;
mod preview;
mod rows;
#[cfg(test)]
mod tests;
mod which;

use std::path::{Path, PathBuf};

use domain::ServerId;
use domain::member_hash::KeyId;
use jiff::Timestamp;
use sqlx::Connection;
use sqlx::sqlite::SqliteConnectOptions;

pub use self::error::MoveError;
pub use self::preview::Preview;
pub use self::which::Which;
use self::which::{chosen, paths};
use super::file::{Mode, sync_folder, unopened};
use super::open::{options, own};
use super::writer::Owned;
use super::{OpenError, log, unfinished};

/// A move between two files, which no bot may use meanwhile.
#[derive(Debug)]
pub struct Move {
    source: Side,
    target: Side,
    servers: Vec<ServerId>,
    now: Timestamp,
    /// Where the target counts on.
    block: i64,
    /// What the next token is made of.
    seed: u64,
}

/// A server that is in the target now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub server: ServerId,
    /// How many rows it has.
    pub rows: u64,
}

/// One of the two files.
#[derive(Debug)]
struct Side {
    path: PathBuf,
    file: Owned,
}

impl Move {
    /// Opens both files for this process alone, and finishes or undoes what an earlier move between
    /// them has left half done. The target is made if it is missing; both are brought up to date.
    ///
    /// # Errors
    /// [`MoveError`], a sentence that says what to do; no server was moved.
    pub async fn open(
        (from, to): (&Path, &Path),
        which: &Which,
        now: Timestamp,
        seed: u64,
    ) -> Result<Self, MoveError> {
        let (from, to) = paths(from, to)?;
        let source = options(&from, Mode::Bot);
        let target = options(&to, Mode::Bot);
        Self::open_with((from, source), (to, target), which, (now, seed)).await
    }

    /// The same with other options of SQLite's.
    async fn open_with(
        (from, source): (PathBuf, SqliteConnectOptions),
        (to, target): (PathBuf, SqliteConnectOptions),
        which: &Which,
        (now, seed): (Timestamp, u64),
    ) -> Result<Self, MoveError> {
        let mut source = Side::open(from, source).await?;
        // Before the target is made for nothing.
        if let Err(error) = source.chosen(which, &to).await {
            source.close().await;
            return Err(error);
        }
        let target = match Side::open(to, target).await {
            Ok(target) => target,
            Err(error) => {
                source.close().await;
                return Err(error.into());
            }
        };
        let block = ids::block(now, seed);
        let mut opened = Self { source, target, servers: Vec::new(), now, block, seed };
        match opened.prepare(which).await {
            Ok(()) => Ok(opened),
            Err(error) => {
                opened.close().await;
                Err(error)
            }
        }
    }

    async fn prepare(&mut self, which: &Which) -> Result<(), MoveError> {
        unfinished::refuse(&mut self.source.file.connection, &self.source.path).await?;
        self.attach().await?;
        self.settle().await?;
        for server in self.source.chosen(which, &self.target.path).await? {
            match (self.target.has(server).await?, self.source.has(server).await?) {
                (false, _) => self.servers.push(server),
                // It has moved, and only the bot's presence was noted here anew.
                (true, false) => {}
                (true, true) => return Err(MoveError::Taken(server, self.target.path.clone())),
            }
        }
        Ok(())
    }

    /// The servers that are to be moved, without those that have arrived already.
    #[must_use]
    pub fn servers(&self) -> &[ServerId] {
        &self.servers
    }

    /// Moves a server.
    ///
    /// # Errors
    /// [`MoveError`]; the server is in one of the two files, and the next move goes on from there.
    pub async fn take(&mut self, server: ServerId) -> Result<Moved, MoveError> {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let token = self.seed.cast_signed();
        let rows = self.arrive(server, token).await?;
        self.depart(server, token).await?;
        self.arrived(server).await?;
        Ok(Moved { server, rows })
    }

    /// Closes both files.
    pub async fn close(self) {
        // It has the other one open as well.
        self.source.close().await;
        self.target.close().await;
    }

    /// Lets the connection of the source write into the target.
    async fn attach(&mut self) -> Result<(), MoveError> {
        let file = self.target.path.to_string_lossy().into_owned();
        let db = &mut self.source.file.connection;
        let attached = async {
            sqlx::query("attach database ?1 as target").bind(file).execute(&mut *db).await?;
            // These are of each file that is attached.
            sqlx::query("pragma target.synchronous = full").execute(&mut *db).await?;
            sqlx::query("pragma target.secure_delete = on").execute(&mut *db).await
        };
        attached.await.map_err(|error| self.target.failed(error))?;
        // Its name is found after a power cut, whatever is deleted elsewhere.
        sync_folder(&self.target.path).map_err(|error| unopened(&self.target.path, &error).into())
    }

    /// Copies a server's rows, which count for nothing yet.
    async fn arrive(&mut self, server: ServerId, token: i64) -> Result<u64, MoveError> {
        for id in self.source.key_ids(server).await? {
            // One that is lost already cannot come along.
            if let Some(key) = self.source.file.keys.get(&id) {
                self.target.file.keys.keep(key).await.map_err(|error| self.target.failed(error))?;
            }
        }
        let failed = |error: sqlx::Error| self.target.failed(error);
        let mut tx = self.source.file.connection.begin().await.map_err(failed)?;
        let copied = rows::copy(&mut tx, server).await;
        let rows = copied.map_err(|(table, error)| match error.as_database_error() {
            Some(refused) if refused.is_unique_violation() => {
                MoveError::SameIds { server, table, to: self.target.path.clone() }
            }
            _ => failed(error),
        })?;
        let from = self.source.path.to_string_lossy();
        let arriving = marks::Mark { server, token, file: &from, at: self.now };
        marks::arriving(&mut tx, arriving).await.map_err(failed)?;
        ids::count_from(&mut tx, ids::TARGET, self.block).await.map_err(failed)?;
        tx.commit().await.map_err(failed)?;
        Ok(rows)
    }

    /// Deletes a server's rows where they were: from now on the copy counts.
    async fn depart(&mut self, server: ServerId, token: i64) -> Result<(), MoveError> {
        let keys = self.source.key_ids(server).await?;
        let to = self.target.path.to_string_lossy();
        let departed = marks::Mark { server, token, file: &to, at: self.now };
        let db = &mut self.source.file.connection;
        let deleted = async {
            let mut tx = db.begin().await?;
            rows::delete(&mut tx, server).await?;
            marks::departed(&mut tx, departed).await?;
            tx.commit().await
        };
        deleted.await.map_err(|error| self.source.failed(error))?;
        self.source.scrub(keys).await;
        Ok(())
    }

    /// The copy is the server from now on.
    async fn arrived(&mut self, server: ServerId) -> Result<(), MoveError> {
        let arrived = marks::arrived(&mut self.target.file.connection, server).await;
        arrived.map_err(|error| self.target.failed(error))
    }

    /// Finishes or undoes what was cut short.
    async fn settle(&mut self) -> Result<(), MoveError> {
        let arriving = unfinished::arriving(&mut self.target.file.connection).await;
        for (server, token, file) in arriving.map_err(|error| self.target.failed(error))? {
            if Path::new(&file) != self.source.path {
                let to = self.target.path.clone();
                return Err(OpenError::Unfinished { from: file.into(), to, server }.into());
            }
            let departed = marks::has_departed(&mut self.source.file.connection, server, token);
            match departed.await.map_err(|error| self.source.failed(error))? {
                true => self.arrived(server).await?,
                false => self.target.forget(server).await?,
            }
        }
        Ok(())
    }
}

impl Side {
    async fn open(path: PathBuf, options: SqliteConnectOptions) -> Result<Self, OpenError> {
        let file = own(&path, Mode::Bot, options).await?;
        Ok(Self { path, file })
    }

    async fn close(self) {
        let Owned { connection, options, lock, .. } = self.file;
        if let Err(error) = connection.close().await {
            tracing::warn!(?error, "the database did not close cleanly");
        }
        log::remove(&options).await;
        drop(lock);
    }

    fn failed(&self, error: impl Into<super::Error>) -> MoveError {
        MoveError::of(&self.path, error.into())
    }

    /// The servers that are to move from here to a file.
    async fn chosen(&mut self, which: &Which, to: &Path) -> Result<Vec<ServerId>, MoveError> {
        chosen(&mut self.file.connection, which, (&self.path, to)).await
    }

    /// Whether a server has any data here.
    async fn has(&mut self, server: ServerId) -> Result<bool, MoveError> {
        let found = rows::any(&mut self.file.connection, server).await;
        found.map_err(|error| self.failed(error))
    }

    /// What the keys are called of the rounds and seminars of a server.
    async fn key_ids(&mut self, server: ServerId) -> Result<Vec<KeyId>, MoveError> {
        let found = rows::key_ids(&mut self.file.connection, server).await;
        found.map_err(|error| self.failed(error))
    }

    /// Deletes a copy that counts for nothing.
    async fn forget(&mut self, server: ServerId) -> Result<(), MoveError> {
        let keys = self.key_ids(server).await?;
        let db = &mut self.file.connection;
        let deleted = async {
            let mut tx = db.begin().await?;
            rows::delete(&mut tx, server).await?;
            marks::arrived(&mut tx, server).await?;
            tx.commit().await
        };
        deleted.await.map_err(|error| self.failed(error))?;
        self.scrub(keys).await;
        Ok(())
    }

    /// What was deleted is gone from the log as well, and its keys.
    async fn scrub(&mut self, keys: Vec<KeyId>) {
        // What could not be overwritten now is at the next start.
        self.file.keys.destroy(keys).await;
        log::empty(&mut self.file.connection).await;
    }
}
