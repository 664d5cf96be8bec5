//! How well the importer reads, on public files that are not ours to ship. `docs/importer.md` says
//! where they are from and has the results.
//!
//!     COMMONPLACE_PAGES=FOLDER cargo test -p commonplace-import --release --test accuracy -- --ignored --nocapture
//!
//! With `COMMONPLACE_FOUND=FOLDER` what was found and what is right is written there, to be compared.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod books;
mod pages;
mod score;

#[test]
#[ignore = "needs the public pages: COMMONPLACE_PAGES=FOLDER"]
fn pages_of_the_web() {
    // What stands under pictures is not in the texts of the first set.
    pages::measure("article-extraction-benchmark", &pages::benchmark(), false);
    pages::measure("the same with captions", &pages::benchmark(), true);
    pages::measure("mozilla/readability", &pages::readability(), true);
}

#[test]
#[ignore = "needs the public files: COMMONPLACE_BOOKS=FOLDER"]
fn books_and_papers() {
    books::measure();
}
