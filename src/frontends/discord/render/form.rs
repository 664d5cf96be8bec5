//! A form, as a modal.

use serde_json::{Value, json};

use super::label;
use crate::messages::ui::limits::{
    FIELD_LABEL, FIELD_PLACEHOLDER, FIELD_VALUE, MODAL_PARTS, MODAL_TITLE,
};
use crate::messages::ui::truncate;
use crate::messages::{Field, Form};

/// A form as Discord takes it.
pub(in super::super) fn modal(form: &Form) -> Value {
    let fields = form.fields.iter().take(MODAL_PARTS);
    let rows = fields.map(|field| json!({"type": 1, "components": [input(field)]}));
    json!({
        "title": label(&form.title, MODAL_TITLE),
        "custom_id": form.submit,
        "components": rows.collect::<Vec<_>>(),
    })
}

fn input(field: &Field) -> Value {
    let most = field.length.1.clamp(1, FIELD_VALUE);
    let mut input = json!({
        "type": 4,
        "custom_id": field.id,
        "style": if field.long { 2 } else { 1 },
        "label": label(&field.label, FIELD_LABEL),
        "min_length": field.length.0.min(most),
        "max_length": most,
        "required": field.required,
    });
    if let Some(hint) = field.hint.as_deref().filter(|hint| !hint.is_empty()) {
        input["placeholder"] = json!(label(hint, FIELD_PLACEHOLDER));
    }
    if let Some(value) = field.value.as_deref().filter(|value| !value.is_empty()) {
        // Discord refuses a form whose value is longer than it takes; an answer is never longer.
        input["value"] = json!(truncate(value, usize::from(most)));
    }
    input
}
