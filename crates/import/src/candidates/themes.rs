//! Which themes a passage may belong to, and the words that say so.

use rust_stemmers::{Algorithm, Stemmer};

use super::Suggestion;
use crate::words::words;
use domain::Theme;

/// No passage has more themes.
const MOST: usize = 3;
/// A theme with less of the strongest one's score is not suggested.
const SHARE: f32 = 0.35;

/// The terms of all themes, by their stems.
pub(crate) struct Terms {
    stemmer: Stemmer,
    /// Whether the terms are in another language than the text.
    foreign: bool,
    themes: Vec<(String, Vec<Term>)>,
}

struct Term {
    stems: Vec<String>,
    /// The words that count only as they are: a term in the plural is not meant in the singular.
    exact: Vec<Option<String>>,
    weight: f32,
}

impl Terms {
    /// The terms of the book's themes, in a language.
    pub(crate) fn new(themes: &[Theme], language: &str) -> Self {
        let stemmer = Stemmer::create(algorithm(language));
        let stems =
            |text: &str| -> Vec<String> { words(text).map(|word| stem(&stemmer, word)).collect() };
        let mut themes: Vec<(String, Vec<Term>)> = themes
            .iter()
            .map(|theme| {
                let mut terms: Vec<Term> = Vec::new();
                for term in &theme.terms {
                    let (stems, exact) = (stems(term), exact(term, &theme.terms));
                    let is_new = |known: &Term| known.stems != stems || known.exact != exact;
                    if !stems.is_empty() && terms.iter().all(is_new) {
                        terms.push(Term { weight: 0.0, stems, exact });
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
        let words = || themes.iter().flat_map(|(_, terms)| terms).flat_map(|term| &term.stems);
        let ascii = words().filter(|word| word.is_ascii()).count();
        let foreign = !language.starts_with("en") && ascii * 10 > words().count() * 9;
        Self { stemmer, foreign, themes }
    }

    /// What is doubted of themes in a text whose language the terms are not in.
    pub(crate) fn doubt(&self, language: &str) -> Option<String> {
        self.foreign.then(|| {
            format!(
                "the text is in `{language}`, and the terms of the themes are English: themes cannot be \
                 suggested, and quotes and questions are for a person to choose"
            )
        })
    }

    /// The themes of a passage, the likeliest first.
    pub(crate) fn suggest(&self, text: &str) -> Vec<Suggestion> {
        // The stems of two languages are alike by accident: `commune` is common in French.
        if self.foreign {
            return Vec::new();
        }
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

fn add(suggestion: &mut Suggestion, term: &Term, words: &[&str], stems: &[String]) {
    let length = term.stems.len();
    for (at, window) in stems.windows(length).enumerate() {
        if window != term.stems {
            continue;
        }
        let is_meant = |(word, exact): (&&str, &Option<String>)| {
            exact.as_ref().is_none_or(|exact| word.to_lowercase() == *exact)
        };
        let said = words.get(at..at + length).unwrap_or_default();
        if !said.iter().zip(&term.exact).all(is_meant) {
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

/// For each word of a term how it has to read, if its singular means something else: `orders` is
/// not meant where a text says `in order to`. Where both are terms, either is meant.
fn exact(term: &str, all: &[String]) -> Vec<Option<String>> {
    let is_plural = |word: &str| {
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("is") && word.len() > 3
    };
    let singular = |word: &str| word.strip_suffix('s').map(str::to_owned);
    words(term)
        .map(|word| {
            let lower = word.to_lowercase();
            let both = singular(&lower).is_some_and(|one| all.contains(&one));
            (is_plural(&lower) && !both).then_some(lower)
        })
        .collect()
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

    #[test]
    fn a_plural_is_not_its_singular() {
        let themes =
            [theme("offices", &["orders", "officials"]), theme("towns", &["commune", "communes"])];
        let terms = Terms::new(&themes, "en");
        assert!(terms.suggest("In order to know, one asks an official question.").is_empty());
        assert_eq!(terms.suggest("The officials gave orders.")[0].words, ["orders", "officials"]);
        assert_eq!(terms.suggest("A commune joins other communes.")[0].theme, "towns");
    }
}
