//! Where the quotes of each theme, work and voice are and the questions of each theme, so that what is
//! drawn from some reads no others.

use std::collections::{HashMap, HashSet};

use super::{Corpus, Entry, Question};

/// Places in the corpus, by what they can be asked for. All lists are in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelves {
    themes: HashMap<String, Vec<u32>>,
    works: HashMap<String, Vec<u32>>,
    voices: HashMap<String, Vec<u32>>,
    questions: HashMap<String, Vec<u32>>,
    /// Who speaks, in order of their first quote.
    speakers: Vec<String>,
}

impl Shelves {
    fn of(corpus: &Corpus) -> Self {
        let (mut shelves, mut known) = (Self::default(), HashSet::new());
        for (place, quote) in (0..).zip(&corpus.quotes) {
            for theme in &quote.themes {
                put(&mut shelves.themes, theme, place);
            }
            put(&mut shelves.works, &quote.work, place);
            put(&mut shelves.voices, corpus.voice(quote), place);
            if let Some(speaker) = &quote.speaker
                && known.insert(speaker)
            {
                shelves.speakers.push(speaker.clone());
            }
        }
        for (place, question) in (0..).zip(&corpus.questions) {
            put(&mut shelves.questions, &question.theme, place);
        }
        shelves
    }
}

fn put(shelf: &mut HashMap<String, Vec<u32>>, name: &str, place: u32) {
    match shelf.get_mut(name) {
        // A theme that is given twice is one.
        Some(places) if places.last() == Some(&place) => {}
        Some(places) => places.push(place),
        None => {
            shelf.insert(name.to_owned(), vec![place]);
        }
    }
}

impl Corpus {
    fn shelves(&self) -> &Shelves {
        self.shelves.get_or_init(|| Shelves::of(self))
    }

    /// The places of the quotes of a theme.
    pub(crate) fn places_on(&self, theme: &str) -> &[u32] {
        self.shelves().themes.get(theme).map_or(&[], Vec::as_slice)
    }

    /// The places of the quotes out of a work.
    pub(crate) fn places_in(&self, work: &str) -> &[u32] {
        self.shelves().works.get(work).map_or(&[], Vec::as_slice)
    }

    /// The places of the quotes of an author or speaker.
    pub(crate) fn places_by(&self, voice: &str) -> &[u32] {
        self.shelves().voices.get(voice).map_or(&[], Vec::as_slice)
    }

    /// The questions of a theme.
    pub(crate) fn questions_on(&self, theme: &str) -> impl Iterator<Item = &Question> {
        let places = self.shelves().questions.get(theme).map_or(&[][..], Vec::as_slice);
        let places = places.iter().filter_map(|place| usize::try_from(*place).ok());
        places.filter_map(|place| self.questions.get(place))
    }

    /// The place of a quote.
    pub(crate) fn place_of(&self, quote: &str) -> Option<usize> {
        match self.by_id.get(quote)? {
            Entry::Quote(place) => Some(*place),
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
