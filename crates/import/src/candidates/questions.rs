//! The author's own questions.

use super::balance::{Quoted, is_balanced};
use super::{AuthorQuestion, Terms};
use crate::sentences::sentences;
use crate::structure::{Paragraph, Part, Voice, brackets};
use domain::corpus::SectionKind;
use domain::fold;

/// How long a question is; a shorter one is not understood alone.
const SHORTEST: usize = 40;
const LONGEST: usize = 300;

/// What a facilitator may ask after any author's question, until a person writes something better.
pub(crate) const FOLLOW_UPS: &[&str] = &[
    "What in the text answers this, and what does it leave open?",
    "What would have to be different for you to answer the other way?",
];

/// The questions that the author asks in the text.
pub(crate) fn questions(
    paragraphs: &[Paragraph],
    parts: &[Part],
    terms: &Terms,
    language: &str,
) -> Vec<AuthorQuestion> {
    let is_body = |section: u16| {
        parts.iter().any(|part| part.number == section && part.kind == SectionKind::Body)
    };
    let mut found: Vec<AuthorQuestion> = Vec::new();
    for paragraph in paragraphs {
        if paragraph.voice != Voice::Author || !is_body(paragraph.section) {
            continue;
        }
        let text = paragraph.text.as_str();
        let own = brackets(text);
        let marks = Quoted::of(text);
        for range in sentences(text, language) {
            let touched = own.iter().any(|own| own.start < range.end && range.start < own.end);
            let quoted = marks.holds(range.start);
            let Some(question) = text.get(range).filter(|_| !touched && !quoted) else {
                continue;
            };
            let length = question.chars().count();
            if !question.ends_with('?')
                || !(SHORTEST..=LONGEST).contains(&length)
                || !is_balanced(question)
            {
                continue;
            }
            let mut themes = terms.suggest(question);
            if themes.is_empty() {
                themes = terms.suggest(text);
            }
            let asked = found.iter().any(|found| fold(&found.text) == fold(question));
            if themes.is_empty() || asked {
                continue;
            }
            found.push(AuthorQuestion {
                id: String::new(),
                text: question.to_owned(),
                section: paragraph.section,
                paragraph: paragraph.number,
                themes,
                kept: false,
            });
        }
    }
    found
}
