//! Filling in a form: what the fields take, and which lines of a script go in which.

use std::collections::BTreeMap;
use std::path::Path;

use super::names;
use crate::command::{Attachment, FieldValue};
use crate::messages::{ChoiceInput, Field, FieldInput, Form, Selectable, Text, TextInput, console};

/// What each field holds, by its id.
pub(super) type Filled = BTreeMap<String, FieldValue>;

/// Ends a field of several lines, where another follows.
pub(super) const END: &str = ".";

/// Puts lines into the fields in their order: one line in a short field, and in a long one all up
/// to a `.` on a line of its own.
pub(super) fn fill(form: &Form, block: Vec<String>) -> Result<Filled, Text> {
    let mut lines = block.into_iter().peekable();
    let mut filled = Filled::new();
    for field in form.fields() {
        let taken: Vec<String> = match is_long(field) {
            true => lines.by_ref().take_while(|line| line != END).collect(),
            false => lines.by_ref().take(1).collect(),
        };
        filled.insert(field.id.clone(), check(field, taken.join("\n"))?);
    }
    match lines.next() {
        Some(stray) => Err(console::form_full(&stray)),
        None => Ok(filled),
    }
}

/// Whether a field takes several lines.
pub(super) fn is_long(field: &Field) -> bool {
    matches!(&field.input, FieldInput::Text(TextInput { long: true, .. }))
}

/// What a field holds once `typed` was typed in it, or why it cannot. An empty one keeps what was
/// there.
pub(super) fn check(field: &Field, typed: String) -> Result<FieldValue, Text> {
    let label = &field.label;
    let empty = typed.trim().is_empty();
    match &field.input {
        FieldInput::Text(input) => text(label, input, typed).map(FieldValue::Text),
        FieldInput::Choice(input) if empty && input.required && input.chosen.is_none() => {
            Err(console::empty(label))
        }
        FieldInput::FileUpload(input) if empty && input.required => Err(console::empty(label)),
        FieldInput::Select(input) if empty && input.required => Err(console::empty(label)),
        _ if empty => Ok(FieldValue::initial(field)),
        FieldInput::Choice(input) => match option(input, typed.trim()) {
            Some(value) => Ok(FieldValue::Choices(vec![value])),
            None => Err(console::no_such_choice(label, input.options.len())),
        },
        FieldInput::Checkbox { .. } => match typed.trim().to_lowercase().as_str() {
            "y" | "yes" => Ok(FieldValue::Flag(true)),
            "n" | "no" => Ok(FieldValue::Flag(false)),
            _ => Err(console::yes_or_no(label)),
        },
        FieldInput::FileUpload(_) => Ok(FieldValue::Files(vec![on_disk(typed.trim())])),
        FieldInput::Select(input) => match number(input.of, typed.trim()) {
            Some(number) => Ok(FieldValue::Choices(vec![number.to_string()])),
            None => Err(console::no_such_name(label)),
        },
    }
}

fn text(label: &str, input: &TextInput, typed: String) -> Result<String, Text> {
    let text = match &input.value {
        Some(value) if typed.trim().is_empty() => value.clone(),
        _ => typed,
    };
    let count = text.chars().count();
    let (least, most) = (usize::from(input.length.0), usize::from(input.length.1));
    if text.trim().is_empty() && input.required {
        Err(console::empty(label))
    } else if count < least && count > 0 {
        Err(console::too_short(label, least, count))
    } else if count > most {
        Err(console::too_long(label, most, count))
    } else {
        Ok(text)
    }
}

/// The number of a role or a channel by its name, with its mark or without.
fn number(of: Selectable, name: &str) -> Option<i64> {
    let name = name.trim_start_matches(['#', '@']);
    match of {
        Selectable::Role => names::role(name).map(|role| role.0),
        Selectable::Channel => names::channel(name).map(|channel| channel.0),
    }
}

/// The value of the option with that number, from 1, or with that label.
fn option(input: &ChoiceInput, typed: &str) -> Option<String> {
    let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let numbered = number.and_then(|index| input.options.get(index));
    let labelled = || input.options.iter().find(|it| it.label.eq_ignore_ascii_case(typed));
    numbered.or_else(labelled).map(|option| option.value.clone())
}

/// A file beside the program; how large it is shows when it is read.
pub(super) fn on_disk(path: &str) -> Attachment {
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    Attachment { name: name.unwrap_or_default(), at: path.to_owned(), size: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::ChoiceOption;

    fn line(id: &str) -> Field {
        Field::line(id, id.to_owned(), 10)
    }

    fn lines(id: &str) -> Field {
        Field::paragraph(id, id.to_owned(), 10)
    }

    fn either(chosen: Option<&str>) -> Field {
        let options = ["a", "b"].map(|it| ChoiceOption::new(it, format!("Option {it}")));
        Field::choice("either", "either".to_owned(), options, chosen)
    }

    fn form(fields: Vec<Field>) -> Form {
        let parts = fields.into_iter().map(Into::into).collect();
        Form { title: "A form".to_owned(), submit: "answer round:1".to_owned(), parts }
    }

    fn block(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    fn chosen(value: &str) -> FieldValue {
        FieldValue::Choices(vec![value.to_owned()])
    }

    #[test]
    fn fields_are_filled_in_order() {
        let form = form(vec![line("name"), lines("text"), either(None), lines("more")]);
        let filled = fill(&form, block(&["Ana", "one", "two", ".", "2", "three"])).unwrap();
        assert_eq!(filled["name"], "Ana".into());
        assert_eq!(filled["text"], "one\ntwo".into());
        assert_eq!(filled["either"], chosen("b"));
        assert_eq!(filled["more"], "three".into());
    }

    #[test]
    fn a_field_that_is_left_out_keeps_what_it_holds() {
        let form = form(vec![lines("text"), either(Some("b")), line("name")]);
        let filled = fill(&form, block(&["one"])).unwrap();
        assert_eq!((&filled["either"], &filled["name"]), (&chosen("b"), &"".into()));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let one = form(vec![line("name")]);
        assert!(fill(&one, block(&["Ana", "Ben"])).unwrap_err().words().contains("Ben"));
        assert!(fill(&one, block(&["12345678901"])).unwrap_err().words().contains("at most 10"));
        assert!(check(&lines("text"), " ".to_owned()).is_err());
        let before = lines("text").value(Some("before".to_owned()));
        assert_eq!(check(&before, " ".to_owned()).unwrap(), "before".into());
        for wrong in ["0", "3", "Option c", ""] {
            assert!(check(&either(None), wrong.to_owned()).is_err(), "{wrong}");
        }
        assert_eq!(check(&either(None), "option A".to_owned()).unwrap(), chosen("a"));
    }

    #[test]
    fn a_checkbox_takes_yes_or_no_and_an_upload_a_path() {
        let tick = Field::checkbox("tick", "tick".to_owned(), true);
        for (typed, checked) in [("y", true), ("No", false), ("", true)] {
            assert_eq!(check(&tick, typed.to_owned()).unwrap(), FieldValue::Flag(checked));
        }
        assert!(check(&tick, "perhaps".to_owned()).is_err());
        let upload = Field::file("file", "file".to_owned(), &[".txt"]);
        assert!(check(&upload, String::new()).is_err());
        let FieldValue::Files(files) = check(&upload, "a/b.txt".to_owned()).unwrap() else {
            panic!("no file")
        };
        assert_eq!((files[0].name.as_str(), files[0].at.as_str()), ("b.txt", "a/b.txt"));
    }
}
