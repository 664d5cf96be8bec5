//! An answer: what its member is told, and how the group reads it.

use super::give_back::give_back;
use super::ui::{
    Accent, Block, Button, Card, Key, Menu, MenuEntry, Span, Subject, Text, in_short, limits,
    string, text, truncate,
};
use domain::seminar::Reveal;
use domain::{Answer, AnswerChange, Corpus, MemberId, Round, RoundState};

/// The most characters of an answer.
pub const LENGTH: u16 = limits::FIELD_VALUE;

/// The field of the form in which a member chooses whether their name is shown …
pub const NAME: &str = "name";
/// … with it …
pub const NAMED: &str = "with";
/// … or without.
pub const UNNAMED: &str = "without";

/// Why an answer was not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// The round is closed.
    Closed,
    /// The round is closed, so nothing can be withdrawn.
    WithdrawClosed,
    /// The answer waited too long for its round to be chosen.
    DraftGone,
    /// The server takes no anonymous answers.
    NamesOnly,
}

impl AnswerError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::Closed => text!("answer-error-closed"),
            Self::WithdrawClosed => text!("answer-error-withdraw-closed"),
            Self::DraftGone => text!("answer-error-draft-gone"),
            Self::NamesOnly => text!("answer-error-names-only"),
        }
    }
}

/// "3 answers".
#[must_use]
pub fn count(number: usize) -> String {
    string!("answer-count", count = number)
}

/// As many open rounds as have a button of their own; of more, one is chosen from a menu.
const ROWS: usize = 8;
/// Characters of a question beside its button.
const QUESTION: usize = 200;

/// Asks which of the open rounds is answered; the choice is added to `press`. What was written
/// stays here to copy when it is not kept any more.
#[must_use]
pub fn which(open: &[Round], press: &str, text: Option<String>) -> Card {
    let mut card = Card::saying(text!("answer-which"));
    if open.len() <= ROWS {
        card = open.iter().fold(card, |card, round| {
            let answer = format!("{press} round:{}", round.number);
            card.row(which_line(round), Button::side(string!("round-answer"), answer))
        });
    } else {
        card.menu = Some(which_menu(open, press));
    }
    let text: Vec<String> = text.into_iter().collect();
    give_back(card, &text)
}

fn which_line(round: &Round) -> Block {
    let number = string!("round-number", round = round.number.0);
    Block::Text(Text::from(in_short(&round.text, QUESTION)).plain(" · ").soft(number))
}

fn which_menu(open: &[Round], press: &str) -> Menu {
    let entries = open.iter().take(limits::SELECT_OPTIONS).map(|round| MenuEntry {
        label: truncate(&round.text, limits::SELECT_OPTION),
        about: Some(string!("round-number", round = round.number.0)),
        value: round.number.to_string(),
    });
    let (press, hint) = (press.to_owned(), string!("answer-which-hint"));
    Menu { press, hint, entries: entries.collect() }
}

/// Asks whether a member takes their name off an answer that others have seen with it; the new one
/// is kept under `draft`.
#[must_use]
pub fn ask_to_unsign(round: &Round, draft: i64, text: String) -> Card {
    let sure = format!("answer round:{} draft:{draft} sure:true", round.number);
    let card = Card::titled(string!("answer-unsign-title")).text(text!("answer-unsign-text"));
    give_back(card, &[text]).buttons([Button::danger(string!("answer-unsign-sure"), sure)])
}

/// What a member is told of their answer, with the buttons to change it.
#[must_use]
pub fn receipt(change: &AnswerChange) -> Card {
    let round = &change.round;
    let anonymous = change.after.as_ref().is_some_and(is_anonymous);
    let (told, shown) = (what_changed(change), when_shown(change));
    let card = Card::saying(text!("answer-receipt", change = Key(told), shown = Key(shown)))
        .accent(Accent::Done);
    unlinked(card, change)
        .footer(string!("round-number", round = round.number.0))
        .buttons(change_buttons(round, anonymous))
}

/// Says to a member who had no answer that one may be theirs all the same.
fn unlinked(card: Card, change: &AnswerChange) -> Card {
    match change.round.unlinked.answers {
        0 => card,
        _ if change.before.is_some() => card,
        count => card.text(text!("answer-unlinked", count = count)),
    }
}

/// Whose answer a card shows with their name; `None` if it shows anything else.
#[must_use]
pub fn speaker(card: &Card) -> Option<MemberId> {
    let Some(Subject::Answer(_)) = card.subject else { return None };
    card.blocks.iter().find_map(|block| match block {
        Block::Said { by: Text(by), .. } => by.iter().find_map(|span| match span {
            Span::Member { id, .. } => Some(*id),
            _ => None,
        }),
        _ => None,
    })
}

/// Buttons that change and withdraw an answer.
pub(super) fn change_buttons(round: &Round, anonymous: bool) -> impl Iterator<Item = Button> {
    let change = || Button::side(string!("answer-change"), answer_line(round, anonymous));
    let withdraw =
        Button::side(string!("answer-withdraw"), format!("withdraw round:{}", round.number));
    let may_change = !anonymous || round.takes_anonymous;
    may_change.then(change).into_iter().chain([withdraw])
}

/// Whether named answers are hidden from everybody for now.
fn hidden(change: &AnswerChange) -> bool {
    let round = &change.round;
    round.reveal == Reveal::Sealed
        && (change.was.round.part, round.state) == (round.part, RoundState::Open)
}

fn what_changed(change: &AnswerChange) -> &'static str {
    let anonymous = change.after.as_ref().is_some_and(is_anonymous);
    let was_anonymous = change.before.as_ref().map(is_anonymous);
    match (was_anonymous, anonymous, hidden(change)) {
        _ if !change.changed() => "same",
        (None, false, true) => "named",
        (None, false, false) => "posted",
        (None, true, _) => "anonymous",
        (Some(true), false, true) => "signed",
        (Some(true), false, false) => "signed-posted",
        (Some(false), true, _) => "unsigned",
        (Some(_), ..) => "changed",
    }
}

/// When the answer can be read by all: the last that was awaited is shown with all others at once.
fn when_shown(change: &AnswerChange) -> &'static str {
    let round = &change.round;
    let anonymous = change.after.as_ref().is_some_and(is_anonymous);
    let shown = change.after.as_ref().is_some_and(|answer| round.shows(answer));
    match (anonymous, hidden(change)) {
        (false, true) => "hidden",
        (false, false) => "named",
        (true, true) => "hidden-anonymous",
        (true, false) if shown => "now",
        (true, false) if round.seminar.is_some() && round.state == RoundState::Open => "at-reveal",
        (true, false) => "at-close",
    }
}

/// What a member is told of an answer that they withdrew, if they had one.
#[must_use]
pub fn withdrawn(change: &AnswerChange) -> Card {
    let answered = change.before.is_some();
    // An anonymous answer is not followed by a named one by accident.
    let anonymous = change.before.as_ref().is_some_and(is_anonymous);
    let again = Button::side(string!("answer-again"), answer_line(&change.round, anonymous));
    let again = (!anonymous || change.round.takes_anonymous).then_some(again);
    let card = Card::saying(text!("answer-withdrawn", answered = answered)).accent(Accent::Done);
    unlinked(card, change).buttons(again)
}

/// An answer, word for word, under its member's name.
#[must_use]
pub(super) fn block(answer: &Answer) -> Block {
    Block::Said { by: author(answer), text: answer.text.clone() }
}

/// What a member argued for the side that they were dealt.
pub(super) fn argued(corpus: &Corpus, answer: &Answer) -> Block {
    let stances = corpus.problems().iter().flat_map(|problem| &problem.stances);
    let stance = answer.stance.as_ref().and_then(|id| stances.into_iter().find(|it| it.id == *id));
    let Some(stance) = stance else { return block(answer) };
    let current = corpus.name_of(stance.current);
    let by = text!("answer-argued", by = author(answer), current = current);
    Block::Said { by, text: answer.text.clone() }
}

/// A member's own view; in a debate it is marked as such.
pub(super) fn own_view(round: &Round, answer: &Answer) -> Block {
    if round.problem.is_none() {
        return block(answer);
    }
    let by = text!("answer-own-view", by = author(answer));
    Block::Said { by, text: answer.text.clone() }
}

/// Whose an answer is, as far as that may be told.
pub(super) fn name(answer: &Answer) -> Text {
    match &answer.by {
        Some((id, name)) => Text::new().member(*id, name),
        None => text!("answer-anonymous"),
    }
}

fn author(answer: &Answer) -> Text {
    let Some(to) = answer.source else { return name(answer) };
    let message = Span::Message { words: string!("answer-message"), to };
    text!("answer-from-message", by = name(answer), message = message)
}

/// A named answer as a message of its own. Its member changes it where they gave it.
#[must_use]
pub fn card(corpus: &Corpus, round: &Round, answer: &Answer) -> Card {
    let block = if answer.stance.is_some() { argued(corpus, answer) } else { block(answer) };
    Card::default()
        .block(block)
        .footer(string!("round-number", round = round.number.0))
        .about(Subject::Answer(answer.id))
}

/// The command line that answers a round.
pub(super) fn answer_line(round: &Round, anonymous: bool) -> String {
    let anonymous = if anonymous { " anonymous:true" } else { "" };
    format!("answer round:{}{anonymous}", round.number)
}

fn is_anonymous(answer: &Answer) -> bool {
    answer.by.is_none()
}
