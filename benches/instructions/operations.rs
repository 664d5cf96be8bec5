//! The operations, each done some times between two marks.

use std::hint::black_box;
use std::sync::Arc;

use benches::{Group, SERVER, rows};
use commonplace::command::Suggested;
use commonplace::commands;
use commonplace::frontends::discord::{read_interaction, reply_body};
use commonplace::messages::record;
use domain::Corpus;
use domain::query::Query;
use domain::schedule::Filter;
use domain::serving::{self, Had, Order};
use tokio::runtime::Builder;

/// Each operation, and how often it is done.
pub(crate) const NAMES: [(&str, u64); 11] = [
    ("an interaction is read", 200),
    ("/quote", 40),
    ("/answer", 20),
    ("/record theme", 20),
    ("/help", 40),
    ("a press is read, run and rendered", 40),
    ("a question's card is rendered", 200),
    ("a sentence from Fluent", 500),
    ("a quote is drawn", 1_000),
    ("quotes are searched", 500),
    ("a quote is completed", 200),
];

/// Quotes of the book beside those that ship, and answers in the group's record.
const QUOTES: usize = 1_000;
const ANSWERS: u32 = 400;

/// `/quote theme:power` and a press of *Another*, as Discord sends them.
const QUOTE: &str = include_str!("quote.json");
const ANOTHER: &str = include_str!("another.json");

/// Valgrind writes down what it has counted whenever this begins.
#[inline(never)]
fn mark_operation() {
    black_box(());
}

/// Does all of them, in the order of [`NAMES`].
pub(crate) fn run() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let mut names = NAMES.iter();
    let mut next = move || *names.next().unwrap();
    let book = Arc::new(benches::book(QUOTES));
    let mut group = runtime.block_on(Group::new(Arc::clone(&book), &rows::answers(ANSWERS)));

    let now = group.now;
    done(next(), |_| {
        assert!(read_interaction(black_box(QUOTE), now).is_some());
    });
    runtime.block_on(async {
        done_async(next(), async |_| says(&mut group, 101, "quote").await).await;
        says(&mut group, 100, "question text:\"Who decides?\" theme:power").await;
        let answer = async |turn: i64| {
            says(&mut group, 101 + turn, "answer text:\"Those who do the work.\"").await;
        };
        done_async(next(), answer).await;
        done_async(next(), async |_| says(&mut group, 101, "record theme:power").await).await;
        done_async(next(), async |_| says(&mut group, 101, "help").await).await;
        let press = async |_| {
            let (request, mut context) = read_interaction(black_box(ANOTHER), group.now).unwrap();
            context.server = SERVER;
            let reply = commands::run(request, &context, &group.services).await;
            black_box(reply_body(&reply, SERVER).to_string());
        };
        done_async(next(), press).await;
    });
    let question = runtime.block_on(group.says(100, "question id:guerin-q2"));
    done(next(), |_| {
        black_box(reply_body(black_box(&question), SERVER).to_string());
    });
    done(next(), |turn| {
        black_box(record::hit_count(black_box(usize::try_from(turn).unwrap())));
    });
    let had = Had::new(&book, ["guerin-1", "guerin-2"].map(|id| (id.to_owned(), 1)));
    done(next(), |turn| draw(&book, &had, turn));
    let query = Query::parse("power of the state").unwrap();
    done(next(), |_| {
        black_box(book.search_all(black_box(&query)).len());
    });
    runtime.block_on(done_async(next(), async |turn: i64| {
        let typed = ["p", "pow", "power o", "guerin-1"][usize::try_from(turn).unwrap() % 4];
        assert!(!group.completes(Suggested::Quote, typed).await.is_empty());
    }));
}

async fn says(group: &mut Group, member: i64, line: &str) {
    black_box(group.says(member, line).await);
}

fn draw(book: &Corpus, had: &Had, seed: i64) {
    let filter = Filter { theme: Some("power".to_owned()), ..Filter::default() };
    let order = Order::Drawn(seed.cast_unsigned());
    black_box(serving::choose(book, &filter.matches(book), had, order));
}

/// Does something twice, so that nothing of what is counted is done for the first time, then so
/// often between two marks.
fn done((_, times): (&str, u64), mut operation: impl FnMut(i64)) {
    let mut turns = 0..;
    turns.by_ref().take(2).for_each(&mut operation);
    mark_operation();
    turns.take(usize::try_from(times).unwrap()).for_each(operation);
    mark_operation();
}

async fn done_async((_, times): (&str, u64), mut operation: impl AsyncFnMut(i64)) {
    for turn in 0..2 {
        operation(turn).await;
    }
    mark_operation();
    for turn in (2..).take(usize::try_from(times).unwrap()) {
        operation(turn).await;
    }
    mark_operation();
}
