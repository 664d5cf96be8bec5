//! A theme or a seminar from its contents to its last answer, page by page.

use super::super::ui::{Card, Picture, Text, string, text};
use super::super::{map, pages};
use super::{contents, entry, name};
use domain::record::{Entry, ThemeMap};
use domain::{Corpus, RoundNumber, Seminar, Theme};

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What is on it.
    pub card: Card,
    /// The round that it is about; none for the contents.
    pub round: Option<RoundNumber>,
    /// The page of the contents that lists it, from 1; none if it is a page of the contents.
    pub contents: Option<usize>,
}

/// The record of one theme. There is at least one page; `line` is the command that shows it.
#[must_use]
pub fn of_theme(
    corpus: &Corpus,
    theme: Option<&Theme>,
    entries: &[Entry<'_>],
    line: &str,
) -> Vec<Page> {
    let empty = match theme {
        Some(theme) => text!("record-theme-empty", theme = &theme.id),
        None => text!("record-no-theme-empty"),
    };
    let map = ThemeMap::of_theme(corpus, theme, entries);
    let title = name(theme);
    let pages = volume(corpus, &title, entries, &map, line, empty);
    illustrated(pages, map::picture(&title, &map))
}

/// The record of one seminar. There is at least one page; `line` is the command that shows it.
#[must_use]
pub fn of_seminar(
    corpus: &Corpus,
    seminar: &Seminar,
    entries: &[Entry<'_>],
    line: &str,
) -> Vec<Page> {
    let title = string!("record-seminar-title", title = &seminar.title);
    let map = ThemeMap::of_seminar(corpus, seminar, entries);
    let pages = volume(corpus, &title, entries, &map, line, text!("record-seminar-empty"));
    illustrated(pages, map::picture(&seminar.title, &map))
}

/// The pages with a picture on the first.
fn illustrated(mut pages: Vec<Page>, picture: Option<Picture>) -> Vec<Page> {
    if let Some(first) = pages.first_mut() {
        first.card.picture = picture;
    }
    pages
}

/// The contents, then the pages of each entry, or one that says there are none; each says which of
/// them it is.
fn volume(
    corpus: &Corpus,
    title: &str,
    entries: &[Entry<'_>],
    map: &ThemeMap,
    line: &str,
    empty: Text,
) -> Vec<Page> {
    // Of one question there is nothing to choose.
    let contents = match entries {
        [_] => Vec::new(),
        _ => contents::pages(title, entries, line),
    };
    let mut listed_on = vec![None; entries.len()];
    for (page, listed) in (1..).zip(&contents) {
        for place in &listed.lists {
            if let Some(on) = listed_on.get_mut(*place) {
                *on = Some(page);
            }
        }
    }
    let page = |card| Page { card, round: None, contents: None };
    let mut all: Vec<Page> = contents.into_iter().map(|it| page(it.card)).collect();
    let count = map::count(entries.len(), entries.iter().map(Entry::answers).sum());
    if let Some(first) = all.first_mut() {
        first.card.blocks.extend(map::passages(map));
    }
    for ((entry, number), contents) in entries.iter().zip(1..).zip(listed_on) {
        let cards = entry::pages(corpus, title, number, entry).into_iter();
        let round = Some(entry.round.number);
        all.extend(cards.map(|card| Page { card, round, contents }));
    }
    if all.is_empty() {
        all.push(page(Card::titled(title).text(empty)));
    }
    let last = all.len();
    for (page, number) in all.iter_mut().zip(1..) {
        page.card.footer = Some(pages::footer(count.as_str(), number, last));
    }
    all
}
