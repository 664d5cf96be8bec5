//! A quote as the group reads it, whoever shows it.

use super::ui::{self, Block, Button, Card, Text, enumeration, string, text};
use domain::{Corpus, Quote};

/// What a member can do with a quote beside keeping it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Controls {
    /// The command line that shows another quote of the same kind.
    pub another: Option<String>,
    /// Whether a thread can be opened under it.
    pub discuss: bool,
    /// Whether its whole paragraph can be shown.
    pub context: bool,
}

/// Why there is no quote, or no thread about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteError {
    /// A search without a word.
    EmptySearch,
    /// Nothing in the book matches these options, as they were given: `theme:power`.
    NoMatch(Vec<String>),
    /// The book has only quotes of that work.
    NoParagraph,
    /// A thread was asked for, but not under a quote.
    DiscussNowhere,
    /// A thread has no threads.
    DiscussInThread,
}

impl QuoteError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::EmptySearch => text!("quote-empty-search"),
            Self::NoMatch(given) => text!("quote-no-match", given = given.join(" ")),
            Self::NoParagraph => text!("quote-no-paragraph"),
            Self::DiscussNowhere => text!("quote-discuss-nowhere"),
            Self::DiscussInThread => text!("quote-discuss-in-thread"),
        }
    }
}

/// A quote with its themes and its buttons.
#[must_use]
pub fn card(corpus: &Corpus, quote: &Quote, controls: Controls) -> Card {
    let id = &quote.id;
    let another = controls.another.map(|line| Button::main(string!("quote-another"), line));
    let discuss = controls
        .discuss
        .then(|| Button::side(string!("quote-discuss"), format!("discuss quote:{id}")));
    let keep = Button::side(string!("quote-keep"), format!("keep quote:{id}"));
    let context = controls
        .context
        .then(|| Button::side(string!("quote-context"), format!("context quote:{id}")));
    Card::default()
        .block(passage(corpus, quote))
        .footer(string!("quote-footer", themes = enumeration(themes(corpus, quote)), id = id))
        .buttons(another.into_iter().chain(discuss).chain([keep]).chain(context))
}

/// Says that a search found only some of its words in the quote.
#[must_use]
pub fn partial_match() -> Text {
    text!("quote-partial-match")
}

/// The words of a quote, with whose they are and where they are in the work.
#[must_use]
pub fn passage(corpus: &Corpus, quote: &Quote) -> Block {
    Block::Passage { text: quote.text.clone(), source: source(corpus, quote) }
}

/// The whole paragraph that a quote is from.
#[must_use]
pub fn in_paragraph(corpus: &Corpus, quote: &Quote, paragraph: &str) -> Card {
    let text = paragraph.to_owned();
    Card::titled(string!("quote-paragraph-title"))
        .block(Block::Passage { text, source: source(corpus, quote) })
}

/// The name of a thread about a quote: "Voline: We have been bequeathed a fundamental problem…"
#[must_use]
pub fn thread_name(corpus: &Corpus, quote: &Quote) -> String {
    ui::thread_name(&string!("quote-thread", voice = corpus.voice(quote), text = &quote.text))
}

/// The names of the quote's themes.
pub(super) fn themes(corpus: &Corpus, quote: &Quote) -> Vec<String> {
    let themes = quote.themes.iter().filter_map(|id| corpus.theme(id));
    themes.map(|theme| theme.name.clone()).collect()
}

/// "Voline, quoted by Daniel Guérin, *Three Problems of the Revolution* (1958), ¶2".
fn source(corpus: &Corpus, quote: &Quote) -> Text {
    let Some(work) = corpus.work(&quote.work) else { return Text::new() };
    text!(
        "quote-source",
        speaker = quote.speaker.as_ref(),
        author = &work.author,
        title = &work.title,
        year = (work.year != 0).then_some(work.year),
        section = work.section(quote.section).map(|section| &section.title),
        paragraph = quote.paragraph,
    )
}
