//! Ligatures, soft hyphens, no-break spaces and other characters that print well and read badly.

use unicode_normalization::UnicodeNormalization;

use super::{Edit, RepairKind};
use crate::block::Block;

/// The changes to the characters of a block.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    if is_plain(text) {
        return Vec::new();
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if let Some(with) = plain(c, before, next) {
            let end = at + c.len_utf8();
            // Runs of spaces and tabs are nothing that a reader sees.
            let silent = matches!(c, ' ' | '\t' | '\r' | '\u{B}' | '\u{C}' | '\u{FEFF}')
                || (c == '\u{A0}' && with.is_empty());
            edits.push(match silent {
                true => Edit::silent(at..end, with),
                false => Edit::new(RepairKind::Character, at..end, with),
            });
            if with.is_empty() {
                continue;
            }
        }
        before = Some(c);
    }
    edits
}

/// Whether a text is letters and the usual signs with one space or line break between its words.
fn is_plain(text: &str) -> bool {
    let mut after_space = true;
    text.chars().all(|c| {
        let is_space = matches!(c, ' ' | '\n');
        let fits = c == '\n' || is_usual(c) || is_space && !after_space;
        after_space = is_space;
        fits
    })
}

/// Whether a character is a letter or sign that always stays: of ASCII, of Latin, Greek and
/// Cyrillic, dashes, quotation marks and dots.
fn is_usual(c: char) -> bool {
    c.is_ascii_graphic()
        || matches!(c, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{2013}'..='\u{2026}' | '«' | '»')
}

/// What stands for a character that is not plain.
fn plain(c: char, before: Option<char>, next: Option<char>) -> Option<&'static str> {
    Some(match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' => "st",
        '\u{FB06}' => "st",
        // A soft hyphen at the end of a line is judged with the other hyphens there.
        '\u{AD}' if next.is_none_or(|next| next == '\n') => return None,
        // Persian and the languages of India write words with it.
        '\u{200C}' | '\u{200D}' if before.is_some_and(|c| !c.is_ascii()) => return None,
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}'
        | '\u{200F}' => "",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "",
        '\u{2011}' => "-",
        ' ' | '\t' | '\u{A0}' if before.is_none_or(is_space) => "",
        '\t' => " ",
        // French sets signs off with a space that does not break.
        '\u{A0}' | '\u{202F}' if next.is_some_and(is_french_sign) || before == Some('«') => {
            return None;
        }
        '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' | '\u{200A}' | '\u{3000}' | '\u{2002}'
        | '\u{2003}' | '\u{2005}' => " ",
        '\n' => return None,
        // Line and page breaks of other kinds.
        c if c.is_control() && !c.is_whitespace() => "",
        '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' | '\r' => " ",
        _ => return None,
    })
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{A0}' | '\u{202F}')
}

fn is_french_sign(c: char) -> bool {
    matches!(c, '»' | '!' | '?' | ':' | ';' | '%')
}

/// Puts letters and their accents together.
pub(super) fn compose(block: &mut Block) {
    if unicode_normalization::is_nfc(&block.text) {
        return;
    }
    let mut text = String::with_capacity(block.text.len());
    let mut lines = block.lines.iter_mut().peekable();
    // Line by line, so that the places of lines stay true.
    let pieces: Vec<&str> = block.text.split('\n').collect();
    let mut start = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let new_start = text.len();
        while let Some((at, _)) = lines.peek()
            && *at <= start + piece.len()
        {
            if let Some((at, _)) = lines.next() {
                *at = new_start;
            }
        }
        text.extend(piece.nfc());
        if index + 1 < pieces.len() {
            text.push('\n');
        }
        start += piece.len() + 1;
    }
    block.text = text;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_never_changed() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| is_usual(*c)) {
            for (before, next) in [(None, None), (Some('a'), Some('b')), (Some(' '), Some('!'))] {
                assert_eq!(plain(c, before, next), None, "{c:?}");
            }
        }
    }
}
