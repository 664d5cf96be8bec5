//! The heading that the text of a page stands under: the one that says what the page says of itself
//! as its title.

use std::cmp::Reverse;

use crate::read::dom::{Dom, NodeId};
use crate::read::html::Plan;
use crate::read::html::title::{SEPARATORS, plain, tab_title};

/// A title of fewer letters may be any word of a page.
const SHORTEST: usize = 8;
/// A heading that is a part of the title is such a share of it, in percent.
const SHARE: usize = 60;

/// The heading of the text, if the page prints its title.
pub(super) fn find(dom: &Dom, plan: &Plan, title: Option<&str>) -> Option<NodeId> {
    let tab = tab_title(dom);
    let said = [title, tab.as_deref()].into_iter().flatten();
    let said: Vec<String> =
        said.flat_map(parts).map(plain).filter(|title| !title.is_empty()).collect();
    let is_shown = |id: NodeId| {
        !std::iter::once(id)
            .chain(dom.ancestors(id))
            .any(|up| plan.dropped.contains(&up) || plan.apart.contains_key(&up))
    };
    let headings = dom.elements(0).filter(|(_, e)| e.is(&["h1", "h2", "h3"]));
    let fitting = headings.filter_map(|(id, element)| {
        let text = plain(&dom.words(id));
        let fits = said.iter().filter_map(|title| likeness(title, &text)).max()?;
        // Teasers of the page itself are smaller, and lead to it.
        let leads = dom.elements(id).any(|(_, inner)| inner.is(&["a"]));
        // The name of the site stands in the tab as well, and is shorter.
        let length = text.chars().count();
        is_shown(id).then_some((fits, length, element.is(&["h1"]), !leads, Reverse(id)))
    });
    fitting.max().map(|(.., Reverse(id))| id)
}

/// A title, and what stands before and after a sign that may set off the name of the site.
fn parts(title: &str) -> Vec<&str> {
    let cuts = SEPARATORS.iter().filter_map(|separator| title.rsplit_once(separator));
    std::iter::once(title).chain(cuts.flat_map(|(before, after)| [before, after])).collect()
}

/// How much of a title a heading is, in percent.
fn likeness(title: &str, heading: &str) -> Option<usize> {
    let (all, part) = (title.chars().count(), heading.chars().count());
    if title == heading {
        return Some(100);
    }
    let share = part * 100 / all.max(1);
    (part >= SHORTEST && share >= SHARE && title.contains(heading)).then_some(share)
}
