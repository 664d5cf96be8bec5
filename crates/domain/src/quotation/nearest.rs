//! The passage that is nearest to a quotation, and what differs.

use std::collections::HashSet;

use super::tokens::{Token, tokens};
use super::{Difference, Near, Passage};
use crate::Work;

/// What is nearest to the quotation, if at least half of its words are there.
pub(super) fn nearest<'w>(
    paragraphs: impl Iterator<Item = (&'w Work, u16, &'w str)>,
    quotation: &str,
    quoted: &[Token<'_>],
) -> Option<Near<'w>> {
    let wanted: HashSet<String> = quoted.iter().map(Token::plain).collect();
    let shared = |text: &str| -> usize {
        let there: HashSet<String> =
            tokens(text).map(|token| token.plain()).filter(|word| wanted.contains(word)).collect();
        there.len()
    };
    let mut best: Option<(usize, (&Work, u16, &str))> = None;
    for paragraph in paragraphs {
        let words = shared(paragraph.2);
        if best.is_none_or(|(most, _)| words > most) {
            best = Some((words, paragraph));
        }
    }
    let (words, (work, paragraph, text)) = best?;
    if words * 2 < wanted.len() {
        return None;
    }
    let written: Vec<Token<'_>> = tokens(text).collect();
    let alignment = align(quoted, &written);
    if alignment.distance * 2 > quoted.len() {
        return None;
    }
    let window = written.get(alignment.from..alignment.to)?;
    let range = window.first()?.start..window.last()?.end();
    let differences = alignment.differences(quotation, quoted, text, &written);
    let passage = Passage { work, paragraph, range };
    Some(Near { passage, differences, distance: alignment.distance })
}

/// How the words of a quotation lie on those of a text.
struct Alignment {
    /// The first word of the text that belongs to it, and the one after the last.
    from: usize,
    to: usize,
    distance: usize,
    steps: Vec<Step>,
}

/// One step through both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    /// Another word stands there.
    Other,
    /// A word that the text has not.
    Added,
    /// A word that the quotation has not.
    Left,
}

/// Lays all words of a quotation on a part of a text, so that as few as can be are to be changed.
fn align(quoted: &[Token<'_>], written: &[Token<'_>]) -> Alignment {
    let width = written.len() + 1;
    // Before the passage and after it the text may go on as it likes.
    let mut costs: Vec<Vec<usize>> = vec![vec![0; width]];
    for (row, word) in quoted.iter().enumerate() {
        let above = costs.last().cloned().unwrap_or_default();
        let mut costs_here = vec![row + 1; width];
        for (at, other) in written.iter().enumerate() {
            let change = usize::from(!word.is(other));
            let cost = (value(&above, at) + change)
                .min(value(&above, at + 1) + 1)
                .min(value(&costs_here, at) + 1);
            if let Some(here) = costs_here.get_mut(at + 1) {
                *here = cost;
            }
        }
        costs.push(costs_here);
    }
    let last = costs.last().cloned().unwrap_or_default();
    let (to, distance) =
        last.iter().copied().enumerate().min_by_key(|(_, cost)| *cost).unwrap_or((0, quoted.len()));
    let (mut row, mut at, mut steps) = (quoted.len(), to, Vec::new());
    while row > 0 {
        let cost = |row: usize, at: usize| costs.get(row).map_or(usize::MAX, |it| value(it, at));
        let here = cost(row, at);
        let same =
            at > 0 && quoted.get(row - 1).zip(written.get(at - 1)).is_some_and(|(a, b)| a.is(b));
        let step = match () {
            () if same && here == cost(row - 1, at - 1) => Step::Same,
            () if at > 0 && here == cost(row - 1, at - 1) + 1 => Step::Other,
            () if at > 0 && here == cost(row, at - 1) + 1 => Step::Left,
            () => Step::Added,
        };
        row -= usize::from(step != Step::Left);
        at -= usize::from(step != Step::Added);
        steps.push(step);
    }
    steps.reverse();
    Alignment { from: at, to, distance, steps }
}

fn value(costs: &[usize], at: usize) -> usize {
    costs.get(at).copied().unwrap_or(usize::MAX / 2)
}

impl Alignment {
    /// The places where the two differ.
    fn differences(
        &self,
        quotation: &str,
        quoted: &[Token<'_>],
        text: &str,
        written: &[Token<'_>],
    ) -> Vec<Difference> {
        let (mut differences, mut row, mut at) = (Vec::new(), 0, self.from);
        let (mut row_from, mut at_from) = (row, at);
        for step in self.steps.iter().copied().chain([Step::Same]) {
            if step == Step::Same {
                if row > row_from || at > at_from {
                    differences.push(Difference {
                        quoted: words(quotation, quoted.get(row_from..row)),
                        written: words(text, written.get(at_from..at)),
                    });
                }
                (row, at) = (row + 1, at + 1);
                (row_from, at_from) = (row, at);
                continue;
            }
            row += usize::from(step != Step::Left);
            at += usize::from(step != Step::Added);
        }
        differences
    }
}

/// The part of a text that these words take up.
fn words(text: &str, tokens: Option<&[Token<'_>]>) -> String {
    let ends = tokens.and_then(|tokens| tokens.first().zip(tokens.last()));
    let part = ends.and_then(|(first, last)| text.get(first.start..last.end()));
    part.unwrap_or_default().to_owned()
}
