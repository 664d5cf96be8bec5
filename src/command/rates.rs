//! How often members and servers do what costs something, so that a flood in one server is refused
//! before it reaches the database that all share.
//!
//! It is remembered in memory alone: after a restart everybody has their full allowance.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::Context;
use crate::messages::privacy::{Limited, TooOften};
use domain::allowance::{Allowance, FullAt};
use domain::{MemberId, ServerId};

/// How often what may be done in an hour: by a member in a server, and in the whole server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowances {
    /// Answers, and changes of them.
    pub answers: [u32; 2],
    /// Questions asked.
    pub questions: [u32; 2],
    /// Readings handed in.
    pub imports: [u32; 2],
    /// Files asked for.
    pub exports: [u32; 2],
    /// Passages looked for in the readings.
    pub copies: [u32; 2],
}

impl Default for Allowances {
    fn default() -> Self {
        Self {
            answers: [60, 2_500],
            questions: [30, 200],
            imports: [10, 20],
            exports: [10, 60],
            copies: [30, 200],
        }
    }
}

impl Allowances {
    fn of(self, what: Limited) -> [u32; 2] {
        match what {
            Limited::Answers => self.answers,
            Limited::Questions => self.questions,
            Limited::Imports => self.imports,
            Limited::Exports => self.exports,
            Limited::Copies => self.copies,
        }
    }
}

/// Whose allowance: a member's in a server, or the server's own.
type Bucket = (Limited, ServerId, Option<MemberId>);

/// What was done of late. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Rates {
    allowances: Allowances,
    buckets: Arc<Mutex<Buckets>>,
}

#[derive(Debug, Default)]
struct Buckets {
    full_at: HashMap<Bucket, FullAt>,
    /// How many there were when those that are full were forgotten last.
    after_sweep: usize,
}

/// Fewer buckets than this are never swept.
const FEW: usize = 1_000;

impl Rates {
    /// Nothing was done yet.
    #[must_use]
    pub fn new(allowances: Allowances) -> Self {
        Self { allowances, buckets: Arc::default() }
    }

    /// Counts what the member of a request does.
    ///
    /// # Errors
    /// [`TooOften`], if they or their server do it too often; then it does not count.
    pub(crate) fn count(&self, context: &Context, what: Limited) -> Result<(), TooOften> {
        let (server, now) = (context.server, context.now);
        let [member, whole] = self.allowances.of(what);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let member_key = (what, server, Some(context.member.id));
        let own = buckets.take(member_key, member, now).map_err(|again_at| TooOften {
            what,
            whole_server: false,
            again_at,
        })?;
        let server_key = (what, server, None);
        let all = buckets.take(server_key, whole, now).map_err(|again_at| TooOften {
            what,
            whole_server: true,
            again_at,
        })?;
        buckets.full_at.extend([(member_key, own), (server_key, all)]);
        buckets.sweep(now);
        Ok(())
    }
}

impl Buckets {
    fn take(&self, key: Bucket, per_hour: u32, now: Timestamp) -> Result<FullAt, Timestamp> {
        Allowance { per_hour }.take(self.full_at.get(&key).copied(), now)
    }

    /// Forgets the buckets that are full again, each time that there are twice as many.
    fn sweep(&mut self, now: Timestamp) {
        if self.full_at.len() < FEW.max(2 * self.after_sweep) {
            return;
        }
        self.full_at.retain(|_, full_at| full_at.0 > now);
        self.after_sweep = self.full_at.len();
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn buckets_that_are_full_again_are_forgotten() {
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let mut buckets = Buckets::default();
        for member in 0..i64::try_from(FEW).unwrap() {
            let key = (Limited::Answers, ServerId(1), Some(MemberId(member)));
            let full_at = buckets.take(key, 60, now).unwrap();
            buckets.full_at.insert(key, full_at);
        }
        buckets.sweep(now);
        assert_eq!(buckets.full_at.len(), FEW);
        buckets.after_sweep = 0;
        buckets.sweep(now + SignedDuration::from_mins(2));
        assert_eq!(buckets.full_at.len(), 0);
    }
}
