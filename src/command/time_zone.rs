//! Time zones by the names of the IANA database.

use super::Entity;
use jiff::tz::{TimeZone, db};

use super::UserError;
use domain::nearest;

/// The proper name of a zone, whatever case it was typed in.
pub(crate) fn named(given: &str) -> Result<String, UserError> {
    find(given).map(|(name, _)| name)
}

/// A zone and its proper name.
pub(crate) fn find(given: &str) -> Result<(String, TimeZone), UserError> {
    let known = names().into_iter().find(|name| name.eq_ignore_ascii_case(given));
    let found = known.and_then(|name| TimeZone::get(&name).ok().map(|zone| (name, zone)));
    found.ok_or_else(|| {
        let names = names();
        // A city alone is how most people begin: `paris`.
        let city = |name: &&String| name.rsplit('/').next().is_some_and(|it| like(it, given));
        let near = names
            .iter()
            .find(city)
            .cloned()
            .or_else(|| nearest(given, names.iter().map(String::as_str)).map(str::to_owned));
        UserError::Unknown { what: Entity::TimeZone, given: given.to_owned(), near }
    })
}

/// All names, in order.
pub(crate) fn names() -> Vec<String> {
    let mut names: Vec<String> = db().available().map(|name| name.as_str().to_owned()).collect();
    names.sort();
    names
}

fn like(city: &str, given: &str) -> bool {
    city.replace('_', " ").eq_ignore_ascii_case(&given.replace('_', " "))
}
