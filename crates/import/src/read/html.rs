//! A page of the web: its blocks, its notes, and what is only around them.

mod blocks;
mod content;
mod json_ld;
mod lists;
mod meta;
mod metadata;
mod notes;
mod page_numbers;
mod pictures;
mod title;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::dom::{Dom, NodeId, Step, from_html, from_loose_xml, from_xml};
use super::elements::{is_hidden, is_skipped};
use super::{Body, Label};
use crate::block::Block;
use crate::boilerplate::Boilerplate;
use crate::refusal::Refusal;

pub(super) use blocks::blocks;
pub(super) use notes::link;

/// What was found out about the elements of a page.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What is around the text.
    pub(super) apart: HashMap<NodeId, Boilerplate>,
    /// The marks of notes, with the index of the note.
    pub(super) marks: HashMap<NodeId, usize>,
    /// The notes.
    pub(super) notes: BTreeMap<NodeId, usize>,
    /// What stands under pictures.
    pub(super) captions: HashSet<NodeId>,
    /// What is no part of any text: the numbers of pages, links back from notes.
    pub(super) dropped: HashSet<NodeId>,
}

impl Plan {
    /// Whether a note is among these nodes.
    fn has_note(&self, nodes: Range<NodeId>) -> bool {
        self.notes.range(nodes).next().is_some()
    }
}

/// A page that shows fewer letters, and hides so many times as many, hides its text.
const LEAST_SHOWN: usize = 200;
const MUCH_MORE: usize = 20;

/// A page that was read.
pub(super) struct WebPage {
    pub(super) label: Label,
    pub(super) body: Body<'static>,
    /// The labels of the notes.
    pub(super) notes: Vec<String>,
}

/// Reads a page of the web.
pub(super) fn read(name: &str, text: &str) -> Result<WebPage, Refusal> {
    let mut dom = tree(text, is_xhtml(name, text))?;
    if hides_its_text(&dom) {
        dom.show_all();
    }
    let mut label = metadata::label(&dom);
    let mut links = link(&[(String::new(), &dom)]);
    let mut plan = links.plans.pop().unwrap_or_default();
    plan.dropped.extend(page_numbers::find(&dom));
    let site = title::site(&dom);
    content::find(&dom, &mut plan, label.title.as_deref(), &site);
    metadata::complete(&mut label, &dom, &plan);
    let blocks: Vec<Block> = blocks(&dom, &plan, 1);
    Ok(WebPage { label, body: Body::Blocks(blocks), notes: links.labels })
}

/// The tree of a page; as XML if it is that.
pub(super) fn tree(text: &str, is_xml: bool) -> Result<Dom, Refusal> {
    if !is_xml {
        return from_html(text);
    }
    match from_xml(text)? {
        Some(dom) => Ok(dom),
        None => from_loose_xml(text),
    }
}

/// What is dropped from a page of a book.
pub(super) fn prepare(dom: &Dom, plan: &mut Plan) {
    plan.dropped.extend(page_numbers::find(dom));
    content::navigation(dom, plan);
}

/// Whether hardly a word of a page is shown before a program of its own shows the others.
fn hides_its_text(dom: &Dom) -> bool {
    let (mut shown, mut hidden) = (0, 0);
    let (mut depth, mut hiding, mut skipping) = (0_usize, None, None);
    for step in dom.walk(0) {
        match step {
            Step::Enter(_, element) => {
                depth += 1;
                if is_hidden(element) {
                    hiding.get_or_insert(depth);
                }
                if is_skipped(&element.name) {
                    skipping.get_or_insert(depth);
                }
            }
            Step::Leave(_) => {
                hiding = hiding.filter(|outer| *outer < depth);
                skipping = skipping.filter(|outer| *outer < depth);
                depth = depth.saturating_sub(1);
            }
            Step::Text(_) if skipping.is_some() => {}
            Step::Text(text) if hiding.is_some() => hidden += text.trim().len(),
            Step::Text(text) => shown += text.trim().len(),
        }
    }
    shown < LEAST_SHOWN && hidden > shown * MUCH_MORE
}

fn is_xhtml(name: &str, text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    name.to_ascii_lowercase().ends_with(".xhtml") || start.starts_with("<?xml")
}
