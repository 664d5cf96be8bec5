//! What the importer found, as a reading of a server's own.

use domain::corpus::{Section, Text};
use domain::{Kind, Question, Quote, Reading, Work};
use import::{Imported, Suggestion};

/// The most quotes that a reading brings: the best.
const QUOTES: usize = 150;
/// The most questions.
const QUESTIONS: usize = 50;
/// The most themes of a quote.
const THEMES: usize = 3;

/// An unknown year.
const NO_YEAR: i16 = 0;

/// The quotes are in order of their worth, the best first.
pub(super) fn reading(imported: &Imported) -> Reading {
    let head = &imported.work;
    let sections = imported.sections.iter().map(|part| Section {
        number: part.number,
        title: part.title.clone(),
        kind: part.kind,
        first: part.first,
        last: part.last,
    });
    let work = Work {
        id: head.id.clone(),
        title: head.title.clone(),
        author: head.author.clone(),
        year: imported.year().unwrap_or(NO_YEAR),
        dated: None,
        translator: head.translator.clone(),
        language: head.language.clone(),
        source: head.source.clone(),
        rights: head.rights.clone(),
        sections: sections.collect(),
        text: text(imported),
    };
    let mut best: Vec<_> = imported.quotes.iter().collect();
    best.sort_by(|a, b| b.score.total_cmp(&a.score));
    let quotes = best.into_iter().take(QUOTES).map(|found| Quote {
        id: found.id.clone(),
        work: head.id.clone(),
        text: found.text.clone(),
        section: found.section,
        paragraph: found.paragraph,
        themes: themes(&found.themes).take(THEMES).collect(),
        speaker: found.speaker.clone(),
        reported: None,
        context: None,
        paraphrase: None,
    });
    // A question without a theme could not be kept in the record under one.
    let questions = imported.questions.iter().filter_map(|found| {
        Some(Question {
            id: found.id.clone(),
            work: head.id.clone(),
            kind: Kind::Author,
            theme: themes(&found.themes).next()?,
            text: found.text.clone(),
            quotes: Vec::new(),
            follow_ups: Vec::new(),
            level: None,
            context: None,
            speaker: None,
            place: Some((found.section, found.paragraph)),
        })
    });
    Reading { work, quotes: quotes.collect(), questions: questions.take(QUESTIONS).collect() }
}

fn text(imported: &Imported) -> Text {
    let paragraphs =
        imported.paragraphs.iter().map(|paragraph| (paragraph.number, paragraph.text.clone()));
    Text { paragraphs: paragraphs.collect(), notes: Vec::new() }
}

fn themes(suggested: &[Suggestion]) -> impl Iterator<Item = String> {
    suggested.iter().map(|suggestion| suggestion.theme.clone())
}
