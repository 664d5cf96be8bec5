//! Columns that were drawn line by line across the page: each is read to its end before the next.

use super::lines::is_right_to_left;
use super::pen::Glyph;

/// A row of letters in the order in which they were written.
pub(super) type Row<'a> = Vec<&'a Glyph>;

/// Fewer lines beside each other are no columns.
const FEWEST: usize = 5;
/// So many letters a line of a column has; the cells of a table have fewer.
const LETTERS: usize = 20;
/// A gutter is so much wider than the letters are high.
const GUTTER: f32 = 1.0;
/// Columns in columns in columns do not come.
const DEEPEST: usize = 3;

/// The rows of a page, column by column.
pub(super) fn in_order(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    cut(rows, DEEPEST)
}

fn cut(rows: Vec<Row<'_>>, depth: usize) -> Vec<Row<'_>> {
    let Some(gutter) = (depth > 0).then(|| gutter(&rows)).flatten() else {
        return rows;
    };
    let mut ordered = Vec::with_capacity(rows.len());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in rows {
        match sides(row, gutter) {
            Ok((one, other)) => {
                left.extend((!one.is_empty()).then_some(one));
                right.extend((!other.is_empty()).then_some(other));
            }
            // A line across the page ends the columns above it.
            Err(row) => {
                ordered.extend(columns(&mut left, &mut right, depth));
                ordered.push(row);
            }
        }
    }
    ordered.extend(columns(&mut left, &mut right, depth));
    ordered
}

fn columns<'a>(left: &mut Vec<Row<'a>>, right: &mut Vec<Row<'a>>, depth: usize) -> Vec<Row<'a>> {
    let turned = |rows: &[Row<'_>]| {
        let all = || rows.iter().flatten();
        all().filter(|glyph| is_right_to_left(&glyph.text)).count() * 2 > all().count()
    };
    let from_right = turned(left) && turned(right);
    let [mut left, right] = [left, right].map(|side| cut(std::mem::take(side), depth - 1));
    if from_right {
        return right.into_iter().chain(left).collect();
    }
    left.extend(right);
    left
}

/// Where the gutter is, if the lines left and right of it were drawn in turn: most rows have a gap
/// there.
fn gutter(rows: &[Row<'_>]) -> Option<f32> {
    let gaps: Vec<Vec<(f32, f32)>> = rows.iter().map(|row| prose_gaps(row)).collect();
    let mut steps: Vec<(f32, i32)> =
        gaps.iter().flatten().flat_map(|(from, to)| [(*from, 1), (*to, -1)]).collect();
    steps.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let (mut open, mut most, mut gutter) = (0, 0, None);
    for pair in steps.windows(2) {
        let [(from, step), (to, _)] = pair else { continue };
        open += step;
        if open > most {
            (most, gutter) = (open, Some(f32::midpoint(*from, *to)));
        }
    }
    let gutter = gutter?;
    let through = usize::try_from(most).unwrap_or_default();
    let with_gaps = gaps.iter().filter(|gaps| !gaps.is_empty()).count();
    let crossing = rows.iter().filter(|row| crosses(row, gutter)).count();
    (through >= FEWEST && through * 10 >= with_gaps * 6 && crossing * 2 <= through)
        .then_some(gutter)
}

/// A row from left to right.
fn sorted<'a>(row: &[&'a Glyph]) -> Row<'a> {
    let mut row = row.to_vec();
    row.sort_by(|one, other| one.x.total_cmp(&other.x));
    row
}

/// The wide gaps of a row that have prose on both sides of them.
fn prose_gaps(row: &[&Glyph]) -> Vec<(f32, f32)> {
    let row = sorted(row);
    let letter = |glyph: &&&Glyph| glyph.text.chars().any(char::is_alphabetic);
    let all = row.iter().filter(letter).count();
    let mut before = 0;
    let mut gaps = Vec::new();
    for pair in row.windows(2) {
        let [one, other] = pair else { continue };
        before += usize::from(letter(&one));
        let wide = other.x - one.end > one.size.max(other.size) * GUTTER;
        if wide && before >= LETTERS && all - before >= LETTERS {
            gaps.push((one.end, other.x));
        }
    }
    gaps
}

fn crosses(row: &[&Glyph], gutter: f32) -> bool {
    let on = row.iter().any(|glyph| glyph.x < gutter && gutter < glyph.end);
    // A word may end where the gutter would begin.
    let near = sorted(row).windows(2).any(|pair| match pair {
        [one, other] => {
            one.end <= gutter && gutter <= other.x && other.x - one.end < one.size * GUTTER
        }
        _ => false,
    });
    on || near
}

/// What stands left and right of a gutter; the row itself if it crosses it.
fn sides<'a>(row: Row<'a>, gutter: f32) -> Result<(Row<'a>, Row<'a>), Row<'a>> {
    if crosses(&row, gutter) {
        return Err(row);
    }
    Ok(row.into_iter().partition(|glyph| f32::midpoint(glyph.x, glyph.end) < gutter))
}
