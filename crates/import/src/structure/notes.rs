//! Finds the notes after a text.

use std::collections::HashSet;

use crate::block::{Block, BlockKind};
use crate::reflow::marker;

/// The index of the first block of the notes; the number of blocks if there are none.
pub(super) fn start(blocks: &[Block]) -> usize {
    let marks = marks(blocks);
    let titled = blocks.iter().rposition(|block| is_title(&block.text));
    if let Some(at) = titled
        && blocks.get(at + 1).is_some_and(|block| label(&block.text).is_some())
    {
        return at;
    }
    // The last place where labels run from 1 to the end of the text.
    let firsts = (0..blocks.len()).rev();
    let first = firsts
        .into_iter()
        .find(|at| blocks.get(*at).is_some_and(|block| label(&block.text) == Some("1")));
    let Some(first) = first else {
        return blocks.len();
    };
    let tail = blocks.get(first..).unwrap_or_default();
    let labels = labels(tail);
    let tied = labels.iter().filter(|label| marks.contains(label.as_str())).count();
    // Marks in the notes themselves do not count, and a note may have paragraphs without a label.
    let plain = tail.iter().filter(|block| label(&block.text).is_none()).count();
    if tied > 0 && tied * 2 >= labels.len() && plain <= labels.len() * 2 {
        first
    } else {
        blocks.len()
    }
}

fn is_title(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '.']).to_lowercase();
    [
        "notes",
        "footnotes",
        "endnotes",
        "notes and references",
        "anmerkungen",
        "fußnoten",
        "notas",
        "note",
    ]
    .contains(&text.as_str())
}

/// The label of a note: of `7. Text`, `[7] Text`, `(7) Text`, `* Text`.
pub(super) fn label(text: &str) -> Option<&str> {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix('[') {
        let label = rest.get(..rest.find(']')?)?.trim();
        let short = label.chars().count() <= 4 && !label.is_empty();
        return (short && label.chars().all(|c| c.is_alphanumeric() || c == '*')).then_some(label);
    }
    let stars = text.len() - text.trim_start_matches('*').len();
    if (1..=4).contains(&stars) {
        return text.get(..stars);
    }
    if let Some(mark) = marker(text) {
        return Some(mark);
    }
    // `7 Text`, as many printers set it.
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let spaced = text.get(end..)?.starts_with(' ');
    ((1..=3).contains(&end) && spaced).then(|| text.get(..end)).flatten()
}

/// The labels of notes.
pub(super) fn labels(notes: &[Block]) -> Vec<String> {
    let labels = notes.iter().filter(|block| !matches!(block.kind, BlockKind::Heading(_)));
    labels.filter_map(|block| label(&block.text)).map(str::to_owned).collect()
}

/// Everything that stands in brackets and may be the mark of a note.
fn marks(blocks: &[Block]) -> HashSet<String> {
    let mut marks = HashSet::new();
    for block in blocks {
        for range in super::brackets(&block.text) {
            // A note's own label is none.
            let mark = block.text.get(range.clone()).unwrap_or_default().trim_matches(['[', ']']);
            if range.start > 0 && mark.chars().count() <= 4 {
                marks.insert(mark.trim().to_owned());
            }
        }
        let digits = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c);
        let mut number = String::new();
        for c in block.text.chars().chain([' ']) {
            match digits(c) {
                Some(digit) => number.push_str(&digit.to_string()),
                None if !number.is_empty() => {
                    marks.insert(std::mem::take(&mut number));
                }
                None => {}
            }
        }
    }
    marks
}
