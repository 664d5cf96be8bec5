//! A seminar as the group and its facilitator see it.

mod draft;
mod facilitator;
mod follows;
mod queue;
mod summary;

pub use draft::{agenda, item};
pub use facilitator::{Asking, Passed, facilitation, passed};
pub use follows::{begun, closed, joined, posed};
pub use queue::{board, moved, queue_for, speaks, turned};
pub use summary::summary;

use super::answer;
use super::{Accent, Block, Button, Card, Effect, Subject, Text, TimeStyle};
use crate::messages::ui::thread_name;
use domain::seminar::{Format, Reveal, SeminarState};
use domain::{ChannelKind, Corpus, Part, Round, RoundDetails, RoundState, Seminar};

/// The card of a seminar that everybody sees: what it is about, how it goes, who takes part.
#[must_use]
pub fn lobby(corpus: &Corpus, seminar: &Seminar) -> Card {
    let id = seminar.id;
    let card = Card::titled(format!("Seminar: {}", seminar.title))
        .accent(Accent::Question)
        .about(Subject::Seminar(id))
        .footer(format!("Seminar {id}"))
        .text(Text::new().strong(subject(corpus, seminar)))
        .text(course(seminar))
        .text(facilitator(seminar))
        .text(roster(seminar));
    let tags = themes(corpus, seminar).into_iter().map(str::to_owned).collect();
    let name = thread_name(&format!("Seminar: {}", seminar.title));
    let card = card.filed_near(name, tags);
    if seminar.state == SeminarState::Closed {
        return card.text("This seminar is closed.");
    }
    card.buttons([
        Button::main("Join", format!("seminar join seminar:{id}")),
        Button::side("Status", format!("seminar status seminar:{id}")),
        Button::side("Facilitator", format!("seminar facilitator seminar:{id}")),
    ])
}

/// What a member sees who asks how a seminar stands: who joined and how many answered, never who.
#[must_use]
pub fn status(corpus: &Corpus, seminar: &Seminar, at_hand: Option<&RoundDetails>) -> Card {
    let posed = seminar.rounds().count();
    let card = Card::titled(format!("Seminar: {}", seminar.title))
        .footer(format!("Seminar {}", seminar.id))
        .text(Text::new().strong(subject(corpus, seminar)))
        .text(facilitator(seminar))
        .text(roster(seminar));
    let card = match seminar.state {
        SeminarState::Draft => card.text("It is a draft: it has not begun."),
        SeminarState::Closed => card.text("It is closed."),
        SeminarState::Open if posed == 0 => card.text("No question has been posed yet."),
        SeminarState::Open => {
            let heading = format!("Question {posed} of {}", seminar.agenda.len());
            match at_hand {
                Some(it) => card.section(heading, how_far(it)),
                None => card,
            }
        }
    };
    let speaks = Button::side("Who speaks", format!("queue show seminar:{}", seminar.id));
    let card = card.buttons((seminar.state == SeminarState::Open).then_some(speaks));
    match at_hand.and_then(|it| it.round.reveal_at) {
        Some(at) => card.text(
            Text::new().plain("The answers are revealed ").when(at, TimeStyle::Relative).plain("."),
        ),
        None => card,
    }
}

fn how_far(it: &RoundDetails) -> Text {
    let round = &it.round;
    let count = answer::count(round.named + round.anonymous);
    let text = Text::new().plain(&round.text).plain("\n").strong(format!("{count}."));
    match (round.state, round.part) {
        (RoundState::Open, Part::Card) => text.plain(" Everybody argues their card."),
        (RoundState::Open, Part::Own) => text.plain(" It is open."),
        (RoundState::Revealed, _) => text.plain(" The answers are revealed."),
        (RoundState::Closed, _) => text.plain(" It is closed."),
    }
}

/// "3 questions on Power and Liberty".
fn subject(corpus: &Corpus, seminar: &Seminar) -> String {
    let number = seminar.agenda.len();
    let questions =
        if number == 1 { "1 question".to_owned() } else { format!("{number} questions") };
    let themes = listed(&themes(corpus, seminar));
    let work = seminar.work.as_ref().and_then(|id| corpus.work(id));
    match (themes.is_empty(), work) {
        (_, Some(work)) => format!("{questions} on {}", work.title),
        (false, None) => format!("{questions} on {themes}"),
        (true, None) => questions,
    }
}

/// The themes of a seminar's questions, each once, in the order of the agenda.
fn themes<'c>(corpus: &'c Corpus, seminar: &Seminar) -> Vec<&'c str> {
    let ids = seminar.agenda.iter().filter_map(|item| item.theme.as_deref());
    let mut themes: Vec<&str> = Vec::new();
    for theme in ids.filter_map(|id| corpus.theme(id)) {
        if !themes.contains(&theme.name.as_str()) {
            themes.push(&theme.name);
        }
    }
    themes
}

/// "Power, Liberty and Technology".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// How the rounds go, in the words of somebody who invites to them.
fn course(seminar: &Seminar) -> Text {
    let text = match seminar.format {
        Format::Plain => Text::new(),
        Format::Debate => Text::new().plain(
            "In each round you are dealt a side. First you argue for it, then you answer in your \
             own name. ",
        ),
    };
    let text = match seminar.reveal {
        Reveal::Sealed => text.plain(
            "Answers stay hidden until all are revealed together, so everybody can think for \
             themselves.",
        ),
        Reveal::Live => text.plain("Answers are shown as they come, anonymous ones at the end."),
    };
    match seminar.minutes {
        Some(1) => text.plain(" Each round takes 1 minute."),
        Some(minutes) => text.plain(format!(" Each round takes {minutes} minutes.")),
        None => text,
    }
}

fn facilitator(seminar: &Seminar) -> Text {
    let text = match &seminar.facilitator {
        Some((member, name)) => Text::new().plain("Facilitated by ").member(*member, name),
        None => Text::from("Nobody facilitates now"),
    };
    if seminar.lot {
        text.plain("; for each question the lot decides anew.")
    } else {
        text.plain(".")
    }
}

/// A message where a seminar's talk is: with the round at hand, or before the first one where it
/// meets.
fn in_its_place(seminar: &Seminar, round: Option<&Round>, card: Card) -> Effect {
    match round {
        Some(round) => super::round::beside(Some(seminar), round, card),
        None if seminar.kind == ChannelKind::Forum => {
            Effect::Beside { beside: Subject::Seminar(seminar.id), card }
        }
        None => Effect::Post { place: seminar.place, card },
    }
}

fn roster(seminar: &Seminar) -> Text {
    let mut text = match seminar.size() {
        0 => return Text::from("Nobody has joined yet. Answering joins as well."),
        1 => Text::new().strong("1 takes part"),
        number => Text::new().strong(format!("{number} take part")),
    };
    for (place, participant) in seminar.roster.iter().take(NAMES).enumerate() {
        text = text.plain(if place == 0 { ": " } else { ", " });
        text = text.member(participant.member, &participant.name);
    }
    let more = seminar.roster.len().saturating_sub(NAMES);
    if more > 0 {
        text = text.plain(format!(" and {more} more"));
    }
    match (seminar.roster.len(), seminar.unnamed) {
        (_, 0) => text.plain("."),
        (0, _) => text.plain(", without a name."),
        (_, unnamed) => text.plain(format!(", and {unnamed} without a name.")),
    }
}

/// So many names are listed.
const NAMES: usize = 50;

/// A list as a block, if it has anything in it.
fn list(card: Card, lines: Vec<Text>) -> Card {
    if lines.is_empty() { card } else { card.block(Block::List(lines)) }
}
