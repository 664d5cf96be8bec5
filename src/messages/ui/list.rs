//! Lists in a sentence: "a, b and c".

use super::{Text, string, text};

/// The items as one text, joined as the language joins a list.
#[must_use]
pub fn list<T: Into<Text>>(items: impl IntoIterator<Item = T>) -> Text {
    let mut items: Vec<Text> = items.into_iter().map(Into::into).collect();
    let Some(last) = items.pop() else { return Text::new() };
    let Some(before) = items.pop() else { return last };
    let Some(first) = items.first().cloned() else {
        return text!("list-two", first = before, last = last);
    };
    let end = text!("list-end", rest = before, last = last);
    let middle = items.into_iter().skip(1).rev();
    let rest = middle.fold(end, |rest, item| text!("list-middle", item = item, rest = rest));
    text!("list-start", first = first, rest = rest)
}

/// The items one after the other, where there is no room for a sentence: "Liberty, Power".
#[must_use]
pub fn enumeration<T: Into<String>>(items: impl IntoIterator<Item = T>) -> String {
    let items = items.into_iter().map(Into::into);
    items
        .reduce(|first, next| string!("list-enumeration", first = first, next = next))
        .unwrap_or_default()
}

/// As [`list`], of plain words.
#[must_use]
pub fn list_string<T: Into<String>>(items: impl IntoIterator<Item = T>) -> String {
    list(items.into_iter().map(Into::into)).words()
}
