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
