//! Which part of a page is its text. What an element holds decides, and where it stands: how much
//! prose there is in it, how much of that is links, and what is beside it. What it calls itself
//! only tips the scales.

mod anchor;
mod around;
mod best;
mod captions;
mod measure;
mod names;
mod trim;

use super::Plan;
use crate::boilerplate::Boilerplate;
use crate::read::dom::{Dom, Element, NodeId};
use measure::Measure;

pub(super) use names::is_in_answers;

/// A page with less prose is taken whole.
const LEAST_PROSE: f64 = 4.0;
/// What calls itself navigation and holds so much of the page's prose is none.
const MOST_AROUND: f64 = 0.3;
/// The same where the heading of the text stands elsewhere.
const MOST_BESIDE: f64 = 0.8;

/// Sets apart what is not the text of a page of the web.
pub(super) fn find(dom: &Dom, plan: &mut Plan, title: Option<&str>, site: &[String]) {
    let mut measure = Measure::of(dom, plan);
    let anchor = anchor::find(dom, plan, title);
    set_apart(dom, plan, &measure, anchor, &is_around);
    if let Some(anchor) = anchor {
        around::answers_apart(dom, plan, &measure, anchor);
        around::site_line(dom, plan, anchor, site);
    }
    measure = Measure::of(dom, plan);
    captions::find(dom, plan, &measure);
    plan.dropped.extend(trim::edit_links(dom, plan));
    let total = measure.prose(0);
    if total >= LEAST_PROSE
        && let Some(best) = best::best(dom, &measure, anchor)
    {
        let best = best::lifted(dom, &measure, best);
        around::around(dom, plan, &measure, anchor, best);
        let root = around::widened(dom, &measure, anchor, best);
        around::before_title(dom, plan, &measure, root);
        trim::trim(dom, plan, &measure, root);
    }
}

/// Sets apart the navigation of a page of a book; everything else in it is text.
pub(super) fn navigation(dom: &Dom, plan: &mut Plan) {
    let measure = Measure::of(dom, plan);
    set_apart(dom, plan, &measure, None, &|element| {
        element.is(&["nav"]) || element.has_word("epub:type", &["toc", "landmarks", "page-list"])
    });
}

/// Sets apart what says by its kind that it is around a text, unless it holds most of the page, or
/// the heading of the text.
fn set_apart(
    dom: &Dom,
    plan: &mut Plan,
    measure: &Measure,
    anchor: Option<NodeId>,
    is: &dyn Fn(&Element) -> bool,
) {
    let total = measure.prose(0);
    for (id, element) in dom.elements(0) {
        // Where the heading stands elsewhere, a long aside is one all the same.
        let is_beside = anchor.is_some_and(|anchor| !dom.range(id).contains(&anchor))
            && element.is(&["aside", "nav", "footer"]);
        let most = if is_beside { MOST_BESIDE } else { MOST_AROUND };
        let holds_text = measure.prose(id) > total * most;
        let has_notes = plan.has_note(dom.range(id));
        if is(element) && !holds_text && !has_notes {
            plan.apart.insert(id, Boilerplate::Navigation);
        }
    }
}

/// Whether an element is navigation, a frame or a control by what HTML and ARIA call it.
fn is_around(element: &Element) -> bool {
    const ROLES: &[&str] = &[
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "menu",
        "menubar",
        "dialog",
        "alertdialog",
        "toolbar",
        "tablist",
        "form",
    ];
    element.is(&[
        "nav", "footer", "aside", "form", "dialog", "menu", "fieldset", "search", "label", "input",
    ]) || element.has_word("role", ROLES)
        || element.get("aria-hidden") == Some("true")
        || element.get("aria-modal") == Some("true")
}
