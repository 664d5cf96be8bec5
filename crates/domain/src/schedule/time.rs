//! A time of day as people write it.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use unicode_normalization::UnicodeNormalization;

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    hour: i8,
    minute: i8,
}

/// Not a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a time looks like `9:00`, `21:30`, `9am`, `21h30` or `noon`")]
pub struct NoTime;

impl FromStr for Time {
    type Err = NoTime;

    fn from_str(text: &str) -> Result<Self, NoTime> {
        // Full-width digits become plain ones.
        let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        let text = text.to_lowercase();
        match text.trim_start_matches("12") {
            "noon" | "midday" => return Self::at(12, 0),
            "midnight" => return Self::at(0, 0),
            _ => {}
        }
        let (clock, half) = half_of_the_day(&text);
        let (hour, minute) = hour_and_minute(clock, half.is_some()).ok_or(NoTime)?;
        match (half, hour) {
            (None, _) => Self::at(hour, minute),
            (Some(_), 0 | 13..) => Err(NoTime),
            (Some(Half::Morning), _) => Self::at(hour % 12, minute),
            (Some(Half::Afternoon), _) => Self::at(hour % 12 + 12, minute),
        }
    }
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

/// Takes `am`, `p.m.` and the like off the end.
fn half_of_the_day(text: &str) -> (&str, Option<Half>) {
    let halves = [
        ("a.m.", Half::Morning),
        ("a.m", Half::Morning),
        ("am", Half::Morning),
        ("p.m.", Half::Afternoon),
        ("p.m", Half::Afternoon),
        ("pm", Half::Afternoon),
    ];
    let found = halves.iter().find_map(|(end, half)| Some((text.strip_suffix(end)?, *half)));
    found.map_or((text, None), |(clock, half)| (clock, Some(half)))
}

/// `9:05`, `9.05`, `9h05`, `0905` and, with a half of the day or an `h`, `9`.
fn hour_and_minute(clock: &str, alone: bool) -> Option<(i8, i8)> {
    let (clock, alone) = match clock.strip_suffix('h') {
        Some(clock) => (clock, true),
        None => (clock, alone),
    };
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some(parts) => parts,
        None if clock.len() > 2 && clock.is_ascii() => clock.split_at(clock.len() - 2),
        None if alone => (clock, "00"),
        None => return None,
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=2).contains(&hour.len()) && minute.len() == 2 && digits(hour) && digits(minute);
    fits.then(|| Some((hour.parse().ok()?, minute.parse().ok()?))).flatten()
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Time {
    fn at(hour: i8, minute: i8) -> Result<Self, NoTime> {
        let is_time = (0..24).contains(&hour) && (0..60).contains(&minute);
        is_time.then_some(Self { hour, minute }).ok_or(NoTime)
    }

    /// What a clock shows, to the minute.
    #[must_use]
    pub fn of(shown: civil::Time) -> Self {
        Self { hour: shown.hour(), minute: shown.minute() }
    }

    /// On the clock.
    #[must_use]
    pub fn on_the_clock(self) -> civil::Time {
        civil::time(self.hour, self.minute, 0, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, time) in [
            ("9:00", "09:00"),
            ("09:05", "09:05"),
            ("9am", "09:00"),
            ("9 pm", "21:00"),
            ("12am", "00:00"),
            ("12:30pm", "12:30"),
            ("21h30", "21:30"),
            ("21h", "21:00"),
            ("7.45", "07:45"),
            ("0:00", "00:00"),
            ("9 a.m.", "09:00"),
            ("9 A.M.", "09:00"),
            ("9:30 p.m.", "21:30"),
            ("930pm", "21:30"),
            ("noon", "12:00"),
            ("12 noon", "12:00"),
            ("Midnight", "00:00"),
            ("12 midnight", "00:00"),
            ("0900", "09:00"),
            ("2130", "21:30"),
            ("930", "09:30"),
            ("9.30", "09:30"),
            ("21 h 30", "21:30"),
            ("21:30h", "21:30"),
            ("９：００", "09:00"),
        ] {
            assert_eq!(typed.parse::<Time>().unwrap().to_string(), time, "{typed}");
        }
        for typed in [
            "", "9", "24:00", "9:60", "13pm", "0am", "nine", "9:0:0", "-1:00", "9:000", "9:3",
            "2400", "90000", "9:30 x", "pm", "12", "0:30am", "noonish",
        ] {
            assert_eq!(typed.parse::<Time>(), Err(NoTime), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_time_or_refused(text in ".*") {
            if let Ok(time) = text.parse::<Time>() {
                proptest::prop_assert_eq!(time.to_string().parse(), Ok(time));
            }
        }
    }
}
