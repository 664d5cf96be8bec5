//! Splits what somebody said where no page holds it: after a paragraph, a line, a sentence or a word.

use unicode_segmentation::UnicodeSegmentation;

use super::rendered::{escaped_length, rendered_length};
use super::{Block, Text, spoiler, text};

/// What a part holds at least: shorter ones would be all headings.
const SHORTEST: usize = 200;

/// A block as blocks of at most `limit` characters each, if it is something said; any other stays
/// whole.
pub(super) fn split(block: Block, limit: usize) -> Vec<Block> {
    let Block::Said { by, text } = block else { return vec![block] };
    let mut parts = Vec::new();
    let (mut heading, mut rest) = (by.clone(), text);
    loop {
        let whole = said(&heading, &rest);
        let room = limit.saturating_sub(rendered_length(&said(&heading, "")));
        if rendered_length(&whole) <= limit || room < SHORTEST {
            parts.push(whole);
            return parts;
        }
        // A mark of hidden words may be needed at both ends.
        let (part, more) = cut(&rest, room - 2 * escaped_length(spoiler::MARK));
        parts.push(said(&heading, &part));
        (heading, rest) = (text!("pages-continued", by = by.clone()), more);
    }
}

fn said(by: &Text, text: &str) -> Block {
    Block::Said { by: by.clone(), text: text.to_owned() }
}

/// The beginning of a text, of at most `room` characters, and the rest.
fn cut(text: &str, room: usize) -> (String, String) {
    let at = border(text, room);
    let (part, rest) = text.split_at(at);
    let (part, rest) = (part.trim_end(), rest.trim_start());
    if spoiler::hides(text, at) {
        let mark = spoiler::MARK;
        return (format!("{part}{mark}"), format!("{mark}{rest}"));
    }
    (part.to_owned(), rest.to_owned())
}

/// The best place to cut a text within `room` characters: the largest border in the last half.
fn border(text: &str, room: usize) -> usize {
    let (mut taken, mut most) = (0, 0);
    for grapheme in text.graphemes(true) {
        taken += escaped_length(grapheme);
        // One that is longer than a whole page is cut all the same, between two characters.
        if taken > room && most > 0 {
            break;
        }
        most += grapheme.len();
        if taken > room {
            return characters(text, room);
        }
    }
    let fits = text.get(..most).unwrap_or_default();
    let before = |places: &mut dyn Iterator<Item = usize>| {
        places.take_while(|at| *at <= most).filter(|at| *at * 2 > most).last()
    };
    let ends = |mark: &str| fits.rfind(mark).map(|at| at + mark.len());
    let at = before(&mut ends("\n\n").into_iter())
        .or_else(|| before(&mut ends("\n").into_iter()))
        .or_else(|| before(&mut text.split_sentence_bound_indices().map(|(at, _)| at)))
        .or_else(|| before(&mut text.split_word_bound_indices().map(|(at, _)| at)))
        .unwrap_or(most);
    // Not between the two characters of a mark that hides words.
    fits.get(..at).map_or(at, |part| {
        let bare = part.trim_end_matches('|').len();
        if bare == 0 { at } else { bare }
    })
}

/// As many characters as there is room for, and at least one.
fn characters(text: &str, room: usize) -> usize {
    let mut taken = 0;
    let fitting = text.chars().take_while(|c| {
        taken += escaped_length(c.encode_utf8(&mut [0; 4]));
        taken <= room
    });
    fitting.map(char::len_utf8).sum::<usize>().max(text.chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(text: &str, limit: usize) -> Vec<String> {
        let blocks = split(said(&"Ana".into(), text), limit);
        assert!(blocks.iter().all(|block| rendered_length(block) <= limit), "{blocks:?}");
        let words = |block| match block {
            Block::Said { text, .. } => text,
            other => panic!("{other:?}"),
        };
        blocks.into_iter().map(words).collect()
    }

    #[test]
    fn a_text_is_cut_where_it_pauses() {
        let (long, short) = ("w".repeat(200), "w".repeat(60));
        for (text, first) in [
            (format!("{long}\n\nNext. {long}"), long.clone()),
            (format!("{long}. Yes.\nNext, and {short}. {long}"), format!("{long}. Yes.")),
            (format!("{long}. One two {short}, {short} {short}"), format!("{long}.")),
            (format!("{long} one {short}{short}{short}"), format!("{long} one")),
        ] {
            let parts = parts(&text, 350);
            assert_eq!(parts[0], first);
            assert_eq!(parts.len(), 2, "{parts:?}");
        }
    }

    #[test]
    fn what_goes_on_says_whose_it_is() {
        let blocks = split(said(&"Ana".into(), &"It was so. ".repeat(60)), 500);
        let headings: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Block::Said { by, .. } => by.plain_words(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(headings, ["Ana", "Ana, continued"]);
    }

    #[test]
    fn hidden_words_stay_hidden_on_both_sides_of_a_cut() {
        let text = format!("Open. ||{}||", "He dies in the end. ".repeat(40));
        let parts = parts(&text, 500);
        assert!(parts.len() > 1);
        for part in parts {
            let open: String =
                spoiler::parts(&part).iter().filter(|it| !it.0).map(|it| it.1).collect();
            assert!(!open.contains("dies"), "{part}");
        }
    }

    proptest! {
        #[test]
        fn every_word_is_in_a_part(text in "([a-zé.*|\u{301}\u{202e} \n]|[a-z]{1,30} ){0,900}", limit in 300_usize..900) {
            let bare = |text: &str| -> String {
                text.chars().filter(|c| !c.is_whitespace() && *c != '|').collect()
            };
            prop_assert_eq!(bare(&parts(&text, limit).concat()), bare(&text));
        }
    }
}
