//! Mark-up put together piece by piece, and how long it is.

use crate::messages::ui::limits::length;

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Strong,
    Soft,
    Struck,
    Spoiler,
    Literal,
}

impl Style {
    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain => ("", ""),
            Self::Strong => ("**", "**"),
            Self::Soft => ("*", "*"),
            Self::Struck => ("~~", "~~"),
            Self::Spoiler => ("||", "||"),
            Self::Literal => ("```\n", "\n```"),
        }
    }
}

/// Mark-up as it is put together.
#[derive(Default)]
pub(super) struct Shown {
    text: String,
    pub(super) length: usize,
    style: Option<Style>,
}

impl Shown {
    pub(super) fn add(&mut self, style: Style, piece: &str) {
        let before = self.text.len();
        self.change(style);
        self.text.push_str(piece);
        self.length += length(&self.text[before..]);
    }

    /// How long the whole would be with one piece more, and closed.
    pub(super) fn length_with(&self, style: Style, piece: &str) -> usize {
        let turn = match self.style {
            Some(open) if open == style => 0,
            Some(open) => {
                // The marks of the old style, of the new one, and a space of no width.
                open.marks().1.len() + style.marks().0.len() + 1
            }
            None => style.marks().0.len(),
        };
        self.length + turn + length(piece) + style.marks().1.len()
    }

    fn change(&mut self, style: Style) {
        if self.style == Some(style) {
            return;
        }
        if let Some(open) = self.style {
            self.text.push_str(open.marks().1);
            // Marks of two styles that touch would be read as one.
            if open != Style::Plain && style != Style::Plain {
                self.text.push('\u{200b}');
            }
        }
        self.text.push_str(style.marks().0);
        self.style = Some(style);
    }

    /// What has been put together so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds what has no style of its own.
    pub(super) fn end(&mut self, words: &str) {
        self.text.push_str(words);
        self.length += length(words);
    }

    pub(super) fn close(mut self) -> String {
        if let Some(open) = self.style {
            self.text.push_str(open.marks().1);
        }
        self.text
    }
}
