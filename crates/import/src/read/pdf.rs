//! A PDF with a text layer, by `lopdf`.

use lopdf::{Document, LoadOptions};

use super::pdf_text::{Budget, page_lines};
use super::{Body, Format, Label, Source};
use crate::block::{Line, Page, Place};
use crate::refusal::Refusal;

/// What one stream may unpack to.
const MOST_STREAM: usize = 32 * 1024 * 1024;
/// A page of text has so many letters on the average.
const FEWEST_LETTERS: usize = 8;
/// More pages no reading has.
const MOST_PAGES: usize = 5_000;

/// Reads the text of all pages.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let options = LoadOptions::with_max_decompressed_size(MOST_STREAM);
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| {
        if is_locked(bytes) {
            return Refusal::Encrypted;
        }
        let reason: String =
            error.to_string().chars().filter(|c| !c.is_control()).take(100).collect();
        Refusal::Damaged { format: "PDF", reason: reason.trim_end_matches('.').to_owned() }
    })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Refusal::Encrypted);
    }
    let mut pages = Vec::new();
    let mut number = 0;
    let mut budget = Budget::new();
    for (index, id) in document.page_iter().take(MOST_PAGES).enumerate() {
        let mut page = Page::default();
        for text in page_lines(&document, id, &mut budget) {
            number += 1;
            let place = Place { page: Some(index + 1), line: number };
            page.lines.push(Line { place, text });
        }
        pages.push(page);
    }
    let mut doubts = Vec::new();
    if budget.is_spent() || document.page_iter().nth(MOST_PAGES).is_some() {
        doubts.push("the PDF is larger than any reading: its last pages were not read".to_owned());
    }
    doubts.extend(without_words(&pages));
    let lines = pages.iter().flat_map(|page| &page.lines);
    let letters: usize =
        lines.map(|line| line.text.chars().filter(|c| c.is_alphabetic()).count()).sum();
    if letters < FEWEST_LETTERS * pages.len().max(1) {
        return Err(Refusal::Pictures);
    }
    let label = label(&document);
    Ok(Source {
        format: Format::Pdf,
        encoding: "as the fonts say",
        label,
        body: Body::Pages(pages),
        notes: Vec::new(),
        doubts,
    })
}

/// What is said of pages on which no words were found.
fn without_words(pages: &[Page]) -> Option<String> {
    const SHOWN: usize = 20;
    let is_empty = |page: &Page| page.lines.iter().all(|line| line.text.trim().is_empty());
    let numbers = (1..).zip(pages).filter(|(_, page)| is_empty(page)).map(|(number, _)| number);
    let numbers: Vec<String> = numbers.map(|number: usize| number.to_string()).collect();
    let shown = numbers.get(..SHOWN).unwrap_or(&numbers).join(", ");
    let more = if numbers.len() > SHOWN { " and others" } else { "" };
    (!numbers.is_empty()).then(|| {
        format!("no words were found on the pages {shown}{more}: they are blank, or pictures")
    })
}

fn is_locked(bytes: &[u8]) -> bool {
    bytes.windows(9).any(|window| window == b"/Encrypt ")
        || bytes.windows(10).any(|window| window == b"/Encrypt\r\n")
}

fn label(document: &Document) -> Label {
    let info = document.trailer.get_deref(b"Info", document).and_then(|info| info.as_dict());
    let text = |key: &[u8]| {
        let value = info.as_ref().ok()?.get_deref(key, document).ok()?;
        let text = lopdf::decode_text_string(value).ok()?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // What a typesetting program puts there is a file's name.
        let is_file = text.contains(['/', '\\'])
            || text.rsplit_once('.').is_some_and(|(_, ext)| ext.len() <= 4);
        (!text.is_empty() && !is_file).then_some(text)
    };
    Label { title: text(b"Title"), author: text(b"Author"), ..Label::default() }
}
