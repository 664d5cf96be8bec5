//! Numbers that tell nothing: neither when a row was written, nor by whom.

use rand::RngExt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sqlx::sqlite::SqliteConnection;

use super::Result;

/// A number by a seed that no row of a table has yet.
pub(super) async fn number(
    db: &mut SqliteConnection,
    table: &'static str,
    seed: u64,
) -> Result<i64> {
    let taken = format!("select exists (select 1 from {table} where id = ?)");
    let mut chance = ChaCha20Rng::seed_from_u64(seed);
    loop {
        let id: i64 = chance.random_range(1..i64::MAX);
        let taken: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(taken.clone()))
            .bind(id)
            .fetch_one(&mut *db)
            .await?;
        if !taken {
            return Ok(id);
        }
    }
}
