//! What stands around the best part of a page, and what of that belongs to it.

use super::LEAST_PROSE;
use super::measure::{Measure, is_leaf};
use super::names::{is_named_answers, is_named_around};
use crate::boilerplate::Boilerplate;
use crate::read::dom::{Dom, NodeId};
use crate::read::elements::is_block;
use crate::read::html::Plan;

/// What belongs to the text beside its best part has such a share of that part's weight.
const SIBLING: f64 = 0.2;
/// So many elements of the best part show how it is made.
const FIRST: usize = 1_000;
/// A line that names the site has no more letters.
const SITE_LINE: usize = 80;

/// The best part, or its parent where parts beside it are text as well.
pub(super) fn widened(
    dom: &Dom,
    measure: &Measure,
    anchor: Option<NodeId>,
    best: NodeId,
) -> NodeId {
    let Some(parent) = dom.parent(best) else {
        return best;
    };
    let has_text = dom.children(parent).any(|child| {
        child != best
            && (is_text_beside(dom, measure, anchor, best, child) || is_loose_prose(dom, child))
    });
    if has_text { parent } else { best }
}

/// Whether an element beside the best part is text too.
fn is_text_beside(
    dom: &Dom,
    measure: &Measure,
    anchor: Option<NodeId>,
    best: NodeId,
    id: NodeId,
) -> bool {
    let Some(element) = dom.element(id) else {
        return false;
    };
    if measure.is_apart(id) {
        return false;
    }
    let same_class = dom.element(best).is_some_and(|best| {
        best.name == element.name
            && best.get("class").is_some()
            && best.get("class") == element.get("class")
    });
    let range = dom.range(best);
    let is_before = anchor.is_some_and(|anchor| dom.range(id).end <= anchor && anchor < range.end);
    if is_before {
        return false;
    }
    let titled = dom.elements(best).any(|(_, element)| element.is(&["h1"]))
        || anchor.is_some_and(|anchor| range.contains(&anchor));
    // An article beside the one with the heading is another.
    if titled && (id < best || dom.elements(id).any(|(_, e)| e.is(&["article"]))) {
        return false;
    }
    let share = measure.prose(id) / measure.prose(best).max(0.1);
    let is_paragraph = measure.letters(id) > 80 && measure.link_share(id) < 0.25 && share > 0.01;
    if element.is(&["p"]) {
        return is_paragraph;
    }
    // Some programs set paragraphs as boxes.
    if is_paragraph && same_kind(dom, id, best) {
        return true;
    }
    let needed = if same_class { SIBLING / 2.0 } else { SIBLING };
    // One paragraph in a box of another kind is a note on the author, or the like.
    let several = || measure.units_in(dom.range(id)).nth(1).is_some();
    let plain = measure.link_share(id) < 0.3 && !is_named_around(element);
    share >= needed && plain && (same_class || share > 0.5 || several())
}

/// Whether an element is a box of nothing but words, as those are of which the best part is made.
fn same_kind(dom: &Dom, id: NodeId, best: NodeId) -> bool {
    let class = |id: NodeId| dom.element(id).and_then(|element| element.get("class"));
    let is_box = |id: NodeId| dom.element(id).is_some_and(|e| e.is(&["div"])) && is_leaf(dom, id);
    let mut inside = dom.elements(best).take(FIRST);
    is_box(id) && inside.any(|(inner, _)| is_box(inner) && class(inner) == class(id))
}

/// Whether a node is a sentence that stands in no element of its own.
fn is_loose_prose(dom: &Dom, id: NodeId) -> bool {
    dom.text_of(id).is_some_and(|text| text.trim().chars().count() > 80)
}

/// Sets apart everything outside the best part, but for what belongs to it.
pub(super) fn around(
    dom: &Dom,
    plan: &mut Plan,
    measure: &Measure,
    anchor: Option<NodeId>,
    best: NodeId,
) {
    let parent = dom.parent(best).unwrap_or(0);
    let beside: Vec<NodeId> = dom
        .children(parent)
        .filter(|child| {
            *child == best
                || is_text_beside(dom, measure, anchor, best, *child)
                || is_loose_prose(dom, *child)
        })
        .collect();
    let (first, last) =
        (beside.first().copied().unwrap_or(best), beside.last().copied().unwrap_or(best));
    let notes = plan.notes.clone();
    let has_note = |id: NodeId| notes.range(dom.range(id)).next().is_some();
    let keep = |id: NodeId| {
        let element = dom.element(id);
        let heading = element.is_some_and(|e| e.is(&["h1", "h2", "h3", "h4", "hr"]));
        let between = heading && first < id && id < last;
        beside.binary_search(&id).is_ok() || between || has_note(id)
    };
    let mut inner = best;
    while let Some(up) = dom.parent(inner) {
        for child in dom.children(up) {
            let is_sibling = up == parent && keep(child);
            let has_note = up != parent && has_note(child);
            let is_title = dom.elements(child).any(|(_, e)| e.is(&["h1"])) && child < inner;
            if child == inner || is_sibling || has_note {
                continue;
            }
            if is_title {
                titles(dom, plan, child);
            } else {
                plan.apart.insert(child, Boilerplate::Navigation);
            }
        }
        inner = up;
    }
}

/// Sets apart what stands before the heading of the text and has no prose. Of several such headings
/// each is a chapter's, and a title page may stand before the first.
pub(super) fn before_title(dom: &Dom, plan: &mut Plan, measure: &Measure, root: NodeId) {
    let mut headings = dom.elements(root).filter(|(id, e)| e.is(&["h1"]) && !measure.is_apart(*id));
    let (Some((heading, _)), None) = (headings.next(), headings.next()) else {
        return;
    };
    let mut at = root + 1..heading;
    while let Some(id) = at.next() {
        let holds_heading = dom.range(id).contains(&heading);
        let is_part = dom.element(id).is_some() && !holds_heading;
        if is_part && measure.prose(id) < 1.0 && measure.letters(id) > 0 {
            plan.apart.insert(id, Boilerplate::Navigation);
            at = dom.range(id).end..at.end.max(dom.range(id).end);
        }
    }
}

/// Of what stands before the text only the title is kept.
fn titles(dom: &Dom, plan: &mut Plan, id: NodeId) {
    let headings: Vec<NodeId> =
        dom.elements(id).filter(|(_, element)| element.is(&["h1"])).map(|(id, _)| id).collect();
    let mut at = dom.range(id);
    while let Some(id) = at.next() {
        if headings.contains(&id) {
            at = dom.range(id).end..at.end;
        } else if !headings.iter().any(|heading| dom.range(id).contains(heading)) {
            plan.apart.insert(id, Boilerplate::Navigation);
            at = dom.range(id).end..at.end;
        }
    }
}

/// Sets apart what readers answered to the text under the heading, where there is such a text.
pub(super) fn answers_apart(dom: &Dom, plan: &mut Plan, measure: &Measure, anchor: NodeId) {
    let mut answers: Vec<NodeId> = Vec::new();
    let mut left = measure.prose(0);
    let mut at = anchor..dom.len();
    while let Some(id) = at.next() {
        if dom.element(id).is_some_and(is_named_answers) {
            left -= measure.prose(id);
            answers.push(id);
            at = dom.range(id).end..at.end;
        }
    }
    if left >= LEAST_PROSE {
        plan.apart.extend(answers.into_iter().map(|id| (id, Boilerplate::Navigation)));
    }
}

/// Sets apart a line under the heading that only says which site this is.
pub(super) fn site_line(dom: &Dom, plan: &mut Plan, anchor: NodeId, site: &[String]) {
    let names: Vec<String> = site.iter().map(|name| domain::fold(name)).collect();
    let after = dom.elements(0).filter(|(id, _)| *id >= dom.range(anchor).end);
    for (id, element) in after.filter(|(id, e)| is_block(&e.name) && is_leaf(dom, *id)) {
        let text = dom.words(id);
        if text.chars().count() > SITE_LINE || element.is(&["h1", "h2", "h3"]) {
            break;
        }
        let text = domain::fold(&text);
        let is_sentence = text.ends_with(['.', '!', '?', '…', ':']);
        if !is_sentence && names.iter().any(|name| text.contains(name.as_str())) {
            plan.apart.insert(id, Boilerplate::Navigation);
        }
    }
}
