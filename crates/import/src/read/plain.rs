//! Plain text: lines, on pages if form feeds or page starts say so.

use super::{Body, Label};
use crate::block::{Line, Page, Place};

/// A page that starts with a space has at least so many lines, and so have most.
const SHORTEST_PAGE: usize = 8;

/// Splits a text into pages and lines.
pub(super) fn read(text: &str) -> (Label, Body) {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let pages = if text.trim_end_matches('\u{C}').contains('\u{C}') {
        by_form_feeds(&text)
    } else {
        by_first_spaces(&text)
    };
    (Label::default(), Body::Pages(pages))
}

fn by_form_feeds(text: &str) -> Vec<Page> {
    let mut number = 1;
    let mut pages = Vec::new();
    for (index, page) in text.split('\u{C}').enumerate() {
        let page_number = index + 1;
        let lines: Vec<&str> = page.split('\n').collect();
        let last = lines.len();
        let lines = lines.into_iter().enumerate().map(|(index, text)| {
            let place = Place { page: Some(page_number), line: number };
            number += usize::from(index + 1 < last);
            Line { place, text: text.to_owned() }
        });
        pages.push(Page { lines: lines.collect() });
    }
    pages.retain(|page| page.lines.iter().any(|line| !line.text.trim().is_empty()));
    pages
}

/// A page starts with a line of one leading space, where nearly no other line has one.
fn by_first_spaces(text: &str) -> Vec<Page> {
    let lines: Vec<&str> = text.split('\n').collect();
    let starts: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_page_start(line))
        .map(|(index, _)| index)
        .collect();
    let paged = are_pages(&lines, &starts);
    let mut pages: Vec<Page> = Vec::new();
    for (index, text) in lines.iter().enumerate() {
        if pages.is_empty() || (paged && starts.binary_search(&index).is_ok()) {
            pages.push(Page::default());
        }
        let page = paged.then_some(pages.len());
        let text = if paged && starts.binary_search(&index).is_ok() {
            text.strip_prefix(' ').unwrap_or(text)
        } else {
            text
        };
        let place = Place { page, line: index + 1 };
        if let Some(last) = pages.last_mut() {
            last.lines.push(Line { place, text: text.to_owned() });
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
