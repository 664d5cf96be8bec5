//! What is drawn from a book, found in it and completed from it, by how many quotes it has.
//!
//!     cargo bench -p benches --bench book

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use commonplace::command::Suggested;
use divan::{AllocProfiler, Bencher, black_box};
use domain::Corpus;
use domain::deck::{self, Drawn};
use domain::query::Query;
use domain::schedule::Filter;
use domain::seminar::agenda;
use domain::serving::{self, Had, Order};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tokio::runtime::{Builder, Runtime};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// How many quotes a book has.
const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];

/// Every book, made once.
fn book(quotes: usize) -> Arc<Corpus> {
    static BOOKS: LazyLock<Mutex<HashMap<usize, Arc<Corpus>>>> = LazyLock::new(Mutex::default);
    let mut books = BOOKS.lock().unwrap();
    Arc::clone(books.entry(quotes).or_insert_with(|| {
        let book = benches::book(quotes);
        // What is made at the first use is not what is measured.
        book.prepare();
        Arc::new(book)
    }))
}

/// What a channel has had of it: two hundred quotes.
fn had<V: Copy>(corpus: &Corpus, value: V) -> HashMap<String, V> {
    let had = corpus.quotes().iter().rev().take(200);
    had.map(|quote| (quote.id.clone(), value)).collect()
}

/// The word of some rank by how common it is.
fn word(rank: usize) -> String {
    benches::words(&mut ChaCha8Rng::seed_from_u64(16), rank + 1).swap_remove(rank)
}

mod draw {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn any_quote(bencher: Bencher<'_, '_>, quotes: usize) {
        one(bencher, quotes, &Filter::default());
    }

    #[divan::bench(args = SIZES)]
    fn on_a_theme(bencher: Bencher<'_, '_>, quotes: usize) {
        one(bencher, quotes, &Filter { theme: Some("power".to_owned()), ..Filter::default() });
    }

    fn one(bencher: Bencher<'_, '_>, quotes: usize, filter: &Filter) {
        let corpus = book(quotes);
        let (had, mut seed) = (Had::new(&corpus, had(&corpus, 1)), 0);
        bencher.bench_local(|| {
            seed += 1;
            serving::choose(&corpus, &filter.matches(&corpus), &had, Order::Drawn(seed)).unwrap()
        });
    }

    #[divan::bench(args = SIZES)]
    fn of_a_daily(bencher: Bencher<'_, '_>, quotes: usize) {
        let corpus = book(quotes);
        let (had, mut seed) = (had(&corpus, Drawn { times: 1, turn: 1 }), 0);
        bencher.bench_local(|| {
            seed += 1;
            deck::draw(&Filter::default().matches(&corpus), &had, &[], seed).unwrap()
        });
    }

    #[divan::bench(args = SIZES)]
    fn an_agenda(bencher: Bencher<'_, '_>, quotes: usize) {
        let corpus = book(quotes);
        let themes = vec!["power".to_owned(), "liberty".to_owned(), "planning".to_owned()];
        let wanted = agenda::Wanted { themes, ..agenda::Wanted::default() };
        let mut seed = 0;
        bencher.bench_local(|| {
            seed += 1;
            agenda::draw(&corpus, &wanted, seed).len()
        });
    }
}

/// The same searches, by us and by FTS5 with nothing in between, both best first.
mod search {
    use super::*;

    /// Words by how common they are, and what stands for them in FTS5.
    fn searches() -> [(&'static str, String, String); 5] {
        let (common, rarer, rare) = (word(20), word(400), word(30_000));
        let both = format!("{common} {rarer}");
        let begun: String = rarer.chars().take(4).collect();
        [
            ("rare", rare.clone(), rare),
            ("rarer", rarer.clone(), rarer.clone()),
            ("common", common.clone(), common.clone()),
            ("both", both.clone(), both),
            ("begun", format!("{begun}*"), format!("{begun}*")),
        ]
    }

    const NAMES: [&str; 5] = ["rare", "rarer", "common", "both", "begun"];

    fn of(name: &str) -> (String, String) {
        let found = searches().into_iter().find(|(known, ..)| *known == name).unwrap();
        (found.1, found.2)
    }

    #[divan::bench(args = NAMES, consts = SIZES)]
    fn ours<const QUOTES: usize>(bencher: Bencher<'_, '_>, name: &str) {
        let (corpus, query) = (book(QUOTES), Query::parse(&of(name).0).unwrap());
        bencher.bench_local(|| corpus.search_all(black_box(&query)).len());
    }

    #[divan::bench(args = NAMES, consts = SIZES)]
    fn fts5<const QUOTES: usize>(bencher: Bencher<'_, '_>, name: &str) {
        let database = indexed(QUOTES);
        let database = database.lock().unwrap();
        let sql = "select rowid from quotes where quotes match ? order by rank";
        let mut statement = database.prepare(sql).unwrap();
        let query = of(name).1;
        bencher.bench_local(|| {
            let rows = statement.query_map([black_box(&query)], |row| row.get::<_, i64>(0));
            rows.unwrap().map(Result::unwrap).collect::<Vec<i64>>().len()
        });
    }

    /// The same texts in FTS5, in memory, with English stems.
    fn indexed(quotes: usize) -> Arc<Mutex<rusqlite::Connection>> {
        type Made = Mutex<HashMap<usize, Arc<Mutex<rusqlite::Connection>>>>;
        static MADE: LazyLock<Made> = LazyLock::new(Mutex::default);
        let mut made = MADE.lock().unwrap();
        let make = || {
            let database = rusqlite::Connection::open_in_memory().unwrap();
            let sql = "create virtual table quotes using fts5(text, voice, tokenize = 'porter',
                                                              content = '')";
            database.execute_batch(sql).unwrap();
            database.execute_batch("begin").unwrap();
            let corpus = book(quotes);
            let sql = "insert into quotes (rowid, text, voice) values (?, ?, ?)";
            let mut insert = database.prepare(sql).unwrap();
            for (at, quote) in corpus.quotes().iter().enumerate() {
                insert.execute((at as i64, &quote.text, corpus.voice(quote))).unwrap();
            }
            drop(insert);
            let sql = "commit; insert into quotes (quotes) values ('optimize')";
            database.execute_batch(sql).unwrap();
            Arc::new(Mutex::new(database))
        };
        Arc::clone(made.entry(quotes).or_insert_with(make))
    }
}

/// What a member waits for with every key; `percentiles.rs` has how long the slowest take.
mod complete {
    use super::*;

    #[divan::bench(args = benches::typed::QUOTE, consts = SIZES, sample_count = 1000, sample_size = 1)]
    fn a_quote<const QUOTES: usize>(bencher: Bencher<'_, '_>, typed: &str) {
        completes::<QUOTES>(bencher, Suggested::Quote, typed);
    }

    #[divan::bench(consts = SIZES, sample_count = 1000, sample_size = 1)]
    fn a_theme<const QUOTES: usize>(bencher: Bencher<'_, '_>) {
        completes::<QUOTES>(bencher, Suggested::Theme, "po");
    }

    #[divan::bench(args = ["", "fre"], consts = SIZES, sample_count = 1000, sample_size = 1)]
    fn a_work<const QUOTES: usize>(bencher: Bencher<'_, '_>, typed: &str) {
        completes::<QUOTES>(bencher, Suggested::Work, typed);
    }

    #[divan::bench(consts = SIZES, sample_count = 1000, sample_size = 1)]
    fn an_author<const QUOTES: usize>(bencher: Bencher<'_, '_>) {
        completes::<QUOTES>(bencher, Suggested::Author, "fre");
    }

    /// A hundred readings are the most that a server can have.
    #[divan::bench(consts = [1_000, 20_000], sample_count = 1000, sample_size = 1)]
    fn a_reading<const QUOTES: usize>(bencher: Bencher<'_, '_>) {
        completes::<QUOTES>(bencher, Suggested::Reading, "fre");
    }

    #[divan::bench(args = benches::typed::QUESTION, consts = SIZES, sample_count = 1000, sample_size = 1)]
    fn a_question<const QUOTES: usize>(bencher: Bencher<'_, '_>, typed: &str) {
        completes::<QUOTES>(bencher, Suggested::Question, typed);
    }

    fn completes<const QUOTES: usize>(bencher: Bencher<'_, '_>, kind: Suggested, typed: &str) {
        let runtime = runtime();
        let mut group = runtime.block_on(benches::Group::new(book(QUOTES), &[]));
        bencher.bench_local(|| runtime.block_on(group.completes(kind, typed)).len());
    }

    fn runtime() -> Runtime {
        Builder::new_current_thread().enable_all().build().unwrap()
    }
}

/// What a book costs once: to be made, and at the first search.
mod first {
    use super::*;

    #[divan::bench(args = SIZES, sample_count = 1, sample_size = 1)]
    fn search(bencher: Bencher<'_, '_>, quotes: usize) {
        let query = Query::parse("state").unwrap();
        bencher
            .with_inputs(|| book(quotes).with(&[]))
            .bench_local_values(|corpus| (corpus.search_all(&query).len(), corpus));
    }

    #[divan::bench(args = SIZES, sample_count = 1, sample_size = 1)]
    fn draw(bencher: Bencher<'_, '_>, quotes: usize) {
        let filter = Filter { theme: Some("power".to_owned()), ..Filter::default() };
        bencher
            .with_inputs(|| book(quotes).with(&[]))
            .bench_local_values(|corpus| (filter.matches(&corpus).len(), corpus));
    }
}
