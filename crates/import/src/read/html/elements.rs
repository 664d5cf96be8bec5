//! Which elements are open, and what that makes of the text in them.

use std::collections::HashMap;

use crate::block::BlockKind;
use crate::refusal::Refusal;

/// No page that a person wrote nests deeper; browsers stop here too.
const DEEPEST: usize = 512;

/// What an element does to text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Stands on lines of its own.
    Block,
    Inline,
    /// Holds nothing.
    Void,
    /// Holds what nobody reads.
    Skipped,
}

pub(super) fn role(name: &str) -> Role {
    match name {
        "br" | "hr" | "meta" | "link" | "img" | "input" | "area" | "base" | "col" | "embed"
        | "param" | "source" | "track" | "wbr" => Role::Void,
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "head" | "select"
        | "button" | "iframe" | "object" | "textarea" | "title" | "audio" | "video" | "canvas" => {
            Role::Skipped
        }
        "p" | "div" | "section" | "article" | "main" | "body" | "html" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "blockquote" | "pre"
        | "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "caption" | "figure"
        | "figcaption" | "header" | "footer" | "nav" | "aside" | "address" | "form" | "center"
        | "fieldset" | "details" | "summary" => Role::Block,
        _ => Role::Inline,
    }
}

#[derive(Debug)]
struct Open {
    name: String,
    around: bool,
    /// The number of the next item, for a numbered list.
    next: Option<usize>,
}

/// The elements that are open.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<Open>,
    counts: HashMap<String, usize>,
    around: usize,
    skipped: usize,
}

impl Stack {
    pub(super) fn open(&mut self, name: &str, around: bool) -> Result<(), Refusal> {
        self.close_before(name);
        if self.open.len() >= DEEPEST {
            return Err(Refusal::TooDeep(DEEPEST));
        }
        let around = around && !matches!(name, "body" | "html" | "main" | "article")
            || matches!(name, "nav" | "footer" | "aside" | "form");
        self.around += usize::from(around);
        self.skipped += usize::from(role(name) == Role::Skipped);
        *self.counts.entry(name.to_owned()).or_default() += 1;
        let next = (name == "ol").then_some(1);
        self.open.push(Open { name: name.to_owned(), around, next });
        Ok(())
    }

    /// Closes what the start of an element closes: a paragraph, an item, a cell.
    fn close_before(&mut self, name: &str) {
        // The body ends a head that was never closed.
        if name == "body" {
            self.close("head");
        }
        if role(name) == Role::Block {
            self.close_within("p", &["table", "button", "body"]);
        }
        match name {
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
        let near = self
            .open
            .iter()
            .rposition(|open| open.name == name || scopes.contains(&open.name.as_str()));
        if let Some(at) = near
            && self.open.get(at).is_some_and(|open| open.name == name)
        {
            self.cut(at);
        }
    }

    /// Closes the nearest element of that name and all that is open in it.
    pub(super) fn close(&mut self, name: &str) {
        if !self.has(name) {
            return;
        }
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            // An inline end tag does not close the blocks around it.
            let blocks = self.open.iter().skip(at + 1).any(|open| role(&open.name) == Role::Block);
            if role(name) == Role::Block || !blocks {
                self.cut(at);
            }
        }
    }

    fn cut(&mut self, at: usize) {
        for open in self.open.drain(at..) {
            self.around -= usize::from(open.around);
            self.skipped -= usize::from(role(&open.name) == Role::Skipped);
            if let Some(count) = self.counts.get_mut(&open.name) {
                *count -= 1;
            }
        }
    }

    /// Whether an element of that name is open.
    pub(super) fn has(&self, name: &str) -> bool {
        self.counts.get(name).is_some_and(|count| *count > 0)
    }

    pub(super) fn is_skipped(&self) -> bool {
        self.skipped > 0
    }

    /// The label of an item that was opened just now.
    pub(super) fn next_item(&mut self) -> String {
        let list = self.open.iter_mut().rev().find(|open| matches!(&*open.name, "ol" | "ul"));
        match list.and_then(|list| list.next.as_mut()) {
            Some(next) => {
                *next += 1;
                format!("{}. ", *next - 1)
            }
            None => String::new(),
        }
    }

    /// What text is that stands here.
    pub(super) fn kind(&self) -> BlockKind {
        if self.around > 0 {
            return BlockKind::Around;
        }
        for (level, name) in (1..).zip(["h1", "h2", "h3", "h4", "h5", "h6"]) {
            if self.has(name) {
                return BlockKind::Heading(level);
            }
        }
        if self.has("blockquote") {
            BlockKind::Quotation
        } else if self.has("li") {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        }
    }
}
