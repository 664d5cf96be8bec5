//! Which of several comes next in a place: at random among those it has had least often. To choose takes
//! as long in a place that has had a hundred thousand quotes as in a new one.

mod had;
mod least;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use self::least::Least;
use crate::Corpus;
use crate::schedule::{Found, Matches, quote_at};

pub use self::had::Had;

/// What comes next, and how often the place has had it then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serving {
    /// The id of what comes next.
    pub item: String,
    /// What to note for it.
    pub times: i64,
}

/// Which of those that a place has had least often comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first of them.
    AsGiven,
    /// One drawn by this seed.
    Drawn(u64),
}

impl Order {
    /// The number of the one that comes, from 0; `None` of none.
    fn number(self, of: usize) -> Option<usize> {
        match self {
            _ if of == 0 => None,
            Self::AsGiven => Some(0),
            Self::Drawn(seed) => Some(ChaCha8Rng::seed_from_u64(seed).random_range(..of)),
        }
    }
}

/// Chooses among `matches` by what the place has had before of this book. The same seed chooses the same.
///
/// A new entry joins the current round: it comes before the others come again, but it
/// does not come over and over until it has caught up with them.
#[must_use]
pub fn choose(corpus: &Corpus, matches: &Matches<'_>, had: &Had, order: Order) -> Option<Serving> {
    let least = match matches.found() {
        Found::Listed(ids) => return listed(corpus, ids, had, order),
        Found::AllQuotes(corpus) => Least::of_all(corpus.quotes().len(), had),
        Found::Quotes(_, places) => Least::of(places, had),
    };
    let item = quote_at(corpus, least.nth(order.number(least.len())?)?)?.to_owned();
    Some(Serving { item, times: least.next_times() })
}

/// Of some that are in no order of the book. They have to be gone through.
fn listed(corpus: &Corpus, ids: &[&str], had: &Had, order: Order) -> Option<Serving> {
    let times: Vec<i64> = ids.iter().map(|id| had.times(corpus, id)).collect();
    let least = times.iter().copied().min()?.max(0);
    let started = times.iter().copied().filter(|times| *times > 0).min().unwrap_or(0);
    let left: Vec<&str> =
        ids.iter().zip(times).filter(|(_, times)| *times <= least).map(|(id, _)| *id).collect();
    let item = left.get(order.number(left.len())?)?;
    Some(Serving { item: (*item).to_owned(), times: (least + 1).max(started) })
}

#[cfg(test)]
mod tests;
