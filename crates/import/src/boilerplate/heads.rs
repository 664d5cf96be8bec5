//! Running heads and page numbers: lines that come again at the edge of page after page.

use std::collections::{HashMap, HashSet};

use super::{Apart, Boilerplate};
use crate::block::Page;

/// So many lines from the edge of a page are looked at.
const EDGE: usize = 2;

/// The number printed on each page, where one was found.
type Numbers = Vec<Option<u32>>;

/// Takes running heads and page numbers off the pages. `notes` has for each page the line from which
/// on its notes are.
pub(crate) fn strip_heads(
    pages: &mut [Page<'_>],
    notes: &[Option<usize>],
) -> (Vec<Apart>, Numbers) {
    let mut apart = Vec::new();
    let mut numbers = vec![None; pages.len()];
    if pages.len() < 2 {
        apart.extend(pages.first_mut().and_then(lone_number));
        return (apart, numbers);
    }
    for from_end in [false, true] {
        for _ in 0..EDGE {
            let repeated = repeated(pages, from_end);
            let counted = counted(pages, from_end);
            let all = pages.iter_mut().zip(&mut numbers).zip(notes).enumerate();
            for (at_page, ((page, number), notes)) in all {
                let Some(at) = edge(page, from_end) else {
                    continue;
                };
                let Some(line) = page.lines.get(at) else {
                    continue;
                };
                let kind = kind(&line.text, &repeated)
                    .or_else(|| counted.contains(&at_page).then_some(Boilerplate::RunningHead));
                let Some(kind) = kind else {
                    continue;
                };
                // The last line of a note is like that of another.
                if kind == Boilerplate::RunningHead
                    && from_end
                    && notes.is_some_and(|from| at >= from)
                {
                    continue;
                }
                if number.is_none() {
                    *number = printed_number(&line.text);
                }
                apart.push(Apart { kind, place: line.place, text: line.text.trim().to_owned() });
                page.lines.remove(at);
            }
        }
    }
    (apart, numbers)
}

/// The number at the foot of the only page, under a blank line.
fn lone_number(page: &mut Page<'_>) -> Option<Apart> {
    let last = page.lines.iter().rposition(|line| !line.text.trim().is_empty())?;
    let above = page.lines.get(last.checked_sub(1)?)?.text.trim().is_empty();
    let text = page.lines.get(last)?.text.trim().to_owned();
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !above || !is_number {
        return None;
    }
    let line = page.lines.remove(last);
    Some(Apart { kind: Boilerplate::PageNumber, place: line.place, text })
}

/// The first or the last line of a page that is not blank.
fn edge(page: &Page<'_>, from_end: bool) -> Option<usize> {
    let is_filled = |line: &crate::block::Line<'_>| !line.text.trim().is_empty();
    page.lines.iter().filter(|line| is_filled(line)).nth(EDGE)?;
    if from_end {
        page.lines.iter().rposition(is_filled)
    } else {
        page.lines.iter().position(is_filled)
    }
}

fn kind(line: &str, repeated: &HashMap<String, usize>) -> Option<Boilerplate> {
    let shape = shape(line);
    if !repeated.contains_key(&shape) {
        return None;
    }
    Some(if shape.chars().any(char::is_alphabetic) && roman(line.trim()).is_none() {
        Boilerplate::RunningHead
    } else {
        Boilerplate::PageNumber
    })
}

/// The shapes of lines that stand at this edge of a third of the pages.
fn repeated(pages: &[Page<'_>], from_end: bool) -> HashMap<String, usize> {
    let mut shapes: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let line = edge(page, from_end).and_then(|at| page.lines.get(at));
        if let Some(line) = line.filter(|line| line.text.trim().chars().count() <= 80) {
            *shapes.entry(shape(&line.text)).or_default() += 1;
        }
    }
    // A head may be the author's on the left and the title's on the right.
    let enough = (pages.len() / 3).max(2);
    shapes.retain(|_, count| *count >= enough);
    shapes
}

/// The pages whose line at this edge is words and a number that counts the pages: the heads of a
/// book may say another thing on each page.
fn counted(pages: &[Page<'_>], from_end: bool) -> HashSet<usize> {
    let found: Vec<(usize, i64)> = pages
        .iter()
        .enumerate()
        .filter_map(|(index, page)| {
            let text = page.lines.get(edge(page, from_end)?)?.text.trim();
            let is_at_edge = text.starts_with(|c: char| c.is_ascii_digit())
                || text.ends_with(|c: char| c.is_ascii_digit());
            let number =
                printed_number(text).filter(|_| is_at_edge && text.chars().count() <= 80)?;
            Some((index, i64::from(number) - i64::try_from(index).ok()?))
        })
        .collect();
    let mut steps: HashMap<i64, usize> = HashMap::new();
    for (_, step) in &found {
        *steps.entry(*step).or_default() += 1;
    }
    let usual = steps.into_iter().max_by_key(|(step, count)| (*count, *step));
    let Some((step, _)) = usual.filter(|(_, count)| *count >= 3 && count * 10 >= pages.len() * 6)
    else {
        return HashSet::new();
    };
    found.into_iter().filter(|(_, own)| *own == step).map(|(index, _)| index).collect()
}

/// A line with its numbers made alike.
fn shape(line: &str) -> String {
    let line = line.trim();
    if roman(line).is_some() {
        return "#".to_owned();
    }
    let mut shape = String::new();
    for c in line.chars() {
        if c.is_ascii_digit() {
            if !shape.ends_with('#') {
                shape.push('#');
            }
        } else if !c.is_whitespace() {
            shape.extend(c.to_lowercase());
        }
    }
    shape
}

/// The number of a page as it is printed, if a line has just one.
fn printed_number(line: &str) -> Option<u32> {
    let mut numbers = line
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| (1..=4).contains(&digits.len()))
        .filter_map(|digits| digits.parse().ok());
    match (numbers.next(), numbers.next()) {
        (Some(number), None) => Some(number),
        _ => None,
    }
}

/// A small Roman number, as prefaces have.
fn roman(text: &str) -> Option<()> {
    let is_roman = !text.is_empty()
        && text.len() <= 6
        && text.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l'));
    is_roman.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Line, Place};

    fn page(text: &str) -> Page<'_> {
        let lines = text.split('\n').map(|text| Line {
            place: Place::default(),
            text: text.into(),
            style: None,
        });
        Page { lines: lines.collect() }
    }

    #[test]
    fn heads_and_numbers_go() {
        let texts = [
            "A walk\nOne went out\nby the door.\n\n12",
            "A walk\nTwo came\nin again.\n13",
            "A walk\nThree stayed\nwhere they were.\n14",
        ];
        let mut pages = texts.map(page).to_vec();
        let (apart, numbers) = strip_heads(&mut pages, &[None; 3]);
        assert_eq!(numbers, [Some(12), Some(13), Some(14)]);
        assert_eq!(apart.len(), 6);
        let first: Vec<&str> = pages[0].lines.iter().map(|line| &*line.text).collect();
        assert_eq!(first, ["One went out", "by the door.", ""]);
    }

    #[test]
    fn heads_that_count_the_pages_go_whatever_they_say() {
        let texts = [
            "11 On ropes\nOne went out\nby the door.",
            "The Quay 12\nTwo came\nin again.",
            "13 On rust\nThree stayed\nwhere they were.",
        ];
        let mut pages = texts.map(page).to_vec();
        let (apart, numbers) = strip_heads(&mut pages, &[None; 3]);
        assert_eq!((apart.len(), numbers), (3, vec![Some(11), Some(12), Some(13)]));
    }

    #[test]
    fn text_stays() {
        let texts =
            ["One went out.\nIn 1917 that was.\nIt snowed.", "Two came in.\nLate.\nIn 1918."];
        let mut pages = texts.map(page).to_vec();
        let (apart, numbers) = strip_heads(&mut pages, &[None; 3]);
        assert!(apart.is_empty());
        assert_eq!(numbers, [None, None]);
    }
}
