//! Buttons and menus, as rows of components.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::label;
use crate::messages::ui::limits::{
    BUTTON_LABEL, BUTTONS, CUSTOM_ID, ROWS, SELECT_OPTION, SELECT_OPTIONS, SELECT_PLACEHOLDER,
};
use crate::messages::{Button, ButtonStyle, Card, Menu};

/// The rows of a card. What Discord would refuse the whole message for is left out, and the log
/// says so: it is a mistake of ours.
pub(super) fn rows(card: &Card) -> Value {
    let mut seen = HashSet::new();
    let menu = card.menu.as_ref().filter(|menu| fits(&menu.press, &mut seen));
    let menu = menu.filter(|menu| !menu.entries.is_empty()).map(select);
    let most = ROWS - usize::from(menu.is_some());

    let mut rows: Vec<Vec<Value>> = Vec::new();
    for row in &card.buttons {
        let fitting = row.iter().filter(|button| fits(&button.press, &mut seen));
        let shown: Vec<Value> = fitting.map(button).collect();
        rows.extend(shown.chunks(BUTTONS).map(<[Value]>::to_vec));
    }
    if rows.len() > most {
        // Short rows are filled up before anything is left out.
        let all: Vec<Value> = rows.concat();
        rows = all.chunks(BUTTONS).map(<[Value]>::to_vec).collect();
        if rows.len() > most {
            tracing::error!(rows = rows.len(), "a card has too many buttons");
            rows.truncate(most);
        }
    }
    rows.into_iter().chain(menu.map(|menu| vec![menu])).map(row).collect()
}

/// What the controls of a card carry, in order: a message of ours is known by it.
pub(in super::super) fn addresses(components: &Value) -> Vec<String> {
    let rows = components.as_array().into_iter().flatten();
    let parts = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    parts.filter_map(|part| part["custom_id"].as_str()).map(str::to_owned).collect()
}

fn row(components: Vec<Value>) -> Value {
    json!({"type": 1, "components": components})
}

fn button(button: &Button) -> Value {
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
    json!({
        "type": 3,
        "custom_id": menu.press,
        "placeholder": label(&menu.hint, SELECT_PLACEHOLDER),
        "options": options.collect::<Vec<_>>(),
    })
}

fn fits(line: &str, seen: &mut HashSet<String>) -> bool {
    let fits =
        !line.is_empty() && line.chars().count() <= CUSTOM_ID && seen.insert(line.to_owned());
    if !fits {
        tracing::error!(line, "a control carries an empty, a long or a repeated line");
    }
    fits
}
