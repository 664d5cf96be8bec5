//! What the store does, by how many rows it holds, on the real migrations and on the disk.
//!
//!     cargo bench -p benches --bench record

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use benches::{Group, rows};
use divan::Bencher;
use domain::Corpus;
use tokio::runtime::{Builder, Runtime};

fn main() {
    divan::main();
}

/// How many rows there are.
const SIZES: [u32; 3] = [1_000, 100_000, 1_000_000];

/// A group on a database, and what runs it.
struct Meeting {
    runtime: Runtime,
    group: Group,
}

impl Meeting {
    fn new(book: Arc<Corpus>, statements: &[String]) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let group = runtime.block_on(Group::new(book, statements));
        Self { runtime, group }
    }

    fn says(&mut self, member: i64, line: &str) {
        self.runtime.block_on(self.group.says(member, line));
    }
}

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

/// `/answer`, until it is on the disk, in a server that has so many answers.
#[divan::bench(args = SIZES)]
fn an_answer(bencher: Bencher<'_, '_>, answers: u32) {
    let meeting = RefCell::new(Meeting::new(book(0), &rows::answers(answers)));
    let turn = RefCell::new(0);
    bencher
        .with_inputs(|| {
            let mut turn = turn.borrow_mut();
            // Twenty members answer a question, then it is closed and another one is posed.
            let member = 101 + *turn % 20;
            if *turn % 20 == 0 {
                let mut meeting = meeting.borrow_mut();
                meeting.says(100, "close");
                meeting.says(100, "question text:\"Who decides?\"");
            }
            *turn += 1;
            member
        })
        .bench_local_values(|member| {
            meeting.borrow_mut().says(member, "answer text:\"Those who do the work.\"");
        });
}

/// `/quote`, from a book of so many quotes, in a channel that has had a hundred of them.
#[divan::bench(args = SIZES)]
fn a_quote(bencher: Bencher<'_, '_>, quotes: u32) {
    let book = book(usize::try_from(quotes).unwrap());
    let mut meeting = Meeting::new(book, &rows::servings(100));
    bencher.bench_local(|| meeting.says(101, "quote"));
}

/// `/quote`, from a book of a million quotes, in a channel that has had so many of them.
#[divan::bench(args = [0, 1_000, 100_000], sample_count = 20)]
fn another_quote(bencher: Bencher<'_, '_>, had: u32) {
    let rows = if had == 0 { Vec::new() } else { rows::servings(had) };
    let mut meeting = Meeting::new(book(1_000_000), &rows);
    bencher.bench_local(|| meeting.says(101, "quote"));
}

/// `/record theme:power`, in a server that has so many answers on eleven themes.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn a_theme(bencher: Bencher<'_, '_>, answers: u32) {
    let mut meeting = Meeting::new(book(0), &rows::answers(answers));
    bencher.bench_local(|| meeting.says(101, "record theme:power"));
}

/// `/seminar open`, in a server that has so many answers.
#[divan::bench(args = SIZES, sample_count = 20)]
fn an_agenda(bencher: Bencher<'_, '_>, answers: u32) {
    let mut meeting = Meeting::new(book(0), &rows::answers(answers));
    bencher.bench_local(|| meeting.says(101, "seminar open themes:power,liberty"));
}

mod schedule {
    use super::*;

    /// When the next of so many schedules is due.
    #[divan::bench(args = SIZES)]
    fn next(bencher: Bencher<'_, '_>, schedules: u32) {
        let Meeting { runtime, group } = Meeting::new(book(0), &rows::schedules(schedules));
        let store = group.services.store();
        bencher.bench_local(|| runtime.block_on(store.schedules_next()).unwrap().unwrap());
    }

    /// The twenty of so many schedules that are due first.
    #[divan::bench(args = SIZES)]
    fn due(bencher: Bencher<'_, '_>, schedules: u32) {
        let Meeting { runtime, group } = Meeting::new(book(0), &rows::schedules(schedules));
        let (store, now) = (group.services.store(), group.now);
        bencher.bench_local(|| runtime.block_on(store.schedules_due(now, 20)).unwrap().len());
    }

    /// What follows from a schedule: its next day, across a change of clocks.
    #[divan::bench]
    fn following(bencher: Bencher<'_, '_>) {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let group = runtime.block_on(Group::new(book(0), &rows::schedules(1)));
        let now = group.now;
        let after = now - jiff::SignedDuration::from_hours(1);
        let store = group.services.store();
        let schedules = runtime.block_on(store.schedules_after(after)).unwrap();
        let schedule = schedules.first().unwrap();
        bencher.bench_local(|| schedule.calendar().after(now).next());
    }
}
