//! The importer: from the bytes of a text to a work file that a person reviews.
//!
//! One way, in stages, each a function on data: read → pages → boilerplate → repair → structure →
//! sentences → candidates → work file and report. Whatever a stage is not sure of it says as a
//! doubt; whatever it changes it records.

mod background;
mod block;
mod boilerplate;
mod candidates;
pub mod cli;
mod doubt;
mod imported;
mod item_mark;
mod label;
mod language;
mod layout;
mod merge;
mod metadata;
mod note_mark;
mod page_notes;
mod pages;
mod previous;
mod read;
mod reflow;
mod refusal;
mod repair;
pub mod report;
mod sentences;
mod slug;
mod structure;
#[cfg(test)]
mod tests;
mod whole;
mod words;
mod workfile;

pub use background::import_apart;
pub use block::Place;
pub use boilerplate::{Apart, Boilerplate};
pub use candidates::{AuthorQuestion, QuoteCandidate, Suggestion};
pub use doubt::{Doubt, PageOrderDoubt};
pub use imported::Imported;
pub use metadata::Head;
pub use read::{FILE_TYPES, Format};
pub use refusal::Refusal;
pub use repair::{Repair, RepairKind};
pub use structure::{Mark, Note, Paragraph, ParagraphKind, Part, Voice};

use domain::Theme;
use previous::Previous;

/// A file to import.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What an import is told beside the file.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// The themes of the book, by whose terms themes are suggested.
    pub themes: &'a [Theme],
    /// What the operator says of the work; it goes before what the file says.
    pub said: Option<&'a Head>,
    /// The work file of an earlier import, whose ids and reviews are kept.
    pub previous: Option<&'a str>,
    /// Is told each stage as it starts.
    pub progress: Option<&'a (dyn Fn(Stage) + Sync)>,
}

/// What an import is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Stage {
    Reading,
    Ordering,
    Repairing,
    Structuring,
    Choosing,
    Writing,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [
        Self::Reading,
        Self::Ordering,
        Self::Repairing,
        Self::Structuring,
        Self::Choosing,
        Self::Writing,
    ];

    /// As a progress bar says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading the file",
            Self::Ordering => "ordering the pages",
            Self::Repairing => "mending words",
            Self::Structuring => "finding sections and notes",
            Self::Choosing => "choosing quotes",
            Self::Writing => "writing",
        }
    }
}

/// Imports a text.
///
/// # Errors
/// The file cannot become a work.
pub fn import(given: &Given<'_>, options: &Options<'_>) -> Result<Imported, Refusal> {
    let tell = |stage| {
        if let Some(progress) = options.progress {
            progress(stage);
        }
    };
    tell(Stage::Reading);
    let source = read::read(given)?;
    let previous = Previous::read(options.previous);

    tell(Stage::Ordering);
    let mut doubts = source.doubts;
    let layout = layout::lay_out(source.body);
    doubts.extend(layout.doubts);
    let (mut blocks, apart, front) =
        boilerplate::part(layout.blocks, &source.label, source.format.is_marked_up());
    let apart = layout.apart.into_iter().chain(apart).collect();
    // Before anything is done that takes long.
    if blocks.len() > structure::MOST_PARAGRAPHS {
        return Err(Refusal::TooLong(structure::MOST_PARAGRAPHS));
    }

    tell(Stage::Repairing);
    let language = language::of(&source.label, front.language.as_deref(), &blocks);
    let repairs =
        repair::repair(&mut blocks, language.starts_with("en"), !source.format.is_marked_up());
    blocks.retain(|block| !block.text.trim().is_empty());

    tell(Stage::Structuring);
    let (work, unsure) = metadata::metadata(
        given.name,
        &language,
        &source.label,
        &front,
        &blocks,
        options.said,
        previous.head.as_ref(),
    );
    doubts.extend(unsure);
    let author = (work.author != metadata::UNKNOWN).then_some(work.author.as_str());
    let structure = structure::build(blocks, source.notes, author)?;
    doubts.extend(structure.doubts);
    doubts.extend(repairs.iter().filter(|repair| repair.doubtful).map(Doubt::of_repair));
    if !previous.is_of(&structure.paragraphs) {
        let title = previous.head.map(|head| head.title).unwrap_or_default();
        return Err(Refusal::OtherWork(title));
    }

    tell(Stage::Choosing);
    let proposals =
        candidates::proposals(&structure.paragraphs, &structure.parts, options.themes, &language);
    doubts.extend(proposals.doubt);

    tell(Stage::Writing);
    let mut imported = Imported {
        file: given.name.to_owned(),
        format: source.format,
        encoding: source.encoding.to_owned(),
        work,
        doubts,
        page_order: layout.page_order,
        sections: structure.parts,
        paragraphs: structure.paragraphs,
        notes: structure.notes,
        quotes: proposals.quotes,
        questions: proposals.questions,
        repairs,
        apart,
        gone: Vec::new(),
        toml: String::new(),
    };
    merge::merge(&mut imported, &previous);
    imported.toml = workfile::write(&imported, previous);
    Ok(imported)
}
