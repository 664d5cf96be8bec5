//! From the tree of a page to its blocks.

use std::ops::Range;

use super::Plan;
use super::lists::List;
use super::pictures::{described, without_loose};
use crate::block::{Block, BlockKind, Line, Page, Place};
use crate::boilerplate::Boilerplate;
use crate::note_mark::{is_mark, mark};
use crate::read::dom::{Dom, Element, NodeId, Step};
use crate::read::elements::{is_block, is_hidden, is_skipped};
use crate::read::prose::is_prose;
use crate::reflow::reflow;

/// A cell of a table that is shorter is no paragraph.
const SHORT_CELL: usize = 60;

/// The blocks of a page, counted from `number`.
pub(in crate::read) fn blocks(dom: &Dom, plan: &Plan, number: usize) -> Vec<Block> {
    let mut writer = Writer::new(dom, plan, number);
    for step in dom.walk(0) {
        match step {
            Step::Enter(id, element) => writer.enter(id, element),
            Step::Leave(element) => writer.leave(element),
            Step::Text(text) => writer.text(text),
        }
    }
    writer.end();
    writer.blocks
}

/// What the elements around a text say of it.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    skipped: bool,
    apart: Option<Boilerplate>,
    heading: Option<u8>,
    quotation: bool,
    item: bool,
    caption: bool,
    cell: bool,
    pre: bool,
    note: Option<usize>,
    /// Whether it is set apart though it stands in a line.
    alone: bool,
    /// Where the text of this element starts.
    from: usize,
}

struct Writer<'a> {
    dom: &'a Dom,
    plan: &'a Plan,
    contexts: Vec<Context>,
    lists: Vec<List>,
    blocks: Vec<Block>,
    text: String,
    /// Where descriptions stand in it for pictures.
    pictures: Vec<Range<usize>>,
    /// The number of an item whose text has not come yet.
    label: Option<String>,
    number: usize,
    /// How many quotations in a line are open.
    quotes: usize,
    marks: [[&'static str; 2]; 2],
}

impl<'a> Writer<'a> {
    fn new(dom: &'a Dom, plan: &'a Plan, number: usize) -> Self {
        let language =
            dom.find("html").and_then(|id| dom.element(id)).and_then(|html| html.get("lang"));
        let marks = match language.and_then(|tag| tag.get(..2)) {
            Some("de") => [["„", "“"], ["‚", "‘"]],
            Some("fr") => [["«\u{A0}", "\u{A0}»"], ["“", "”"]],
            Some("es" | "it" | "pt" | "ru" | "el") => [["«", "»"], ["“", "”"]],
            Some("ja") => [["「", "」"], ["『", "』"]],
            _ => [["“", "”"], ["‘", "’"]],
        };
        Self {
            dom,
            plan,
            contexts: Vec::new(),
            lists: Vec::new(),
            blocks: Vec::new(),
            text: String::new(),
            pictures: Vec::new(),
            label: None,
            number,
            quotes: 0,
            marks,
        }
    }

    fn context(&self) -> Context {
        self.contexts.last().copied().unwrap_or_default()
    }

    fn enter(&mut self, id: NodeId, element: &Element) {
        let name = &*element.name;
        if is_block(name) || name == "hr" {
            self.end();
        }
        let mut context = self.context();
        context.from = self.text.len();
        context.skipped |=
            is_skipped(name) || self.plan.dropped.contains(&id) || is_hidden(element);
        if let Some(kind) = self.plan.apart.get(&id) {
            context.apart = Some(*kind);
            // A link that stands before the blocks of a page is a line of its own.
            context.alone = !is_block(name) && self.text.trim().is_empty();
        } else {
            context.alone = false;
        }
        context.caption |= self.plan.captions.contains(&id);
        if let Some(note) = self.plan.notes.get(&id) {
            context.note = Some(*note);
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).copied().map_or(1, |digit| digit - b'0');
                context.heading.get_or_insert(level);
            }
            "hgroup" => context.heading = Some(1),
            "blockquote" => context.quotation |= is_quotation(self.dom, id),
            "li" | "dd" => context.item = true,
            "figure" | "figcaption" | "caption" => context.caption = true,
            "td" | "th" => context.cell = true,
            "pre" => context.pre = true,
            _ => {}
        }
        let marked = self.plan.marks.get(&id).and_then(|note| mark(*note));
        if let Some(mark) = marked.filter(|_| !context.skipped) {
            self.text.push(mark);
            context.skipped = true;
        }
        self.contexts.push(context);
        if context.skipped {
            return;
        }
        match name {
            "br" if context.pre => self.text.push('\n'),
            "br" if self.text.ends_with('\n') => self.end(),
            "br" if !self.text.is_empty() => self.text.push('\n'),
            "ol" | "ul" => self.lists.push(List::of(element)),
            "li" if context.note.is_none() => self.item(element),
            "img" => self.picture(element),
            "q" => {
                let open = self.marks.get(self.quotes % 2).map_or("“", |pair| pair[0]);
                self.quotes += 1;
                self.write(open);
            }
            _ => {}
        }
    }

    fn leave(&mut self, element: &Element) {
        let name = &*element.name;
        let context = self.contexts.pop().unwrap_or_default();
        if !context.skipped {
            match name {
                "ol" | "ul" => {
                    self.contexts.push(context);
                    self.end();
                    self.contexts.pop();
                    self.lists.pop();
                }
                "sup" => self.raise(context.from),
                "a" => self.bracket(context.from),
                "q" if self.quotes > 0 => {
                    self.quotes -= 1;
                    let close = self.marks.get(self.quotes % 2).map_or("”", |pair| pair[1]);
                    self.write(close);
                }
                _ => {}
            }
        }
        if is_block(name) || context.alone {
            self.contexts.push(context);
            self.end();
            self.contexts.pop();
        }
    }

    fn picture(&mut self, element: &Element) {
        let Some(alt) = described(element.get("alt")).filter(|_| !self.text.is_empty()) else {
            return;
        };
        let from = self.text.len();
        self.text.extend(alt.chars().filter(|c| !is_mark(*c)));
        self.pictures.push(from..self.text.len());
    }

    fn item(&mut self, element: &Element) {
        if let Some(list) = self.lists.last_mut() {
            self.label = list.label(element);
        }
    }

    fn write(&mut self, text: &str) {
        if self.text.is_empty()
            && let Some(label) = self.label.take()
        {
            self.text.push_str(&label);
        }
        self.text.push_str(text);
    }

    fn text(&mut self, text: &str) {
        let context = self.context();
        if context.skipped {
            return;
        }
        if context.pre {
            self.text.extend(text.chars().filter(|c| !is_mark(*c)));
            return;
        }
        for c in text.chars().filter(|c| !is_mark(*c)) {
            // A space that does not break is a character of the text.
            if c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{3000}') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
                continue;
            }
            if self.text.is_empty()
                && let Some(label) = self.label.take()
            {
                self.text.push_str(&label);
            }
            self.text.push(c);
        }
    }

    /// Digits that are set high are written so: they are a power, or the mark of a note.
    fn raise(&mut self, from: usize) {
        let Some(raised) = self.text.get(from..).map(str::trim) else {
            return;
        };
        let is_number =
            (1..=3).contains(&raised.len()) && raised.bytes().all(|b| b.is_ascii_digit());
        if is_number {
            let digits: String = raised.bytes().filter_map(superscript).collect();
            self.text.truncate(from);
            self.text.push_str(&digits);
        }
    }

    /// A link that is a number and leads out of the page is the mark of a note.
    fn bracket(&mut self, from: usize) {
        let Some(bare) = self.text.get(from..).map(str::trim) else {
            return;
        };
        let is_number = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
        let before = self.text.get(..from).unwrap_or_default();
        let follows = before
            .ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ',' | '”' | '"' | ';'));
        if is_number && follows {
            let bracketed = format!(" [{bare}]");
            self.text.truncate(from);
            self.text.push_str(&bracketed);
        }
    }

    fn kind(&self, context: Context, text: &str) -> BlockKind {
        if let Some(apart) = context.apart {
            return BlockKind::Apart(apart);
        }
        if let Some(level) = context.heading {
            return BlockKind::Heading(level);
        }
        if context.caption {
            BlockKind::Caption
        } else if context.cell && text.chars().count() < SHORT_CELL {
            BlockKind::Figure
        } else if context.quotation {
            BlockKind::Quotation
        } else if context.item {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        }
    }

    fn end(&mut self) {
        let text = without_loose(std::mem::take(&mut self.text), &self.pictures);
        self.pictures.clear();
        let context = self.context();
        if text.trim().is_empty() {
            return;
        }
        let place = Place { page: None, line: self.number };
        if context.pre {
            return self.preformatted(&text, context, place);
        }
        let text = text.trim();
        let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let kind = self.kind(context, text);
        let mut block = Block::new(kind, lines.next().unwrap_or_default(), place);
        for line in lines {
            block.push(&Line { place, text: line.into(), style: None });
        }
        block.note = context.note;
        self.blocks.push(block);
        self.number += 1;
    }

    /// A text that was typed with its line breaks is put together as plain text is.
    fn preformatted(&mut self, text: &str, context: Context, place: Place) {
        let lines = text.split('\n').map(|line| Line { place, text: line.into(), style: None });
        let (blocks, _) = reflow(vec![Page { lines: lines.collect() }]);
        let is_prose = is_prose(text);
        for mut block in blocks {
            let kind = self.kind(context, &block.text);
            if !matches!(kind, BlockKind::Paragraph) {
                block.kind = kind;
            } else if !is_prose {
                block.kind = BlockKind::Figure;
            }
            block.note = context.note;
            self.blocks.push(block);
        }
        self.number += 1;
    }
}

/// A page that is indented as a whole is no quotation, and neither is what has headings.
fn is_quotation(dom: &Dom, id: NodeId) -> bool {
    let letters = |id: NodeId| -> usize {
        dom.range(id).filter_map(|id| dom.text_of(id)).map(|text| text.trim().len()).sum()
    };
    let headed = dom.elements(id).any(|(_, element)| element.is(&["h1", "h2", "h3"]));
    !headed && letters(id) * 3 < letters(0) * 2
}

fn superscript(digit: u8) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(usize::from(digit.checked_sub(b'0')?))
}
