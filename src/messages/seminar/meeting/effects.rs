//! What the course of a meeting does elsewhere.

use jiff::Timestamp;

use super::super::super::ui::limits::{EVENT_DESCRIPTION, EVENT_NAME};
use super::super::super::ui::{Key, Span, text, truncate};
use super::super::super::{
    Accent, Button, Card, Effect, EventStatus, ScheduledEvent, Subject, Text, TimeStyle,
};
use super::super::facilitator::take_over_button;
use super::{MOST_PINGED, about, announcement, footer, stay_away_button};
use crate::messages::ui::string;
use domain::meeting::{Meeting, MeetingState};
use domain::{ChannelKind, Corpus, MemberId, Seminar};

/// Why a seminar that was to start by itself does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Its facilitator is not on the server any more, or there is none.
    NoFacilitator,
    /// Its agenda is empty.
    NoAgenda,
    /// Another seminar is open in its channel.
    AnotherOpen,
    /// Somebody has deleted its event.
    EventDeleted,
    /// Its channel is closed to us.
    Channel,
}

/// The effects of a seminar that is given a date: it is announced, and becomes an event.
#[must_use]
pub fn planned_effects(corpus: &Corpus, seminar: &Seminar) -> Vec<Effect> {
    let Some(meeting) = &seminar.meeting else { return Vec::new() };
    let card = announcement(corpus, seminar, meeting);
    vec![
        Effect::Post { place: seminar.place, card },
        event(corpus, seminar, meeting, EventStatus::Scheduled),
    ]
}

/// The effects of another date. `followed`: its event was moved, and we follow; then there is nothing
/// to change about the event.
#[must_use]
pub fn moved_effects(
    corpus: &Corpus,
    was: &Seminar,
    seminar: &Seminar,
    followed: bool,
) -> Vec<Effect> {
    let Some(meeting) = &seminar.meeting else { return Vec::new() };
    let event = (!followed).then(|| event(corpus, seminar, meeting, EventStatus::Scheduled));
    let when = Span::When(meeting.starts_at, TimeStyle::Full);
    let news = text!("meeting-moved", title = &seminar.title, when = when);
    let answered = was_asked(was).then(|| Effect::Edit { card: answered(seminar, "moved") });
    let event = event.into_iter().chain(answered);
    [edited(corpus, seminar, meeting), told(seminar, meeting, news)]
        .into_iter()
        .chain(event)
        .collect()
}

/// The effects of somebody saying that they come, or do not.
#[must_use]
pub fn attendance_effects(corpus: &Corpus, seminar: &Seminar) -> Vec<Effect> {
    seminar.meeting.iter().map(|meeting| edited(corpus, seminar, meeting)).collect()
}

/// The effects of the start: the announcement and the question whether it starts are done with.
pub(in super::super) fn begun_effects(
    corpus: &Corpus,
    was: &Seminar,
    seminar: &Seminar,
) -> Vec<Effect> {
    let Some(meeting) = &seminar.meeting else { return Vec::new() };
    let answered = was_asked(was).then(|| Effect::Edit { card: answered(seminar, "started") });
    [edited(corpus, seminar, meeting), event(corpus, seminar, meeting, EventStatus::Active)]
        .into_iter()
        .chain(answered)
        .collect()
}

/// The effects of the end of a seminar that had a date, or of a draft that is discarded.
pub(in super::super) fn over_effects(
    corpus: &Corpus,
    was: &Seminar,
    seminar: &Seminar,
) -> Vec<Effect> {
    let Some((before, meeting)) = was.meeting.as_ref().zip(seminar.meeting.as_ref()) else {
        return Vec::new();
    };
    let cancelled = meeting.state == MeetingState::Cancelled;
    let status = if cancelled { EventStatus::Canceled } else { EventStatus::Completed };
    let mut effects =
        vec![edited(corpus, seminar, meeting), event(corpus, seminar, meeting, status)];
    if cancelled {
        let when = Span::When(meeting.starts_at, TimeStyle::Full);
        let news = text!("meeting-called-off", title = &seminar.title, when = when);
        effects.push(told(seminar, before, news));
        if was_asked(was) {
            effects.push(Effect::Edit { card: answered(seminar, "cancelled") });
        }
    }
    effects
}

/// The effects of a meeting whose time has passed while nobody was there to start it.
#[must_use]
pub fn passed_effects(corpus: &Corpus, seminar: &Seminar) -> Vec<Effect> {
    seminar.meeting.iter().map(|meeting| edited(corpus, seminar, meeting)).collect()
}

/// Reminds those who come; `None` if nobody does. `others` are those who said so elsewhere.
#[must_use]
pub fn reminder(seminar: &Seminar, others: &[(MemberId, String)]) -> Option<Effect> {
    let meeting = seminar.meeting.as_ref()?;
    let mut all: Vec<Span> = Vec::new();
    let mut known: Vec<MemberId> = Vec::new();
    for (id, name) in meeting.coming.iter().chain(others) {
        if !known.contains(id) {
            known.push(*id);
            all.push(Span::Member { id: *id, name: name.clone() });
        }
    }
    if all.is_empty() {
        return None;
    }
    let (count, crowd) = (all.len(), all.len() > MOST_PINGED);
    let text = text!(
        "meeting-reminder",
        title = &seminar.title,
        relative = Span::When(meeting.starts_at, TimeStyle::Relative),
        count = count,
    );
    let card = Card::saying(text).accent(Accent::Question).footer(footer(seminar));
    let card = if crowd { card.text(text!("meeting-crowd", most = MOST_PINGED)) } else { card };
    let pings = if crowd { Vec::new() } else { all };
    Some(Effect::Remind {
        beside: Subject::Meeting(seminar.id),
        card: Card { pings, ..card.buttons([stay_away_button(seminar)]) },
        until: meeting.starts_at,
    })
}

/// Asks the facilitator to start it; without one that is there, whoever can take over. In the way is
/// what keeps it from starting by itself, if it was to.
#[must_use]
pub fn ask_effects(corpus: &Corpus, seminar: &Seminar, obstacle: Option<Obstacle>) -> Vec<Effect> {
    let why = obstacle.map_or(Key("none"), Obstacle::key);
    let there = obstacle != Some(Obstacle::NoFacilitator);
    let facilitator = seminar.facilitator.as_ref().filter(|_| there);
    let member = facilitator.map(|(id, name)| Span::Member { id: *id, name: name.clone() });
    let text = text!("meeting-ask", title = &seminar.title, why = why);
    let line = format!("seminar start seminar:{}", seminar.number);
    let start = Button::main(string!("seminar-start"), line);
    let take_over = (!there).then(|| take_over_button(seminar.number));
    let card = question(seminar, text).buttons([start].into_iter().chain(take_over));
    let ask = Card { ping: member, ..card };
    let post = match seminar.kind {
        ChannelKind::Forum => Effect::Beside { beside: Subject::Meeting(seminar.id), card: ask },
        _ => Effect::Post { place: seminar.place, card: ask },
    };
    let edit = seminar.meeting.iter().map(|meeting| edited(corpus, seminar, meeting));
    [post].into_iter().chain(edit).collect()
}

/// Whether its facilitator was asked to start it.
fn was_asked(was: &Seminar) -> bool {
    was.meeting.as_ref().is_some_and(|it| it.state == MeetingState::Asked)
}

fn answered(seminar: &Seminar, how: &'static str) -> Card {
    question(seminar, text!("meeting-answered", title = &seminar.title, how = Key(how)))
}

fn question(seminar: &Seminar, text: Text) -> Card {
    Card::saying(text)
        .accent(Accent::Question)
        .about(Subject::Opening(seminar.id))
        .footer(footer(seminar))
}

fn edited(corpus: &Corpus, seminar: &Seminar, meeting: &Meeting) -> Effect {
    Effect::Edit { card: announcement(corpus, seminar, meeting) }
}

/// News for those who come, who are pinged: they rely on what was announced.
fn told(seminar: &Seminar, meeting: &Meeting, news: Text) -> Effect {
    let pings = meeting.coming.iter().take(MOST_PINGED);
    let pings = pings.map(|(id, name)| Span::Member { id: *id, name: name.clone() }).collect();
    let card = Card::saying(news).accent(Accent::Question).footer(footer(seminar));
    Effect::Beside { beside: Subject::Meeting(seminar.id), card: Card { pings, ..card } }
}

fn event(corpus: &Corpus, seminar: &Seminar, meeting: &Meeting, status: EventStatus) -> Effect {
    let (starts_at, ends_at): (Timestamp, Timestamp) = (meeting.starts_at, meeting.ends_at());
    let mark = footer(seminar);
    let room = EVENT_DESCRIPTION.saturating_sub(mark.len() + 2);
    let description = format!("{}\n\n{mark}", truncate(&about(corpus, seminar), room));
    Effect::Event {
        event: ScheduledEvent {
            seminar: seminar.id,
            name: truncate(&seminar.title, EVENT_NAME),
            description,
            place: seminar.place,
            starts_at,
            ends_at,
            status,
        },
    }
}

impl Obstacle {
    fn key(self) -> Key {
        Key(match self {
            Self::NoFacilitator => "no-facilitator",
            Self::NoAgenda => "no-agenda",
            Self::AnotherOpen => "another-open",
            Self::EventDeleted => "event-deleted",
            Self::Channel => "channel",
        })
    }
}
