//! The part of a page that holds its text.

use std::collections::HashMap;
use std::ops::Range;

use super::LEAST_PROSE;
use super::measure::{Measure, is_leaf};
use super::names::{is_in_answers, is_named_answers};
use crate::read::dom::{Dom, Element, NodeId};
use crate::read::elements::is_block;

/// What readers answered weighs so much less than a text.
const ANSWERS: f64 = 0.25;
/// An element that is taken for the better one holds so much more prose.
const MORE: f64 = 3.0;
/// Of a text hardly so much stands before its heading.
const BEFORE: f64 = 0.3;

/// The element with the densest prose, near the heading of the text if that is known.
pub(super) fn best(dom: &Dom, measure: &Measure, anchor: Option<NodeId>) -> Option<NodeId> {
    let weights = measure.weights(dom);
    let densest = |within: NodeId| {
        let candidates = dom.elements(within).filter(|(id, element)| {
            is_block(&element.name) && !element.is(&["p", "html"]) && !is_leaf(dom, *id)
        });
        let scored = candidates.map(|(id, _)| {
            let weight = weights.get(id).copied().unwrap_or_default();
            let answers = is_in_answers(dom, id);
            (weight * (1.0 - measure.link_share(id)) * if answers { ANSWERS } else { 1.0 }, id)
        });
        let scored = scored.filter(|(weight, _)| *weight > 0.0);
        scored.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, id)| id)
    };
    let found = densest(0)?;
    let home = anchor.and_then(|anchor| home(dom, measure, anchor, found));
    let home = home.or_else(|| main(dom, measure, found));
    let found = home.and_then(densest).unwrap_or(found);
    let found = match home {
        Some(_) => with_alike(dom, measure, found),
        None => with_more(dom, measure, with_alike(dom, measure, found)),
    };
    // An article or a main part that holds it, and hardly more prose, is what its author meant.
    let held = measure.prose(found);
    let meant = dom.ancestors(found).find(|up| {
        dom.element(*up)
            .is_some_and(|e| e.is(&["article", "main"]) || e.get("itemprop") == Some("articleBody"))
            && measure.prose(*up) * 0.75 <= held
    });
    Some(meant.unwrap_or(found))
}

/// The part of the page that the heading of the text is in, if the densest prose is elsewhere: before
/// the heading, or in another article.
fn home(dom: &Dom, measure: &Measure, anchor: NodeId, densest: NodeId) -> Option<NodeId> {
    let prose = |nodes: Range<NodeId>| {
        measure.units_in(nodes).map(|(_, prose)| f64::from(prose)).sum::<f64>()
    };
    let whole = dom.range(densest);
    let is_before = prose(whole.start..anchor.clamp(whole.start, whole.end));
    let holds = |outer: NodeId, inner: NodeId| dom.range(outer).contains(&inner);
    let is_other = article(dom, anchor).is_some_and(|own| {
        let has_articles = dom.elements(densest).any(|(_, e)| e.is(&["article"]));
        !holds(own, densest)
            && !holds(densest, own)
            && (has_articles || article(dom, densest).is_some())
    });
    if is_before <= prose(whole.clone()) * BEFORE && !is_other {
        return None;
    }
    let rest = if is_other { 0.0 } else { prose(anchor.max(whole.start)..whole.end) / 2.0 };
    let holds_text = |up: &NodeId| prose(anchor..dom.range(*up).end) >= rest.max(LEAST_PROSE);
    let home = dom.ancestors(anchor).find(holds_text)?;
    (!dom.range(home).contains(&densest)).then_some(home)
}

/// The main part of a page by its own word, if the densest prose is elsewhere.
fn main(dom: &Dom, measure: &Measure, densest: NodeId) -> Option<NodeId> {
    let is_main = |element: &Element| element.is(&["main"]) || element.has_word("role", &["main"]);
    let mut mains = dom.elements(0).filter(|(_, element)| is_main(element)).map(|(id, _)| id);
    let (main, None) = (mains.next()?, mains.next()) else { return None };
    let range = dom.range(main);
    let is_elsewhere = !range.contains(&densest) && !dom.range(densest).contains(&main);
    (is_elsewhere && measure.prose(main) >= LEAST_PROSE && measure.link_share(main) < 0.5)
        .then_some(main)
}

/// The article that a node is or stands in.
fn article(dom: &Dom, id: NodeId) -> Option<NodeId> {
    let mut around = std::iter::once(id).chain(dom.ancestors(id));
    around.find(|id| dom.element(*id).is_some_and(|e| e.is(&["article"])))
}

/// The nearest element that also holds the paragraphs elsewhere that are marked up as those of
/// `best` are: a text may be cut in parts by what stands between them.
fn with_alike(dom: &Dom, measure: &Measure, best: NodeId) -> NodeId {
    let mut shapes: HashMap<Shape<'_>, f32> = HashMap::new();
    let mut whole = 0.0;
    let inside = dom.range(best);
    for (id, prose) in measure.units().filter(|(id, _)| inside.contains(id)) {
        *shapes.entry(shape(dom, id)).or_default() += prose;
        whole += prose;
    }
    let home = article(dom, best);
    // What stands before the title is no part of the text.
    let title =
        dom.elements(0).find(|(id, e)| e.is(&["h1"]) && !measure.is_apart(*id) && *id < inside.end);
    let from = title.map_or(0, |(id, _)| id);
    let mut found = best;
    let mut outside = 0.0;
    for (id, prose) in measure.units().filter(|(id, _)| !inside.contains(id) && *id >= from) {
        let usual = shapes.get(&shape(dom, id)).is_some_and(|share| *share * 4.0 >= whole);
        let answers = dom.ancestors(id).filter_map(|up| dom.element(up)).any(is_named_answers);
        if !usual || answers || measure.is_apart(id) || article(dom, id) != home || prose < 1.0 {
            continue;
        }
        outside += prose;
        while !dom.range(found).contains(&id) {
            let Some(up) = dom.parent(found) else { break };
            found = up;
        }
    }
    // A paragraph alone is no part of a text.
    if outside * 20.0 >= whole { found } else { best }
}

/// An element around `best` that holds much more prose, if there are few links in it: a page may be
/// made of many small parts.
fn with_more(dom: &Dom, measure: &Measure, best: NodeId) -> NodeId {
    let worth = |id: NodeId| measure.prose(id) * (1.0 - 2.0 * measure.link_share(id)).max(0.0);
    let answers = |id: NodeId| {
        let named =
            dom.elements(id).filter(|(id, e)| is_named_answers(e) && !measure.is_apart(*id));
        named.map(|(id, _)| measure.prose(id)).fold(0.0, f64::max)
    };
    let mut found = best;
    for up in dom.ancestors(best).filter(|up| *up != 0) {
        if worth(up) > worth(found) * MORE && answers(up) < worth(found) {
            found = up;
        }
    }
    found
}

/// How a paragraph is marked up: its name and class, and those of what it stands in.
type Shape<'a> = [(&'a str, &'a str); 2];

fn shape(dom: &Dom, id: NodeId) -> Shape<'_> {
    let of = |id: Option<NodeId>| {
        let element = id.and_then(|id| dom.element(id));
        element
            .map_or(("", ""), |element| (&*element.name, element.get("class").unwrap_or_default()))
    };
    [of(Some(id)), of(dom.parent(id))]
}

/// The outermost element that holds hardly more than the best part: beside that there may be text.
pub(super) fn lifted(dom: &Dom, measure: &Measure, best: NodeId) -> NodeId {
    let letters = measure.letters(best);
    let is_same = |up: &NodeId| {
        measure.letters(*up) * 50 <= letters * 51
            && dom.element(*up).is_some_and(|e| !e.is(&["body", "html", "article", "main"]))
    };
    dom.ancestors(best).take_while(is_same).last().unwrap_or(best)
}
