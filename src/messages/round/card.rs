//! The card of a round: its question, its quotes and how many have answered.

use super::super::answer::answer_line;
use super::super::ui::{
    self, Accent, Button, Card, Filed, Key, Span, Subject, Text, TimeStyle, string, text,
    theme_name,
};
use super::super::{Block, pair, quote, seminar, statement, taken_down};
use domain::corpus::{Level, Moment};
use domain::seminar::Reveal;
use domain::{Corpus, Kind, Part, Question, Round, RoundDetails, RoundState};

/// The card of a round, with the buttons that fit its state.
#[must_use]
pub fn card(corpus: &Corpus, details: &RoundDetails) -> Card {
    let round = &details.round;
    let theme = round.theme.as_ref().and_then(|id| corpus.theme(id));
    let prompt = round.question.as_deref().and_then(|id| corpus.prompt(id));
    let about = match (theme, prompt.map(|prompt| prompt.moment)) {
        (Some(theme), _) => theme_name(theme),
        (None, Some(Moment::Opener)) => string!("round-opener"),
        (None, Some(Moment::Closer)) => string!("round-closer"),
        (None, None) => string!("round-title"),
    };
    let total = details.seminar.as_ref().map_or(0, |seminar| seminar.agenda.len());
    let title = match position(details) {
        Some(position) => {
            string!("round-title-of", position = position, total = total, about = about)
        }
        None => about,
    };
    let mut card = Card::titled(title).accent(Accent::Question).about(Subject::Round(round.id));
    card = question(corpus, round).into_iter().fold(card, Card::block);
    card = card.text(answers(details)).footer(footer(corpus, details));
    if let Some(filed) = filed(corpus, details) {
        card.filed = Some(filed);
    }
    let card = match (round.state, &details.seminar) {
        (RoundState::Closed, _) => {
            return statement::ended(details).into_iter().fold(card, Card::block);
        }
        (_, Some(_)) => in_seminar(card, round),
        (_, None) => alone(card, round),
    };
    let quotes: Vec<_> = round.quotes.iter().filter_map(|id| corpus.quote(id)).collect();
    card.buttons(quote::explained(corpus, &quotes))
}

/// The question, led in where it needs that, with its quotes and what they disagree on.
pub(super) fn question(corpus: &Corpus, round: &Round) -> Vec<Block> {
    let asked = round.question.as_deref().and_then(|id| corpus.question(id));
    let lead_in = asked.and_then(|question| question.context.as_deref()).map(Text::from);
    let author = asked.and_then(|question| asked_by(corpus, question));
    let text = Text::new().strong(&round.text);
    let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
    let pair = asked
        .and_then(|question| corpus.pair_in(question))
        .or_else(|| corpus.pair(round.question.as_deref()?));
    let about = round.about.map(|to| {
        let message = Span::Message { words: string!("round-about-message"), to };
        text!("round-about", message = message)
    });
    // The question on a pair names what it is about.
    let dispute = asked.and(pair).map(pair::dispute);
    let texts = lead_in.into_iter().chain([text]).chain(about).chain(author).map(Block::Text);
    texts
        .chain(quotes.map(|quote| quote::passage(corpus, quote)))
        .chain(dispute.map(Block::Text))
        .collect()
}

/// Who asks, where the question is the author's own or one that the author quotes.
fn asked_by(corpus: &Corpus, question: &Question) -> Option<Text> {
    let work = corpus.work(&question.work)?;
    let (_, paragraph) = question.place.filter(|_| question.kind == Kind::Author)?;
    Some(text!(
        "round-asked-by",
        speaker = question.speaker.as_ref(),
        author = &work.author,
        title = &work.title,
        paragraph = paragraph,
    ))
}

/// Outside a seminar the asker closes the question.
fn alone(card: Card, round: &Round) -> Card {
    let id = round.number;
    let edit = || Button::side(string!("round-edit"), format!("edit round:{id}"));
    let edit = round.question.is_none().then(edit);
    let close = Button::side(string!("round-close"), format!("close round:{id}"));
    card.buttons([answer_button(round)].into_iter().chain(edit).chain([close]))
}

fn in_seminar(card: Card, round: &Round) -> Card {
    let id = round.number;
    let answer = match (round.state, round.part) {
        (RoundState::Open, Part::Card) => vec![
            Button::main(string!("round-argue"), answer_line(round, false)),
            seminar::side_button(id),
        ],
        _ => vec![answer_button(round)],
    };
    let reveal = (round.state == RoundState::Open)
        .then(|| Button::side(string!("round-reveal"), format!("seminar reveal round:{id}")));
    card.buttons(answer.into_iter().chain(reveal))
}

/// The button that answers a round. Once all can read the answers, something else is to be done.
pub(in super::super) fn answer_button(round: &Round) -> Button {
    let style = if round.state == RoundState::Open { Button::main } else { Button::side };
    style(string!("round-answer"), answer_line(round, false))
}

fn footer(corpus: &Corpus, details: &RoundDetails) -> String {
    let round = &details.round;
    let asked = round.question.as_deref().and_then(|id| corpus.question(id));
    let level = asked.and_then(|question| question.level).map(level_key);
    string!(
        "round-footer",
        round = round.number.0,
        level = level,
        own = round.question.is_none() && round.problem.is_none(),
    )
}

/// How much a question asks of a group.
pub(in super::super) fn level_key(level: Level) -> Key {
    Key(match level {
        Level::Easy => "easy",
        Level::Middle => "middle",
        Level::Text => "text",
    })
}

/// Which question of its seminar it is, from 1.
fn position(details: &RoundDetails) -> Option<usize> {
    let index = details.seminar.as_ref()?.rounds().position(|posed| posed == details.round.id)?;
    Some(index + 1)
}

/// How a forum files the post of a seminar's round.
fn filed(corpus: &Corpus, details: &RoundDetails) -> Option<Filed> {
    let position = position(details)?;
    let round = &details.round;
    let theme = round.theme.as_ref().and_then(|id| corpus.theme(id));
    let of_all = details.seminar.iter().flat_map(|seminar| seminar::themes(corpus, seminar));
    // An opener or a closer is about everything that its seminar is about.
    let tags = match theme {
        Some(theme) => vec![theme_name(theme)],
        None => of_all.collect(),
    };
    let name = string!("round-post", position = position, question = &round.text);
    Some(Filed { name: ui::thread_name(&name), tags, nearest: true })
}

/// How many have answered, and what happens to the answers.
fn answers(details: &RoundDetails) -> Text {
    let round = &details.round;
    let all = round.named + round.anonymous;
    let hidden = (round.state, round.reveal) == (RoundState::Open, Reveal::Sealed);
    // While all are hidden, a count of its own would tell when an anonymous answer came.
    let anonymous = if hidden { 0 } else { round.anonymous };
    let closed = round.state == RoundState::Closed;
    let count = text!("round-count", count = all, anonymous = anonymous, closed = closed);
    let at = round.reveal_at.map(|at| Span::When(at, TimeStyle::Relative));
    let state = text!("round-answers", state = state(details), at = at);
    // Where there are no anonymous answers, nothing is said about them.
    let names_only = !round.takes_anonymous && round.anonymous == 0;
    let only_about_them = (round.state, round.reveal) == (RoundState::Open, Reveal::Live);
    let state = (!(names_only && only_about_them)).then_some(state);
    let debate = debate(round).filter(|_| hidden);
    let withdrawn = (round.withdrawn > 0).then(|| withdrawn(round.withdrawn));
    let unnamed = details.seminar.as_ref().is_some_and(seminar::has_unnamed);
    let not_awaited = (hidden && unnamed).then(|| text!("round-not-awaited"));
    let taken_down = taken_down::counted(details);
    [Some(count), withdrawn, debate, state, not_awaited, taken_down]
        .into_iter()
        .flatten()
        .reduce(|text, more| text.plain(" ").then(more))
        .unwrap_or_default()
}

/// How many answers went with their members.
pub(in super::super) fn withdrawn(count: usize) -> Text {
    text!("round-withdrawn", count = count)
}

fn state(details: &RoundDetails) -> Key {
    let round = &details.round;
    Key(match (round.state, round.reveal) {
        (RoundState::Closed, _) => "closed",
        (RoundState::Revealed, _) if round.named + round.anonymous == 0 => "unanswered",
        (RoundState::Revealed, _) => "revealed",
        (RoundState::Open, Reveal::Sealed) => "sealed",
        (RoundState::Open, Reveal::Live) if details.seminar.is_some() => "live-in-seminar",
        (RoundState::Open, Reveal::Live) => "live",
    })
}

/// What a debate asks for now.
fn debate(round: &Round) -> Option<Text> {
    let part = match round.part {
        Part::Card => "dealt",
        Part::Own => "own",
    };
    (round.part == Part::Card || round.problem.is_some())
        .then(|| text!("round-debate", part = Key(part)))
}
