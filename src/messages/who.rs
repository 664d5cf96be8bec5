//! People, words and dates of the readings.

use super::ui::{Block, Card, Text, list_string, string, text};
use domain::Corpus;
use domain::corpus::{Date, Gloss};

/// A person or a word: what one should know, other names, and the quotes that mention it.
#[must_use]
pub fn card(corpus: &Corpus, gloss: &Gloss) -> Card {
    let card = Card::titled(name(gloss)).text(gloss.about.as_str());
    let card = match gloss.also.as_slice() {
        [] => card,
        also => card.text(text!("who-also", names = list_string(also.iter().cloned()))),
    };
    let quotes = corpus
        .quotes()
        .iter()
        .filter(|quote| corpus.named_by(quote).iter().any(|named| named.id == gloss.id));
    let ids: Vec<String> = quotes.take(LISTED).map(|quote| quote.id.clone()).collect();
    if ids.is_empty() {
        return card;
    }
    card.text(text!("who-quote", ids = list_string(ids)))
}

/// The most quotes that a person or a word lists.
const LISTED: usize = 10;

/// Everybody and everything that some quotes name.
#[must_use]
pub fn of_quotes(named: &[&Gloss]) -> Card {
    let card = Card::titled(string!("who-of-quote-title"));
    if named.is_empty() {
        return card.text(text!("who-of-quote-none"));
    }
    named.iter().fold(card, |card, gloss| card.section(name(gloss), gloss.about.as_str()))
}

/// A page of the timeline.
#[must_use]
pub fn timeline<'d>(dates: impl IntoIterator<Item = &'d Date>) -> Card {
    let lines: Vec<Text> = dates.into_iter().map(date).collect();
    let card = Card::titled(string!("who-dates-title"));
    if lines.is_empty() {
        return card.text(text!("who-dates-none"));
    }
    card.block(Block::List(lines)).text(text!("who-hint"))
}

/// "28 dates".
#[must_use]
pub fn count(number: usize) -> String {
    string!("who-count", count = number)
}

fn name(gloss: &Gloss) -> String {
    string!("who-name", name = &gloss.name, years = gloss.years.as_ref())
}

fn date(date: &Date) -> Text {
    // As words: a year takes no thousands separator.
    let until = date.until.map(|year| year.to_string());
    text!("who-date", year = date.year.to_string(), until = until, about = &date.about)
}
