//! Which part of a page is its text. What an element holds decides, and where it stands: how much
//! prose there is in it, how much of that is links, and what is beside it. What it calls itself
//! only tips the scales.

mod measure;
mod trim;

use std::collections::HashMap;

use super::Plan;
use crate::boilerplate::Boilerplate;
use crate::read::dom::{Dom, Element, NodeId};
use crate::read::elements::is_block;
use measure::{Measure, is_leaf};

/// A page with less prose is taken whole.
const LEAST_PROSE: f64 = 4.0;
/// What belongs to the text beside its best part has such a share of that part's weight.
const SIBLING: f64 = 0.2;
/// What readers answered weighs so much less than a text.
const ANSWERS: f64 = 0.25;
/// An element that is taken for the better one holds so much more prose.
const MORE: f64 = 3.0;
/// What calls itself navigation and holds so much of the page's prose is none.
const MOST_AROUND: f64 = 0.3;

/// Sets apart what is not the text of a page of the web.
pub(super) fn find(dom: &Dom, plan: &mut Plan) {
    let mut measure = Measure::of(dom, plan);
    set_apart(dom, plan, &measure, &is_around);
    measure = Measure::of(dom, plan);
    plan.dropped.extend(trim::edit_links(dom, plan));
    let total = measure.prose(0);
    if total >= LEAST_PROSE
        && let Some(best) = best(dom, &measure)
    {
        around(dom, plan, &measure, best);
        let root = widened(dom, &measure, best);
        before_title(dom, plan, &measure, root);
        trim::trim(dom, plan, &measure, root);
    }
}

/// Sets apart the navigation of a page of a book; everything else in it is text.
pub(super) fn navigation(dom: &Dom, plan: &mut Plan) {
    let measure = Measure::of(dom, plan);
    set_apart(dom, plan, &measure, &|element| {
        element.is(&["nav"]) || element.has_word("epub:type", &["toc", "landmarks", "page-list"])
    });
}

/// Sets apart what says by its kind that it is around a text, unless it holds most of the page.
fn set_apart(dom: &Dom, plan: &mut Plan, measure: &Measure, is: &dyn Fn(&Element) -> bool) {
    let total = measure.prose(0);
    for (id, element) in dom.elements(0) {
        let holds_text = measure.prose(id) > total * MOST_AROUND;
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

/// The element with the densest prose.
fn best(dom: &Dom, measure: &Measure) -> Option<NodeId> {
    let weights = measure.weights(dom);
    let candidates = dom.elements(0).filter(|(id, element)| {
        is_block(&element.name) && !element.is(&["p", "html"]) && !is_leaf(dom, *id)
    });
    let scored = candidates.map(|(id, _)| {
        let weight = weights.get(id).copied().unwrap_or_default();
        let among = std::iter::once(id).chain(dom.ancestors(id));
        let answers = among.filter_map(|id| dom.element(id)).any(is_named_answers);
        (weight * (1.0 - measure.link_share(id)) * if answers { ANSWERS } else { 1.0 }, id)
    });
    let found = scored
        .filter(|(weight, _)| *weight > 0.0)
        .max_by(|one, other| one.0.total_cmp(&other.0))?
        .1;
    let found = with_more(dom, measure, with_alike(dom, measure, found));
    // An article or a main part that holds it, and hardly more prose, is what its author meant.
    let held = measure.prose(found);
    let meant = dom.ancestors(found).find(|up| {
        dom.element(*up)
            .is_some_and(|e| e.is(&["article", "main"]) || e.get("itemprop") == Some("articleBody"))
            && measure.prose(*up) * 0.75 <= held
    });
    Some(meant.unwrap_or(found))
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
    let article = |id: NodeId| {
        dom.ancestors(id).find(|up| dom.element(*up).is_some_and(|e| e.is(&["article"])))
    };
    let home =
        article(best).or_else(|| dom.element(best).filter(|e| e.is(&["article"])).map(|_| best));
    // What stands before the title is no part of the text.
    let title =
        dom.elements(0).find(|(id, e)| e.is(&["h1"]) && !measure.is_apart(*id) && *id < inside.end);
    let from = title.map_or(0, |(id, _)| id);
    let mut found = best;
    let mut outside = 0.0;
    for (id, prose) in measure.units().filter(|(id, _)| !inside.contains(id) && *id >= from) {
        let usual = shapes.get(&shape(dom, id)).is_some_and(|share| *share * 4.0 >= whole);
        let answers = dom.ancestors(id).filter_map(|up| dom.element(up)).any(is_named_answers);
        if !usual || answers || measure.is_apart(id) || article(id) != home || prose < 1.0 {
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

/// Whether an element calls itself the answers of readers.
fn is_named_answers(element: &Element) -> bool {
    let names = [element.get("class"), element.get("id")].into_iter().flatten();
    !element.is(&["body", "html"])
        && names.flat_map(|names| names.split(|c: char| !c.is_alphanumeric())).any(|name| {
            ["comment", "comments", "commentlist", "disqus", "replies", "respond", "discussion"]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(name))
        })
}

/// The best part, or its parent where parts beside it are text as well.
fn widened(dom: &Dom, measure: &Measure, best: NodeId) -> NodeId {
    let Some(parent) = dom.parent(best) else {
        return best;
    };
    let has_text = dom
        .children(parent)
        .any(|child| child != best && is_text_beside(dom, measure, best, child));
    if has_text { parent } else { best }
}

/// Whether an element beside the best part is text too.
fn is_text_beside(dom: &Dom, measure: &Measure, best: NodeId, id: NodeId) -> bool {
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
    let titled = dom.elements(best).any(|(_, element)| element.is(&["h1"]));
    if titled && id < best {
        return false;
    }
    let share = measure.prose(id) / measure.prose(best).max(0.1);
    if element.is(&["p"]) {
        return measure.letters(id) > 80 && measure.link_share(id) < 0.25 && share > 0.01;
    }
    let needed = if same_class { SIBLING / 2.0 } else { SIBLING };
    // One paragraph in a box of another kind is a note on the author, or the like.
    let several = || measure.units().filter(|(unit, _)| dom.range(id).contains(unit)).count() > 1;
    let plain = measure.link_share(id) < 0.3 && !is_named_around(element);
    share >= needed && plain && (same_class || share > 0.5 || several())
}

/// Sets apart everything outside the best part, but for what belongs to it.
fn around(dom: &Dom, plan: &mut Plan, measure: &Measure, best: NodeId) {
    let parent = dom.parent(best).unwrap_or(0);
    let beside: Vec<NodeId> = dom
        .children(parent)
        .filter(|child| *child == best || is_text_beside(dom, measure, best, *child))
        .collect();
    let (first, last) =
        (beside.first().copied().unwrap_or(best), beside.last().copied().unwrap_or(best));
    let notes: Vec<NodeId> = plan.notes.keys().copied().collect();
    let keep = |id: NodeId| {
        let element = dom.element(id);
        let heading = element.is_some_and(|e| e.is(&["h1", "h2", "h3", "h4", "hr"]));
        let between = heading && first < id && id < last;
        beside.contains(&id) || between || notes.iter().any(|note| dom.range(id).contains(note))
    };
    let mut inner = best;
    while let Some(up) = dom.parent(inner) {
        for child in dom.children(up) {
            let is_sibling = up == parent && keep(child);
            let has_note = up != parent && notes.iter().any(|note| dom.range(child).contains(note));
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
fn before_title(dom: &Dom, plan: &mut Plan, measure: &Measure, root: NodeId) {
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

/// Whether an element calls itself by a name that things around a text have.
fn is_named_around(element: &Element) -> bool {
    const NAMES: &[&str] = &[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "footer",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
        "share",
        "sharing",
        "social",
        "cookie",
        "cookies",
        "consent",
        "related",
        "comment",
        "comments",
        "disqus",
        "promo",
        "newsletter",
        "subscribe",
        "subscription",
        "signup",
        "sponsor",
        "sponsored",
        "ad",
        "ads",
        "advert",
        "advertisement",
        "recommended",
        "recommendations",
        "popular",
        "trending",
        "tags",
        "toolbar",
        "widget",
        "paywall",
        "banner",
        "bio",
        "print",
        "rating",
        "pagination",
        "pager",
        "skip",
        "hidden",
        "modal",
        "popup",
        "login",
        "signin",
        "taboola",
        "outbrain",
        "utility",
        "byline",
        "caption",
        "credit",
        "teaser",
        "teasers",
        "copyright",
        "disclaimer",
        "more",
        "next",
        "prev",
        "previous",
        "latest",
    ];
    [element.get("class"), element.get("id")].into_iter().flatten().any(|names| {
        names
            .split(|c: char| !c.is_alphanumeric())
            .any(|name| NAMES.iter().any(|n| n.eq_ignore_ascii_case(name)))
    })
}
