//! The edges of columns, from which first lines are set in.

use std::collections::BTreeMap;

use super::lines::{TextLine, is_right_to_left};

/// Lines that start so near each other start at one edge.
const STEP: f32 = 2.0;
/// So many lines make an edge, where there are so many.
const LINES: usize = 3;
/// A first line is not set in by more than so many times the size of its letters.
const FARTHEST: f32 = 8.0;
/// More edges than that no line has before it.
const MOST: usize = 64;

/// Where the lines of a page start.
pub(super) struct Edges {
    from_right: bool,
    starts: BTreeMap<i64, usize>,
}

impl Edges {
    pub(super) fn of(lines: &[TextLine]) -> Self {
        let turned = lines.iter().filter(|line| is_right_to_left(&line.text)).count();
        let mut edges = Self { from_right: turned * 2 > lines.len(), starts: BTreeMap::new() };
        for line in lines {
            *edges.starts.entry(edges.step(line)).or_default() += 1;
        }
        edges
    }

    /// How far a line is set in from the edge of its column, in points.
    pub(super) fn set_in(&self, line: &TextLine) -> f32 {
        let own = self.step(line);
        let from = own.saturating_sub((line.size * FARTHEST / STEP) as i64);
        let before = || self.starts.range(from..=own).take(MOST);
        // The letters of an edge may fall on both sides of a step.
        let near = |at: i64| -> usize {
            self.starts.range(at..=at.saturating_add(1)).map(|(_, n)| n).sum()
        };
        let shared = before().find(|(at, _)| near(**at) >= LINES);
        let edge = shared.or_else(|| before().next()).map_or(own, |(at, _)| *at);
        (own - edge) as f32 * STEP
    }

    fn step(&self, line: &TextLine) -> i64 {
        let start = if self.from_right { -line.end } else { line.x };
        (start / STEP).round() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, starts: &[f32]) -> Vec<TextLine> {
        let line = |x: &f32| TextLine {
            text: text.to_owned(),
            x: *x,
            end: -*x,
            y: 0.0,
            size: 10.0,
            bold: false,
            cells: 1,
        };
        starts.iter().map(line).collect()
    }

    #[test]
    fn each_column_has_its_edge() {
        let starts = [60.0, 50.0, 50.0, 50.0, 330.0, 320.0, 320.0, 320.0];
        for text in ["the road", "الطريق"] {
            let lines = lines(text, &starts);
            let edges = Edges::of(&lines);
            let set_in: Vec<f32> = lines.iter().map(|line| edges.set_in(line)).collect();
            assert_eq!(set_in, [10.0, 0.0, 0.0, 0.0, 10.0, 0.0, 0.0, 0.0], "{text}");
        }
    }
}
