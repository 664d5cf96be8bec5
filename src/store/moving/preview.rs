//! What a move would do.

use std::path::Path;

use domain::ServerId;
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;

use super::super::file::Mode;
use super::super::open::{options, own};
use super::super::unfinished;
use super::super::writer::Owned;
use super::which::{chosen, paths};
use super::{MoveError, Which, rows};

/// What a move would take along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The servers.
    pub servers: Vec<ServerId>,
    /// The tables in which they have rows, and how many.
    pub rows: Vec<(&'static str, u64)>,
}

impl Preview {
    /// Looks what a move would do, also beside a running bot. Nothing is made or changed.
    ///
    /// # Errors
    /// What the move would be refused for.
    pub async fn of((from, to): (&Path, &Path), which: &Which) -> Result<Self, MoveError> {
        let (from, to) = paths(from, to)?;
        let mut source = look(&from).await?;
        let found = Self::read(&mut source, which, (&from, &to)).await;
        let _ = source.close().await;
        let found = found?;
        if to.exists() {
            let mut target = look(&to).await?;
            let free = found.fits(&mut target, &to).await;
            let _ = target.close().await;
            free?;
        }
        Ok(found)
    }

    async fn read(
        source: &mut SqliteConnection,
        which: &Which,
        (from, to): (&Path, &Path),
    ) -> Result<Self, MoveError> {
        let failed = |error: sqlx::Error| MoveError::of(from, error.into());
        unfinished::refuse(source, from).await?;
        let mut found =
            Self { servers: chosen(source, which, (from, to)).await?, rows: Vec::new() };
        for table in rows::tables() {
            let mut count = 0;
            for server in &found.servers {
                count += rows::count(source, table, *server).await.map_err(failed)?;
            }
            if count > 0 {
                found.rows.push((table.0, count));
            }
        }
        Ok(found)
    }

    async fn fits(&self, target: &mut SqliteConnection, to: &Path) -> Result<(), MoveError> {
        unfinished::refuse(target, to).await?;
        for server in &self.servers {
            if rows::any(target, *server).await.map_err(|error| MoveError::of(to, error.into()))? {
                return Err(MoveError::Taken(*server, to.to_owned()));
            }
        }
        Ok(())
    }
}

async fn look(path: &Path) -> Result<SqliteConnection, MoveError> {
    let Owned { connection, .. } = own(path, Mode::Look, options(path, Mode::Look)).await?;
    Ok(connection)
}
