//! How long after a seminar its question is asked again.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Span, Timestamp};

/// Whole days, from one day to a year: `4w`, `10d`, `2 weeks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Delay {
    days: u16,
}

/// The longest delay, in days.
const MOST: i64 = 366;

/// Why a text is no delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DelayError {
    /// It is no number of weeks or days.
    #[error("not a number of weeks or days")]
    Unreadable,
    /// It is less than a day.
    #[error("less than a day")]
    TooSoon,
    /// It is more than a year.
    #[error("more than a year")]
    TooFar,
}

impl Delay {
    /// The time that is this long after `now`.
    #[must_use]
    pub fn after(self, now: Timestamp) -> Timestamp {
        let span = SignedDuration::from_hours(i64::from(self.days) * 24);
        now.saturating_add(span).unwrap_or(now)
    }

    /// How many days it is.
    #[must_use]
    pub fn days(self) -> u16 {
        self.days
    }
}

impl FromStr for Delay {
    type Err = DelayError;

    fn from_str(text: &str) -> Result<Self, DelayError> {
        let span: Span = text.trim().to_lowercase().parse().map_err(|_| DelayError::Unreadable)?;
        let parts = [
            (span.get_years().into(), 365),
            (span.get_months().into(), 30),
            (i64::from(span.get_weeks()), 7),
            (i64::from(span.get_days()), 1),
        ];
        let days = parts.iter().map(|(count, days): &(i64, i64)| count.saturating_mul(*days));
        let days = days.fold(0, i64::saturating_add);
        // Hours mean nothing weeks ahead.
        let small = [
            i64::from(span.get_hours()),
            span.get_minutes(),
            span.get_seconds(),
            span.get_milliseconds(),
            span.get_microseconds(),
            span.get_nanoseconds(),
        ];
        match days {
            _ if small != [0; 6] => Err(DelayError::Unreadable),
            ..1 => Err(DelayError::TooSoon),
            1..=MOST => Ok(Self { days: u16::try_from(days).unwrap_or(u16::MAX) }),
            _ => Err(DelayError::TooFar),
        }
    }
}

impl fmt::Display for Delay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}d", self.days)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn weeks_and_days_are_read_in_many_ways_and_nothing_else_is() {
        use DelayError::{TooFar, TooSoon, Unreadable};
        for (text, days) in [
            ("4w", Ok(28)),
            ("10d", Ok(10)),
            (" 2 Weeks ", Ok(14)),
            ("1w 3d", Ok(10)),
            ("1 month", Ok(30)),
            ("1y", Ok(365)),
            ("366d", Ok(366)),
            ("0w", Err(TooSoon)),
            ("-4w", Err(TooSoon)),
            ("367d", Err(TooFar)),
            ("5y", Err(TooFar)),
            ("9999 years", Err(TooFar)),
            ("99999999999999999999w", Err(Unreadable)),
            ("36h", Err(Unreadable)),
            ("1d 2h", Err(Unreadable)),
            ("soon", Err(Unreadable)),
            ("4", Err(Unreadable)),
            ("", Err(Unreadable)),
        ] {
            let read = text.parse::<Delay>().map(Delay::days);
            assert_eq!(read, days, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_delay_comes_back_from_a_button(days in 1_u16..=366, second in 0_i64..4_000_000_000) {
            let delay: Delay = format!("{days}d").parse().unwrap();
            prop_assert_eq!(delay.to_string().parse(), Ok(delay));
            let now = Timestamp::from_second(second).unwrap();
            prop_assert_eq!(delay.after(now).as_second() - second, i64::from(days) * 86_400);
        }

        #[test]
        fn no_text_makes_it_fail(text in r"[-+0-9wdmyh. ]{0,30}|\PC{0,12}") {
            if let Ok(delay) = text.parse::<Delay>() {
                prop_assert!((1..=366).contains(&delay.days()));
            }
        }
    }
}
