//! Sections, paragraphs numbered in reading order, notes tied to their marks, and whose words
//! they are.

mod apparatus;
mod builder;
mod headings;
mod introduction;
mod marks;
mod parts;
#[cfg(test)]
mod tests;
mod voices;

use super::block::Block;
use super::refusal::Refusal;
use builder::Builder;
use domain::corpus::SectionKind;
use headings::Heading;

pub(crate) use apparatus::label as note_label;
pub(crate) use marks::{brackets, has_mark};
pub use parts::{Mark, Note, Paragraph, ParagraphKind, Part, Voice};
pub(crate) use parts::{Structure, section_kind};

/// More paragraphs a work cannot number.
pub(crate) const MOST_PARAGRAPHS: usize = 60_000;

/// Takes a text apart. `labels` are those of the notes that the file marks, and `author` is the
/// author's name, if it is known.
pub(crate) fn build(
    mut blocks: Vec<Block>,
    mut labels: Vec<String>,
    author: Option<&str>,
) -> Result<Structure, Refusal> {
    let headings = headings::find(&blocks);
    apparatus::tie(&mut blocks, &headings, &mut labels);
    let body_end = blocks.iter().rposition(|block| block.note.is_none()).map_or(0, |at| at + 1);
    let introduction = introduction::find(&blocks, &headings, body_end, author);
    let mut builder = Builder::new(author, labels);
    let mut notes_title = None;
    for index in 0..blocks.len() {
        let before_notes = blocks.get(index + 1).is_some_and(|next| next.note.is_some());
        let is_chapter = before_notes && is_chapter(&blocks, &headings, index);
        let Some(block) = blocks.get_mut(index).filter(|block| block.note.is_none()) else {
            continue;
        };
        let kind =
            if index < introduction.end { SectionKind::Introduction } else { SectionKind::Body };
        let heading = headings.get(index).and_then(Option::as_ref);
        if before_notes && (heading.is_some() || apparatus::is_title(&block.text)) && !is_chapter {
            notes_title.get_or_insert_with(|| block.text.trim().to_owned());
            continue;
        }
        builder.enter(kind, heading);
        if heading.is_none() {
            builder.paragraph(block, kind);
        }
    }
    builder.notes(&blocks, notes_title);
    let mut structure = builder.finish();
    structure.doubts.extend(introduction.doubt);
    if structure.paragraphs.is_empty() {
        return Err(Refusal::NoWords);
    }
    Ok(structure)
}

/// Whether text comes between a heading and the next, though a note comes first.
fn is_chapter(blocks: &[Block], headings: &[Option<Heading>], index: usize) -> bool {
    let is_titled = blocks.get(index).is_some_and(|block| apparatus::is_title(&block.text));
    let after = blocks.iter().enumerate().skip(index + 1);
    let mut until = after.take_while(|(at, _)| headings.get(*at).is_some_and(Option::is_none));
    !is_titled && until.any(|(_, block)| block.note.is_none())
}
