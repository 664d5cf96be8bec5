//! Who facilitates: for one who asks, and for all when it changes.

use super::super::ui::{Key, list, string, text};
use super::super::{Accent, Button, Card, Effect, Span, Text};
use super::{facilitator, footer, lobby, near_talk, private_footer};
use domain::seminar::{SeminarChange, SeminarState};
use domain::{Corpus, MemberId, Round, Seminar, SeminarNumber, TakeDownNumber};

/// How somebody came to facilitate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointment {
    /// They were drawn by lot.
    ByLot,
    /// They took it up when nobody had it.
    TakenUp,
    /// The one before gave it to them.
    HandedOver,
    /// The one before was recalled, perhaps over what they took down, and they were drawn by lot.
    Recalled(Option<TakeDownNumber>),
    /// Who manages the server gave it to them.
    Appointed,
    /// They took it over from somebody who may be away.
    TakenOver,
}

/// Who asks who facilitates.
#[derive(Clone, Copy, Debug)]
pub struct Viewer {
    /// Who.
    pub member: MemberId,
    /// Whether they may facilitate.
    pub eligible: bool,
    /// Whether they have asked for somebody else.
    pub recalls: bool,
    /// Whether they can take over.
    pub takes_over: bool,
}

/// What a member sees who asks who facilitates, with what they can do about it.
#[must_use]
pub fn facilitation(seminar: &Seminar, viewer: Viewer) -> Card {
    let card = Card::titled(string!("seminar-facilitator-title"))
        .footer(private_footer(seminar))
        .text(facilitator(seminar))
        .text(volunteers(seminar));
    if seminar.state == SeminarState::Closed {
        return card;
    }
    let facilitates = seminar.facilitated_by(viewer.member);
    let recallable = seminar.state == SeminarState::Open && seminar.facilitator.is_some();
    let card = match (facilitates, recallable) {
        (true, _) => card.text(text!("seminar-hand-over-hint")),
        (false, true) => card.text(text!("seminar-recall-hint")),
        (false, false) => card,
    };
    let lot = facilitates.then(|| lot_button(seminar));
    let recall = recall_button(seminar, viewer);
    let take_over = viewer.takes_over.then(|| take_over_button(seminar.number));
    card.buttons(volunteer_button(seminar, viewer).into_iter().chain(lot).chain(recall))
        .buttons(take_over)
}

fn volunteer_button(seminar: &Seminar, viewer: Viewer) -> Option<Button> {
    if seminar.state != SeminarState::Open || !viewer.eligible {
        return None;
    }
    let volunteers = seminar.participant(viewer.member).is_some_and(|it| it.volunteers);
    let volunteer = press(seminar, "volunteer");
    if seminar.facilitator.is_none() {
        return Some(Button::main(string!("seminar-take-up"), volunteer));
    }
    if volunteers {
        return Some(Button::side(string!("seminar-not-me"), press(seminar, "not")));
    }
    let keeps = seminar.facilitated_by(viewer.member) && !seminar.lot;
    (!keeps).then(|| Button::side(string!("seminar-volunteer"), volunteer))
}

fn lot_button(seminar: &Seminar) -> Button {
    if seminar.lot {
        Button::side(string!("seminar-stay"), press(seminar, "stay"))
    } else {
        Button::side(string!("seminar-draw-lot"), press(seminar, "lot"))
    }
}

fn recall_button(seminar: &Seminar, viewer: Viewer) -> Option<Button> {
    let (facilitator, _) = seminar.facilitator.as_ref()?;
    if seminar.state != SeminarState::Open || *facilitator == viewer.member {
        return None;
    }
    Some(if viewer.recalls {
        undo_button(seminar, *facilitator)
    } else {
        let line = format!("seminar recall seminar:{} of:{facilitator}", seminar.number);
        Button::side(string!("seminar-recall"), line)
    })
}

/// Takes a recall of a facilitator back.
pub(super) fn undo_button(seminar: &Seminar, facilitator: MemberId) -> Button {
    let line = format!("seminar recall seminar:{} of:{facilitator} back:true", seminar.number);
    Button::side(string!("seminar-undo"), line)
}

/// Takes up the facilitation where nobody has it.
pub(super) fn take_up_button(seminar: &Seminar) -> Button {
    let line = format!("seminar facilitator seminar:{} volunteer:true", seminar.number);
    Button::main(string!("seminar-take-up"), line)
}

/// Takes the facilitation over from somebody who may be away.
pub(super) fn take_over_button(seminar: SeminarNumber) -> Button {
    let line = format!("seminar facilitator seminar:{seminar} do:take");
    Button::side(string!("seminar-take-over"), line)
}

fn press(seminar: &Seminar, what: &str) -> String {
    format!("seminar facilitator seminar:{} do:{what}", seminar.number)
}

/// The effects of a change of who facilitates, or of how that is decided.
#[must_use]
pub fn facilitation_effects(
    corpus: &Corpus,
    change: &SeminarChange,
    how: Appointment,
) -> Vec<Effect> {
    let seminar = &change.now;
    let shown = |it: &Seminar| (it.facilitator.clone(), it.lot, it.size());
    if seminar.state != SeminarState::Open || shown(&change.was) == shown(seminar) {
        return Vec::new();
    }
    let news = change.passed_on().then(|| announced(seminar, change.round.as_ref(), how));
    [Effect::Edit { card: lobby(corpus, seminar) }].into_iter().chain(news).collect()
}

/// The effects of a lot that was drawn for a new round.
pub(super) fn drawn_for(corpus: &Corpus, seminar: &Seminar, round: &Round) -> Vec<Effect> {
    if !seminar.lot || seminar.facilitated_by(round.asker) {
        return Vec::new();
    }
    let lobby = Effect::Edit { card: lobby(corpus, seminar) };
    vec![lobby, announced(seminar, Some(round), Appointment::ByLot)]
}

fn announced(seminar: &Seminar, round: Option<&Round>, how: Appointment) -> Effect {
    let card = match &seminar.facilitator {
        Some((member, name)) => {
            let named = Span::Member { id: *member, name: name.clone() };
            let over = match how {
                Appointment::Recalled(over) => over.map(|number| number.0),
                _ => None,
            };
            let (how_key, name) = (how.key(), named.clone());
            let text = text!("seminar-new-facilitator", how = how_key, name = name, over = over);
            let card = Card::saying(text).buttons(round.map(|_| notes_button(seminar)));
            Card { ping: how.is_news_to_them().then_some(named), ..card }
        }
        None => Card::saying(text!("seminar-nobody-facilitates"))
            .accent(Accent::Question)
            .buttons([take_up_button(seminar)]),
    };
    near_talk(seminar, round, card.footer(footer(seminar)))
}

/// Shows the facilitator what the book suggests for the current round.
fn notes_button(seminar: &Seminar) -> Button {
    Button::side(string!("seminar-my-notes"), format!("seminar notes seminar:{}", seminar.number))
}

fn volunteers(seminar: &Seminar) -> Text {
    let willing = seminar.roster.iter().filter(|it| it.volunteers && it.eligible);
    let names = list(willing.map(|it| Text::new().member(it.member, &it.name)));
    text!("seminar-volunteers", who = (!names.is_empty()).then_some(names))
}

impl Appointment {
    /// Whether the new facilitator has not done it themselves, and so is told.
    fn is_news_to_them(self) -> bool {
        match self {
            Self::ByLot | Self::HandedOver | Self::Recalled(_) | Self::Appointed => true,
            Self::TakenUp | Self::TakenOver => false,
        }
    }

    fn key(self) -> Key {
        Key(match self {
            Self::ByLot => "lot",
            Self::TakenUp => "taken-up",
            Self::HandedOver => "handed-over",
            Self::Recalled(_) => "recalled",
            Self::Appointed => "appointed",
            Self::TakenOver => "taken-over",
        })
    }
}
