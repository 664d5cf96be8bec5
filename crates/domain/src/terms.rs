//! Which themes a passage may belong to, and the words that say so.

use rust_stemmers::{Algorithm, Stemmer};
use serde::Serialize;

use crate::Theme;

/// A theme that a passage may belong to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// The theme's id.
    pub theme: String,
    /// How strongly it is suggested.
    pub score: f32,
    /// The words that suggest it.
    pub words: Vec<String>,
}

/// No passage has more themes.
const MOST: usize = 3;
/// A theme with less of the strongest one's score is not suggested.
const SHARE: f32 = 0.35;

/// The terms of all themes, by their stems.
pub struct Terms {
    stemmer: Stemmer,
    themes: Vec<(String, Vec<Term>)>,
}

struct Term {
    stems: Vec<String>,
    weight: f32,
}

impl Terms {
    /// The terms of the book's themes, in a language given as an IETF tag.
    #[must_use]
    pub fn new(themes: &[Theme], language: &str) -> Self {
        let stemmer = Stemmer::create(algorithm(language));
        let stems =
            |text: &str| -> Vec<String> { words(text).map(|word| stem(&stemmer, word)).collect() };
        let mut themes: Vec<(String, Vec<Term>)> = themes
            .iter()
            .map(|theme| {
                let mut terms: Vec<Term> = Vec::new();
                for stems in theme.terms.iter().map(|term| stems(term)) {
                    if !stems.is_empty() && terms.iter().all(|term| term.stems != stems) {
                        terms.push(Term { weight: 0.0, stems });
                    }
                }
                (theme.id.clone(), terms)
            })
            .collect();
        // A term of several themes tells them apart less; one of several words tells more.
        let all: Vec<Vec<String>> =
            themes.iter().flat_map(|(_, terms)| terms).map(|term| term.stems.clone()).collect();
        for term in themes.iter_mut().flat_map(|(_, terms)| terms) {
            let themes = all.iter().filter(|stems| **stems == term.stems).count().max(1);
            term.weight = (1.0 + 0.6 * (term.stems.len() as f32 - 1.0)) / themes as f32;
        }
        Self { stemmer, themes }
    }

    /// The themes of a passage, the likeliest first.
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        let words: Vec<&str> = words(text).collect();
        let stems: Vec<String> = words.iter().map(|word| stem(&self.stemmer, word)).collect();
        let mut found: Vec<Suggestion> = self
            .themes
            .iter()
            .filter_map(|(theme, terms)| {
                let mut suggestion =
                    Suggestion { theme: theme.clone(), score: 0.0, words: Vec::new() };
                for term in terms {
                    add(&mut suggestion, term, &words, &stems);
                }
                (suggestion.score > 0.0).then_some(suggestion)
            })
            .collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        let least = found.first().map_or(0.0, |first| first.score * SHARE);
        found.retain(|suggestion| suggestion.score >= least);
        found.truncate(MOST);
        found
    }
}

/// The words of a text; a hyphen or an apostrophe inside one does not end it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let inner = |c: char| matches!(c, '-' | '\u{2010}' | '\'' | '’' | 'ʼ');
    text.split(move |c: char| !(c.is_alphanumeric() || inner(c)))
        .map(move |word| word.trim_matches(inner))
        .filter(|word| word.chars().any(char::is_alphabetic))
}

fn add(suggestion: &mut Suggestion, term: &Term, words: &[&str], stems: &[String]) {
    let length = term.stems.len();
    for (at, window) in stems.windows(length).enumerate() {
        if window != term.stems {
            continue;
        }
        let said = words.get(at..at + length).unwrap_or_default().join(" ").to_lowercase();
        // The second time says less.
        let again = suggestion.words.contains(&said);
        suggestion.score += if again { term.weight * 0.3 } else { term.weight };
        if !again {
            suggestion.words.push(said);
        }
    }
}

fn stem(stemmer: &Stemmer, word: &str) -> String {
    // The stemmers know only the straight apostrophe.
    stemmer.stem(&word.to_lowercase().replace('’', "'")).into_owned()
}

fn algorithm(language: &str) -> Algorithm {
    match language.split('-').next().unwrap_or_default() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => Algorithm::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(id: &str, terms: &[&str]) -> Theme {
        Theme {
            id: id.into(),
            name: id.into(),
            about: String::new(),
            terms: terms.iter().map(|term| (*term).to_owned()).collect(),
        }
    }

    #[test]
    fn suggestions_tell_their_words() {
        let themes = [theme("power", &["power", "the state", "police"]), theme("roads", &["road"])];
        let terms = Terms::new(&themes, "en");
        let found = terms.suggest("The State’s powers end where the roads end.");
        let themes: Vec<&str> = found.iter().map(|found| found.theme.as_str()).collect();
        assert_eq!(themes, ["power", "roads"]);
        assert_eq!(found[0].words, ["powers", "the state’s"]);
        assert!(terms.suggest("Nothing of the kind.").is_empty());
    }
}
