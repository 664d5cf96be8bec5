//! Finds texts that say again what another says.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::fold;

/// Texts are compared by runs of this many words: shorter ones are in every text.
const RUN: usize = 3;

/// The texts that share half or more of their words, in order, with one before them; which one.
/// That takes in equal texts, and texts that are a part of another.
#[must_use]
pub fn repeats(texts: &[&str]) -> Vec<(usize, usize)> {
    let words: Vec<Vec<String>> =
        texts.iter().map(|text| fold(text).unicode_words().map(str::to_owned).collect()).collect();
    let mut seen: HashMap<&[String], Vec<usize>> = HashMap::new();
    let mut lengths: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (later, words) in words.iter().enumerate() {
        let runs: HashSet<&[String]> = words.windows(RUN.clamp(1, words.len().max(1))).collect();
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for earlier in runs.iter().filter_map(|run| seen.get(run)).flatten() {
            *shared.entry(*earlier).or_default() += 1;
        }
        let nearest = shared
            .into_iter()
            .filter(|(earlier, shared)| {
                let shorter = runs.len().min(lengths.get(*earlier).copied().unwrap_or_default());
                shared * 2 >= shorter
            })
            .max_by_key(|(earlier, shared)| (*shared, std::cmp::Reverse(*earlier)));
        found.extend(nearest.map(|(earlier, _)| (later, earlier)));
        lengths.push(runs.len());
        for run in runs {
            seen.entry(run).or_default().push(later);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats() {
        let first = "The future belongs still, and more than ever, to socialism.";
        for (second, repeats_it) in [
            (first, true),
            ("the future belongs still and more than ever to SOCIALISM!", true),
            ("The future belongs still, and more than ever", true),
            (
                "And yet: the future belongs still, and more than ever, to socialism. We shall see.",
                true,
            ),
            ("The future belongs still, and more than ever, to those who come late to it.", true),
            ("More than ever, socialism belongs to the future", false),
            ("The future belongs to autonomous management of undertakings.", false),
            ("Socialism", false),
            ("", false),
            ("…", false),
        ] {
            let expected = if repeats_it { vec![(1, 0)] } else { vec![] };
            assert_eq!(repeats(&[first, second]), expected, "{second}");
        }
    }

    #[test]
    fn the_likest_is_named() {
        let texts = ["a b c d e f", "u v w x y z", "d e f u v w x y", "a b c d e f"];
        assert_eq!(repeats(&texts), [(2, 1), (3, 0)]);
    }
}
