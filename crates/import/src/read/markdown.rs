//! Markdown, by `pulldown-cmark`.

mod front_matter;
mod notation;

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html;
use super::prose::is_prose;
use super::{Body, Label};
use crate::block::{Block, BlockKind, Line, Page, Place};
use crate::boilerplate::Boilerplate;
use crate::note_mark::{is_mark, mark};
use crate::reflow::reflow;
use crate::refusal::Refusal;

/// A longer label of a note is a name for the writer alone.
const LONGEST_LABEL: usize = 4;

/// Reads the blocks of a text in Markdown, and the labels of its notes.
pub(super) fn read(text: &str) -> Result<(Label, Body<'static>, Vec<String>), Refusal> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let (label, text) = front_matter::take(&text);
    let text = notation::without(text);
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TABLES
        | Options::ENABLE_WIKILINKS;
    let mut reader = Reader { number: 1, ..Reader::default() };
    for event in Parser::new_ext(&text, options) {
        reader.event(event)?;
    }
    reader.end();
    Ok((label, Body::Blocks(reader.blocks), reader.notes))
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    text: String,
    kind: Option<BlockKind>,
    number: usize,
    quotes: usize,
    /// The next number of each list around, or nothing for one without numbers.
    lists: Vec<Option<u64>>,
    skip: usize,
    /// How many links are open and were, and how many letters of `text` stand in them.
    in_link: usize,
    links: usize,
    linked: usize,
    /// The labels of the notes, and the one that is being read.
    notes: Vec<String>,
    numbers: HashMap<String, usize>,
    note: Option<usize>,
    /// Lines of code, and whether they are only indented.
    code: Option<(String, bool)>,
    /// HTML that is a block of its own.
    html: Option<String>,
    /// Where a raised number starts in `text`.
    raised: Option<usize>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.stop(tag)?,
            Event::Text(text) | Event::Code(text) if self.skip == 0 => self.text(&text),
            Event::Html(text) => {
                if let Some(html) = &mut self.html {
                    html.push_str(&text);
                }
            }
            Event::InlineHtml(tag) if self.skip == 0 => self.inline(&tag),
            Event::FootnoteReference(label) if self.skip == 0 => {
                let note = self.note_of(&label);
                self.text.extend(mark(note));
            }
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match &mut self.code {
            Some((code, _)) => code.push_str(text),
            None => {
                self.text.extend(text.chars().filter(|c| !is_mark(*c)));
                if self.in_link > 0 {
                    self.linked += text.chars().filter(|c| c.is_alphanumeric()).count();
                }
            }
        }
    }

    fn note_of(&mut self, label: &str) -> usize {
        *self.numbers.entry(label.to_owned()).or_insert_with(|| {
            // What is a name only for the writer is shown as a number.
            let is_shown = label.chars().count() <= LONGEST_LABEL
                && label.chars().all(|c| c.is_alphanumeric() || "*†‡§".contains(c));
            let number = (self.notes.len() + 1).to_string();
            self.notes.push(if is_shown { label.to_owned() } else { number });
            self.notes.len() - 1
        })
    }

    /// A tag in a line: only raised numbers mean something here.
    fn inline(&mut self, tag: &str) {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("<sup") {
            self.raised = Some(self.text.len());
        } else if tag.starts_with("</sup")
            && let Some(from) = self.raised.take()
            && let Some(raised) = self.text.get(from..).map(str::trim)
            && (1..=3).contains(&raised.len())
            && raised.bytes().all(|b| b.is_ascii_digit())
        {
            let digits = raised.bytes().map(|digit| usize::from(digit - b'0'));
            let digits: String =
                digits.filter_map(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit)).collect();
            self.text.truncate(from);
            self.text.push_str(&digits);
        } else if tag.starts_with("<br") {
            self.text.push(' ');
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(depth(*level))),
            Tag::BlockQuote(_) => {
                self.end();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.end();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.open(BlockKind::Item);
                if let Some(Some(next)) = self.lists.last_mut() {
                    self.text.push_str(&format!("{next}. "));
                    *next += 1;
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.end();
                self.note = Some(self.note_of(label));
            }
            Tag::Paragraph if self.text.trim().is_empty() => {
                let kind =
                    if self.quotes > 0 { BlockKind::Quotation } else { BlockKind::Paragraph };
                self.open(kind);
            }
            // The first paragraph of an item or a note goes on where the label stands.
            Tag::Paragraph => {}
            Tag::TableCell if !self.text.is_empty() => self.text.push(' '),
            Tag::TableRow | Tag::TableHead => self.open(BlockKind::Figure),
            Tag::CodeBlock(kind) => {
                self.end();
                self.code = Some((String::new(), matches!(kind, CodeBlockKind::Indented)));
            }
            Tag::HtmlBlock => {
                self.end();
                self.html = Some(String::new());
            }
            Tag::Link { .. } => {
                self.in_link += 1;
                self.links += 1;
            }
            Tag::Image { .. } | Tag::MetadataBlock(_) => self.skip += 1,
            _ => {}
        }
    }

    fn stop(&mut self, tag: TagEnd) -> Result<(), Refusal> {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.end();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::Image | TagEnd::MetadataBlock(_) => self.skip = self.skip.saturating_sub(1),
            TagEnd::Link => self.in_link = self.in_link.saturating_sub(1),
            TagEnd::CodeBlock => self.code(),
            TagEnd::HtmlBlock => self.html()?,
            TagEnd::FootnoteDefinition => {
                self.end();
                self.note = None;
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableRow
            | TagEnd::TableHead => self.end(),
            _ => {}
        }
        Ok(())
    }

    /// What is only indented is prose if it reads like prose.
    fn code(&mut self) {
        let Some((code, indented)) = self.code.take() else {
            return;
        };
        let place = Place { page: None, line: self.number };
        let lines = code.split('\n').map(|line| Line { place, text: line.into(), style: None });
        let (blocks, _) = reflow(vec![Page { lines: lines.collect() }]);
        let prose = is_prose(&code) && (indented || code.split_whitespace().count() > 12);
        for mut block in blocks {
            block.note = self.note;
            if !prose {
                block.kind = BlockKind::Figure;
            }
            self.blocks.push(block);
        }
        self.number += 1;
    }

    /// HTML between paragraphs is read as a page of the web is.
    fn html(&mut self) -> Result<(), Refusal> {
        let Some(text) = self.html.take() else {
            return Ok(());
        };
        let dom = html::tree(&text, false)?;
        let mut plan = html::Plan::default();
        html::prepare(&dom, &mut plan);
        for mut block in html::blocks(&dom, &plan, self.number) {
            block.note = block.note.or(self.note);
            self.blocks.push(block);
        }
        self.number += 1;
        Ok(())
    }

    fn open(&mut self, kind: BlockKind) {
        self.end();
        self.kind = Some(kind);
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let kind = self.kind.take().unwrap_or(BlockKind::Paragraph);
        self.raised = None;
        let (links, linked) = (std::mem::take(&mut self.links), std::mem::take(&mut self.linked));
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let place = Place { page: None, line: self.number };
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        // A line that is nothing but links leads through a site.
        let leads = links > 1 && linked * 10 >= letters * 8 && kind == BlockKind::Paragraph;
        let kind = if leads { BlockKind::Apart(Boilerplate::Navigation) } else { kind };
        let mut block = Block::new(kind, text, place);
        block.note = self.note;
        self.blocks.push(block);
        self.number += 1;
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
