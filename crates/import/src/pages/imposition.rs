//! The orders in which the pages of a booklet leave the printer.

/// More sheets than that are not folded together.
const MOST_SHEETS: usize = 40;
/// Nor are more pages than those have.
pub(super) const MOST_PAGES: usize = MOST_SHEETS * 4;
/// So many blank pages may be missing.
const MOST_BLANKS: usize = 7;
/// All places of so few missing pages are tried; of more, only those at the ends.
const ANYWHERE: usize = 2;
/// What speaks against a layout that is hardly ever used.
const LEAST_LIKELY: f64 = 2.0;
/// Texts longer than that are folded in parts.
const SIGNATURES: &[usize] = &[8, 12, 16, 20, 24, 32];

/// One way to lay pages out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    /// For each place in reading order, the index of the page in the file.
    pub(super) order: Vec<usize>,
    /// How a person would say it.
    pub(super) name: String,
    /// How unusual it is, in what a join is worth.
    pub(super) unusual: f64,
}

/// Every layout that `count` pages may have been printed in, without doubles.
pub(super) fn layouts(count: usize) -> Vec<Layout> {
    let mut found: Vec<Layout> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    seen.insert((0..count).collect::<Vec<_>>());
    if !(3..=MOST_PAGES).contains(&count) {
        return found;
    }
    let mut add = |order: Vec<usize>, name: String, unusual: f64| {
        if order.len() == count && seen.insert(order.clone()) {
            found.push(Layout { order, name, unusual });
        }
    };
    add((0..count).rev().collect(), "last page first".to_owned(), 0.0);
    if count.is_multiple_of(8) {
        for (sides, unusual) in [([7, 0, 3, 4, 1, 6, 5, 2], 1.0), ([1, 6, 5, 2, 7, 0, 3, 4], 2.0)] {
            let printed: Vec<usize> =
                (0..count).step_by(8).flat_map(|start| sides.map(|page| start + page)).collect();
            add(order_of(&printed, &[]), "sheets folded twice".to_owned(), unusual);
        }
    }
    for total in (count..=count + MOST_BLANKS).filter(|total| total % 4 == 0) {
        let parts = SIGNATURES.iter().filter(|part| **part < total && total % **part == 0);
        for part in parts.copied().chain([total]) {
            for (fold, fold_name, unusual) in FOLDS {
                let printed = printed(total, part, *fold);
                for missing in missing(total, total - count) {
                    let sheets = total / 4;
                    let blanks = missing.len();
                    let name = format!(
                        "a booklet of {sheets} sheets{fold_name}, {blanks} blank pages left out"
                    );
                    let inside = if at_the_ends(&missing, total) { 0.0 } else { LEAST_LIKELY };
                    let parts = if part == total { 0.0 } else { 0.5 };
                    // More than the last sheet needs are rarely blank.
                    let many = if blanks > 3 { LEAST_LIKELY } else { 0.0 };
                    add(order_of(&printed, &missing), name, unusual + inside + parts + many);
                }
            }
        }
    }
    found
}

/// How sheets are printed and folded.
#[derive(Clone, Copy, Debug)]
struct Fold {
    /// Outermost sheet last.
    inside_out: bool,
    /// The spine is on the right.
    right: bool,
    /// The backs are turned over the other way.
    turned: bool,
    /// All fronts, and then all backs.
    fronts_first: bool,
}

const PLAIN: Fold = Fold { inside_out: false, right: false, turned: false, fronts_first: false };
const FOLDS: &[(Fold, &str, f64)] = &[
    (PLAIN, "", 0.0),
    (Fold { inside_out: true, ..PLAIN }, " from the inside out", 1.0),
    (Fold { right: true, ..PLAIN }, " bound on the right", 1.5),
    (
        Fold { right: true, inside_out: true, ..PLAIN },
        " bound on the right, from the inside out",
        2.0,
    ),
    (Fold { turned: true, ..PLAIN }, " with turned backs", 1.5),
    (Fold { fronts_first: true, ..PLAIN }, " with all fronts first", 1.0),
];

/// The page numbers, from 0, in the order of printing: parts of `part` pages after each other.
fn printed(total: usize, part: usize, fold: Fold) -> Vec<usize> {
    let mut printed = Vec::with_capacity(total);
    for start in (0..total).step_by(part.max(4)) {
        let sheets = part / 4;
        let mut fronts = Vec::new();
        let mut backs = Vec::new();
        for sheet in 0..sheets {
            let sheet = if fold.inside_out { sheets - 1 - sheet } else { sheet };
            let (low, high) = (start + 2 * sheet, start + part - 1 - 2 * sheet);
            let mut front = [high, low];
            let mut back = [low + 1, high - 1];
            if fold.right {
                front.reverse();
                back.reverse();
            }
            if fold.turned {
                back.reverse();
            }
            fronts.push(front);
            backs.push(back);
        }
        if fold.fronts_first {
            printed.extend(fronts.into_iter().chain(backs).flatten());
        } else {
            printed.extend(
                fronts.into_iter().zip(backs).flat_map(|(front, back)| [front, back]).flatten(),
            );
        }
    }
    printed
}

/// The sets of `count` pages of `total` that may be blank and left out.
fn missing(total: usize, count: usize) -> Vec<Vec<usize>> {
    let mut sets = Vec::new();
    for front in 0..=count {
        sets.push((0..front).chain(total - (count - front)..total).collect::<Vec<_>>());
    }
    // The back of the title page, and the inside of the cover.
    if count >= 2 {
        sets.push((1..2).chain(total - (count - 1)..total).collect());
        sets.push((1..2).chain(total - count..total - 1).collect());
    }
    if count <= ANYWHERE && total <= 64 {
        for first in 0..total {
            match count {
                1 => sets.push(vec![first]),
                2 => sets.extend((first + 1..total).map(|second| vec![first, second])),
                _ => {}
            }
        }
    }
    sets
}

/// Whether only pages at the start and at the end are missing.
fn at_the_ends(missing: &[usize], total: usize) -> bool {
    let front = missing.iter().enumerate().take_while(|(index, page)| index == *page).count();
    let back =
        missing.iter().rev().enumerate().take_while(|(index, page)| total - 1 - index == **page);
    front + back.count() >= missing.len()
}

/// The order of the file's pages that puts them back.
fn order_of(printed: &[usize], missing: &[usize]) -> Vec<usize> {
    let present: Vec<usize> =
        printed.iter().copied().filter(|page| !missing.contains(page)).collect();
    let mut order: Vec<usize> = (0..present.len()).collect();
    order.sort_by_key(|index| present.get(*index).copied());
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders() {
        let has = |count: usize, order: &[usize]| {
            layouts(count).into_iter().any(|layout| layout.order == order)
        };
        // One sheet, four pages: 4, 1, 2, 3.
        assert!(has(4, &[1, 2, 3, 0]));
        // Four sheets of which the first two pages are missing.
        let four = [4, 5, 8, 9, 12, 13, 14, 11, 10, 7, 6, 3, 2, 1].map(|page| page - 1);
        assert!(has(14, &four));
        assert!(!has(14, &(0..14).collect::<Vec<_>>()));
        assert!(layouts(2).is_empty() && layouts(1000).is_empty());
    }

    #[test]
    fn each_is_a_whole_order_and_comes_once() {
        for count in 3..40 {
            let layouts = layouts(count);
            let mut orders: Vec<Vec<usize>> =
                layouts.into_iter().map(|layout| layout.order).collect();
            let number = orders.len();
            orders.sort();
            orders.dedup();
            assert_eq!(number, orders.len());
            for mut order in orders {
                order.sort_unstable();
                assert!(order.into_iter().eq(0..count));
            }
        }
    }
}
