//! A form in the console.

use crate::messages::ui::{Field, FieldInput, Selectable, Text, text};

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
    let (hint, required, how) = match &field.input {
        FieldInput::Text(input) => {
            let lines = input.long.then(|| text!("console-form-lines"));
            (input.hint.as_ref(), input.required, lines)
        }
        FieldInput::Choice(input) => (None, input.required, Some(text!("console-form-number"))),
        FieldInput::Checkbox { .. } => (None, true, Some(text!("console-form-yes-or-no"))),
        FieldInput::FileUpload(input) => (None, input.required, Some(text!("console-form-path"))),
        FieldInput::Select(input) => {
            let role = input.of == Selectable::Role;
            (None, input.required, Some(text!("console-form-name", role = role)))
        }
    };
    let said = field.description.iter().chain(hint);
    let said = said.map(|words| text!("console-form-hint", hint = words));
    let optional = (!required).then(|| text!("console-form-optional"));
    said.chain(optional).chain(how).collect()
}

/// A number that none of a field's options has.
#[must_use]
pub fn no_such_choice(label: &str, count: usize) -> Text {
    text!("console-field-choice", label = label, count = count)
}

/// What names no role and no channel.
#[must_use]
pub fn no_such_name(label: &str) -> Text {
    text!("console-field-name", label = label)
}

/// Neither yes nor no.
#[must_use]
pub fn yes_or_no(label: &str) -> Text {
    text!("console-field-yes-or-no", label = label)
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
