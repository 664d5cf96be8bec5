//! Styles, laid on word by word so that a broken line never carries one into the margin.

use anstyle::{AnsiColor, Style};

use super::clean::clean;
use crate::messages::Accent;

pub(super) const PLAIN: Style = Style::new();
pub(super) const STRONG: Style = Style::new().bold();
pub(super) const SOFT: Style = Style::new().italic();
pub(super) const STRUCK: Style = Style::new().dimmed().strikethrough();
pub(super) const SMALL: Style = Style::new().dimmed();
pub(super) const CODE: Style = AnsiColor::Cyan.on_default();
pub(super) const WHO: Style = AnsiColor::Magenta.on_default();
pub(super) const BUTTON: Style = AnsiColor::Blue.on_default().bold();
pub(super) const DANGER: Style = AnsiColor::Red.on_default();

/// The colour of a card's rule.
pub(super) fn rule(accent: Accent) -> Style {
    match accent {
        Accent::Page => AnsiColor::Yellow.on_default(),
        Accent::Question => AnsiColor::Blue.on_default(),
        Accent::Done => AnsiColor::Green.on_default(),
        Accent::Problem => AnsiColor::Red.on_default(),
    }
}

/// Words as they are, in a style; whatever a terminal would obey is taken out of them first.
pub(super) fn styled(words: &str, style: Style) -> String {
    let words = clean(words);
    if style == PLAIN {
        return words;
    }
    words
        .split_inclusive(char::is_whitespace)
        .map(|part| {
            let word = part.trim_end_matches(char::is_whitespace);
            let space = &part[word.len()..];
            if word.is_empty() {
                space.to_owned()
            } else {
                format!("{style}{word}{style:#}{space}")
            }
        })
        .collect()
}
