//! Random ids, which tell neither when a row was written nor by whom.

use rand::RngExt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::{Result, ServerTx};

/// The ids by a seed, one after another, until one is free.
pub(super) fn random_ids(seed: u64) -> impl Iterator<Item = i64> {
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    std::iter::repeat_with(move || random.random_range(1..i64::MAX))
}

impl ServerTx {
    /// An id by a seed that no row of a table has yet, of whichever server.
    pub(super) async fn random_id(&mut self, table: &'static str, seed: u64) -> Result<i64> {
        let taken = format!("select exists (select 1 from {table} where id = ?1)");
        let mut ids = random_ids(seed);
        loop {
            let id = ids.next().unwrap_or_default();
            let taken = self.unscoped(sqlx::AssertSqlSafe(taken.clone()));
            if !taken.bind(id).value::<bool>().await? {
                return Ok(id);
            }
        }
    }
}
