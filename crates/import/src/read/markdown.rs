//! Markdown, by `pulldown-cmark`.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Body, Label};
use crate::block::{Block, BlockKind, Place};

/// Reads the blocks of a text in Markdown.
pub(super) fn read(text: &str) -> (Label, Body) {
    let (label, text) = front_matter(text);
    let options =
        Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut reader = Reader { number: 1, ..Reader::default() };
    for event in Parser::new_ext(text, options) {
        reader.event(event);
    }
    reader.end();
    (label, Body::Blocks(reader.blocks))
}

/// The `key: value` lines between two rules at the top.
fn front_matter(text: &str) -> (Label, &str) {
    let mut label = Label::default();
    let text = text.trim_start_matches('\u{FEFF}');
    let Some((head, rest)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---"))
    else {
        return (label, text);
    };
    if !head.lines().all(|line| line.contains(':') || line.starts_with([' ', '-', '#'])) {
        return (label, text);
    }
    for line in head.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        let value = (!value.is_empty()).then_some(value);
        match key.trim().to_lowercase().as_str() {
            "title" => label.title = value,
            "author" | "by" => label.author = value,
            "lang" | "language" => label.language = value,
            "translator" => label.translator = value,
            "year" | "date" => {
                label.year = value.and_then(|value| value.get(..4)?.parse().ok());
            }
            _ => {}
        }
    }
    (label, rest.trim_start_matches('-'))
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
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.stop(tag),
            Event::Text(text) | Event::Code(text) if self.skip == 0 => self.text.push_str(&text),
            Event::FootnoteReference(label) => self.text.push_str(&format!(" [{label}]")),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            _ => {}
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
                self.open(BlockKind::Paragraph);
                self.text.push_str(&format!("[{label}] "));
            }
            Tag::Paragraph if self.text.trim().is_empty() => {
                let kind =
                    if self.quotes > 0 { BlockKind::Quotation } else { BlockKind::Paragraph };
                self.open(kind);
            }
            // The first paragraph of an item or a note goes on where the label stands.
            Tag::Paragraph => {}
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::MetadataBlock(_) => {
                self.skip += 1;
            }
            _ => {}
        }
    }

    fn stop(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.end();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {
                self.skip = self.skip.saturating_sub(1);
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::TableRow
            | TagEnd::TableHead => self.end(),
            TagEnd::TableCell => self.text.push(' '),
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.end();
        self.kind = Some(kind);
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let kind = self.kind.take().unwrap_or(BlockKind::Paragraph);
        if !text.trim().is_empty() {
            let place = Place { page: None, line: self.number };
            self.blocks.push(Block::new(kind, text.trim(), place));
            self.number += 1;
        }
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
