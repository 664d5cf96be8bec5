//! A PDF with a text layer, by `lopdf`.

mod built_in;
mod cmap;
mod columns;
mod edges;
mod font;
mod glyph_names;
mod lines;
mod pen;
mod predefined;
mod sheets;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::{Body, Format, Label, Source};
use crate::block::{Line, Page, Place, Style};
use crate::doubt::Doubt;
use crate::label::is_leftover;
use crate::refusal::Refusal;
use edges::Edges;
use lines::{TextLine, lines};
use pen::{Budget, glyphs};
use sheets::{Sheets, Side, cut};

/// The first line of a paragraph is set in by such a share of the size of its letters.
const INDENT: f32 = 0.8;
/// What one stream may unpack to.
const MOST_STREAM: usize = 32 * 1024 * 1024;
/// A page of text has so many letters on the average.
const FEWEST_LETTERS: usize = 8;
/// More pages no reading has.
const MOST_PAGES: usize = 5_000;

/// Reads the text of all pages.
pub(super) fn read(bytes: &[u8]) -> Result<Source<'static>, Refusal> {
    let options = LoadOptions::with_max_decompressed_size(MOST_STREAM);
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| {
        if is_locked(bytes) {
            return Refusal::Encrypted;
        }
        let reason: String =
            error.to_string().chars().filter(|c| !c.is_control()).take(100).collect();
        Refusal::Damaged { format: "PDF", reason: reason.trim_end_matches('.').to_owned() }
    })?;
    // What anybody may open is open by now.
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(Refusal::Encrypted);
    }
    let mut budget = Budget::new();
    let sides: Vec<Side> = document
        .page_iter()
        .take(MOST_PAGES)
        .map(|id| Side {
            glyphs: glyphs(&document, id, &mut budget),
            bounds: bounds(&document, id),
        })
        .collect();
    let (found, sheets) = cut(sides);
    let pages = pages(&found);
    let mut doubts = Vec::new();
    if budget.is_spent() || document.page_iter().nth(MOST_PAGES).is_some() {
        doubts.push(Doubt::TooManyPages);
    }
    let lines = pages.iter().flat_map(|page| &page.lines);
    let letters: usize =
        lines.map(|line| line.text.chars().filter(|c| c.is_alphabetic()).count()).sum();
    if budget.unreadable > letters / 50 {
        doubts.push(Doubt::UnreadableFonts);
    }
    if sheets == Sheets::One {
        doubts.extend(without_words(&pages));
    }
    if letters < FEWEST_LETTERS * pages.len().max(1) {
        return Err(if budget.unreadable > letters {
            Refusal::Unreadable
        } else {
            Refusal::Pictures
        });
    }
    Ok(Source {
        format: Format::Pdf,
        encoding: "as the fonts say",
        label: label(&document),
        body: Body::Pages(pages),
        notes: Vec::new(),
        doubts,
    })
}

/// The lines of all pages, with what their places tell.
fn pages(found: &[Vec<pen::Glyph>]) -> Vec<Page<'static>> {
    let mut number = 0;
    let page = |(index, glyphs): (usize, &Vec<pen::Glyph>)| {
        let mut page = Page::default();
        for (text, style) in spaced(&lines(glyphs)) {
            number += 1;
            let place = Place { page: Some(index + 1), line: number };
            page.lines.push(Line { place, text: text.into(), style });
        }
        page
    };
    found.iter().enumerate().map(page).collect()
}

/// Adds blank lines and indents, as the places of lines tell them.
fn spaced(lines: &[TextLine]) -> Vec<(String, Option<Style>)> {
    let mut steps: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| Some((pair.first()?.y - pair.get(1)?.y).abs()))
        .collect();
    steps.sort_by(f32::total_cmp);
    // Between the lines of a paragraph there is less room than between paragraphs.
    let usual = steps.get(steps.len().saturating_sub(1) / 3).copied().unwrap_or(0.0);
    let edges = Edges::of(lines);
    let mut spaced = Vec::new();
    let mut before: Option<&TextLine> = None;
    for line in lines {
        let wide = |before: &TextLine| {
            let step = (before.y - line.y).abs();
            let sizes = before.size.max(line.size) > before.size.min(line.size) * 1.08;
            usual > 0.0 && (step > usual * 1.5 || (step > usual * 1.15 && step > line.size * 1.7))
                || sizes
        };
        if before.is_some_and(wide) {
            spaced.push((String::new(), None));
        }
        let indent = if edges.set_in(line) > line.size * INDENT { "   " } else { "" };
        let size = (line.size * 10.0).clamp(0.0, 60_000.0) as u16;
        spaced.push((
            format!("{indent}{}", line.text.trim_end()),
            Some(Style { size, bold: line.bold, cells: line.cells }),
        ));
        before = Some(line);
    }
    spaced
}

/// Left, bottom, right and top of a page, which may stand with its parents.
fn bounds(document: &Document, id: ObjectId) -> [f32; 4] {
    let mut node = document.get_dictionary(id).ok();
    for _ in 0..20 {
        let Some(dictionary) = node else { break };
        if let Some(found) = media_box(document, dictionary) {
            return found;
        }
        node = dictionary.get_deref(b"Parent", document).and_then(Object::as_dict).ok();
    }
    [0.0, 0.0, 595.0, 842.0]
}

fn media_box(document: &Document, page: &Dictionary) -> Option<[f32; 4]> {
    let all = page.get_deref(b"MediaBox", document).and_then(Object::as_array).ok()?;
    let mut found = [0.0; 4];
    for (slot, value) in found.iter_mut().zip(all) {
        *slot = document.dereference(value).ok()?.1.as_float().ok()?;
    }
    (all.len() >= 4).then_some(found)
}

/// What is said of pages on which no words were found.
fn without_words(pages: &[Page<'_>]) -> Option<Doubt> {
    let is_empty = |page: &Page<'_>| page.lines.iter().all(|line| line.text.trim().is_empty());
    let numbers = (1..).zip(pages).filter(|(_, page)| is_empty(page)).map(|(number, _)| number);
    let numbers: Vec<usize> = numbers.collect();
    (!numbers.is_empty()).then_some(Doubt::EmptyPages(numbers))
}

fn is_locked(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(64 * 1024)..).unwrap_or(bytes);
    [bytes.get(..64 * 1024).unwrap_or(bytes), tail]
        .iter()
        .any(|part| part.windows(8).any(|window| window == b"/Encrypt"))
}

fn label(document: &Document) -> Label {
    let info = document.trailer.get_deref(b"Info", document).and_then(|info| info.as_dict());
    let text = |key: &[u8]| {
        let value = info.as_ref().ok()?.get_deref(key, document).ok()?;
        let text = lopdf::decode_text_string(value).ok()?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (text.chars().any(char::is_alphabetic) && !is_leftover(&text)).then_some(text)
    };
    let catalog = document.catalog().ok();
    let language = catalog.and_then(|catalog| {
        lopdf::decode_text_string(catalog.get_deref(b"Lang", document).ok()?).ok()
    });
    Label { title: text(b"Title"), author: text(b"Author"), language, ..Label::default() }
}
