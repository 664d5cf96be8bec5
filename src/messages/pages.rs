//! The words for turning pages.

use super::Button;
use super::ui::string;

/// Turns to the page before, by the line that shows it.
#[must_use]
pub fn back(line: String) -> Button {
    Button::side(string!("pages-back"), line)
}

/// Turns to the page after, by the line that shows it.
#[must_use]
pub fn next(line: String) -> Button {
    Button::side(string!("pages-next"), line)
}

/// Turns to the contents, by the line that shows them.
#[must_use]
pub fn contents(line: String) -> Button {
    Button::side(string!("pages-contents"), line)
}

/// "12 quotes · page 2 of 3".
#[must_use]
pub fn footer(counted: impl Into<String>, page: usize, last: usize) -> String {
    string!("pages-footer", counted = counted.into(), page = page, last = last)
}

/// "2 objections".
#[must_use]
pub fn objections(number: usize) -> String {
    string!("pages-objections", count = number)
}
