//! People, words and dates: what the quotes and questions mention is explained.

use std::collections::HashSet;

use crate::shipped::{book, none};

/// Words with a capital that need no explanation, or that a theme explains.
const PLAIN: &[&str] = &[
    "State",
    "State’s",
    "Statist",
    "Revolution",
    "Europe",
    "Russian",
    "Socialist",
    "Propaganda",
    "Ministries",
    "Parisian",
    "I",
    "France",
    "French",
    "Monday",
];

#[test]
fn everything_that_the_quotes_mention_is_explained() {
    let book = book();
    let mut missing = HashSet::new();
    for quote in book.quotes() {
        let named = book.named_by(quote);
        let names: Vec<&str> = named.iter().flat_map(|gloss| gloss.names()).collect();
        for word in capitalised(&quote.text) {
            let explained = names.iter().any(|name| name.contains(word));
            if !explained && !PLAIN.contains(&word) {
                missing.insert(format!("{}: {word}", quote.id));
            }
        }
        if let Some(speaker) = &quote.speaker
            && book.named_in(speaker).is_empty()
        {
            missing.insert(format!("{}: {speaker}", quote.id));
        }
    }
    let mut missing: Vec<String> = missing.into_iter().collect();
    missing.sort();
    none(missing);
}

#[test]
fn everything_that_the_questions_mention_is_explained() {
    let book = book();
    let mut missing = Vec::new();
    for question in book.questions() {
        for text in
            [&question.text].into_iter().chain(&question.context).chain(&question.follow_ups)
        {
            let named = book.named_in(text);
            let names: Vec<&str> = named.iter().flat_map(|gloss| gloss.names()).collect();
            let unknown = capitalised(text).into_iter().filter(|word| {
                !PLAIN.contains(word) && !names.iter().any(|name| name.contains(word))
            });
            missing.extend(unknown.map(|word| format!("{}: {word}", question.id)));
        }
    }
    none(missing);
}

/// The words of a text that have a capital and do not open a sentence.
fn capitalised(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut opens = true;
    for part in text.split_whitespace() {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_suffix("’s").unwrap_or(word);
        if !opens && word.chars().next().is_some_and(char::is_uppercase) {
            found.push(word);
        }
        opens = part.ends_with(['.', '?', '!', '…']) || part.ends_with(".”");
    }
    found
}

#[test]
fn words_with_a_capital_inside_a_sentence_are_names() {
    let found = capitalised("Then Lenin came. He saw Marx’s “State”, in 1917? Yes, in Basle…");
    assert_eq!(found, ["Lenin", "Marx", "State", "Basle"]);
}

#[test]
fn the_years_that_quotes_mention_are_in_the_timeline() {
    let book = book();
    assert!(book.dates().len() >= 20, "{} dates", book.dates().len());
    assert!(book.dates().is_sorted_by_key(|date| date.year));
    let mut missing = Vec::new();
    for quote in book.quotes() {
        let numbers = quote.text.split(|c: char| !c.is_ascii_digit());
        for year in numbers.filter(|number| number.len() == 4).filter_map(|it| it.parse().ok()) {
            let known = |year: i16| {
                book.dates()
                    .iter()
                    .any(|date| (date.year..=date.until.unwrap_or(date.year)).contains(&year))
            };
            if !known(year) {
                missing.push(format!("{}: {year}", quote.id));
            }
        }
    }
    none(missing);
}

#[test]
fn names_in_the_glossary_are_short_and_plain() {
    let book = book();
    let mut complaints = Vec::new();
    for gloss in book.glossary() {
        let words = gloss.about.split_whitespace().count();
        if words > 32 || !gloss.about.ends_with('.') {
            complaints.push(format!("{}: {words} words: {}", gloss.id, gloss.about));
        }
    }
    none(complaints);
}
