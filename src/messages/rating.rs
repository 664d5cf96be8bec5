//! Others' answers, one at a time, for a member to rate, and what each of them got.

use std::collections::HashMap;

use super::answer::name;
use super::round::own_after_argued;
use super::ui::{Accent, Block, Button, Card, Key, Text, in_short, string, text};
use domain::rating::{Leaning, wording};
use domain::{Answer, AnswerId, Corpus, Opinion, RoundDetails, Tally};

/// Characters of an answer in a line.
const LINE: usize = 90;

/// Why nothing can be rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatingError {
    /// The answers are not revealed yet.
    Hidden,
    /// The round is closed.
    Closed,
}

impl RatingError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::Hidden => text!("rating-error-hidden"),
            Self::Closed => text!("rating-error-closed"),
        }
    }
}

/// An answer for a member to rate. `others` are all that they can rate, in their order; `opinions`
/// is what they think so far.
#[must_use]
pub fn card(
    corpus: &Corpus,
    details: &RoundDetails,
    others: &[&Answer],
    opinions: &HashMap<AnswerId, Opinion>,
    at: &Answer,
) -> Card {
    let line = |answer: AnswerId| rate_line(details, answer);
    let index = others.iter().position(|answer| answer.id == at.id).unwrap_or_default();
    let title = string!("rating-title", position = index + 1, total = others.len());
    let card =
        Card::titled(title).accent(Accent::Question).text(Text::new().soft(&details.round.text));
    let card = own_after_argued(corpus, details, at).into_iter().fold(card, Card::block);
    let said = opinions.get(&at.id).map(|said| text!("rating-said", opinion = key(*said)));
    let words = wording(&at.text);
    let choices = Opinion::ALL.map(|opinion| {
        let label = string!("rating-opinion", opinion = key(opinion));
        Button::side(label, format!("{} words:{words} say:{}", line(at.id), opinion.name()))
    });
    let before = index.checked_sub(1).and_then(|index| others.get(index));
    let before = before.map(|answer| Button::side(string!("rating-back"), line(answer.id)));
    let after = others.get(index + 1);
    let after = after.map(|answer| Button::side(string!("rating-skip"), line(answer.id)));
    said.into_iter()
        .fold(card, Card::text)
        .footer(progress(details, others, opinions))
        .buttons(choices)
        .buttons(before.into_iter().chain(after))
}

/// How many a member has rated, and of how many.
fn progress(
    details: &RoundDetails,
    others: &[&Answer],
    opinions: &HashMap<AnswerId, Opinion>,
) -> String {
    let rated = others.iter().filter(|answer| opinions.contains_key(&answer.id)).count();
    let without_own = others.len() < details.ratable().count();
    string!("rating-progress", rated = rated, total = others.len(), without_own = without_own)
}

/// What a member reads whose rating came too late, above the answer as it is now.
#[must_use]
pub fn missed(mut card: Card) -> Card {
    card.blocks.insert(0, Block::Text(text!("rating-missed")));
    card
}

/// What a member reads when they have rated all there is.
#[must_use]
pub fn done(details: &RoundDetails, others: &[&Answer]) -> Card {
    let round = details.round.number;
    let footer = string!("round-number", round = round.0);
    let Some(first) = others.first() else {
        return Card::saying(text!("rating-none")).footer(footer);
    };
    let told = details.ratable().any(|answer| details.tally(answer.id).told());
    let results = || Button::side(string!("rating-results"), format!("weighed round:{round}"));
    let again = Button::side(string!("rating-again"), rate_line(details, first.id));
    Card::saying(text!("rating-done", count = others.len()))
        .text(text!("rating-done-hint"))
        .accent(Accent::Done)
        .footer(footer)
        .buttons([again].into_iter().chain(told.then(results)))
}

/// What each answer got, a line each: first those that most agree on, then those on which opinions
/// differ. An answer that few have rated shows no counts.
#[must_use]
pub fn results(details: &RoundDetails, skip: usize, page: usize) -> Card {
    let could = details.could_rate();
    let mut all: Vec<&Answer> = details.ratable().collect();
    all.sort_by_key(|answer| {
        let tally = details.tally(answer.id);
        let rank = match tally.leaning(could) {
            Some(Leaning::Agreed) => 0,
            Some(Leaning::Split) => 1,
            None if tally.told() => 2,
            None => 3,
        };
        // The order must not tell what the counts do not.
        (rank, if tally.told() { usize::MAX - tally.agree } else { 0 })
    });
    let shown = all.into_iter().skip(skip).take(page);
    let lines: Vec<Text> = shown.map(|answer| result(answer, details.tally(answer.id))).collect();
    let card = Card::titled(string!("rating-results")).text(Text::new().soft(&details.round.text));
    if lines.is_empty() {
        return card.text(text!("rating-results-none"));
    }
    card.block(Block::List(lines))
}

fn result(answer: &Answer, tally: Tally) -> Text {
    match tally {
        tally if !tally.told() => text!("rating-line-few", answer = in_line(answer)),
        Tally { pass: 0, .. } => line(answer, tally),
        Tally { agree, pass, disagree } => text!(
            "rating-line-passed",
            answer = in_line(answer),
            agree = agree,
            disagree = disagree,
            pass = pass,
        ),
    }
}

/// An answer in a line, with how many agree and disagree.
pub(super) fn line(answer: &Answer, tally: Tally) -> Text {
    let (agree, disagree) = (tally.agree, tally.disagree);
    text!("rating-line", answer = in_line(answer), agree = agree, disagree = disagree)
}

/// The beginning of an answer, and whose it is.
fn in_line(answer: &Answer) -> Text {
    text!("rating-answer", text = in_short(&answer.text, LINE), by = name(answer))
}

fn rate_line(details: &RoundDetails, answer: AnswerId) -> String {
    format!("weigh round:{} response:{answer}", details.round.number)
}

fn key(opinion: Opinion) -> Key {
    Key(opinion.name())
}
