//! Whether a passage opens what it closes, and what stands in quotation marks.

use std::ops::Range;

/// Whether a text can have quotation marks or brackets at all; most passages have none.
fn may_quote(text: &str) -> bool {
    let is_one = |b: u8| matches!(b, b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}');
    text.bytes().any(|b| !b.is_ascii() || is_one(b))
}

/// Whether all quotation marks and brackets of a passage are closed in it, and no other is.
pub(super) fn is_balanced(text: &str) -> bool {
    if !may_quote(text) {
        return true;
    }
    let mut open: Vec<char> = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inner = before.is_some_and(char::is_alphanumeric)
            && chars.peek().copied().is_some_and(char::is_alphanumeric);
        before = Some(c);
        match c {
            '“' if open.last() == Some(&'„') => {
                open.pop();
            }
            '“' | '«' | '(' | '[' | '{' | '„' => open.push(c),
            '‘' if !inner => open.push(c),
            '”' | '»' | ')' | ']' | '}' => {
                let opened = open.pop();
                if opened != Some(opening(c)) {
                    return false;
                }
            }
            // It is an apostrophe as well, as in `the workers’ own`.
            '’' if !inner && open.last() == Some(&'‘') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.is_empty() && text.matches('"').count().is_multiple_of(2)
}

fn opening(close: char) -> char {
    match close {
        '”' => '“',
        '»' => '«',
        ')' => '(',
        ']' => '[',
        _ => '{',
    }
}

/// The parts of a paragraph that stand in quotation marks.
pub(super) struct Quoted(Vec<Range<usize>>);

impl Quoted {
    pub(super) fn of(text: &str) -> Self {
        if !may_quote(text) {
            return Self(Vec::new());
        }
        let german = text.contains('„');
        // An odd number of marks says nothing of where they open.
        let straight = text.matches('"').count().is_multiple_of(2);
        let mut parts: Vec<Range<usize>> = Vec::new();
        let (mut depth, mut from, mut opened) = (0_usize, 0, None);
        for (at, c) in text.char_indices() {
            let closes = matches!(c, '”' | '»' | '」' | '』') || (german && c == '“');
            if closes && depth > 0 {
                depth -= 1;
                if depth == 0 {
                    parts.push(from..at);
                }
            } else if matches!(c, '“' | '«' | '„' | '「' | '『') {
                from = if depth == 0 { at } else { from };
                depth += 1;
            } else if c == '"' && straight {
                match opened.take() {
                    Some(from) => parts.push(from..at),
                    None => opened = Some(at),
                }
            }
        }
        parts.sort_by_key(|part| part.start);
        Self(parts)
    }

    /// Whether a place is inside a quotation that was opened before it.
    pub(super) fn holds(&self, at: usize) -> bool {
        let before = self.0.partition_point(|part| part.start < at);
        before.checked_sub(1).and_then(|last| self.0.get(last)).is_some_and(|part| at < part.end)
    }
}

/// Whether a passage has a part of what stands in brackets, which are in order.
pub(super) fn touches(brackets: &[Range<usize>], passage: &Range<usize>) -> bool {
    let first = brackets.partition_point(|bracket| bracket.end <= passage.start);
    brackets.get(first).is_some_and(|bracket| bracket.start < passage.end)
}

/// How many letters of a passage stand in quotation marks, of all.
pub(super) fn quoted_share(text: &str) -> f32 {
    if text.is_ascii() {
        return 0.0;
    }
    let mut depth = 0_u32;
    let (mut quoted, mut all) = (0_u32, 0_u32);
    for c in text.chars() {
        match c {
            '“' | '«' | '‘' => depth += 1,
            '”' | '»' => depth = depth.saturating_sub(1),
            '’' if depth > 0 => depth -= 1,
            c if c.is_alphabetic() => {
                all += 1;
                quoted += u32::from(depth > 0);
            }
            _ => {}
        }
    }
    quoted as f32 / all.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_a_quotation() {
        let text = "He said: “It is late. The road is long. Nobody walks it.” Then he left.";
        let at = |words: &str| text.find(words).unwrap();
        assert!(!Quoted::of(text).holds(at("He said")) && !Quoted::of(text).holds(at("Then")));
        assert!(Quoted::of(text).holds(at("The road")) && Quoted::of(text).holds(at("Nobody")));
        let text = "\"It is late. The road is long.\" Then he left.";
        assert!(
            Quoted::of(text).holds(text.find("The").unwrap())
                && !Quoted::of(text).holds(text.find("Then").unwrap())
        );
        let text = "„Es ist spät. Der Weg ist lang.“ Dann ging er.";
        assert!(
            Quoted::of(text).holds(text.find("Der").unwrap())
                && !Quoted::of(text).holds(text.find("Dann").unwrap())
        );
    }

    #[test]
    fn balance() {
        for (text, expected) in [
            ("He said “no” (twice).", true),
            ("‘The workers’, he said, ‘don’t wait.’", true),
            ("The workers’ own don’t.", true),
            ("„Nein“, sagte er.", true),
            ("end of it.”", false),
            ("“start of it.", false),
            ("a) one", false),
            ("‘start of it.", false),
        ] {
            assert_eq!(is_balanced(text), expected, "{text}");
        }
    }
}
