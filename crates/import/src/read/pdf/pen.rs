//! Where the letters of a page are put, by the operators of its content.

use std::collections::HashMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::Font;
use super::predefined::Maps;

/// What one page may unpack to.
const MOST_PAGE: usize = 16 * 1024 * 1024;
/// Pages that are put on sheets stand in forms; forms in forms in forms do not.
const DEEPEST: usize = 4;
/// What all pages together may ask for.
const MOST_OPERATIONS: usize = 20_000_000;
/// No page has more letters.
const MOST_GLYPHS: usize = 500_000;
/// States are not saved deeper.
const MOST_STATES: usize = 256;

/// How much of a document is still read, and what its fonts are.
pub(super) struct Budget {
    operations: usize,
    fonts: HashMap<ObjectId, std::rc::Rc<Font>>,
    maps: Maps,
    /// How many letters were drawn that nobody can read.
    pub(super) unreadable: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            operations: MOST_OPERATIONS,
            fonts: HashMap::new(),
            maps: Maps::default(),
            unreadable: 0,
        }
    }

    pub(super) fn is_spent(&self) -> bool {
        self.operations == 0
    }
}

/// A letter or a ligature, and where it stands on its page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// How often a quarter turn is made to the left.
    pub(super) turn: u8,
}

/// The letters of a page in the order in which they were written.
pub(super) fn glyphs(document: &Document, id: ObjectId, budget: &mut Budget) -> Vec<Glyph> {
    let Ok(bytes) = document.get_page_content_with_limit(id, MOST_PAGE) else {
        return Vec::new();
    };
    let resources = document.get_page_resources(id).ok();
    let all: Vec<&Dictionary> = resources.map_or_else(Vec::new, |(inline, ids)| {
        let named = ids.into_iter().filter_map(|id| document.get_dictionary(id).ok());
        inline.into_iter().chain(named).collect()
    });
    let mut pen =
        Pen { document, budget, glyphs: Vec::new(), state: State::default(), saved: Vec::new() };
    pen.draw(&bytes, &all, DEEPEST);
    pen.glyphs
}

/// A transformation: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
type Matrix = [f32; 6];
const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `other`.
fn then(one: Matrix, other: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [k, l, m, n, o, p] = other;
    [
        a * k + b * m,
        a * l + b * n,
        c * k + d * m,
        c * l + d * n,
        e * k + f * m + o,
        e * l + f * n + p,
    ]
}

#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<std::rc::Rc<Font>>,
    size: f32,
    leading: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    rise: f32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: SAME,
            text: SAME,
            line: SAME,
            font: None,
            size: 0.0,
            leading: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            rise: 0.0,
        }
    }
}

struct Pen<'a, 'b> {
    document: &'a Document,
    budget: &'b mut Budget,
    glyphs: Vec<Glyph>,
    state: State,
    saved: Vec<State>,
}

impl<'a> Pen<'a, '_> {
    fn draw(&mut self, bytes: &[u8], resources: &[&'a Dictionary], depth: usize) {
        let Ok(content) = Content::decode(bytes) else {
            return;
        };
        let mut fonts: HashMap<Vec<u8>, Option<std::rc::Rc<Font>>> = HashMap::new();
        for operation in &content.operations {
            let Some(left) = self.budget.operations.checked_sub(1) else {
                return;
            };
            self.budget.operations = left;
            match operation.operator.as_str() {
                "Do" if depth > 0 => self.form(operation, resources, depth - 1),
                "Tf" => {
                    let name = operation
                        .operands
                        .first()
                        .and_then(|name| name.as_name().ok())
                        .unwrap_or_default();
                    let font =
                        fonts.entry(name.to_vec()).or_insert_with(|| self.font(name, resources));
                    self.state.font = font.clone();
                    self.state.size = number(operation, 1);
                }
                _ => self.operate(operation),
            }
        }
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> Option<std::rc::Rc<Font>> {
        let found = resources.iter().find_map(|resources| {
            let fonts =
                resources.get_deref(b"Font", self.document).and_then(Object::as_dict).ok()?;
            fonts.get(name).ok()
        })?;
        let id = found.as_reference().ok();
        if let Some(font) = id.and_then(|id| self.budget.fonts.get(&id)) {
            return Some(font.clone());
        }
        let dictionary = self.document.dereference(found).ok()?.1.as_dict().ok()?;
        let font = std::rc::Rc::new(Font::read(self.document, dictionary, &mut self.budget.maps));
        if let Some(id) = id {
            self.budget.fonts.insert(id, font.clone());
        }
        Some(font)
    }

    fn form(&mut self, operation: &Operation, resources: &[&'a Dictionary], depth: usize) {
        let name =
            operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let found = resources.iter().find_map(|resources| {
            let forms =
                resources.get_deref(b"XObject", self.document).and_then(Object::as_dict).ok()?;
            forms.get_deref(name, self.document).and_then(Object::as_stream).ok()
        });
        let Some(form) = found.filter(|form| {
            form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Form")
        }) else {
            return;
        };
        let Ok(bytes) = form.decompressed_content_with_limit(MOST_PAGE) else {
            return;
        };
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let all: Vec<&'a Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        let before = self.state.clone();
        let matrix = form.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array).ok();
        if let Some(matrix) = matrix.and_then(|m| matrix_of(m)) {
            self.state.page = then(matrix, self.state.page);
        }
        self.draw(&bytes, &all, depth);
        self.state = before;
    }

    fn operate(&mut self, operation: &Operation) {
        let number = |index: usize| number(operation, index);
        match operation.operator.as_str() {
            "q" if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                if let Some(matrix) = matrix_of(&operation.operands) {
                    self.state.page = then(matrix, self.state.page);
                }
            }
            "BT" => (self.state.text, self.state.line) = (SAME, SAME),
            "Tc" => self.state.letter_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.stretch = number(0) / 100.0,
            "Ts" => self.state.rise = number(0),
            "TL" => self.state.leading = number(0),
            "Td" => self.go(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.go(number(0), number(1));
            }
            "Tm" => {
                if let Some(matrix) = matrix_of(&operation.operands) {
                    (self.state.text, self.state.line) = (matrix, matrix);
                }
            }
            "T*" => self.go(0.0, -self.state.leading),
            "Tj" => self.show(operation.operands.first()),
            "'" => {
                self.go(0.0, -self.state.leading);
                self.show(operation.operands.last());
            }
            "\"" => {
                (self.state.word_space, self.state.letter_space) = (number(0), number(1));
                self.go(0.0, -self.state.leading);
                self.show(operation.operands.last());
            }
            "TJ" => {
                let parts = operation.operands.first().and_then(|parts| parts.as_array().ok());
                for part in parts.into_iter().flatten() {
                    match part.as_float() {
                        Ok(gap) => {
                            self.advance(-gap / 1000.0 * self.state.size * self.state.stretch)
                        }
                        Err(_) => self.show(Some(part)),
                    }
                }
            }
            _ => {}
        }
    }

    fn go(&mut self, x: f32, y: f32) {
        self.state.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.state.line);
        self.state.text = self.state.line;
    }

    fn advance(&mut self, x: f32) {
        self.state.text = then([1.0, 0.0, 0.0, 1.0, x, 0.0], self.state.text);
    }

    fn show(&mut self, text: Option<&Object>) {
        let (Some(Ok(bytes)), Some(font)) = (text.map(Object::as_str), self.state.font.clone())
        else {
            return;
        };
        if font.is_unreadable() {
            self.budget.unreadable += bytes.len() / 2;
        }
        for code in font.codes(bytes) {
            if self.glyphs.len() >= MOST_GLYPHS {
                return;
            }
            let state = &self.state;
            let space = state.letter_space + if code.is_space { state.word_space } else { 0.0 };
            let width = code.width * state.size * state.stretch;
            let step = width + space * state.stretch;
            let [a, b, c, d, e, f] =
                then([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], then(state.text, state.page));
            let size = (c.hypot(d) * state.size).abs();
            let scale = a.hypot(b);
            // Turned so that the line runs from left to right.
            let turn = turn_of(a, b);
            let (x, y) = match turn {
                0 => (e, f),
                1 => (f, -e),
                2 => (-e, -f),
                _ => (-f, e),
            };
            if x.is_finite() && y.is_finite() && size.is_finite() {
                let end = x + width * scale;
                self.glyphs.push(Glyph { text: code.text, x, end, y, size, bold: font.bold, turn });
            }
            self.advance(step);
        }
    }
}

/// Which way a line runs: to the right, upwards, to the left, downwards.
fn turn_of(a: f32, b: f32) -> u8 {
    if a.abs() >= b.abs() {
        if a >= 0.0 { 0 } else { 2 }
    } else if b > 0.0 {
        1
    } else {
        3
    }
}

fn number(operation: &Operation, index: usize) -> f32 {
    let value = operation.operands.get(index).and_then(|value| value.as_float().ok());
    value.filter(|value| value.is_finite()).unwrap_or(0.0)
}

fn matrix_of(operands: &[Object]) -> Option<Matrix> {
    let mut matrix = SAME;
    for (slot, operand) in matrix.iter_mut().zip(operands) {
        *slot = operand.as_float().ok().filter(|value| value.is_finite())?;
    }
    (operands.len() >= 6).then_some(matrix)
}
