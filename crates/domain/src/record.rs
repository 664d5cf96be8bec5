//! The record: what a group was asked and answered, read by theme.

use std::collections::HashMap;

mod excerpt;
mod search;
mod theme_map;

pub use excerpt::Excerpt;
pub use search::{Hit, Hits, Passage};
pub use theme_map::{MappedQuestion, MappedWork, ThemeMap, Touch};

use serde::{Deserialize, Serialize};

use crate::rating::Leaning;
use crate::statement::StatementState;
use crate::{
    Answer, ChannelId, Corpus, Round, RoundDetails, RoundId, RoundState, Statement, Theme,
};

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

/// A question that was asked, as far as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its round.
    pub round: RoundId,
    /// The id of its theme, if it has one.
    pub theme: Option<String>,
    /// Its channel or thread.
    pub place: ChannelId,
    /// The channel that has to be viewed to find it.
    pub home: ChannelId,
    /// How many answers it has.
    pub answers: usize,
    /// Whether the member for whom it is counted asked it, answered it by name, or is on the roster of
    /// its seminar.
    pub took_part: bool,
}

/// The themes that the group was asked about, in the order of the book; what is about no theme comes
/// last.
#[must_use]
pub fn by_theme<'a>(corpus: &'a Corpus, asked: &[Asked]) -> Vec<ThemeCount<'a>> {
    let themes = corpus.themes().iter().map(Some).chain([None]);
    let count = |theme: Option<&'a Theme>| {
        let id = theme.map(|theme| theme.id.as_str());
        let about = asked.iter().filter(|asked| asked.theme.as_deref() == id);
        let answers: Vec<usize> = about.map(|asked| asked.answers).collect();
        let questions = answers.len();
        (questions > 0).then(|| ThemeCount { theme, questions, answers: answers.iter().sum() })
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

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The group adopted a statement, and nobody objects.
    Agreed,
    /// It adopted one over objections.
    Dissent,
    /// It was answered, and no statement was adopted.
    Answered,
    /// It was closed, and nobody had answered.
    Unanswered,
    /// It can still be answered.
    Open,
}

/// Questions with their answers, which are given by round, and what is known of those rounds that were
/// discussed.
#[must_use]
pub fn entries<'a>(
    rounds: &'a [Round],
    answers: &'a HashMap<RoundId, Vec<Answer>>,
    discussed: &'a HashMap<RoundId, RoundDetails>,
) -> Vec<Entry<'a>> {
    let entry = |round: &'a Round| {
        let answers = answers.get(&round.id).map_or(&[][..], Vec::as_slice);
        Entry::new(round, answers, discussed.get(&round.id))
    };
    rounds.iter().map(entry).collect()
}

impl<'a> From<&'a RoundDetails> for Entry<'a> {
    fn from(details: &'a RoundDetails) -> Self {
        Self::new(&details.round, &details.responses, Some(details))
    }
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

    /// What became of the question.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.statement().map(|statement| statement.state) {
            Some(StatementState::Adopted) => Standing::Agreed,
            Some(StatementState::Dissent) => Standing::Dissent,
            _ if self.round.state != RoundState::Closed => Standing::Open,
            _ if self.answers() == 0 => Standing::Unanswered,
            _ => Standing::Answered,
        }
    }

    /// The group's statement, if one was proposed and not taken back.
    #[must_use]
    pub fn statement(&self) -> Option<&'a Statement> {
        let statement = self.details?.statement.as_ref()?;
        (statement.state != StatementState::Dropped).then_some(statement)
    }

    /// How many of the answers the group leans to like this.
    #[must_use]
    pub fn leaning(&self, leaning: Leaning) -> usize {
        self.details.map_or(0, |details| details.leaning(leaning).len())
    }

    /// How many answers there are, hidden ones too.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.shown.len() + self.hidden
    }
}
