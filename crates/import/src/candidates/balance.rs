//! Whether a passage opens what it closes.

/// Whether all quotation marks and brackets of a passage are closed in it, and no other is.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut open: Vec<char> = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    for (index, c) in chars.iter().enumerate() {
        let inner = at(index.checked_sub(1)).is_some_and(char::is_alphanumeric)
            && at(Some(index + 1)).is_some_and(char::is_alphanumeric);
        match c {
            '“' if open.last() == Some(&'„') => {
                open.pop();
            }
            '“' | '«' | '(' | '[' | '{' | '„' => open.push(*c),
            '‘' if !inner => open.push(*c),
            '”' | '»' | ')' | ']' | '}' => {
                let opened = open.pop();
                if opened != Some(opening(*c)) {
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

/// Whether a place in a paragraph is inside a quotation that was opened before it.
pub(super) fn is_quoted_at(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let (mut depth, mut straight) = (0_i32, false);
    let mut last = None;
    for c in before.chars() {
        match c {
            '“' if depth > 0
                && last.is_some_and(|c: char| !c.is_whitespace())
                && text.contains('„') =>
            {
                depth -= 1
            }
            '“' | '«' | '„' | '「' | '『' => depth += 1,
            '”' | '»' | '」' | '』' => depth = (depth - 1).max(0),
            '"' => straight = !straight,
            _ => {}
        }
        last = Some(c);
    }
    // A paragraph with an odd number of marks says nothing of where they open.
    let even = text.matches('"').count().is_multiple_of(2);
    depth > 0 || (straight && even)
}

/// How many letters of a passage stand in quotation marks, of all.
pub(super) fn quoted_share(text: &str) -> f32 {
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
        assert!(!is_quoted_at(text, at("He said")) && !is_quoted_at(text, at("Then")));
        assert!(is_quoted_at(text, at("The road")) && is_quoted_at(text, at("Nobody")));
        let text = "\"It is late. The road is long.\" Then he left.";
        assert!(
            is_quoted_at(text, text.find("The").unwrap())
                && !is_quoted_at(text, text.find("Then").unwrap())
        );
        let text = "„Es ist spät. Der Weg ist lang.“ Dann ging er.";
        assert!(
            is_quoted_at(text, text.find("Der").unwrap())
                && !is_quoted_at(text, text.find("Dann").unwrap())
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
