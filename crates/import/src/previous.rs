//! The work file of an earlier import.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use toml_edit::{DocumentMut, Item, Table};

use super::metadata::Head;
use super::structure::{Paragraph, Part};
use domain::corpus::SectionKind;
use domain::fold;

/// Starts the line that notes which ids were given.
pub(super) const IDS: &str = "# Ids given so far:";

/// Of two editions of a work one run of words in so many is the same at least.
const SHARED: usize = 10;
/// Words are compared by runs of so many, and letters where there are no spaces.
const RUN: usize = 4;

/// The runs of words of a text; of one without spaces those of its letters.
fn runs(text: &str) -> Vec<u64> {
    let text = fold(text);
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let spaced = words.len() * 12 > text.chars().filter(|c| c.is_alphanumeric()).count();
    let letters: Vec<&str> =
        if spaced { Vec::new() } else { text.split("").filter(|c| !c.trim().is_empty()).collect() };
    let units = if spaced { words } else { letters };
    let run = RUN.min(units.len()).max(1);
    let hash = |run: &[&str]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    units.windows(run).map(hash).collect()
}

/// The work file of an earlier import.
#[derive(Default)]
pub(super) struct Previous {
    /// The file, with everything that was written into it by hand.
    pub(super) document: Option<DocumentMut>,
    pub(super) head: Option<Head>,
    pub(super) quotes: Vec<Earlier>,
    /// The author's own questions.
    pub(super) questions: Vec<Earlier>,
    /// The ids and texts of the questions that a person wrote.
    pub(super) by_hand: Vec<(String, String)>,
    pub(super) sections: Vec<Part>,
    /// The paragraphs of then: a passage that was not kept then is not proposed again.
    pub(super) paragraphs: HashSet<String>,
}

/// A passage of an earlier import.
pub(super) struct Earlier {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) themes: Vec<String>,
    pub(super) speaker: Option<String>,
    /// The paragraph it stood in.
    pub(super) paragraph: u16,
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
        let (authors, by_hand): (Vec<&Table>, Vec<&Table>) = tables("question")
            .into_iter()
            .partition(|q| text_of(q, "kind").as_deref() == Some("author"));
        let by_hand =
            by_hand.into_iter().filter_map(|q| Some((text_of(q, "id")?, text_of(q, "text")?)));
        let paragraphs = tables("paragraph").into_iter().filter_map(|p| text_of(p, "text"));
        let mut previous = Self {
            head: document.get("work").and_then(Item::as_table).map(head_of),
            quotes: tables("quote").into_iter().filter_map(Earlier::of).collect(),
            questions: authors.into_iter().filter_map(Earlier::of).collect(),
            by_hand: by_hand.collect(),
            sections: sections(&document),
            paragraphs: paragraphs.collect(),
            document: None,
        };
        previous.document = Some(document);
        previous
    }

    /// Whether these are the paragraphs of the work that the file is of, or of another edition: runs
    /// of words of the one stand in the other. A file without paragraphs may be of any.
    pub(super) fn is_of(&self, paragraphs: &[Paragraph]) -> bool {
        if self.paragraphs.is_empty() {
            return true;
        }
        let earlier: HashSet<u64> = self.paragraphs.iter().flat_map(|text| runs(text)).collect();
        let now: HashSet<u64> =
            paragraphs.iter().flat_map(|paragraph| runs(&paragraph.text)).collect();
        let fewer = earlier.len().min(now.len());
        fewer == 0 || earlier.intersection(&now).count() * SHARED >= fewer
    }

    /// The highest number that was ever given to an id of this kind.
    pub(super) fn highest(&self, start: &str, noun: &str) -> usize {
        let quotes = self.quotes.iter().map(|quote| &quote.id);
        let questions = self.questions.iter().map(|question| &question.id);
        let ids = quotes.chain(questions).chain(self.by_hand.iter().map(|(id, _)| id));
        let of_ids = ids.filter_map(|id| id.strip_prefix(start)?.parse().ok()).max();
        of_ids.unwrap_or(0).max(self.noted(noun))
    }

    /// What the head of the file notes of ids that are in it no longer.
    fn noted(&self, noun: &str) -> usize {
        let text = self.document.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(IDS));
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

/// The sections of an earlier work file.
fn sections(document: &DocumentMut) -> Vec<Part> {
    let tables = document.get("section").and_then(Item::as_array_of_tables);
    tables.into_iter().flatten().filter_map(section).collect()
}

fn section(table: &Table) -> Option<Part> {
    let number = |key| u16::try_from(table.get(key)?.as_integer()?).ok();
    let kind = match table.get("kind")?.as_str()? {
        "body" => SectionKind::Body,
        "introduction" => SectionKind::Introduction,
        "notes" => SectionKind::Notes,
        _ => return None,
    };
    let title = table.get("title")?.as_str()?.to_owned();
    Some(Part {
        number: number("number")?,
        label: None,
        title,
        kind,
        first: number("first")?,
        last: number("last")?,
    })
}
