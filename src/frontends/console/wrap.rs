//! Breaks text into lines by what it takes on the screen, wide letters and accents included.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// What begins every sequence of ours that sets a style.
const ESCAPE: char = '\u{1b}';

/// Lines of at most `width` columns. A line break of the text stays one.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    hanging(text, width, "")
}

/// The same, with each line but the first moved in.
pub(super) fn hanging(text: &str, width: usize, indent: &str) -> Vec<String> {
    let options = Options::new(width.max(8))
        .subsequent_indent(indent)
        .word_splitter(WordSplitter::HyphenSplitter)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let lines = text.split('\n').flat_map(|line| textwrap::wrap(line, &options));
    let mut style = String::new();
    lines.map(|line| close(line.trim_end(), &mut style)).collect()
}

/// How many columns a text takes.
pub(super) fn columns(text: &str) -> usize {
    display_width(text)
}

/// A word longer than a line is broken inside its style: ends it there and takes it up again.
fn close(line: &str, style: &mut String) -> String {
    let mut closed = std::mem::take(style);
    closed.push_str(line);
    for sequence in line.split(ESCAPE).skip(1) {
        let sequence = sequence.split_inclusive('m').next().unwrap_or_default();
        match sequence {
            "[0m" => style.clear(),
            set => {
                style.push(ESCAPE);
                style.push_str(set);
            }
        }
    }
    if !style.is_empty() {
        closed.push_str("\u{1b}[0m");
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::super::style::{STRONG, styled};
    use super::*;

    #[test]
    fn wide_letters_count_twice_and_accents_not_at_all() {
        assert_eq!(wrap("自由は人民の中に", 8), ["自由は人", "民の中に"]);
        let accents = format!("e{} two", "\u{301}".repeat(100));
        assert_eq!(wrap(&accents, 8).len(), 1);
    }

    #[test]
    fn a_style_ends_with_its_line() {
        let lines = wrap(&styled("abcdefghijkl mno", STRONG), 8);
        assert_eq!(lines.len(), 2, "{lines:?}");
        for line in lines {
            assert!(line.starts_with("\u{1b}[1m") && line.ends_with("\u{1b}[0m"), "{line:?}");
        }
    }

    #[test]
    fn empty_lines_stay() {
        assert_eq!(wrap("one\n\ntwo", 20), ["one", "", "two"]);
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_too_long(text in "\\PC{0,200}", width in 8_usize..80) {
            for line in wrap(&styled(&text, STRONG), width) {
                proptest::prop_assert!(columns(&line) <= width, "{:?}", line);
            }
        }

        #[test]
        fn nothing_is_lost(text in "[a-zé自 -]{0,200}", width in 8_usize..80) {
            let joined: String = wrap(&text, width).concat();
            let letters = |text: &str| text.replace(' ', "");
            proptest::prop_assert_eq!(letters(&joined), letters(&text));
        }
    }
}
