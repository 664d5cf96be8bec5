//! What one member reads about a meeting.

use super::super::super::ui::{date_time, relative, string, text};
use super::super::super::{Button, Card, Choice, Field, Form, FormPart, Text};
use super::super::receipts::receipt;
use super::super::venue::with_notes;
use super::super::{VenueNote, private_footer};
use super::{agreed_on, file_button, key, stay_away_button, when};
use domain::Seminar;
use domain::meeting::{LocalTime, Meeting};
use domain::schedule::Clocks;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The most characters of a date in words.
const DATE: u16 = 60;

/// When it meets, for the facilitator of a draft.
#[must_use]
pub fn draft_lines(meeting: &Meeting) -> Vec<Text> {
    let agreed = Text::new().soft(agreed_on(meeting));
    let opening = text!("meeting-draft-opening", opening = key(meeting.opening));
    [when(meeting), agreed].into_iter().chain(clocks(meeting)).chain([opening]).collect()
}

/// A time that the clocks leave out or show twice is said.
fn clocks(meeting: &Meeting) -> Option<Text> {
    match meeting.at.clocks() {
        Clocks::Still => None,
        Clocks::Skipped => Some(text!("meeting-clocks-skipped")),
        Clocks::Twice => Some(text!("meeting-clocks-twice")),
    }
}

/// To the facilitator who gave it a date, or another one.
#[must_use]
pub fn dated(seminar: &Seminar, meeting: &Meeting, notes: &[VenueNote]) -> Card {
    let card = receipt(seminar, text!("meeting-dated", place = seminar.place));
    let card = draft_lines(meeting).into_iter().fold(card, Card::text);
    with_notes(card, notes).footer(private_footer(seminar)).buttons([
        Button::side(
            string!("seminar-agenda"),
            format!("seminar agenda seminar:{}", seminar.number),
        ),
        file_button(seminar),
    ])
}

/// To a member who said that they come, or that they do not.
#[must_use]
pub fn expected(seminar: &Seminar, meeting: &Meeting, comes: bool) -> Card {
    if !comes {
        return receipt(seminar, text!("meeting-not-expected"));
    }
    receipt(seminar, text!("meeting-expected", title = &seminar.title))
        .text(when(meeting))
        .buttons([file_button(seminar), stay_away_button(seminar)])
}

/// Asks for a date in words.
#[must_use]
pub fn date_form(seminar: &Seminar, timezone: &str) -> Form {
    let meeting = seminar.meeting.as_ref();
    Form {
        title: string!("meeting-form-title"),
        submit: format!("seminar move seminar:{}", seminar.number),
        parts: vec![FormPart::Field(
            Field::line("at", string!("meeting-form-label"), DATE)
                .needed()
                .description(string!("meeting-form-hint", timezone = timezone))
                .value(meeting.map(|meeting| format!("{} {}", meeting.at.date, meeting.at.time))),
        )],
    }
}

/// How a date in words was understood, and what stands for it.
#[must_use]
pub fn when_choice(at: &LocalTime, starts_at: Timestamp, now: Timestamp) -> Choice {
    let zone = TimeZone::get(&at.timezone).unwrap_or(TimeZone::UTC);
    let shown = date_time(&starts_at.to_zoned(zone));
    let name = string!("meeting-choice", when = shown, relative = relative(starts_at, now));
    Choice { name, value: format!("{} {}", at.date, at.time) }
}
