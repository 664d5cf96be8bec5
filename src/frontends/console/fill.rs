//! Filling in a form: what the fields take, and which lines of a script go in which.

use std::collections::BTreeMap;

use crate::messages::{Field, Form, Text, console};

/// What each field holds, by its id.
pub(super) type Filled = BTreeMap<String, String>;

/// Ends a field of several lines, where another follows.
pub(super) const END: &str = ".";

/// Puts lines into the fields in their order: one line in a short field, and in a long one all up
/// to a `.` on a line of its own.
pub(super) fn fill(form: &Form, block: Vec<String>) -> Result<Filled, Text> {
    let mut lines = block.into_iter().peekable();
    let mut filled = Filled::new();
    for field in &form.fields {
        let taken: Vec<String> = match field.long {
            true => lines.by_ref().take_while(|line| line != END).collect(),
            false => lines.by_ref().take(1).collect(),
        };
        let text = check(field, taken.join("\n"))?;
        filled.insert(field.id.clone(), text);
    }
    match lines.next() {
        Some(stray) => Err(console::form_full(&stray)),
        None => Ok(filled),
    }
}

/// What a field holds once `text` was typed in it, or why it cannot. An empty one keeps what was
/// there.
pub(super) fn check(field: &Field, text: String) -> Result<String, Text> {
    let text = match &field.value {
        Some(value) if text.trim().is_empty() => value.clone(),
        _ => text,
    };
    let count = text.chars().count();
    let (least, most) = (usize::from(field.length.0), usize::from(field.length.1));
    let label = &field.label;
    if text.trim().is_empty() && field.required {
        Err(console::empty(label))
    } else if count < least && count > 0 {
        Err(console::too_short(label, least, count))
    } else if count > most {
        Err(console::too_long(label, most, count))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(id: &str, long: bool) -> Field {
        Field {
            id: id.to_owned(),
            label: id.to_owned(),
            hint: None,
            value: None,
            length: (0, 10),
            long,
            required: false,
        }
    }

    fn form(fields: Vec<Field>) -> Form {
        Form { title: "A form".to_owned(), submit: "answer round:1".to_owned(), fields }
    }

    fn block(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn fields_are_filled_in_order() {
        let form = form(vec![field("name", false), field("text", true), field("more", true)]);
        let filled = fill(&form, block(&["Ana", "one", "two", ".", "three"])).unwrap();
        assert_eq!(filled["name"], "Ana");
        assert_eq!(filled["text"], "one\ntwo");
        assert_eq!(filled["more"], "three");
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let form = form(vec![field("name", false)]);
        assert!(fill(&form, block(&["Ana", "Ben"])).unwrap_err().words().contains("Ben"));
        assert!(fill(&form, block(&["12345678901"])).unwrap_err().words().contains("at most 10"));
        let mut needed = field("name", false);
        needed.required = true;
        assert!(check(&needed, " ".to_owned()).is_err());
        needed.value = Some("before".to_owned());
        assert_eq!(check(&needed, " ".to_owned()).unwrap(), "before");
    }
}
