//! The numbers and letters that a browser puts before the items of a list.

use crate::read::dom::Element;

/// A list that is open, with the number of its next item.
pub(super) struct List {
    next: Option<i64>,
    step: i64,
    letters: bool,
}

impl List {
    /// An `ol` or a `ul`.
    pub(super) fn of(element: &Element) -> Self {
        if &*element.name == "ul" {
            return Self { next: None, step: 1, letters: false };
        }
        let start = element.get("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let letters = element.get("type") == Some("a");
        let step = if element.get("reversed").is_some() { -1 } else { 1 };
        Self { next: Some(start), step, letters }
    }

    /// What stands before the next item; nothing in a list without numbers.
    pub(super) fn label(&mut self, item: &Element) -> Option<String> {
        let given = item.get("value").and_then(|value| value.trim().parse::<i64>().ok());
        let number = given.unwrap_or(self.next?);
        self.next = Some(number.saturating_add(self.step));
        let letter = u32::try_from(number).ok().filter(|n| self.letters && (1..=26).contains(n));
        Some(match letter.and_then(|n| char::from_u32(96 + n)) {
            Some(letter) => format!("{letter}) "),
            None => format!("{number}. "),
        })
    }
}
