//! What stands under pictures that no `figcaption` marks: the few words in the box of a picture.

use std::collections::HashSet;

use super::measure::Measure;
use crate::read::dom::{Dom, NodeId};
use crate::read::elements::is_block;
use crate::read::html::Plan;

/// No caption has more letters.
const LONGEST: u32 = 400;
/// A caption that is no line has no more of the prose of its page.
const MOST: f64 = 0.3;
/// A line has no more letters.
const LINE: u32 = 150;

/// Finds the boxes that hold a picture and what is said of it.
pub(super) fn find(dom: &Dom, plan: &mut Plan, measure: &Measure) {
    let pictures = dom.elements(0).filter(|(_, e)| e.is(&["img", "picture", "video"]));
    let has_words = |up: &NodeId| measure.letters(*up) > 0;
    // Many pictures may stand in one box.
    let boxes: HashSet<NodeId> =
        pictures.filter_map(|(id, _)| dom.ancestors(id).find(has_words)).collect();
    plan.captions.extend(boxes.into_iter().filter(|id| is_caption(dom, measure, *id)));
}

/// Whether the nearest box with words around a picture has only a few.
fn is_caption(dom: &Dom, measure: &Measure, around: NodeId) -> bool {
    let Some(element) = dom.element(around) else { return false };
    // A picture may stand in a paragraph or in a cell.
    let is_box = is_block(&element.name)
        && !element.is(&["p", "li", "td", "body", "main", "article", "section", "header"]);
    let is_loose = dom
        .children(around)
        .any(|child| dom.text_of(child).is_some_and(|text| text.chars().any(char::is_alphabetic)));
    let headed = dom.elements(around).any(|(_, e)| e.is(&["h1", "h2", "h3", "h4", "ul", "ol"]));
    let few =
        measure.letters(around) <= LONGEST && measure.units_in(dom.range(around)).count() <= 2;
    let is_line = measure.letters(around) <= LINE;
    let is_all = !is_line && measure.prose(around) > measure.prose(0) * MOST;
    is_box && !is_loose && !headed && few && !is_all
}
