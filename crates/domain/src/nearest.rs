//! "Did you mean": the candidate that reads most like what somebody wrote.

use strsim::{jaro_winkler, normalized_damerau_levenshtein};

use crate::fold;

/// Below these two a likeness is chance.
const FEWEST_EDITS: f64 = 0.66;
const SAME_START: f64 = 0.85;
/// How much shorter one may be than the other for a same start to count: `Mars` is no misspelling
/// of Marquesas.
const SAME_LENGTH: f64 = 0.6;

/// The longest that is worth a comparison.
const LONGEST: usize = 200;

/// The candidate that was most likely meant, if one is near enough: the same but for case and
/// accents, one that starts so (or has a word that does), or one a few typing mistakes away. Of
/// equals the first.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // What is longer than any name is no misspelling of one.
    if given.chars().nth(LONGEST).is_some() {
        return None;
    }
    let given = fold(given.trim());
    if given.is_empty() {
        return None;
    }
    let mut best: Option<(f64, &'a str)> = None;
    for candidate in candidates {
        let Some(likeness) = likeness(&given, &fold(candidate)) else {
            continue;
        };
        if best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How alike two folded texts are, if they are: a whole text counts for more than one of its
/// words, and a start for more than a misspelling.
fn likeness(given: &str, candidate: &str) -> Option<f64> {
    let whole = close(given, candidate);
    let word = candidate
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .filter_map(|word| close(given, word))
        .max_by(f64::total_cmp)
        .map(|likeness| likeness * 0.95);
    whole.into_iter().chain(word).max_by(f64::total_cmp)
}

fn close(given: &str, text: &str) -> Option<f64> {
    if given == text {
        return Some(2.0);
    }
    if text.starts_with(given) {
        // The shorter the rest, the likelier it is what was meant.
        return Some(1.0 + given.len() as f64 / text.len() as f64);
    }
    let edits = normalized_damerau_levenshtein(given, text);
    let (one, other) = (given.chars().count() as f64, text.chars().count() as f64);
    let comparable = one.min(other) >= SAME_LENGTH * one.max(other);
    let start = if comparable { jaro_winkler(given, text) } else { 0.0 };
    // A likeness of one or two letters says nothing.
    (given.chars().nth(2).is_some() && (edits >= FEWEST_EDITS || start >= SAME_START))
        .then(|| edits.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &[&str] = &[
        "spontaneity",
        "power",
        "economy",
        "planning",
        "liberty",
        "bureaucracy",
        "thought",
        "institutions",
        "revolution",
        "federation",
        "technology",
        "Daniel Guérin",
        "Victor Serge",
        "Proudhon",
        "America/Argentina/Buenos_Aires",
        "Pacific/Marquesas",
    ];

    #[test]
    fn what_is_meant() {
        for (given, meant) in [
            ("powr", Some("power")),
            ("pwoer", Some("power")),
            ("POWER", Some("power")),
            (" power ", Some("power")),
            ("spontanity", Some("spontaneity")),
            ("spontaneous", Some("spontaneity")),
            ("guerin", Some("Daniel Guérin")),
            ("GUÉRIN", Some("Daniel Guérin")),
            ("gerin", Some("Daniel Guérin")),
            ("daniel guerin", Some("Daniel Guérin")),
            ("dan", Some("Daniel Guérin")),
            ("victor srege", Some("Victor Serge")),
            ("prudon", Some("Proudhon")),
            ("burocracy", Some("bureaucracy")),
            ("plan", Some("planning")),
            ("tecnology", Some("technology")),
            ("revolutions", Some("revolution")),
            ("buenos", Some("America/Argentina/Buenos_Aires")),
            ("xyz", None),
            ("xq", None),
            ("love", None),
            ("hunger", None),
            ("Mars", None),
            ("marqesas", Some("Pacific/Marquesas")),
            ("", None),
            (" \n", None),
            ("\u{301}", None),
            ("👩‍🌾", None),
        ] {
            assert_eq!(nearest(given, BOOK.iter().copied()), meant, "{given:?}");
        }
    }

    #[test]
    fn the_likeliest_of_several() {
        for (given, candidates, meant) in [
            ("free", ["freedom of the press", "freedom"], "freedom"),
            ("art", ["party art", "art"], "art"),
            ("kind", ["kinds", "kind"], "kind"),
            ("quote", ["quotes", "quoth"], "quotes"),
            ("them", ["first", "theme"], "theme"),
            ("same", ["same", "same"], "same"),
        ] {
            assert_eq!(nearest(given, candidates), Some(meant), "{given:?}");
        }
    }

    #[test]
    fn nothing_to_mean() {
        assert_eq!(nearest("power", []), None);
    }
}
