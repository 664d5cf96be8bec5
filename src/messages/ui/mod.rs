//! The parts that messages are made of, free of any platform.

mod argument;
mod catalog;
mod list;
mod localize;
mod markup;
mod time;

pub use crate::reply::{Clock, Span, Text};
pub use argument::{Argument, Key, Plain};
pub use catalog::{Catalog, Language};
pub use list::{list, list_string};
pub use localize::{about, about_id, plain, to_string, to_text};
pub(crate) use localize::{string, text};
pub use markup::{MarkupError, check_markup};
pub use time::{
    date, date_range, date_time, date_without_year, days, relative, time_of_day, weekday,
};

#[cfg(test)]
mod tests;
