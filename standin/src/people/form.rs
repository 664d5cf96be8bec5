//! Forms: modals, as the person sees them who fills them in.

use serde_json::{Value, json};

use super::Failure;
use super::message::is_named;
use crate::id::Id;
use crate::shapes::component_tree::walk;

/// A form that the bot opened.
#[derive(Clone, Debug)]
pub struct Modal {
    /// Its `custom_id`.
    pub custom_id: String,
    /// Its title.
    pub title: String,
    /// Its components, as Discord holds them.
    pub components: Vec<Value>,
    /// Where it was opened.
    pub(crate) channel: Id,
    /// The message whose button opened it.
    pub(crate) source: Option<Id>,
    /// The interaction that opened it.
    pub(crate) opened_by: Value,
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Its component type; 4 is a text input.
    pub kind: u64,
    /// Its `custom_id`.
    pub custom_id: String,
    /// What it is called.
    pub label: String,
    /// What stands in it at first.
    pub value: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// The least and the most characters, or choices.
    pub between: (u64, u64),
    component: Value,
}

impl Modal {
    pub(crate) fn of(data: &Value, channel: Id, source: Option<Id>, opened_by: Value) -> Self {
        Self {
            custom_id: data["custom_id"].as_str().unwrap_or_default().to_owned(),
            title: data["title"].as_str().unwrap_or_default().to_owned(),
            components: data["components"].as_array().cloned().unwrap_or_default(),
            channel,
            source,
            opened_by,
        }
    }

    /// Its fields, in order.
    #[must_use]
    pub fn fields(&self) -> Vec<FormField> {
        let mut fields = Vec::new();
        for top in &self.components {
            walk(top, &mut |component| {
                let Some(custom_id) = component["custom_id"].as_str() else {
                    return;
                };
                let outer = top["label"].as_str();
                let label = outer.or(component["label"].as_str()).unwrap_or_default();
                let text = component["type"] == 4;
                let number = |field: &str, or| component[field].as_u64().unwrap_or(or);
                fields.push(FormField {
                    kind: component["type"].as_u64().unwrap_or(0),
                    custom_id: custom_id.to_owned(),
                    label: label.to_owned(),
                    value: component["value"].as_str().unwrap_or_default().to_owned(),
                    required: component["required"] != json!(false),
                    between: if text {
                        (number("min_length", 0), number("max_length", 4000))
                    } else {
                        (number("min_values", 1), number("max_values", 1))
                    },
                    component: component.clone(),
                });
            });
        }
        fields
    }

    /// All that can be read in it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        for top in &self.components {
            walk(top, &mut |component| {
                for field in ["label", "description", "content", "value", "placeholder"] {
                    lines.extend(component[field].as_str().map(str::to_owned));
                }
            });
        }
        lines.join("\n")
    }

    /// The data of its submission, when the client would let it go.
    pub(crate) fn filled(&self, values: &[(&str, &str)]) -> Result<Value, Failure> {
        let fields = self.fields();
        for (name, _) in values {
            if !fields.iter().any(|field| named(field, name)) {
                let there = fields.iter().map(|field| field.custom_id.clone()).collect();
                return Err(Failure::NoSuchComponent { wanted: (*name).to_owned(), there });
            }
        }
        let mut answers = Vec::new();
        for field in &fields {
            let given = values.iter().find(|(name, _)| named(field, name));
            let value = given.map_or(field.value.as_str(), |(_, value)| value);
            answers.push((field.custom_id.clone(), field.answer(value)?));
        }
        let answer = |component: &Value| {
            let custom_id = component["custom_id"].as_str()?;
            answers.iter().find(|(known, _)| known == custom_id).map(|(_, answer)| answer.clone())
        };
        let components: Vec<Value> = self
            .components
            .iter()
            .map(|top| match top["type"].as_u64() {
                Some(1) => {
                    let inner = top["components"].as_array().into_iter().flatten();
                    let inner: Vec<Value> = inner.filter_map(answer).collect();
                    json!({ "type": 1, "id": top["id"], "components": inner })
                }
                Some(18) => {
                    let inner = answer(&top["component"]);
                    json!({ "type": 18, "id": top["id"], "component": inner })
                }
                _ => json!({ "type": top["type"], "id": top["id"] }),
            })
            .collect();
        Ok(json!({ "custom_id": self.custom_id, "components": components }))
    }
}

fn named(field: &FormField, name: &str) -> bool {
    field.label == name || is_named(&field.component, name)
}

impl FormField {
    /// What is sent of a field with this in it, or why the client would not send it.
    fn answer(&self, value: &str) -> Result<Value, Failure> {
        let wrong = |why: String| Err(Failure::Invalid(format!("field {:?}: {why}", self.label)));
        let mut json = json!({
            "type": self.kind, "id": self.component["id"], "custom_id": self.custom_id,
        });
        let (least, most) = self.between;
        if self.kind == 4 {
            let length = u64::try_from(value.chars().count()).unwrap_or(u64::MAX);
            if self.required && value.trim().is_empty() {
                return wrong("it must be filled in".to_owned());
            }
            if length > 0 && !(least..=most).contains(&length) {
                return wrong(format!("{length} characters are not between {least} and {most}"));
            }
            if self.component["style"] == 1 && value.contains('\n') {
                return wrong("it has one line only".to_owned());
            }
            json["value"] = json!(value);
            return Ok(json);
        }
        if self.kind == 23 {
            json["value"] = json!(value == "true");
            return Ok(json);
        }
        let chosen: Vec<&str> =
            value.split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
        let count = u64::try_from(chosen.len()).unwrap_or(u64::MAX);
        let least = if self.required { least } else { 0 };
        if !(least..=most).contains(&count) {
            return wrong(format!("{count} choices are not between {least} and {most}"));
        }
        if let Some(options) = self.component["options"].as_array() {
            for one in &chosen {
                if !options.iter().any(|option| option["value"] == *one) {
                    return wrong(format!("there is no choice {one:?}"));
                }
            }
        }
        if self.kind == 21 {
            json["value"] = json!(chosen.first());
        } else {
            json["values"] = json!(chosen);
        }
        Ok(json)
    }
}
