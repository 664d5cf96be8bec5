//! A time of day as people write it.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    hour: i8,
    minute: i8,
}

/// Not a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a time looks like `9:00`, `21:30`, `9am` or `21h30`")]
pub struct NoTime;

impl FromStr for Time {
    type Err = NoTime;

    fn from_str(text: &str) -> Result<Self, NoTime> {
        let text = text.trim().to_lowercase().replace('.', ":");
        let (clock, half) = match text
            .strip_suffix('m')
            .map(|rest| rest.split_at_checked(rest.len().saturating_sub(1)))
        {
            Some(Some((clock, half @ ("a" | "p")))) => (clock.trim_end(), Some(half)),
            _ => (text.as_str(), None),
        };
        let (hour, minute) = match clock.split_once([':', 'h']) {
            Some((hour, "")) if clock.ends_with('h') => (hour, "00"),
            Some(parts) => parts,
            None if half.is_some() => (clock, "00"),
            None => return Err(NoTime),
        };
        let digits = |text: &str, most: usize| {
            let fits = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| text.parse::<i8>().ok()).flatten().ok_or(NoTime)
        };
        let (hour, minute) = (digits(hour.trim(), 2)?, digits(minute.trim(), 2)?);
        let hour = match (half, hour) {
            (None, 0..=23) => hour,
            (Some("a"), 12) => 0,
            (Some("p"), 12) => 12,
            (Some("a"), 1..=11) => hour,
            (Some("p"), 1..=11) => hour + 12,
            _ => return Err(NoTime),
        };
        (0..60).contains(&minute).then_some(Self { hour, minute }).ok_or(NoTime)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Time {
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
        ] {
            assert_eq!(typed.parse::<Time>().unwrap().to_string(), time, "{typed}");
        }
        for typed in ["", "9", "24:00", "9:60", "13pm", "0am", "nine", "9:0:0", "-1:00", "9:000"] {
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
