//! The lines of a page, from where its letters are put.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// What one page may unpack to.
const MOST_PAGE: usize = 16 * 1024 * 1024;
/// Pages that are put on sheets stand in forms; forms in forms in forms do not.
const DEEPEST: usize = 4;
/// What all pages together may ask for.
const MOST_OPERATIONS: usize = 20_000_000;

/// How much of a document is still read.
pub(super) struct Budget {
    operations: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { operations: MOST_OPERATIONS }
    }

    pub(super) fn is_spent(&self) -> bool {
        self.operations == 0
    }
}

/// The lines of a page in the order in which they were written.
pub(super) fn page_lines(document: &Document, id: ObjectId, budget: &mut Budget) -> Vec<String> {
    let fonts = document.get_page_fonts(id).unwrap_or_default();
    let Ok(bytes) = document.get_page_content_with_limit(id, MOST_PAGE) else {
        return Vec::new();
    };
    let mut pen = Pen::default();
    let resources = document.get_page_resources(id).ok();
    let forms = resources.and_then(|(inline, ids)| {
        inline.or_else(|| ids.into_iter().find_map(|id| document.get_dictionary(id).ok()))
    });
    pen.draw(document, &bytes, &fonts_of(document, &fonts), forms, DEEPEST, budget);
    pen.lines()
}

struct Font<'a> {
    encoding: Option<Encoding<'a>>,
    first: i64,
    widths: Vec<f32>,
    bytes: usize,
}

type Fonts<'a> = BTreeMap<Vec<u8>, Font<'a>>;

fn fonts_of<'a>(document: &'a Document, fonts: &BTreeMap<Vec<u8>, &'a Dictionary>) -> Fonts<'a> {
    fonts.iter().map(|(name, font)| (name.clone(), font_of(document, font))).collect()
}

fn font_of<'a>(document: &'a Document, font: &'a Dictionary) -> Font<'a> {
    let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
    let widths = widths.map(|all| all.iter().map(|w| w.as_float().unwrap_or(500.0)).collect());
    let composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Type0");
    Font {
        encoding: font.get_font_encoding_with_limit(document, MOST_PAGE).ok(),
        first: font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0),
        widths: widths.unwrap_or_default(),
        bytes: if composite { 2 } else { 1 },
    }
}

impl Font<'_> {
    fn text(&self, bytes: &[u8]) -> String {
        let decoded = self.encoding.as_ref().map(|e| Document::decode_text(e, bytes));
        match decoded {
            Some(Ok(text)) => text,
            _ => String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// How wide a text is, in thousandths of its size.
    fn width(&self, bytes: &[u8]) -> f32 {
        if self.widths.is_empty() {
            return (bytes.len() / self.bytes.max(1)) as f32 * 500.0;
        }
        let width = |byte: &u8| {
            let index = usize::try_from(i64::from(*byte).saturating_sub(self.first)).ok();
            index.and_then(|index| self.widths.get(index)).copied().unwrap_or(500.0)
        };
        bytes.iter().map(width).sum()
    }
}

/// A run of letters and where it starts and ends.
struct Run {
    x: f32,
    end: f32,
    y: f32,
    size: f32,
    text: String,
}

#[derive(Default)]
struct Pen {
    runs: Vec<Run>,
    /// Where the line starts, where the pen is, and how large the letters are.
    line: (f32, f32),
    x: f32,
    leading: f32,
    size: f32,
    scale: f32,
    font: Vec<u8>,
}

impl Pen {
    fn draw(
        &mut self,
        document: &Document,
        bytes: &[u8],
        fonts: &Fonts<'_>,
        resources: Option<&Dictionary>,
        depth: usize,
        budget: &mut Budget,
    ) {
        let Ok(content) = Content::decode(bytes) else {
            return;
        };
        for operation in &content.operations {
            let Some(left) = budget.operations.checked_sub(1) else {
                return;
            };
            budget.operations = left;
            if operation.operator == "Do" && depth > 0 {
                self.form(document, operation, resources, depth - 1, budget);
            } else {
                self.operate(operation, fonts);
            }
        }
    }

    fn form(
        &mut self,
        document: &Document,
        operation: &Operation,
        resources: Option<&Dictionary>,
        depth: usize,
        budget: &mut Budget,
    ) {
        let name = operation.operands.first().and_then(|name| name.as_name().ok());
        let forms =
            resources.and_then(|all| all.get_deref(b"XObject", document).ok()?.as_dict().ok());
        let form = name.zip(forms).and_then(|(name, forms)| forms.get_deref(name, document).ok());
        let Some(form) = form.and_then(|form| form.as_stream().ok()) else {
            return;
        };
        if form.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form") {
            return;
        }
        let Ok(bytes) = form.get_plain_content_with_limit(MOST_PAGE) else {
            return;
        };
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        let fonts = own.and_then(|own| own.get_deref(b"Font", document).ok()?.as_dict().ok());
        let fonts: Fonts<'_> = fonts
            .into_iter()
            .flat_map(Dictionary::iter)
            .filter_map(|(name, font)| {
                let (_, font) = document.dereference(font).ok()?;
                Some((name.clone(), font_of(document, font.as_dict().ok()?)))
            })
            .collect();
        self.draw(document, &bytes, &fonts, own, depth, budget);
    }

    fn operate(&mut self, operation: &Operation, fonts: &Fonts<'_>) {
        let number = |index: usize| {
            let value = operation.operands.get(index).and_then(|value| value.as_float().ok());
            value.filter(|value| value.is_finite()).unwrap_or(0.0)
        };
        match operation.operator.as_str() {
            "BT" => {
                self.line = (0.0, 0.0);
                self.x = 0.0;
                self.scale = 1.0;
            }
            "Tf" => {
                if let Some(Ok(name)) = operation.operands.first().map(Object::as_name) {
                    self.font = name.to_vec();
                }
                self.size = number(1);
            }
            "TL" => self.leading = number(0),
            "Td" => self.go(number(0), number(1)),
            "TD" => {
                self.leading = -number(1);
                self.go(number(0), number(1));
            }
            "Tm" => {
                self.scale = number(3).abs().max(number(1).abs()).max(0.001);
                self.line = (number(4), number(5));
                self.x = self.line.0;
            }
            "T*" => self.go(0.0, -self.leading),
            "Tj" => self.show(operation.operands.first(), fonts),
            "'" | "\"" => {
                self.go(0.0, -self.leading);
                self.show(operation.operands.last(), fonts);
            }
            "TJ" => {
                if let Some(Ok(parts)) = operation.operands.first().map(Object::as_array) {
                    for part in parts {
                        match part.as_float() {
                            Ok(gap) => self.x -= gap / 1000.0 * self.size * self.scale,
                            Err(_) => self.show(Some(part), fonts),
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn go(&mut self, x: f32, y: f32) {
        let scale = if self.scale > 0.0 { self.scale } else { 1.0 };
        self.line = (self.line.0 + x * scale, self.line.1 + y * scale);
        self.x = self.line.0;
    }

    fn show(&mut self, text: Option<&Object>, fonts: &Fonts<'_>) {
        let Some(Ok(bytes)) = text.map(Object::as_str) else {
            return;
        };
        let font = fonts.get(&self.font);
        let text = match font {
            Some(font) => font.text(bytes),
            None => String::from_utf8_lossy(bytes).into_owned(),
        };
        let scale = if self.scale > 0.0 { self.scale } else { 1.0 };
        let size = (self.size * scale).abs().max(1.0);
        let width = font.map_or(bytes.len() as f32 * 500.0, |font| font.width(bytes));
        let end = self.x + width / 1000.0 * size;
        self.runs.push(Run { x: self.x, end, y: self.line.1, size, text });
        self.x = end;
    }

    /// Puts the runs together: a gap is a space, a step down a new line, a large one a blank line.
    fn lines(&self) -> Vec<String> {
        let mut lines: Vec<(f32, f32, f32, String)> = Vec::new();
        let mut end = 0.0;
        for run in self.runs.iter().filter(|run| !run.text.is_empty()) {
            match lines.last_mut() {
                Some((_, y, size, line)) if (run.y - *y).abs() < *size * 0.4 => {
                    let gap = run.x - end;
                    let spaced = line.ends_with(' ') || run.text.starts_with(' ');
                    if gap.abs() > run.size * 0.17 && !spaced {
                        line.push(' ');
                    }
                    line.push_str(&run.text);
                }
                _ => lines.push((run.x, run.y, run.size, run.text.clone())),
            }
            end = run.end;
        }
        spaced(&lines)
    }
}

/// Adds what the places of lines tell: blank lines and indents.
fn spaced(lines: &[(f32, f32, f32, String)]) -> Vec<String> {
    let mut steps: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| Some((pair.first()?.1 - pair.get(1)?.1).abs()))
        .collect();
    steps.sort_by(f32::total_cmp);
    let usual = steps.get(steps.len() / 2).copied().unwrap_or(0.0);
    let mut lefts: Vec<f32> = lines.iter().map(|line| line.0).collect();
    lefts.sort_by(f32::total_cmp);
    let left = lefts.get(lefts.len() / 10).copied().unwrap_or(0.0);
    let mut spaced = Vec::new();
    let mut before: Option<f32> = None;
    for (x, y, size, text) in lines {
        if usual > 0.0 && before.is_some_and(|before| (before - y).abs() > usual * 1.5) {
            spaced.push(String::new());
        }
        let indent = if x - left > *size { "   " } else { "" };
        spaced.push(format!("{indent}{}", text.trim_end()));
        before = Some(*y);
    }
    spaced
}
