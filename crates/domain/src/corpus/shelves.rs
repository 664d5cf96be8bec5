//! Where the quotes of each theme, work and voice are and the questions of each theme, so that what is
//! drawn from some reads no others.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use roaring::RoaringBitmap;

use super::{Corpus, Entry, Kind, Level, Question, Stage};

/// Places in the corpus, by what they can be asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelves {
    edition: Edition,
    themes: HashMap<String, RoaringBitmap>,
    works: HashMap<String, RoaringBitmap>,
    voices: HashMap<String, RoaringBitmap>,
    questions: HashMap<String, Asked>,
    questions_of: HashMap<String, RoaringBitmap>,
    /// Who speaks, in order of their first quote.
    speakers: Vec<String>,
}

/// Tells a corpus from every other: a place in one is none in another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edition(Arc<()>);

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The questions of a theme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked(HashMap<(Stage, bool), RoaringBitmap>);

impl Asked {
    /// The places of those for a stage that do what it is for, or of those that do not.
    pub(crate) fn at(&self, stage: Stage, fit: bool) -> Option<&RoaringBitmap> {
        self.0.get(&(stage, fit))
    }

    /// The places of all.
    pub(crate) fn all(&self) -> impl Iterator<Item = &RoaringBitmap> {
        self.0.values()
    }
}

impl Shelves {
    fn of(corpus: &Corpus) -> Self {
        let (mut shelves, mut known) = (Self::default(), HashSet::new());
        for (place, quote) in (0..).zip(&corpus.quotes) {
            let here = |shelf: &mut RoaringBitmap| _ = shelf.insert(place);
            for theme in &quote.themes {
                put(&mut shelves.themes, theme, here);
            }
            put(&mut shelves.works, &quote.work, here);
            put(&mut shelves.voices, corpus.voice(quote), here);
            if let Some(speaker) = &quote.speaker
                && known.insert(speaker)
            {
                shelves.speakers.push(speaker.clone());
            }
        }
        for (place, question) in (0..).zip(&corpus.questions) {
            let kind = (Stage::of(question.kind), corpus.fits_stage(question));
            let here = |shelf: &mut RoaringBitmap| _ = shelf.insert(place);
            put(&mut shelves.questions, &question.theme, |Asked(asked)| {
                here(asked.entry(kind).or_default());
            });
            put(&mut shelves.questions_of, &question.work, here);
        }
        shelves
    }
}

fn put<S: Default>(shelves: &mut HashMap<String, S>, name: &str, onto: impl FnOnce(&mut S)) {
    match shelves.get_mut(name) {
        Some(shelf) => onto(shelf),
        // Only a new name is copied.
        None => onto(shelves.entry(name.to_owned()).or_default()),
    }
}

impl Corpus {
    pub(super) fn shelves(&self) -> &Shelves {
        self.shelves.get_or_init(|| Shelves::of(self))
    }

    /// What tells this book from every other.
    pub(crate) fn edition(&self) -> &Edition {
        &self.shelves().edition
    }

    /// The places of the quotes of a theme.
    pub(crate) fn places_on(&self, theme: &str) -> Option<&RoaringBitmap> {
        self.shelves().themes.get(theme)
    }

    /// The places of the quotes out of a work.
    pub(crate) fn places_in(&self, work: &str) -> Option<&RoaringBitmap> {
        self.shelves().works.get(work)
    }

    /// The places of the quotes of an author or speaker.
    pub(crate) fn places_by(&self, voice: &str) -> Option<&RoaringBitmap> {
        self.shelves().voices.get(voice)
    }

    /// The questions of a theme.
    pub(crate) fn questions_on(&self, theme: &str) -> Option<&Asked> {
        self.shelves().questions.get(theme)
    }

    /// The places of the questions of a work.
    pub(crate) fn questions_of(&self, work: &str) -> Option<&RoaringBitmap> {
        self.shelves().questions_of.get(work)
    }

    /// Whether a question does what its stage is for: one reads closely what needs a closer look,
    /// compares what quarrels, and ends with what everybody can speak to.
    pub(crate) fn fits_stage(&self, question: &Question) -> bool {
        match question.kind {
            Kind::Close | Kind::Author => question.level != Some(Level::Easy),
            Kind::Comparison => self.pair_in(question).is_some(),
            Kind::Application => matches!(question.level, Some(Level::Easy) | None),
        }
    }

    /// The place of a quote.
    pub(crate) fn place_of(&self, quote: &str) -> Option<usize> {
        match self.by_id.get(quote)? {
            Entry::Quote(place) => Some(*place),
            _ => None,
        }
    }

    /// The place of a question.
    pub(crate) fn place_of_question(&self, question: &str) -> Option<u32> {
        match self.by_id.get(question)? {
            Entry::Question(place) => u32::try_from(*place).ok(),
            _ => None,
        }
    }

    /// Who is quoted: authors and speakers, each once, authors first.
    #[must_use]
    pub fn authors(&self) -> Vec<&str> {
        let authors = self.works.iter().map(|work| work.author.as_str());
        let speakers = self.shelves().speakers.iter().map(String::as_str);
        let mut known = HashSet::new();
        authors.chain(speakers).filter(|name| known.insert(*name)).collect()
    }
}
