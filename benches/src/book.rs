//! Books of any size in a made-up language.

use domain::corpus::{Kind, Text};
use domain::{Corpus, Question, Quote, Reading, Work};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::SEED;

/// How many words the language has.
const WORDS: usize = 60_000;
/// Quotes of a work, authors of all works, and quotes to a question.
const QUOTES: usize = 200;
const AUTHORS: usize = 400;
const TO_A_QUESTION: usize = 5;

/// The book that ships with so many quotes beside it.
///
/// # Panics
/// If the book that ships is broken.
#[must_use]
pub fn book(quotes: usize) -> Corpus {
    let shipped = commonplace::corpus_source::corpus(None).unwrap();
    let themes: Vec<String> = shipped.themes().iter().map(|theme| theme.id.clone()).collect();
    let mut chance = ChaCha8Rng::seed_from_u64(SEED);
    // A small book does not need them all.
    let words = words(&mut chance, WORDS.min(2_000 + quotes));
    let works = (0..quotes.div_ceil(QUOTES)).map(|number| {
        let quotes = QUOTES.min(quotes - number * QUOTES);
        work(number, quotes, &themes, &words, &mut chance)
    });
    shipped.with(&works.collect::<Vec<_>>())
}

/// The first words of the language, the commonest first.
pub fn words(chance: &mut ChaCha8Rng, many: usize) -> Vec<String> {
    const BEGIN: [&str; 24] = [
        "a", "ba", "co", "de", "e", "fre", "go", "ha", "i", "ju", "la", "ma", "no", "o", "po",
        "re", "so", "sta", "tra", "u", "ve", "wo", "au", "pla",
    ];
    const MIDDLE: [&str; 16] = [
        "n", "ra", "li", "ter", "do", "mi", "ni", "se", "ta", "ru", "ver", "po", "lu", "gi", "ca",
        "ne",
    ];
    const END: [&str; 12] =
        ["", "s", "ed", "ing", "tion", "ment", "er", "ly", "al", "ity", "ous", "ist"];
    let mut known = std::collections::HashSet::new();
    let mut words = Vec::with_capacity(many);
    while words.len() < many {
        // What is common is short.
        let middles = chance.random_range(0..=words.len().max(1).ilog10());
        let mut word = BEGIN[chance.random_range(..BEGIN.len())].to_owned();
        for _ in 0..middles {
            word += MIDDLE[chance.random_range(..MIDDLE.len())];
        }
        word += END[chance.random_range(..END.len())];
        if known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// A sentence in which words are as rare as in a human language: the second half as often as the
/// first, the third a third as often, by Zipf's law.
fn sentence(length: usize, words: &[String], chance: &mut ChaCha8Rng) -> String {
    let mut sentence = String::with_capacity(length * 7);
    for at in 0..length {
        let rank = (words.len() as f64).powf(chance.random::<f64>()) as usize - 1;
        let word = &words[rank.min(words.len() - 1)];
        if at > 0 {
            sentence.push(' ');
        }
        sentence.push_str(word);
    }
    sentence.push('.');
    sentence
}

fn work(
    number: usize,
    quotes: usize,
    themes: &[String],
    words: &[String],
    chance: &mut ChaCha8Rng,
) -> Reading {
    let id = format!("r{}", number + 1);
    let first = &words[number % AUTHORS + 40];
    let work = Work {
        id: id.clone(),
        title: sentence(4, words, chance),
        author: format!("{first} {}", words[number % AUTHORS + 500]),
        year: 1900,
        dated: None,
        translator: None,
        language: "en".to_owned(),
        source: String::new(),
        rights: String::new(),
        sections: Vec::new(),
        text: Text::default(),
    };
    let quote = |at: usize, chance: &mut ChaCha8Rng| {
        let length = chance.random_range(12..70);
        Quote {
            id: format!("{id}-{}", at + 1),
            work: id.clone(),
            text: sentence(length, words, chance),
            section: 1,
            paragraph: 1,
            themes: vec![themes[chance.random_range(..themes.len())].clone()],
            speaker: None,
            reported: None,
            context: None,
            paraphrase: None,
        }
    };
    let quotes: Vec<Quote> = (0..quotes).map(|at| quote(at, chance)).collect();
    let asked = quotes.iter().step_by(TO_A_QUESTION).enumerate();
    let questions = asked.map(|(at, quote)| Question {
        id: format!("{id}-q{}", at + 1),
        work: id.clone(),
        kind: [Kind::Close, Kind::Comparison, Kind::Application][at % 3],
        theme: quote.themes[0].clone(),
        text: format!("What follows from passage {at}, and for whom?"),
        quotes: vec![quote.id.clone()],
        follow_ups: Vec::new(),
        level: None,
        context: None,
        speaker: None,
        place: None,
    });
    Reading { questions: questions.collect(), work, quotes }
}
