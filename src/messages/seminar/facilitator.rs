//! Who facilitates: for one who asks, and for all when it changes.

use super::super::{Accent, Button, Card, Effect, Text};
use super::{facilitator, in_its_place, lobby};
use domain::seminar::{SeminarChange, SeminarState};
use domain::{Corpus, MemberId, Round, Seminar};

/// How somebody came to facilitate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// The lot fell on them.
    ByLot,
    /// They took it up when nobody had it.
    TakenUp,
    /// The one before gave it to them.
    HandedOver,
    /// The one before was recalled, and the lot fell on them.
    Recalled,
}

/// Who asks who facilitates.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// Who.
    pub member: MemberId,
    /// Whether they may facilitate.
    pub eligible: bool,
    /// Whether they have said that they want somebody else.
    pub recalls: bool,
}

/// What a member sees who asks who facilitates, with what they can do about it.
#[must_use]
pub fn facilitation(seminar: &Seminar, by: Asking) -> Card {
    let id = seminar.id;
    let card = Card::titled("Who facilitates")
        .footer(format!("Seminar {id} · only you see this"))
        .text(facilitator(seminar))
        .text(volunteers(seminar));
    if seminar.state == SeminarState::Closed {
        return card;
    }
    let does = |what: &str| format!("seminar facilitator seminar:{id} do:{what}");
    let has_it = seminar.facilitated_by(by.member);
    let would = seminar.participant(by.member).is_some_and(|it| it.volunteers);
    let open = seminar.state == SeminarState::Open;
    let own = match (open && by.eligible, &seminar.facilitator, would) {
        (false, _, _) => None,
        (_, None, _) => Some(Button::main("I'll do it", does("volunteer"))),
        (_, _, true) => Some(Button::side("Not me", does("not"))),
        (_, _, false) if has_it && !seminar.lot => None,
        (_, _, false) => Some(Button::side("I would do it", does("volunteer"))),
    };
    let lot = has_it.then(|| {
        if seminar.lot {
            Button::side("I stay the facilitator", does("stay"))
        } else {
            Button::side("By lot, each round", does("lot"))
        }
    });
    let other = seminar.facilitator.as_ref().filter(|_| open && !has_it).map(|(who, _)| {
        let line = format!("seminar recall seminar:{id} of:{who}");
        if by.recalls {
            Button::side("Take my wish back", format!("{line} back:true"))
        } else {
            Button::side("Somebody else, please", line)
        }
    });
    let card = match (has_it, &seminar.facilitator) {
        (true, _) => card.text(
            Text::new()
                .plain("You can hand over to somebody who takes part: ")
                .code("/seminar facilitator member:")
                .plain("."),
        ),
        (false, Some(_)) if open => card.text(
            "If more than half of those who take part want somebody else, the lot decides. Nobody \
             is told who said so.",
        ),
        _ => card,
    };
    card.buttons(own.into_iter().chain(lot).chain(other))
}

/// What a change of who facilitates, or how that is decided, calls for.
#[must_use]
pub fn passed(corpus: &Corpus, step: &SeminarChange, how: Passed) -> Vec<Effect> {
    let seminar = &step.now;
    let shows = |it: &Seminar| (it.facilitator.clone(), it.lot, it.size());
    if seminar.state != SeminarState::Open || shows(&step.was) == shows(seminar) {
        return Vec::new();
    }
    let news = step.passed_on().then(|| announced(seminar, step.round.as_ref(), how));
    [Effect::Edit { card: lobby(corpus, seminar) }].into_iter().chain(news).collect()
}

/// What the lot calls for that was cast for a new round.
pub(super) fn drawn_for(corpus: &Corpus, seminar: &Seminar, round: &Round) -> Vec<Effect> {
    if !seminar.lot || seminar.facilitated_by(round.asker) {
        return Vec::new();
    }
    let lobby = Effect::Edit { card: lobby(corpus, seminar) };
    vec![lobby, announced(seminar, Some(round), Passed::ByLot)]
}

fn announced(seminar: &Seminar, round: Option<&Round>, how: Passed) -> Effect {
    let card = match (&seminar.facilitator, how) {
        (Some((member, name)), how) => {
            let name = Text::new().member(*member, name);
            Card::saying(match how {
                Passed::ByLot => name.plain(" facilitates this round, by lot."),
                Passed::TakenUp => name.plain(" facilitates from now on. Thank you!"),
                Passed::HandedOver => {
                    Text::from("The facilitator hands over to ").then(name).plain(".")
                }
                Passed::Recalled => {
                    Text::from("The group asked for another facilitator. The lot fell on ")
                        .then(name)
                        .plain(".")
                }
            })
        }
        (None, _) => nobody(seminar),
    };
    let card = card.footer(format!("Seminar {}", seminar.id));
    in_its_place(seminar, round, card)
}

fn nobody(seminar: &Seminar) -> Card {
    Card::saying(
        "Nobody facilitates now. Facilitating means: pose the next question, show the answers, \
         close. Who would?",
    )
    .accent(Accent::Question)
    .buttons([Button::main(
        "I'll do it",
        format!("seminar facilitator seminar:{} volunteer:true", seminar.id),
    )])
}

fn volunteers(seminar: &Seminar) -> Text {
    let willing = seminar.roster.iter().filter(|it| it.volunteers && it.eligible);
    let mut text = Text::from("Would do it: ");
    let mut any = false;
    for participant in willing {
        text = if any { text.plain(", ") } else { text };
        text = text.member(participant.member, &participant.name);
        any = true;
    }
    if any { text.plain(".") } else { Text::from("Nobody has volunteered yet.") }
}
