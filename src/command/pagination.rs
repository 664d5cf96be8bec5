//! Turning pages: which part of a long list is shown, and the buttons to the others.

use crate::messages::Button;

/// One page of a list. A page that is not there is taken for the nearest that is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pages {
    length: usize,
    size: usize,
    page: usize,
}

impl Pages {
    pub(crate) fn new(length: usize, size: usize, page: usize) -> Self {
        let last = length.div_ceil(size).max(1);
        Self { length, size, page: page.clamp(1, last) }
    }

    /// How many entries stand before this page.
    pub(crate) fn skip(self) -> usize {
        (self.page - 1) * self.size
    }

    /// Buttons to the pages before and after, where there are any. `line` is what shows a page.
    pub(crate) fn buttons(self, line: &str) -> Vec<Button> {
        let to = |label: &str, page: usize| Button::side(label, format!("{line} page:{page}"));
        let before = (self.page > 1).then(|| to("‹ Back", self.page - 1));
        let after = (self.page < self.last()).then(|| to("Next ›", self.page + 1));
        before.into_iter().chain(after).collect()
    }

    /// "12 quotes · page 2 of 3".
    pub(crate) fn footer(self, one: &str, many: &str) -> String {
        let counted = format!("{} {}", self.length, if self.length == 1 { one } else { many });
        match self.last() {
            1 => counted,
            last => format!("{counted} · page {} of {last}", self.page),
        }
    }

    fn last(self) -> usize {
        self.length.div_ceil(self.size).max(1)
    }
}
