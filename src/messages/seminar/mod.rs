//! A seminar as the group and its facilitator see it.

mod agenda;
mod effects;
mod errors;
mod facilitator;
pub mod meeting;
mod receipts;
mod side;
mod summary;
mod venue;

pub use agenda::{agenda, ask_for_new_questions, drafted, item, own_question_form, untitled};
pub use effects::{
    closed_effects, discarded_effects, joined_effects, posed_effects, started_effects,
};
pub use errors::{FacilitationError, SeminarAction, SeminarError};
pub use facilitator::{Appointment, Viewer, facilitation, facilitation_effects};
pub(super) use receipts::receipt;
pub use receipts::{
    ask_to_close, closed, facilitates_already, handed_over, joined, no_more_questions,
    nobody_facilitates, notes, other_facilitates, posed, recall_noted, recalled, reveal_anyway,
    revealed, started, still_hidden,
};
pub use side::{side, side_first};
pub(super) use side::{side_blocks, side_button};
pub use summary::{summarized_anew, summary};
pub use venue::{VenueError, VenueNote};

use super::ui::{Key, list, list_string, string, text, theme_name, thread_name};
use super::{Accent, Block, Button, Card, Effect, Span, Subject, Text, TimeStyle};
use domain::corpus::Assignment;
use domain::seminar::{Format, Reveal, SeminarState, session};
use domain::{ChannelKind, Corpus, Part, Round, RoundDetails, RoundState, Seminar, Work};

/// The most names that a message lists.
pub(super) const NAMES: usize = 50;

/// The card of a seminar that everybody sees: what it is about, how it goes, who takes part.
#[must_use]
pub fn lobby(corpus: &Corpus, seminar: &Seminar) -> Card {
    let id = seminar.number;
    let title = string!("seminar-title", title = &seminar.title);
    let tags = themes(corpus, seminar);
    let card = Card::titled(&title)
        .accent(Accent::Question)
        .about(Subject::Seminar(seminar.id))
        .footer(footer(seminar))
        .filed_near(thread_name(&title), tags)
        .text(subject(corpus, seminar));
    if seminar.state == SeminarState::Closed {
        // The summary has all else.
        return card.text(text!("seminar-closed"));
    }
    let card = reading(corpus, seminar).into_iter().fold(card.text(course(seminar)), Card::block);
    card.text(facilitator(seminar)).text(roster(seminar)).buttons([
        Button::main(string!("seminar-join"), format!("seminar join seminar:{id}")),
        Button::side(string!("seminar-status"), format!("seminar status seminar:{id}")),
        Button::side(
            string!("seminar-show-facilitator"),
            format!("seminar facilitator seminar:{id}"),
        ),
    ])
}

/// What a member sees who asks how far a seminar is: who joined and how many answered, never who.
/// `current` is the round that was posed last.
#[must_use]
pub fn status(corpus: &Corpus, seminar: &Seminar, current: Option<&RoundDetails>) -> Card {
    let card = Card::titled(string!("seminar-title", title = &seminar.title))
        .footer(footer(seminar))
        .text(subject(corpus, seminar))
        .text(facilitator(seminar))
        .text(roster(seminar));
    let card = match (seminar.state, current) {
        (SeminarState::Draft, _) => card.text(text!("seminar-status-draft")),
        (SeminarState::Closed, _) => card.text(text!("seminar-status-closed")),
        (SeminarState::Open, None) => card.text(text!("seminar-status-unposed")),
        (SeminarState::Open, Some(it)) => {
            let (number, count) = (seminar.rounds().count(), seminar.agenda.len());
            let heading = text!("seminar-question-of", number = number, count = count);
            card.section(heading, round_status(it))
        }
    };
    let queue = (seminar.state == SeminarState::Open).then(|| {
        let line = format!("queue show seminar:{}", seminar.number);
        Button::side(string!("seminar-who-speaks"), line)
    });
    let reveal_at = current.and_then(|it| it.round.reveal_at);
    let reveal =
        reveal_at.map(|at| text!("seminar-reveals-at", when = Span::When(at, TimeStyle::Relative)));
    reveal.into_iter().fold(card.buttons(queue), Card::text)
}

fn round_status(it: &RoundDetails) -> Text {
    let round = &it.round;
    let state = Key(match (round.state, round.part) {
        (RoundState::Open, Part::Card) => "arguing",
        (RoundState::Open, Part::Own) => "open",
        (RoundState::Revealed, _) => "revealed",
        (RoundState::Closed, _) => "closed",
    });
    let count = round.named + round.anonymous;
    let status = text!("seminar-status-round", count = count, state = state);
    let text = Text::new().plain(&round.text).plain("\n").then(status);
    let awaited = round.state == RoundState::Open && round.reveal == Reveal::Sealed;
    let (left, size) = (it.still_awaited(), it.seminar.as_ref().map_or(0, Seminar::size));
    if !awaited || left == 0 {
        return text;
    }
    let text = text.plain(" ").then(text!("seminar-status-awaited", left = left, size = size));
    match it.seminar.as_ref().is_some_and(has_unnamed) {
        true => text.plain(" ").then(text!("round-not-awaited")),
        false => text,
    }
}

/// Whether somebody takes part without a name.
pub(super) fn has_unnamed(seminar: &Seminar) -> bool {
    seminar.unnamed + seminar.perhaps_unnamed > 0
}

/// "3 questions on Power and Liberty".
fn subject(corpus: &Corpus, seminar: &Seminar) -> Text {
    let work = seminar.work.as_ref().and_then(|id| corpus.work(id));
    let about = match work {
        Some(work) => Text::from(work.title.as_str()),
        None => list(themes(corpus, seminar)),
    };
    let about = (!about.is_empty()).then_some(about);
    text!("seminar-subject", count = seminar.agenda.len(), length = seminar.length(), about = about)
}

/// What it is about if it follows a plan, and what to read before it.
fn reading(corpus: &Corpus, seminar: &Seminar) -> Vec<Block> {
    let plan = seminar.plan.as_deref().and_then(|id| corpus.plan(id));
    let about = plan.map(|plan| Block::Text(plan.about.as_str().into()));
    let parts = session::assigned(corpus, seminar);
    let works = parts.chunk_by(|one, other| one.work == other.work);
    let lines: Vec<Text> = works.filter_map(|parts| of_work(corpus, parts)).collect();
    let reading =
        (!lines.is_empty()).then(|| [Block::Text(text!("seminar-reading")), Block::List(lines)]);
    about.into_iter().chain(reading.into_iter().flatten()).collect()
}

/// What to read of one work.
fn of_work(corpus: &Corpus, parts: &[Assignment]) -> Option<Text> {
    let work = corpus.work(&parts.first()?.work)?;
    let parts = list_string(parts.iter().map(|part| assignment(work, part)));
    Some(text!("seminar-reading-work", title = &work.title, parts = parts))
}

/// Sections that are named; of more the paragraphs say enough.
const SECTIONS: usize = 3;

fn assignment(work: &Work, part: &Assignment) -> String {
    let sections = work.sections.iter().filter(|it| it.first <= part.last && part.first <= it.last);
    let names: Vec<String> = sections.map(|section| section.title.clone()).collect();
    let named = !names.is_empty() && names.len() <= SECTIONS;
    string!(
        "seminar-reading-part",
        sections = named.then(|| list_string(names)),
        first = part.first,
        last = (part.last > part.first).then_some(part.last),
    )
}

/// The themes of a seminar's questions, each once, in the order of the agenda.
pub(super) fn themes(corpus: &Corpus, seminar: &Seminar) -> Vec<String> {
    let ids = seminar.agenda.iter().filter_map(|item| item.theme.as_deref());
    let mut themes: Vec<String> = Vec::new();
    for name in ids.filter_map(|id| corpus.theme(id)).map(theme_name) {
        if !themes.contains(&name) {
            themes.push(name);
        }
    }
    themes
}

/// How the rounds go, for those who are invited.
fn course(seminar: &Seminar) -> Text {
    let format = Key(match seminar.format {
        Format::Plain => "plain",
        Format::Debate => "debate",
    });
    let reveal = Key(match seminar.reveal {
        Reveal::Sealed => "sealed",
        Reveal::Live => "live",
    });
    text!("seminar-course", format = format, reveal = reveal, minutes = seminar.minutes)
}

fn facilitator(seminar: &Seminar) -> Text {
    let name = seminar.facilitator.as_ref();
    let name = name.map(|(member, name)| Text::new().member(*member, name));
    text!("seminar-facilitator", name = name, lot = seminar.lot)
}

fn roster(seminar: &Seminar) -> Text {
    text!("seminar-roster", count = seminar.size(), who = participants(seminar, NAMES))
}

/// Who takes part: a few names, and how many others.
fn participants(seminar: &Seminar, most: usize) -> Text {
    let named = seminar.roster.iter().take(most);
    let named = named.map(|it| Text::new().member(it.member, &it.name));
    let more = seminar.roster.len().saturating_sub(most);
    let more = (more > 0).then(|| text!("seminar-more-names", count = more));
    let unnamed = seminar.unnamed;
    let unnamed = (unnamed > 0).then(|| text!("seminar-unnamed", count = unnamed));
    let perhaps = seminar.perhaps_unnamed;
    let perhaps = (perhaps > 0).then(|| text!("seminar-unnamed-perhaps", count = perhaps));
    list(named.chain(more).chain(unnamed).chain(perhaps))
}

fn footer(seminar: &Seminar) -> String {
    string!("seminar-footer", seminar = seminar.number.0)
}

pub(super) fn private_footer(seminar: &Seminar) -> String {
    string!("seminar-private-footer", seminar = seminar.number.0)
}

/// A message where the group talks: beside the current round, or before the first one where the
/// seminar meets.
pub(super) fn near_talk(seminar: &Seminar, round: Option<&Round>, card: Card) -> Effect {
    match round {
        Some(round) => super::round::beside(Some(seminar), round, card),
        None if seminar.kind == ChannelKind::Forum => {
            Effect::Beside { beside: Subject::Seminar(seminar.id), card }
        }
        None => Effect::Post { place: seminar.place, card },
    }
}
