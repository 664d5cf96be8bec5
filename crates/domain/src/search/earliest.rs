//! The first of what is found, and what is found first.

use std::collections::BTreeSet;

/// What was found so far, the likeliest first.
pub(super) struct Likeliest {
    found: Vec<u32>,
    most: usize,
}

impl Likeliest {
    pub(super) fn new(most: usize) -> Self {
        Self { found: Vec::new(), most }
    }

    pub(super) fn found(self) -> Vec<u32> {
        self.found
    }

    /// How many may be needed until enough are among them that were not found before.
    pub(super) fn wanted(&self) -> usize {
        self.most + self.found.len()
    }

    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= self.most
    }

    pub(super) fn add(&mut self, more: Vec<u32>) {
        for quote in more {
            if !self.is_full() && !self.found.contains(&quote) {
                self.found.push(quote);
            }
        }
    }
}

/// The first of many.
pub(super) struct Earliest {
    found: BTreeSet<u32>,
    most: usize,
}

impl Earliest {
    pub(super) fn new(most: usize) -> Self {
        Self { found: BTreeSet::new(), most }
    }

    /// Takes one in; `false` if neither it nor a later one is among the first.
    pub(super) fn take(&mut self, quote: u32) -> bool {
        if self.found.len() >= self.most && self.found.last().is_none_or(|last| *last < quote) {
            return false;
        }
        self.found.insert(quote);
        if self.found.len() > self.most {
            self.found.pop_last();
        }
        true
    }

    pub(super) fn take_in_order(&mut self, quotes: &[u32]) {
        for quote in quotes {
            if !self.take(*quote) {
                return;
            }
        }
    }

    pub(super) fn into_vec(self) -> Vec<u32> {
        self.found.into_iter().collect()
    }
}

pub(super) fn earliest(quotes: impl Iterator<Item = u32>, most: usize) -> Vec<u32> {
    let mut earliest = Earliest::new(most);
    for quote in quotes {
        earliest.take(quote);
    }
    earliest.into_vec()
}
