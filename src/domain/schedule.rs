//! When a daily quote is due, and which quotes it is drawn from.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::{Corpus, DeliveryId, MemberId, PlaceId, Quote, ScheduleId, ServerId};

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

/// A day on which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The local date it is scheduled for, whatever date its instant has.
    pub date: Date,
    /// The instant.
    pub at: Timestamp,
}

/// The occurrence of a daily `time` on a local date: the first instant after the gap if that local
/// time does not exist, the first of the two if it comes twice.
#[must_use]
pub fn on(date: Date, time: Time, zone: &TimeZone) -> Option<Occurrence> {
    let local = date.at(time.hour, time.minute, 0, 0);
    let ambiguous = zone.to_ambiguous_timestamp(local);
    let at = match ambiguous.offset() {
        jiff::tz::AmbiguousOffset::Gap { before, .. } => {
            // Read with the offset before the gap, the instant lies past the change of clocks; the
            // gap ends at the transition before it.
            let past = before.to_timestamp(local).ok()?;
            zone.preceding(past.checked_add(1.nanosecond()).ok()?).next()?.timestamp()
        }
        _ => ambiguous.earlier().ok()?,
    };
    Some(Occurrence { date, at })
}

/// The occurrences of a daily `time` after an instant, the nearest first.
pub fn after(at: Timestamp, time: Time, zone: &TimeZone) -> impl Iterator<Item = Occurrence> {
    // The day before as well: a gap can carry a local date's instant into the next.
    let first = zone.to_datetime(at).date().yesterday().ok();
    let days = std::iter::successors(first, |date| date.tomorrow().ok());
    days.filter_map(move |date| on(date, time, zone)).skip_while(move |next| next.at <= at)
}

/// A standing order to post a daily quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Its number.
    pub id: ScheduleId,
    /// Whose.
    pub server: ServerId,
    /// Where the quote goes.
    pub place: PlaceId,
    /// Who made it.
    pub maker: MemberId,
    /// When, each day.
    pub time: Time,
    /// In which IANA time zone.
    pub timezone: String,
    /// Which quotes.
    pub filter: Filter,
    /// The next time.
    pub next_at: Timestamp,
    /// What came of the last day, if there was one.
    pub last: Option<Delivery>,
}

/// One day's post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its number.
    pub id: DeliveryId,
    /// When it was due.
    pub due_at: Timestamp,
    /// What came of it.
    pub state: DeliveryState,
}

/// What came of a day's post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// It is on its way.
    Due,
    /// It stands.
    Posted(Timestamp),
    /// The program was down for too long.
    Missed,
    /// It could not go out, and why.
    Failed(String),
}

/// Which quotes: all that match everything that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A theme, by id.
    pub theme: Option<String>,
    /// An author or a speaker, by name.
    pub author: Option<String>,
    /// A work, by id.
    pub work: Option<String>,
}

impl Filter {
    /// Whether a quote matches.
    #[must_use]
    pub fn admits(&self, corpus: &Corpus, quote: &Quote) -> bool {
        self.theme.as_ref().is_none_or(|theme| quote.themes.contains(theme))
            && self.work.as_ref().is_none_or(|work| quote.work == *work)
            && self.author.as_ref().is_none_or(|author| corpus.voice(quote) == author)
    }

    /// The ids of the quotes that match, in the order of the book.
    #[must_use]
    pub fn ids(&self, corpus: &Corpus) -> Vec<String> {
        let quotes = corpus.quotes().iter().filter(|quote| self.admits(corpus, quote));
        quotes.map(|quote| quote.id.clone()).collect()
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

    #[test]
    fn a_change_of_clocks_moves_no_day() {
        // Nuuk, Saturday 27 March 2027: 23:00 is followed by Sunday 00:00.
        let nuuk = TimeZone::get("America/Nuuk").unwrap();
        let gap = on(jiff::civil::date(2027, 3, 27), "23:30".parse().unwrap(), &nuuk).unwrap();
        assert_eq!(gap.date, jiff::civil::date(2027, 3, 27));
        assert_eq!(gap.at.to_string(), "2027-03-28T01:00:00Z");
        // Berlin, 25 October 2026: 02:30 comes twice.
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let twice = on(jiff::civil::date(2026, 10, 25), "2:30".parse().unwrap(), &berlin).unwrap();
        assert_eq!(twice.at.to_string(), "2026-10-25T00:30:00Z");
        let next: Vec<_> = after(twice.at, "2:30".parse().unwrap(), &berlin).take(2).collect();
        assert_eq!(next[0].date, jiff::civil::date(2026, 10, 26));
        assert_eq!(next[1].date, jiff::civil::date(2026, 10, 27));
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
