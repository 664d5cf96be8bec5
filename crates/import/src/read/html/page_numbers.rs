//! The numbers of the pages of a printed book, which stand in the words of its copy.

use std::collections::HashMap;

use crate::boilerplate::is_roman;
use crate::read::dom::{Dom, Element, NodeId};

/// The elements that hold nothing but the number of a page.
pub(super) fn find(dom: &Dom) -> Vec<NodeId> {
    let mut found = Vec::new();
    // Elements of one class, each with its number.
    let mut classes: HashMap<&str, Vec<(NodeId, u32)>> = HashMap::new();
    for (id, element) in dom.elements(0) {
        if is_page_break(element) {
            found.push(id);
            continue;
        }
        if !element.is(&["span", "a", "small", "sup", "i", "em", "b", "div", "p"])
            || dom.range(id).len() > 12
        {
            continue;
        }
        let text = dom.words(id);
        let Some(number) = number(&text) else {
            continue;
        };
        let named = dom
            .elements(id)
            .any(|(_, inner)| inner.get("id").or(inner.get("name")).is_some_and(is_page_name));
        if says_page(&text) || named {
            found.push(id);
        } else if let Some(class) = element.get("class")
            // A number that leads somewhere is the mark of a note.
            && dom.elements(id).all(|(_, inner)| inner.get("href").is_none())
            && !element.is(&["a", "sup"])
        {
            classes.entry(class).or_default().push((id, number));
        }
    }
    // One that is like those that are known, or that counts on from page to page.
    let known: Vec<&str> = found.iter().filter_map(|id| dom.element(*id)?.get("class")).collect();
    for (class, all) in &classes {
        let counts = all.len() > 3
            && all.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if a < b && b - a < 4));
        if counts || known.contains(class) {
            found.extend(all.iter().map(|(id, _)| *id));
        }
    }
    found
}

fn is_page_break(element: &Element) -> bool {
    element.has_word("epub:type", &["pagebreak"]) || element.has_word("role", &["doc-pagebreak"])
}

/// The number that a text is, with what may stand around one.
fn number(text: &str) -> Option<u32> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.to_lowercase();
    let bare = ["page", "pg", "p"].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(&bare);
    let bare = bare.trim_start_matches(['.', ' ', '\u{A0}', '_', '-']);
    if bare.len() <= 4
        && let Ok(number) = bare.parse()
    {
        return Some(number);
    }
    (is_roman(bare) && text.trim().chars().count() <= 12).then_some(0)
}

/// Whether it calls itself a page: `[Pg 23]`.
fn says_page(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let rest = ["page", "pg", "p."].iter().find_map(|word| bare.strip_prefix(word));
    let bracketed = text.trim().starts_with(['[', '{', '(', '|', '<']);
    bracketed
        && rest.is_some_and(|rest| {
            rest.trim_start_matches(['.', ' ', '\u{A0}']).starts_with(|c: char| c.is_ascii_digit())
        })
}

/// `Page_23`, `page23`, `pg-23`.
fn is_page_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let rest = ["page", "pg", "pagina", "seite"].iter().find_map(|word| lower.strip_prefix(word));
    rest.is_some_and(|rest| {
        let rest = rest.trim_start_matches(['_', '-', '.']);
        !rest.is_empty() && (rest.bytes().all(|b| b.is_ascii_digit()) || is_roman(rest))
    })
}
