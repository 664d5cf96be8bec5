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
const DEEPEST: usize = 2;

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

/// Where the gutter is, if the lines left and right of it were drawn in turn.
fn gutter(rows: &[Row<'_>]) -> Option<f32> {
    let gaps: Vec<(f32, f32)> = rows.iter().filter_map(|row| prose_gap(row)).collect();
    let mut middles: Vec<f32> = gaps.iter().map(|(from, to)| f32::midpoint(*from, *to)).collect();
    middles.sort_by(f32::total_cmp);
    let middle = middles.get(middles.len() / 2).copied()?;
    // The last lines of paragraphs leave more room on one side.
    let through = gaps.iter().filter(|(from, to)| *from < middle && middle < *to);
    let (from, to) =
        through.fold((f32::MIN, f32::MAX), |(from, to), gap| (from.max(gap.0), to.min(gap.1)));
    let gutter = f32::midpoint(from, to);
    let through = gaps.iter().filter(|(from, to)| *from < gutter && gutter < *to).count();
    let crossing = rows.iter().filter(|row| crosses(row, gutter)).count();
    (through >= FEWEST && through * 10 >= gaps.len() * 8 && crossing * 2 <= through)
        .then_some(gutter)
}

/// The widest gap of a row that has prose on both sides of it.
fn prose_gap(row: &[&Glyph]) -> Option<(f32, f32)> {
    let pairs = row.windows(2).enumerate().filter_map(|(at, pair)| match pair {
        [one, other] => Some((at + 1, one.end, other.x, one.size.max(other.size))),
        _ => None,
    });
    let wide = pairs.filter(|(_, end, x, size)| x - end > size * GUTTER);
    let (at, end, x, _) =
        wide.max_by(|one, other| (one.2 - one.1).total_cmp(&(other.2 - other.1)))?;
    let letters = |glyphs: &[&Glyph]| {
        let texts = glyphs.iter().map(|glyph| &glyph.text);
        texts.filter(|text| text.chars().any(char::is_alphabetic)).count()
    };
    let (one, other) = row.split_at_checked(at)?;
    (letters(one) >= LETTERS && letters(other) >= LETTERS).then_some((end, x))
}

fn crosses(row: &[&Glyph], gutter: f32) -> bool {
    let on = row.iter().any(|glyph| glyph.x < gutter && gutter < glyph.end);
    // A word may end where the gutter would begin.
    let near = row.windows(2).any(|pair| match pair {
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
