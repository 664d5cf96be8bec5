//! The deck of a daily: every quote once before any comes twice, in an order that chance decides.
//!
//! What was drawn is kept, not what is still to come: so the deck outlives a restart, and a quote
//! that joins the book or the filter is simply one that has not been drawn yet.

use std::collections::HashMap;
use std::hash::BuildHasher;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::remaining::Remaining;
use crate::schedule::Matches;

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
    matches: &Matches<'_>,
    had: &HashMap<String, Drawn, S>,
    neighbours: &[Neighbour],
    seed: u64,
) -> Option<Draw> {
    let had = matches.known(had);
    let (left, least) = left(matches, &had);
    let started = had.iter().map(|(_, it)| it.times).filter(|times| *times > 0).min().unwrap_or(0);

    // At the begin of a round, the end of the one before is left for later.
    let begins = matches.len() - left.len() < APART;
    let tail = |length: usize| if begins { tail(&had, least, length) } else { Vec::new() };
    let (long, short) = (tail(APART), tail(APART.min(matches.len() / 2)));
    let none = Vec::new();
    let taken = places(matches, taken(neighbours));
    let wanted = places(matches, wanted(neighbours, left.len()));

    // The first of these wishes that leaves a choice is granted.
    let wishes = [
        (&long, &taken),
        (&short, &taken),
        (&none, &taken),
        (&long, &none),
        (&short, &none),
        (&none, &none),
    ];
    let mut choices = wishes.into_iter().map(|(tail, taken)| left.without(tail).without(taken));
    let choice = choices.find(|choice| !choice.is_empty())?;
    let better: Vec<usize> = wanted.into_iter().filter(|place| choice.contains(*place)).collect();
    let choice = if better.is_empty() { choice } else { Remaining::Only(better) };
    let place = choice.choose(&mut ChaCha8Rng::seed_from_u64(seed))?;
    Some(Draw { quote: matches.get(place)?.to_owned(), times: (least + 1).max(started) })
}

/// How far the round is; a round that is just complete counts as complete.
#[must_use]
pub fn progress<S: BuildHasher>(
    matches: &Matches<'_>,
    had: &HashMap<String, Drawn, S>,
) -> Progress {
    let (of, had) = (matches.len(), matches.known(had));
    let left = left(matches, &had).0.len();
    let any = had.iter().any(|(_, drawn)| drawn.times > 0);
    Progress { come: if left == of && any { of } else { of - left }, of }
}

/// The last quote of a round, if only one is left.
#[must_use]
pub fn last<S: BuildHasher>(
    matches: &Matches<'_>,
    had: &HashMap<String, Drawn, S>,
) -> Option<String> {
    let left = left(matches, &matches.known(had)).0;
    let one = left.len() == 1 && matches.len() > 1;
    left.first().filter(|_| one).and_then(|place| matches.get(place)).map(str::to_owned)
}

/// What has not come in this round yet, and in how many rounds it has come.
fn left(matches: &Matches<'_>, had: &[(usize, Drawn)]) -> (Remaining, i64) {
    let times: Vec<(usize, i64)> = had.iter().map(|(place, it)| (*place, it.times)).collect();
    Remaining::least(matches.len(), &times)
}

/// The quotes that came last in the round before: of those that have come `least` often.
fn tail(had: &[(usize, Drawn)], least: i64, length: usize) -> Vec<usize> {
    let come = had.iter().filter(|(_, drawn)| drawn.times == least && drawn.turn > 0);
    let mut come: Vec<(usize, i64)> = come.map(|(place, drawn)| (*place, drawn.turn)).collect();
    come.sort_by_key(|(_, turn)| std::cmp::Reverse(*turn));
    come.into_iter().take(length).map(|(place, _)| place).collect()
}

/// Their places, in order.
fn places<'q>(matches: &Matches<'_>, quotes: impl Iterator<Item = &'q str>) -> Vec<usize> {
    let mut places: Vec<usize> = quotes.filter_map(|quote| matches.place_of(quote)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// What a neighbour has shown today, or has no choice but to show later today.
fn taken(neighbours: &[Neighbour]) -> impl Iterator<Item = &str> {
    let shown = neighbours.iter().flat_map(|other| &other.shown);
    let waiting = neighbours.iter().filter(|other| other.shown.is_empty());
    shown.chain(waiting.filter_map(|other| other.last.as_ref())).map(String::as_str)
}

/// With two left, the one that a neighbour must show tomorrow goes today: else both would be left
/// with the same quote for the same day.
fn wanted(neighbours: &[Neighbour], left: usize) -> impl Iterator<Item = &str> {
    let done = neighbours.iter().filter(move |other| left == 2 && !other.shown.is_empty());
    done.filter_map(|other| other.last.as_deref())
}

#[cfg(test)]
#[path = "deck_tests.rs"]
mod tests;
