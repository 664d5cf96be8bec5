//! What a member reads who has done something in a seminar.

use super::super::ui::{Key, string, text};
use super::super::{Accent, Block, Button, Card, Text};
use super::facilitator::{take_up_button, undo_button};
use super::venue::with_notes;
use super::{VenueNote, footer};
use domain::seminar::SeminarState;
use domain::{ChannelId, Corpus, MemberId, Part, Round, RoundDetails, RoundState, Seminar};

/// A short answer about a seminar.
pub(in super::super) fn receipt(seminar: &Seminar, text: Text) -> Card {
    Card::saying(text).accent(Accent::Done).footer(footer(seminar))
}

/// To the facilitator who started it.
#[must_use]
pub fn started(seminar: &Seminar, notes: &[VenueNote]) -> Card {
    let id = seminar.number;
    let card = receipt(seminar, text!("seminar-started", place = seminar.place)).buttons([
        Button::main(string!("seminar-first-question"), format!("seminar next seminar:{id}")),
        Button::side(string!("seminar-agenda"), format!("seminar agenda seminar:{id}")),
    ]);
    with_notes(card, notes)
}

/// To a member who joined; `new`: they were not on the roster before.
#[must_use]
pub fn joined(seminar: &Seminar, new: bool) -> Card {
    let open = seminar.rounds().next().is_some();
    let side = seminar.debated().is_some();
    let line = format!("seminar card seminar:{}", seminar.number);
    let show = side.then(|| Button::main(string!("seminar-show-side"), line));
    receipt(seminar, text!("seminar-joined", new = new, open = open, side = side)).buttons(show)
}

/// To the facilitator who posed a question, with what the book suggests to ask further.
#[must_use]
pub fn posed(corpus: &Corpus, it: &RoundDetails) -> Card {
    let round = &it.round;
    let number = it.seminar.as_ref().map_or(0, |seminar| seminar.rounds().count());
    let count = it.seminar.as_ref().map_or(0, |seminar| seminar.agenda.len());
    let drawn = it.seminar.as_ref().and_then(|seminar| seminar.facilitator.as_ref());
    let drawn = drawn.filter(|(member, _)| *member != round.asker);
    let other = drawn.is_some();
    let reveal = drawn.is_none().then(|| reveal_button(it, Button::side));
    let drawn = drawn.map(|(member, name)| Text::new().member(*member, name));
    let text = text!("seminar-posed", number = number, count = count, facilitator = drawn);
    let card = Card::saying(text)
        .accent(Accent::Done)
        .footer(string!("seminar-round-footer", round = round.number.0))
        .buttons(reveal);
    // They are for whoever facilitates.
    if other { card } else { follow_ups(corpus, round).into_iter().fold(card, Card::block) }
}

/// To the facilitator who asks for the notes for the current round.
#[must_use]
pub fn notes(corpus: &Corpus, it: &RoundDetails) -> Card {
    let round = &it.round;
    let open = round.state == RoundState::Open;
    let card = Card::titled(string!("seminar-notes-title"))
        .text(Text::new().strong(&round.text))
        .footer(string!("seminar-round-footer", round = round.number.0))
        .buttons(open.then(|| reveal_button(it, Button::side)));
    let asks = follow_ups(corpus, round);
    let none = asks.is_empty().then(|| text!("seminar-no-notes"));
    let card = none.into_iter().fold(card, Card::text);
    asks.into_iter().fold(card, Card::block).text(text!("seminar-notes-hint"))
}

/// What the book suggests to ask further.
fn follow_ups(corpus: &Corpus, round: &Round) -> Vec<Block> {
    let question = round.question.as_deref().and_then(|id| corpus.question(id));
    let asks = question.map(|question| question.follow_ups.as_slice()).unwrap_or_default();
    if asks.is_empty() {
        return Vec::new();
    }
    let lines = asks.iter().map(|ask| Text::from(ask.as_str())).collect();
    vec![Block::Text(text!("seminar-follow-ups")), Block::List(lines)]
}

/// To a manager who reveals the answers where somebody else facilitates.
#[must_use]
pub fn reveal_anyway(seminar: &Seminar, it: &RoundDetails) -> Card {
    let line = format!("seminar reveal round:{} sure:true", it.round.number);
    Card::saying(anyway(seminar, "reveal"))
        .accent(Accent::Problem)
        .buttons([Button::side(string!("seminar-reveal-anyway"), line)])
}

fn anyway(seminar: &Seminar, action: &'static str) -> Text {
    let name = seminar.facilitator.as_ref();
    let name = name.map(|(member, name)| Text::new().member(*member, name));
    text!("seminar-anyway", facilitator = name, action = Key(action))
}

/// To the facilitator who goes on while the answers are hidden.
#[must_use]
pub fn still_hidden(it: &RoundDetails) -> Card {
    Card::saying(text!("seminar-hidden", part = part_key(it.round.part)))
        .accent(Accent::Problem)
        .buttons([reveal_button(it, Button::main)])
}

fn reveal_button(it: &RoundDetails, button: impl Fn(String, String) -> Button) -> Button {
    button(string!("seminar-reveal"), format!("seminar reveal round:{}", it.round.number))
}

/// To the facilitator who goes on after the last question.
#[must_use]
pub fn no_more_questions(seminar: &Seminar) -> Card {
    let id = seminar.number;
    Card::saying(text!("seminar-no-more")).buttons([
        Button::main(string!("seminar-close"), format!("seminar close seminar:{id}")),
        Button::side(string!("seminar-add-question"), format!("seminar add seminar:{id}")),
    ])
}

/// To the facilitator who revealed the answers of a part of a round; `place` is where they are
/// posted, if we see it.
#[must_use]
pub fn revealed(part: Part, place: Option<ChannelId>) -> Card {
    let told = Card::saying(text!("seminar-revealed", part = part_key(part), channel = place));
    told.accent(if place.is_some() { Accent::Done } else { Accent::Problem })
}

fn part_key(part: Part) -> Key {
    Key(match part {
        Part::Card => "side",
        Part::Own => "own",
    })
}

/// Asks whether a seminar is to be closed; `current` is the round in progress. `by_manager`: by
/// somebody who does not facilitate it. `line` closes it.
#[must_use]
pub fn ask_to_close(
    seminar: &Seminar,
    current: Option<&RoundDetails>,
    by_manager: bool,
    line: &str,
) -> Card {
    let line = format!("{line} sure:true");
    let draft = seminar.state == SeminarState::Draft;
    let title = string!("seminar-close-title", draft = draft, title = &seminar.title);
    let card = Card::titled(title);
    if draft {
        let back = format!("seminar agenda seminar:{} do:show", seminar.number);
        return card.text(text!("seminar-close-draft")).buttons([
            Button::danger(string!("seminar-discard-sure"), line),
            Button::side(string!("seminar-back-to-agenda"), back),
        ]);
    }
    let label =
        if by_manager { string!("seminar-close-anyway") } else { string!("seminar-close-sure") };
    let card = card.buttons([Button::danger(label, line)]);
    let anyway = by_manager.then(|| anyway(seminar, "close"));
    let card = anyway.into_iter().fold(card, Card::text);
    let unposed = seminar.agenda.iter().filter(|item| item.round.is_none()).count();
    let unposed = (unposed > 0).then(|| text!("seminar-close-unposed", count = unposed));
    let open = current.filter(|it| it.round.state == RoundState::Open);
    let hidden = open.map_or(0, |it| it.round.named + it.round.anonymous);
    let hidden = (hidden > 0).then(|| text!("seminar-close-hidden", count = hidden));
    let card = unposed.into_iter().chain(hidden).fold(card, Card::text);
    card.text(text!("seminar-close-text"))
}

/// To the facilitator who closed it; `draft`: before it had started.
#[must_use]
pub fn closed(draft: bool) -> Card {
    let text = if draft { text!("seminar-draft-deleted") } else { text!("seminar-closed-receipt") };
    Card::saying(text).accent(Accent::Done)
}

/// To a member who hands over to whoever facilitates already; `own`: to themselves.
#[must_use]
pub fn facilitates_already(seminar: &Seminar, own: bool) -> Card {
    receipt(seminar, text!("seminar-facilitates-already", own = own))
}

/// To the facilitator who handed over to somebody.
#[must_use]
pub fn handed_over(seminar: &Seminar, name: &str) -> Card {
    receipt(seminar, text!("seminar-handed-over", name = name))
}

/// To a member who recalls where nobody facilitates.
#[must_use]
pub fn nobody_facilitates(seminar: &Seminar) -> Card {
    receipt(seminar, text!("seminar-nobody-will-you")).buttons([take_up_button(seminar)])
}

/// To a member who recalls somebody who does not facilitate any more.
#[must_use]
pub fn other_facilitates(seminar: &Seminar) -> Card {
    receipt(seminar, text!("seminar-other-facilitates"))
}

/// To a member whose recall was noted, or taken back; `said` have asked for somebody other than
/// `name`.
#[must_use]
pub fn recall_noted(
    seminar: &Seminar,
    (facilitator, name): (MemberId, &str),
    said: usize,
    back: bool,
) -> Card {
    let count = text!(
        "seminar-recall-count",
        said = said,
        size = seminar.size(),
        name = name,
        needed = seminar.recalls_needed(),
    );
    if back {
        return receipt(seminar, text!("seminar-recall-undone", count = count));
    }
    receipt(seminar, text!("seminar-recall-noted", count = count))
        .buttons([undo_button(seminar, facilitator)])
}

/// To the member whose recall was the last that it took.
#[must_use]
pub fn recalled(seminar: &Seminar) -> Card {
    let drawn = seminar.facilitator.as_ref();
    let drawn = drawn.map(|(member, name)| Text::new().member(*member, name));
    receipt(seminar, text!("seminar-recalled", name = drawn))
}
