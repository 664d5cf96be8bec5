//! Mends what typesetting and copying did to words, and says what it did.

mod characters;
mod lines;
mod runs;
mod spaces;
mod split;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::Serialize;

use super::block::{Block, Place};
use super::words::Vocabulary;

/// What was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// A word was split over two lines or pages.
    SplitWord,
    /// The hyphen at the end of a line is the word's own.
    KeptHyphen,
    /// A space stood after a hyphen.
    LooseHyphen,
    /// Two words had run together.
    RunTogether,
    /// Two sentences had.
    JoinedSentences,
    /// A ligature, a soft hyphen, a space or the like that is no plain character.
    Character,
}

impl RepairKind {
    /// As a report names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SplitWord => "words split over lines or pages",
            Self::KeptHyphen => "hyphens at the end of a line that stay",
            Self::LooseHyphen => "spaces after hyphens",
            Self::RunTogether => "words run together",
            Self::JoinedSentences => "sentences run together",
            Self::Character => "characters",
        }
    }
}

/// One repair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// What was wrong.
    pub kind: RepairKind,
    /// Where it stood.
    pub place: Place,
    /// How it read; `|` is the end of a line.
    pub before: String,
    /// How it reads now.
    pub after: String,
    /// Whether a person should look at it.
    pub doubtful: bool,
}

/// One change to a block.
struct Edit {
    at: Range<usize>,
    with: String,
    kind: Option<RepairKind>,
    doubtful: bool,
}

impl Edit {
    fn new(kind: RepairKind, at: Range<usize>, with: impl Into<String>) -> Self {
        Self { at, with: with.into(), kind: Some(kind), doubtful: false }
    }

    /// A change that nobody needs to hear of.
    fn silent(at: Range<usize>, with: impl Into<String>) -> Self {
        Self { at, with: with.into(), kind: None, doubtful: false }
    }
}

/// Mends all blocks. English words are known; of other languages only the text's own are.
pub(crate) fn repair(blocks: &mut [Block], english: bool) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for block in blocks.iter_mut() {
        apply(block, characters::edits(&block.text), &mut repairs);
        characters::compose(block);
    }
    let vocabulary = Vocabulary::of(blocks.iter());
    for block in blocks.iter_mut() {
        let edits = lines::edits(&block.text, &vocabulary, english);
        apply(block, edits, &mut repairs);
        let edits = lines::loose_hyphens(&block.text, &vocabulary);
        apply(block, edits, &mut repairs);
        if english {
            let edits = runs::edits(&block.text, &vocabulary);
            apply(block, edits, &mut repairs);
        }
        let edits = spaces::edits(&block.text, &vocabulary, english);
        apply(block, edits, &mut repairs);
    }
    repairs.sort_by_key(|repair| repair.kind);
    repairs
}

/// Makes changes that are in order and apart from each other.
fn apply(block: &mut Block, edits: Vec<Edit>, repairs: &mut Vec<Repair>) {
    let mut made = Vec::new();
    for edit in edits.into_iter().rev() {
        let place = block.place_at(edit.at.start);
        let around = around(&block.text, &edit.at);
        let before = block.text.get(around.clone()).map(|text| text.replace('\n', "|"));
        let grown = around.end + edit.with.len() - edit.at.len();
        block.replace(edit.at, &edit.with);
        let after = block.text.get(around.start..grown).map(|text| text.replace('\n', " "));
        if let (Some(kind), Some(before), Some(after)) = (edit.kind, before, after) {
            made.push(Repair { kind, place, before, after, doubtful: edit.doubtful });
        }
    }
    repairs.extend(made.into_iter().rev());
}

/// The words that a change stands in.
fn around(text: &str, at: &Range<usize>) -> Range<usize> {
    let is_end = |c: char| c.is_whitespace();
    let before = text.get(..at.start).unwrap_or_default();
    let start = before.rfind(is_end).map_or(0, |space| {
        space + before.get(space..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    let after = text.get(at.end..).unwrap_or_default();
    let end = after.find(is_end).map_or(text.len(), |space| at.end + space);
    start..end
}
