//! Which people and words of the glossary a text names.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Corpus, Gloss, Quote};

/// The names of the glossary by their first word in lower case, so that most words of a text are
/// compared with none of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names(HashMap<String, Vec<Name>>);

#[derive(Clone, Debug)]
struct Name {
    words: Vec<Word<'static>>,
    /// Its place in the glossary.
    gloss: usize,
}

#[derive(Clone, Debug)]
struct Word<'t> {
    text: Cow<'t, str>,
    lower: Cow<'t, str>,
    /// With a capital it is meant as it is written.
    proper: bool,
}

impl Names {
    fn of(glossary: &[Gloss]) -> Self {
        let mut names: HashMap<String, Vec<Name>> = HashMap::new();
        for (place, gloss) in glossary.iter().enumerate() {
            for name in gloss.names() {
                let words: Vec<Word<'_>> =
                    words(name).map(|word| Word::of(word).into_owned()).collect();
                if let Some(first) = words.first() {
                    let first = first.lower.to_string();
                    names.entry(first).or_default().push(Name { words, gloss: place });
                }
            }
        }
        Self(names)
    }

    /// The longest name that a text starts with.
    fn longest_at(&self, text: &[Word<'_>]) -> Option<&Name> {
        let names = self.0.get(text.first()?.lower.as_ref())?;
        names.iter().filter(|name| name.starts(text)).max_by_key(|name| name.words.len())
    }
}

impl Name {
    fn starts(&self, text: &[Word<'_>]) -> bool {
        let here = text.get(..self.words.len());
        here.is_some_and(|here| self.words.iter().zip(here).all(|(word, here)| word.is(here)))
    }
}

impl<'t> Word<'t> {
    fn of(text: &'t str) -> Self {
        let proper = text.chars().any(char::is_uppercase);
        let lower = if proper { Cow::Owned(text.to_lowercase()) } else { Cow::Borrowed(text) };
        Self { text: Cow::Borrowed(text), lower, proper }
    }

    fn into_owned(self) -> Word<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Word { text: owned(self.text), lower: owned(self.lower), proper: self.proper }
    }

    /// Whether a name's word is meant by a word of a text.
    fn is(&self, other: &Word<'_>) -> bool {
        self.text == other.text || (!self.proper && self.lower == other.lower)
    }
}

impl Corpus {
    /// The people and words that a text names, in the order in which it does. Of two names at one
    /// place the longer counts: “Paris Commune” is no commune.
    #[must_use]
    pub fn named_in(&self, text: &str) -> Vec<&Gloss> {
        let names = self.names.get_or_init(|| Names::of(&self.glossary));
        let text: Vec<Word<'_>> = words(text).map(Word::of).collect();
        let mut found: Vec<&Gloss> = Vec::new();
        let mut rest = text.as_slice();
        while !rest.is_empty() {
            let longest = names.longest_at(rest);
            if let Some(gloss) = longest.and_then(|name| self.glossary.get(name.gloss))
                && found.iter().all(|known| known.id != gloss.id)
            {
                found.push(gloss);
            }
            let length = longest.map_or(1, |name| name.words.len());
            rest = rest.get(length..).unwrap_or_default();
        }
        found
    }

    /// The people and words that a quote names: in its text, as its speaker or as those whose view
    /// it reports.
    #[must_use]
    pub fn named_by(&self, quote: &Quote) -> Vec<&Gloss> {
        let parts = [Some(&quote.text), quote.speaker.as_ref(), quote.reported.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        self.named_in(&parts.join(" · "))
    }

    /// The people and words that some quotes name, each once.
    #[must_use]
    pub fn named_by_any(&self, quotes: &[&Quote]) -> Vec<&Gloss> {
        let mut named: Vec<&Gloss> = Vec::new();
        for gloss in quotes.iter().flat_map(|quote| self.named_by(quote)) {
            if named.iter().all(|known| known.id != gloss.id) {
                named.push(gloss);
            }
        }
        named
    }
}

/// The words of a text, without the `’s` of what somebody owns.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’' | '\''))
        .map(|word| word.trim_matches(['-', '’', '\'']))
        .map(|word| word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word))
        .filter(|word| !word.is_empty())
}
