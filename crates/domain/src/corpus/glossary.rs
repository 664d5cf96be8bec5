//! People, words and dates that the readings mention.

use std::collections::HashMap;

use super::Corpus;
use super::build::values;
use super::check::{Check, LONGEST_NAME, LONGEST_TEXT};
use super::draft::YEARS;
use super::mistake::Spot;
use super::read::{At, Field, Fields};

/// A person or a word, with a line about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gloss {
    /// Its id; never reused.
    pub id: String,
    /// Which of the two it is.
    pub kind: GlossKind,
    /// The full name or the word.
    pub name: String,
    /// When a person lived, as it should be read.
    pub years: Option<String>,
    /// Other names under which texts speak of it.
    pub also: Vec<String>,
    /// What one should know of it, in a line of ours.
    pub about: String,
}

/// What a gloss explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GlossKind {
    /// Somebody.
    Person,
    /// A word, a body or an event.
    Term,
}

/// An entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, or the first of several.
    pub year: i16,
    /// The last of several.
    pub until: Option<i16>,
    /// What happened.
    pub about: String,
}

impl Gloss {
    /// All its names, its own first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.also.iter().map(String::as_str))
    }
}

impl Corpus {
    /// The people and words of the glossary, in the order of their files.
    #[must_use]
    pub fn glossary(&self) -> &[Gloss] {
        &self.glossary
    }

    /// The person or word of that id.
    #[must_use]
    pub fn gloss(&self, id: &str) -> Option<&Gloss> {
        self.glossary.iter().find(|gloss| gloss.id == id)
    }

    /// The timeline, the earliest first.
    #[must_use]
    pub fn dates(&self) -> &[Date] {
        &self.dates
    }
}

/// The glossary as its files have it.
#[derive(Debug, Default)]
pub(super) struct GlossaryDraft {
    pub(super) glosses: Vec<GlossDraft>,
    dates: Vec<DateDraft>,
}

#[derive(Debug)]
pub(super) struct GlossDraft {
    pub(super) id: Field<String>,
    kind: GlossKind,
    name: Field<String>,
    years: Field<String>,
    also: Field<Vec<At<String>>>,
    about: Field<String>,
}

#[derive(Debug)]
struct DateDraft {
    year: Field<i16>,
    until: Field<i16>,
    about: Field<String>,
}

impl GlossaryDraft {
    pub(super) fn read(&mut self, file: &mut Fields<'_>) {
        for (key, kind) in [("person", GlossKind::Person), ("term", GlossKind::Term)] {
            self.glosses.extend(file.tables(key, |gloss| GlossDraft {
                id: gloss.text("id"),
                kind,
                name: gloss.text("name"),
                // Only people have years.
                years: match kind {
                    GlossKind::Person => gloss.optional_text("years"),
                    GlossKind::Term => None,
                },
                also: gloss.optional_texts("also"),
                about: gloss.text("about"),
            }));
        }
        self.dates.extend(file.tables("date", |date| DateDraft {
            year: date.number("year", YEARS.0, YEARS.1),
            until: date.optional_number("until", YEARS.0, YEARS.1),
            about: date.text("about"),
        }));
    }

    pub(super) fn build(self) -> (Vec<Gloss>, Vec<Date>) {
        let glosses = self.glosses.into_iter().filter_map(GlossDraft::build).collect();
        let mut dates: Vec<Date> = self.dates.into_iter().filter_map(DateDraft::build).collect();
        dates.sort_by_key(|date| (date.year, date.until));
        (glosses, dates)
    }
}

impl GlossDraft {
    fn build(self) -> Option<Gloss> {
        Some(Gloss {
            id: self.id?.value,
            kind: self.kind,
            name: self.name?.value,
            years: self.years.map(|years| years.value),
            also: values(self.also).unwrap_or_default(),
            about: self.about?.value,
        })
    }
}

impl DateDraft {
    fn build(self) -> Option<Date> {
        let until = self.until.map(|year| year.value);
        Some(Date { year: self.year?.value, until, about: self.about?.value })
    }
}

pub(super) fn check(check: &mut Check<'_>) {
    let draft = check.draft;
    let mut taken: HashMap<&str, Spot> = HashMap::new();
    for gloss in &draft.glossary.glosses {
        check.text("the name", &gloss.name, LONGEST_NAME);
        check.text("the years", &gloss.years, LONGEST_NAME);
        check.text("the text about it", &gloss.about, LONGEST_TEXT);
        for name in gloss.also.iter().flat_map(|also| &also.value) {
            check.text("the other name", &Some(name.clone()), LONGEST_NAME);
        }
        let also = gloss.also.iter().flat_map(|also| &also.value);
        for name in gloss.name.iter().chain(also) {
            if let Some(first) = taken.insert(&name.value, name.spot) {
                let reason =
                    format!("`{}` is in the glossary already, {}", name.value, check.name(first));
                check.say(name.spot, reason);
            }
        }
    }
    for date in &draft.glossary.dates {
        check.text("the text about it", &date.about, LONGEST_TEXT);
        if let Some(year) = date.year.as_ref().filter(|year| year.value == 0) {
            check.say(year.spot, "there was no year 0");
        }
        if let (Some(year), Some(until)) = (&date.year, &date.until)
            && until.value <= year.value
        {
            check.say(until.spot, format!("`until` should be after {}", year.value));
        }
    }
}
