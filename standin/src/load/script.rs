//! What can be done with a bot, once its servers are prepared.

use std::cell::Cell;

use super::payloads::Payloads;

/// What can be done with a bot, and what for that.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) payloads: Payloads,
    /// In so many servers something happens, with so many people each.
    pub(super) active: usize,
    pub(super) members: usize,
    /// In each of the first servers, what is pressed to weigh an answer.
    pub(super) weighable: Vec<Weighable>,
    /// How many answers were drawn so far. Nobody answers again, which changes an answer, before all
    /// have answered.
    pub(super) answers: Cell<usize>,
}

impl Script {
    /// Who answers next: the server, and the member.
    pub(super) fn next_to_answer(&self) -> (usize, usize) {
        let (servers, members) = (self.active.max(1), self.members.max(1));
        let drawn = self.answers.replace(self.answers.get() + 1);
        (drawn % servers, drawn / servers % members)
    }
}

/// An answer to be weighed.
#[derive(Debug)]
pub(super) struct Weighable {
    /// What the buttons carry.
    pub(super) lines: Vec<String>,
    /// The message that they are on, as JSON.
    pub(super) message: String,
    /// Who may weigh it: members from here on.
    pub(super) from: usize,
}
