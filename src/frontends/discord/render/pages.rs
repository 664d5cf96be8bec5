//! Lays blocks out over the embeds of one message. What does not fit is handed back: nothing is cut
//! in silence.

use super::flow::Flow;
use crate::messages::ui::limits::{EMBED_DESCRIPTION, EMBEDS, length};

const BETWEEN: &str = "\n\n";
/// A piece of a block smaller than this is not worth beginning at the foot of a page.
const FOOT: usize = 200;

/// Blocks laid out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pages {
    /// The descriptions of the embeds, at least one.
    pub(super) pages: Vec<String>,
    /// Whether something did not fit.
    pub(super) over: bool,
}

/// Lays blocks out in at most `room`.
pub(super) fn lay_out(flows: Vec<Flow>, room: usize) -> Pages {
    let mut layout = Layout { pages: vec![String::new()], left: room };
    for flow in flows {
        if flow.is_empty() {
            continue;
        }
        if !layout.put(flow) {
            return Pages { pages: layout.pages, over: true };
        }
    }
    Pages { pages: layout.pages, over: false }
}

struct Layout {
    pages: Vec<String>,
    left: usize,
}

impl Layout {
    /// Puts a block down; says whether all of it found room.
    fn put(&mut self, mut flow: Flow) -> bool {
        let long = flow.length();
        if long <= self.here() {
            self.write(&flow.shown());
            return true;
        }
        if flow.whole && long <= EMBED_DESCRIPTION {
            return long <= self.left && self.turn() && self.put(flow);
        }
        loop {
            if self.here() < FOOT.min(flow.length()) && !self.turn() {
                return false;
            }
            let part = flow.take(self.here());
            if part.is_empty() {
                return false;
            }
            self.write(part.trim_end());
            if flow.is_empty() {
                return true;
            }
            if self.left == 0 || !self.turn() {
                return false;
            }
        }
    }

    /// How much goes on this page.
    fn here(&self) -> usize {
        let page = self.pages.last().map_or("", String::as_str);
        let gap = if page.is_empty() { 0 } else { BETWEEN.len() };
        (EMBED_DESCRIPTION.saturating_sub(length(page))).min(self.left).saturating_sub(gap)
    }

    fn write(&mut self, text: &str) {
        if let Some(page) = self.pages.last_mut() {
            let before = length(page);
            if !page.is_empty() {
                page.push_str(BETWEEN);
            }
            page.push_str(text);
            self.left = self.left.saturating_sub(length(page) - before);
        }
    }

    fn turn(&mut self) -> bool {
        if self.pages.last().is_some_and(String::is_empty) {
            return false;
        }
        let room = self.pages.len() < EMBEDS && self.left > 0;
        if room {
            self.pages.push(String::new());
        }
        room
    }
}
