//! Dates and times in words, for where no frontend shows an instant in the reader's own way.

use domain::schedule::Days;
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp, Unit, Zoned};

use super::{Key, list_string, string};

/// A day of the week: "Mon".
#[must_use]
pub fn weekday(day: Weekday) -> String {
    string!("time-weekday", day = Key(weekday_key(day)))
}

/// A day: "Sat 2 May 2026".
#[must_use]
pub fn date(date: Date) -> String {
    let (weekday, month) = (weekday(date.weekday()), month(date));
    string!("time-date", weekday = weekday, day = date.day(), month = month, year = date.year())
}

/// A day of a year that the reader knows: "Sat 2 May".
#[must_use]
pub fn date_without_year(date: Date) -> String {
    let (weekday, month) = (weekday(date.weekday()), month(date));
    string!("time-date-without-year", weekday = weekday, day = date.day(), month = month)
}

/// The days from one to another, both included, or the one day.
#[must_use]
pub fn date_range(first: Date, last: Date) -> String {
    if first == last {
        return date(first);
    }
    string!("time-date-range", first = date(first), last = date(last))
}

/// A time of day: "09:00".
#[must_use]
pub fn time_of_day(time: Time) -> String {
    let (hour, minute) = (format!("{:02}", time.hour()), format!("{:02}", time.minute()));
    string!("time-of-day", hour = hour, minute = minute)
}

/// A day and a time with their zone: "Sat 2 May 2026 09:00 Europe/Paris".
#[must_use]
pub fn date_time(at: &Zoned) -> String {
    let zone = at.time_zone().iana_name().map(str::to_owned);
    let zone = zone.unwrap_or_else(|| at.strftime("%Z").to_string());
    string!("time-date-time", date = date(at.date()), time = time_of_day(at.time()), zone = zone)
}

/// The days of a schedule: "weekdays", "Mon, Wed and Fri".
#[must_use]
pub fn days(days: Days) -> String {
    let named = match days {
        Days::ALL => "all",
        Days::WEEKDAYS => "weekdays",
        Days::WEEKENDS => "weekends",
        _ => "some",
    };
    let week = Weekday::Monday.cycle_forward().take(7);
    let some = list_string(week.filter(|day| days.contains(*day)).map(weekday));
    string!("time-days", days = Key(named), some = some)
}

/// How far an instant is off: "in 3 hours", "2 days ago".
#[must_use]
pub fn relative(at: Timestamp, now: Timestamp) -> String {
    let seconds = at.as_second() - now.as_second();
    let past = seconds < 0;
    let (unit, length) = match seconds.abs() {
        0..60 => return string!("time-about-now", past = past),
        60..3_600 => (Unit::Minute, 60),
        3_600..86_400 => (Unit::Hour, 3_600),
        _ => (Unit::Day, 86_400),
    };
    let count = (seconds.abs() + length / 2) / length;
    match (unit, past) {
        (Unit::Minute, false) => string!("time-in-minutes", count = count),
        (Unit::Minute, true) => string!("time-minutes-ago", count = count),
        (Unit::Hour, false) => string!("time-in-hours", count = count),
        (Unit::Hour, true) => string!("time-hours-ago", count = count),
        (_, false) => string!("time-in-days", count = count),
        (_, true) => string!("time-days-ago", count = count),
    }
}

/// A length of time: "4 minutes", "2 hours".
#[must_use]
pub fn duration(length: SignedDuration) -> String {
    let minutes = length.as_mins().max(1);
    let (unit, count) = match minutes {
        0..60 => ("minutes", minutes),
        60..2_880 => ("hours", (minutes + 30) / 60),
        _ => ("days", (minutes + 720) / 1_440),
    };
    string!("time-duration", unit = Key(unit), count = count)
}

fn month(date: Date) -> String {
    const KEYS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let key = KEYS.get(index).copied().unwrap_or_default();
    string!("time-month", month = Key(key))
}

fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}
