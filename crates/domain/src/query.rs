//! What somebody searches for: words, `"phrases"` and `prefix*`. Nothing else is an operator.

use crate::search::words;

/// A search with at least one word in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    pub(crate) terms: Vec<Term>,
}

/// Words that have to stand side by side: a phrase, a word of several parts (`self-government`), or
/// one in a script that puts no spaces between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) words: Vec<String>,
    /// The last of them is only the beginning of a word.
    pub(crate) prefix: bool,
}

/// Quotation marks of all sorts; straight and curly ones count alike.
const MARKS: &[char] = &['"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '＂'];

impl Query {
    /// Reads what a member typed. `None` if there is no letter or digit in it: quotation marks,
    /// operators and emoji alone find nothing.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut terms = Vec::new();
        // Every second piece is between quotation marks.
        for (index, piece) in typed.split(MARKS).enumerate() {
            if index % 2 == 1 {
                terms.extend(Term::new(piece, false));
            } else {
                let words = piece.split_whitespace();
                terms.extend(words.filter_map(|word| Term::new(word, word.ends_with(['*', '＊']))));
            }
        }
        (!terms.is_empty()).then_some(Self { terms })
    }
}

impl Term {
    fn new(piece: &str, prefix: bool) -> Option<Self> {
        let words: Vec<String> = words(piece).collect();
        // Korean puts its endings right behind a word.
        let korean = words.last()?.chars().any(|c| matches!(c, '\u{1100}'..='\u{11ff}'));
        Some(Self { words, prefix: prefix || korean })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `feder*` and `free enterprise` for the terms of a query.
    fn terms(typed: &str) -> Vec<String> {
        let terms = Query::parse(typed).unwrap().terms.into_iter();
        terms
            .map(|term| format!("{}{}", term.words.join(" "), if term.prefix { "*" } else { "" }))
            .collect()
    }

    #[test]
    fn words_phrases_and_prefixes_are_read() {
        for (typed, read) in [
            ("state power", &["state", "power"][..]),
            ("\"free enterprise\"", &["free enterprise"]),
            ("federat*", &["federat*"]),
            ("“from below” worker*", &["from below", "worker*"]),
            ("self-management NOT party", &["self management", "not", "party"]),
            ("\"self-government\"", &["self government"]),
            ("don't l’État", &["don t", "l etat"]),
            ("unclosed \"phrase here", &["unclosed", "phrase here"]),
            ("a:b (c) ^d -e +f", &["a b", "c", "d", "e", "f"]),
            ("自由 「人民」", &["自 由", "人 民"]),
            ("Straße œuvre", &["strasse", "oeuvre"]),
        ] {
            assert_eq!(terms(typed), read, "{typed}");
        }
        assert!(Query::parse("자유").unwrap().terms[0].prefix);
    }

    #[test]
    fn nothing_to_look_for_is_no_query() {
        for typed in ["", "   ", "\"\"", "***", "\" -- + -", "🙂🙂", "( ) : ^", "「」"] {
            assert_eq!(Query::parse(typed), None, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_query_or_none(typed in ".*") {
            if let Some(query) = Query::parse(&typed) {
                proptest::prop_assert!(query.terms.iter().all(|term| !term.words.is_empty()));
            }
        }
    }
}
