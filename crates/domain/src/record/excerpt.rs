//! A short piece of a text around what was searched for.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Characters before the first word that was found.
const BEFORE: usize = 60;
/// Characters from that word on.
const FROM: usize = 160;

/// A piece of a text, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Its words, and whether they are what was searched for.
    pub parts: Vec<(bool, String)>,
}

impl Excerpt {
    /// The piece of `text` around the first of `found`, which are in order.
    #[must_use]
    pub fn around(text: &str, found: &[Range<usize>]) -> Self {
        let first = found.first().cloned().unwrap_or(0..0);
        let (before, from) = text.split_at_checked(first.start).unwrap_or((text, ""));
        let start = last_part(before, BEFORE);
        let end = first.end.max(first.start + first_part(from, FROM));
        let mut parts = Vec::new();
        let mut add = |is_found: bool, range: Range<usize>| {
            let words = text.get(range).unwrap_or_default().replace(['\n', '\r'], " ");
            if !words.is_empty() {
                parts.push((is_found, words));
            }
        };
        let mut at = start;
        for range in found.iter().filter(|range| range.end <= end) {
            add(false, at..range.start);
            add(true, range.clone());
            at = range.end;
        }
        add(false, at..end);
        if start > 0 {
            parts.insert(0, (false, "…".to_owned()));
        }
        if end < text.len() {
            parts.push((false, "…".to_owned()));
        }
        Self { parts }
    }
}

/// Where the last characters of a text begin, after a blank if there is one among them.
fn last_part(text: &str, most: usize) -> usize {
    let graphemes: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
    let Some(skip) = graphemes.len().checked_sub(most).filter(|skip| *skip > 0) else { return 0 };
    let cut = graphemes.get(skip).map_or(text.len(), |(at, _)| *at);
    let blank = text.get(cut..).and_then(|rest| rest.find(char::is_whitespace));
    blank.map_or(cut, |blank| cut + blank + 1)
}

/// Where the first characters of a text end, before a blank if there is one in their last third.
fn first_part(text: &str, most: usize) -> usize {
    let Some((cut, _)) = text.grapheme_indices(true).nth(most) else { return text.len() };
    let blank = text.get(..cut).and_then(|part| part.rfind(char::is_whitespace));
    blank.filter(|blank| blank * 3 > cut * 2).unwrap_or(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(excerpt: &Excerpt) -> String {
        let part = |(found, words): &(bool, String)| match found {
            true => format!("[{words}]"),
            false => words.clone(),
        };
        excerpt.parts.iter().map(part).collect()
    }

    #[test]
    fn a_short_text_is_whole() {
        let excerpt = Excerpt::around("Not the state.\nThe council.", &[8..13, 19..26]);
        assert_eq!(shown(&excerpt), "Not the [state]. The [council].");
    }

    #[test]
    fn a_long_text_is_cut_at_words_around_what_was_found() {
        let text = format!("{}state {}", "before ".repeat(40), "after ".repeat(60));
        let at = text.find("state").unwrap();
        let excerpt = shown(&Excerpt::around(&text, std::slice::from_ref(&(at..at + 5))));
        assert!(excerpt.starts_with("…before "), "{excerpt}");
        assert!(excerpt.contains(" [state] after "), "{excerpt}");
        assert!(excerpt.ends_with("after…"), "{excerpt}");
        assert!(excerpt.len() < 260, "{excerpt}");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_at_its_characters(text in ".{0,400}", at in 0_usize..300) {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let found: Vec<_> = starts.get(at).map(|start| {
                *start..start + text[*start..].chars().next().unwrap().len_utf8()
            }).into_iter().collect();
            let excerpt = Excerpt::around(&text, &found);
            let marked = excerpt.parts.iter().filter(|(found, _)| *found).count();
            proptest::prop_assert_eq!(marked, found.len());
        }
    }
}
