//! What a line of text in the corpus has to be.

use unicode_normalization::is_nfc;

/// Everything that is wrong with a text that has to fit on one line.
pub(super) fn faults(text: &str, longest: usize) -> Vec<String> {
    if text.trim().is_empty() {
        return vec!["is empty".to_owned()];
    }
    let mut faults = Vec::new();
    if text.trim().len() != text.len() {
        faults.push("has space at its start or end".to_owned());
    }
    if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        faults.push("has a line break".to_owned());
    }
    if let Some(c) = text.chars().find(|c| is_hidden(*c)) {
        faults.push(format!("has the control character U+{:04X}", u32::from(c)));
    }
    if !is_nfc(text) {
        faults.push("has letters and accents apart (it should be in the normal form NFC)".into());
    }
    let length = text.chars().count();
    if length > longest {
        faults.push(format!("has {length} characters, but should have at most {longest}"));
    }
    faults
}

/// Controls other than line breaks, among them those that turn the direction of writing and would
/// show a quote's words in another order.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether it can be an id: buttons carry ids, so they are short and plain.
pub(super) fn is_id(id: &str, longest: usize) -> bool {
    (1..=longest).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether it looks like an IETF language tag, such as `en` or `pt-BR`.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_a_text() {
        for (text, said) in [
            ("A plain line.", ""),
            ("Ta’ziyeh, ‘وقف’, 𝕏", ""),
            ("", "is empty"),
            (" \t", "is empty"),
            (" x", "has space at its start or end"),
            ("x\ny", "has a line break"),
            ("x\u{2028}y", "has a line break"),
            ("x\ty", "has the control character U+0009"),
            ("x\u{202E}y", "has the control character U+202E"),
            (
                "Gue\u{301}rin",
                "has letters and accents apart (it should be in the normal form NFC)",
            ),
            ("123456789 123456789 1", "has 21 characters, but should have at most 20"),
            (
                "x\ty\n",
                "has space at its start or end, has a line break, has the control character U+0009",
            ),
        ] {
            assert_eq!(faults(text, 20).join(", "), said, "{text:?}");
        }
    }

    #[test]
    fn ids() {
        for (id, good) in [
            ("guerin-1", true),
            ("a", true),
            ("123456789012345678901234", true),
            ("1234567890123456789012345", false),
            ("", false),
            ("Guerin", false),
            ("guérin", false),
            ("a b", false),
            ("a_b", false),
        ] {
            assert_eq!(is_id(id, 24), good, "{id:?}");
        }
    }

    #[test]
    fn languages() {
        for (tag, good) in [
            ("en", true),
            ("pt-BR", true),
            ("zh-Hant-TW", true),
            ("ast", true),
            ("English", false),
            ("e", false),
            ("EN", false),
            ("en-", false),
            ("", false),
        ] {
            assert_eq!(is_language(tag), good, "{tag:?}");
        }
    }
}
