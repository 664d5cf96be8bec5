//! Marks of notes, and brackets, in running text.

use std::ops::Range;

use super::Mark;

/// Takes the marks of notes out of a paragraph.
pub(super) fn strip(text: &str, labels: &[String], is_note: bool) -> (String, Vec<Mark>) {
    if labels.is_empty() || is_note {
        return (text.to_owned(), Vec::new());
    }
    let mut plain = String::with_capacity(text.len());
    let mut marks = Vec::new();
    let mut rest = text;
    while let Some((before, label, after)) = next_mark(rest, labels) {
        plain.push_str(before.trim_end());
        if before.trim().is_empty() && plain.is_empty() {
            plain.push_str(before);
        }
        marks.push(Mark { label, after: plain.chars().count() });
        rest = if plain.is_empty() { after.trim_start() } else { after };
    }
    plain.push_str(rest);
    (plain, marks)
}

/// The text before the next mark, its label, and the text after it.
fn next_mark<'a>(text: &'a str, labels: &[String]) -> Option<(&'a str, String, &'a str)> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find(|c| c == '[' || superscript(c).is_some())?;
        let (before, tail) = text.split_at_checked(at)?;
        let found = if tail.starts_with('[') {
            tail.find(']')
                .and_then(|end| Some((tail.get(1..end)?.trim().to_owned(), tail.get(end + 1..)?)))
        } else {
            let end = tail.find(|c| superscript(c).is_none()).unwrap_or(tail.len());
            let digits = tail.get(..end)?.chars().filter_map(superscript).collect();
            Some((digits, tail.get(end..)?))
        };
        if let Some((label, after)) = found
            && labels.contains(&label)
        {
            return Some((before, label, after));
        }
        from = at + tail.chars().next().map_or(1, char::len_utf8);
    }
}

fn superscript(c: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹"
        .chars()
        .position(|digit| digit == c)
        .and_then(|digit| char::from_digit(u32::try_from(digit).ok()?, 10))
}

/// What stands in square brackets, which an editor put there.
pub(crate) fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
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
