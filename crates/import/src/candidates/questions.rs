//! The author's own questions.

use std::collections::HashSet;

use super::balance::{Quoted, is_balanced, touches};
use super::quotes::starts_whole;
use super::{AuthorQuestion, Terms};
use crate::sentences::sentences;
use crate::structure::{Paragraph, Part, Voice, brackets};
use domain::corpus::SectionKind;
use domain::fold;

/// How long a question is; a shorter one is not understood alone.
const SHORTEST: usize = 40;
const LONGEST: usize = 300;
/// What a question ends with, in whatever script.
const SIGNS: [char; 3] = ['?', '？', '؟'];
/// Nobody looks through more.
const MOST: usize = 1_000;

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
        let part = usize::from(section).checked_sub(1).and_then(|at| parts.get(at));
        part.is_some_and(|part| part.kind == SectionKind::Body)
    };
    let mut found: Vec<AuthorQuestion> = Vec::new();
    let mut asked: HashSet<String> = HashSet::new();
    for paragraph in paragraphs {
        if found.len() >= MOST {
            break;
        }
        let text = paragraph.text.as_str();
        let asks = text.contains(SIGNS);
        if !asks || paragraph.voice != Voice::Author || !is_body(paragraph.section) {
            continue;
        }
        let own = brackets(text);
        let marks = Quoted::of(text);
        for range in sentences(text, language) {
            let touched = touches(&own, &range);
            let quoted = marks.holds(range.start);
            let Some(question) = text.get(range).filter(|_| !touched && !quoted) else {
                continue;
            };
            let length = question.chars().count();
            if !question.ends_with(SIGNS)
                || !starts_whole(question)
                || !(SHORTEST..=LONGEST).contains(&length)
                || !is_balanced(question)
            {
                continue;
            }
            let mut themes = terms.suggest(question);
            if themes.is_empty() {
                themes = terms.suggest(text);
            }
            if themes.is_empty() || !asked.insert(fold(question)) {
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
    found.truncate(MOST);
    found
}
