//! The deck of a daily: every quote once before any comes twice, in an order that chance decides.
//!
//! What was drawn is kept, not what is still to come: so the deck outlives a restart, and a quote
//! that joins the book or the filter is simply one that has not been drawn yet.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// How the last of one deck and the first of the next are kept apart.
const APART: usize = 5;

/// How a quote came in a deck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// In how many rounds.
    pub times: i64,
    /// When it came last: a number that grows with each draw of the deck.
    pub turn: i64,
}

/// A quote and the round it is drawn in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The id of the quote.
    pub quote: String,
    /// What to note as its [`Drawn::times`].
    pub times: i64,
}

/// How far through its deck a daily is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many quotes have come in this round.
    pub come: usize,
    /// How many there are.
    pub of: usize,
}

/// Another daily of the same place.
#[derive(Clone, Debug, Default)]
pub struct Neighbour {
    /// What it has shown on the same day, if it has had its turn.
    pub shown: Vec<String>,
    /// The last quote of its round, if only one is left.
    pub last: Option<String>,
}

/// Draws one of `matches`. The same seed draws the same.
#[must_use]
pub fn draw<S: BuildHasher>(
    matches: &[String],
    had: &HashMap<String, Drawn, S>,
    neighbours: &[Neighbour],
    seed: u64,
) -> Option<Draw> {
    let times = |quote: &String| had.get(quote).map_or(0, |drawn| drawn.times);
    let left = left(matches, had);
    let least = left.first().map(|quote| times(quote))?;
    let started = matches.iter().map(times).filter(|times| *times > 0).min().unwrap_or(0);

    // At the begin of a round, the end of the one before is left for later.
    let begins = matches.len() - left.len() < APART;
    let tail = |length: usize| if begins { tail(&left, had, length) } else { HashSet::new() };
    let (long, short) = (tail(APART), tail(APART.min(matches.len() / 2)));
    let none = HashSet::new();
    let taken = taken(neighbours);
    let wanted = wanted(neighbours, left.len());

    // The first of these wishes that leaves a choice is granted.
    let mut choice = Vec::new();
    for (tail, taken) in [
        (&long, &taken),
        (&short, &taken),
        (&none, &taken),
        (&long, &none),
        (&short, &none),
        (&none, &none),
    ] {
        let free = left.iter().copied();
        choice = free
            .filter(|quote| !tail.contains(quote.as_str()) && !taken.contains(quote.as_str()))
            .collect();
        if !choice.is_empty() {
            break;
        }
    }
    let better: Vec<&String> =
        choice.iter().copied().filter(|quote| wanted.contains(quote.as_str())).collect();
    let choice = if better.is_empty() { choice } else { better };
    let quote = choice.choose(&mut ChaCha8Rng::seed_from_u64(seed))?;
    Some(Draw { quote: (*quote).clone(), times: (least + 1).max(started) })
}

/// How far the round is; a round that is just complete counts as complete.
#[must_use]
pub fn progress<S: BuildHasher>(matches: &[String], had: &HashMap<String, Drawn, S>) -> Progress {
    let of = matches.len();
    let left = left(matches, had).len();
    let any = matches.iter().any(|quote| had.get(quote).is_some_and(|drawn| drawn.times > 0));
    Progress { come: if left == of && any { of } else { of - left }, of }
}

/// The last quote of a round, if only one is left.
#[must_use]
pub fn last<S: BuildHasher>(matches: &[String], had: &HashMap<String, Drawn, S>) -> Option<String> {
    match left(matches, had).as_slice() {
        [last] if matches.len() > 1 => Some((*last).clone()),
        _ => None,
    }
}

/// What has not come in this round yet.
fn left<'q, S: BuildHasher>(
    matches: &'q [String],
    had: &HashMap<String, Drawn, S>,
) -> Vec<&'q String> {
    let times = |quote: &&String| had.get(*quote).map_or(0, |drawn| drawn.times);
    let least = matches.iter().map(|quote| times(&quote)).min().unwrap_or(0);
    matches.iter().filter(|quote| times(quote) == least).collect()
}

/// The quotes that came last in the round before.
fn tail<'q, S: BuildHasher>(
    left: &[&'q String],
    had: &HashMap<String, Drawn, S>,
    length: usize,
) -> HashSet<&'q str> {
    let turn = |quote: &&String| had.get(*quote).map_or(0, |drawn| drawn.turn);
    let mut come: Vec<&String> = left.iter().copied().filter(|quote| turn(quote) > 0).collect();
    come.sort_by_key(|quote| std::cmp::Reverse(turn(quote)));
    come.into_iter().take(length).map(String::as_str).collect()
}

/// What a neighbour has shown today, or has no choice but to show later today.
fn taken(neighbours: &[Neighbour]) -> HashSet<&str> {
    let shown = neighbours.iter().flat_map(|other| &other.shown);
    let waiting = neighbours.iter().filter(|other| other.shown.is_empty());
    shown.chain(waiting.filter_map(|other| other.last.as_ref())).map(String::as_str).collect()
}

/// With two left, the one that a neighbour must show tomorrow goes today: else both would be left
/// with the same quote for the same day.
fn wanted(neighbours: &[Neighbour], left: usize) -> HashSet<&str> {
    let done = neighbours.iter().filter(|other| left == 2 && !other.shown.is_empty());
    done.filter_map(|other| other.last.as_deref()).collect()
}

#[cfg(test)]
#[path = "deck_tests.rs"]
mod tests;
