//! Notes by their links: the mark leads to the note, and often the note leads back.

mod element;

use std::collections::HashMap;

use super::Plan;
use crate::read::dom::{Dom, Element, NodeId};
use crate::read::elements::is_block;
use element::{block_of, continuation, follows_words, note_element, starts_with_label};

/// The label of a note has at most so many characters.
const LONGEST_LABEL: usize = 5;
/// More notes no book has.
const MOST: usize = 60_000;

/// The notes of all pages of a book, or of one page.
#[derive(Debug, Default)]
pub(in crate::read) struct Links {
    /// For each page what was found in it.
    pub(in crate::read) plans: Vec<Plan>,
    /// The label of each note.
    pub(in crate::read) labels: Vec<String>,
}

/// A place in the pages.
type Spot = (usize, NodeId);

/// A link that may be the mark of a note.
struct Reference {
    at: Spot,
    label: String,
    target: Spot,
    /// Whether the page says that it is one.
    said: bool,
}

/// Ties marks to notes. Each page comes with its name in the book.
pub(in crate::read) fn link(pages: &[(String, &Dom)]) -> Links {
    let finder = Finder::new(pages);
    let mut links =
        Links { plans: pages.iter().map(|_| Plan::default()).collect(), labels: Vec::new() };
    let mut notes: HashMap<Spot, usize> = HashMap::new();
    let mut starts: Vec<Spot> = Vec::new();
    for reference in finder.references() {
        let Some(note) = finder.note(&reference) else {
            continue;
        };
        if links.labels.len() >= MOST {
            break;
        }
        let index = *notes.entry(note).or_insert_with(|| {
            links.labels.push(reference.label.clone());
            starts.push(note);
            links.labels.len() - 1
        });
        let (page, node) = finder.outer_mark(&reference);
        if let Some(plan) = links.plans.get_mut(page) {
            plan.marks.insert(node, index);
        }
    }
    for (index, (page, node)) in starts.iter().copied().enumerate() {
        let (Some((_, dom)), Some(plan)) = (pages.get(page), links.plans.get_mut(page)) else {
            continue;
        };
        plan.notes.insert(node, index);
        plan.dropped.extend(finder.links_back(page, node));
        for next in continuation(dom, node, page, &notes) {
            plan.notes.insert(next, index);
            plan.dropped.extend(finder.links_back(page, next));
        }
    }
    links
}

struct Finder<'a> {
    pages: &'a [(String, &'a Dom)],
    names: HashMap<&'a str, usize>,
    ids: HashMap<(usize, &'a str), NodeId>,
}

impl<'a> Finder<'a> {
    fn new(pages: &'a [(String, &'a Dom)]) -> Self {
        let names =
            pages.iter().enumerate().map(|(index, (name, _))| (name.as_str(), index)).collect();
        let mut ids = HashMap::new();
        for (page, (_, dom)) in pages.iter().enumerate() {
            for (node, element) in dom.elements(0) {
                let name = element.get("name").filter(|_| element.is(&["a"]));
                for id in [element.get("id"), element.get("xml:id"), name].into_iter().flatten() {
                    ids.entry((page, id)).or_insert(node);
                }
            }
        }
        Self { pages, names, ids }
    }

    /// Where a link leads, if that is in these pages.
    fn target(&self, page: usize, href: &str) -> Option<Spot> {
        let (path, fragment) = href.split_once('#')?;
        let other = if path.is_empty() || self.pages.len() == 1 {
            page
        } else {
            let base = &self.pages.get(page)?.0;
            let name = crate::read::unzip::resolve(base, path).ok()?;
            *self.names.get(name.as_str())?
        };
        let find = |id: &str| self.ids.get(&(other, id)).copied();
        let node =
            find(fragment).or_else(|| find(&crate::read::unzip::percent_decoded(fragment)))?;
        Some((other, node))
    }

    /// All links that look like marks, in order.
    fn references(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        for (page, (_, dom)) in self.pages.iter().enumerate() {
            for (node, element) in dom.elements(0).filter(|(_, element)| element.is(&["a"])) {
                let Some(target) = element.get("href").and_then(|href| self.target(page, href))
                else {
                    continue;
                };
                let said = is_said(element, &["noteref"], &["doc-noteref"])
                    || dom
                        .parent(node)
                        .and_then(|up| dom.element(up))
                        .is_some_and(|up| is_said(up, &["noteref"], &["doc-noteref"]));
                let text = dom.words(node);
                let label = text.trim_matches(['[', ']', '(', ')', ' ', '{', '}', '.', '\u{A0}']);
                let is_label = !label.is_empty()
                    && label.chars().count() <= LONGEST_LABEL
                    && (label
                        .chars()
                        .all(|c| c.is_ascii_digit() || "*†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c))
                        || label.chars().count() == 1
                        || crate::boilerplate::is_roman(label)
                        || (label.chars().any(|c| c.is_ascii_digit())
                            && label.chars().all(char::is_alphanumeric)));
                if is_label || (said && !label.is_empty() && label.chars().count() <= 12) {
                    found.push(Reference {
                        at: (page, node),
                        label: label.to_owned(),
                        target,
                        said,
                    });
                }
            }
        }
        found
    }

    /// The element that is the note a link leads to; nothing if it is no note.
    fn note(&self, reference: &Reference) -> Option<Spot> {
        let (page, target) = reference.target;
        let dom = self.pages.get(page)?.1;
        let said = reference.said
            || std::iter::once(target).chain(dom.ancestors(target).take(4)).any(|id| {
                dom.element(id).is_some_and(|element| {
                    let types = [
                        "footnote",
                        "endnote",
                        "rearnote",
                        "footnotes",
                        "endnotes",
                        "rearnotes",
                        "note",
                    ];
                    is_said(element, &types, &["doc-footnote", "doc-endnote", "doc-endnotes"])
                })
            });
        // A link that leads backwards leads from a note.
        if !said && reference.target < reference.at {
            return None;
        }
        let node = note_element(dom, target)?;
        let element = dom.element(node)?;
        let holds_mark = page == reference.at.0 && dom.range(node).contains(&reference.at.1);
        if holds_mark || element.is(&["h1", "h2", "h3", "h4", "h5", "h6", "body", "html"]) {
            return None;
        }
        let evidence = said
            || self.leads_back(page, node, reference)
            || (follows_words(self.pages.get(reference.at.0)?.1, reference.at.1)
                && starts_with_label(dom, node, &reference.label));
        evidence.then_some((page, node))
    }

    /// Whether a note has a link to the block that its mark is in.
    fn leads_back(&self, page: usize, node: NodeId, reference: &Reference) -> bool {
        let Some((_, dom)) = self.pages.get(page) else {
            return false;
        };
        let (home, mark) = reference.at;
        let Some((_, marked)) = self.pages.get(home) else {
            return false;
        };
        let block = block_of(marked, mark);
        let near = marked.range(block);
        dom.elements(node).filter(|(_, element)| element.is(&["a"])).any(|(_, element)| {
            let target = element.get("href").and_then(|href| self.target(page, href));
            target.is_some_and(|(to, id)| to == home && near.contains(&id))
        })
    }

    /// The links in a note that lead back to its mark: they are short, and are no words of it.
    fn links_back(&self, page: usize, node: NodeId) -> Vec<NodeId> {
        let Some((_, dom)) = self.pages.get(page) else {
            return Vec::new();
        };
        let links = dom.elements(node).filter(|(_, element)| element.is(&["a"]));
        links
            .filter(|(id, element)| {
                let said = is_said(element, &["backlink", "referrer"], &["doc-backlink"]);
                let target = element.get("href").and_then(|href| self.target(page, href));
                let text = dom.words(*id);
                let short = text.chars().filter(|c| c.is_alphabetic()).count() <= 12;
                said || (short && target.is_some_and(|to| to < (page, node)))
            })
            .map(|(id, _)| id)
            .collect()
    }

    /// The outermost element that holds nothing but the mark: `<sup>[<a>1</a>]</sup>`.
    fn outer_mark(&self, reference: &Reference) -> Spot {
        let (page, node) = reference.at;
        let Some((_, dom)) = self.pages.get(page) else {
            return reference.at;
        };
        let text = dom.words(node);
        let outer = dom.ancestors(node).take_while(|up| {
            dom.element(*up).is_some_and(|element| !is_block(&element.name))
                && dom.words(*up).trim_matches(['[', ']', '(', ')', ' '])
                    == text.trim_matches(['[', ']', '(', ')', ' '])
        });
        (page, outer.last().unwrap_or(node))
    }
}

/// Whether an element says of itself what it is, as EPUB 3 and ARIA do.
fn is_said(element: &Element, types: &[&str], roles: &[&str]) -> bool {
    element.has_word("epub:type", types) || element.has_word("role", roles)
}
