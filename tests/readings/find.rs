//! Finds a text in a reading.
//!
//! White space and the hyphens at line ends are what a careful typist may change, and nothing
//! else. So texts are compared without them, and each change of them is then judged by itself.

use std::ops::RangeInclusive;

use crate::readings::raw::{Glyph, Reading};

/// Words that the booklet has run together.
const RUN_TOGETHER: &[&str] = &[
    "fascismwhich",
    "themid-19th",
    "Nomore",
    "muchmore",
    "wouldmake",
    "dowith",
    "amanner",
    "andmanagement",
];

/// Where a text stands in a reading.
pub(crate) struct Found {
    pub(crate) paragraph: u16,
    pub(crate) words: RangeInclusive<usize>,
    /// Whether more than half of it stands inside quotation marks.
    pub(crate) quoted: bool,
    /// Whether any of it is the editors'.
    pub(crate) editors: bool,
    /// Changes of white space that no careful typist would make.
    pub(crate) repairs: Vec<String>,
}

impl Reading {
    /// Everywhere a text stands, or how far it could be followed.
    pub(crate) fn find(&self, text: &str) -> Result<Vec<Found>, String> {
        let wanted: Vec<(char, bool)> = letters(text);
        let mut found = Vec::new();
        let (mut furthest, mut stopped) = (0, 0);
        for start in 0..self.glyphs.len() {
            let mut matched: Vec<usize> = Vec::new();
            let mut at = start;
            while let (Some((c, _)), Some(glyph)) = (wanted.get(matched.len()), self.glyphs.get(at))
            {
                if glyph.c == *c {
                    matched.push(at);
                } else if !glyph.hyphen || matched.is_empty() {
                    break;
                }
                at += 1;
            }
            if matched.len() == wanted.len() {
                found.push(self.judge(&wanted, &matched));
            } else if matched.len() > furthest {
                (furthest, stopped) = (matched.len(), at);
            }
        }
        if found.is_empty() {
            let typed: String = wanted.iter().skip(furthest).take(30).map(|(c, _)| *c).collect();
            let raw: String = self.glyphs.iter().skip(stopped).take(30).map(|g| g.c).collect();
            return Err(format!("after {furthest} letters it goes on {typed:?}, the text {raw:?}"));
        }
        Ok(found)
    }

    /// Looks at what a text makes of the white space of the place where it stands.
    fn judge(&self, wanted: &[(char, bool)], matched: &[usize]) -> Found {
        let glyphs: Vec<&Glyph> = matched.iter().map(|at| &self.glyphs[*at]).collect();
        let mut repairs = Vec::new();
        for (index, pair) in glyphs.windows(2).enumerate() {
            let [before, glyph] = pair else { continue };
            let typed = wanted[index + 1].1;
            let word = &self.words[glyph.word];
            let fine = match (glyph.space, typed) {
                (true, true) | (false, false) => true,
                // Words that a page break or a hyphen in the line holds apart.
                (true, false) => before.c == '-',
                // Sentences, and words, that were run together.
                (false, true) => {
                    (matches!(before.c, '.' | '…') && glyph.c.is_alphabetic())
                        || RUN_TOGETHER.iter().any(|run| word.contains(run))
                }
            };
            if !fine {
                let what = if typed { "added" } else { "left out" };
                repairs.push(format!("a space is {what} before {:?} in {word:?}", glyph.c));
            }
        }
        let quoted = glyphs.iter().filter(|glyph| glyph.quoted).count();
        let (first, last) = (glyphs[0], glyphs[glyphs.len() - 1]);
        if first.paragraph != last.paragraph {
            repairs.push("runs over the end of its paragraph".to_owned());
        }
        if !first.space && first.c.is_alphanumeric() {
            let before = matched[0].checked_sub(1).map(|at| self.glyphs[at].c);
            if before.is_some_and(|c| c.is_alphanumeric() || c == '-') {
                repairs.push("starts inside a word".to_owned());
            }
        }
        let next = matched.last().and_then(|at| self.glyphs.get(at + 1));
        if last.c.is_alphanumeric()
            && next.is_some_and(|next| !next.space && next.c.is_alphanumeric())
        {
            repairs.push("ends inside a word".to_owned());
        }
        Found {
            paragraph: first.paragraph,
            words: first.word..=last.word,
            quoted: quoted * 2 > glyphs.len(),
            editors: glyphs.iter().any(|glyph| glyph.editors),
            repairs,
        }
    }
}

/// The characters of a text that are not white space, each with whether there was some before it.
fn letters(text: &str) -> Vec<(char, bool)> {
    let mut space = false;
    let mut letters = Vec::new();
    for c in text.chars() {
        if c.is_whitespace() {
            space = true;
        } else {
            letters.push((c, space));
            space = false;
        }
    }
    letters
}
