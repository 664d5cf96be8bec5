//! From bytes to pages of lines, or to blocks: which format it is, and in what encoding.

mod dom;
mod elements;
mod encoding;
mod epub;
mod html;
mod html_tokens;
mod kinds;
mod markdown;
mod pdf;
mod plain;
mod prose;
mod unzip;

use super::Given;
use super::block::{Block, Page};
use super::doubt::Doubt;
use super::label::Label;
use super::refusal::Refusal;

/// The largest file that is imported.
pub(crate) const MOST_BYTES: usize = 50 * MB;
const MB: usize = 1024 * 1024;

/// What a format is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// An electronic book.
    Epub,
    /// A PDF with a text layer.
    Pdf,
}

impl Format {
    /// Whether it says which lines are headings.
    pub(crate) fn is_marked_up(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Epub)
    }
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body<'a> {
    /// As it was printed.
    Pages(Vec<Page<'a>>),
    /// As it was marked up.
    Blocks(Vec<Block>),
}

/// A file that was read.
#[derive(Clone, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) format: Format,
    pub(crate) encoding: &'static str,
    pub(crate) label: Label,
    pub(crate) body: Body<'a>,
    /// The labels of the notes that its blocks are parts of.
    pub(crate) notes: Vec<String>,
    /// What could not be read of it.
    pub(crate) doubts: Vec<Doubt>,
}

/// Reads a file.
pub(crate) fn read<'a>(given: &Given<'a>) -> Result<Source<'a>, Refusal> {
    let bytes = given.bytes;
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge(bytes.len().div_ceil(MB) as u64, (MOST_BYTES / MB) as u64));
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf::read(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return epub::read(bytes);
    }
    if let Some(what) = kinds::other(given.name, bytes) {
        return Err(Refusal::OtherFormat(what));
    }
    if kinds::is_archive(bytes) {
        return Err(Refusal::Archive);
    }
    if let Some(what) = encoding::binary(bytes) {
        return Err(Refusal::Binary(what));
    }
    let decoded = encoding::decode(bytes);
    let text = decoded.text;
    if text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{FEFF}') {
        return Err(Refusal::Empty);
    }
    let format = format(given.name, &text);
    let (label, body, notes) = match format {
        Format::Html => {
            let page = html::read(given.name, &text)?;
            (page.label, page.body, page.notes)
        }
        Format::Markdown => markdown::read(&text)?,
        Format::Text | Format::Epub | Format::Pdf => {
            if kinds::is_clippings(&text) {
                return Err(Refusal::Clippings);
            }
            let (label, body) = plain::read(text);
            (label, body, Vec::new())
        }
    };
    let mut doubts = Vec::new();
    if decoded.wrong > 0 {
        doubts.push(Doubt::WrongBytes { count: decoded.wrong, encoding: decoded.encoding });
    }
    Ok(Source { format, encoding: decoded.encoding, label, body, notes, doubts })
}

/// The endings of names of files that are read, each with its dot. What is in a file tells whether it
/// is one of these, whatever it is called.
pub const FILE_TYPES: &[&str] =
    &[".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".epub", ".pdf"];

/// The format of a text, by its name and then by its start.
fn format(name: &str, text: &str) -> Format {
    let extension = name.rsplit_once('.').map(|(_, ext)| ext.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown" | "mkd") => return Format::Markdown,
        Some("html" | "htm" | "xhtml") => return Format::Html,
        _ => {}
    }
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_lowercase();
    let is_html =
        ["<!doctype html", "<html", "<head", "<body"].iter().any(|s| start.starts_with(s))
            || (start.starts_with("<?xml") && start.contains("<html"));
    if is_html { Format::Html } else { Format::Text }
}
