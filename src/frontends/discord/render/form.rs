//! A form, as a modal.

use serde_json::{Value, json};

use super::cut;
use crate::messages::{Field, Form};

const FIELDS: usize = 5;
const TITLE: usize = 45;
const LABEL: usize = 45;
const HINT: usize = 100;
const MOST: u16 = 4000;

/// A form as Discord takes it.
pub(in super::super) fn modal(form: &Form) -> Value {
    let fields = form.fields.iter().take(FIELDS);
    let rows = fields.map(|field| json!({"type": 1, "components": [input(field)]}));
    json!({
        "title": cut(&form.title, TITLE),
        "custom_id": form.submit,
        "components": rows.collect::<Vec<_>>(),
    })
}

fn input(field: &Field) -> Value {
    let most = field.length.1.clamp(1, MOST);
    let mut input = json!({
        "type": 4,
        "custom_id": field.id,
        "style": if field.long { 2 } else { 1 },
        "label": cut(&field.label, LABEL),
        "min_length": field.length.0.min(most),
        "max_length": most,
        "required": field.required,
    });
    if let Some(hint) = field.hint.as_deref().filter(|hint| !hint.is_empty()) {
        input["placeholder"] = json!(cut(hint, HINT));
    }
    if let Some(value) = field.value.as_deref().filter(|value| !value.is_empty()) {
        // Discord refuses a form whose value is longer than it takes; an answer is never longer.
        input["value"] = json!(cut(value, usize::from(most)));
    }
    input
}
