//! Finds the words in a run of letters that is no word.
//!
//! One of them has to be a word of grammar: nobody can tell a rare compound from two nouns that
//! have run together, but `the`, `which` and `would` are parts of few words.

use crate::words::tier;

/// Words of grammar that hardly a word starts or ends with.
pub(super) const MORE: &[&str] = &[
    "the", "and", "that", "with", "from", "this", "which", "would", "could", "should", "have",
    "been", "were", "there", "their", "they", "them", "these", "those", "then", "than", "when",
    "where", "what", "who", "whom", "whose", "will", "must", "more", "most", "much", "many",
    "make", "made", "into", "through", "because", "while", "within", "without", "against", "among",
    "toward", "towards", "such", "very", "both", "each", "every", "between", "before", "upon",
    "does", "only", "also", "other", "about", "your", "you", "was", "are",
];
/// Words of grammar that many words start with: what follows them has to be plain.
const STARTS: &[&str] = &[
    "of", "in", "to", "it", "is", "as", "at", "be", "by", "he", "we", "no", "so", "or", "if", "my",
    "do", "on", "an", "a", "i", "for", "not", "but", "his", "her", "its", "our", "all", "any",
    "can", "may", "had", "has", "how", "now", "out", "up", "one", "two", "some",
];
/// These make words of all they stand before.
const PREFIXES: &[&str] = &[
    "out", "up", "all", "some", "one", "two", "be", "on", "an", "do", "or", "not", "any", "other",
    "every", "through", "about", "can", "no", "i",
];
/// So common a word has to be to stand after a word of grammar, or before one.
const USUAL: u8 = 3;
const COMMON: u8 = 2;

/// The words in a run of small letters, if they are plain.
pub(super) fn split(run: &str) -> Option<Vec<&str>> {
    if !(5..=40).contains(&run.chars().count()) {
        return None;
    }
    let two = run
        .char_indices()
        .skip(1)
        .filter_map(|(at, _)| run.split_at_checked(at))
        .filter_map(|(left, right)| Some((cost(left, right)?, vec![left, right])))
        .min_by_key(|(cost, _)| *cost);
    if let Some((_, parts)) = two {
        return Some(parts);
    }
    // `ofthestate`: the first is a word of grammar, and the rest falls apart by itself.
    run.char_indices().skip(2).find_map(|(at, _)| {
        let (left, right) = run.split_at_checked(at)?;
        if !(MORE.contains(&left) || (STARTS.contains(&left) && left.len() > 1)) {
            return None;
        }
        right.char_indices().skip(2).find_map(|(at, _)| {
            let (middle, last) = right.split_at_checked(at)?;
            let plain = MORE.contains(&middle) && tier(last)? <= USUAL && last.chars().count() > 2;
            plain.then(|| vec![left, middle, last])
        })
    })
}

/// How unlikely it is that these are two words; nothing if it is too unlikely.
fn cost(left: &str, right: &str) -> Option<u8> {
    let (left_tier, right_tier) = (tier(left)?, tier(right)?);
    let (first, last) = (left.chars().count(), right.chars().count());
    let grammar = |word: &str| MORE.contains(&word);
    let start = STARTS.contains(&left) && (!PREFIXES.contains(&left) || grammar(right));
    let fits = if grammar(left) && grammar(right) {
        true
    } else if grammar(left) {
        let compound = PREFIXES.contains(&left);
        !compound && right_tier <= 4 && (last > 2 || (STARTS.contains(&right) && last == 2))
    } else if start {
        grammar(right)
            || (right_tier <= COMMON && last >= 4 && !(left == "a" && is_adjective(right)))
    } else if grammar(right) {
        left_tier != 5 && first > 2
    } else {
        false
    };
    let names = u8::from(left_tier == 6 || right_tier == 6);
    fits.then_some(left_tier + right_tier + names + u8::from(first.min(last) < 3))
}

/// `ahistorical`, `apolitical`: these are words, whether a list has them or not.
fn is_adjective(word: &str) -> bool {
    ["al", "ic", "ous", "ive", "ar", "ate", "less", "able", "ical"]
        .iter()
        .any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_falls_apart() {
        for (run, parts) in [
            ("fascismwhich", Some("fascism which")),
            ("wouldmake", Some("would make")),
            ("dowith", Some("do with")),
            ("themid", Some("the mid")),
            ("muchmore", Some("much more")),
            ("amanner", Some("a manner")),
            ("andmanagement", Some("and management")),
            ("ofthestate", Some("of the state")),
            ("inthe", Some("in the")),
            ("themasses", Some("the masses")),
            ("conspiratorialism", None),
            ("apoliticism", None),
            ("apoliticalism", None),
            ("communalist", None),
            ("hotchpotch", None),
            ("solidarization", None),
            ("underconsumption", None),
            ("declassed", None),
            ("proletarianised", None),
            ("luxemburgist", None),
            ("aufheben", None),
            ("modus", None),
            ("vivendi", None),
            ("raison", None),
            ("laisser", None),
            ("soit", None),
            ("überbau", None),
        ] {
            assert_eq!(split(run).map(|parts| parts.join(" ")).as_deref(), parts, "{run}");
        }
    }
}
