//! Whether lines that were typed are prose or code.

/// Whether a text is made of words and not of code.
pub(super) fn is_prose(text: &str) -> bool {
    let (mut all, mut words) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        all += 1;
        words += usize::from(c.is_alphabetic() || matches!(c, ',' | '.' | '\'' | '’' | '“' | '”'));
    }
    words * 100 >= all * 93
}
