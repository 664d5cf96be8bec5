//! Turning pages: which part of a long list is shown, and the buttons to the others.

use crate::messages::{Button, pages};

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

    /// How many entries come before this page.
    pub(crate) fn skip(self) -> usize {
        (self.page - 1) * self.size
    }

    /// Buttons to the pages before and after, where there are any. `line` is what shows a page.
    pub(crate) fn buttons(self, line: &str) -> Vec<Button> {
        let to = |page: usize| format!("{line} page:{page}");
        let before = (self.page > 1).then(|| pages::back(to(self.page - 1)));
        let after = (self.page < self.last()).then(|| pages::next(to(self.page + 1)));
        before.into_iter().chain(after).collect()
    }

    /// "12 quotes · page 2 of 3"; `counted` says the number in words.
    pub(crate) fn footer(self, counted: impl FnOnce(usize) -> String) -> String {
        pages::footer(counted(self.length), self.page, self.last())
    }

    fn last(self) -> usize {
        self.length.div_ceil(self.size).max(1)
    }
}
