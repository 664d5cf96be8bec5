//! Marks of notes, and brackets, in running text.

use std::ops::Range;

use super::Mark;
use crate::block::Block;
use crate::note_mark;

/// What may be the mark of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) block: usize,
    pub(super) at: Range<usize>,
    pub(super) label: String,
    /// `[7]`: it can hardly be anything else.
    pub(super) bracketed: bool,
    /// `word.7 Next`: it can be many things.
    pub(super) glued: bool,
}

/// Everything in the text that may be the mark of a note, in order.
pub(super) fn find(blocks: &[Block]) -> Vec<Found> {
    let free = blocks.iter().enumerate().filter(|(_, block)| block.note.is_none());
    free.flat_map(|(index, block)| find_in(&block.text, index)).collect()
}

/// The same in one text.
fn find_in(text: &str, index: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    let may_start = |c: char| {
        matches!(c, '[' | '(' | '*' | '†' | '‡' | '§')
            || c.is_ascii_digit()
            || superscript(c).is_some()
    };
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(may_start)).map(|at| from + at)
    {
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let Some(c) = rest.chars().next() else { break };
        let mark = match c {
            '[' | '(' => bracketed(before, rest),
            '*' | '†' | '‡' | '§' => sign(before, rest),
            c if c.is_ascii_digit() => glued(before, rest),
            _ => raised(before, rest),
        };
        let length = match &mark {
            Candidate::Mark { length, .. } | Candidate::None { length } => *length,
        };
        if let Candidate::Mark { length, label, bracketed, glued } = mark {
            found.push(Found { block: index, at: at..at + length, label, bracketed, glued });
        }
        from = at + length.max(c.len_utf8());
    }
    found
}

/// What stands at a place that may be a mark, and how long it is.
enum Candidate {
    Mark { length: usize, label: String, bracketed: bool, glued: bool },
    None { length: usize },
}

/// `[7]`, and `(7)` if it is a number.
fn bracketed(before: &str, rest: &str) -> Candidate {
    let is_square = rest.starts_with('[');
    let close = if is_square { ']' } else { ')' };
    let none = Candidate::None { length: 1 };
    let Some((end, _)) = rest.char_indices().take(12).find(|(_, c)| *c == close) else {
        return none;
    };
    let inner = rest.get(1..end).unwrap_or_default().trim();
    let is_short = (1..=4).contains(&inner.chars().count());
    let is_number = is_square || inner.bytes().all(|b| b.is_ascii_digit());
    let is_label = inner.chars().all(|c| c.is_alphanumeric() || matches!(c, '*' | '†' | '‡' | '§'));
    // A block's own label is none.
    if !is_short || !is_label || !is_number || before.is_empty() {
        return none;
    }
    Candidate::Mark {
        length: end + 1,
        label: inner.to_owned(),
        bracketed: is_square,
        glued: !is_square,
    }
}

/// `word*`.
fn sign(before: &str, rest: &str) -> Candidate {
    let end = rest.find(|c: char| !matches!(c, '*' | '†' | '‡' | '§')).unwrap_or(rest.len());
    if !before.ends_with(|c: char| c.is_alphanumeric() || ".,;:!?”’\"".contains(c)) {
        return Candidate::None { length: 0 };
    }
    let label = rest.get(..end).unwrap_or_default().to_owned();
    Candidate::Mark { length: end, label, bracketed: false, glued: false }
}

/// `word⁷`.
fn raised(before: &str, rest: &str) -> Candidate {
    let end = rest.find(|c| superscript(c).is_none()).unwrap_or(rest.len());
    if before.is_empty() {
        return Candidate::None { length: end };
    }
    let label = rest.get(..end).unwrap_or_default().chars().filter_map(superscript).collect();
    Candidate::Mark { length: end, label, bracketed: false, glued: false }
}

/// `word.7 Next`.
fn glued(before: &str, rest: &str) -> Candidate {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let after = rest.get(end..).unwrap_or_default();
    let is_end = |c: char| c.is_whitespace() || ".,;:!?)”’".contains(c);
    let ends = after.is_empty() || after.starts_with(is_end);
    let sits = before.ends_with(|c: char| c.is_alphabetic() || ".,;:!?”’\")".contains(c))
        && !before.trim_end_matches(['.', ',']).ends_with(|c: char| c.is_ascii_digit());
    if !ends || !sits || end > 3 {
        return Candidate::None { length: end };
    }
    let label = rest.get(..end).unwrap_or_default().to_owned();
    Candidate::Mark { length: end, label, bracketed: false, glued: true }
}

/// Whether a line has the mark of a note with that label.
pub(crate) fn has_mark(text: &str, label: &str) -> bool {
    let plain: String = label.chars().map(|c| superscript(c).unwrap_or(c)).collect();
    find_in(text, 0).iter().any(|found| found.label == plain)
}

/// Takes the marks of notes out of a paragraph.
pub(super) fn strip(text: String, labels: &[String]) -> (String, Vec<(usize, Mark)>) {
    let mut marks = Vec::new();
    if !note_mark::has(&text) {
        return (text, marks);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((at, index)) =
        rest.char_indices().find_map(|(at, c)| Some((at, note_mark::note(c)?)))
    {
        let (before, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
        // The mark may stand in brackets of its own.
        let bracketed = before.ends_with(['[', '('])
            && tail.chars().nth(1).is_some_and(|c| matches!(c, ']' | ')'));
        let before =
            if bracketed { before.get(..before.len() - 1).unwrap_or(before) } else { before };
        plain.push_str(before.trim_end());
        if before.trim().is_empty() && plain.is_empty() {
            plain.push_str(before);
        }
        let label = labels.get(index).cloned().unwrap_or_default();
        marks.push((index, Mark { label, after: plain.chars().count() }));
        let after = tail.chars().take(1 + usize::from(bracketed)).map(char::len_utf8).sum();
        rest = tail.get(after..).unwrap_or_default();
        if plain.is_empty() {
            rest = rest.trim_start();
        }
    }
    plain.push_str(rest);
    (plain, marks)
}

/// The digit that a raised one is.
pub(super) fn superscript(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(u32::from(c) - u32::from('⁰'), 10)?,
        _ => return None,
    })
}

/// What stands in square brackets, which an editor put there.
pub(crate) fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !text.contains('[') {
        return found;
    }
    let mut open: Option<usize> = None;
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => {
                depth += 1;
                open.get_or_insert(at);
            }
            ']' if depth > 0 => {
                depth -= 1;
                if depth == 0
                    && let Some(from) = open.take()
                {
                    found.push(from..at + 1);
                }
            }
            _ => {}
        }
    }
    found
}
