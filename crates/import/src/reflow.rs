//! From lines on pages to paragraphs, headings and items.

mod measure;
mod tables;

use std::collections::HashMap;

use super::block::{Block, BlockKind, Line, Page, Style};
use super::boilerplate::{Boilerplate, is_leader};
use super::doubt::Doubt;
use super::item_mark::{follows, marker, starts_list};
use super::note_mark::is_mark;
pub(crate) use measure::columns;
use measure::{indent, indented, measure};

/// What stands before the items of a list.
const BULLETS: [char; 6] = ['•', '‣', '▪', '●', '■', '◦'];
/// So many lines many paragraphs have.
const LINES: usize = 8;
/// What stands at the right edge of a page is set in so far at least.
const FAR: usize = 20;
/// What underlines a heading is longer or shorter by so much at most.
const UNDERLINE: usize = 3;
/// A line is full if it has so many tenths of the usual length.
const FULL: usize = 8;
/// So much room at the end of a line is left where a paragraph ends.
const ROOM: usize = 12;

/// Puts lines together. Where the break between two pages leaves it open whether a paragraph goes
/// on, that is told.
pub(crate) fn reflow(pages: Vec<Page<'_>>) -> (Vec<Block>, Vec<Doubt>) {
    let measure = measure(&pages);
    let margin = indented(&pages);
    let body = body_size(&pages);
    let mut reflow = Reflow { measure, margin, blocks: Vec::new(), open: None, doubts: Vec::new() };
    for (index, page) in pages.into_iter().enumerate() {
        let filled = |line: &Line<'_>| !line.text.trim().is_empty();
        let first = page.lines.iter().position(filled);
        let last = page.lines.iter().rposition(filled);
        let (Some(first), Some(last)) = (first, last) else {
            continue;
        };
        let rows = tables::rows(&page.lines);
        for (at, line) in page.lines.into_iter().enumerate().take(last + 1).skip(first) {
            if line.text.trim().is_empty() {
                reflow.close();
            } else if rows.get(at) == Some(&true) && !is_leader(&line.text) || is_drawn(&line.text)
            {
                reflow.apart(&line, BlockKind::Figure);
            } else if is_rule(&line.text) {
                reflow.rule(&line);
            } else {
                reflow.line(&line, at == first && index > 0);
            }
        }
    }
    reflow.close();
    if let Some(body) = body {
        mark_headings(&mut reflow.blocks, body);
    }
    (reflow.blocks.into_iter().map(|(block, _)| block).collect(), reflow.doubts)
}

/// Whether a line is a part of a table or picture that is drawn with lines.
fn is_drawn(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{2500}'..='\u{257F}'))
}

/// Whether a line is nothing but one sign: it underlines the line before, or parts two texts.
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    let first = text.chars().next().filter(|c| "=-~^*#_+\"'`".contains(*c));
    first.is_some_and(|first| text.len() > 2 && text.chars().all(|c| c == first))
}

/// Whether two lines are set so differently that they are no one paragraph's.
fn styles_differ(one: Option<Style>, other: Option<Style>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return false;
    };
    u32::from(one.size.max(other.size)) * 100 > u32::from(one.size.min(other.size)) * 108
}

/// The size that most letters of a text have.
fn body_size(pages: &[Page<'_>]) -> Option<u16> {
    let mut letters: HashMap<u16, usize> = HashMap::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        if let Some(style) = line.style {
            *letters.entry(style.size).or_default() += line.text.len();
        }
    }
    letters.into_iter().max_by_key(|(size, count)| (*count, *size)).map(|(size, _)| size)
}

/// Marks what is set larger than the text, or bold, as headings.
fn mark_headings(blocks: &mut [(Block, Option<Style>)], body: u16) {
    let is_heading = |block: &Block, style: Style| {
        let length = block.text.chars().count();
        let sentence = block.text.trim_end().ends_with(['.', ',', ';']) && length > 40;
        let larger = u32::from(style.size) * 100 >= u32::from(body) * 112 && length <= 200;
        let bolder = style.bold && style.size >= body && length <= 100 && block.lines.len() <= 2;
        (larger || bolder && !block.text.trim_end().ends_with(['.', ',', ';', ':']))
            && !sentence
            && length > 1
            && block.text.chars().any(char::is_alphabetic)
    };
    // Where most letters would be a heading's, size says nothing.
    let letters = |(block, _): &(Block, Option<Style>)| block.text.chars().count();
    let all: usize = blocks.iter().map(letters).sum();
    let found =
        blocks.iter().filter(|(block, style)| style.is_some_and(|style| is_heading(block, style)));
    if found.map(letters).sum::<usize>() * 2 > all {
        return;
    }
    for (block, style) in blocks {
        if let Some(style) = style.filter(|style| is_heading(block, *style)) {
            let level = if u32::from(style.size) * 100 >= u32::from(body) * 160 { 1 } else { 2 };
            block.kind = BlockKind::Heading(level);
        }
    }
}

/// Whether a line ends as a sentence does, with or without the mark of a note.
fn is_ended(text: &str) -> bool {
    let is_raised = |c: char| is_mark(c) || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c);
    let end = text
        .trim_end()
        .trim_end_matches(is_raised)
        .trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', '」', '』']);
    end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔'])
}

struct Reflow {
    /// Where a paragraph's first line starts, if paragraphs are told by that.
    margin: Option<usize>,
    measure: Option<usize>,
    blocks: Vec<(Block, Option<Style>)>,
    open: Option<Open>,
    doubts: Vec<Doubt>,
}

/// A paragraph that may go on.
struct Open {
    block: Block,
    last: String,
    indent: usize,
    last_indent: usize,
    style: Option<Style>,
}

impl Reflow {
    fn line(&mut self, line: &Line<'_>, first_of_page: bool) {
        let indent = indent(&line.text);
        if is_leader(&line.text) {
            return self.apart(line, BlockKind::Apart(Boilerplate::Contents));
        }
        if self.goes_on(line, indent, first_of_page) {
            if let Some(open) = &mut self.open {
                open.block.push(line);
                open.last = line.text.trim().to_owned();
                open.last_indent = indent;
            }
            return;
        }
        self.close();
        let text = line.text.trim();
        let bare = text.trim_start_matches(BULLETS).trim_start();
        let is_item = marker(text).is_some() || bare.len() < text.len() && !bare.is_empty();
        let kind = if is_item { BlockKind::Item } else { BlockKind::Paragraph };
        let text = if bare.is_empty() { text } else { bare };
        // A paragraph has a few lines.
        let mut words = String::with_capacity(text.len() * LINES);
        words.push_str(text);
        let block = Block::new(kind, words, line.place);
        self.open = Some(Open {
            block,
            last: text.to_owned(),
            indent,
            last_indent: indent,
            style: line.style,
        });
    }

    /// A line that is a block of its own.
    fn apart(&mut self, line: &Line<'_>, kind: BlockKind) {
        self.close();
        self.blocks.push((Block::new(kind, line.text.trim(), line.place), None));
    }

    /// A rule under a line that is as long makes that a heading.
    fn rule(&mut self, line: &Line<'_>) {
        let width = columns(line.text.trim());
        let is_alike = |open: &Open| {
            let under = columns(&open.last);
            open.block.lines.len() == 1
                && open.block.text.contains(char::is_alphanumeric)
                && under.abs_diff(width) <= UNDERLINE
        };
        if let Some(open) = self.open.as_mut().filter(|open| is_alike(open)) {
            open.block.kind = BlockKind::Heading(2);
            return self.close();
        }
        self.apart(line, BlockKind::Paragraph);
    }

    fn goes_on(&mut self, line: &Line<'_>, indent: usize, first_of_page: bool) -> bool {
        // A paragraph that was closed by the foot of its page may go on.
        if first_of_page && self.open.is_none() {
            return false;
        }
        let Some(open) = &self.open else {
            return false;
        };
        let Some(measure) = self.measure else {
            return false;
        };
        let text = line.text.trim();
        if styles_differ(open.style, line.style) {
            return false;
        }
        if text.starts_with(BULLETS) {
            return false;
        }
        // A word goes on.
        if open.last.ends_with(['-', '\u{AD}']) && text.starts_with(char::is_lowercase) {
            return true;
        }
        // Japanese and Chinese paragraphs start with a space as wide as a letter.
        if line.text.starts_with('\u{3000}') && is_ended(&open.last) {
            return false;
        }
        let full = columns(&open.last) * 10 >= measure * FULL;
        let ended = is_ended(&open.last);
        if self.margin.is_some_and(|margin| indent >= margin) && (ended || indent != open.indent) {
            return false;
        }
        if indent >= open.last_indent + 2 && open.block.lines.len() > 1 && ended {
            return false;
        }
        // The next word would have had room on the line before.
        let word = text.split_whitespace().next().map_or(0, columns);
        let room = columns(&open.last) + word + ROOM < measure;
        let starts =
            text.trim_start_matches(['“', '"', '‘', '«', '(']).starts_with(char::is_uppercase);
        if !first_of_page && room && ended && starts {
            return false;
        }
        if let Some(mark) = marker(text) {
            let before = marker(&open.block.text);
            let next = before.is_some_and(|before| follows(before, mark));
            if next || (!full && ended && starts_list(mark)) {
                return false;
            }
        }
        if !first_of_page {
            return true;
        }
        if !ended {
            return !is_heading_like(&open.block) || text.starts_with(char::is_lowercase);
        }
        if full && indent < 2 && !text.starts_with(char::is_lowercase) {
            self.doubts.push(Doubt::PageStart { place: line.place.to_string() });
        }
        full && indent < 2
    }

    /// Whether a single line stands at the right edge, as a name does under what was quoted.
    fn stands_right(&self, block: &Block, indent: usize) -> bool {
        let room = self.measure.and_then(|all| all.checked_sub(indent + columns(&block.text)));
        block.kind == BlockKind::Paragraph
            && block.lines.len() == 1
            && indent >= FAR
            && room.is_some_and(|room| room * 3 < indent)
    }

    fn close(&mut self) {
        if let Some(Open { mut block, style, indent, .. }) = self.open.take() {
            if self.stands_right(&block, indent) {
                block.kind = BlockKind::Quotation;
            }
            // Line by line it grew larger than it is.
            block.text.shrink_to_fit();
            block.lines.shrink_to_fit();
            self.blocks.push((block, style));
        }
    }
}

fn is_heading_like(block: &Block) -> bool {
    block.lines.len() == 1
        && block.text.chars().count() < 60
        && !block.text.ends_with([',', '-'])
        && block.text.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Place;

    fn page(text: &str) -> Page<'_> {
        let lines = text.split('\n').map(|text| Line {
            place: Place::default(),
            text: text.into(),
            style: None,
        });
        Page { lines: lines.collect() }
    }

    fn reflowed(pages: &[&str]) -> Vec<String> {
        let pages: Vec<Page<'_>> = pages.iter().map(|text| page(text)).collect();
        reflow(pages).0.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn paragraphs_over_pages() {
        let first = "The road went on for as long as any of us could see, and\nwe went on with it until it was dark.\n\nThen it began to snow, and nobody had thought of bringing";
        assert_eq!(reflowed(&[first, "a coat or a lantern."]).len(), 2);
        let first = "The road went on for as long as any of us could see, and\nwe went on with it.";
        let second = "Then it began to snow, and nobody had thought of bringing\na coat or a lantern with them when we left that morning.";
        assert_eq!(reflowed(&[first, second]).len(), 2);
    }

    #[test]
    fn a_line_is_a_paragraph_where_lines_are_long() {
        let long = "word ".repeat(60);
        let text = format!("Title\n\n{long}\n1. {long}\n2. {long}");
        assert_eq!(reflowed(&[&text]).len(), 4);
    }

    #[test]
    fn a_paragraph_may_end_with_the_mark_of_a_note() {
        let text = "   The road went on for as long as any of us could see, and we\nwent on with it until it was dark.¹\n   Then it began to snow, which we had not been told of, and\nwhich nobody had thought of.\n   In the morning there was a road again, and the people went\non it to the town as they did on every day of the year, too.";
        assert_eq!(reflowed(&[text]).len(), 3);
    }

    #[test]
    fn one_long_line_does_not_unmake_the_others() {
        let lines = "The road went on for as long as any of us could see, and we went\non with it until it was dark and until nobody could say any more\nwhere the road was. Then it began to snow, which we had not been\ntold of, and which nobody had thought of when the day was young.";
        let text = format!("{}\n\n{lines}\n\n{lines}", "word ".repeat(60));
        assert_eq!(reflowed(&[&text]).len(), 3);
    }

    #[test]
    fn a_wide_space_starts_a_paragraph() {
        let text = "\u{3000}道は誰のものでもなく、誰のものでもある。歩く者がそれを直す。\n\u{3000}雪が降ると、村の者は一人残らず道に出て、夜まで雪をかいた。\n\u{3000}誰もそれを命じなかった。命じる者がいなかったからである。\n\u{3000}それでも朝には道があり、人はその上を歩いて町へ行った。";
        assert_eq!(reflowed(&[text]).len(), 4);
    }
}
