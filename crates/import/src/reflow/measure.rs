//! How long the lines of a text are, and how far its paragraphs are set in.

use super::{FULL, is_ended};
use crate::block::{Line, Page};
use crate::boilerplate::is_leader;

/// Longer lines are not broken by a typesetter.
const LONGEST_LINE: usize = 140;

/// How wide a text is where every letter has one width, but one of Chinese or Japanese two.
pub(crate) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum()
}

/// The length of a full line, if lines were broken by a typesetter. The last lines of paragraphs
/// say nothing of that, and a long line says more than a short one.
pub(super) fn measure(pages: &[Page<'_>]) -> Option<usize> {
    // Dots that lead to a number are as many as it takes.
    let length = |line: &Line<'_>| {
        if is_leader(&line.text) { 0 } else { columns(line.text.trim()) }
    };
    let inner = |page: &Page<'_>| -> Vec<usize> {
        let pairs = page.lines.windows(2).filter_map(|pair| match pair {
            [line, next] if length(next) > 0 => Some(length(line)),
            _ => None,
        });
        pairs.filter(|length| *length > 0).collect()
    };
    let mut lengths: Vec<usize> = pages.iter().flat_map(inner).collect();
    if lengths.len() < 3 {
        lengths = pages
            .iter()
            .flat_map(|page| &page.lines)
            .map(length)
            .filter(|length| *length > 0)
            .collect();
        if lengths.len() < 4 {
            return None;
        }
    }
    lengths.sort_unstable();
    if let (middle, long) = spread(&lengths)?
        && long <= LONGEST_LINE
    {
        return (middle * 10 >= long * 6).then_some(long);
    }
    // A few lines that nobody broke say nothing of the others, if nearly all of these are full.
    let broken = lengths.partition_point(|length| *length <= LONGEST_LINE);
    let short = lengths.get(..broken)?;
    let (_, long) = spread(short)?;
    let full = short.iter().filter(|length| **length * 10 >= long * FULL).count();
    (broken * 10 >= lengths.len() * 8 && full * 10 >= broken * 7).then_some(long)
}

/// The lengths up to which four and nine tenths of all letters stand in lines; `lengths` are in
/// order.
fn spread(lengths: &[usize]) -> Option<(usize, usize)> {
    let all: usize = lengths.iter().sum();
    let at = |part: usize| {
        let mut sum = 0;
        lengths.iter().copied().find(|length| {
            sum += length;
            sum * 100 >= all * part
        })
    };
    Some((at(40)?, at(90)?))
}

/// How far a paragraph's first line is indented at least, if paragraphs are told by that alone:
/// lines that are set in come after the end of a sentence, with no blank line between.
pub(super) fn indented(pages: &[Page<'_>]) -> Option<usize> {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let mut indents: Vec<usize> = lines()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| indent(&line.text))
        .collect();
    if indents.len() < 6 {
        return None;
    }
    indents.sort_unstable();
    let left = indents.get(indents.len() / 4).copied()?;
    let (mut set_in, mut after_end, mut verse) = (0, 0, 0);
    for page in pages {
        for pair in page.lines.windows(2) {
            let [before, line] = pair else { continue };
            let filled = !before.text.trim().is_empty() && !line.text.trim().is_empty();
            if filled && indent(&line.text) >= left + 2 && indent(&line.text) <= left + 12 {
                let is_set_in = indent(&before.text) >= left + 2;
                set_in += 1;
                after_end += usize::from(is_ended(&before.text) || is_set_in);
                verse += usize::from(is_set_in && !is_ended(&before.text));
            }
        }
    }
    let some = set_in >= 3 || set_in * 8 >= indents.len();
    // Lines of verse are all set in, and end anywhere.
    let is_prose = verse * 2 < set_in;
    (some && is_prose && after_end * 10 >= set_in * 8 && set_in * 10 < indents.len() * 9)
        .then_some(left + 2)
}

pub(super) fn indent(text: &str) -> usize {
    let spaces = text.chars().take_while(|c| c.is_whitespace());
    spaces.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}
