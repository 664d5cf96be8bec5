//! The number or letter that stands before an item: `12` of `12. Text`, `b` of `b) text`.

/// The number or letter of an item: `12` of `12. Text`, `b` of `b) text`.
pub(crate) fn marker(text: &str) -> Option<&str> {
    // Three digits and a bracket at most.
    let end = text.get(..text.floor_char_boundary(6))?.find(['.', ')'])?;
    let mark = text.get(..end)?.trim_start_matches('(');
    let digits = (1..=3).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
    let letter = mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_lowercase());
    let spaced = text.get(end + 1..)?.starts_with([' ', '\u{A0}', '\t', '\n']);
    ((digits || letter) && spaced).then_some(mark)
}

/// Whether the mark of an item comes right after another.
pub(crate) fn follows(before: &str, mark: &str) -> bool {
    match (before.parse::<u32>(), mark.parse::<u32>()) {
        (Ok(before), Ok(mark)) => mark == before + 1,
        (Err(_), Err(_)) => match (before.bytes().next(), mark.bytes().next()) {
            (Some(before), Some(mark)) => mark == before + 1,
            _ => false,
        },
        _ => false,
    }
}

/// Whether a list may start with that mark.
pub(crate) fn starts_list(mark: &str) -> bool {
    matches!(mark, "1" | "a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        for (text, mark) in [
            ("1. One", Some("1")),
            ("b) two", Some("b")),
            ("(3) three", Some("3")),
            ("1.5 metres", None),
            ("1917. ", None),
            ("No. 3", None),
        ] {
            assert_eq!(marker(text), mark, "{text}");
        }
        assert!(follows("9", "10") && follows("a", "b") && !follows("1", "b"));
    }
}
