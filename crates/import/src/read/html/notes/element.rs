//! The element that holds a note, and those that go on with it.

use std::collections::HashMap;

use crate::read::dom::{Dom, NodeId};
use crate::read::elements::is_block;

/// A note has no more further paragraphs.
const MOST_BETWEEN: usize = 6;

/// The nearest block around a node.
pub(super) fn block_of(dom: &Dom, id: NodeId) -> NodeId {
    std::iter::once(id)
        .chain(dom.ancestors(id))
        .find(|id| dom.element(*id).is_some_and(|element| is_block(&element.name)))
        .unwrap_or(0)
}

/// The element that holds the whole note whose target is `target`.
pub(super) fn note_element(dom: &Dom, target: NodeId) -> Option<NodeId> {
    let block = block_of(dom, target);
    let element = dom.element(block)?;
    // `<a id="n1"></a><p>Text</p>`: the target stands before its note.
    let stands_before = block != target && !element.is(&["p", "li", "dd", "dt", "td", "th"]) && {
        let empty = dom.words(target).trim().is_empty();
        empty
            && dom
                .children(block)
                .filter(|child| dom.element(*child).is_some_and(|e| is_block(&e.name)))
                .count()
                > 1
    };
    if stands_before {
        let child = dom.children(block).find(|child| dom.range(*child).contains(&target))?;
        let next = dom.children(block).find(|next| {
            *next > child && dom.element(*next).is_some_and(|element| is_block(&element.name))
        });
        return next;
    }
    // The number may stand in a cell, and the note in the next.
    let row =
        dom.ancestors(block).take(2).find(|up| dom.element(*up).is_some_and(|e| e.is(&["tr"])));
    if element.is(&["td", "th"])
        && let Some(row) = row
    {
        return Some(row);
    }
    // `<li><p id="n1">Text</p><p>More</p></li>` is one note.
    let item = dom.parent(block).filter(|up| {
        dom.element(*up).is_some_and(|e| e.is(&["li", "dd", "aside"]))
            && dom.children(*up).find(|c| dom.element(*c).is_some()) == Some(block)
    });
    Some(item.unwrap_or(block))
}

/// Whether words stand before a node in its block, as they do before a mark.
pub(super) fn follows_words(dom: &Dom, id: NodeId) -> bool {
    let block = block_of(dom, id);
    (block..id).filter_map(|id| dom.text_of(id)).any(|text| text.chars().any(char::is_alphabetic))
}

/// Whether a note starts with its label.
pub(super) fn starts_with_label(dom: &Dom, node: NodeId, label: &str) -> bool {
    let text = dom.words(node);
    let text = text.trim_start_matches(['[', '(', '{', ' ', '\u{A0}', '^']);
    let rest = text.strip_prefix(label);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        || dom.element(node).is_some_and(|element| element.is(&["li"]))
            && ordinal(dom, node).to_string() == label
}

/// The number of an item in its list.
fn ordinal(dom: &Dom, node: NodeId) -> usize {
    let Some(list) = dom.parent(node) else {
        return 0;
    };
    dom.children(list)
        .take_while(|child| *child <= node)
        .filter(|child| dom.element(*child).is_some_and(|element| element.is(&["li"])))
        .count()
}

/// The further paragraphs of a note: those between it and the next, or after a label alone.
pub(super) fn continuation(
    dom: &Dom,
    node: NodeId,
    page: usize,
    notes: &HashMap<(usize, NodeId), usize>,
) -> Vec<NodeId> {
    let later = dom.siblings_after(node).filter(|sibling| dom.element(*sibling).is_some());
    let later: Vec<NodeId> = later.take(MOST_BETWEEN + 1).collect();
    let is_note = |id: &NodeId| {
        let mut inside = dom.range(*id);
        inside.any(|id| notes.contains_key(&(page, id)))
    };
    let is_heading = |id: &NodeId| {
        dom.element(*id)
            .is_some_and(|e| e.is(&["h1", "h2", "h3", "h4", "h5", "h6", "hr", "nav", "section"]))
    };
    let label_alone = dom.words(node).chars().filter(|c| c.is_alphabetic()).count() == 0
        || dom.element(node).is_some_and(|element| element.is(&["dt"]));
    if label_alone {
        return later.into_iter().take(1).filter(|id| !is_note(id) && !is_heading(id)).collect();
    }
    let Some(next) = later.iter().position(is_note) else {
        return Vec::new();
    };
    let between = later.get(..next).unwrap_or_default();
    if between.iter().any(is_heading) || between.len() > MOST_BETWEEN {
        return Vec::new();
    }
    between.to_vec()
}
