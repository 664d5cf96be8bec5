//! What only Discord's members read.

use super::deliveries::ContentFilter;
use super::ui::{string, text};
use super::{Accent, Card};

/// A kind of request that we do not know.
#[must_use]
pub fn unknown_request() -> Card {
    Card::saying(string!("discord-unknown-request")).accent(Accent::Problem)
}

/// The program is about to stop.
#[must_use]
pub fn restarting() -> Card {
    Card::saying(string!("discord-restarting")).accent(Accent::Problem)
}

/// The words of an answer are blocked.
#[must_use]
pub fn filtered(filter: ContentFilter) -> Card {
    Card::saying(text!("discord-filtered", why = filter.words())).accent(Accent::Problem)
}

/// Under a message that is cut.
#[must_use]
pub fn cut() -> String {
    string!("discord-cut")
}

/// The name of the file that holds all of a message that is cut.
#[must_use]
pub fn whole_file() -> String {
    string!("discord-whole-file")
}

/// A request from outside any server.
#[must_use]
pub fn outside_server() -> Card {
    Card::saying(string!("discord-outside-server")).accent(Accent::Problem)
}
