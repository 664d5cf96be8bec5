//! Which blocks are headings.

use crate::import::block::{Block, BlockKind};
use crate::import::gather::marker;

/// A heading is no longer.
const LONGEST: usize = 80;

/// For each block its heading, if it is one.
pub(super) fn find(blocks: &[Block]) -> Vec<Option<&str>> {
    let marked = blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading(_)));
    blocks
        .iter()
        .enumerate()
        .map(|(index, block)| match block.kind {
            BlockKind::Heading(_) => Some(title(&block.text)),
            BlockKind::Paragraph | BlockKind::Item if !marked => {
                let next = blocks.get(index + 1);
                looks_so(block, next).then(|| title(&block.text))
            }
            _ => None,
        })
        .collect()
}

/// Whether a block reads like a heading: short, no sentence, and text comes after it.
fn looks_so(block: &Block, next: Option<&Block>) -> bool {
    let text = block.text.trim();
    let length = text.chars().count();
    let sentence =
        text.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '!' | '’' | '”' | ')'));
    // A question that long is one of a list, not a heading.
    let asked = text.ends_with(['?', '!', '’', '”', ')']) && length > 50;
    let named = title(text).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let before_text =
        next.is_some_and(|next| next.text.chars().count() > length && marker(&next.text).is_none());
    let letter =
        marker(text).is_some_and(|mark| mark.starts_with(|c: char| c.is_ascii_lowercase()));
    (2..=LONGEST).contains(&length)
        && block.lines.len() <= 2
        && !sentence
        && !asked
        && named
        && before_text
        && !letter
}

/// A heading without its number.
fn title(text: &str) -> &str {
    let text = text.trim();
    let Some(mark) = marker(text) else {
        return text;
    };
    let rest = text.get(mark.len()..).unwrap_or(text).trim_start_matches(['.', ')', ' ']);
    if rest.is_empty() { text } else { rest }
}
