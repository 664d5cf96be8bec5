//! Plain text: lines, on pages if form feeds or page starts say so.

use std::borrow::Cow;

use super::{Body, Label};
use crate::block::{Line, Page, Place};

/// A page that starts with a space has at least so many lines, and so have most.
const SHORTEST_PAGE: usize = 8;

/// Splits a text into pages and lines.
pub(super) fn read(text: Cow<'_, str>) -> (Label, Body<'_>) {
    let pages = match without_emphasis(with_plain_ends(text)) {
        Cow::Borrowed(text) => pages(text),
        Cow::Owned(text) => pages(&text).into_iter().map(Page::into_owned).collect(),
    };
    (Label::default(), Body::Pages(pages))
}

fn pages(text: &str) -> Vec<Page<'_>> {
    if text.trim_end_matches('\u{C}').contains('\u{C}') {
        by_form_feeds(text)
    } else if let Some(pages) = by_numbers(text) {
        pages
    } else {
        by_first_spaces(text)
    }
}

/// The lines of a text, without their ends.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
}

/// A text whose lines end as on Unix or Windows.
fn with_plain_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    let lone = text.matches('\r').count() > text.matches("\r\n").count();
    if !lone && !text.contains(['\u{2028}', '\u{2029}', '\u{85}']) {
        return text;
    }
    text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n").into()
}

/// A text without the `_signs_` that stand for italics, if it uses them so throughout.
fn without_emphasis(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('_') {
        return text;
    }
    let all = text.matches('_').count();
    let mut signs: Vec<usize> = Vec::new();
    let mut open: Option<usize> = None;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if c == '\n' && matches!(next, Some('\n' | '\r')) {
            open = None;
        } else if c == '_' {
            match open.take() {
                Some(from) if !inside(next) && before.is_some_and(|c: char| !c.is_whitespace()) => {
                    signs.extend([from, at])
                }
                _ if !inside(before) && next.is_some_and(|c| !c.is_whitespace() && c != '_') => {
                    open = Some(at)
                }
                _ => {}
            }
        }
        before = Some(c);
    }
    if signs.is_empty() || signs.len() * 10 < all * 8 {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    for at in signs {
        plain.push_str(text.get(from..at).unwrap_or_default());
        from = at + 1;
    }
    plain.push_str(text.get(from..).unwrap_or_default());
    plain.into()
}

fn by_form_feeds(text: &str) -> Vec<Page<'_>> {
    let mut number = 1;
    let mut pages = Vec::new();
    for (index, page) in text.split('\u{C}').enumerate() {
        let page_number = index + 1;
        let lines: Vec<&str> = lines(page).collect();
        let last = lines.len();
        let lines = lines.into_iter().enumerate().map(|(index, text)| {
            let place = Place { page: Some(page_number), line: number };
            number += usize::from(index + 1 < last);
            Line { place, text: text.into(), style: None }
        });
        pages.push(Page { lines: lines.collect() });
    }
    pages.retain(|page| page.lines.iter().any(|line| !line.text.trim().is_empty()));
    pages
}

/// Pages by the lone numbers at their feet or heads, if these are the numbers of all pages of a
/// booklet, in whatever order.
fn by_numbers(text: &str) -> Option<Vec<Page<'_>>> {
    let lines: Vec<&str> = lines(text).collect();
    let number = |line: &str| {
        let line = line.trim().trim_matches(['-', '–', '—', ' ', '[', ']']);
        (line.len() <= 3).then(|| line.parse::<usize>().ok()).flatten()
    };
    let found: Vec<(usize, usize)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, number(line)?))).collect();
    let mut sorted: Vec<usize> = found.iter().map(|(_, number)| *number).collect();
    sorted.sort_unstable();
    let first = *sorted.first()?;
    let whole = sorted.iter().enumerate().all(|(index, number)| *number == first + index);
    if found.len() < 4 || first > 3 || !whole || found.len() * SHORTEST_PAGE > lines.len() {
        return None;
    }
    let filled = |at: &usize| lines.get(*at).is_some_and(|line| !line.trim().is_empty());
    let last = (0..lines.len()).rev().find(filled);
    let top = (0..lines.len()).find(filled);
    let at_foot = last == found.last().map(|(at, _)| *at);
    if !at_foot && top != found.first().map(|(at, _)| *at) {
        return None;
    }
    let mut pages: Vec<Page<'_>> = vec![Page::default()];
    for (at, text) in lines.iter().enumerate() {
        let is_number = found.iter().any(|(line, _)| *line == at);
        if is_number && !at_foot && pages.last().is_some_and(|page| !page.lines.is_empty()) {
            pages.push(Page::default());
        }
        let place = Place { page: Some(pages.len()), line: at + 1 };
        if let Some(page) = pages.last_mut() {
            page.lines.push(Line { place, text: (*text).into(), style: None });
        }
        if is_number && at_foot {
            pages.push(Page::default());
        }
    }
    pages.retain(|page| page.lines.iter().any(|line| !line.text.trim().is_empty()));
    Some(pages)
}

/// A page starts with a line of one leading space, where nearly no other line has one.
fn by_first_spaces(text: &str) -> Vec<Page<'_>> {
    let lines: Vec<&str> = lines(text).collect();
    let starts: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_page_start(line))
        .map(|(index, _)| index)
        .collect();
    let paged = are_pages(&lines, &starts);
    let mut pages: Vec<Page<'_>> = Vec::new();
    for (index, text) in lines.iter().enumerate() {
        if pages.is_empty() || (paged && starts.binary_search(&index).is_ok()) {
            let room = if paged { SHORTEST_PAGE } else { lines.len() };
            pages.push(Page { lines: Vec::with_capacity(room) });
        }
        let page = paged.then_some(pages.len());
        let text = if paged && starts.binary_search(&index).is_ok() {
            text.strip_prefix(' ').unwrap_or(text)
        } else {
            text
        };
        let place = Place { page, line: index + 1 };
        if let Some(last) = pages.last_mut() {
            last.lines.push(Line { place, text: text.into(), style: None });
        }
    }
    pages.retain(|page| page.lines.iter().any(|line| !line.text.trim().is_empty()));
    pages
}

fn is_page_start(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next() == Some(' ') && chars.next().is_some_and(|c| !c.is_whitespace())
}

/// Whether these are the starts of pages: the first line is one, pages are of about one length,
/// and hardly a line elsewhere is indented.
fn are_pages(lines: &[&str], starts: &[usize]) -> bool {
    if starts.len() < 2 || starts.first() != Some(&0) || starts.len() * SHORTEST_PAGE > lines.len()
    {
        return false;
    }
    let indented = lines.iter().filter(|line| line.starts_with([' ', '\t'])).count();
    if (indented - starts.len()) * 20 > lines.len() {
        return false;
    }
    let end = lines.len();
    let ends = starts.iter().skip(1).chain(std::iter::once(&end));
    let mut lengths: Vec<usize> = starts.iter().zip(ends).map(|(from, to)| to - from).collect();
    lengths.pop();
    let longest = lengths.iter().max().copied().unwrap_or_default();
    let even = lengths.iter().filter(|length| **length * 2 >= longest).count();
    even * 4 >= lengths.len() * 3 && longest >= SHORTEST_PAGE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_for_italics_go() {
        for (text, plain) in [
            (
                "_Walden_ is a book, and so is _The\nRoad_.",
                "Walden is a book, and so is The\nRoad.",
            ),
            ("a file_name and __init__.py", "a file_name and __init__.py"),
            ("_open\n\nand _closed_.", "_open\n\nand _closed_."),
            ("Name: ________", "Name: ________"),
        ] {
            assert_eq!(without_emphasis(text.into()), plain, "{text}");
        }
    }
}
