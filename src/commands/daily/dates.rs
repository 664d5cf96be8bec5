//! Dates as an option takes them.

use crate::command::{Arguments, Expected, UserError};
use jiff::civil::Date;

/// A date such as 2026-12-24.
pub(super) fn given(arguments: &mut Arguments, option: &str) -> Result<Option<Date>, UserError> {
    let Some(given) = arguments.text(option) else {
        return Ok(None);
    };
    // Nothing else: in 3/4/2027 the day of one is the month of another.
    match Date::strptime("%Y-%m-%d", &given) {
        Ok(date) if (2000..2200).contains(&date.year()) => Ok(Some(date)),
        _ => Err(UserError::BadValue { option: option.to_owned(), wanted: Expected::Date, given }),
    }
}
