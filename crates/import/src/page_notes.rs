//! Notes at the foot of the pages that have their marks.

use super::block::{Block, BlockKind, Line, Page};
use super::structure::{has_mark, note_label};

/// So many lines from its foot the notes of a page may reach.
const MOST_LINES: usize = 40;

/// Takes the notes off the feet of pages; each becomes a block.
pub(super) fn take(pages: &mut [Page<'_>]) -> Vec<Block> {
    let mut found = Vec::new();
    for page in pages {
        let Some(start) = start(&page.lines) else {
            continue;
        };
        let lines = page.lines.split_off(start);
        while page.lines.last().is_some_and(|line| is_blank(line) || is_rule(&line.text)) {
            page.lines.pop();
        }
        let mut notes: Vec<Block> = Vec::new();
        for line in lines.iter().filter(|line| !is_blank(line) && !is_rule(&line.text)) {
            let starts = note_label(line.text.trim()).is_some();
            match notes.last_mut().filter(|_| !starts) {
                Some(note) => note.push(line),
                None => notes.push(Block::new(BlockKind::Note, line.text.trim(), line.place)),
            }
        }
        found.append(&mut notes);
    }
    found
}

/// For each page the line from which on its notes are.
pub(super) fn starts(pages: &[Page<'_>]) -> Vec<Option<usize>> {
    let without_number = |page: &Page<'_>| {
        let has_words = |line: &Line<'_>| line.text.chars().any(char::is_alphabetic);
        let last = page.lines.iter().rposition(has_words)?;
        start(page.lines.get(..=last)?)
    };
    pages.iter().map(without_number).collect()
}

fn is_blank(line: &Line<'_>) -> bool {
    line.text.trim().is_empty()
}

fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() >= 3
        && text.chars().all(|c| matches!(c, '-' | '_' | '—' | '–' | '*' | '⎯' | '─' | ' '))
}

/// The first line of the notes at the foot of a page: runs of lines that start with a label whose
/// mark is on the page.
fn start(lines: &[Line<'_>]) -> Option<usize> {
    let mut start = None;
    let mut at = lines.len();
    while let Some(first) = last_run(lines.get(..at)?)
        && lines.len() - first < MOST_LINES
        && let Some(label) = lines.get(first).and_then(|line| note_label(line.text.trim()))
        && lines.get(..first)?.iter().any(|line| has_mark(&line.text, label))
    {
        start = Some(first);
        at = first;
    }
    start
}

/// The first line of the last run of lines between blank lines or rules.
fn last_run(lines: &[Line<'_>]) -> Option<usize> {
    let is_gap = |line: &Line<'_>| is_blank(line) || is_rule(&line.text);
    let end = lines.iter().rposition(|line| !is_gap(line))? + 1;
    let before = lines.get(..end)?.iter().rposition(is_gap);
    before.map(|gap| gap + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Place;

    fn page(text: &str) -> Page<'static> {
        let line = |text: &str| Line {
            place: Place::default(),
            text: text.to_owned().into(),
            style: None,
        };
        Page { lines: text.split('\n').map(line).collect() }
    }

    fn taken(text: &str) -> (usize, Vec<String>) {
        let mut pages = [page(text)];
        let notes = take(&mut pages);
        (pages[0].lines.len(), notes.into_iter().map(|note| note.text).collect())
    }

    #[test]
    fn notes_at_the_foot() {
        let text =
            "The road[1] was long.\nSo was the night.[2]\n\n1 Or river.\n2 It was\nwinter.\n";
        assert_eq!(
            taken(text),
            (2, vec!["1 Or river.".to_owned(), "2 It was\nwinter.".to_owned()])
        );
        let text = "The road* was long.\n-----\n* Or river.";
        assert_eq!(taken(text), (1, vec!["* Or river.".to_owned()]));
        let text = "The road.¹ It was long.²\n\n1. Or river.\n\n2. Or lake.";
        assert_eq!(taken(text).1.len(), 2);
    }

    #[test]
    fn a_list_at_the_foot_is_text() {
        for text in [
            "There are two roads:\n\n1. The first.\n2. The second.",
            "It was long.\n\n12 men came.",
        ] {
            assert!(taken(text).1.is_empty(), "{text}");
        }
    }
}
