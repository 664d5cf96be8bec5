//! The parts that messages are made of, free of any platform.

mod argument;
mod card;
mod catalog;
mod command_names;
mod form;
mod language;
pub mod limits;
mod list;
mod localize;
mod markup;
mod numbers;
mod paginate;
mod picture;
mod rendered;
mod sources;
mod split;
pub mod spoiler;
mod subject;
#[cfg(test)]
mod tests;
mod text;
mod theme_name;
mod time;
mod truncate;

pub use argument::{Argument, Key, Plain};
pub use card::{Accent, Block, Button, ButtonStyle, Card, Filed, Menu, MenuEntry};
pub use catalog::Catalog;
pub use command_names::{command_name, option_name};
pub use form::{
    ChoiceInput, ChoiceOption, EntitySelect, Field, FieldInput, FileUpload, Form, FormPart,
    Selectable, TextDisplay, TextInput,
};
pub use language::Language;
pub use list::{enumeration, list, list_string};
pub use localize::{
    about, about_id, choice_id, choice_name, localized_name, name_id, plain, to_string, to_text,
};
pub(crate) use localize::{string, text};
pub use markup::{MarkupError, check_markup};
pub use paginate::{PAGE, paginate};
pub use picture::{MapDrawing, Picture, QuestionRow, WorkStrip};
pub use rendered::rendered_length;
pub use subject::Subject;
pub use text::{Span, Text, TimeStyle};
pub use theme_name::theme_name;
pub use time::{
    date, date_range, date_time, date_without_year, days, duration, relative, time_of_day, weekday,
};
pub use truncate::{in_short, thread_name, truncate};
