//! Words that say what a passage is like: that it claims something, leans on another, or leads
//! elsewhere.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Anchored, Input};

/// What a sentence starts with that cannot be read without the one before it.
const LEANING: &[&str] = &[
    "this",
    "these",
    "that",
    "those",
    "it",
    "its",
    "he",
    "she",
    "they",
    "their",
    "his",
    "her",
    "such",
    "but",
    "and",
    "yet",
    "nor",
    "or",
    "then",
    "thus",
    "hence",
    "here",
    "there",
    "so",
    "likewise",
    "otherwise",
    "similarly",
    "also",
    "however",
    "nevertheless",
    "moreover",
    "furthermore",
    "besides",
    "therefore",
    "consequently",
    "instead",
    "both",
    "neither",
    "for",
    "because",
    "firstly",
    "secondly",
    "thirdly",
    "fourthly",
    "finally",
    "on the other hand",
    "in this",
    "in that",
    "from this",
    "to this",
    "of this",
    "by contrast",
    "in both",
    "in either",
    "again",
    "the latter",
    "the former",
    "all these",
    "the same",
    "in the former",
    "in the latter",
    "in doing so",
    "all this",
    "at this point",
];
/// What comes before a number where a reader is sent to another place.
const REFERENCES: &[&str] =
    &["section ", "chapter ", "appendix ", "figure ", "table ", "page ", "p. ", "pp. ", "fig. "];
/// What is about a book and not about its subject.
const ADDRESSES: &[&str] = &["http", "www.", "...", ". . ."];
/// What claims something.
const CLAIMS: &[&str] = &[
    " must ",
    " cannot ",
    " never ",
    " only ",
    " always ",
    " no ",
    " nothing ",
    " is ",
    " are ",
    " should ",
    " every ",
    " all ",
    " will ",
    " can ",
    " necessary",
    " impossible",
    " alone",
];

static OPENINGS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let longest = aho_corasick::MatchKind::LeftmostLongest;
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(longest)
        .start_kind(aho_corasick::StartKind::Anchored)
        .build(LEANING)
        .ok()
});
static SIGNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let all = CLAIMS.iter().chain(REFERENCES).chain(ADDRESSES);
    AhoCorasick::builder().ascii_case_insensitive(true).build(all).ok()
});

/// Whether a sentence cannot be read without the one before it.
pub(super) fn leans(sentence: &str) -> bool {
    let start = sentence.trim_start_matches(|c: char| !c.is_alphabetic());
    let found =
        OPENINGS.as_ref().and_then(|all| all.find(Input::new(start).anchored(Anchored::Yes)));
    found.is_some_and(|found| {
        let rest = start.get(found.end()..).unwrap_or_default();
        !rest.starts_with(|c: char| c.is_alphanumeric())
    })
}

/// What a passage has of these words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// How many words claim something, each once.
    pub(super) claims: usize,
    /// Whether it has an address, or sends the reader elsewhere.
    pub(super) leads_away: bool,
}

impl Signs {
    pub(super) fn of(passage: &str) -> Self {
        let (mut claims, mut addresses) = (0_u32, 0_u32);
        let mut refers = false;
        for found in SIGNS.iter().flat_map(|all| all.find_overlapping_iter(passage)) {
            let index = found.pattern().as_usize();
            if index < CLAIMS.len() {
                claims |= 1 << index;
            } else if index < CLAIMS.len() + REFERENCES.len() {
                refers |= is_reference(passage, found.range());
            } else {
                addresses |= 1 << (index - CLAIMS.len() - REFERENCES.len());
            }
        }
        let leads_away = refers || addresses & 0b11 > 0 || addresses & 0b1100 == 0b1100;
        Self { claims: claims.count_ones() as usize, leads_away }
    }
}

/// Whether a number comes after the word: `section 4`, `section H.4`.
fn is_reference(passage: &str, word: std::ops::Range<usize>) -> bool {
    let before = passage.get(..word.start).unwrap_or_default();
    let mut after = passage.get(word.end..).unwrap_or_default().chars();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let first = after.next();
    let numbered = is_digit(first) || after.next() == Some('.') && is_digit(after.next());
    numbered && (before.is_empty() || before.ends_with([' ', '(', '“']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leans() {
        for (sentence, expected) in [
            ("This is why.", true),
            ("“But nobody came.", true),
            ("On the other hand, nobody came.", true),
            ("Thistles grow there.", false),
            ("Nobody came, and this is why.", false),
        ] {
            assert_eq!(leans(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn what_a_passage_has() {
        for (passage, claims, leads_away) in [
            ("Nobody must never ask, nor must he wait.", 2, false),
            ("It is necessary, as section H.4 has it.", 2, true),
            ("As on page 12 we said.", 0, true),
            ("The page was torn.", 0, false),
            ("See WWW.example.org for more.", 0, true),
            ("They waited ... and went.", 0, false),
        ] {
            assert_eq!(Signs::of(passage), Signs { claims, leads_away }, "{passage}");
        }
    }
}
