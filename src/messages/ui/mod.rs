//! The parts that messages are made of, free of any platform.

mod argument;
mod catalog;
pub mod limits;
mod list;
mod localize;
mod markup;
mod paginate;
mod time;
mod truncate;

pub use crate::reply::{Block, Button, Card, Clock, Span, Subject, Text, Tone};
pub use argument::{Argument, Key, Plain};
pub use catalog::{Catalog, Language};
pub use list::{list, list_string};
pub use localize::{about, about_id, plain, to_string, to_text};
pub(crate) use localize::{string, text};
pub use markup::{MarkupError, check_markup};
pub use paginate::{PAGE, paginate, rendered_length};
pub use time::{
    date, date_range, date_time, date_without_year, days, relative, time_of_day, weekday,
};
pub use truncate::{thread_name, truncate};

#[cfg(test)]
mod tests;
