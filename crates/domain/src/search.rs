//! Finds quotes by their words: whole words in all their forms, beginnings, phrases, and in any
//! script. The best come first.

use std::collections::{HashMap, HashSet};

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::query::{Query, Term};
use crate::{Corpus, Quote, fold};

/// How fast a word that comes again counts less, and how much less a word of a long quote counts:
/// the usual values of Okapi BM25.
const SATURATION: f64 = 1.2;
const BY_LENGTH: f64 = 0.75;

/// Between the words of a quote and those of its author's name: no phrase goes across.
const GAP: u32 = u32::MAX;

/// English endings that a stem can have lost: `federati*` has to find what `federation` finds,
/// though both are kept as `feder`.
const ENDINGS: &[&str] = &[
    "able", "ably", "al", "alism", "alist", "ality", "alize", "ally", "ance", "ances", "ant",
    "ated", "ates", "ating", "ation", "ational", "ations", "ative", "ator", "ators", "ed", "ence",
    "ent", "er", "ers", "es", "ful", "fulness", "ibility", "ible", "ic", "ical", "icity", "ied",
    "ies", "ing", "ingly", "ings", "ion", "ional", "ions", "ise", "ised", "ises", "ising", "ism",
    "isms", "ist", "ists", "ities", "ity", "ive", "iveness", "ivity", "ization", "ize", "ized",
    "izes", "izing", "less", "ly", "ment", "ments", "ness", "or", "ors", "ous", "ously", "ousness",
    "s", "y",
];

/// The words of the quotes of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct SearchIndex {
    /// Every word that occurs, with its stem; a word's number is its place here.
    vocabulary: Vec<(String, String)>,
    /// The words of each quote, by their numbers, in the order of the corpus.
    quotes: Vec<Vec<u32>>,
    /// How many words a quote has on average.
    length: f64,
}

impl Corpus {
    /// The quotes in which everything is that is searched for, the best first.
    #[must_use]
    pub fn search_all(&self, query: &Query) -> Vec<&Quote> {
        self.found(query, query.terms.len())
    }

    /// The quotes in which anything is that is searched for, the best first.
    #[must_use]
    pub fn search_any(&self, query: &Query) -> Vec<&Quote> {
        self.found(query, 1)
    }

    fn found(&self, query: &Query, least: usize) -> Vec<&Quote> {
        let found = self.search.get_or_init(|| SearchIndex::of(self)).found(query, least);
        found.into_iter().filter_map(|at| self.quotes.get(at)).collect()
    }
}

impl SearchIndex {
    fn of(corpus: &Corpus) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut index = Self::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for quote in &corpus.quotes {
            let mut number = |word: String| {
                *numbers.entry(word).or_insert_with_key(|word| {
                    index.vocabulary.push((word.clone(), stemmer.stem(word).into_owned()));
                    u32::try_from(index.vocabulary.len() - 1).unwrap_or(GAP)
                })
            };
            let mut all: Vec<u32> = words(&quote.text).map(&mut number).collect();
            all.push(GAP);
            all.extend(words(corpus.voice(quote)).map(&mut number));
            index.quotes.push(all);
        }
        let total: usize = index.quotes.iter().map(Vec::len).sum();
        index.length = total as f64 / index.quotes.len().max(1) as f64;
        index
    }

    /// The places of the quotes in which at least so many of the terms are, the best first.
    fn found(&self, query: &Query, least: usize) -> Vec<usize> {
        let mut scores: Vec<(usize, f64)> = vec![(0, 0.0); self.quotes.len()];
        for term in &query.terms {
            let meant: Vec<HashSet<u32>> = self.meant(term);
            let counts: Vec<usize> =
                self.quotes.iter().map(|words| occurrences(words, &meant)).collect();
            let holding = counts.iter().filter(|count| **count > 0).count();
            for ((count, words), (terms, score)) in counts.iter().zip(&self.quotes).zip(&mut scores)
            {
                if *count > 0 {
                    *terms += 1;
                    *score += self.weight(*count, words.len(), holding);
                }
            }
        }
        let mut found: Vec<(usize, f64)> = (0..)
            .zip(scores)
            .filter(|(_, (terms, _))| *terms >= least)
            .map(|(at, (_, score))| (at, score))
            .collect();
        found.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        found.into_iter().map(|(at, _)| at).collect()
    }

    /// What it counts that a term is `count` times in a quote of so many words, and in `holding`
    /// quotes at all: Okapi BM25.
    fn weight(&self, count: usize, words: usize, holding: usize) -> f64 {
        let (all, holding, count) = (self.quotes.len() as f64, holding as f64, count as f64);
        let rarity = (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln();
        let length = 1.0 - BY_LENGTH + BY_LENGTH * words as f64 / self.length.max(1.0);
        rarity * count * (SATURATION + 1.0) / (count + SATURATION * length)
    }

    /// For each word of a term the words of the vocabulary that it can stand for.
    fn meant(&self, term: &Term) -> Vec<HashSet<u32>> {
        let stemmer = Stemmer::create(Algorithm::English);
        let last = term.words.len().saturating_sub(1);
        let meant = term.words.iter().enumerate().map(|(at, word)| {
            if term.prefix && at == last {
                self.begun(word, &stemmer)
            } else {
                let stem = stemmer.stem(word);
                self.numbers(|(_, of)| *of == stem)
            }
        });
        meant.collect()
    }

    /// The words that begin so, in all their forms.
    fn begun(&self, prefix: &str, stemmer: &Stemmer) -> HashSet<u32> {
        let begun = self.vocabulary.iter().filter(|(word, _)| word.starts_with(prefix));
        let stems: HashSet<&str> = begun.map(|(_, stem)| stem.as_str()).collect();
        self.numbers(|(_, stem)| {
            stems.contains(stem.as_str()) || lost_ending(stem, prefix, stemmer)
        })
    }

    fn numbers(&self, is_meant: impl Fn(&(String, String)) -> bool) -> HashSet<u32> {
        let numbered = (0..).zip(&self.vocabulary);
        numbered.filter(|(_, word)| is_meant(word)).map(|(number, _)| number).collect()
    }
}

/// Whether a word of this stem can begin so: `federati` is the stem `feder` and the beginning of an
/// ending that `feder` can have lost.
pub(crate) fn lost_ending(stem: &str, prefix: &str, stemmer: &Stemmer) -> bool {
    let rest = prefix.strip_prefix(stem).filter(|rest| !rest.is_empty());
    rest.is_some_and(|rest| {
        let endings = ENDINGS.iter().filter(|ending| ending.starts_with(rest));
        endings.into_iter().any(|end| stemmer.stem(&format!("{stem}{end}")) == stem)
    })
}

/// How often words stand side by side.
fn occurrences(words: &[u32], meant: &[HashSet<u32>]) -> usize {
    let here = |window: &&[u32]| window.iter().zip(meant).all(|(word, meant)| meant.contains(word));
    words.windows(meant.len().max(1)).filter(here).count()
}

/// The words of a text, folded. In scripts without spaces each letter is a word of its own, so that
/// any part of a sentence is found.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = folded
        .unicode_words()
        // `l’État` is found by `État`.
        .flat_map(|word| word.split(['\'', '’', 'ʼ', '.', '_', ':', '·', '・']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::tests::shipped;

    /// A corpus of quotes with these texts.
    fn of(texts: &[&str]) -> Corpus {
        let mut book = Corpus::default();
        for (number, text) in texts.iter().enumerate() {
            book.quotes.push(Quote {
                id: number.to_string(),
                work: "letter".to_owned(),
                text: (*text).to_owned(),
                section: 1,
                paragraph: 1,
                themes: Vec::new(),
                speaker: Some("Łucja Œuvray".to_owned()),
                reported: None,
                context: None,
                paraphrase: None,
            });
        }
        book
    }

    fn ids(book: &Corpus, typed: &str) -> Vec<String> {
        let found = book.search_all(&Query::parse(typed).unwrap());
        found.into_iter().map(|quote| quote.id.clone()).collect()
    }

    #[test]
    fn what_is_searched_for_is_found_as_people_type_it() {
        let texts = [
            "权力属于人民，自由是城市的习惯。",
            "L’État and the Straße, an œuvre of Łódź: they don’t know self-government.",
            "ประชาชนมีเสรีภาพ",
            "자유는 인민의 것이다",
            "自由は人民の手の中にある。マルクス主義",
            "Every federation was a union of workers’ councils.",
        ];
        let book = of(&texts);
        for (typed, found) in [
            ("自由", &["0", "4"][..]),
            ("「人民」", &["0", "4"]),
            ("由自", &[]),
            ("เสรีภาพ", &["2"]),
            ("자유", &["3"]),
            ("マルクス", &["4"]),
            ("oeuvre", &["1"]),
            ("strasse", &["1"]),
            ("LODZ", &["1"]),
            ("état", &["1"]),
            ("l'etat", &["1"]),
            ("don't", &["1"]),
            ("self-government", &["1"]),
            ("\"self-government\"", &["1"]),
            ("self government", &["1"]),
            ("self-gov*", &["1"]),
            ("federati*", &["5"]),
            ("federated", &["5"]),
            ("worker council*", &["5"]),
            ("\"workers councils\"", &["5"]),
            ("\"councils workers\"", &[]),
            ("nowhere", &[]),
        ] {
            assert_eq!(ids(&book, typed), found, "{typed}");
        }
        assert_eq!(ids(&book, "oeuvray").len(), texts.len());
        // The end of a text and the beginning of a name are no phrase.
        assert_eq!(ids(&book, "\"councils Łucja\""), [""; 0]);
    }

    #[test]
    fn a_beginning_finds_what_the_word_finds() {
        let texts = [
            "They organised themselves.",
            "The universe is wide.",
            "A federal state federated.",
            "Economies of nations.",
            "An organ plays.",
        ];
        let made = of(&texts);
        for book in [&shipped(), &made] {
            for word in [
                "federation",
                "organisation",
                "organization",
                "university",
                "revolution",
                "dictatorship",
                "bureaucracy",
                "management",
                "economic",
                "centralization",
                "freedom",
                "necessity",
                "institutions",
            ] {
                let whole = ids(book, word);
                let letters: Vec<char> = word.chars().collect();
                for length in 3..letters.len() {
                    let begun: String = letters.iter().take(length).collect();
                    let found = ids(book, &format!("{begun}*"));
                    let lost: Vec<_> = whole.iter().filter(|id| !found.contains(id)).collect();
                    assert!(lost.is_empty(), "{begun}* does not find {lost:?} of {word}");
                }
            }
        }
        assert_eq!(ids(&made, "organisat*"), ["0"]);
    }

    #[test]
    fn the_best_comes_first() {
        let book = of(&[
            "A council met in a town that had many other things to do on that day.",
            "A council, a council, and again a council.",
            "Nobody met.",
        ]);
        assert_eq!(ids(&book, "council"), ["1", "0"]);
        let any = book.search_any(&Query::parse("council nobody").unwrap());
        assert_eq!(any.len(), 3);
        assert_eq!(any[0].id, "2", "what is rare counts more");
    }

    proptest::proptest! {
        #[test]
        fn every_word_of_a_quote_finds_it(text in "[a-zé自由ß’\\- ]{1,40}") {
            let book = of(&[&text]);
            for word in text.split_whitespace() {
                if Query::parse(word).is_some() {
                    proptest::prop_assert_eq!(ids(&book, word).len(), 1, "{}", word);
                }
            }
        }
    }
}
