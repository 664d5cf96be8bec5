//! What changed from one wording to the next, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of two wordings, laid over each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is in both.
    Kept(String),
    /// It is in the older one alone.
    Removed(String),
    /// It is in the newer one alone.
    Added(String),
    /// Something that is in both was left out here.
    Gap,
}

/// A word or a mark, and the blanks after it.
struct Token<'t> {
    word: &'t str,
    whole: &'t str,
}

/// What changed from the words of `old` to those of `new`: first what went, then what came. Blanks
/// alone are no change.
#[must_use]
pub fn changes(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (tokens(old.trim()), tokens(new.trim()));
    let words = |tokens: &[Token<'_>]| -> Vec<String> {
        tokens.iter().map(|token| token.word.to_owned()).collect()
    };
    let mut changes = Vec::new();
    let ops = capture_diff_slices(Algorithm::Myers, &words(&old), &words(&new));
    let mut following = ops.iter().skip(1);
    for op in &ops {
        let next = following.next();
        match *op {
            DiffOp::Equal { old_index, new_index, len } => {
                let kept = joined(&new[new_index..][..len]);
                let was = joined(&old[old_index..][..len]);
                // What goes after it may have gone with the blank before it.
                let goes = matches!(next, Some(DiffOp::Delete { .. } | DiffOp::Replace { .. }));
                let gap = goes && kept.trim_end() == kept && was.trim_end() != was;
                changes.push(Change::Kept(if gap { kept + " " } else { kept }));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                changes.push(Change::Removed(joined(&old[old_index..][..old_len])));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                changes.push(Change::Added(joined(&new[new_index..][..new_len])));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let removed = joined(&old[old_index..][..old_len]);
                changes.push(Change::Removed(format!("{} ", removed.trim_end())));
                changes.push(Change::Added(joined(&new[new_index..][..new_len])));
            }
        }
    }
    if let Some(Change::Kept(words)) = changes.last_mut() {
        words.truncate(words.trim_end().len());
    }
    changes
}

/// The changes with a few words around each; what is kept farther off is left out.
#[must_use]
pub fn shortened(changes: Vec<Change>, around: usize) -> Vec<Change> {
    let last = changes.len().saturating_sub(1);
    let mut short = Vec::new();
    for (place, change) in changes.into_iter().enumerate() {
        match change {
            Change::Kept(words) => {
                let lead = if place == 0 { 0 } else { around };
                let tail = if place == last { 0 } else { around };
                short.extend(clipped(&words, lead, tail));
            }
            other => short.push(other),
        }
    }
    short
}

/// The first and the last words of a stretch, with a gap between if there are more.
fn clipped(words: &str, lead: usize, tail: usize) -> Vec<Change> {
    let pieces: Vec<&str> = words.split_inclusive(char::is_whitespace).collect();
    // A gap that saves nothing only hides something.
    if pieces.len() <= lead + tail + 2 {
        return vec![Change::Kept(words.to_owned())];
    }
    let first = pieces[..lead].concat();
    let rest = pieces[pieces.len() - tail..].concat();
    [
        (!first.is_empty()).then_some(Change::Kept(first)),
        Some(Change::Gap),
        (!rest.is_empty()).then_some(Change::Kept(rest)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut start = 0;
    for (at, piece) in text.split_word_bound_indices() {
        let end = at + piece.len();
        match tokens.last_mut() {
            Some(last) if piece.trim().is_empty() => last.whole = &text[start..end],
            _ => {
                start = at;
                tokens.push(Token { word: piece, whole: piece });
            }
        }
    }
    tokens
}

fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|token| token.whole).collect()
}
