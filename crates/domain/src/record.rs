//! The record: what a group was asked and answered, read by theme.

use crate::{Answer, Corpus, Round, RoundDetails, Theme};

/// How much there is about a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeCount<'a> {
    /// The theme; `None` for questions about none.
    pub theme: Option<&'a Theme>,
    /// Questions that were asked.
    pub questions: usize,
    /// Answers to them.
    pub answers: usize,
}

/// The themes that the group was asked about, in the order of the book; what is about no theme comes
/// last. `asked` are ids of themes with their questions and answers.
#[must_use]
pub fn by_theme<'a>(
    corpus: &'a Corpus,
    asked: &[(Option<String>, usize, usize)],
) -> Vec<ThemeCount<'a>> {
    let themes = corpus.themes().iter().map(Some).chain([None]);
    let count = |theme: Option<&'a Theme>| {
        let id = theme.map(|theme| theme.id.as_str());
        let (_, questions, answers) = asked.iter().find(|(asked, ..)| asked.as_deref() == id)?;
        Some(ThemeCount { theme, questions: *questions, answers: *answers })
    };
    themes.filter_map(count).collect()
}

/// One question with what was answered.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The question.
    pub round: &'a Round,
    /// The answers that may be read now.
    pub shown: Vec<&'a Answer>,
    /// How many are hidden as yet.
    pub hidden: usize,
    /// The statement and the ratings, where they are known.
    pub details: Option<&'a RoundDetails>,
}

impl<'a> Entry<'a> {
    /// A question with its answers.
    #[must_use]
    pub fn new(round: &'a Round, answers: &'a [Answer], details: Option<&'a RoundDetails>) -> Self {
        let mut shown: Vec<&Answer> = answers.iter().filter(|answer| round.shows(answer)).collect();
        if round.seminar.is_some() {
            // Their ids are random, so this order does not tell who came first.
            shown.sort_by_key(|answer| answer.id);
        }
        Self { round, hidden: answers.len() - shown.len(), shown, details }
    }

    /// How many answers there are, hidden ones too.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.shown.len() + self.hidden
    }
}
