//! Finds where the editors stop and the author begins.

use super::headings::Heading;
use super::voices::{mentions, surname};
use crate::block::Block;
use crate::doubt::Doubt;

/// An editors' introduction has so many paragraphs at most.
const LONGEST: usize = 12;
/// What editors say of a text and no author does.
const EDITORIAL: &[&str] = &[
    "was translated",
    "translated by",
    "translated from",
    "the translation",
    "heavily edited",
    "has been edited",
    "edited by",
    "editor",
    "first published",
    "first appeared",
    "public appearance",
    "was published",
    "manuscript",
    "this text",
    "this article",
    "this pamphlet",
    "this essay",
    "this version",
    "reprint",
    "tender our thanks",
    "our thanks",
    "unpublished",
    "his life",
    "her life",
    "his death",
    "her death",
];

/// The blocks that are an introduction.
#[derive(Debug, Default)]
pub(super) struct Introduction {
    pub(super) end: usize,
    pub(super) doubt: Option<Doubt>,
}

/// Finds an editors' introduction at the start of a text.
pub(super) fn find(
    blocks: &[Block],
    headings: &[Option<Heading>],
    notes_from: usize,
    author: Option<&str>,
) -> Introduction {
    let text = blocks.get(..notes_from.min(blocks.len())).unwrap_or_default();
    if let Some(end) = under_heading(headings) {
        return Introduction { end, doubt: None };
    }
    let surname = author.and_then(surname);
    // Up to the first heading after the start, and at most a third of the text.
    let first_heading =
        headings.iter().skip(1).position(Option::is_some).map_or(text.len(), |at| at + 1);
    let limit = LONGEST.min(text.len() / 3).min(first_heading);
    let scores: Vec<usize> =
        text.iter().take(limit).map(|block| score(&block.text, surname)).collect();
    let Some(last) = scores.iter().rposition(|score| *score >= 2) else {
        return Introduction::default();
    };
    let editorial = scores.iter().take(last + 1).filter(|score| **score >= 2).count();
    if scores.first().is_none_or(|score| *score == 0) || editorial * 2 < last + 1 {
        return Introduction::default();
    }
    let end = last + 1;
    let opening = text.get(end).is_some_and(|block| opens(&block.text));
    let doubt = (!opening).then_some(Doubt::Introduction(end));
    Introduction { end, doubt }
}

/// The end of a section whose heading says that it is an editors'.
fn under_heading(headings: &[Option<Heading>]) -> Option<usize> {
    let first = headings.first()?.as_ref()?.title.to_lowercase();
    let said =
        ["editor", "publisher", "translator", "foreword by", "introduction by", "preface by"];
    if !said.iter().any(|said| first.contains(said)) {
        return None;
    }
    headings.iter().skip(1).position(Option::is_some).map(|at| at + 1)
}

fn score(text: &str, surname: Option<&str>) -> usize {
    let lower = text.to_lowercase();
    let said = EDITORIAL.iter().filter(|said| lower.contains(**said)).count();
    let named = surname.is_some_and(|surname| mentions(text, surname));
    said + if named { 2 } else { 0 }
}

/// Whether a text starts as printers open a chapter: `GREAT wars`.
fn opens(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_shouted = |word: &str| {
        word.chars().filter(|c| c.is_uppercase()).count() > 1
            && word.chars().all(|c| !c.is_lowercase())
    };
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    is_shouted(first) || (first.chars().count() == 1 && is_shouted(second))
}
