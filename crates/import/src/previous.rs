//! A second import of a text: what a person reviewed stays, and so do the ids of what has not
//! changed.

use std::collections::HashSet;

use toml_edit::{DocumentMut, Item, Table};

use super::metadata::{Head, slug};
use super::structure::{Paragraph, Part, Voice};
use super::{AuthorQuestion, Imported, QuoteCandidate, Suggestion, reviewed};
use domain::corpus::likeness::repeats;
use domain::fold;

/// The longest start of an id, so that it fits a button with its number.
const LONGEST_PREFIX: usize = 16;

/// The work file of an earlier import.
#[derive(Default)]
pub(super) struct Previous {
    /// The file, with everything that was written into it by hand.
    pub(super) document: Option<DocumentMut>,
    pub(super) head: Option<Head>,
    quotes: Vec<Earlier>,
    /// The author's own questions.
    questions: Vec<Earlier>,
    /// The ids and texts of the questions that a person wrote.
    by_hand: Vec<(String, String)>,
    pub(super) sections: Vec<Part>,
    /// The paragraphs of then: a passage that was not kept then is not proposed again.
    paragraphs: HashSet<String>,
}

/// A passage of an earlier import.
struct Earlier {
    id: String,
    text: String,
    themes: Vec<String>,
    speaker: Option<String>,
    /// The paragraph it stood in.
    paragraph: u16,
}

impl Earlier {
    fn of(table: &Table) -> Option<Self> {
        let themes = table.get("themes").and_then(Item::as_array);
        let themes = themes.into_iter().flatten().filter_map(|theme| theme.as_str());
        let paragraph = table.get("paragraph").and_then(Item::as_integer);
        Some(Self {
            id: text_of(table, "id")?,
            text: text_of(table, "text")?,
            themes: themes.map(str::to_owned).chain(text_of(table, "theme")).collect(),
            speaker: text_of(table, "speaker"),
            paragraph: paragraph.and_then(|number| u16::try_from(number).ok()).unwrap_or(0),
        })
    }
}

impl Previous {
    /// Reads an earlier work file; one that is none counts as none.
    pub(super) fn read(text: Option<&str>) -> Self {
        let Some(document) = text.and_then(|text| text.parse::<DocumentMut>().ok()) else {
            return Self::default();
        };
        let tables = |key: &str| -> Vec<&Table> {
            document.get(key).and_then(Item::as_array_of_tables).into_iter().flatten().collect()
        };
        let quotes = tables("quote").into_iter().filter_map(Earlier::of);
        let (authors, by_hand): (Vec<&Table>, Vec<&Table>) = tables("question")
            .into_iter()
            .partition(|q| text_of(q, "kind").as_deref() == Some("author"));
        let questions = authors.into_iter().filter_map(Earlier::of);
        let by_hand =
            by_hand.into_iter().filter_map(|q| Some((text_of(q, "id")?, text_of(q, "text")?)));
        let paragraphs = tables("paragraph").into_iter().filter_map(|p| text_of(p, "text"));
        let head = document.get("work").and_then(Item::as_table).map(head_of);
        Self {
            head,
            quotes: quotes.collect(),
            questions: questions.collect(),
            by_hand: by_hand.collect(),
            sections: reviewed::sections(&document),
            paragraphs: paragraphs.collect(),
            document: Some(document.clone()),
        }
    }

    /// The highest number that was ever given to an id of this kind.
    fn highest(&self, start: &str, noun: &str) -> usize {
        let quotes = self.quotes.iter().map(|quote| &quote.id);
        let questions = self.questions.iter().map(|question| &question.id);
        let ids = quotes.chain(questions).chain(self.by_hand.iter().map(|(id, _)| id));
        let of_ids = ids.filter_map(|id| id.strip_prefix(start)?.parse().ok()).max();
        of_ids.unwrap_or(0).max(self.noted(noun))
    }

    /// What the head of the file notes of ids that are in it no longer.
    fn noted(&self, noun: &str) -> usize {
        let text = self.document.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(super::workfile::IDS));
        let after = line.and_then(|line| line.split_once(noun)).map(|(_, after)| after);
        let digits =
            after.map(|after| after.trim_start().split(|c: char| !c.is_ascii_digit()).next());
        digits.flatten().and_then(|digits| digits.parse().ok()).unwrap_or(0)
    }
}

fn text_of(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Item::as_str).map(str::to_owned)
}

fn head_of(work: &Table) -> Head {
    let text = |key| text_of(work, key).unwrap_or_default();
    let year =
        work.get("year").and_then(Item::as_integer).and_then(|year| i16::try_from(year).ok());
    Head {
        id: text("id"),
        title: text("title"),
        author: text("author"),
        year: year.unwrap_or(0),
        translator: text_of(work, "translator"),
        language: text("language"),
        source: text("source"),
        rights: text("rights"),
    }
}

/// Gives every passage its id: the earlier one, or the next that was never given.
pub(super) fn merge(imported: &mut Imported, previous: &Previous) {
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
    let proposed = std::mem::take(&mut imported.questions);
    for question in proposed {
        let before = questions.iter().map(|before| &before.text);
        let before = before.chain(previous.by_hand.iter().map(|(_, text)| text));
        let asked = before.into_iter().any(|text| fold(text) == fold(&question.text));
        if !asked && !known(question.paragraph, &imported.paragraphs) {
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
