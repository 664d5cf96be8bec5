//! Time zones by the names of the IANA database, and what people write in the place of one.
//!
//! `EST` and `GMT+2` are no place: New York leaves `EST` in summer, and `Etc/GMT+2` lies west. They
//! are not taken, and answered with cities whose clocks show them.

use jiff::tz::{TimeZone, db};
use jiff::{SignedDuration, Timestamp};

use super::{Entity, UserError};
use domain::nearest;

/// A city for each set of rules that many people live by, in each group the largest first. Of the
/// cities whose clocks show the same, these are suggested.
const CITIES: &[&str] = &[
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Halifax",
    "America/St_Johns",
    "America/Mexico_City",
    "America/Panama",
    "America/Bogota",
    "America/Lima",
    "America/Caracas",
    "America/Havana",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "America/Santiago",
    "Europe/London",
    "Europe/Paris",
    "Europe/Berlin",
    "Europe/Athens",
    "Europe/Lisbon",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Africa/Maputo",
    "Africa/Abidjan",
    "Atlantic/Azores",
    "Atlantic/Cape_Verde",
    "Asia/Kolkata",
    "Europe/Dublin",
    "Asia/Jerusalem",
    "Asia/Riyadh",
    "Asia/Tehran",
    "Asia/Dubai",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Manila",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Sydney",
    "Australia/Brisbane",
    "Australia/Perth",
    "Australia/Adelaide",
    "Australia/Darwin",
    "Pacific/Noumea",
    "Pacific/Auckland",
    "Pacific/Tongatapu",
    "Pacific/Kiritimati",
    "Pacific/Marquesas",
    "Pacific/Pago_Pago",
];
/// Up to so many letters may be an abbreviation.
const SHORT: usize = 4;
/// The most cities that are suggested.
const SUGGESTED: usize = 4;
/// Half a year: what a clock shows in winter and in summer.
const HALF_A_YEAR: SignedDuration = SignedDuration::from_hours(24 * 182);

/// The proper name of a zone, whatever case it was typed in.
pub(crate) fn named(given: &str, now: Timestamp) -> Result<String, UserError> {
    let given = given.trim();
    if let Some(cities) = cities_for(given, now) {
        return Err(UserError::NoPlace { given: given.to_owned(), cities });
    }
    let names = names();
    if let Some(name) = names.iter().find(|name| name.eq_ignore_ascii_case(given)) {
        return Ok(name.clone());
    }
    let city = |name: &&String| name.rsplit('/').next().is_some_and(|it| like(it, given));
    let places = || names.iter().filter(|name| is_place(name));
    let near = places().find(city).map(String::as_str);
    // A few letters are near to cities on every continent, and an area is no city.
    let long = given.chars().count() > SHORT;
    let in_city = |name: &&str| nearest(given, name.rsplit('/').take(1)).is_some();
    let near = near
        .or_else(|| nearest(given, places().map(String::as_str).filter(in_city)).filter(|_| long));
    let near = near.map(str::to_owned);
    Err(UserError::Unknown { what: Entity::TimeZone, given: given.to_owned(), near })
}

/// The names of all places, and UTC.
pub(crate) fn places() -> Vec<String> {
    names().into_iter().filter(|name| is_place(name) || name == UTC).collect()
}

const UTC: &str = "UTC";

/// All names, in order.
fn names() -> Vec<String> {
    let mut names: Vec<String> = db().available().map(|name| name.as_str().to_owned()).collect();
    names.sort();
    names
}

/// Whether a name is that of a place, and of no offset: `Etc/GMT+2` is two hours *west*.
fn is_place(name: &str) -> bool {
    name.split_once('/').is_some_and(|(area, _)| area != "Etc" && area != "SystemV")
}

fn like(city: &str, given: &str) -> bool {
    city.replace('_', " ").eq_ignore_ascii_case(&given.replace('_', " "))
}

/// The cities to choose from, if what was given is no place: an abbreviation that some clock shows,
/// or an offset.
pub(crate) fn cities_for(given: &str, now: Timestamp) -> Option<Vec<String>> {
    let given = given.trim();
    if given.eq_ignore_ascii_case(UTC) {
        return None;
    }
    let letters = (2..=5).contains(&given.len()) && given.bytes().all(|b| b.is_ascii_alphabetic());
    let mut cities = match seconds_east(given) {
        Some(seconds) => {
            let mut cities = showing(now, |offset, _| offset == seconds)?;
            cities.sort_by_key(|city| offset_at(city, now) != Some(seconds));
            cities
        }
        None if letters => {
            // Americans write ET for what is EST in winter and EDT in summer.
            let general = given.len() == 2 && given.to_ascii_uppercase().ends_with('T');
            let long = |middle: &str| format!("{}{middle}T", &given[..1]);
            let all = if general { vec![long("S"), long("D")] } else { vec![given.to_owned()] };
            showing(now, |_, shown| all.iter().any(|it| shown.eq_ignore_ascii_case(it)))?
        }
        None => return None,
    };
    cities.truncate(SUGGESTED);
    Some(cities)
}

/// The cities whose clocks show something now or in half a year; `None` if no clock does.
fn showing(now: Timestamp, is_meant: impl Fn(i32, &str) -> bool) -> Option<Vec<String>> {
    let later = now.saturating_add(HALF_A_YEAR).unwrap_or(now);
    let shows = |name: &str| {
        TimeZone::get(name).is_ok_and(|zone| {
            [now, later].into_iter().any(|at| {
                let info = zone.to_offset_info(at);
                is_meant(info.offset().seconds(), info.abbreviation())
            })
        })
    };
    let cities = [UTC].into_iter().filter(|_| is_meant(0, "GMT"));
    let cities = cities.chain(CITIES.iter().copied().filter(|name| shows(name)));
    let mut found: Vec<String> = cities.map(str::to_owned).collect();
    if found.is_empty() {
        found.extend(names().into_iter().filter(|name| is_place(name) && shows(name)));
    }
    (!found.is_empty()).then_some(found)
}

fn offset_at(name: &str, at: Timestamp) -> Option<i32> {
    TimeZone::get(name).ok().map(|zone| zone.to_offset(at).seconds())
}

/// `GMT+2`, `UTC-3:30`, `+02:00`: how many seconds east.
fn seconds_east(given: &str) -> Option<i32> {
    let text: String = given.to_uppercase().chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace(['−', '–'], "-");
    let named = text.strip_prefix("UTC").or_else(|| text.strip_prefix("GMT"));
    let rest = named.unwrap_or(&text);
    let (sign, clock) = match rest.chars().next()? {
        '+' | '±' => (1, rest.trim_start_matches(['+', '±'])),
        '-' => (-1, &rest[1..]),
        '0'..='9' if named.is_some() => (1, rest),
        _ => return None,
    };
    let (hours, minutes) = match clock.split_once(':') {
        Some(parts) => parts,
        None if clock.len() > 2 && clock.is_ascii() => clock.split_at(clock.len() - 2),
        None => (clock, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let is_offset = (0..=14).contains(&hours) && (0..60).contains(&minutes);
    is_offset.then_some(sign * (hours * 3_600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named_in(given: &str, now: &str) -> Result<String, String> {
        named(given, now.parse().unwrap()).map_err(|error| error.to_string())
    }

    const SUMMER: &str = "2026-07-01T10:00:00Z";
    const WINTER: &str = "2026-01-10T10:00:00Z";

    #[test]
    fn a_place_is_taken_by_its_name() {
        for (given, name) in [
            ("europe/paris", "Europe/Paris"),
            ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            ("utc", "UTC"),
            (" UTC ", "UTC"),
            ("Japan", "Japan"),
            // Whoever knows this name knows what it means.
            ("Etc/GMT+2", "Etc/GMT+2"),
        ] {
            assert_eq!(named_in(given, SUMMER), Ok(name.to_owned()), "{given}");
        }
    }

    #[test]
    fn an_abbreviation_is_asked_about_with_cities() {
        for (given, cities) in [
            ("EST", &["America/New_York", "America/Panama"][..]),
            ("EDT", &["America/New_York"]),
            ("ET", &["America/New_York"]),
            ("MST", &["America/Phoenix", "America/Denver"]),
            ("HST", &["Pacific/Honolulu"]),
            ("CST", &["America/Chicago", "America/Mexico_City", "Asia/Shanghai"]),
            ("IST", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
            ("BST", &["Europe/London"]),
            ("GMT", &["UTC", "Europe/London", "Africa/Abidjan"]),
            ("cest", &["Europe/Paris", "Europe/Berlin"]),
            ("AEST", &["Australia/Sydney", "Australia/Brisbane"]),
            ("ChST", &["Pacific/Guam"]),
        ] {
            for now in [SUMMER, WINTER] {
                let said = named_in(given, now).unwrap_err();
                for city in cities {
                    assert!(said.contains(city), "{given}: {said}");
                }
            }
        }
    }

    #[test]
    fn an_offset_is_east_if_it_says_plus() {
        for (given, now, first) in [
            ("GMT+2", SUMMER, "Europe/Paris"),
            ("gmt+2", WINTER, "Europe/Athens"),
            ("UTC+2", SUMMER, "Europe/Paris"),
            ("UTC +2", SUMMER, "Europe/Paris"),
            ("+02:00", SUMMER, "Europe/Paris"),
            ("+2", SUMMER, "Europe/Paris"),
            ("UTC2", SUMMER, "Europe/Paris"),
            ("UTC-3", SUMMER, "America/Halifax"),
            ("−03:00", WINTER, "America/Sao_Paulo"),
            ("+0530", SUMMER, "Asia/Kolkata"),
            ("GMT+5:45", SUMMER, "Asia/Kathmandu"),
            ("GMT+0", WINTER, "UTC"),
        ] {
            let cities = cities_for(given, now.parse().unwrap()).unwrap();
            assert_eq!(cities.first().map(String::as_str), Some(first), "{given}");
            let said = named_in(given, now).unwrap_err();
            assert!(said.contains(first) && !said.contains("Etc/"), "{given}: {said}");
        }
    }

    #[test]
    fn nothing_far_off_is_suggested() {
        for (given, near) in [
            ("paris", Some("Europe/Paris")),
            ("new york", Some("America/New_York")),
            ("Buenos", Some("America/Argentina/Buenos_Aires")),
            ("Berln", Some("Europe/Berlin")),
            ("Mars", None),
            ("Mars/Base", None),
            ("SGT", None),
            ("Z", None),
            ("+99:00", None),
        ] {
            let said = named_in(given, SUMMER).unwrap_err();
            match near {
                Some(near) => assert!(said.contains(near), "{given}: {said}"),
                None => assert!(!said.contains("Did you mean"), "{given}: {said}"),
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_zone_or_refused(given in ".{0,12}") {
            let _ = named(&given, Timestamp::UNIX_EPOCH);
        }
    }
}
