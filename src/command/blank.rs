//! Text that shows nothing.

/// Whether a text is blank on a screen: spaces, marks of direction, joiners, blank letters.
pub(crate) fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) == 0
            // The blank of Braille, and the fillers of Hangul, which count as letters.
            || matches!(c, '\u{2800}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
    })
}
