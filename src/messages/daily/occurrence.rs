//! One coming time of a daily: where its readers are, in UTC, and what the clocks do to it.

use domain::schedule::{Clocks, Occurrence};
use jiff::civil::Time;
use jiff::tz::{Offset, TimeZone};

use crate::messages::ui::{Key, Text, date, date_without_year, string, text, time_of_day, weekday};

/// "Sun 28 Mar 2027, 09:00 · 07:00 UTC · the clocks have changed: UTC+1 to UTC+2". `before` is the
/// zone's offset at the occurrence before this one.
#[must_use]
pub fn occurrence(zone: &TimeZone, next: &Occurrence, time: Time, before: Offset) -> Text {
    let utc = next.at.to_zoned(TimeZone::UTC);
    let local = zone.to_datetime(next.at);
    let offset = zone.to_offset(next.at);
    let clocks = match next.clocks {
        Clocks::Skipped => "skipped",
        Clocks::Twice => "twice",
        Clocks::Still if offset != before => "changed",
        Clocks::Still => "same",
    };
    let other_day = local.date() != next.date;
    text!(
        "daily-occurrence",
        date = date(next.date),
        time = time_of_day(time),
        utc_date = (utc.date() != next.date).then(|| date_without_year(utc.date())),
        utc_time = time_of_day(utc.time()),
        clocks = Key(clocks),
        other_day = other_day.then(|| weekday(local.weekday())),
        instead = time_of_day(local.time()),
        before = utc_offset(before),
        after = utc_offset(offset),
    )
}

/// "UTC+5:30".
fn utc_offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { "-" } else { "+" };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    let minutes = (minutes != 0).then(|| format!("{minutes:02}"));
    string!("time-utc-offset", sign = sign, hours = hours, minutes = minutes)
}
