//! From letters and their places to lines of text: a gap is a space, a step down a new line.

use unicode_normalization::UnicodeNormalization;

use super::columns::in_order;
use super::pen::Glyph;

/// A gap is a space from such a share of the size of the letters.
const SPACE: f32 = 0.16;
/// A gap that is so much wider than the letters are high is one between the cells of a table.
const CELL: f32 = 1.5;
/// The number or the sign before an item has no more letters.
const LABEL: usize = 4;
/// A letter at the start of a paragraph that is so much larger is a drop cap.
const DROP_CAP: f32 = 1.6;

/// A line of text and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextLine {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// How many pieces of it stand far apart.
    pub(super) cells: u8,
}

/// The lines of letters, in the order in which they were written.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<TextLine> {
    let mut rows: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs.iter().filter(|glyph| !glyph.text.is_empty()) {
        match rows.last_mut() {
            Some(row) if is_on(row, glyph) => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    let lines: Vec<TextLine> = in_order(rows).iter().filter_map(|row| line(row)).collect();
    with_drop_caps(lines)
}

/// Whether a letter stands on the same line as those before it.
fn is_on(row: &[&Glyph], glyph: &Glyph) -> bool {
    let Some(last) = row.last() else {
        return false;
    };
    let (base, size) = baseline(row);
    let step = (glyph.y - base).abs();
    // A drop cap reaches down over several lines; only one on the line itself is of it.
    let is_letter = glyph.text.chars().any(char::is_alphabetic);
    if is_letter && size > glyph.size * DROP_CAP && row.len() <= 2 && step > glyph.size * 0.2 {
        return false;
    }
    let height = size.max(glyph.size).max(1.0);
    let smaller = glyph.size < size * 0.85 && glyph.y > base - height * 0.4;
    let after_raised = last.size < size * 0.85 && step < height * 0.1;
    // The label of a note is set small and high before it.
    let is_label =
        row.len() <= 3 && row.iter().all(|glyph| glyph.text.chars().all(|c| c.is_ascii_digit()));
    if is_label && size < glyph.size * 0.85 && base > glyph.y {
        return step < glyph.size * 0.7 && glyph.x - last.end < glyph.size && glyph.x > last.x;
    }
    let near = if smaller || after_raised {
        step < height * 0.75
    } else {
        step < height.min(size.max(1.0) * 1.2) * 0.4
    };
    // A large step back is the next line or the next column.
    let back = last.x - glyph.x > height * 2.0
        && !is_right_to_left(&glyph.text)
        && !is_right_to_left(&last.text);
    near && !back && glyph.turn == last.turn
}

/// The line that the larger letters of a row stand on.
fn baseline(row: &[&Glyph]) -> (f32, f32) {
    let near = || row.iter().rev().take(24);
    let size = near().map(|glyph| glyph.size).fold(0.0, f32::max);
    let base = near().find(|glyph| glyph.size > size * 0.9).map_or(0.0, |glyph| glyph.y);
    (base, size)
}

fn line(row: &[&Glyph]) -> Option<TextLine> {
    let letters = row.iter().filter(|glyph| glyph.text.chars().any(char::is_alphabetic)).count();
    let turned = row.iter().filter(|glyph| is_right_to_left(&glyph.text)).count();
    let ordered = if turned * 2 > letters { logical(row) } else { row.to_vec() };
    let size = usual_size(row);
    let base = row
        .iter()
        .find(|glyph| (glyph.size - size).abs() < size * 0.1)
        .map_or(0.0, |glyph| glyph.y);
    let is_turned = turned * 2 > letters;
    let mut text = String::new();
    let mut before: Option<&Glyph> = None;
    let mut cells = 1_u8;
    for glyph in &ordered {
        let piece = piece(glyph, base, size);
        if let Some(before) = before {
            let gap = if is_turned && glyph.x < before.x {
                before.x - glyph.end
            } else {
                glyph.x - before.end
            };
            let wide = is_wide(&before.text) && is_wide(&glyph.text);
            let needed = if wide { 0.9 } else { SPACE }
                * before.size.max(glyph.size).min(size.max(1.0) * 1.5);
            let spaced = text.ends_with(' ') || piece.starts_with(' ');
            let is_drop_cap = before.size > size * DROP_CAP && text.chars().count() == 1;
            if gap.abs() > needed && !spaced && !is_drop_cap {
                text.push(' ');
                // What stands before a list's item is no cell.
                let is_label = cells == 1 && text.chars().count() <= LABEL;
                cells = cells.saturating_add(u8::from(gap > size * CELL && !is_label));
            }
        }
        text.push_str(&piece);
        before = Some(glyph);
    }
    let bold = row.iter().filter(|glyph| glyph.bold).count() * 10 > row.len() * 8;
    let x = row.iter().map(|glyph| glyph.x).fold(f32::MAX, f32::min);
    let end = row.iter().map(|glyph| glyph.end).fold(f32::MIN, f32::max);
    let text = text.trim_end().to_owned();
    (!text.trim().is_empty()).then_some(TextLine { text, x, end, y: base, size, bold, cells })
}

/// The letters of a glyph. Digits that are small and set high are marks of notes.
fn piece(glyph: &Glyph, base: f32, size: f32) -> String {
    let text: String = if glyph.text.chars().any(is_presentation) {
        glyph.text.nfkc().collect()
    } else {
        glyph.text.clone()
    };
    let raised = glyph.size < size * 0.85 && glyph.y > base + size * 0.15;
    if raised && text.chars().all(|c| c.is_ascii_digit()) {
        return text
            .chars()
            .filter_map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize))
            .collect();
    }
    text
}

/// A form of an Arabic or Hebrew letter as it is drawn.
fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
    )
}

/// Letters of scripts that are written without spaces.
fn is_wide(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}'))
}

/// Letters that run from right to left, in the order in which they are read; Latin words and
/// numbers among them run from left to right.
fn logical<'a>(row: &[&'a Glyph]) -> Vec<&'a Glyph> {
    let mut sorted = row.to_vec();
    sorted.sort_by(|one, other| other.x.total_cmp(&one.x));
    let is_latin = |glyph: &Glyph| glyph.text.chars().any(|c| c.is_ascii_alphanumeric());
    let mut ordered: Vec<&Glyph> = Vec::with_capacity(sorted.len());
    let mut latin: Vec<&Glyph> = Vec::new();
    for glyph in sorted {
        let inner = !latin.is_empty()
            && glyph.text.chars().all(|c| matches!(c, ' ' | '.' | ',' | '-' | ':' | '/'));
        if is_latin(glyph) || inner {
            latin.push(glyph);
        } else {
            ordered.extend(turned(&mut latin));
            ordered.push(glyph);
        }
    }
    ordered.extend(turned(&mut latin));
    ordered
}

/// Latin letters from left to right; what stands after the last of them is no part of them.
fn turned<'a>(latin: &mut Vec<&'a Glyph>) -> Vec<&'a Glyph> {
    let last =
        latin.iter().rposition(|glyph| glyph.text.chars().any(|c| c.is_ascii_alphanumeric()));
    let rest = latin.split_off(last.map_or(0, |last| last + 1));
    let mut turned: Vec<&Glyph> = std::mem::take(latin).into_iter().rev().collect();
    turned.extend(rest);
    turned
}

/// The size that most letters of a row have.
fn usual_size(row: &[&Glyph]) -> f32 {
    let mut sizes: Vec<f32> =
        row.iter().filter(|glyph| !glyph.text.trim().is_empty()).map(|glyph| glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0).max(0.1)
}

/// Puts a large first letter that stands on a line of its own before its word.
fn with_drop_caps(lines: Vec<TextLine>) -> Vec<TextLine> {
    let mut found: Vec<TextLine> = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let is_letter = line.text.chars().count() <= 2
            && line.text.chars().all(|c| c.is_uppercase() || "“‘«\"".contains(c));
        if is_letter
            && let Some(next) = lines.peek_mut()
            && line.size > next.size * DROP_CAP
            && next.x > line.x
            && next.y - line.y < line.size
            && line.y - next.y < line.size
        {
            next.text = joined(&line.text, next.text.trim_start());
            next.x = line.x;
            continue;
        }
        found.push(line);
    }
    found
}

/// A drop cap and the rest of its word, or its word and the next: `A` may be a word.
fn joined(cap: &str, rest: &str) -> String {
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let is_word = matches!(cap, "A" | "I" | "O")
        && crate::words::tier(&word).is_some()
        && crate::words::tier(&format!("{cap}{word}")).is_none();
    if is_word { format!("{cap} {rest}") } else { format!("{cap}{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters one after the other, each half as wide as it is high.
    fn glyphs(text: &str, x: f32, y: f32, size: f32) -> Vec<Glyph> {
        let glyph = |(index, c): (usize, char)| {
            let x = x + index as f32 * size / 2.0;
            Glyph { text: c.to_string(), x, end: x + size / 2.0, y, size, bold: false, turn: 0 }
        };
        text.chars().enumerate().filter(|(_, c)| *c != ' ').map(glyph).collect()
    }

    fn texts(all: &[Vec<Glyph>]) -> Vec<String> {
        lines(&all.concat()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn gaps_are_spaces() {
        assert_eq!(
            texts(&[glyphs("two words", 0.0, 0.0, 10.0), glyphs("next", 0.0, -12.0, 10.0)]),
            ["two words", "next"]
        );
    }

    #[test]
    fn columns_that_were_drawn_line_by_line_are_read_one_after_the_other() {
        let mut all =
            vec![glyphs("A title that stands over both of the columns of it", 0.0, 20.0, 10.0)];
        let mut expected = vec!["A title that stands over both of the columns of it".to_owned()];
        for column in ["left", "right"] {
            expected.extend((1..7).map(|line| format!("and of the {column} column line {line}")));
        }
        for line in 1..7 {
            let y = -12.0 * line as f32;
            all.push(glyphs(&format!("and of the left column line {line}"), 0.0, y, 10.0));
            all.push(glyphs(&format!("and of the right column line {line}"), 170.0, y, 10.0));
        }
        assert_eq!(texts(&all), expected);
        // The cells of a table stay on their line.
        let rows: Vec<Vec<Glyph>> = (1..9)
            .flat_map(|row| {
                let y = -12.0 * row as f32;
                [
                    glyphs(&format!("In the year {row}"), 0.0, y, 10.0),
                    glyphs("it snowed", 170.0, y, 10.0),
                ]
            })
            .collect();
        assert_eq!(texts(&rows).first().map(String::as_str), Some("In the year 1 it snowed"));
    }

    #[test]
    fn raised_digits_are_marks() {
        let all = [
            glyphs("road.", 0.0, 0.0, 10.0),
            glyphs("12", 25.0, 4.0, 6.0),
            glyphs("It", 36.0, 0.0, 10.0),
        ];
        assert_eq!(texts(&all), ["road.¹² It"]);
        assert_eq!(
            texts(&[
                glyphs("H", 0.0, 0.0, 10.0),
                glyphs("2", 5.0, -2.0, 6.0),
                glyphs("O", 8.0, 0.0, 10.0)
            ]),
            ["H2O"]
        );
    }

    #[test]
    fn a_drop_cap_belongs_to_its_word() {
        let rest = [glyphs("ower is lent", 20.0, 20.0, 10.0), glyphs("for a day", 20.0, 8.0, 10.0)]
            .concat();
        assert_eq!(texts(&[glyphs("P", 0.0, 8.0, 34.0), rest]), ["Power is lent", "for a day"]);
    }

    #[test]
    fn arabic_is_read_from_the_right() {
        let mut all: Vec<Glyph> = glyphs("ابجد هوز", 0.0, 0.0, 10.0);
        let width = 40.0;
        for glyph in &mut all {
            (glyph.x, glyph.end) = (width - glyph.end, width - glyph.x);
        }
        all.reverse();
        assert_eq!(texts(&[all]), ["ابجد هوز"]);
    }
}
