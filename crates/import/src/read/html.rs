//! A page of the web: its blocks, and what is only around them.

mod elements;

use elements::{Role, Stack, role};

use super::html_tokens::{HtmlToken, Tag, tokens};
use super::{Body, Label};
use crate::block::{Block, BlockKind, Place};
use crate::refusal::Refusal;

/// Reads the blocks of a page.
pub(super) fn read(text: &str) -> Result<(Label, Body), Refusal> {
    let (label, blocks) = blocks(text, 1)?;
    Ok((label, Body::Blocks(blocks)))
}

/// The blocks of a page, counted from `number`.
pub(super) fn blocks(text: &str, number: usize) -> Result<(Label, Vec<Block>), Refusal> {
    let mut reader = Reader { number, ..Reader::default() };
    for token in tokens(text) {
        match token {
            HtmlToken::Open(tag) => reader.open(&tag)?,
            HtmlToken::Close(name) => reader.close(&name),
            HtmlToken::Text(text) => reader.text(&text),
        }
    }
    reader.end();
    Ok((reader.label, reader.blocks))
}

#[derive(Default)]
struct Reader {
    stack: Stack,
    blocks: Vec<Block>,
    text: String,
    /// How many letters of `text` stand in links.
    linked: usize,
    number: usize,
    label: Label,
    /// Where the mark of a note may start in `text`.
    mark: Option<usize>,
}

impl Reader {
    fn open(&mut self, tag: &Tag) -> Result<(), Refusal> {
        let name = tag.name.as_str();
        match role(name) {
            Role::Void => self.void(tag),
            Role::Block => {
                self.end();
                if !tag.closed {
                    self.stack.open(name, is_around(tag))?;
                }
                if name == "li" {
                    let label = self.stack.next_item();
                    self.text.push_str(&label);
                }
            }
            Role::Inline | Role::Skipped => {
                if matches!(name, "sup" | "a") {
                    self.mark = Some(self.text.len());
                }
                // In XML an element may be empty; HTML takes no notice of the slash.
                if !(tag.closed && (name.contains(':') || name == "a")) {
                    self.stack.open(name, is_around(tag))?;
                }
            }
        }
        Ok(())
    }

    fn void(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" if self.text.ends_with('\n') => self.end(),
            "br" if !self.text.is_empty() => self.text.push('\n'),
            "hr" => self.end(),
            "meta" => self.meta(tag),
            _ => {}
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let name = tag.get("name").or_else(|| tag.get("property")).unwrap_or_default();
        let content = tag.get("content").filter(|content| !content.trim().is_empty());
        match name.to_lowercase().as_str() {
            "author" | "dc.creator" | "article:author" => self.label.author = content,
            "dc.title" | "og:title" | "citation_title" => self.label.title = content,
            "dc.language" | "language" => self.label.language = content,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if matches!(name, "sup" | "a") {
            self.bracket();
        }
        if role(name) == Role::Block {
            self.end();
        }
        self.stack.close(name);
    }

    /// Puts brackets around the number of a note.
    fn bracket(&mut self) {
        let Some(from) = self.mark.take() else {
            return;
        };
        let Some(mark) = self.text.get(from..) else {
            return;
        };
        let bare = mark.trim();
        let is_number = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
        let opens = self.text.get(..from).is_some_and(|before| before.ends_with(['[', '(']));
        if is_number && !opens && from > 0 {
            let bracketed = format!(" [{bare}]");
            self.text.truncate(from);
            self.text.push_str(&bracketed);
        }
    }

    fn text(&mut self, text: &str) {
        if self.stack.has("title") && !self.stack.has("svg") {
            let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if self.label.title.is_none() && !title.is_empty() {
                self.label.title = Some(title);
            }
            return;
        }
        if self.stack.is_skipped() {
            return;
        }
        let linked = self.stack.has("a");
        for c in text.chars() {
            let space = c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}';
            if space {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
                continue;
            }
            self.text.push(c);
            self.linked += usize::from(linked && c.is_alphabetic());
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        self.mark = None;
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let mut kind = self.stack.kind();
        if kind == BlockKind::Paragraph && letters > 0 && linked * 10 > letters * 8 && letters < 200
        {
            kind = BlockKind::Around;
        }
        let place = Place { page: None, line: self.number };
        let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let mut block = Block::new(kind, lines.next().unwrap_or_default(), place);
        for line in lines {
            block.push(&crate::block::Line { place, text: line.to_owned() });
        }
        self.blocks.push(block);
        self.number += 1;
    }
}

/// Whether an element says of itself that it holds navigation or the like.
fn is_around(tag: &Tag) -> bool {
    const ROLES: &[&str] = &["navigation", "banner", "contentinfo", "search", "complementary"];
    const NAMES: &[&str] = &[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "footer",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
        "toc",
        "share",
        "cookie",
        "linkback",
        "updat",
        "related",
        "comments",
    ];
    if tag.get("role").is_some_and(|role| ROLES.contains(&role.as_str())) {
        return true;
    }
    let names = [tag.get("class"), tag.get("id")].into_iter().flatten();
    names
        .into_iter()
        .any(|names| names.to_lowercase().split([' ', '-', '_']).any(|name| NAMES.contains(&name)))
}
