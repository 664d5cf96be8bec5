//! A meeting as a file for calendars (RFC 5545). Times are in UTC: every calendar gets those right,
//! and a meeting that is moved brings a new file under the same name, with a higher number.

use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use jiff::Timestamp;

use super::super::super::ui::string;
use super::super::super::{Accent, Card, Document};
use super::{about, footer};
use domain::meeting::{Meeting, MeetingState};
use domain::{Corpus, Seminar, ServerId};

/// Who made the file, as calendars want it.
const PRODUCT: &str = "-//Commonplace//Meetings//EN";

/// The file of a meeting, only for the one who asked. `link` leads to where it takes place.
#[must_use]
pub fn calendar_file(
    corpus: &Corpus,
    server: ServerId,
    seminar: &Seminar,
    meeting: &Meeting,
    link: Option<&str>,
    now: Timestamp,
) -> Document {
    let cancelled = meeting.state == MeetingState::Cancelled;
    let status = if cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed };
    let mut event = Event::new();
    event
        // It stays the same when the meeting is moved.
        .uid(&format!("seminar-{}-{server}@commonplace", seminar.number))
        .sequence(meeting.revision)
        .add_property("DTSTAMP", utc(now))
        .add_property("DTSTART", utc(meeting.starts_at))
        .add_property("DTEND", utc(meeting.ends_at()))
        .summary(&printable(&seminar.title))
        .description(&printable(&about(corpus, seminar)));
    event.status(status);
    if let Some(link) = link {
        event.location(link).url(link);
    }
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", PRODUCT));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.push(event);
    let card = Card::saying(string!("meeting-file-about", cancelled = cancelled))
        .accent(Accent::Done)
        .footer(footer(seminar));
    let name = format!("seminar-{}.ics", seminar.number);
    Document { name, bytes: calendar.to_string().into_bytes(), card }
}

/// `20261203T180000Z`.
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Without characters that no line of such a file can have.
fn printable(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarStatus};
    use proptest::prelude::*;

    use super::super::tests::{BOOK, seminar};
    use super::*;

    fn file(title: &str, state: MeetingState, revision: u32) -> String {
        let mut it = seminar();
        it.title = title.to_owned();
        let mut meeting = it.meeting.clone().unwrap();
        (meeting.state, meeting.revision) = (state, revision);
        let link = Some("https://example.org/channels/1/10");
        let now = "2026-11-26T12:00:00Z".parse().unwrap();
        let document = calendar_file(&BOOK, ServerId(1), &it, &meeting, link, now);
        assert_eq!(document.name, "seminar-3.ics");
        String::from_utf8(document.bytes).unwrap()
    }

    /// A property of the event, as another program reads it.
    fn read(file: &str, property: &ICalendarProperty) -> String {
        let calendar = ICalendar::parse(file).unwrap();
        let event = calendar.components.iter().find(|it| it.component_type.is_event()).unwrap();
        let value = event.property(property).unwrap().values.first().unwrap();
        match value.as_partial_date_time() {
            Some(at) => at.to_rfc3339().unwrap_or_default(),
            None => match value.as_integer() {
                Some(number) => number.to_string(),
                None => value.as_text().unwrap_or_default().to_owned(),
            },
        }
    }

    #[test]
    fn a_meeting_comes_out_of_its_file_as_it_went_in() {
        let file = file("Who rules; and whom, exactly?", MeetingState::Planned, 2);
        for (property, value) in [
            (ICalendarProperty::Uid, "seminar-3-1@commonplace"),
            (ICalendarProperty::Sequence, "2"),
            (ICalendarProperty::Dtstart, "2026-12-03T18:00:00Z"),
            (ICalendarProperty::Dtend, "2026-12-03T19:30:00Z"),
            (ICalendarProperty::Summary, "Who rules; and whom, exactly?"),
            (ICalendarProperty::Location, "https://example.org/channels/1/10"),
        ] {
            assert_eq!(read(&file, &property), value, "{file}");
        }
    }

    #[test]
    fn a_cancelled_meeting_is_taken_out_of_calendars() {
        let file = file("Power", MeetingState::Cancelled, 3);
        let calendar = ICalendar::parse(&file).unwrap();
        let event = calendar.components.iter().find(|it| it.component_type.is_event()).unwrap();
        assert_eq!(event.status(), Some(&ICalendarStatus::Cancelled));
        assert_eq!(read(&file, &ICalendarProperty::Uid), "seminar-3-1@commonplace");
    }

    proptest! {
        #[test]
        fn any_title_comes_back_from_lines_that_are_folded(title in "\\PC{1,100}") {
            let file = file(&title, MeetingState::Planned, 0);
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            for line in file.split("\r\n") {
                // Of 75 bytes, to which a folded line adds its blank.
                prop_assert!(line.len() <= 76 && !line.contains(['\r', '\n']), "{line}");
            }
            prop_assert_eq!(read(&file, &ICalendarProperty::Summary), title);
        }
    }
}
