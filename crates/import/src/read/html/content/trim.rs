//! What stands in the text of a page and is not of it: lists of links, forms, boxes.

use super::measure::{Measure, is_leaf};
use super::names::is_named_around;
use crate::boilerplate::Boilerplate;
use crate::read::dom::{Dom, Element, NodeId};
use crate::read::html::Plan;
use crate::structure::note_label;

/// What calls itself something else and holds more of the text's prose is text.
const SMALL: f64 = 0.15;

/// Where so much prose stands in one place, the text has begun.
const BEGUN: f32 = 2.0;

/// Sets apart the parts of `root` that are not text.
pub(super) fn trim(dom: &Dom, plan: &mut Plan, measure: &Measure, root: NodeId) {
    let whole = measure.prose(root).max(0.1);
    let mut at = dom.range(root);
    while let Some(id) = at.next() {
        let Some(element) = dom.element(id).filter(|_| id != root) else {
            continue;
        };
        let notes = plan.has_note(dom.range(id))
            || dom.ancestors(id).any(|up| plan.notes.contains_key(&up));
        if notes || plan.apart.contains_key(&id) {
            continue;
        }
        // Before any prose a table only lists what the page is about.
        let is_summary = element.is(&["table"])
            && measure.prose(id) < 1.0
            && !measure.units_in(root..id).any(|(_, prose)| prose >= BEGUN);
        if is_summary || is_no_text(dom, measure, id, element, whole) {
            plan.apart.insert(id, Boilerplate::Navigation);
            at = dom.range(id).end..at.end;
        }
    }
}

/// The links to edit a section that stand in its heading: `[edit]`.
pub(super) fn edit_links(dom: &Dom, plan: &Plan) -> Vec<NodeId> {
    let is_heading =
        |id: NodeId| dom.element(id).is_some_and(|e| e.is(&["h1", "h2", "h3", "h4", "h5", "h6"]));
    let inner = dom.elements(0).filter(|(id, _)| dom.parent(*id).is_some_and(is_heading));
    inner
        .filter(|(id, _)| {
            let text = dom.words(*id);
            let links = dom.elements(*id).any(|(_, element)| element.is(&["a"]));
            let is_mark = plan.marks.keys().any(|mark| dom.range(*id).contains(mark));
            let whole = dom.parent(*id).is_some_and(|up| dom.words(up) == text);
            text.starts_with('[') && text.ends_with(']') && links && !is_mark && !whole
        })
        .map(|(id, _)| id)
        .collect()
}

fn is_no_text(dom: &Dom, measure: &Measure, id: NodeId, element: &Element, whole: f64) -> bool {
    let letters = measure.letters(id);
    if letters == 0 {
        return false;
    }
    let share = measure.prose(id) / whole;
    let links = measure.link_share(id);
    let is_box = element.is(&[
        "div", "section", "ul", "ol", "table", "dl", "header", "aside", "form", "details",
        "article", "tr", "td",
    ]);
    if is_box {
        // A list of links: much of it is links, and little of it is prose.
        let list = element.is(&["ul", "ol", "dl"]);
        // The items of a text say more than their links do.
        let items = dom.elements(id).filter(|(_, e)| e.is(&["li", "dd", "tr"])).count().max(1);
        let says_more = f64::from(letters) * (1.0 - links) / items as f64 > 25.0;
        let nested = list
            && dom.ancestors(id).take(2).any(|up| dom.element(up).is_some_and(|e| e.is(&["li"])));
        if nested {
            return false;
        }
        if !says_more && links > 0.5 && share < 0.3 && letters < 3_000
            || (list && links > 0.7 && share < 0.3)
        {
            return true;
        }
        if is_named_around(element) && share < SMALL {
            return true;
        }
    }
    if is_gallery(dom, id, element) {
        return true;
    }
    // A line of several links is none of a text: `Tags: …`
    let is_line = element.is(&["div", "strong", "b"]) && is_leaf(dom, id) && letters < 400;
    if is_line && links > 0.7 && dom.elements(id).filter(|(_, e)| e.is(&["a"])).nth(1).is_some() {
        return true;
    }
    if element.is(&["a"]) && letters < 120 {
        // A link that stands alone between blocks leads away.
        let up = dom.parent(id);
        let in_block = up
            .and_then(|up| dom.element(up))
            .is_some_and(|up| up.is(&["div", "section", "article", "main", "body", "header"]));
        let alone = up.is_some_and(|up| {
            dom.children(up)
                .all(|child| dom.text_of(child).is_none_or(|text| text.trim().is_empty()))
        });
        return in_block && alone && links > 0.9;
    }
    if element.is(&["p", "li", "span", "h2", "h3", "h4", "h5", "h6"]) {
        // `Read more: …`
        // A note may be nothing but a link: `[1] https://…`
        let is_note = || element.is(&["p"]) && note_label(&dom.words(id)).is_some();
        let leads = links > 0.7 && !dom.words(id).ends_with(['.', '!', '?', '”', '"']);
        let only_link = (links > 0.9 || leads) && letters < 200;
        let alone = only_link
            && element.is(&["p"])
            && !is_note()
            && dom
                .parent(id)
                .and_then(|up| dom.element(up))
                .is_some_and(|up| !up.is(&["blockquote", "td"]));
        let named =
            is_named_around(element) && measure.prose(id) < 3.0 && !element.is(&["h2", "h3", "h4"]);
        return alone || named;
    }
    false
}

/// Whether an element holds pictures one by one, each with its number: `1/12`, `1 of 12`.
fn is_gallery(dom: &Dom, id: NodeId, element: &Element) -> bool {
    if !element.is(&["ul", "ol", "div", "section"]) {
        return false;
    }
    let elements = dom.children(id).filter(|child| dom.element(*child).is_some());
    let mut counted = elements.take(4).filter_map(|child| counter(&dom.words(child)));
    let first = counted.next();
    first.is_some_and(|(_, all)| all > 2 && counted.filter(|(_, other)| *other == all).count() >= 2)
}

/// The numbers of `3/12` or `3 of 12` at the start of a text.
fn counter(text: &str) -> Option<(u32, u32)> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(digits(text))?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix('/').or_else(|| rest.strip_prefix("of"))?.trim_start();
    let all = rest.get(..digits(rest))?.parse().ok()?;
    number.parse().ok().filter(|number| *number <= all).map(|number| (number, all))
}
