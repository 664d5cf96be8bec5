//! Finds what somebody quotes word for word in the text of a work, and of what is not there word for
//! word the nearest passage, with what differs.
//!
//! Words are compared without regard to capitals and typography: apostrophes, hyphens, soft hyphens.
//! The signs between words do not count, since a passage is copied with its own.

mod candidates;
mod nearest;
mod tokens;

use std::ops::Range;

use self::tokens::{Token, tokens};
use super::Work;
use super::corpus::Section;

pub use candidates::candidates;

/// Fewer words are found everywhere.
pub const FEWEST_WORDS: usize = 3;
/// More words are no quotation.
const MOST_WORDS: usize = 400;

/// A passage of a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'w> {
    /// The work.
    pub work: &'w Work,
    /// Its paragraph, numbered through the work.
    pub paragraph: u16,
    /// Where it is in the paragraph, in bytes.
    pub range: Range<usize>,
}

/// What has come of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search<'w> {
    /// It is there word for word.
    Found(Passage<'w>),
    /// Something like it is there.
    Near(Near<'w>),
    /// Nothing like it is there.
    Nowhere,
}

/// The passage that is nearest to a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near<'w> {
    /// The passage.
    pub passage: Passage<'w>,
    /// Where the two differ, in order.
    pub differences: Vec<Difference>,
    /// How many words would have to be changed.
    pub distance: usize,
}

/// Words in which a quotation differs from the work. Either may be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the quotation has.
    pub quoted: String,
    /// What the work has.
    pub written: String,
}

impl<'w> Passage<'w> {
    /// The passage at a place of a work, if there is one.
    #[must_use]
    pub fn at(work: &'w Work, paragraph: u16, range: Range<usize>) -> Option<Self> {
        let text = work.text.paragraphs.get(&paragraph)?.get(range.clone())?;
        let words = tokens(text).count() > 0;
        words.then_some(Self { work, paragraph, range })
    }

    /// Its words, as the work has them.
    #[must_use]
    pub fn text(&self) -> &'w str {
        let paragraph = self.work.text.paragraphs.get(&self.paragraph);
        paragraph.and_then(|text| text.get(self.range.clone())).unwrap_or_default()
    }

    /// The section that it is in.
    #[must_use]
    pub fn section(&self) -> Option<&'w Section> {
        let within = |section: &&Section| (section.first..=section.last).contains(&self.paragraph);
        self.work.sections.iter().find(within)
    }

    /// Whether it stands in quotation marks, and so may be somebody else's words.
    #[must_use]
    pub fn is_within_quotation_marks(&self) -> bool {
        let paragraph = self.work.text.paragraphs.get(&self.paragraph);
        let before = paragraph.and_then(|text| text.get(..self.range.start)).unwrap_or_default();
        let count = |marks: &[char]| before.chars().filter(|c| marks.contains(c)).count();
        count(&['“', '„']) > count(&['”'])
            || count(&['«']) > count(&['»'])
            || count(&['"']) % 2 == 1
    }
}

/// Looks for a quotation in works whose text is here.
#[must_use]
pub fn find<'w>(works: impl IntoIterator<Item = &'w Work>, quotation: &str) -> Search<'w> {
    let quoted: Vec<Token<'_>> = tokens(quotation).take(MOST_WORDS + 1).collect();
    if !(FEWEST_WORDS..=MOST_WORDS).contains(&quoted.len()) {
        return Search::Nowhere;
    }
    let works: Vec<&Work> = works.into_iter().collect();
    let paragraphs = || {
        works.iter().flat_map(|work| {
            work.text.paragraphs.iter().map(|(number, text)| (*work, *number, text.as_str()))
        })
    };
    for (work, paragraph, text) in paragraphs() {
        if let Some(range) = word_for_word(text, &quoted) {
            let range = with_its_end(text, range, quotation, &quoted);
            return Search::Found(Passage { work, paragraph, range });
        }
    }
    nearest::nearest(paragraphs(), quotation, &quoted).map_or(Search::Nowhere, Search::Near)
}

/// Whether a part has at least a few words and is in a text word for word.
#[must_use]
pub fn is_within(text: &str, part: &str) -> bool {
    let part: Vec<Token<'_>> = tokens(part).collect();
    part.len() >= FEWEST_WORDS && word_for_word(text, &part).is_some()
}

/// Whether two texts are the same words.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (tokens(one), tokens(other));
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.is(&b) => {}
            _ => return false,
        }
    }
}

/// Where a text has these words, one after the other.
fn word_for_word(text: &str, quoted: &[Token<'_>]) -> Option<Range<usize>> {
    let written: Vec<Token<'_>> = tokens(text).collect();
    let same = |window: &&[Token<'_>]| window.iter().zip(quoted).all(|(a, b)| a.is(b));
    let found = written.windows(quoted.len()).find(same)?;
    Some(found.first()?.start..found.last()?.end())
}

/// A quotation that ends a sentence takes the sentence's end along.
fn with_its_end(
    text: &str,
    range: Range<usize>,
    quotation: &str,
    quoted: &[Token<'_>],
) -> Range<usize> {
    let ends = |rest: &str| -> usize {
        let is_end = |c: &char| matches!(c, '.' | '!' | '?' | '…');
        rest.chars().take_while(is_end).map(char::len_utf8).sum()
    };
    let after = quoted.last().and_then(|last| quotation.get(last.end()..)).unwrap_or_default();
    let rest = text.get(range.end..).unwrap_or_default();
    let end = if ends(after.trim_start()) > 0 { ends(rest) } else { 0 };
    range.start..range.end + end
}

#[cfg(test)]
mod tests;
