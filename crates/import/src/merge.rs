//! A second import of a text: what a person reviewed stays, and so do the ids of what has not
//! changed.

use std::collections::HashSet;

use super::candidates::{AuthorQuestion, QuoteCandidate, Suggestion};
use super::doubt::Doubt;
use super::imported::Imported;
use super::previous::{Earlier, Previous};
use super::slug::slug;
use super::structure::{Paragraph, Part, Voice};
use domain::corpus::likeness::repeats;
use domain::fold;

/// The longest start of an id, so that it fits a button with its number.
const LONGEST_PREFIX: usize = 16;

/// Keeps the sections that a person drew, and gives every passage its id: the earlier one, or the
/// next that was never given.
pub(super) fn merge(imported: &mut Imported, previous: &Previous) {
    keep_sections(imported, &previous.sections);
    let prefix = prefix(imported, previous);
    let known = |paragraph: u16, paragraphs: &[Paragraph]| {
        let text =
            paragraphs.get(usize::from(paragraph).saturating_sub(1)).map(|p| p.text.as_str());
        text.is_some_and(|text| previous.paragraphs.contains(text))
    };
    let mut quotes: Vec<QuoteCandidate> = Vec::new();
    for quote in &previous.quotes {
        let Earlier { id, text, themes, speaker, .. } = quote;
        let Some(paragraph) = place(quote, &imported.paragraphs) else {
            imported.gone.push(id.clone());
            continue;
        };
        quotes.push(QuoteCandidate {
            id: id.clone(),
            text: text.clone(),
            section: paragraph.section,
            paragraph: paragraph.number,
            speaker: speaker.clone(),
            score: imported
                .quotes
                .iter()
                .find(|proposed| proposed.text == *text)
                .map_or(0.0, |proposed| proposed.score),
            themes: themes.iter().map(|theme| named(theme)).collect(),
            kept: true,
        });
    }
    let proposed = std::mem::take(&mut imported.quotes);
    let fresh = proposed.into_iter().filter(|quote| !known(quote.paragraph, &imported.paragraphs));
    quotes.extend(fresh);
    let texts: Vec<&str> = quotes.iter().map(|quote| quote.text.as_str()).collect();
    let again: Vec<usize> = repeats(&texts).into_iter().map(|(later, _)| later).collect();
    let mut index = 0;
    quotes.retain(|quote| {
        index += 1;
        quote.kept || !again.contains(&(index - 1))
    });
    quotes.sort_by_key(|quote| quote.paragraph);
    let start = format!("{prefix}-");
    let mut next = previous.highest(&start, "quotes");
    for quote in quotes.iter_mut().filter(|quote| quote.id.is_empty()) {
        next += 1;
        quote.id = format!("{start}{next}");
    }
    imported.quotes = quotes;
    merge_questions(imported, previous, &format!("{prefix}-q"), &known);
}

fn merge_questions(
    imported: &mut Imported,
    previous: &Previous,
    start: &str,
    known: &dyn Fn(u16, &[Paragraph]) -> bool,
) {
    let mut questions: Vec<AuthorQuestion> = Vec::new();
    for question in &previous.questions {
        let Earlier { id, text, themes, .. } = question;
        match place(question, &imported.paragraphs) {
            Some(paragraph) => questions.push(AuthorQuestion {
                id: id.clone(),
                text: text.clone(),
                section: paragraph.section,
                paragraph: paragraph.number,
                themes: themes.iter().map(|theme| named(theme)).collect(),
                kept: true,
            }),
            None => imported.gone.push(id.clone()),
        }
    }
    let before = questions.iter().map(|before| &before.text);
    let before = before.chain(previous.by_hand.iter().map(|(_, text)| text));
    let mut asked: HashSet<String> = before.map(|text| fold(text)).collect();
    for question in std::mem::take(&mut imported.questions) {
        if asked.insert(fold(&question.text)) && !known(question.paragraph, &imported.paragraphs) {
            questions.push(question);
        }
    }
    let mut next = previous.highest(start, "questions");
    for question in questions.iter_mut().filter(|question| question.id.is_empty()) {
        next += 1;
        question.id = format!("{start}{next}");
    }
    imported.questions = questions;
}

fn named(theme: &str) -> Suggestion {
    Suggestion { theme: theme.to_owned(), score: 0.0, words: Vec::new() }
}

/// The paragraph that has a passage in it, if its words may be quoted; of several, the one that is
/// nearest to where the passage stood before.
fn place<'a>(passage: &Earlier, paragraphs: &'a [Paragraph]) -> Option<&'a Paragraph> {
    let holds = |paragraph: &&Paragraph| {
        let quotable = match paragraph.voice {
            Voice::Author => true,
            Voice::Editor => false,
            Voice::Speaker(_) => passage.speaker.is_some(),
        };
        quotable && paragraph.text.contains(&passage.text)
    };
    let holding = paragraphs.iter().filter(holds);
    holding.min_by_key(|paragraph| paragraph.number.abs_diff(passage.paragraph))
}

/// What the ids of a work start with: what they started with before, else a part of its own id.
fn prefix(imported: &Imported, previous: &Previous) -> String {
    let before = previous.quotes.first().and_then(|quote| quote.id.rsplit_once('-'));
    match before {
        Some((prefix, number)) if number.bytes().all(|b| b.is_ascii_digit()) => prefix.to_owned(),
        _ => slug(&imported.work.id, LONGEST_PREFIX),
    }
}

/// Puts the earlier sections in the place of those that were found, if they hold the same
/// paragraphs; says so if they do not.
fn keep_sections(imported: &mut Imported, earlier: &[Part]) {
    if earlier.is_empty() || earlier == imported.sections {
        return;
    }
    let mut next = 1;
    let whole = earlier.iter().all(|part| {
        let follows = part.first == next && part.last >= part.first;
        next = part.last.saturating_add(1);
        follows
    });
    let fits = whole && usize::from(next) == imported.paragraphs.len() + 1;
    if !fits {
        imported.doubts.push(Doubt::SectionsAnew);
        return;
    }
    let found = std::mem::replace(&mut imported.sections, earlier.to_vec());
    for part in &mut imported.sections {
        // The file has no room for the number of a heading.
        let printed = found.iter().find(|found| found.first == part.first);
        part.label = printed.and_then(|found| found.label.clone());
    }
    let section = |paragraph: u16| {
        let part = earlier.iter().find(|part| (part.first..=part.last).contains(&paragraph));
        part.map_or(1, |part| part.number)
    };
    for paragraph in &mut imported.paragraphs {
        paragraph.section = section(paragraph.number);
    }
    for quote in &mut imported.quotes {
        quote.section = section(quote.paragraph);
    }
    for question in &mut imported.questions {
        question.section = section(question.paragraph);
    }
}
