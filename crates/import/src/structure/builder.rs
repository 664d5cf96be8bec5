//! Builds the sections and paragraphs of a text, block by block.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::headings::Heading;
use super::parts::{Note, Paragraph, ParagraphKind, Part, Structure, Voice};
use super::{apparatus, marks, voices};
use crate::block::{Block, BlockKind};
use crate::doubt::Doubt;
use crate::item_mark::{follows, marker, starts_list};
use crate::note_mark::is_mark;
use domain::corpus::SectionKind;
use domain::fold;

#[derive(Default)]
pub(super) struct Builder<'a> {
    author: Option<&'a str>,
    /// The labels of the notes, by their index.
    labels: Vec<String>,
    made: Structure,
    /// The paragraphs that have the marks of notes.
    marked: HashMap<usize, u16>,
    /// A heading that has no paragraph yet.
    title: Option<String>,
    /// The number it is printed with.
    title_label: Option<String>,
    kind: Option<SectionKind>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(author: Option<&'a str>, labels: Vec<String>) -> Self {
        Self { author, labels, ..Self::default() }
    }

    pub(super) fn enter(&mut self, kind: SectionKind, heading: Option<&Heading>) {
        if let Some(Heading { label, title }) = heading {
            self.title = Some(match self.title.take() {
                // A chapter's heading and its first section's stand together.
                Some(before) => format!("{before}: {title}"),
                None => {
                    self.title_label = label.clone();
                    title.clone()
                }
            });
        }
        if self.kind != Some(kind) {
            self.title.get_or_insert_with(|| untitled(kind, self.made.parts.is_empty()).to_owned());
        }
        self.kind = Some(kind);
    }

    /// Opens the section that a heading waits for, and gives the section of the next paragraph.
    fn section(&mut self, number: u16, kind: SectionKind) -> u16 {
        if let Some(title) = self.title.take() {
            let title: String = title.chars().filter(|c| !is_mark(*c)).collect();
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            self.made.parts.push(Part {
                number: u16::try_from(self.made.parts.len() + 1).unwrap_or(u16::MAX),
                label: self.title_label.take(),
                title: title.chars().take(256).collect::<String>().trim().to_owned(),
                kind,
                first: number,
                last: number,
            });
        }
        self.made.parts.last_mut().map_or(1, |part| {
            part.last = number;
            part.number
        })
    }

    /// Adds a paragraph, for which a block gives its text away: a long text is there only once.
    pub(super) fn paragraph(&mut self, block: &mut Block, kind: SectionKind) {
        let is_item = block.kind == BlockKind::Item && marker(&block.text).is_none();
        let text = flat(std::mem::take(&mut block.text));
        let (label, text) = self.label(text);
        let (mut text, marks) = marks::strip(text, &self.labels);
        if !marks.is_empty() {
            // Without a mark between them a letter and an accent may have met.
            text = text.nfc().collect();
        }
        if text.trim().is_empty() {
            return;
        }
        let number = u16::try_from(self.made.paragraphs.len() + 1).unwrap_or(u16::MAX);
        let section = self.section(number, kind);
        let what = what(block.kind, is_item || label.is_some(), &text);
        let voice = self.voice(kind, what, &text);
        for (note, _) in &marks {
            self.marked.entry(*note).or_insert(number);
        }
        let marks = marks.into_iter().map(|(_, mark)| mark).collect();
        let place = block.place();
        let paragraph = Paragraph { number, section, kind: what, voice, label, text, marks, place };
        self.made.paragraphs.push(paragraph);
    }

    /// Takes the number or letter off an item.
    fn label(&self, text: String) -> (Option<String>, String) {
        let Some(label) = marker(&text) else {
            return (None, text);
        };
        let before =
            self.made.paragraphs.iter().rev().take(50).find_map(|before| before.label.as_deref());
        let in_order = before.is_some_and(|before| follows(before, label));
        if !starts_list(label) && !in_order {
            return (None, text);
        }
        let rest = text.find(label).and_then(|at| text.get(at + label.len()..)).unwrap_or_default();
        let rest = rest.trim_start_matches(['.', ')', ']', ':', '\u{A0}', ' ']);
        (Some(label.to_owned()), rest.to_owned())
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

    /// Adds the notes after the text.
    pub(super) fn notes(&mut self, blocks: &[Block], title: Option<String>) {
        let title = title.unwrap_or_else(|| untitled(SectionKind::Notes, false).to_owned());
        let mut last = None;
        let mut named = Some(title);
        for (block, note) in blocks.iter().filter_map(|block| Some((block, block.note?))) {
            if named.is_some() {
                self.title = named.take();
                self.title_label = None;
                self.kind = Some(SectionKind::Notes);
            }
            self.note(block, note, last != Some(note));
            last = Some(note);
        }
    }

    fn note(&mut self, block: &Block, note: usize, is_first: bool) {
        let text = flat(block.text.clone());
        let label =
            self.labels.get(note).map(|label| apparatus::plain_label(label)).unwrap_or_default();
        let printed = apparatus::label(&text)
            .filter(|found| is_first && apparatus::plain_label(found) == label);
        let text = match printed {
            Some(found) => apparatus::without_label(&text, found).to_owned(),
            None => text,
        };
        let (text, _) = marks::strip(text, &self.labels);
        // The sign of a link back to the mark.
        let text = without_sign(&text).nfc().collect::<String>();
        if text.trim().is_empty() {
            return;
        }
        let number = u16::try_from(self.made.paragraphs.len() + 1).unwrap_or(u16::MAX);
        let section = self.section(number, SectionKind::Notes);
        let voice = self.voice(SectionKind::Notes, ParagraphKind::Note, &text);
        let has_addition = voice == Voice::Author && !marks::brackets(&text).is_empty();
        let has = self.made.notes.last().is_some_and(|before| !is_first && before.label == label);
        match self.made.notes.last_mut().filter(|_| has) {
            // A further paragraph of the note before.
            Some(before) => before.has_addition |= has_addition,
            None => self.made.notes.push(Note {
                label: label.clone(),
                paragraph: number,
                marked_in: self.marked.get(&note).copied(),
                voice: voice.clone(),
                has_addition,
            }),
        }
        let label = (!has).then_some(label);
        let (marks, place) = (Vec::new(), block.place());
        let kind = ParagraphKind::Note;
        self.made.paragraphs.push(Paragraph {
            number,
            section,
            kind,
            voice,
            label,
            text,
            marks,
            place,
        });
    }

    pub(super) fn finish(mut self) -> Structure {
        let untied = self.made.notes.iter().filter(|note| note.marked_in.is_none());
        let untied: Vec<String> = untied.map(|note| note.label.clone()).collect();
        if !untied.is_empty() {
            self.made.doubts.push(Doubt::NotesWithoutMark(untied));
        }
        let bodies = self.made.parts.iter().any(|part| part.kind == SectionKind::Body);
        if !bodies && !self.made.parts.is_empty() {
            self.made.doubts.push(Doubt::NoBody);
        }
        self.made
    }
}

fn what(kind: BlockKind, is_item: bool, text: &str) -> ParagraphKind {
    if is_item {
        ParagraphKind::Item
    } else if kind == BlockKind::Caption {
        ParagraphKind::Caption
    } else if kind == BlockKind::Figure {
        ParagraphKind::Figure
    } else if kind == BlockKind::Quotation || voices::is_quotation(text) {
        ParagraphKind::Quotation
    } else {
        ParagraphKind::Text
    }
}

/// A text in one line. A space that does not break is a character of the text.
fn flat(text: String) -> String {
    let trimmed = |text: String| match text.trim() {
        all if all.len() == text.len() => text,
        part => part.to_owned(),
    };
    if text.contains('\u{A0}') {
        return trimmed(text);
    }
    let mut after_space = false;
    let is_flat = text.bytes().all(|b| {
        let fits = b.is_ascii_graphic() || b == b' ' && !after_space;
        after_space = b == b' ';
        fits
    });
    if is_flat {
        return trimmed(text);
    }
    let mut flat = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !flat.is_empty() {
            flat.push(' ');
        }
        flat.push_str(word);
    }
    flat
}

/// A note without the sign of a link back to its mark, or the brackets that held its number.
fn without_sign(text: &str) -> &str {
    let text = text.trim_start_matches(['^', '↑', ' ']);
    let rest = text.strip_prefix(['[', '(']).map(str::trim_start);
    let rest = rest.and_then(|rest| rest.strip_prefix([']', ')']));
    rest.map_or(text, |rest| rest.trim_start_matches(['.', ':', ' ', '\u{A0}']))
}

fn untitled(kind: SectionKind, first: bool) -> &'static str {
    match kind {
        SectionKind::Introduction => "Introduction",
        SectionKind::Notes => "Notes",
        SectionKind::Body if first => "Beginning",
        SectionKind::Body => "Text",
    }
}
