//! When something daily is due: on which dates, and at which instants whatever the clocks do.

use jiff::civil::Date;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::{Days, Time};

/// A time of day on some days of the week, but for the dates that are skipped.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// When.
    pub time: Time,
    /// On which days.
    pub days: Days,
    /// In which time zone.
    pub zone: TimeZone,
    /// On which dates not.
    pub skips: Vec<Skip>,
}

/// Dates to leave out, both ends with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skip {
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
}

/// A day on which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The local date it is scheduled for, whatever date its instant has.
    pub date: Date,
    /// The instant.
    pub at: Timestamp,
    /// What a change of clocks does to it.
    pub clocks: Clocks,
}

/// What a change of clocks does to a local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clocks {
    /// Nothing.
    Still,
    /// That local time does not exist: it is the first instant after the gap.
    Skipped,
    /// That local time comes twice: it is the first of the two.
    Twice,
}

/// The occurrence of a daily `time` on a local date: the first instant after the gap if that local
/// time does not exist, the first of the two if it comes twice.
#[must_use]
pub fn on(date: Date, time: Time, zone: &TimeZone) -> Option<Occurrence> {
    let local = date.to_datetime(time.on_the_clock());
    let ambiguous = zone.to_ambiguous_timestamp(local);
    let (at, clocks) = match ambiguous.offset() {
        AmbiguousOffset::Gap { before, .. } => {
            // Read with the offset before the gap, the instant lies past the change of clocks; the
            // gap ends at the transition before it.
            let past = before.to_timestamp(local).ok()?;
            let change = zone.preceding(past.checked_add(1.nanosecond()).ok()?).next()?;
            (change.timestamp(), Clocks::Skipped)
        }
        AmbiguousOffset::Fold { .. } => (ambiguous.earlier().ok()?, Clocks::Twice),
        AmbiguousOffset::Unambiguous { .. } => (ambiguous.earlier().ok()?, Clocks::Still),
    };
    Some(Occurrence { date, at, clocks })
}

impl Calendar {
    /// The occurrences after an instant, the nearest first.
    pub fn after(&self, at: Timestamp) -> impl Iterator<Item = Occurrence> + '_ {
        // The day before as well: a gap can carry a local date's instant into the next.
        let first = self.zone.to_datetime(at).date().yesterday().ok();
        let dates = std::iter::successors(first, |date| date.tomorrow().ok());
        let dates = dates.filter(|date| self.days.hold(*date) && !self.skips(*date));
        dates
            .filter_map(|date| on(date, self.time, &self.zone))
            .skip_while(move |next| next.at <= at)
    }

    /// The occurrences from an instant on that have come by `now`, the oldest first.
    #[must_use]
    pub fn between(&self, from: Timestamp, now: Timestamp) -> Vec<Occurrence> {
        let before = from.checked_sub(1.millisecond()).unwrap_or(from);
        self.after(before).take_while(|occurrence| occurrence.at <= now).collect()
    }

    fn skips(&self, date: Date) -> bool {
        self.skips.iter().any(|skip| (skip.from..=skip.until).contains(&date))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn calendar(time: &str, days: &str, zone: &str) -> Calendar {
        let zone = TimeZone::get(zone).unwrap();
        let (time, days) = (time.parse().unwrap(), days.parse().unwrap());
        Calendar { time, days, zone, skips: Vec::new() }
    }

    #[test]
    fn a_change_of_clocks_moves_no_day() {
        // Nuuk, Saturday 27 March 2027: 23:00 is followed by Sunday 00:00.
        let nuuk = calendar("23:30", "sat", "America/Nuuk");
        let gap = nuuk.after("2027-03-22T00:00:00Z".parse().unwrap()).next().unwrap();
        assert_eq!((gap.date, gap.clocks), (date(2027, 3, 27), Clocks::Skipped));
        assert_eq!(gap.at.to_string(), "2027-03-28T01:00:00Z");
        // A daily one has the Saturday's and the Sunday's, each once.
        let days = calendar("23:30", "daily", "America/Nuuk");
        let dates = days.after("2027-03-27T12:00:00Z".parse().unwrap()).take(3);
        let dates: Vec<_> = dates.map(|next| next.date).collect();
        assert_eq!(dates, [date(2027, 3, 27), date(2027, 3, 28), date(2027, 3, 29)]);
        // Berlin, 25 October 2026: 02:30 comes twice.
        let berlin = calendar("2:30", "daily", "Europe/Berlin");
        let twice = berlin.after("2026-10-24T12:00:00Z".parse().unwrap()).next().unwrap();
        assert_eq!(
            (twice.at.to_string(), twice.clocks),
            ("2026-10-25T00:30:00Z".into(), Clocks::Twice)
        );
        let next: Vec<_> = berlin.after(twice.at).take(2).map(|next| next.date).collect();
        assert_eq!(next, [date(2026, 10, 26), date(2026, 10, 27)]);
    }

    #[test]
    fn only_its_days_count_and_skips_do_not() {
        let mut plan = calendar("9:00", "mon,wed,fri", "UTC");
        plan.skips = vec![Skip { from: date(2026, 12, 24), until: date(2027, 1, 1) }];
        let dates = plan.after("2026-12-21T12:00:00Z".parse().unwrap()).take(3);
        let dates: Vec<_> = dates.map(|next| next.date).collect();
        assert_eq!(dates, [date(2026, 12, 23), date(2027, 1, 4), date(2027, 1, 6)]);
    }
}
