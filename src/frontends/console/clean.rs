//! A member's text may hold anything; what reaches the terminal are letters and spaces.

/// The text without what a terminal would obey: control characters are shown as their pictures,
/// and what turns the direction of writing around is left out. Lines stay lines.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => clean.push('\n'),
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            '\0'..='\u{1f}' => clean.extend(char::from_u32(0x2400 + c as u32)),
            '\u{7f}' => clean.push('\u{2421}'),
            '\u{80}'..='\u{9f}' => clean.push('\u{fffd}'),
            turner if turns(turner) => {}
            other => clean.push(other),
        }
    }
    clean
}

/// The same on one line.
pub(super) fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

/// Marks that change the direction of the text around them.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_shown_and_not_obeyed() {
        assert_eq!(clean("a\x1b[31mred\x07\x7f\u{9b}2J"), "a␛[31mred␇␡\u{fffd}2J");
        assert_eq!(clean("one\r\ntwo\rthree\u{2028}four"), "one\ntwo\nthree\nfour");
        assert_eq!(clean_line("one\ntwo"), "one two");
    }

    #[test]
    fn direction_is_not_turned_around() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200f}d"), "abcd");
        assert_eq!(clean("שלום"), "שלום");
    }

    proptest::proptest! {
        #[test]
        fn nothing_the_terminal_obeys_is_left(text in "\\PC*|.*|[\\x00-\\x9f]*") {
            proptest::prop_assert!(!clean(&text).chars().any(|c| c.is_control() && c != '\n'));
        }
    }
}
