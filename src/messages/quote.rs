//! A quote as the group reads it, in a daily and anywhere else.

use super::ui::limits::CUSTOM_ID;
use super::ui::{self, Block, Button, Card, Text, enumeration, string, text};
use domain::{Corpus, Quote};

/// What a member can do with a quote beside keeping it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Controls {
    /// The command line that shows another quote of the same kind.
    pub another: Option<String>,
    /// Whether a thread can be opened under it.
    pub discuss: bool,
    /// Whether only one member sees it, who can show it to all.
    pub show: bool,
}

/// Why there is no quote, or no thread about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteError {
    /// A search without a word.
    EmptySearch,
    /// Nothing in the book matches these options, as they were given: `theme:power`.
    NoMatch(Vec<String>),
    /// The book says nothing more about that quote.
    NoContext,
    /// A thread was asked for, but not under a quote.
    DiscussNowhere,
    /// A thread has no threads.
    DiscussInThread,
    /// A voice channel has none.
    DiscussInVoice,
}

impl QuoteError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::EmptySearch => text!("quote-empty-search"),
            Self::NoMatch(given) => text!("quote-no-match", given = given.join(" ")),
            Self::NoContext => text!("quote-no-context"),
            Self::DiscussNowhere => text!("quote-discuss-nowhere"),
            Self::DiscussInThread => text!("quote-discuss-in-thread"),
            Self::DiscussInVoice => text!("quote-discuss-in-voice"),
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
    let show = controls.show.then(|| Button::side(string!("quote-show"), format!("quote id:{id}")));
    let keep = Button::side(string!("quote-keep"), format!("keep quote:{id}"));
    let explained = explained(corpus, &[quote]);
    Card::default()
        .block(passage(corpus, quote))
        .footer(footer(corpus, quote))
        .buttons(another.into_iter().chain(discuss).chain(show).chain([keep]).chain(explained))
}

/// The themes of a quote, if it has any, and its id.
fn footer(corpus: &Corpus, quote: &Quote) -> String {
    match themes(corpus, quote) {
        none if none.is_empty() => quote.id.clone(),
        themes => string!("quote-footer", themes = enumeration(themes), id = &quote.id),
    }
}

/// Buttons that explain the quotes of a card: what is around them, and who and what they name.
pub(super) fn explained(corpus: &Corpus, quotes: &[&Quote]) -> Vec<Button> {
    let on = |command: &str, label: String, explains: &dyn Fn(&Quote) -> bool| {
        let mut ids = quotes.iter().filter(|quote| explains(quote)).map(|quote| &quote.id);
        let mut line = format!("{command} quote:{}", ids.next()?);
        for id in ids {
            // A button carries no more.
            if line.len() + 1 + id.len() > CUSTOM_ID {
                break;
            }
            line = format!("{line},{id}");
        }
        Some(Button::side(label, line))
    };
    let context = on("context", string!("quote-context"), &|quote| has_context(corpus, quote));
    let names = |quote: &Quote| !corpus.named_by(quote).is_empty();
    let who = on("who", string!("quote-who"), &names);
    context.into_iter().chain(who).collect()
}

/// Says that a search found only some of its words in the quote.
#[must_use]
pub fn partial_match() -> Text {
    text!("quote-partial-match")
}

/// To the member who wants a thread under a quote.
#[must_use]
pub fn thread_opens() -> Card {
    Card::saying(text!("quote-thread-opens")).accent(ui::Accent::Done)
}

/// The words of a quote, with whose they are and where they are in the work.
#[must_use]
pub fn passage(corpus: &Corpus, quote: &Quote) -> Block {
    Block::Passage { text: quote.text.clone(), source: source(corpus, quote) }
}

/// What leads to a quote where its words are not shown: whose it is, its paragraph and its id.
pub(super) fn reference(corpus: &Corpus, quote: &Quote) -> String {
    let voice = corpus.voice(quote);
    let reported = quote.reported.as_ref();
    string!(
        "quote-reference",
        voice = voice,
        reported = reported,
        paragraph = quote.paragraph,
        id = &quote.id
    )
}

/// Whether there is something to show around a quote.
#[must_use]
pub fn has_context(corpus: &Corpus, quote: &Quote) -> bool {
    quote.context.is_some() || quote.paraphrase.is_some() || corpus.paragraph_of(quote).is_some()
}

/// What the book says around quotes: of each its context, the same in plain words, its whole
/// paragraph.
#[must_use]
pub fn in_context(corpus: &Corpus, quotes: &[&Quote]) -> Card {
    let card = Card::titled(string!("quote-context-title"));
    quotes.iter().fold(card, |card, quote| around(card, corpus, quote))
}

fn around(card: Card, corpus: &Corpus, quote: &Quote) -> Card {
    let mut card = card.block(passage(corpus, quote));
    if let Some(context) = &quote.context {
        card = card.text(context.as_str());
    }
    if let Some(paraphrase) = &quote.paraphrase {
        card = card.section(text!("quote-paraphrase"), paraphrase.as_str());
    }
    if let Some(paragraph) = corpus.paragraph_of(quote) {
        card = card.section(text!("quote-paragraph"), paragraph);
    }
    card
}

/// The name of a thread about a quote: "Voline: We have been bequeathed a fundamental problem…"
#[must_use]
pub fn thread_name(corpus: &Corpus, quote: &Quote) -> String {
    ui::thread_name(&string!("quote-thread", voice = corpus.voice(quote), text = &quote.text))
}

/// The names of the quote's themes.
pub(super) fn themes(corpus: &Corpus, quote: &Quote) -> Vec<String> {
    let themes = quote.themes.iter().filter_map(|id| corpus.theme(id));
    themes.map(super::ui::theme_name).collect()
}

/// "Voline, quoted by Daniel Guérin, *Three Problems of the Revolution* (1958), ¶2". Whose view an
/// author only reports comes right after the author's name, so that nobody takes it for the author's.
fn source(corpus: &Corpus, quote: &Quote) -> Text {
    let Some(work) = corpus.work(&quote.work) else { return Text::new() };
    text!(
        "quote-source",
        speaker = quote.speaker.as_ref(),
        author = &work.author,
        reported = quote.reported.as_ref(),
        title = &work.title,
        date = work.date(),
        section = work.section(quote.section).map(|section| &section.title),
        paragraph = quote.paragraph,
    )
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static BOOK: LazyLock<Corpus> = LazyLock::new(|| crate::corpus_source::corpus(None).unwrap());

    #[test]
    fn a_source_says_whose_words_and_whose_view_a_quote_is() {
        let of = |id: &str| source(&BOOK, BOOK.quote(id).unwrap()).plain_words();
        insta::assert_snapshot!(of("guerin-2"), @"Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶3");
        insta::assert_snapshot!(of("guerin-1"), @"Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶2");
        insta::assert_snapshot!(of("guerin-13"), @"Daniel Guérin (the libertarians, as Guérin reports them), Three Problems of the Revolution (1958, revised about 1968), The Problem of Power, ¶23");
        insta::assert_snapshot!(of("serge-44"), @"Victor Serge (one of five arguments that Serge weighs, not his own view), Planned Economies and Democracy (1944–45), Five arguments against liberty under a plan, ¶28");
        for quote in BOOK.quotes() {
            for whose in quote.reported.iter().chain(&quote.speaker) {
                assert!(of(&quote.id).contains(whose), "{}", quote.id);
            }
        }
    }
}
