//! What a file knows of moves: who is arriving, and who has departed.

use std::path::Path;

use domain::ServerId;
use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

/// What is noted of a server that moves.
pub(super) struct Mark<'m> {
    pub(super) server: ServerId,
    /// The same in both files.
    pub(super) token: i64,
    /// The other one.
    pub(super) file: &'m str,
    pub(super) at: Timestamp,
}

/// Notes in the file that is attached that a server is arriving there.
pub(super) async fn arriving(db: &mut SqliteConnection, mark: Mark<'_>) -> sqlx::Result<()> {
    let sql = "insert or replace into target.moves (server, state, token, file, moved_at)
               values (?1, 'arriving', ?2, ?3, ?4)";
    note(db, sql, mark).await
}

/// Notes that a server has departed.
pub(super) async fn departed(db: &mut SqliteConnection, mark: Mark<'_>) -> sqlx::Result<()> {
    let sql = "insert or replace into main.moves (server, state, token, file, moved_at)
               values (?1, 'departed', ?2, ?3, ?4)";
    note(db, sql, mark).await
}

async fn note(db: &mut SqliteConnection, sql: &'static str, mark: Mark<'_>) -> sqlx::Result<()> {
    sqlx::query(sql)
        .bind(mark.server.0)
        .bind(mark.token)
        .bind(mark.file)
        .bind(mark.at.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// A server is there.
pub(super) async fn arrived(db: &mut SqliteConnection, server: ServerId) -> sqlx::Result<()> {
    sqlx::query("delete from moves where server = ?1").bind(server.0).execute(db).await?;
    Ok(())
}

/// Whether a server has departed with this token.
pub(super) async fn has_departed(
    db: &mut SqliteConnection,
    server: ServerId,
    token: i64,
) -> sqlx::Result<bool> {
    let departed = "select exists (select 1 from main.moves
                    where server = ?1 and state = 'departed' and token = ?2)";
    sqlx::query_scalar(departed).bind(server.0).bind(token).fetch_one(db).await
}

/// Where to a server has departed, and when.
pub(super) async fn departure(
    db: &mut SqliteConnection,
    server: ServerId,
) -> sqlx::Result<Option<(String, i64)>> {
    let departed = "select file, moved_at from main.moves
                    where server = ?1 and state = 'departed'";
    sqlx::query_as(departed).bind(server.0).fetch_optional(db).await
}

/// The servers that have departed to a file.
pub(super) async fn departed_to(
    db: &mut SqliteConnection,
    file: &Path,
) -> sqlx::Result<Vec<ServerId>> {
    let departed = "select server from main.moves where state = 'departed' and file = ?1";
    let servers: Vec<i64> =
        sqlx::query_scalar(departed).bind(file.to_string_lossy()).fetch_all(db).await?;
    Ok(servers.into_iter().map(ServerId).collect())
}
