//! The form in which a server hands in a reading.

use super::super::ui::string;
use super::super::{Field, Form};

/// The most characters of a title.
pub const TITLE: u16 = 200;
/// The most characters of an author's name.
pub const AUTHOR: u16 = 100;
/// The most characters of a year, before our era too.
const YEAR: u16 = 5;

/// Asks for the file and for what it may not say; begins with the title, the author and the year
/// that are known already.
#[must_use]
pub fn add_form(title: Option<String>, author: Option<String>, year: Option<String>) -> Form {
    let types = import::FILE_TYPES;
    let file = Field::file("file", string!("reading-form-file"), types)
        .description(string!("reading-form-file-about"));
    let title = Field::line("title", string!("reading-form-title"), TITLE)
        .description(string!("reading-form-title-about"))
        .value(title);
    let author = Field::line("author", string!("reading-form-author"), AUTHOR).value(author);
    let year = Field::line("year", string!("reading-form-year"), YEAR)
        .description(string!("reading-form-year-about"))
        .value(year);
    Form {
        title: string!("reading-form"),
        submit: "reading add".to_owned(),
        parts: vec![file.into(), title.into(), author.into(), year.into()],
    }
}
