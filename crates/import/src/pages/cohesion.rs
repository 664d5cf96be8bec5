//! How much the end of one page and the start of another speak of the same things.

use std::collections::{HashMap, HashSet};

use crate::block::Page;

/// So many words at an edge count, and no more than half of the page.
const NEAR: usize = 60;
/// Shorter words say nothing of what a page is about.
const SHORTEST: usize = 4;
/// What a join is worth that stands out from all others by their spread.
const WORTH: f64 = 0.6;
/// More than so many spreads count as so many.
const FARTHEST: f64 = 2.0;

/// For each page what its end shares with the start of each other, against what is usual.
pub(super) fn cohesion(pages: &[Page<'_>]) -> Vec<Vec<f64>> {
    let words: Vec<Vec<String>> = pages.iter().map(words).collect();
    let rarity = rarity(&words);
    let edge = |words: &Vec<String>| NEAR.min(words.len().div_ceil(2));
    let starts: Vec<HashSet<&str>> =
        words.iter().map(|all| all.iter().take(edge(all)).map(String::as_str).collect()).collect();
    let ends: Vec<HashSet<&str>> = words
        .iter()
        .map(|all| all.iter().rev().take(edge(all)).map(String::as_str).collect())
        .collect();
    let shared = |end: &HashSet<&str>, start: &HashSet<&str>| -> f64 {
        // In one order, so that the sum is always the same.
        let mut both: Vec<&str> = end.intersection(start).copied().collect();
        both.sort_unstable();
        both.into_iter().filter_map(|word| rarity.get(word)).sum()
    };
    let raw: Vec<Vec<f64>> =
        ends.iter().map(|end| starts.iter().map(|start| shared(end, start)).collect()).collect();
    against_usual(&raw)
}

fn words(page: &Page<'_>) -> Vec<String> {
    let text = page.lines.iter().flat_map(|line| line.text.split(|c: char| !c.is_alphabetic()));
    text.filter(|word| word.chars().count() >= SHORTEST).map(str::to_lowercase).collect()
}

/// How much it says that two pages share a word: the less, the more pages have it.
fn rarity(words: &[Vec<String>]) -> HashMap<String, f64> {
    let mut pages: HashMap<&str, usize> = HashMap::new();
    for all in words {
        for word in all.iter().collect::<HashSet<_>>() {
            *pages.entry(word).or_default() += 1;
        }
    }
    let count = words.len() as f64;
    pages.into_iter().map(|(word, on)| (word.to_owned(), (count / on as f64).ln())).collect()
}

fn against_usual(raw: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let others = || {
        raw.iter().enumerate().flat_map(|(here, row)| {
            row.iter().enumerate().filter(move |(next, _)| *next != here).map(|(_, value)| *value)
        })
    };
    let count = others().count().max(1) as f64;
    let mean = others().sum::<f64>() / count;
    let spread = (others().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
    let worth = |value: &f64| {
        let stands_out = if spread > 0.001 { (value - mean) / spread } else { 0.0 };
        WORTH * stands_out.clamp(-FARTHEST, FARTHEST)
    };
    raw.iter().map(|row| row.iter().map(worth).collect()).collect()
}
