//! Lays the parts of a card out over one message's text displays and sections. What does not fit is
//! handed back: nothing is cut in silence.

use serde_json::{Value, json};

use super::flow::Flow;
use super::{controls, object};
use crate::messages::Button;
use crate::messages::ui::limits::{COMPONENTS_LENGTH, length};

/// Between two texts in one text display.
const BETWEEN: &str = "\n\n";
/// A section, its text display and its button.
const SECTION: usize = 3;

/// A part of a card, in the order in which they are read.
#[derive(Clone, Debug)]
pub(super) struct Part<'c> {
    pub(super) flow: Flow,
    /// The button that belongs beside it.
    pub(super) button: Option<&'c Button>,
}

/// What a message shows of the parts.
#[derive(Debug)]
pub(super) struct Layout<'c> {
    pieces: Vec<Piece<'c>>,
    /// Buttons whose part is not shown beside them.
    pub(super) left: Vec<&'c Button>,
    /// Whether something did not fit.
    pub(super) over: bool,
}

#[derive(Debug)]
struct Piece<'c> {
    text: String,
    button: Option<&'c Button>,
}

impl<'c> From<Flow> for Part<'c> {
    fn from(flow: Flow) -> Self {
        Self { flow, button: None }
    }
}

impl<'c> Layout<'c> {
    /// Lays parts out in at most `room` characters.
    pub(super) fn of(parts: Vec<Part<'c>>, room: usize) -> Self {
        let mut layout = Self { pieces: Vec::new(), left: Vec::new(), over: false };
        let mut free = room;
        for Part { mut flow, button } in parts {
            let shown = flow.shown();
            let length = length(&shown);
            let text = if layout.over || flow.is_empty() {
                String::new()
            } else if length + BETWEEN.len() <= free {
                free -= length + BETWEEN.len();
                shown
            } else {
                layout.over = true;
                let breaks = !flow.whole || length > COMPONENTS_LENGTH;
                if breaks { flow.take(free).trim_end().to_owned() } else { String::new() }
            };
            if text.is_empty() {
                layout.left.extend(button);
            } else {
                layout.pieces.push(Piece { text, button });
            }
        }
        layout
    }

    /// Adds a text of its own at the end.
    pub(super) fn note(&mut self, text: String) {
        self.pieces.push(Piece { text, button: None });
    }

    /// Brings it down to at most `room` components: texts share a text display, and buttons move from
    /// their sections to the rows under them, the last first.
    pub(super) fn shrink(&mut self, room: impl Fn(&[&Button]) -> usize) {
        if self.components() > room(&self.left) {
            self.merge();
        }
        while self.components() > room(&self.left) {
            let Some(row) = self.pieces.iter_mut().rfind(|piece| piece.button.is_some()) else {
                return;
            };
            self.left.extend(row.button.take());
            self.merge();
        }
    }

    fn merge(&mut self) {
        let mut merged: Vec<Piece<'c>> = Vec::new();
        for piece in self.pieces.drain(..) {
            match merged.last_mut() {
                Some(last) if last.button.is_none() && piece.button.is_none() => {
                    last.text.push_str(BETWEEN);
                    last.text.push_str(&piece.text);
                }
                _ => merged.push(piece),
            }
        }
        self.pieces = merged;
    }

    /// How many components it is.
    pub(super) fn components(&self) -> usize {
        let long = |piece: &Piece<'_>| if piece.button.is_some() { SECTION } else { 1 };
        self.pieces.iter().map(long).sum()
    }

    /// As components.
    pub(super) fn shown(&self) -> impl Iterator<Item = Value> {
        self.pieces.iter().map(|piece| match piece.button {
            Some(button) => object([
                ("type", json!(9)),
                ("components", Value::Array(vec![text_display(&piece.text)])),
                ("accessory", controls::button(button)),
            ]),
            None => text_display(&piece.text),
        })
    }
}

/// Text as a component.
pub(super) fn text_display(text: &str) -> Value {
    debug_assert!(length(text) <= COMPONENTS_LENGTH);
    json!({"type": 10, "content": text})
}
