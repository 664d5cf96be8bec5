//! A page as a tree of elements. The nodes are in one list in the order of the page, so nothing
//! recurses and the descendants of a node come right after it.

mod html;
mod xml;

use std::ops::Range;

use crate::refusal::Refusal;

pub(super) use html::{from_html, from_loose_xml};
pub(super) use xml::from_xml;

/// No page that a person wrote nests deeper; browsers stop here too.
const DEEPEST: usize = 512;

/// The index of a node.
pub(super) type NodeId = usize;

/// A tree; node 0 holds all others.
#[derive(Debug)]
pub(super) struct Dom {
    nodes: Vec<Node>,
    /// The elements that are open while the tree is built.
    open: Vec<NodeId>,
}

#[derive(Debug)]
struct Node {
    parent: u32,
    /// One past the last descendant.
    end: u32,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Element(Box<Element>),
    Text(Box<str>),
}

/// An element with its attributes.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The name in small letters, without a namespace.
    pub(super) name: Box<str>,
    attributes: Vec<(Box<str>, Box<str>)>,
}

impl Element {
    pub(super) fn new(name: &str) -> Self {
        let local = name.rsplit(':').next().unwrap_or(name);
        Self { name: local.to_ascii_lowercase().into(), attributes: Vec::new() }
    }

    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.attributes.push((name.to_ascii_lowercase().into(), value.into()));
    }

    /// The value of an attribute, by its full name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| &**key == name).map(|(_, value)| &**value)
    }

    /// Whether a list of words, such as `class` or `role`, has one of these.
    pub(super) fn has_word(&self, attribute: &str, words: &[&str]) -> bool {
        self.get(attribute).is_some_and(|all| {
            all.split_ascii_whitespace()
                .any(|word| words.iter().any(|w| w.eq_ignore_ascii_case(word)))
        })
    }

    pub(super) fn is(&self, names: &[&str]) -> bool {
        names.contains(&&*self.name)
    }

    /// Takes away what hides it.
    fn show(&mut self) {
        self.attributes.retain(|(key, _)| !matches!(&**key, "hidden" | "style"));
    }
}

/// One step of a walk through a tree.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    Enter(NodeId, &'a Element),
    Leave(&'a Element),
    Text(&'a str),
}

impl Dom {
    fn new() -> Self {
        let root = Node { parent: 0, end: 1, kind: Kind::Element(Box::default()) };
        Self { nodes: vec![root], open: vec![0] }
    }

    fn open(&mut self, element: Element) -> Result<NodeId, Refusal> {
        if self.open.len() > DEEPEST {
            return Err(Refusal::TooDeep(DEEPEST));
        }
        let id = self.add(Kind::Element(Box::new(element)));
        self.open.push(id);
        Ok(id)
    }

    /// Adds an element that holds nothing.
    fn empty(&mut self, element: Element) {
        self.add(Kind::Element(Box::new(element)));
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.add(Kind::Text(text.into()));
        }
    }

    fn add(&mut self, kind: Kind) -> NodeId {
        let id = self.nodes.len();
        let parent = self.open.last().copied().unwrap_or(0) as u32;
        self.nodes.push(Node { parent, end: id as u32 + 1, kind });
        id
    }

    /// Closes the innermost element.
    fn close(&mut self) {
        let end = self.nodes.len() as u32;
        if self.open.len() > 1
            && let Some(node) = self.open.pop().and_then(|id| self.nodes.get_mut(id))
        {
            node.end = end;
        }
    }

    /// Closes all that is open.
    fn finish(mut self) -> Self {
        while self.open.len() > 1 {
            self.close();
        }
        let end = self.nodes.len() as u32;
        if let Some(root) = self.nodes.first_mut() {
            root.end = end;
        }
        self
    }

    /// Shows what the page hides.
    pub(super) fn show_all(&mut self) {
        for node in &mut self.nodes {
            if let Kind::Element(element) = &mut node.kind {
                element.show();
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.nodes.get(id)?.kind {
            Kind::Element(element) => Some(element),
            Kind::Text(_) => None,
        }
    }

    pub(super) fn text_of(&self, id: NodeId) -> Option<&str> {
        match &self.nodes.get(id)?.kind {
            Kind::Element(_) => None,
            Kind::Text(text) => Some(text),
        }
    }

    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        (id != 0).then(|| self.nodes.get(id).map(|node| node.parent as usize)).flatten()
    }

    /// The node itself and everything in it.
    pub(super) fn range(&self, id: NodeId) -> Range<NodeId> {
        id..self.nodes.get(id).map_or(id, |node| node.end as usize)
    }

    /// The parents of a node, the nearest first.
    pub(super) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(id), |id| self.parent(*id))
    }

    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let range = self.range(id);
        let first = (range.len() > 1).then_some(range.start + 1);
        std::iter::successors(first, move |child| {
            let next = self.range(*child).end;
            (next < range.end).then_some(next)
        })
    }

    /// The nodes that come after one in the same parent.
    pub(super) fn siblings_after(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.parent(id).map_or(0, |up| self.range(up).end);
        let next = move |id: &NodeId| {
            let next = self.range(*id).end;
            (next < end).then_some(next)
        };
        std::iter::successors(next(&id), next)
    }

    /// The elements in a node, and the node itself, in order.
    pub(super) fn elements(&self, id: NodeId) -> impl Iterator<Item = (NodeId, &Element)> {
        self.range(id).filter_map(|id| Some((id, self.element(id)?)))
    }

    /// The first element of a name.
    pub(super) fn find(&self, name: &str) -> Option<NodeId> {
        self.elements(0).find(|(_, element)| &*element.name == name).map(|(id, _)| id)
    }

    /// The words in a node, with one space between them.
    pub(super) fn words(&self, id: NodeId) -> String {
        let mut text = String::new();
        let mut at = self.range(id);
        while let Some(id) = at.next() {
            if let Some(element) = self.element(id) {
                if element.is(&["script", "style", "template", "noscript", "rt", "rp"]) {
                    at = self.range(id).end..at.end;
                } else if !super::elements::is_inline(&element.name) {
                    text.push(' ');
                }
            } else if let Some(piece) = self.text_of(id) {
                text.push_str(piece);
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Everything in a node, in order.
    pub(super) fn walk(&self, from: NodeId) -> impl Iterator<Item = Step<'_>> {
        let range = self.range(from);
        let mut at = range.start;
        let mut open: Vec<NodeId> = Vec::new();
        std::iter::from_fn(move || {
            if let Some(last) = open.last().copied()
                && self.range(last).end <= at
            {
                open.pop();
                return self.element(last).map(Step::Leave);
            }
            if at >= range.end {
                return None;
            }
            let id = at;
            at += 1;
            match &self.nodes.get(id)?.kind {
                Kind::Element(element) => {
                    open.push(id);
                    Some(Step::Enter(id, element))
                }
                Kind::Text(text) => Some(Step::Text(text)),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree as a line: `div(p("text"))`.
    fn line(dom: &Dom) -> String {
        let mut line = String::new();
        for step in dom.walk(0).skip(1) {
            match step {
                Step::Enter(_, element) => line.push_str(&format!("{}(", element.name)),
                Step::Leave(element) if !element.name.is_empty() => line.push(')'),
                Step::Leave(_) => {}
                Step::Text(text) => line.push_str(text.trim()),
            }
        }
        line
    }

    #[test]
    fn html_closes_what_its_author_did_not() {
        for (text, expected) in [
            ("<p>one<p>two", "p(one)p(two)"),
            ("<ul><li>one<li>two</ul>", "ul(li(one)li(two))"),
            ("<p>one<div>two</div>three", "p(one)div(two)three"),
            ("<b><p>one</b>two</p>", "b(p(onetwo))"),
            (
                "<table><tr><td>one<td>two<tr><td>three</table>",
                "table(tr(td(one)td(two))tr(td(three)))",
            ),
            ("<a name=x>one<a href=y>two</a>", "a(one)a(two)"),
            (
                "<script>if (a < b) { say('<p>') }</script>one",
                "script(if (a < b) { say('<p>') })one",
            ),
        ] {
            assert_eq!(line(&from_html(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn xml_closes_what_its_author_did() {
        for (text, expected) in [
            (
                "<html><head><title/></head><body><p>one</p></body></html>",
                "html(head(title())body(p(one)))",
            ),
            ("<p>one<iframe src='x'/>two&amp;&#x33;</p>", "p(oneiframe()two&3)"),
            ("<x:p><![CDATA[a < b]]></x:p>", "p(a < b)"),
        ] {
            assert_eq!(line(&from_xml(text).unwrap().unwrap()), expected, "{text}");
        }
        assert!(from_xml("<p>one<b>two</p>").unwrap().is_none());
        assert_eq!(
            line(&from_loose_xml("<title/><p>one<b>two</p>").unwrap()),
            "title()p(oneb(two))"
        );
    }
}
