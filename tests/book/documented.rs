//! The examples of `docs/corpus.md` are a book that loads.

use domain::Corpus;

/// The examples: each opens with a comment that names its file.
fn examples(page: &str) -> Vec<(&str, &str)> {
    let blocks = page.split("```toml\n").skip(1);
    let blocks = blocks.filter_map(|rest| rest.split("```").next());
    blocks.filter_map(|block| Some((block.strip_prefix("# ")?.lines().next()?, block))).collect()
}

#[test]
fn the_documented_book_loads_and_uses_every_key() {
    let page = include_str!("../../docs/corpus.md");
    let files = examples(page);
    assert!(files.len() >= 6, "{} examples", files.len());
    let book = Corpus::parse(files).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let work = &book.works()[0];
    assert!(work.dated.is_some());
    let quotes = || book.quotes().iter();
    assert!(quotes().any(|quote| quote.speaker.is_some()));
    assert!(quotes().any(|quote| quote.reported.is_some()));
    assert!(quotes().any(|quote| quote.context.is_some() && quote.paraphrase.is_some()));
    assert!(book.questions().iter().any(|question| question.level.is_some()));
    assert!(!book.pairs().is_empty() && !book.plans().is_empty() && !book.prompts().is_empty());
    assert!(!book.glossary().is_empty() && !book.dates().is_empty());
    assert!(book.problems().iter().any(|problem| !problem.stances.is_empty()));
}
