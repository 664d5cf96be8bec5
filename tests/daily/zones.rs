//! When a daily is due, against another implementation's time-zone arithmetic: every zone of the
//! database, every day of ten years, at times when clocks change.

use chrono::{
    Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _, Utc,
};
use domain::schedule::on;

/// The rule in the other implementation's terms: of two the earlier, of none the first instant
/// that the clocks show after the gap.
fn expected(zone: chrono_tz::Tz, local: NaiveDateTime) -> i64 {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.timestamp(),
        LocalResult::None => {
            // An hour before and a day after, one of which is surely on either side of the change.
            let shows = |at: i64| {
                let at = chrono::DateTime::<Utc>::from_timestamp(at, 0).unwrap();
                at.with_timezone(&zone).naive_local()
            };
            let guess = Utc.from_utc_datetime(&local).timestamp();
            let (mut before, mut after) = (guess - 172_800, guess + 172_800);
            while after - before > 1 {
                let middle = before.midpoint(after);
                if shows(middle) < local { before = middle } else { after = middle }
            }
            after
        }
    }
}

#[test]
fn every_zone_for_ten_years() {
    let times = ["0:00", "0:30", "1:00", "1:59", "2:00", "2:30", "3:00", "9:00", "22:00", "23:30"];
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let (mut zones, mut checked, mut unknown) = (0, 0_u64, Vec::new());
    for zone in chrono_tz::TZ_VARIANTS {
        let Ok(ours) = jiff::tz::TimeZone::get(zone.name()) else {
            unknown.push(zone.name());
            continue;
        };
        zones += 1;
        for time in times {
            let (hour, minute) = time.split_once(':').unwrap();
            let clock = NaiveTime::from_hms_opt(hour.parse().unwrap(), minute.parse().unwrap(), 0);
            let time = time.parse().unwrap();
            for day in 0..3_653 {
                // Clocks change on few days: the rest of the year is looked at every ninth day.
                let date = first + Days::new(day);
                let changes = shift(zone, date - TimeDelta::days(1))
                    != shift(zone, date + TimeDelta::days(2));
                if !changes && day % 9 != 0 {
                    continue;
                }
                let iso: jiff::civil::Date = date.to_string().parse().unwrap();
                let at = on(iso, time, &ours).unwrap().at.as_second();
                assert_eq!(
                    at,
                    expected(zone, date.and_time(clock.unwrap())),
                    "{zone} {date} {time}"
                );
                checked += 1;
            }
        }
    }
    println!("{zones} zones, {checked} times; not in our database: {unknown:?}");
    assert!(zones > 590 && unknown.len() < 5, "{zones} zones; unknown: {unknown:?}");
}

fn shift(zone: chrono_tz::Tz, date: NaiveDate) -> i32 {
    use chrono::Offset;
    zone.offset_from_utc_date(&date).fix().local_minus_utc()
}
