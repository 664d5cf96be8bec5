//! Which blocks are headings.

use crate::block::{Block, BlockKind};
use crate::boilerplate;
use crate::item_mark::marker;

/// A heading is no longer.
const LONGEST: usize = 80;

/// A heading, apart from the number it is printed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) label: Option<String>,
    pub(super) title: String,
}

/// For each block its heading, if it is one.
pub(super) fn find(blocks: &[Block]) -> Vec<Option<Heading>> {
    let marked = blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading(_)));
    let mut headings = find_all(blocks, marked);
    number(&mut headings);
    headings
}

fn find_all(blocks: &[Block], marked: bool) -> Vec<Option<Heading>> {
    blocks
        .iter()
        .enumerate()
        .map(|(index, block)| match block.kind {
            _ if block.note.is_some() => None,
            BlockKind::Heading(_) => Some(heading(&block.text)),
            BlockKind::Paragraph | BlockKind::Item if !marked => {
                let next = next_text(blocks, index);
                looks_so(block, next).then(|| heading(&block.text))
            }
            _ => None,
        })
        .collect()
}

/// Takes the numbers off headings that are counted without a full stop: `2 The Road`, `2.1 Tolls`.
fn number(headings: &mut [Option<Heading>]) {
    let numbers: Vec<u32> = headings
        .iter()
        .flatten()
        .filter_map(|heading| Some(counted(heading)?.0.split('.').next()?.parse().unwrap_or(0)))
        .collect();
    let starts = numbers.first().is_some_and(|first| *first <= 1);
    let in_order = numbers.windows(2).all(|pair| matches!(pair, [a, b] if a == b || a + 1 == *b));
    if numbers.len() < 2 || !starts || !in_order {
        return;
    }
    for heading in headings.iter_mut().flatten() {
        if let Some((label, title)) = counted(heading) {
            *heading = Heading { label: Some(label.to_owned()), title: title.to_owned() };
        }
    }
}

/// The number before a heading, and the rest of it.
fn counted(heading: &Heading) -> Option<(&str, &str)> {
    let (label, title) = heading.title.split_once(' ')?;
    let is_number = label
        .split('.')
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let is_free = heading.label.is_none() && title.contains(char::is_alphabetic);
    (is_number && is_free).then_some((label, title.trim_start()))
}

/// The block that comes after one, or after two short lines: a chapter's number and its name.
fn next_text(blocks: &[Block], index: usize) -> Option<&Block> {
    let next = blocks.get(index + 1)?;
    let is_number = boilerplate::is_chapter(&blocks.get(index)?.text);
    let is_short = next.text.chars().count() <= LONGEST
        && !next.text.trim_end().ends_with(['.', ',', ';', ':']);
    if is_number && is_short { blocks.get(index + 2).or(Some(next)) } else { Some(next) }
}

/// Whether a block reads like a heading: short, no sentence, and text comes after it.
fn looks_so(block: &Block, next: Option<&Block>) -> bool {
    let text = block.text.trim();
    let length = text.chars().count();
    let sentence =
        text.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '!' | '’' | '”' | ')'));
    // A question that long is one of a list, not a heading.
    let asked = text.ends_with(['?', '!', '’', '”', ')']) && length > 50;
    let named = heading(text).title.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let before_text =
        next.is_some_and(|next| next.text.chars().count() > length && marker(&next.text).is_none());
    let letter =
        marker(text).is_some_and(|mark| mark.starts_with(|c: char| c.is_ascii_lowercase()));
    let is_number = length == 1 && matches!(text, "I" | "V" | "X");
    ((2..=LONGEST).contains(&length) || is_number)
        && block.lines.len() <= 2
        && !sentence
        && !asked
        && named
        && before_text
        && !letter
}

fn heading(text: &str) -> Heading {
    let text = text.trim();
    let label = marker(text);
    let rest = label.and_then(|label| text.split_once(label)).map(|(_, rest)| rest);
    let rest = rest.map(|rest| rest.trim_start_matches(['.', ')', '\u{A0}', ' ']));
    match rest {
        Some(title) if !title.is_empty() => {
            Heading { label: label.map(str::to_owned), title: title.to_owned() }
        }
        _ => Heading { label: None, title: text.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_off() {
        for (text, label, title) in [
            ("1. The Road", Some("1"), "The Road"),
            (" (2) The Road", Some("2"), "The Road"),
            ("3)\u{A0}The Road", Some("3"), "The Road"),
            ("The Road", None, "The Road"),
            ("1968. ", None, "1968."),
        ] {
            let label = label.map(str::to_owned);
            assert_eq!(heading(text), Heading { label, title: title.to_owned() }, "{text}");
        }
    }

    #[test]
    fn headings_that_are_counted_lose_their_numbers() {
        use crate::block::Place;
        let titles = |texts: &[&str]| -> Vec<String> {
            let block = |text: &&str| Block::new(BlockKind::Heading(1), *text, Place::default());
            let found = find(&texts.iter().map(block).collect::<Vec<_>>());
            found.into_iter().flatten().map(|heading| heading.title).collect()
        };
        assert_eq!(
            titles(&["1 The Road", "1.1 Tolls", "2 The Ferry"]),
            ["The Road", "Tolls", "The Ferry"]
        );
        // These numbers are words of their titles.
        for texts in [&["12 Angry Ferrymen", "2 Bridges"][..], &["1 Rope"], &["1 Rope", "4 Boats"]]
        {
            assert_eq!(titles(texts), texts);
        }
    }
}
