//! The rows of tables, which no reader takes for paragraphs.

use crate::block::Line;

/// Fewer rows are no table.
const FEWEST: usize = 3;
/// Cells are shorter on the average; what is longer is two columns of prose.
const LONGEST_CELL: usize = 45;

/// For each line whether it is a row of a table: several lines one after the other are in pieces.
pub(super) fn rows(lines: &[Line<'_>]) -> Vec<bool> {
    let mut rows = vec![false; lines.len()];
    let mut run: Vec<usize> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.text.trim().is_empty() {
            continue;
        }
        if is_row(line) {
            run.push(at);
        } else {
            mark(&mut rows, &mut run);
        }
    }
    mark(&mut rows, &mut run);
    rows
}

fn mark(rows: &mut [bool], run: &mut Vec<usize>) {
    let is_table = run.len() >= FEWEST;
    for at in run.drain(..) {
        if let Some(row) = rows.get_mut(at) {
            *row = is_table;
        }
    }
}

fn is_row(line: &Line<'_>) -> bool {
    let cells = line.style.map_or(1, |style| usize::from(style.cells));
    cells > 1 && line.text.trim().chars().count() <= cells * LONGEST_CELL
}
