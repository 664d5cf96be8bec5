use proptest::prelude::*;

use super::imposition::layouts;
use super::order::reading_order;
use crate::block::{Line, Page, Place};

/// Long words that fall over the ends of pages, each once.
const LONG: &[&str] = &[
    "government",
    "revolution",
    "newspaper",
    "understanding",
    "industrial",
    "knowledge",
    "permanent",
    "difference",
    "community",
    "remarkable",
    "neighbour",
    "experience",
    "yesterday",
    "manufacture",
    "democratic",
    "literature",
    "parliament",
    "transport",
    "mountain",
    "carpenter",
    "telephone",
    "geography",
    "photograph",
    "president",
    "professor",
    "chocolate",
    "umbrella",
    "adventure",
    "discipline",
    "hospital",
    "boilerplate",
    "calendar",
    "butterfly",
    "cathedral",
    "elephant",
    "festival",
    "gardener",
    "hurricane",
    "invention",
    "messenger",
    "orchestra",
    "passenger",
    "quarterly",
    "republican",
    "secretary",
    "telegraph",
    "university",
    "vegetable",
];

/// So many pages, most of which end in the middle of a word.
fn text(count: usize) -> Vec<Page<'static>> {
    let mut start = "The road".to_owned();
    let mut pages = Vec::new();
    for index in 0..count {
        let word = LONG[index % LONG.len()];
        let half = word.len() / 2;
        let last = index + 1 == count;
        // Every fifth page ends with a sentence, and says nothing of what comes next.
        let (end, next) = match (last, index % 5) {
            (true, _) => ("and came to an end.".to_owned(), String::new()),
            (false, 4) => ("and so it went on for a day.".to_owned(), "Then the road".to_owned()),
            _ => (format!("and what they said of the {}-", &word[..half]), word[half..].to_owned()),
        };
        let lines = [format!("{start} was long and wide on day {index},"), end];
        let lines =
            lines.map(|text| Line { place: Place::default(), text: text.into(), style: None });
        pages.push(Page { lines: lines.to_vec() });
        start = next;
    }
    pages
}

/// The pages as a layout prints them.
fn print<'a>(pages: &[Page<'a>], order: &[usize]) -> Vec<Page<'a>> {
    let mut printed = vec![Page::default(); pages.len()];
    for (place, index) in order.iter().enumerate() {
        printed[*index] = pages[place].clone();
    }
    printed
}

fn read<'a>(printed: &[Page<'a>], order: &[usize]) -> Vec<Page<'a>> {
    order.iter().map(|index| printed[*index].clone()).collect()
}

#[test]
fn booklets_of_every_size_come_back() {
    let (mut whole, mut plain) = (0, 0);
    for count in [4, 7, 8, 11, 12, 14, 15, 16, 19, 20, 23, 24, 30, 32, 40, 48] {
        let pages = text(count);
        let all = layouts(count);
        for layout in all.iter().step_by((all.len() / 12).max(1)) {
            let printed = print(&pages, &layout.order);
            let found = reading_order(&printed, &[]);
            let back = read(&printed, &found.order) == pages;
            // Where two layouts are too much alike that is said; it is never wrong and silent.
            assert!(back || found.doubt.is_some(), "{count}, {}: {found:?}", layout.name);
            if count > 7 && layout.name.contains("sheets,") {
                plain += 1;
                whole += u32::from(back);
            }
        }
    }
    assert!(whole * 10 >= plain * 9, "{whole} of {plain}");
}

/// As most are printed: folded once, with the blank pages at the start or the end left out.
#[test]
fn ordinary_booklets_come_back() {
    let (mut whole, mut all) = (0, 0);
    for sheets in 2..=12 {
        for blanks in 0..4 {
            for front in 0..=blanks {
                let total = sheets * 4;
                let count = total - blanks;
                let present = front..front + count;
                let mut printed = Vec::new();
                for sheet in 0..sheets {
                    let (low, high) = (2 * sheet, total - 1 - 2 * sheet);
                    printed.extend([high, low, low + 1, high - 1]);
                }
                printed.retain(|page| present.contains(page));
                let pages = text(count);
                let booklet: Vec<Page<'_>> =
                    printed.iter().map(|page| pages[page - front].clone()).collect();
                let found = reading_order(&booklet, &[]);
                let back = read(&booklet, &found.order);
                // Where pages end with sentences, another order may fit as well; that is said.
                assert!(back == pages || found.doubt.is_some(), "{sheets}, {blanks}: {found:?}");
                all += 1;
                whole += u32::from(back == pages);
            }
        }
    }
    assert!(whole * 10 >= all * 9, "{whole} of {all}");
}

#[test]
fn pages_in_order_stay() {
    for count in 1..40 {
        let pages = text(count);
        let found = reading_order(&pages, &[]);
        assert_eq!((found.layout, found.doubt), (None, None), "{count}");
    }
}

#[test]
fn numbers_decide() {
    let line =
        |text: &str| Line { place: Place::default(), text: text.to_owned().into(), style: None };
    let page =
        || Page { lines: vec![line("A sentence that stands alone."), line("And one more.")] };
    let pages: Vec<Page<'_>> = (0..8).map(|_| page()).collect();
    let numbers = [8, 1, 2, 7, 6, 3, 4, 5].map(Some);
    let found = reading_order(&pages, &numbers);
    assert_eq!(found.order, [1, 2, 5, 6, 7, 4, 3, 0]);
    // Without them nothing can be told, and nothing is done.
    assert_eq!(reading_order(&pages, &[]).layout, None);
}

#[test]
fn numbers_that_the_words_gainsay_are_doubted() {
    let pages = text(16);
    let order = layouts(16).into_iter().find(|layout| layout.name.contains("sheets,")).unwrap();
    let booklet = print(&pages, &order.order);
    // Somebody numbered the pages as they were printed.
    let numbers: Vec<Option<u32>> = (1..=16).map(Some).collect();
    let found = reading_order(&booklet, &numbers);
    assert_eq!(found.layout, None);
    assert!(found.doubt.is_some());
    assert_eq!(reading_order(&pages, &numbers).doubt, None);
}

#[test]
fn pages_in_no_order_at_all_are_doubted() {
    let pages = text(12);
    let mixed: Vec<Page<'_>> = (0..12).map(|index| pages[index * 5 % 12].clone()).collect();
    let found = reading_order(&mixed, &[]);
    assert_eq!(found.layout, None);
    assert!(found.doubt.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_page_is_lost_or_made(words in prop::collection::vec("[a-zA-Z]{1,8}[.-]?", 3..40)) {
        let pages: Vec<Page<'_>> = words.iter().map(|word| Page {
            lines: vec![Line { place: Place::default(), text: word.clone().into(), style: None }],
        }).collect();
        let mut order = reading_order(&pages, &[]).order;
        order.sort_unstable();
        prop_assert!(order.into_iter().eq(0..pages.len()));
    }
}
