//! Moves between two files that were cut short: see [`super::moving`].

use std::path::Path;

use domain::ServerId;
use sqlx::sqlite::SqliteConnection;

use super::{OpenError, Store};

/// Refuses a file in which a server is still arriving, for everybody but the move itself.
pub(super) async fn refuse(db: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let found = arriving(db).await.map_err(|error| OpenError::of(path, &error))?;
    match found.into_iter().next() {
        None => Ok(()),
        Some((server, _, file)) => {
            Err(OpenError::Unfinished { from: file.into(), to: path.to_owned(), server })
        }
    }
}

/// The servers that are arriving, each with its token and the file that it comes from.
pub(super) async fn arriving(
    db: &mut SqliteConnection,
) -> sqlx::Result<Vec<(ServerId, i64, String)>> {
    let marks: Vec<(i64, i64, String)> =
        sqlx::query_as("select server, token, file from moves where state = 'arriving'")
            .fetch_all(db)
            .await?;
    Ok(marks.into_iter().map(|(server, token, file)| (ServerId(server), token, file)).collect())
}

impl Store {
    /// Looks whether a move to the file at `path`, which this is, was cut short.
    ///
    /// # Errors
    /// [`OpenError::Unfinished`] if it was.
    pub async fn refuse_unfinished(&self, path: &Path) -> Result<(), OpenError> {
        let connection = self.reads.acquire().await;
        let mut connection = connection.map_err(|error| OpenError::of(path, &error))?;
        refuse(&mut connection, path).await
    }
}
