//! What the group said, read by theme.

mod common;

use std::collections::HashMap;

use crate::messages::ui::{PAGE, paginate};
use crate::messages::{self, Block, Card, Menu, MenuEntry, Text, TimeStyle};
use domain::{Answer, Corpus, Round, RoundDetails, RoundId, RoundState, Seminar, Theme};

/// Where there are answers: themes with their rounds and responses, and a menu to open one.
#[must_use]
pub fn overview(corpus: &Corpus, asked: &[(Option<String>, usize, usize)], no_theme: &str) -> Card {
    let card = Card::titled("The record");
    if asked.is_empty() {
        return card.text(
            Text::new()
                .plain("Nothing yet. ")
                .code("/question")
                .plain(" poses the first question, and what is answered stands here by theme."),
        );
    }
    let mut lines = Vec::new();
    let mut entries = Vec::new();
    // In the order of the book, and what has no theme last.
    let heads = corpus.themes().iter().map(Some).chain([None]);
    for head in heads {
        let id = head.map(|theme| theme.id.as_str());
        let found = asked.iter().find(|(theme, ..)| theme.as_deref() == id);
        let Some((_, rounds, responses)) = found else {
            continue;
        };
        let name = head.map_or("Without a theme", |theme| theme.name.as_str());
        let count = format!("{} · {}", questions(*rounds), messages::answer::count(*responses));
        lines.push(Text::new().strong(name).plain(format!(" · {count}")));
        entries.push(MenuEntry {
            label: name.to_owned(),
            about: Some(count),
            value: id.unwrap_or(no_theme).to_owned(),
        });
    }
    let mut card = card.block(Block::List(lines));
    card.menu = Some(Menu { press: "record".to_owned(), hint: "Open a theme".to_owned(), entries });
    card
}

/// The record of one theme, page by page, the newest question first. There is at least one page.
#[must_use]
pub fn pages(
    corpus: &Corpus,
    theme: Option<&Theme>,
    rounds: &[Round],
    responses: &HashMap<RoundId, Vec<Answer>>,
    discussed: &HashMap<RoundId, RoundDetails>,
) -> Vec<Card> {
    let name = theme.map_or("Without a theme", |theme| theme.name.as_str());
    let total: usize = responses.values().map(Vec::len).sum();
    let mut cards = Vec::new();
    for round in rounds {
        let given = responses.get(&round.id).map_or(&[][..], Vec::as_slice);
        cards.extend(of_round(corpus, name, round, given, discussed.get(&round.id)));
    }
    if cards.is_empty() {
        let text = Text::new()
            .plain("Nothing yet. Pose a question on it with ")
            .code(theme.map_or("/question".to_owned(), |it| format!("/question theme:{}", it.id)))
            .plain(".");
        cards.push(Card::titled(name).text(text));
    }
    numbered(cards, rounds.len(), total)
}

/// The record of one seminar, page by page, in the order of its questions. There is at least one
/// page.
#[must_use]
pub fn of_seminar(corpus: &Corpus, seminar: &Seminar, rounds: &[RoundDetails]) -> Vec<Card> {
    let name = format!("Seminar: {}", seminar.title);
    let total = rounds.iter().map(|it| it.responses.len()).sum();
    let pages = |it: &RoundDetails| of_round(corpus, &name, &it.round, &it.responses, Some(it));
    let mut cards: Vec<Card> = rounds.iter().flat_map(pages).collect();
    if cards.is_empty() {
        cards.push(Card::titled(&name).text("No question of this seminar has been posed."));
    }
    numbered(cards, rounds.len(), total)
}

/// Pages with what they hold together, and which of them each is.
fn numbered(mut cards: Vec<Card>, rounds: usize, responses: usize) -> Vec<Card> {
    let summary = format!("{} · {}", questions(rounds), messages::answer::count(responses));
    let last = cards.len();
    for (number, card) in cards.iter_mut().enumerate() {
        card.footer = Some(match last {
            1 => summary.clone(),
            _ => format!("{summary} · page {} of {last}", number + 1),
        });
    }
    cards
}

/// The pages of one round: its question and what it was posed with, then the answers.
fn of_round(
    corpus: &Corpus,
    name: &str,
    round: &Round,
    responses: &[Answer],
    discussed: Option<&RoundDetails>,
) -> Vec<Card> {
    let common = match responses {
        [] => Vec::new(),
        _ => common::blocks(round, discussed),
    };
    let (mut shown, hidden): (Vec<&Answer>, Vec<&Answer>) =
        responses.iter().partition(|response| round.shows(response));
    if round.seminar.is_some() {
        // Their numbers are drawn at random: nobody is to see who came first.
        shown.sort_by_key(|response| response.id);
    }
    let answers = messages::round::recorded(corpus, round, &shown).into_iter();
    let pages = paginate([common].into_iter().chain(answers.map(|block| vec![block])), PAGE);
    let mut cards = vec![head(corpus, name, round)];
    for (page, blocks) in pages.into_iter().enumerate() {
        if page > 0 {
            let more = Text::new().strong(&round.text).soft(" (continued)");
            cards.push(Card::titled(name).text(more));
        }
        if let Some(last) = cards.last_mut() {
            last.blocks.extend(blocks);
        }
    }
    let note = match (responses.len(), hidden.len()) {
        (0, _) if round.state == RoundState::Closed => Some("Nobody answered.".to_owned()),
        (0, _) => Some("Nobody has answered yet.".to_owned()),
        (_, 0) => None,
        (_, hidden) => Some(format!(
            "{} hidden as yet, shown when the round is closed at the latest.",
            messages::answer::count(hidden)
        )),
    };
    if let (Some(note), Some(last)) = (note, cards.last_mut()) {
        last.blocks.push(Block::Text(Text::new().soft(note)));
    }
    cards
}

fn head(corpus: &Corpus, name: &str, round: &Round) -> Card {
    let state = if round.state == RoundState::Closed { "closed" } else { "still open" };
    let asked = Text::new()
        .strong(&round.text)
        .soft(" · asked ")
        .when(round.posed_at, TimeStyle::Day)
        .soft(format!(", {state}"));
    let card = Card::titled(name).text(asked);
    let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
    let sources: Vec<String> = quotes
        .map(|quote| format!("{} ¶{} ({})", corpus.voice(quote), quote.paragraph, quote.id))
        .collect();
    if sources.is_empty() {
        return card;
    }
    card.text(Text::new().soft(format!("Posed with {}", sources.join(", "))))
}

fn questions(number: usize) -> String {
    if number == 1 { "1 question".to_owned() } else { format!("{number} questions") }
}
