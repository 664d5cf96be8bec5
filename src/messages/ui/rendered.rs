//! How long blocks are as markup, before a frontend has rendered them.

use super::limits::length;
use super::{Block, Span, Text};

/// The most that a block comes to as markup, with the blank line after it. What members wrote grows
/// when it is escaped, by one character for each mark.
#[must_use]
pub fn rendered_length(block: &Block) -> usize {
    const BLANK_LINE: usize = 2;
    const SMALL_PRINT: usize = 4;
    const BULLET: usize = 3;
    let block = match block {
        Block::Row { block, .. } => return rendered_length(block),
        Block::Text(text) => text_length(text),
        Block::Passage { text, source } => {
            let quote_marks = 3 * text.lines().count();
            escaped_length(text) + quote_marks + SMALL_PRINT + text_length(source)
        }
        Block::Section { heading, text } => heading_length(heading) + 1 + text_length(text),
        Block::Said { by, text } => heading_length(by) + 1 + escaped_length(text),
        Block::List(lines) => lines.iter().map(|line| BULLET + text_length(line)).sum(),
    };
    block + BLANK_LINE
}

/// Two marks on each side, and one character that keeps them apart from their neighbours.
const STYLE: usize = 5;

fn text_length(text: &Text) -> usize {
    text.0.iter().map(span_length).sum()
}

/// Plain words of a heading are strong.
fn heading_length(text: &Text) -> usize {
    text_length(text) + STYLE * text.0.len()
}

fn span_length(span: &Span) -> usize {
    /// `<t:-377705023201:R>`, `<@&-9223372036854775808>`.
    const REFERENCE: usize = 24;
    /// `[](https://discord.com/channels/…/…/…)` with three ids of 20 characters.
    const LINK: usize = 100;
    match span {
        Span::Plain(words) => escaped_length(words),
        Span::Strong(words) | Span::Soft(words) | Span::Struck(words) | Span::Added(words) => {
            escaped_length(words) + STYLE
        }
        Span::Code(words) => escaped_length(words) + 2,
        Span::Member { name, .. } => escaped_length(name) + STYLE,
        Span::When(..) | Span::Channel(_) | Span::Role(_) => REFERENCE,
        Span::Message { words, .. } | Span::Shown { words, .. } => escaped_length(words) + LINK,
        Span::Link { words, to } => escaped_length(words) + to.chars().count() + LINK,
    }
}

/// The most that words come to: a backslash before every mark, and an end for every turn of the
/// direction of writing.
pub(super) fn escaped_length(words: &str) -> usize {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let added = words.chars().filter(|c| c.is_ascii_punctuation() || turns(c)).count();
    length(words) + added
}
