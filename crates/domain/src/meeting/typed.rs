//! A day and a time as people write them: `Thursday 19:00`, `tomorrow 7pm`, `in 3 days 18:30`,
//! `2026-12-03 19:00`. Days have their names in every language that we speak.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, ToSpan};
use unicode_normalization::UnicodeNormalization;

use super::super::fold;
use super::super::schedule::Time;

/// Not a day and a time, or a day that could be two: in 3/4 the day of one is the month of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date and a time look like `Thursday 19:00`, `tomorrow 7pm` or `2026-12-03 19:00`")]
pub struct NotAMoment;

/// From Monday on, in English, French, Spanish and German, without accents.
const DAYS: [&[&str]; 7] = [
    &["monday", "lundi", "lunes", "montag"],
    &["tuesday", "mardi", "martes", "dienstag"],
    &["wednesday", "mercredi", "miercoles", "mittwoch"],
    &["thursday", "jeudi", "jueves", "donnerstag"],
    &["friday", "vendredi", "viernes", "freitag"],
    &["saturday", "samedi", "sabado", "samstag", "sonnabend"],
    &["sunday", "dimanche", "domingo", "sonntag"],
];
/// Short names that do not begin a long one.
const SHORT_DAYS: [&[&str]; 7] = [&["mo"], &["di"], &["mi"], &["do"], &["fr"], &["sa"], &["so"]];
const MONTHS: [&[&str]; 12] = [
    &["january", "janvier", "enero", "januar"],
    &["february", "fevrier", "febrero", "februar"],
    &["march", "mars", "marzo", "marz", "maerz"],
    &["april", "avril", "abril"],
    &["may", "mai", "mayo"],
    &["june", "juin", "junio", "juni"],
    &["july", "juillet", "julio", "juli"],
    &["august", "aout", "agosto"],
    &["september", "septembre", "septiembre"],
    &["october", "octobre", "octubre", "oktober"],
    &["november", "novembre", "noviembre"],
    &["december", "decembre", "diciembre", "dezember"],
];
/// Words that say nothing of when.
const FILLERS: &[&str] = &[
    "at",
    "on",
    "the",
    "of",
    "next",
    "this",
    "coming",
    "a",
    "le",
    "ce",
    "prochain",
    "el",
    "la",
    "las",
    "los",
    "de",
    "del",
    "proximo",
    "um",
    "den",
    "der",
    "dem",
    "nachsten",
    "nachster",
    "kommenden",
    "uhr",
    "and",
    "et",
    "y",
    "und",
    "clock",
    "o'clock",
    "horas",
    "heures",
];
const TODAY: &[&str] = &["today", "tonight", "aujourd'hui", "ce soir", "hoy", "heute"];
const TOMORROW: &[&str] = &["tomorrow", "demain", "manana", "morgen"];
const AFTER_TOMORROW: &[&str] =
    &["overmorrow", "apres-demain", "pasado-manana", "ubermorgen", "uebermorgen"];
/// "in 3 days".
const IN: &[&str] = &["in", "dans", "en"];
const MINUTES: &[&str] = &["min", "mins", "minute", "minutes", "minuto", "minutos", "minuten"];
const HOURS: &[&str] =
    &["h", "hour", "hours", "heure", "heures", "hora", "horas", "stunde", "stunden"];
const IN_DAYS: &[&str] = &["day", "days", "jour", "jours", "dia", "dias", "tag", "tage", "tagen"];
const WEEKS: &[&str] =
    &["week", "weeks", "semaine", "semaines", "semana", "semanas", "woche", "wochen"];
/// The furthest that a count of days or weeks goes.
const FURTHEST: i64 = 400;

/// Reads a day and a time. `now` is what the clocks of the place show.
///
/// A day of the week is the next one whose time is to come; a day and a month without a year too;
/// a time alone is today, or tomorrow if it has passed.
///
/// # Errors
/// [`NotAMoment`].
pub fn read(text: &str, now: DateTime) -> Result<(Date, Time), NotAMoment> {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(found) = from_now(&words, now) {
        return Ok(found);
    }
    // The day first, or the time.
    let splits = (0..words.len()).flat_map(|at| {
        let (one, other) = words.split_at(at);
        [(one, other), (other, one)]
    });
    let mut read = splits.filter_map(|(day, time)| moment(day, time, now));
    read.next().ok_or(NotAMoment)
}

/// The words, in small letters without accents, and without those that say nothing.
fn words(text: &str) -> Vec<String> {
    let text: String = text.nfkc().collect();
    let text = fold(&text).replace('’', "'");
    let text = text
        .replace("day after tomorrow", "overmorrow")
        .replace("apres demain", "apres-demain")
        .replace("pasado manana", "pasado-manana")
        .replace("ce soir", "today");
    // ISO 8601 has a T between them.
    let text = match text.split_once('t') {
        Some((day, time)) if iso(day).is_some() => format!("{day} {time}"),
        _ => text,
    };
    let mut words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '·'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    // `19 Uhr` is a time, as `19h` is; `am Donnerstag` is not one in the morning.
    for at in 1..words.len() {
        if matches!(words[at].as_str(), "uhr" | "h" | "heures" | "horas")
            && is_number(&words[at - 1])
        {
            words[at - 1].push('h');
            words[at].clear();
        }
    }
    if words.first().is_some_and(|word| word == "am") {
        words.remove(0);
    }
    // A suggestion also shows the zone.
    let zone =
        |word: &str| word == "utc" || word.contains('/') && word.starts_with(char::is_alphabetic);
    words.retain(|word| !word.is_empty() && !FILLERS.contains(&word.as_str()) && !zone(word));
    words
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `in 90 minutes`, `in 3 hours`.
fn from_now(words: &[&str], now: DateTime) -> Option<(Date, Time)> {
    let [first, count, unit] = words else { return None };
    let count: i64 = count.parse().ok().filter(|count| (1..=FURTHEST * 24).contains(count))?;
    let length = match unit {
        unit if MINUTES.contains(unit) => SignedDuration::from_mins(count),
        unit if HOURS.contains(unit) => SignedDuration::from_hours(count),
        _ => return None,
    };
    let at = IN.contains(first).then(|| now.checked_add(length).ok()).flatten()?;
    Some((at.date(), Time::of(at.time())))
}

/// A day in some words and a time in the others.
fn moment(day: &[&str], time: &[&str], now: DateTime) -> Option<(Date, Time)> {
    let time: Time = time.join(" ").parse().ok()?;
    let passed = |date: Date| date.to_datetime(time.on_the_clock()) <= now;
    let date = match day {
        [] if passed(now.date()) => now.date().tomorrow().ok()?,
        [] => now.date(),
        [word] => {
            let weekday = weekday(word).and_then(|day| {
                let today = now.date();
                let days = (day - today.weekday().to_monday_zero_offset()).rem_euclid(7);
                let days = if days == 0 && passed(today) { 7 } else { days };
                today.checked_add(i64::from(days).days()).ok()
            });
            weekday.or_else(|| near(word, now.date())).or_else(|| dotted(word, &passed, now))?
        }
        // "Thursday 3 December": the date counts, and has to fall on that day.
        [word, date @ ..] if weekday(word).is_some() => {
            let date = calendar(date, &passed, now)?;
            weekday(word).filter(|day| *day == date.weekday().to_monday_zero_offset())?;
            date
        }
        words => calendar(words, &passed, now)?,
    };
    (2000..2200).contains(&date.year()).then_some((date, time))
}

/// The number of a day from Monday, by its name or at least three letters of it.
fn weekday(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let of = |names: &[&str]| names.iter().any(|name| word.len() >= 3 && name.starts_with(word));
    let long = DAYS.iter().position(|names| of(names));
    let found = long.or_else(|| SHORT_DAYS.iter().position(|names| names.contains(&word)));
    found.and_then(|day| i8::try_from(day).ok())
}

/// `today`, `tomorrow`, `2026-12-03`.
fn near(word: &str, today: Date) -> Option<Date> {
    match word {
        word if TODAY.contains(&word) => Some(today),
        word if TOMORROW.contains(&word) => today.tomorrow().ok(),
        word if AFTER_TOMORROW.contains(&word) => today.checked_add(2.days()).ok(),
        word => iso(word),
    }
}

fn iso(word: &str) -> Option<Date> {
    Date::strptime("%Y-%m-%d", word).ok()
}

/// `3.12.` and `3.12.2026`, where the day always comes first.
fn dotted(word: &str, passed: &impl Fn(Date) -> bool, now: DateTime) -> Option<Date> {
    let parts: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    match parts.as_slice() {
        [day, month] => this_year_or_next(month.parse().ok()?, day.parse().ok()?, passed, now),
        [day, month, year] => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
        }
        _ => None,
    }
}

/// `3 December`, `Dec 3 2026`, `in 3 days`, `in 2 weeks`.
fn calendar(words: &[&str], passed: &impl Fn(Date) -> bool, now: DateTime) -> Option<Date> {
    if let [first, count, unit] = words
        && IN.contains(first)
    {
        let count: i64 = count.parse().ok().filter(|count| (1..=FURTHEST).contains(count))?;
        let days = match unit {
            unit if IN_DAYS.contains(unit) => count,
            unit if WEEKS.contains(unit) => count * 7,
            _ => return None,
        };
        return now.date().checked_add(days.days()).ok();
    }
    if let [word] = words {
        return iso(word).or_else(|| dotted(word, passed, now));
    }
    let (one, other, year) = match words {
        [one, other] => (*one, *other, None),
        [one, other, year] => (*one, *other, Some(year.parse::<i16>().ok()?)),
        _ => return None,
    };
    let (day, month) = match (month(one), month(other)) {
        (None, Some(month)) => (one, month),
        (Some(month), None) => (other, month),
        _ => return None,
    };
    // `3rd`, `3.`, `1er`
    let day: i8 = day.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').parse().ok()?;
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => this_year_or_next(month, day, passed, now),
    }
}

/// The number of a month, by its name or at least three letters of it.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let of = |names: &&[&str]| names.iter().any(|name| word.len() >= 3 && name.starts_with(word));
    let month = MONTHS.iter().position(of)?;
    i8::try_from(month + 1).ok()
}

/// A day of a year: of this one, or of the next if it has passed.
fn this_year_or_next(
    month: i8,
    day: i8,
    passed: &impl Fn(Date) -> bool,
    now: DateTime,
) -> Option<Date> {
    let this = Date::new(now.year(), month, day).ok().filter(|date| !passed(*date));
    this.or_else(|| Date::new(now.year() + 1, month, day).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Thursday, at noon.
    fn read_at_noon(text: &str) -> Result<String, NotAMoment> {
        let now = jiff::civil::date(2026, 11, 26).at(12, 0, 0, 0);
        read(text, now).map(|(date, time)| format!("{date} {time}"))
    }

    #[test]
    fn a_day_and_a_time_are_read_as_people_write_them() {
        for (typed, meant) in [
            ("Thursday 19:00", "2026-11-26 19:00"),
            ("thursday 9:00", "2026-12-03 09:00"),
            ("Thu 7pm", "2026-11-26 19:00"),
            ("on Friday at 7 pm", "2026-11-27 19:00"),
            ("next Tuesday, 19h30", "2026-12-01 19:30"),
            ("19:00 tuesday", "2026-12-01 19:00"),
            ("2026-12-03 19:00", "2026-12-03 19:00"),
            ("2026-12-03T19:00", "2026-12-03 19:00"),
            ("2026-12-03 7pm", "2026-12-03 19:00"),
            ("today 19:00", "2026-11-26 19:00"),
            ("tonight at 8pm", "2026-11-26 20:00"),
            ("tomorrow 7pm", "2026-11-27 19:00"),
            ("7pm tomorrow", "2026-11-27 19:00"),
            ("the day after tomorrow 19:00", "2026-11-28 19:00"),
            ("in 3 days 18:30", "2026-11-29 18:30"),
            ("in 2 weeks at 19:00", "2026-12-10 19:00"),
            ("in 3 hours", "2026-11-26 15:00"),
            ("in 90 minutes", "2026-11-26 13:30"),
            ("19:00", "2026-11-26 19:00"),
            ("9:00", "2026-11-27 09:00"),
            ("3 December 19:00", "2026-12-03 19:00"),
            ("December 3rd, 7 pm", "2026-12-03 19:00"),
            ("3 Jan 19:00", "2027-01-03 19:00"),
            ("Thursday 3 December 19:00", "2026-12-03 19:00"),
            ("3 Dec 2027 19:00", "2027-12-03 19:00"),
            ("3.12. 19:00", "2026-12-03 19:00"),
            ("Do 3.12. 19 Uhr", "2026-12-03 19:00"),
            ("jeudi à 19h", "2026-11-26 19:00"),
            ("demain 19 h", "2026-11-27 19:00"),
            ("dans 3 jours à 18h30", "2026-11-29 18:30"),
            ("le 3 décembre à 19h00", "2026-12-03 19:00"),
            ("jueves a las 19:00", "2026-11-26 19:00"),
            ("mañana 19:00", "2026-11-27 19:00"),
            ("el 3 de diciembre a las 19:00", "2026-12-03 19:00"),
            ("am Donnerstag um 19 Uhr", "2026-11-26 19:00"),
            ("übermorgen 19:30 Uhr", "2026-11-28 19:30"),
            ("in 3 Tagen 18:30", "2026-11-29 18:30"),
            ("3. Dezember 19 Uhr", "2026-12-03 19:00"),
            ("Di 19:00", "2026-12-01 19:00"),
        ] {
            assert_eq!(read_at_noon(typed).as_deref(), Ok(meant), "{typed}");
        }
    }

    #[test]
    fn what_could_be_two_days_or_is_none_is_refused() {
        for typed in [
            "",
            "soon",
            "Thursday",
            "3/4 19:00",
            "2026-13-01 19:00",
            "2026-02-30 19:00",
            "Monday 3 December 19:00",
            "25:00",
            "tomorrow",
            "in 3 days",
            "in 0 days 19:00",
            "30 February 19:00",
            "tomorrow tomorrow 19:00",
        ] {
            assert_eq!(read_at_noon(typed), Err(NotAMoment), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_moment_or_refused(text in ".*") {
            let _ = read_at_noon(&text);
        }

        #[test]
        fn what_is_shown_is_read_again(days in 0_i32..2000, hour in 0_i8..24, minute in 0_i8..60) {
            let date = jiff::civil::date(2026, 11, 27).checked_add(days.days()).unwrap();
            let typed = format!("{date} {hour:02}:{minute:02}");
            proptest::prop_assert_eq!(read_at_noon(&typed), Ok(typed));
        }
    }
}
