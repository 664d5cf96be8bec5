//! Sheets with several pages on a side: two beside each other, or four of which the upper two stand
//! on their heads.

use super::pen::Glyph;

/// A sheet is so much wider than high.
const LANDSCAPE: f32 = 1.2;
/// The gutter has such a share of the width.
const GUTTER: f32 = 0.02;

/// The letters of one side of a sheet, and its size.
pub(super) struct Side {
    pub(super) glyphs: Vec<Glyph>,
    /// Left, bottom, right and top.
    pub(super) bounds: [f32; 4],
}

/// How the pages stand on the sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheets {
    One,
    Two,
    Four,
}

/// The pages of all sides, cut apart.
pub(super) fn cut(sides: Vec<Side>) -> (Vec<Vec<Glyph>>, Sheets) {
    let filled = || sides.iter().filter(|side| side.glyphs.len() > 40);
    let count = filled().count();
    let most = |is: &dyn Fn(&Side) -> bool| {
        count > 0 && filled().filter(|side| is(side)).count() * 10 >= count * 7
    };
    let sheets = if most(&is_four) {
        Sheets::Four
    } else if most(&is_two) && filled().any(has_both) {
        Sheets::Two
    } else {
        Sheets::One
    };
    let mut pages = Vec::new();
    for side in sides {
        match sheets {
            Sheets::One => pages.push(upright(side.glyphs)),
            Sheets::Two => {
                let middle = middle(&side, usual_turn(&side.glyphs));
                pages.extend(halves(upright(side.glyphs), middle));
            }
            Sheets::Four => {
                for turn in [0, 2] {
                    let glyphs =
                        side.glyphs.iter().filter(|glyph| glyph.turn == turn).cloned().collect();
                    pages.extend(halves(glyphs, middle(&side, turn)));
                }
            }
        }
    }
    (pages, sheets)
}

/// The letters that run as most do.
fn upright(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let turn = usual_turn(&glyphs);
    glyphs.into_iter().filter(|glyph| glyph.turn == turn).collect()
}

fn usual_turn(glyphs: &[Glyph]) -> u8 {
    (0..4)
        .max_by_key(|turn| (glyphs.iter().filter(|glyph| glyph.turn == *turn).count(), 4 - turn))
        .unwrap_or(0)
}

/// Where the middle of a side is for letters that are turned so.
fn middle(side: &Side, turn: u8) -> f32 {
    let [left, bottom, right, top] = side.bounds;
    match turn {
        0 => f32::midpoint(left, right),
        1 => f32::midpoint(bottom, top),
        2 => -f32::midpoint(left, right),
        _ => -f32::midpoint(bottom, top),
    }
}

/// How wide and how high a side is for letters that are turned so.
fn extent(side: &Side, turn: u8) -> (f32, f32) {
    let [left, bottom, right, top] = side.bounds;
    let (width, height) = ((right - left).abs(), (top - bottom).abs());
    if turn.is_multiple_of(2) { (width, height) } else { (height, width) }
}

fn halves(glyphs: Vec<Glyph>, middle: f32) -> [Vec<Glyph>; 2] {
    let (left, right) =
        glyphs.into_iter().partition(|glyph| f32::midpoint(glyph.x, glyph.end) < middle);
    [left, right]
}

/// Whether nothing crosses the gutter of a side.
fn is_two(side: &Side) -> bool {
    let turn = usual_turn(&side.glyphs);
    let (width, height) = extent(side, turn);
    let middle = middle(side, turn);
    let crosses =
        |glyph: &&Glyph| glyph.end > middle - width * GUTTER && glyph.x < middle + width * GUTTER;
    let crossing = side.glyphs.iter().filter(|glyph| glyph.turn == turn).filter(crosses).count();
    width > height * LANDSCAPE && crossing * 100 <= side.glyphs.len()
}

fn has_both(side: &Side) -> bool {
    let middle = middle(side, usual_turn(&side.glyphs));
    let left = side.glyphs.iter().filter(|glyph| glyph.x < middle).count();
    left * 10 > side.glyphs.len() && left * 10 < side.glyphs.len() * 9
}

/// Whether a good part of the letters stands on its head.
fn is_four(side: &Side) -> bool {
    let of = |turn: u8| side.glyphs.iter().filter(|glyph| glyph.turn == turn).count() * 5;
    of(0) > side.glyphs.len() && of(2) > side.glyphs.len()
}
