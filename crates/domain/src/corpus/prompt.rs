//! Openers and closers: short questions that fit any text.

use super::Corpus;
use super::check::{Check, LONGEST_TEXT};
use super::read::{Field, Fields};

/// A short question that fits any text, for the first or the last minutes of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Its id; never reused.
    pub id: String,
    /// When it is for.
    pub moment: Moment,
    /// The question.
    pub text: String,
}

/// When a prompt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// To open a session.
    Opener,
    /// To close one.
    Closer,
}

impl Corpus {
    /// The openers and closers, in the order of their files.
    #[must_use]
    pub fn prompts(&self) -> &[Prompt] {
        &self.prompts
    }

    /// The prompt of that id.
    #[must_use]
    pub fn prompt(&self, id: &str) -> Option<&Prompt> {
        self.prompts.iter().find(|prompt| prompt.id == id)
    }
}

#[derive(Debug)]
pub(super) struct PromptDraft {
    pub(super) id: Field<String>,
    moment: Moment,
    text: Field<String>,
}

pub(super) fn read(file: &mut Fields<'_>) -> Vec<PromptDraft> {
    let mut prompts = Vec::new();
    for (key, moment) in [("opener", Moment::Opener), ("closer", Moment::Closer)] {
        prompts.extend(file.tables(key, |prompt| PromptDraft {
            id: prompt.text("id"),
            moment,
            text: prompt.text("text"),
        }));
    }
    prompts
}

pub(super) fn check(check: &mut Check<'_>) {
    let draft = check.draft;
    for prompt in &draft.prompts {
        check.text("the prompt", &prompt.text, LONGEST_TEXT);
    }
}

impl PromptDraft {
    pub(super) fn build(self) -> Option<Prompt> {
        Some(Prompt { id: self.id?.value, moment: self.moment, text: self.text?.value })
    }
}
