//! When a seminar meets: the announcement for all, the reminder, the question whether it starts.

mod calendar_file;
mod effects;
mod receipts;
#[cfg(test)]
mod tests;

pub use calendar_file::calendar_file;
pub use effects::{
    Obstacle, ask_effects, attendance_effects, moved_effects, passed_effects, planned_effects,
    reminder,
};
pub(super) use effects::{begun_effects, over_effects};
pub use receipts::{date_form, dated, draft_lines, expected, when_choice};

use super::super::ui::{Key, Span, date_time, string, text};
use super::super::{Accent, Block, Button, Card, Subject, Text, TimeStyle};
use super::{facilitator, footer, reading, subject, themes};
use crate::messages::ui::thread_name;
use domain::meeting::{Meeting, MeetingState, Opening};
use domain::{Corpus, Seminar};
use jiff::tz::TimeZone;

/// The most members that one message pings. A longer list is a crowd, which needs no reminder of
/// each by name.
pub const MOST_PINGED: usize = 50;

/// The announcement of a seminar's meeting: what it is about, when, and how to say that one comes. Its
/// questions stay hidden until it starts.
#[must_use]
pub fn announcement(corpus: &Corpus, seminar: &Seminar, meeting: &Meeting) -> Card {
    let title = string!("meeting-title", title = &seminar.title);
    let tags = themes(corpus, seminar);
    let card = Card::titled(&title)
        .accent(Accent::Question)
        .about(Subject::Meeting(seminar.id))
        .footer(footer(seminar))
        .text(when(meeting))
        .text(Text::new().soft(agreed_on(meeting)))
        .text(subject(corpus, seminar));
    let card = reading(corpus, seminar).into_iter().fold(card, Card::block);
    let card = card.filed_near(thread_name(&title), tags);
    match meeting.state {
        MeetingState::Planned | MeetingState::Reminded | MeetingState::Asked => card
            .text(facilitator(seminar))
            .text(opening(meeting))
            .text(coming(meeting))
            .buttons([come_button(seminar), file_button(seminar)]),
        MeetingState::Begun => card.text(text!("meeting-begun")),
        MeetingState::Over => card.text(text!("meeting-over")),
        // A calendar that has it learns from the file that it is off.
        MeetingState::Cancelled => {
            card.text(text!("meeting-cancelled")).buttons([file_button(seminar)])
        }
    }
}

/// "Thursday, 3 December 2026 19:00 (in 7 days) · 60 minutes".
fn when(meeting: &Meeting) -> Text {
    text!(
        "meeting-when",
        when = Span::When(meeting.starts_at, TimeStyle::Full),
        relative = Span::When(meeting.starts_at, TimeStyle::Relative),
        minutes = meeting.minutes,
    )
}

/// What the group agreed on, by the clocks of its place: a reader elsewhere sees another time.
fn agreed_on(meeting: &Meeting) -> String {
    let zone = TimeZone::get(&meeting.at.timezone).unwrap_or(TimeZone::UTC);
    string!("meeting-agreed-on", time = date_time(&meeting.starts_at.to_zoned(zone)))
}

fn opening(meeting: &Meeting) -> Text {
    text!("meeting-opening", opening = key(meeting.opening))
}

fn key(opening: Opening) -> Key {
    Key(match opening {
        Opening::Asks => "asks",
        Opening::Itself => "itself",
    })
}

fn coming(meeting: &Meeting) -> Text {
    text!("meeting-coming", count = meeting.coming.len())
}

fn come_button(seminar: &Seminar) -> Button {
    Button::main(string!("meeting-come"), format!("seminar come seminar:{}", seminar.number))
}

fn stay_away_button(seminar: &Seminar) -> Button {
    let line = format!("seminar come seminar:{} not:true", seminar.number);
    Button::side(string!("meeting-not-come"), line)
}

fn file_button(seminar: &Seminar) -> Button {
    Button::side(string!("meeting-file"), format!("seminar calendar seminar:{}", seminar.number))
}

/// What it is about, in plain words.
fn words(blocks: impl IntoIterator<Item = Block>) -> String {
    let line = |block| match block {
        Block::Text(text) => text.words(),
        Block::List(lines) => lines
            .iter()
            .map(Text::words)
            .map(|line| format!("• {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
        _ => String::new(),
    };
    let lines: Vec<String> = blocks.into_iter().map(line).filter(|it| !it.is_empty()).collect();
    lines.join("\n")
}

/// What a meeting is about, with what to read, in plain words.
fn about(corpus: &Corpus, seminar: &Seminar) -> String {
    words([Block::Text(subject(corpus, seminar))].into_iter().chain(reading(corpus, seminar)))
}
