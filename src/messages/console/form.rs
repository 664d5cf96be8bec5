//! A form in the console.

use crate::messages::ui::{Field, Text, text};

/// How a form is closed.
#[must_use]
pub fn close_form() -> Text {
    text!("console-form-close")
}

/// A form was closed.
#[must_use]
pub fn closed() -> Text {
    text!("console-form-closed")
}

/// A script opens a form, and no lines for it follow.
#[must_use]
pub fn form_needs_lines(title: &str) -> Text {
    text!("console-form-needs-lines", title = title)
}

/// A script has more lines than the form has fields.
#[must_use]
pub fn form_full(line: &str) -> Text {
    text!("console-form-full", line = line)
}

/// A line for a form, and no form is open.
#[must_use]
pub fn no_form() -> Text {
    text!("console-no-form")
}

/// What is beside the label of a field.
#[must_use]
pub fn heading(field: &Field) -> Vec<Text> {
    let hint = field.hint.as_ref().map(|hint| text!("console-form-hint", hint = hint));
    let optional = (!field.required).then(|| text!("console-form-optional"));
    let lines = field.long.then(|| text!("console-form-lines"));
    hint.into_iter().chain(optional).chain(lines).collect()
}

/// A field must be filled in.
#[must_use]
pub fn empty(label: &str) -> Text {
    text!("console-field-empty", label = label)
}

/// A field holds too little.
#[must_use]
pub fn too_short(label: &str, least: usize, count: usize) -> Text {
    text!("console-field-short", label = label, least = least, count = count)
}

/// A field holds too much.
#[must_use]
pub fn too_long(label: &str, most: usize, count: usize) -> Text {
    text!("console-field-long", label = label, most = most, count = count)
}
