//! How long the slowest wait who complete something in a book of a million quotes.
//!
//!     cargo bench -p benches --bench percentiles

use std::time::{Duration, Instant};

use commonplace::command::Suggested;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tokio::runtime::Builder;

/// How many quotes the book has.
const QUOTES: usize = 1_000_000;
/// How often each kind is completed.
const SAMPLES: usize = 10_000;

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let book = benches::book(QUOTES);
    book.prepare();
    let mut group = runtime.block_on(benches::Group::new(book.into(), &[]));
    println!("{SAMPLES} completions each, {QUOTES} quotes; p50 / p90 / p99 / p99.9 / max, ms");
    for (kind, typed) in [
        (Suggested::Quote, &benches::typed::QUOTE[..]),
        (Suggested::Question, &benches::typed::QUESTION),
        (Suggested::Work, &["", "fre"]),
        (Suggested::Author, &["", "fre"]),
        (Suggested::Theme, &["", "po"]),
    ] {
        let mut chance = ChaCha8Rng::seed_from_u64(1);
        let complete = || {
            let typed = typed.choose(&mut chance).unwrap();
            let begun = Instant::now();
            let found = runtime.block_on(group.completes(kind, typed)).len();
            std::hint::black_box(found);
            begun.elapsed()
        };
        let mut took: Vec<Duration> = std::iter::repeat_with(complete).take(SAMPLES).collect();
        took.sort_unstable();
        let at = |share: f64| {
            let place = (share * SAMPLES as f64) as usize;
            took[place.min(SAMPLES - 1)].as_secs_f64() * 1e3
        };
        let all = [0.5, 0.9, 0.99, 0.999, 1.0].map(|share| format!("{:.2}", at(share)));
        println!("{kind:?}: {}", all.join(" / "));
    }
}
