//! Cuts names and labels where there is no room for the whole.

use unicode_segmentation::UnicodeSegmentation;

use super::limits::{THREAD_NAME, length};
use super::spoiler::concealed;

/// The text in at most `limit` characters. What is cut ends with `…`: after a word if that keeps
/// more than half, else after a grapheme.
#[must_use]
pub fn truncate(text: &str, limit: usize) -> String {
    if length(text) <= limit {
        return text.to_owned();
    }
    let Some(room) = limit.checked_sub(length("…")) else { return String::new() };
    let mut kept = 0;
    let mut taken = 0;
    let mut word = None;
    for grapheme in text.graphemes(true) {
        if grapheme.chars().all(char::is_whitespace) && taken * 2 > limit {
            word = Some(kept);
        }
        taken += length(grapheme);
        if taken > room {
            break;
        }
        kept += grapheme.len();
    }
    let kept = text.get(..word.unwrap_or(kept)).unwrap_or_default();
    format!("{}…", kept.trim_end())
}

/// The name of a thread or of a forum's post: one line, as long as Discord takes it.
#[must_use]
pub fn thread_name(text: &str) -> String {
    truncate(&text.split_whitespace().collect::<Vec<_>>().join(" "), THREAD_NAME)
}

/// The beginning of what a member wrote, on one line and without what is hidden in it: a cut could
/// take the end away from what is hidden.
#[must_use]
pub fn in_short(text: &str, limit: usize) -> String {
    truncate(&concealed(&text.split_whitespace().collect::<Vec<_>>().join(" ")), limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cut_is_after_a_word_or_a_grapheme_and_shows() {
        for (text, limit, cut) in [
            ("short", 5, "short"),
            ("longer", 5, "long…"),
            ("one two three", 13, "one two three"),
            ("one two three", 12, "one two…"),
            ("one two three", 8, "one two…"),
            ("one two three", 7, "one tw…"),
            ("a consequence", 10, "a consequ…"),
            ("ab👩‍🌾cd", 5, "ab…"),
            ("e\u{301}e\u{301}e\u{301}", 4, "e\u{301}…"),
            ("long", 1, "…"),
            ("long", 0, ""),
        ] {
            assert_eq!(truncate(text, limit), cut, "{text} {limit}");
        }
    }

    #[test]
    fn a_threads_name_is_one_line() {
        assert_eq!(thread_name(" Ana:\n who  rules?\n"), "Ana: who rules?");
        assert_eq!(length(&thread_name(&"x".repeat(300))), THREAD_NAME);
    }

    proptest! {
        #[test]
        fn a_cut_fits_and_is_the_beginning_of_the_text(text in "(?s)([a-c ]|.){0,40}", limit in 0_usize..40) {
            let cut = truncate(&text, limit);
            prop_assert!(length(&cut) <= limit);
            if length(&text) <= limit {
                prop_assert_eq!(cut, text);
            } else if let Some(kept) = cut.strip_suffix('…') {
                let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
                prop_assert!(text.starts_with(kept) && borders.contains(&kept.len()));
            } else {
                prop_assert_eq!(limit, 0);
            }
        }
    }
}
