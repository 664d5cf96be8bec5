//! On which days of the week a daily is posted.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

/// Days of the week: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Bit 0 is Monday.
    bits: u8,
}

/// Not days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("days look like `daily`, `weekdays`, `weekends` or `mon,wed,fri`")]
pub struct NoDays;

const NAMES: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Days {
    /// All seven.
    pub const ALL: Self = Self { bits: 0b111_1111 };
    /// Monday to Friday.
    pub const WEEKDAYS: Self = Self { bits: 0b001_1111 };
    /// Saturday and Sunday.
    pub const WEEKENDS: Self = Self { bits: 0b110_0000 };

    /// Whether a date falls on one of them.
    #[must_use]
    pub fn hold(self, date: Date) -> bool {
        self.contains(date.weekday())
    }

    /// Whether a day of the week is one of them.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.bits >> day.to_monday_zero_offset() & 1 == 1
    }
}

impl FromStr for Days {
    type Err = NoDays;

    fn from_str(text: &str) -> Result<Self, NoDays> {
        let text = text.to_lowercase().replace("every day", "daily").replace(['–', '—'], "-");
        let text = text.split('-').map(str::trim).collect::<Vec<_>>().join("-");
        let words =
            text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '+' | '&'));
        let words = words.filter(|word| !matches!(*word, "" | "and" | "on"));
        let bits = words.map(bits_of).try_fold(0, |all, bits| Some(all | bits?)).ok_or(NoDays)?;
        if bits == 0 { Err(NoDays) } else { Ok(Self { bits }) }
    }
}

fn bits_of(word: &str) -> Option<u8> {
    if let Some((first, last)) = word.split_once('-') {
        let (first, last) = (day(first)?, day(last)?);
        // From Friday to Monday leads over the weekend.
        let length = (last + 7 - first) % 7 + 1;
        return Some((first..first + length).fold(0, |bits, day| bits | 1 << (day % 7)));
    }
    Some(match word {
        "daily" | "everyday" | "all" => Days::ALL.bits,
        "weekdays" | "weekday" | "workdays" => Days::WEEKDAYS.bits,
        "weekends" | "weekend" => Days::WEEKENDS.bits,
        _ => 1 << day(word)?,
    })
}

/// The number of a day from Monday, by its name or at least three letters of it: `thu`, `thurs`.
fn day(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let named =
        |name: &&str| word == format!("{name}s") || word.len() >= 3 && name.starts_with(word);
    NAMES.iter().position(named).and_then(|day| u8::try_from(day).ok())
}

impl fmt::Display for Days {
    /// As it can be read again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::ALL => return f.write_str("daily"),
            Self::WEEKDAYS => return f.write_str("weekdays"),
            Self::WEEKENDS => return f.write_str("weekends"),
            _ => {}
        }
        let chosen = NAMES.iter().enumerate().filter(|(day, _)| self.bits >> day & 1 == 1);
        for (index, (_, name)) in chosen.enumerate() {
            let (head, tail) = name.split_at(1);
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{}{}", head.to_uppercase(), &tail[..2])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for (typed, days) in [
            ("daily", "daily"),
            ("Every day", "daily"),
            ("weekdays", "weekdays"),
            ("Mon-Fri", "weekdays"),
            ("mon – fri", "weekdays"),
            (" WEEKEND ", "weekends"),
            ("sat,sun", "weekends"),
            ("mon,wed,fri", "Mon, Wed, Fri"),
            ("Friday, Monday and wednesdays", "Mon, Wed, Fri"),
            ("fri-mon", "Mon, Fri, Sat, Sun"),
            ("tues thurs", "Tue, Thu"),
            ("weekdays, sat", "Mon, Tue, Wed, Thu, Fri, Sat"),
            ("tue", "Tue"),
        ] {
            let read: Days = typed.parse().unwrap();
            assert_eq!(read.to_string(), days, "{typed}");
            assert_eq!(read.to_string().parse(), Ok(read), "{typed}");
        }
        for typed in ["", ",", "mo", "never", "mon,xyz", "1,2", "mon-", "m"] {
            assert_eq!(typed.parse::<Days>(), Err(NoDays), "{typed}");
        }
    }

    #[test]
    fn a_date_falls_on_its_day() {
        let saturday = jiff::civil::date(2027, 3, 27);
        assert!(Days::WEEKENDS.hold(saturday) && !Days::WEEKDAYS.hold(saturday));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_days_or_refused(text in ".*") {
            let _ = text.parse::<Days>();
        }
    }
}
