//! What the course of a revisit does elsewhere.

use jiff::Timestamp;

use super::super::round::near;
use super::super::ui::{Span, string, text};
use super::super::{Accent, Card, Effect, Subject};
use super::{about, day, look_again_button, moved, title_of};
use domain::revisit::RevisitState;
use domain::{Corpus, MemberId, RoundDetails};

/// The question is asked again: a card in the channel for all, and a letter to each of the `members`,
/// which leads there. Who takes no letters finds the card.
#[must_use]
pub fn asked_effects(it: &RoundDetails, members: &[MemberId], until: Timestamp) -> Vec<Effect> {
    let letter = letter(it, until);
    let letters = members.iter().map(|member| Effect::Notice {
        place: None,
        member: *member,
        card: letter.clone(),
    });
    [near(it, invitation(it, until))].into_iter().chain(letters).collect()
}

/// It is over: nothing can be pressed any more, and what came of it is told.
#[must_use]
pub fn closed_effects(corpus: &Corpus, it: &RoundDetails) -> Vec<Effect> {
    let told = it.revisited.as_ref().is_some_and(|outcome| outcome.moved.is_some());
    let over = if told { text!("revisit-over") } else { text!("revisit-over-few") };
    let edit = Effect::Edit { card: question(it).text(over) };
    let summary = told.then(|| {
        let card = about(string!("revisit-summary-title"), &it.round).accent(Accent::Done);
        near(it, moved(corpus, it).into_iter().fold(card, Card::block))
    });
    [edit].into_iter().chain(summary).collect()
}

/// It was called off when it was in the state `was`.
#[must_use]
pub fn called_off_effects(it: &RoundDetails, was: RevisitState) -> Vec<Effect> {
    match was {
        RevisitState::Open(_) => {
            vec![Effect::Edit { card: question(it).text(text!("revisit-called-off")) }]
        }
        RevisitState::Planned(_) | RevisitState::Closed => Vec::new(),
    }
}

/// To the facilitator who called it off.
#[must_use]
pub fn called_off(it: &RoundDetails) -> Card {
    about(string!("revisit-title"), &it.round)
        .accent(Accent::Done)
        .text(text!("revisit-called-off"))
}

fn invitation(it: &RoundDetails, until: Timestamp) -> Card {
    question(it)
        .text(text!("revisit-invitation", title = title_of(it), day = day(it.round.posed_at)))
        .text(text!("revisit-promise", until = day(until)))
        .buttons([look_again_button(&it.round)])
}

fn letter(it: &RoundDetails, until: Timestamp) -> Card {
    let link =
        Span::Shown { words: string!("revisit-link"), subject: Subject::Revisit(it.round.id) };
    let text = text!(
        "revisit-letter",
        title = title_of(it),
        day = day(it.round.posed_at),
        link = link,
        channel = it.round.place,
    );
    about(string!("revisit-title"), &it.round)
        .accent(Accent::Question)
        .text(text)
        .text(text!("revisit-promise", until = day(until)))
}

/// The card in the channel, which is edited when it is over.
fn question(it: &RoundDetails) -> Card {
    about(string!("revisit-title"), &it.round)
        .accent(Accent::Question)
        .about(Subject::Revisit(it.round.id))
}
