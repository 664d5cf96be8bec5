//! A theme's page, and the list of themes.

use std::collections::HashMap;

use super::statement;
use super::ui::limits::SELECT_OPTIONS;
use super::ui::theme_name;
use super::ui::{Block, Button, Card, Menu, MenuEntry, Span, Text, TimeStyle, string, text};
use domain::statement::StatementState;
use domain::{Corpus, Round, RoundDetails, RoundId, RoundState, Theme};

/// The group's questions that a theme's page names.
const LATEST: usize = 3;

/// All themes, and a menu to open one.
#[must_use]
pub fn list(corpus: &Corpus) -> Card {
    let line = |theme: &Theme| {
        let (name, id) = (theme_name(theme), &theme.id);
        text!("theme-listed", name = name, quotes = quotes(corpus, theme), id = id)
    };
    let lines = corpus.themes().iter().map(line).collect();
    let mut card = Card::titled(string!("theme-list-title")).block(Block::List(lines));
    let entries = corpus.themes().iter().take(SELECT_OPTIONS).map(|theme| MenuEntry {
        label: theme_name(theme),
        about: None,
        value: theme.id.clone(),
    });
    card.menu = Some(Menu {
        press: "theme".to_owned(),
        hint: string!("theme-open"),
        entries: entries.collect(),
    });
    card
}

/// What a theme is about, what the book has on it, and what the group was asked and has stated, the
/// newest first.
#[must_use]
pub fn page(
    corpus: &Corpus,
    theme: &Theme,
    rounds: &[Round],
    discussed: &HashMap<RoundId, RoundDetails>,
) -> Card {
    let id = &theme.id;
    let questions = corpus.questions().iter().filter(|question| question.theme == *id).count();
    let mut card = Card::titled(theme_name(theme))
        .text(theme.about.as_str())
        .text(text!("theme-holds", quotes = quotes(corpus, theme), questions = questions))
        .text(text!("theme-asked", count = rounds.len()));
    for round in rounds.iter().take(LATEST) {
        let adopted = discussed.get(&round.id).and_then(adopted);
        card = card.block(Block::List(vec![asked(round)]));
        card = adopted.into_iter().fold(card, Card::block);
    }
    let record = (!rounds.is_empty())
        .then(|| Button::side(string!("theme-record"), format!("record theme:{id}")));
    card.footer(string!("theme-footer", id = id)).buttons(
        [
            Button::main(string!("theme-quote"), format!("quote theme:{id}")),
            Button::side(string!("theme-ask"), format!("question theme:{id}")),
        ]
        .into_iter()
        .chain(record),
    )
}

/// The statement that the group adopted on a question.
fn adopted(it: &RoundDetails) -> Option<Block> {
    let statement = it.statement.as_ref()?;
    let adopted = matches!(statement.state, StatementState::Adopted | StatementState::Dissent);
    adopted.then(|| statement::adopted(it, statement))
}

fn asked(round: &Round) -> Text {
    text!(
        "theme-question",
        question = &round.text,
        open = round.state != RoundState::Closed,
        answers = round.named + round.anonymous,
        asked = Span::When(round.posed_at, TimeStyle::Day),
    )
}

fn quotes(corpus: &Corpus, theme: &Theme) -> usize {
    corpus.quotes().iter().filter(|quote| quote.themes.contains(&theme.id)).count()
}
