//! Trees of HTML: what its author left open is closed where a browser closes it.

use std::collections::HashMap;

use super::{Dom, Element};
use crate::read::elements::{is_block, is_void};
use crate::read::html_tokens::{HtmlToken, loose_tokens, tokens};
use crate::refusal::Refusal;

/// The tree of a page in HTML.
///
/// # Errors
/// It nests too deep.
pub(in crate::read) fn from_html(text: &str) -> Result<Dom, Refusal> {
    build(tokens(text), false)
}

/// The tree of a text that should be XML and is not well-formed: elements may close themselves.
///
/// # Errors
/// It nests too deep.
pub(in crate::read) fn from_loose_xml(text: &str) -> Result<Dom, Refusal> {
    build(loose_tokens(text), true)
}

fn build(tokens: impl Iterator<Item = HtmlToken>, is_xml: bool) -> Result<Dom, Refusal> {
    let mut builder = Builder { dom: Dom::new(), counts: HashMap::new() };
    for token in tokens {
        match token {
            HtmlToken::Open(tag) => {
                let closed = tag.closed && (is_xml || tag.name.contains(':'));
                let mut element = Element::new(&tag.name);
                for (name, value) in tag.attributes() {
                    element.push(&name, &value);
                }
                builder.open(element, closed)?;
            }
            HtmlToken::Close(name) => {
                builder.close(&name.rsplit(':').next().unwrap_or(&name).to_ascii_lowercase());
            }
            HtmlToken::Text(text) => builder.dom.text(&text),
        }
    }
    Ok(builder.dom.finish())
}

struct Builder {
    dom: Dom,
    /// How many elements of a name are open.
    counts: HashMap<Box<str>, usize>,
}

impl Builder {
    fn open(&mut self, element: Element, closed: bool) -> Result<(), Refusal> {
        self.close_before(&element.name);
        if closed || is_void(&element.name) {
            self.dom.empty(element);
        } else {
            *self.counts.entry(element.name.clone()).or_default() += 1;
            self.dom.open(element)?;
        }
        Ok(())
    }

    /// Closes what the start of an element closes: a paragraph, an item, a cell.
    fn close_before(&mut self, name: &str) {
        // The body ends a head that was never closed.
        if name == "body" {
            self.close("head");
        }
        if is_block(name) {
            self.close_within("p", &["table", "button", "body"]);
        }
        match name {
            "a" => self
                .close_within("a", &["td", "th", "li", "div", "p", "table", "section", "article"]),
            "li" => self.close_within("li", &["ul", "ol"]),
            "dt" | "dd" => {
                self.close_within("dt", &["dl"]);
                self.close_within("dd", &["dl"]);
            }
            "td" | "th" => {
                self.close_within("td", &["tr", "table"]);
                self.close_within("th", &["tr", "table"]);
            }
            "tr" => self.close_within("tr", &["table"]),
            "tbody" | "tfoot" => {
                self.close_within("thead", &["table"]);
                self.close_within("tbody", &["table"]);
            }
            "option" => self.close_within("option", &["select"]),
            _ => {}
        }
    }

    /// Closes the nearest element of that name, unless one of `scopes` is nearer.
    fn close_within(&mut self, name: &str, scopes: &[&str]) {
        if !self.has(name) {
            return;
        }
        let near = self.position(|open| open == name || scopes.contains(&open));
        if let Some(at) = near
            && self.name(at) == name
        {
            self.cut(at);
        }
    }

    /// Closes the nearest element of that name and all that is open in it.
    fn close(&mut self, name: &str) {
        if !self.has(name) {
            return;
        }
        if let Some(at) = self.position(|open| open == name) {
            // An inline end tag does not close the blocks around it.
            let blocks = (at + 1..self.dom.open.len()).any(|at| is_block(self.name(at)));
            if is_block(name) || !blocks {
                self.cut(at);
            }
        }
    }

    fn position(&self, is: impl Fn(&str) -> bool) -> Option<usize> {
        (1..self.dom.open.len()).rev().find(|at| is(self.name(*at)))
    }

    fn name(&self, at: usize) -> &str {
        let element = self.dom.open.get(at).and_then(|id| self.dom.element(*id));
        element.map_or("", |element| &*element.name)
    }

    fn has(&self, name: &str) -> bool {
        self.counts.get(name).is_some_and(|count| *count > 0)
    }

    fn cut(&mut self, at: usize) {
        while self.dom.open.len() > at.max(1) {
            let name = self.name(self.dom.open.len() - 1).to_owned();
            if let Some(count) = self.counts.get_mut(name.as_str()) {
                *count -= 1;
            }
            self.dom.close();
        }
    }
}
