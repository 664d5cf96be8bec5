//! What its author is told of an answer that was taken down: alone, and in no message that others see.

use super::super::round::answer_button;
use super::super::taken_down::{outcome, reason};
use super::super::ui::{Accent, Button, Card, Text, string, text};
use domain::moderation::TakeDown;
use domain::seminar::SeminarState;
use domain::{RoundDetails, Seminar};

/// The direct message to a member who had answered by name. It has no buttons: they only work in the
/// server.
#[must_use]
pub fn direct(it: &RoundDetails, entry: &TakeDown) -> Card {
    let place = Some(it.round.place);
    let card = Card::titled(title()).accent(Accent::Problem).text(text!(
        "moderation-notice",
        place = place,
        round = it.round.number.0,
        reason = reason(entry.reason),
    ));
    said(it, entry).into_iter().fold(card, Card::text)
}

/// What a member is told who does something in the round.
#[must_use]
pub fn notice(it: &RoundDetails, entry: &TakeDown) -> Card {
    let card =
        notices(Card::titled(title()).accent(Accent::Problem), it, std::slice::from_ref(entry));
    let again = it.takes_answers() && !entry.mutes();
    // They have read why, so the form opens.
    let told = |button: Button| Button { press: format!("{} told:true", button.press), ..button };
    let again = again.then(|| told(answer_button(&it.round)));
    card.footer(string!("round-number", round = it.round.number.0))
        .buttons(again)
        .buttons(appeal(it, entry))
}

/// As many take-downs as are told one by one; of more, the newest.
const TOLD: usize = 5;

/// A card that also tells what was taken from its member.
#[must_use]
pub fn notices(card: Card, it: &RoundDetails, taken: &[TakeDown]) -> Card {
    let newest = taken.get(taken.len().saturating_sub(TOLD)..).unwrap_or_default();
    let more = taken.len() - newest.len();
    let card = newest.iter().fold(card, |card, entry| {
        let titled = card.title.as_deref() == Some(&title());
        let heading = (!titled).then(|| Text::new().strong(title()));
        let card = heading.into_iter().fold(card, Card::text);
        let card = card.text(text!(
            "moderation-notice",
            place = None::<Text>,
            round = it.round.number.0,
            reason = reason(entry.reason),
        ));
        said(it, entry).into_iter().fold(card, Card::text)
    });
    match more {
        0 => card,
        more => card.text(text!("moderation-notice-more", count = more)),
    }
}

fn title() -> String {
    string!("moderation-notice-title")
}

/// What they can do now.
fn said(it: &RoundDetails, entry: &TakeDown) -> Vec<Text> {
    if entry.was_wrong() {
        return vec![text!("moderation-notice-wrong", appeal = outcome(entry.appeal))];
    }
    let now = match entry.mutes() {
        true => Some(text!("moderation-notice-muted")),
        false => it.takes_answers().then(|| text!("moderation-notice-again")),
    };
    let number = entry.number.0;
    let appeal = match recallable(it, entry) {
        Some(_) => Some(text!("moderation-by-recall", entry = number)),
        None if entry.takes_appeal() => Some(text!("moderation-by-appeal", entry = number)),
        None => None,
    };
    now.into_iter().chain(appeal).collect()
}

/// The seminar, if who took it down facilitates it still: the group can recall them.
fn recallable<'d>(it: &'d RoundDetails, entry: &TakeDown) -> Option<&'d Seminar> {
    let seminar = it.seminar.as_ref().filter(|it| it.state == SeminarState::Open)?;
    let by = entry.by.as_ref().map(|(member, _)| *member)?;
    seminar.facilitated_by(by).then_some(seminar)
}

fn appeal(it: &RoundDetails, entry: &TakeDown) -> Option<Button> {
    if entry.was_wrong() {
        return None;
    }
    let number = entry.number;
    if let (Some(seminar), Some((by, _))) = (recallable(it, entry), &entry.by) {
        let line = format!("seminar recall seminar:{} of:{by} over:{number}", seminar.number);
        return Some(Button::side(string!("moderation-recall-button"), line));
    }
    entry.takes_appeal().then(|| {
        Button::side(string!("moderation-appeal-button"), format!("moderate appeal entry:{number}"))
    })
}
