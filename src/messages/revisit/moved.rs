//! How the minds of a group have moved, as the record and the channel show it.

use super::super::quote::reference;
use super::super::ui::text;
use super::super::{Block, Text};
use super::day;
use domain::revisit::NamedPassage;
use domain::{Corpus, RoundDetails};

/// How minds have moved since a round, if its question was asked again and that is over.
#[must_use]
pub fn moved(corpus: &Corpus, it: &RoundDetails) -> Vec<Block> {
    let Some(outcome) = &it.revisited else { return Vec::new() };
    let asked = day(outcome.asked_at);
    let Some(moved) = &outcome.moved else {
        return vec![Block::Text(text!("revisit-moved-few", day = asked))];
    };
    let counts = text!(
        "revisit-moved",
        day = asked,
        answers = moved.answers(),
        changed = moved.changed,
        somewhat = moved.somewhat,
        same = moved.same,
    );
    let lines: Vec<Text> = moved.passages.iter().map(|it| line(corpus, it)).collect();
    let reasons =
        (!lines.is_empty()).then(|| [Block::Text(text!("revisit-reasons")), Block::List(lines)]);
    [Block::Text(counts)].into_iter().chain(reasons.into_iter().flatten()).collect()
}

fn line(corpus: &Corpus, it: &NamedPassage) -> Text {
    // A quote can have left the book since.
    let passage =
        corpus.quote(&it.quote).map_or(it.quote.clone(), |quote| reference(corpus, quote));
    text!("revisit-reason-line", passage = passage, times = it.times)
}
