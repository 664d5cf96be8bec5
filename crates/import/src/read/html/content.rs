//! Which part of a page is its text. What an element holds decides, and where it stands: how much
//! prose there is in it, how much of that is links, and what is beside it. What it calls itself
//! only tips the scales.

mod anchor;
mod captions;
mod measure;
mod trim;

use std::collections::HashMap;
use std::ops::Range;

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
/// The same where the heading of the text stands elsewhere.
const MOST_BESIDE: f64 = 0.8;
/// Of a text hardly so much stands before its heading.
const BEFORE: f64 = 0.3;
/// A line that names the site has no more letters.
const SITE_LINE: usize = 80;

/// Sets apart what is not the text of a page of the web.
pub(super) fn find(dom: &Dom, plan: &mut Plan, title: Option<&str>, site: &[String]) {
    let mut measure = Measure::of(dom, plan);
    let anchor = anchor::find(dom, plan, title);
    set_apart(dom, plan, &measure, anchor, &is_around);
    if let Some(anchor) = anchor {
        answers_apart(dom, plan, &measure, anchor);
        site_line(dom, plan, anchor, site);
    }
    measure = Measure::of(dom, plan);
    captions::find(dom, plan, &measure);
    plan.dropped.extend(trim::edit_links(dom, plan));
    let total = measure.prose(0);
    if total >= LEAST_PROSE
        && let Some(best) = best(dom, &measure, anchor)
    {
        let best = lifted(dom, &measure, best);
        around(dom, plan, &measure, anchor, best);
        let root = widened(dom, &measure, anchor, best);
        before_title(dom, plan, &measure, root);
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

/// The element with the densest prose, near the heading of the text if that is known.
fn best(dom: &Dom, measure: &Measure, anchor: Option<NodeId>) -> Option<NodeId> {
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
    let is_other = article(dom, anchor).is_some()
        && article(dom, densest).is_some_and(|other| !dom.range(other).contains(&anchor));
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

/// Sets apart what readers answered to the text under the heading, where there is such a text.
fn answers_apart(dom: &Dom, plan: &mut Plan, measure: &Measure, anchor: NodeId) {
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
fn site_line(dom: &Dom, plan: &mut Plan, anchor: NodeId, site: &[String]) {
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

/// Whether a node stands among the answers of readers.
pub(super) fn is_in_answers(dom: &Dom, id: NodeId) -> bool {
    let mut around = std::iter::once(id).chain(dom.ancestors(id)).filter_map(|id| dom.element(id));
    around.any(is_named_answers)
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

/// The outermost element that holds hardly more than the best part: beside that there may be text.
fn lifted(dom: &Dom, measure: &Measure, best: NodeId) -> NodeId {
    let letters = measure.letters(best);
    let is_same = |up: &NodeId| {
        measure.letters(*up) * 50 <= letters * 51
            && dom.element(*up).is_some_and(|e| !e.is(&["body", "html", "article", "main"]))
    };
    dom.ancestors(best).take_while(is_same).last().unwrap_or(best)
}

/// The best part, or its parent where parts beside it are text as well.
fn widened(dom: &Dom, measure: &Measure, anchor: Option<NodeId>, best: NodeId) -> NodeId {
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
    if titled && (id < best || element.is(&["article"])) {
        return false;
    }
    let share = measure.prose(id) / measure.prose(best).max(0.1);
    if element.is(&["p"]) {
        return measure.letters(id) > 80 && measure.link_share(id) < 0.25 && share > 0.01;
    }
    let needed = if same_class { SIBLING / 2.0 } else { SIBLING };
    // One paragraph in a box of another kind is a note on the author, or the like.
    let several = || measure.units_in(dom.range(id)).nth(1).is_some();
    let plain = measure.link_share(id) < 0.3 && !is_named_around(element);
    share >= needed && plain && (same_class || share > 0.5 || several())
}

/// Whether a node is a sentence that stands in no element of its own.
fn is_loose_prose(dom: &Dom, id: NodeId) -> bool {
    dom.text_of(id).is_some_and(|text| text.trim().chars().count() > 80)
}

/// Sets apart everything outside the best part, but for what belongs to it.
fn around(dom: &Dom, plan: &mut Plan, measure: &Measure, anchor: Option<NodeId>, best: NodeId) {
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
