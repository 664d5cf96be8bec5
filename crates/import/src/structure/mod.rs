//! Sections, paragraphs numbered in reading order, notes tied to their marks, and whose words
//! they are.

mod headings;
mod introduction;
mod marks;
mod notes;
mod parts;
#[cfg(test)]
mod tests;
mod voices;

use unicode_normalization::UnicodeNormalization;

use super::block::{Block, BlockKind};
use super::reflow::{follows, marker, starts_list};
use super::refusal::Refusal;
use domain::corpus::SectionKind;
use domain::fold;
use headings::Heading;

pub(crate) use marks::brackets;
pub(crate) use parts::section_kind;
pub use parts::{Mark, Note, Paragraph, ParagraphKind, Part, Voice};

/// More paragraphs a work cannot number.
const MOST_PARAGRAPHS: usize = 60_000;

/// A text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) parts: Vec<Part>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) notes: Vec<Note>,
    pub(crate) doubts: Vec<String>,
}

/// Takes a text apart. `author` is the author's name, if it is known.
pub(crate) fn build(blocks: &[Block], author: Option<&str>) -> Result<Structure, Refusal> {
    if blocks.len() > MOST_PARAGRAPHS {
        return Err(Refusal::TooLong(MOST_PARAGRAPHS));
    }
    let headings = headings::find(blocks);
    let notes_from = notes::start(blocks);
    let introduction = introduction::find(blocks, &headings, notes_from, author);
    let labels = notes::labels(blocks.get(notes_from..).unwrap_or_default());
    let mut builder = Builder { author, labels, ..Builder::default() };
    for (index, block) in blocks.iter().enumerate() {
        let kind = if index < introduction.end {
            SectionKind::Introduction
        } else if index >= notes_from {
            SectionKind::Notes
        } else {
            SectionKind::Body
        };
        let heading = headings.get(index).copied().flatten();
        builder.enter(kind, heading);
        if heading.is_none() {
            builder.paragraph(block, kind);
        }
    }
    let mut structure = builder.finish();
    structure.doubts.extend(introduction.doubt);
    if structure.paragraphs.is_empty() {
        return Err(Refusal::NoWords);
    }
    Ok(structure)
}

#[derive(Default)]
struct Builder<'a> {
    author: Option<&'a str>,
    labels: Vec<String>,
    made: Structure,
    /// A heading that has no paragraph yet.
    title: Option<String>,
    /// The number it is printed with.
    title_label: Option<String>,
    kind: Option<SectionKind>,
}

impl Builder<'_> {
    fn enter(&mut self, kind: SectionKind, heading: Option<Heading<'_>>) {
        if let Some(Heading { label, title }) = heading {
            self.title = Some(match self.title.take() {
                // A chapter's heading and its first section's stand together.
                Some(before) if kind != SectionKind::Notes => format!("{before}: {title}"),
                _ => {
                    self.title_label = label.map(str::to_owned);
                    title.to_owned()
                }
            });
        }
        if self.kind != Some(kind) {
            self.title.get_or_insert_with(|| untitled(kind, self.made.parts.is_empty()).to_owned());
        }
        self.kind = Some(kind);
    }

    fn paragraph(&mut self, block: &Block, kind: SectionKind) {
        let text = block.text.split_whitespace().collect::<Vec<_>>();
        // A space that does not break is a character of the text.
        let text = if block.text.contains('\u{A0}') {
            block.text.trim().to_owned()
        } else {
            text.join(" ")
        };
        if text.is_empty() {
            return;
        }
        let number = u16::try_from(self.made.paragraphs.len() + 1).unwrap_or(u16::MAX);
        if let Some(title) = self.title.take() {
            let section = u16::try_from(self.made.parts.len() + 1).unwrap_or(u16::MAX);
            let title = title.chars().take(256).collect::<String>().trim().to_owned();
            self.made.parts.push(Part {
                number: section,
                label: self.title_label.take(),
                title,
                kind,
                first: number,
                last: number,
            });
        }
        let section = self.made.parts.last_mut().map_or(1, |part| {
            part.last = number;
            part.number
        });
        let (label, text) = self.label(&text, kind);
        let (text, marks) = marks::strip(&text, &self.labels, kind == SectionKind::Notes);
        // Without a mark between them a letter and an accent may have met.
        let text: String = text.nfc().collect();
        let what = self.what(block, kind, label.is_some(), &text);
        let voice = self.voice(kind, what, &text);
        if kind == SectionKind::Notes {
            self.note(number, label.as_deref(), &voice, &text);
        }
        let place = block.place();
        let paragraph = Paragraph { number, section, kind: what, voice, label, text, marks, place };
        self.made.paragraphs.push(paragraph);
    }

    /// Takes the number or letter off an item or a note.
    fn label(&self, text: &str, kind: SectionKind) -> (Option<String>, String) {
        let found = if kind == SectionKind::Notes { notes::label(text) } else { marker(text) };
        let Some(label) = found else {
            return (None, text.to_owned());
        };
        let before = self.made.paragraphs.iter().rev().find_map(|before| before.label.as_deref());
        let in_order = before.is_some_and(|before| follows(before, label));
        if kind != SectionKind::Notes && !starts_list(label) && !in_order {
            return (None, text.to_owned());
        }
        let rest = text.find(label).and_then(|at| text.get(at + label.len()..)).unwrap_or_default();
        let rest = rest.trim_start_matches(['.', ')', ']', ':', '\u{A0}', ' ']);
        (Some(label.to_owned()), rest.to_owned())
    }

    fn what(&self, block: &Block, kind: SectionKind, labelled: bool, text: &str) -> ParagraphKind {
        if kind == SectionKind::Notes {
            ParagraphKind::Note
        } else if labelled || block.kind == BlockKind::Item && marker(&block.text).is_none() {
            ParagraphKind::Item
        } else if block.kind == BlockKind::Quotation || voices::is_quotation(text) {
            ParagraphKind::Quotation
        } else {
            ParagraphKind::Text
        }
    }

    fn voice(&self, kind: SectionKind, what: ParagraphKind, text: &str) -> Voice {
        match (kind, what) {
            (SectionKind::Introduction, _) => Voice::Editor,
            (SectionKind::Notes, _) if voices::is_editors(text, self.author) => Voice::Editor,
            (_, ParagraphKind::Quotation) => {
                let before = self.made.paragraphs.last();
                let name = before.and_then(|before| voices::speaker(&before.text));
                // Authors do not speak to themselves: it may be anybody.
                Voice::Speaker(name.filter(|name| {
                    let author = fold(self.author.unwrap_or_default());
                    !author.ends_with(&fold(name))
                }))
            }
            _ => Voice::Author,
        }
    }

    fn note(&mut self, paragraph: u16, label: Option<&str>, voice: &Voice, text: &str) {
        let has_addition = *voice == Voice::Author && !brackets(text).is_empty();
        let Some(label) = label else {
            // A further paragraph of the note before.
            if let Some(note) = self.made.notes.last_mut() {
                note.has_addition |= has_addition;
            }
            return;
        };
        let marked = self
            .made
            .paragraphs
            .iter()
            .find(|paragraph| paragraph.marks.iter().any(|mark| mark.label == label));
        let marked_in = marked.map(|paragraph| paragraph.number);
        let label = label.to_owned();
        self.made.notes.push(Note {
            label,
            paragraph,
            marked_in,
            voice: voice.clone(),
            has_addition,
        });
    }

    fn finish(mut self) -> Structure {
        let untied = self.made.notes.iter().filter(|note| note.marked_in.is_none());
        let untied: Vec<&str> = untied.map(|note| note.label.as_str()).collect();
        if !untied.is_empty() {
            let doubt = format!("no mark was found for the notes {}", untied.join(", "));
            self.made.doubts.push(doubt);
        }
        let bodies = self.made.parts.iter().any(|part| part.kind == SectionKind::Body);
        if !bodies && !self.made.parts.is_empty() {
            self.made.doubts.push("nothing was taken for the author's own text".to_owned());
        }
        self.made
    }
}

fn untitled(kind: SectionKind, first: bool) -> &'static str {
    match kind {
        SectionKind::Introduction => "Introduction",
        SectionKind::Notes => "Notes",
        SectionKind::Body if first => "Beginning",
        SectionKind::Body => "Text",
    }
}
