//! Mends what typesetting and copying did to words, and says what it did.

mod characters;
mod lines;
mod runs;
mod spaces;
mod split;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use super::block::{Block, Place};
use super::words::Vocabulary;

/// A text that needs more repairs is none that a person reads them of.
const MOST_TOLD: usize = 100_000;

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
    with: Cow<'static, str>,
    kind: Option<RepairKind>,
    doubtful: bool,
}

impl Edit {
    fn new(kind: RepairKind, at: Range<usize>, with: impl Into<Cow<'static, str>>) -> Self {
        Self { at, with: with.into(), kind: Some(kind), doubtful: false }
    }

    /// A change that nobody needs to hear of.
    fn silent(at: Range<usize>, with: impl Into<Cow<'static, str>>) -> Self {
        Self { at, with: with.into(), kind: None, doubtful: false }
    }
}

/// Mends all blocks. English words are known; of other languages only the text's own are. What was
/// `printed` was put together out of lines, so that its words may have run together.
pub(crate) fn repair(blocks: &mut [Block], english: bool, printed: bool) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for block in blocks.iter_mut() {
        apply(block, characters::edits(&block.text), &mut repairs);
        characters::compose(block);
    }
    let vocabulary = Vocabulary::of(blocks.iter());
    let runs_together = english && printed && runs::happen(blocks, &vocabulary);
    for block in blocks.iter_mut() {
        let edits = lines::edits(&block.text, &vocabulary, english);
        apply(block, edits, &mut repairs);
        let edits = lines::loose_hyphens(&block.text, &vocabulary);
        apply(block, edits, &mut repairs);
        if runs_together {
            let edits = runs::edits(&block.text, &vocabulary);
            apply(block, edits, &mut repairs);
        }
        let edits = spaces::edits(&block.text, &vocabulary, english);
        apply(block, edits, &mut repairs);
        // An accent may have stood at the start of a line.
        characters::compose(block);
    }
    repairs.sort_by_key(|repair| repair.kind);
    repairs
}

/// Makes changes that are in order and apart from each other.
fn apply(block: &mut Block, edits: Vec<Edit>, repairs: &mut Vec<Repair>) {
    if edits.is_empty() {
        return;
    }
    let mut text = String::with_capacity(block.text.len() + edits.len());
    let mut lines = Vec::with_capacity(block.lines.len());
    let mut old_lines = block.lines.iter().copied().peekable();
    let mut made: Vec<(Repair, Range<usize>)> = Vec::new();
    let room = MOST_TOLD.saturating_sub(repairs.len());
    let mut done = 0;
    for edit in edits {
        let Some(kept) = block.text.get(done..edit.at.start) else {
            continue;
        };
        // Lines that start before the change, or in it, start where it now is at the latest.
        while let Some((start, place)) = old_lines.next_if(|(start, _)| *start < edit.at.end) {
            lines.push((text.len() + start.saturating_sub(done).min(kept.len()), place));
        }
        text.push_str(kept);
        let start = text.len();
        text.push_str(&edit.with);
        if let Some(kind) = edit.kind.filter(|_| made.len() < room) {
            let place = block.place_at(edit.at.start);
            let before = around(&block.text, &edit.at).replace('\n', "|");
            let doubtful = edit.doubtful;
            let repair = Repair { kind, place, before, after: String::new(), doubtful };
            made.push((repair, start..text.len()));
        }
        done = edit.at.end;
    }
    let kept = block.text.get(done..).unwrap_or_default();
    lines.extend(old_lines.map(|(start, place)| (text.len() + start.saturating_sub(done), place)));
    text.push_str(kept);
    repairs.extend(
        made.into_iter()
            .map(|(repair, at)| Repair { after: around(&text, &at).replace('\n', " "), ..repair }),
    );
    block.text = text;
    block.lines = lines;
}

/// The words that a change stands in, as far as they are not too long to be words.
fn around<'a>(text: &'a str, at: &Range<usize>) -> &'a str {
    const FARTHEST: usize = 40;
    let before = text.get(..at.start).unwrap_or_default();
    let left: usize = before
        .chars()
        .rev()
        .take(FARTHEST)
        .take_while(|c| !c.is_whitespace())
        .map(char::len_utf8)
        .sum();
    let after = text.get(at.end..).unwrap_or_default();
    let right: usize =
        after.chars().take(FARTHEST).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    text.get(at.start - left..at.end + right).unwrap_or_default()
}
