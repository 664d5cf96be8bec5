//! Buttons and menus, as components.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{label, object};
use crate::messages::ui::limits::{
    BUTTON_LABEL, BUTTONS, CUSTOM_ID, SELECT_OPTION, SELECT_OPTIONS, SELECT_PLACEHOLDER,
};
use crate::messages::{Block, Button, ButtonStyle, Card, Menu};

/// A row and the menu in it.
const MENU: usize = 2;
/// As many rows as a card may have before short ones are filled up.
const FEW_ROWS: usize = 5;

/// The controls of a card that Discord would take. What it would refuse the whole message for is left
/// out, and the log says so: it is a mistake of ours.
#[derive(Debug)]
pub(super) struct Controls<'c> {
    /// The button beside each block.
    pub(super) beside: Vec<Option<&'c Button>>,
    rows: Vec<Vec<&'c Button>>,
    menu: Option<&'c Menu>,
}

impl<'c> Controls<'c> {
    pub(super) fn of(card: &'c Card) -> Self {
        let mut seen = HashSet::new();
        let menu = card.menu.as_ref().filter(|menu| fits(&menu.press, &mut seen));
        let menu = menu.filter(|menu| !menu.entries.is_empty());
        let beside = card.blocks.iter().map(Block::button);
        let beside = beside.map(|it| it.filter(|button| fits(&button.press, &mut seen))).collect();
        let mut rows = Vec::new();
        for row in &card.buttons {
            let fitting = row.iter().filter(|button| fits(&button.press, &mut seen));
            rows.extend(fitting.collect::<Vec<_>>().chunks(BUTTONS).map(<[_]>::to_vec));
        }
        Self { beside, rows, menu }
    }

    /// How many components they are, with buttons in front of the others.
    pub(super) fn count(&self, first: &[&Button]) -> usize {
        count(&self.rows(first)) + self.menu.map_or(0, |_| MENU)
    }

    /// As at most `room` components, with buttons in front of the others.
    pub(super) fn shown(&self, first: &[&Button], room: usize) -> Vec<Value> {
        let menu = self.menu.filter(|_| room >= MENU);
        let room = room - menu.map_or(0, |_| MENU);
        let mut rows = self.rows(first);
        while count(&rows) > room {
            tracing::error!(rows = rows.len(), "a card has too many buttons");
            if rows.last_mut().and_then(Vec::pop).is_none() {
                rows.pop();
            }
        }
        let buttons = rows.into_iter().filter(|row| !row.is_empty());
        let buttons = buttons.map(|row| row.into_iter().map(button).collect());
        buttons.chain(menu.map(|menu| vec![select(menu)])).map(row).collect()
    }

    /// The rows of buttons; more than a few short ones are filled up.
    fn rows<'b>(&'b self, first: &'b [&'b Button]) -> Vec<Vec<&'b Button>> {
        let first = first.chunks(BUTTONS).map(<[_]>::to_vec);
        let rows: Vec<Vec<&Button>> = first.chain(self.rows.iter().cloned()).collect();
        match rows.len() {
            ..=FEW_ROWS => rows,
            _ => rows.concat().chunks(BUTTONS).map(<[_]>::to_vec).collect(),
        }
    }
}

fn count(rows: &[Vec<&Button>]) -> usize {
    rows.iter().map(|row| row.len() + 1).sum()
}

/// What the controls of a message carry, in order: a message of ours is known by it.
pub(in super::super) fn addresses(components: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(components, &mut |component| {
        found.extend(component["custom_id"].as_str().map(str::to_owned));
    });
    found
}

/// Changes what the controls of a message carry.
pub(in super::super) fn readdress(components: &mut Value, change: &dyn Fn(&str) -> String) {
    match components {
        Value::Array(all) => all.iter_mut().for_each(|one| readdress(one, change)),
        Value::Object(fields) => {
            for (field, value) in fields {
                match (field.as_str(), &*value) {
                    ("custom_id", Value::String(line)) => *value = Value::String(change(line)),
                    ("components" | "accessory", _) => readdress(value, change),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Visits components and all within them, in the order in which they are read.
pub(super) fn walk(components: &Value, visit: &mut dyn FnMut(&Value)) {
    for component in components.as_array().into_iter().flatten() {
        visit(component);
        walk(&component["components"], visit);
        if component["accessory"].is_object() {
            visit(&component["accessory"]);
        }
    }
}

fn row(components: Vec<Value>) -> Value {
    object([("type", json!(1)), ("components", Value::Array(components))])
}

pub(super) fn button(button: &Button) -> Value {
    let style = match button.style {
        ButtonStyle::Main => 1,
        ButtonStyle::Side => 2,
        ButtonStyle::Danger => 4,
    };
    let shown = if button.label.trim().is_empty() { "…" } else { &button.label };
    json!({"type": 2, "style": style, "label": label(shown, BUTTON_LABEL), "custom_id": button.press})
}

fn select(menu: &Menu) -> Value {
    let mut values = HashSet::new();
    let fitting = menu.entries.iter().filter(|entry| fits(&entry.value, &mut values));
    let options = fitting.take(SELECT_OPTIONS).map(|entry| {
        let mut option = json!({"label": label(&entry.label, SELECT_OPTION), "value": entry.value});
        if let Some(about) = entry.about.as_deref().filter(|about| !about.is_empty()) {
            option["description"] = json!(label(about, SELECT_OPTION));
        }
        option
    });
    object([
        ("type", json!(3)),
        ("custom_id", json!(menu.press)),
        ("placeholder", json!(label(&menu.hint, SELECT_PLACEHOLDER))),
        ("options", options.collect()),
    ])
}

fn fits(line: &str, seen: &mut HashSet<String>) -> bool {
    let fits =
        !line.is_empty() && line.chars().count() <= CUSTOM_ID && seen.insert(line.to_owned());
    if !fits {
        tracing::error!(line, "a control carries an empty, a long or a repeated line");
    }
    fits
}
