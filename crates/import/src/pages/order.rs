//! Decides in which order pages are read: the one they came in, unless another is plainly right.

use super::cohesion::cohesion;
use super::imposition::{Layout, MOST_PAGES, layouts};
use super::joins::Edges;
use crate::block::Page;
use crate::doubt::PageOrderDoubt;
use crate::words::Vocabulary;

/// Another order has to be better by so much for each page, and by so much at all.
const MARGIN_EACH: f64 = 0.4;
const MARGIN: f64 = 5.0;
/// And better than the next best by so much.
const LEAD: f64 = 1.5;
/// More joins than that part of all must not be bad.
const WORST: f64 = 0.15;
/// With more bad joins than that pages are not in order.
const OUT_OF_ORDER: f64 = 0.3;

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// For each place in reading order, the index of the page in the file.
    pub(crate) order: Vec<usize>,
    /// What was found, if it is not the order of the file.
    pub(crate) layout: Option<String>,
    /// What a person should look at.
    pub(crate) doubt: Option<PageOrderDoubt>,
}

/// Finds the order in which pages are read.
pub(crate) fn reading_order(pages: &[Page<'_>], numbers: &[Option<u32>]) -> Order {
    if pages.len() < 3 {
        return Order { order: (0..pages.len()).collect(), layout: None, doubt: None };
    }
    if pages.len() > MOST_PAGES {
        return too_many(pages, numbers);
    }
    let joins = Joins::of(pages, numbers);
    let mut found = decide(&joins, pages.len());
    if found.doubt.is_none() && joins.torn(&found.order) > OUT_OF_ORDER {
        found.doubt = Some(PageOrderDoubt::Torn);
    }
    found
}

/// More pages than are folded together: nobody prints them in another order.
fn too_many(pages: &[Page<'_>], numbers: &[Option<u32>]) -> Order {
    let vocabulary = vocabulary(pages);
    let edges = edges(pages, numbers);
    let bad = edges.windows(2).filter(|pair| match pair {
        [here, next] => here.join(next, &vocabulary) < 0.0,
        _ => false,
    });
    let out_of_order = bad.count() as f64 / pages.len() as f64 > OUT_OF_ORDER;
    let doubt = out_of_order.then_some(PageOrderDoubt::Mixed);
    Order { order: (0..pages.len()).collect(), layout: None, doubt }
}

fn vocabulary(pages: &[Page<'_>]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for page in pages {
        // The first word of a page may be half of one.
        let lines = page.lines.iter().map(|line| &*line.text);
        let lines = std::iter::once("-").chain(lines);
        vocabulary.count(lines.clone());
        vocabulary.count_pairs(lines);
    }
    vocabulary
}

fn edges(pages: &[Page<'_>], numbers: &[Option<u32>]) -> Vec<Edges> {
    let numbers = numbers.iter().copied().chain(std::iter::repeat(None));
    pages.iter().zip(numbers).map(|(page, number)| Edges::of(page, number)).collect()
}

fn decide(joins: &Joins, count: usize) -> Order {
    let given: Vec<usize> = (0..count).collect();
    let keep = |doubt: Option<PageOrderDoubt>| Order { order: given.clone(), layout: None, doubt };
    let now = joins.score(&given);
    let out_of_order = joins.bad(&given) > OUT_OF_ORDER;
    // Of layouts that fit alike the usual one is taken.
    let likely = |scored: &(f64, Layout)| scored.0 - scored.1.unusual;
    let mut scored: Vec<(f64, Layout)> =
        layouts(count).into_iter().map(|layout| (joins.score(&layout.order), layout)).collect();
    scored.sort_by(|one, other| likely(other).total_cmp(&likely(one)));
    let mut scored = scored.into_iter();
    let Some((best, layout)) = scored.next() else {
        return keep(out_of_order.then_some(PageOrderDoubt::Mixed));
    };
    let lead =
        scored.as_slice().first().map_or(f64::MAX, |next| best - layout.unusual - likely(next));
    let fits_alike = scored.any(|(score, _)| best - score < LEAD);
    let needed = MARGIN.max(MARGIN_EACH * count as f64).min(MARGIN * 3.0);
    // What the pages are about does not move them unless words, sentences or numbers say so too.
    let firm = joins.firm(&layout.order) - joins.firm(&given);
    let plain = best - now >= needed
        && firm >= needed / 2.0
        && lead >= LEAD
        && joins.bad(&layout.order) <= WORST;
    if plain {
        return moved(layout, joins, fits_alike);
    }
    if out_of_order && best - now < LEAD {
        keep(Some(PageOrderDoubt::Mixed))
    } else if best - now >= LEAD {
        keep(Some(PageOrderDoubt::MayBePrinted(layout.name)))
    } else {
        let sure = now - (best - layout.unusual) >= LEAD;
        keep((!sure).then_some(PageOrderDoubt::Weak))
    }
}

/// The pages in another order, with a doubt if not all speaks for it.
fn moved(layout: Layout, joins: &Joins, fits_alike: bool) -> Order {
    let doubt = if joins.bad(&layout.order) > 0.0 {
        Some(PageOrderDoubt::MovedWithGaps(layout.name.clone()))
    } else if fits_alike {
        Some(PageOrderDoubt::MovedAmbiguously(layout.name.clone()))
    } else {
        None
    };
    Order { order: layout.order, layout: Some(layout.name), doubt }
}

/// How well each page goes before each other.
struct Joins {
    edges: Vec<Edges>,
    /// Whether the words of the one cannot go on in the other, whatever their numbers are.
    torn: Vec<Vec<bool>>,
    /// How well words, sentences and numbers go on.
    firm: Vec<Vec<f64>>,
    /// How much the pages speak of the same things.
    about: Vec<Vec<f64>>,
}

impl Joins {
    fn of(pages: &[Page<'_>], numbers: &[Option<u32>]) -> Self {
        let vocabulary = vocabulary(pages);
        let edges = edges(pages, numbers);
        let firm: Vec<Vec<f64>> = edges
            .iter()
            .map(|here| edges.iter().map(|next| here.join(next, &vocabulary)).collect())
            .collect();
        let torn = edges
            .iter()
            .map(|here| edges.iter().map(|next| here.is_torn_from(next, &vocabulary)).collect())
            .collect();
        Self { edges, torn, firm, about: cohesion(pages) }
    }

    /// What a table has for each join of an order.
    fn along(&self, table: &[Vec<f64>], order: &[usize]) -> impl Iterator<Item = f64> {
        order.windows(2).map(|pair| {
            match pair {
                [here, next] => table.get(*here).and_then(|row| row.get(*next)).copied(),
                _ => None,
            }
            .unwrap_or_default()
        })
    }

    fn score(&self, order: &[usize]) -> f64 {
        let edge = |index: Option<&usize>| index.and_then(|index| self.edges.get(*index));
        let ends = edge(order.first()).map_or(0.0, Edges::opens)
            + edge(order.last()).map_or(0.0, Edges::closes);
        self.along(&self.firm, order).sum::<f64>()
            + self.along(&self.about, order).sum::<f64>()
            + ends
    }

    /// The score by words, sentences and numbers alone.
    fn firm(&self, order: &[usize]) -> f64 {
        self.score(order) - self.along(&self.about, order).sum::<f64>()
    }

    /// Which part of the joins is bad by words, sentences and numbers.
    fn bad(&self, order: &[usize]) -> f64 {
        let bad = self.along(&self.firm, order).filter(|score| *score < 0.0).count();
        bad as f64 / (order.len().max(2) - 1) as f64
    }

    /// Which part of the joins tears words or sentences apart.
    fn torn(&self, order: &[usize]) -> f64 {
        let is_torn = |pair: &&[usize]| match pair {
            [here, next] => self.torn.get(*here).and_then(|row| row.get(*next)) == Some(&true),
            _ => false,
        };
        let torn = order.windows(2).filter(is_torn).count();
        torn as f64 / (order.len().max(2) - 1) as f64
    }
}
