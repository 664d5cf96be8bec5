//! Where everything in a map goes, in pixels. Letters are so large that they are read on a phone,
//! which shows the picture at a quarter of its size.

use serde::Serialize;

use super::font::{Weight, fit, width};
use crate::messages::ui::{MapDrawing, QuestionRow, WorkStrip};
use domain::record::{Standing, Touch};

/// How wide a picture is.
pub(super) const WIDTH: u32 = 1_200;
const MARGIN: u32 = 56;
/// Where the words of a row begin, right of its number.
const INDENT: u32 = 128;
const RIGHT: u32 = WIDTH - MARGIN;

const TITLE: u32 = 60;
const LARGE: u32 = 44;
const WORDS: u32 = 40;
const SMALL: u32 = 36;

/// With more questions than this, each has one line, without its words.
const IN_FULL: usize = 4;
/// An answer's mark, and the widest distance from one to the next.
const CELL: u32 = 48;
/// A passage's mark with the blank beside it, at most.
const SLOT: u32 = 36;
const TALL: u32 = 48;
const HALF: u32 = 26;
const DOT: u32 = 8;

/// A map with a place for everything.
#[derive(Debug, Serialize)]
pub(super) struct Sheet {
    width: u32,
    height: u32,
    font: &'static str,
    size: Sizes,
    title: Option<Label>,
    count: Option<Label>,
    /// Where a rule is.
    rules: Vec<u32>,
    rows: Vec<Row>,
    works: Vec<Work>,
    key: Vec<KeyItem>,
}

#[derive(Debug, Serialize)]
struct Sizes {
    title: u32,
    large: u32,
    words: u32,
    small: u32,
}

/// Words, and where they begin or end, and stand.
#[derive(Debug, Serialize)]
struct Label {
    x: u32,
    y: u32,
    words: String,
}

/// A question.
#[derive(Debug, Serialize)]
struct Row {
    number: Label,
    words: Option<Label>,
    cells: Vec<Cell>,
    count: Label,
    sign: Sign,
    outcome: Option<Label>,
}

/// An answer.
#[derive(Debug, Serialize)]
struct Cell {
    kind: &'static str,
    x: u32,
    y: u32,
    side: u32,
}

/// What became of a question.
#[derive(Debug, Serialize)]
struct Sign {
    standing: Standing,
    x: u32,
    y: u32,
}

/// A work.
#[derive(Debug, Serialize)]
struct Work {
    letter: Label,
    words: Option<Label>,
    marks: Vec<Mark>,
}

/// A passage.
#[derive(Debug, Serialize)]
struct Mark {
    touch: Touch,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

/// What a mark means.
#[derive(Debug, Serialize)]
struct KeyItem {
    cell: Option<Cell>,
    mark: Option<Mark>,
    words: Label,
}

impl Sheet {
    pub(super) fn new(map: &MapDrawing) -> Self {
        let mut sheet = Self {
            width: WIDTH,
            height: 0,
            font: super::font::FAMILY,
            size: Sizes { title: TITLE, large: LARGE, words: WORDS, small: SMALL },
            title: None,
            count: None,
            rules: Vec::new(),
            rows: Vec::new(),
            works: Vec::new(),
            key: Vec::new(),
        };
        let mut y = sheet.head(map, MARGIN);
        y = sheet.questions(map, y);
        if !map.works.is_empty() {
            y = sheet.passages(map, y);
        }
        sheet.height = y + MARGIN / 2;
        sheet
    }

    /// Title and count; gives back where what follows begins, as do the others.
    fn head(&mut self, map: &MapDrawing, mut y: u32) -> u32 {
        self.title = fit(&map.title, TITLE, Weight::Bold, RIGHT - MARGIN).map(|words| Label {
            x: MARGIN,
            y: y + TITLE - 12,
            words,
        });
        if self.title.is_some() {
            y += TITLE + 12;
        }
        self.count = fit(&map.count, WORDS, Weight::Regular, RIGHT - MARGIN).map(|words| Label {
            x: MARGIN,
            y: y + WORDS - 4,
            words,
        });
        self.rule(y + WORDS + 24)
    }

    fn rule(&mut self, y: u32) -> u32 {
        self.rules.push(y);
        y + 32
    }

    fn questions(&mut self, map: &MapDrawing, mut y: u32) -> u32 {
        let in_full = map.questions.len() <= IN_FULL;
        for question in &map.questions {
            let words = in_full
                .then(|| fit(&question.words, WORDS, Weight::Regular, RIGHT - INDENT))
                .flatten()
                .map(|words| Label { x: INDENT, y: y + 42, words });
            let below = if words.is_some() { 64 } else { 0 };
            let number = Label { x: MARGIN, y: y + 42, words: question.number.to_string() };
            self.rows.push(row(question, number, words, y + below));
            y += below + if in_full { 84 } else { 72 };
        }
        let [met, parted, other] = &map.answer_key;
        let kinds = [("met", met), ("parted", parted), ("other", other)];
        let items = kinds.map(|(kind, words)| {
            let cell = |x, y| Cell { kind, x, y, side: CELL - 14 };
            (words, move |x, y| (Some(cell(x, y)), None))
        });
        self.keys(items, y + 4)
    }

    fn passages(&mut self, map: &MapDrawing, y: u32) -> u32 {
        let mut y = self.rule(y);
        for strip in &map.works {
            let letter = Label { x: MARGIN, y: y + 42, words: strip.letter.to_string() };
            let words = fit(&strip.words, WORDS, Weight::Regular, RIGHT - INDENT)
                .map(|words| Label { x: INDENT, y: y + 42, words });
            let below = if words.is_some() { 64 } else { 0 };
            self.works.push(Work { letter, words, marks: marks(strip, y + below) });
            y += below + TALL + 28;
        }
        let [argued, read, untouched] = &map.passage_key;
        let kinds = [(Touch::Argued, argued), (Touch::Read, read), (Touch::Untouched, untouched)];
        let items = kinds.map(|(touch, words)| {
            (words, move |x, y| (None, Some(mark(touch, x + 8, y, 16, CELL - 14))))
        });
        self.keys(items, y)
    }

    /// What marks mean, side by side, as far as there is room and the font has their letters.
    fn keys<'w>(
        &mut self,
        items: [(&'w String, impl Fn(u32, u32) -> (Option<Cell>, Option<Mark>)); 3],
        y: u32,
    ) -> u32 {
        let mut x = INDENT;
        for (words, sign) in items {
            let Some(wide) = width(words, SMALL, Weight::Regular) else { continue };
            if x + CELL + wide > RIGHT {
                continue;
            }
            let (cell, mark) = sign(x, y);
            let words = Label { x: x + CELL, y: y + 30, words: words.clone() };
            self.key.push(KeyItem { cell, mark, words });
            x += CELL + wide + 40;
        }
        y + CELL + 20
    }
}

/// The line of a question that has its answers, from `y` down.
fn row(question: &QuestionRow, number: Label, words: Option<Label>, y: u32) -> Row {
    let outcome = fit(&question.outcome, SMALL, Weight::Regular, (RIGHT - INDENT) / 2);
    let wide = outcome.as_deref().and_then(|it| width(it, SMALL, Weight::Regular));
    let sign_x = RIGHT - wide.map_or(0, |wide| wide + 14) - CELL;
    let answers = question.met + question.parted + question.other;
    let count = answers.to_string();
    let room = sign_x - INDENT - 40 - width(&count, SMALL, Weight::Bold).unwrap_or(CELL);
    let pitch = room / clamped(answers).max(1);
    let pitch = pitch.clamp(2, CELL);
    let side = (pitch * 5 / 6).max(1);
    let kinds = [("met", question.met), ("parted", question.parted), ("other", question.other)];
    // More answers than pixels are only counted.
    let fitting = usize::try_from(room / pitch).unwrap_or(usize::MAX);
    let kinds = kinds.into_iter().flat_map(|(kind, many)| std::iter::repeat_n(kind, many));
    let place = |(kind, at): (&'static str, u32)| Cell {
        kind,
        x: INDENT + at * pitch,
        y: y + 4 + (CELL - 8 - side) / 2,
        side,
    };
    let cells: Vec<Cell> = kinds.take(fitting).zip(0..).map(place).collect();
    let after = INDENT + clamped(cells.len()) * pitch;
    Row {
        number,
        words,
        count: Label {
            x: if cells.is_empty() { INDENT } else { after + 12 },
            y: y + 38,
            words: count,
        },
        cells,
        sign: Sign { standing: question.standing, x: sign_x + CELL / 2, y: y + 24 },
        outcome: outcome.map(|words| Label { x: RIGHT, y: y + 37, words }),
    }
}

/// The marks of the passages of a work, side by side, from `y` down.
fn marks(strip: &WorkStrip, y: u32) -> Vec<Mark> {
    let passages = clamped(strip.passages.len()).max(1);
    let slot = ((RIGHT - INDENT) / passages).clamp(2, SLOT);
    let wide = (slot * 2 / 3).max(1);
    let fitting = usize::try_from((RIGHT - INDENT) / slot).unwrap_or(usize::MAX);
    let passages = strip.passages.iter().take(fitting).zip(0..);
    passages.map(|(touch, at)| mark(*touch, INDENT + at * slot, y, wide, TALL)).collect()
}

/// A mark as high as `tall`, or as much of that as what was done with the passage.
fn mark(touch: Touch, x: u32, y: u32, width: u32, tall: u32) -> Mark {
    let height = match touch {
        Touch::Argued => tall,
        Touch::Read => tall * HALF / TALL,
        Touch::Untouched => DOT.min(width),
    };
    Mark { touch, x, y: y + tall - height, width, height }
}

fn clamped(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX / CELL)
}
