//! What somebody searches for: words, `"phrases"` and `prefix*`, and nothing that a search engine
//! could take for an operator.

/// A search with at least one word in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    words: String,
    prefix: bool,
}

impl Query {
    /// Reads what a member typed. `None` if there is no letter or digit in it: quotation marks,
    /// operators and emoji alone find nothing.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut terms = Vec::new();
        // Every second piece is between quotation marks; straight and curly ones count alike.
        for (index, piece) in typed.split(['"', '“', '”', '„', '«', '»']).enumerate() {
            if index % 2 == 1 {
                terms.extend(Term::new(piece, false));
            } else {
                let words = piece.split_whitespace();
                terms.extend(words.filter_map(|word| Term::new(word, word.ends_with('*'))));
            }
        }
        (!terms.is_empty()).then_some(Self { terms })
    }

    /// An FTS5 expression: all of the terms.
    #[must_use]
    pub fn all(&self) -> String {
        self.joined(" AND ")
    }

    /// An FTS5 expression: any of the terms.
    #[must_use]
    pub fn any(&self) -> String {
        self.joined(" OR ")
    }

    fn joined(&self, operator: &str) -> String {
        let terms: Vec<String> = self.terms.iter().map(Term::quoted).collect();
        terms.join(operator)
    }
}

impl Term {
    fn new(piece: &str, prefix: bool) -> Option<Self> {
        let words = piece
            .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{300}'..='\u{36f}'))
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        (!words.is_empty()).then_some(Self { words, prefix })
    }

    /// As an FTS5 string, in which nothing is an operator.
    fn quoted(&self) -> String {
        format!("\"{}\"{}", self.words, if self.prefix { "*" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_and_prefixes_are_read() {
        for (typed, all) in [
            ("state power", r#""state" AND "power""#),
            ("\"free enterprise\"", r#""free enterprise""#),
            ("federat*", r#""federat"*"#),
            ("“from below” worker*", r#""from below" AND "worker"*"#),
            ("self-management NOT party", r#""self management" AND "NOT" AND "party""#),
            ("unclosed \"phrase here", r#""unclosed" AND "phrase here""#),
            ("a:b (c) ^d", r#""a b" AND "c" AND "d""#),
        ] {
            assert_eq!(Query::parse(typed).unwrap().all(), all, "{typed}");
        }
    }

    #[test]
    fn nothing_to_look_for_is_no_query() {
        for typed in ["", "   ", "\"\"", "***", "\" -- + -", "🙂🙂", "( ) : ^"] {
            assert_eq!(Query::parse(typed), None, "{typed}");
        }
    }
}
