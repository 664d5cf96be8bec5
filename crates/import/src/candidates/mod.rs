//! What a reader may want to quote, ask and file: proposals with their reasons.

mod balance;
mod questions;
mod quotes;
mod signs;

use serde::Serialize;

pub use domain::terms::Suggestion;
pub(crate) use questions::FOLLOW_UPS;

use super::doubt::Doubt;
use super::structure::{Paragraph, Part};
use domain::Theme;
use domain::terms::{Terms, Words};

/// A passage that may be quoted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuoteCandidate {
    /// Its id in the work file.
    pub id: String,
    /// The words.
    pub text: String,
    /// The number of its section.
    pub section: u16,
    /// The number of its paragraph.
    pub paragraph: u16,
    /// Whose words they are, if not the author's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// How well it stands alone and says something.
    pub score: f32,
    /// Its themes, the likeliest first.
    pub themes: Vec<Suggestion>,
    /// Whether it stood in the work file already.
    pub kept: bool,
}

/// A question that the author asks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuthorQuestion {
    /// Its id in the work file.
    pub id: String,
    /// The words.
    pub text: String,
    /// The number of its section.
    pub section: u16,
    /// The number of its paragraph.
    pub paragraph: u16,
    /// Its themes, the likeliest first.
    pub themes: Vec<Suggestion>,
    /// Whether it stood in the work file already.
    pub kept: bool,
}

/// What is proposed of a text.
pub(crate) struct Proposals {
    pub(crate) quotes: Vec<QuoteCandidate>,
    pub(crate) questions: Vec<AuthorQuestion>,
    pub(crate) doubt: Option<Doubt>,
}

/// Chooses quotes and questions out of a text in a language.
pub(crate) fn proposals(
    paragraphs: &[Paragraph],
    parts: &[Part],
    themes: &[Theme],
    language: &str,
) -> Proposals {
    let terms = Terms::new(themes, language);
    let is_foreign = terms.are_foreign();
    Proposals {
        quotes: quotes::quotes(paragraphs, parts, &terms, language),
        questions: questions::questions(paragraphs, parts, &terms, language),
        doubt: is_foreign.then(|| Doubt::ForeignTerms { language: language.to_owned() }),
    }
}
