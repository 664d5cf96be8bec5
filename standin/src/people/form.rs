//! Forms: modals, as the person sees them who fills them in.

use serde_json::{Value, json};

use super::Failure;
use super::message::is_named;
use crate::id::Id;
use crate::shapes::component_tree::walk;

/// The types of its fields that are filled in in a way of their own.
const TEXT: u64 = 4;
const UPLOAD: u64 = 19;
const RADIO: u64 = 21;
const CHECKBOXES: u64 = 22;
const CHECKBOX: u64 = 23;

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
    /// What is said beside that.
    pub description: String,
    /// What it holds at first: words, the values that are chosen, `true` or `false`.
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
            walk(top, &mut |component| fields.extend(FormField::of(top, component)));
        }
        fields
    }

    /// The field of that `custom_id` or label.
    ///
    /// # Errors
    /// If there is none.
    pub fn field(&self, name: &str) -> Result<FormField, Failure> {
        let mut fields = self.fields();
        match fields.iter().position(|field| named(field, name)) {
            Some(at) => Ok(fields.swap_remove(at)),
            None => {
                let there = fields.into_iter().map(|field| field.custom_id).collect();
                Err(Failure::NoSuchComponent { wanted: name.to_owned(), there })
            }
        }
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

    /// The data of its submission, when the client would let it go. Files are those that were picked,
    /// by name and id.
    pub(crate) fn filled(
        &self,
        values: &[(&str, &str)],
        files: &[(String, Value)],
    ) -> Result<Value, Failure> {
        for (name, _) in values {
            self.field(name)?;
        }
        let mut answers = Vec::new();
        let mut resolved = json!({});
        for field in &self.fields() {
            let given = values.iter().find(|(name, _)| named(field, name));
            let value = given.map_or(field.value.as_str(), |(_, value)| value);
            let answer = field.answer(value, files)?;
            if field.kind == UPLOAD {
                let ids = answer["values"].as_array().into_iter().flatten();
                for id in ids.filter_map(Value::as_str) {
                    let picked = files.iter().find(|(_, file)| file["id"] == id);
                    resolved["attachments"][id] = picked.map_or(Value::Null, |it| it.1.clone());
                }
            }
            answers.push((field.custom_id.clone(), answer));
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
        let mut data = json!({ "custom_id": self.custom_id, "components": components });
        if resolved != json!({}) {
            data["resolved"] = resolved;
        }
        Ok(data)
    }
}

fn named(field: &FormField, name: &str) -> bool {
    field.label == name || is_named(&field.component, name)
}

impl FormField {
    /// The field that a component is, if it is one.
    fn of(top: &Value, component: &Value) -> Option<Self> {
        let custom_id = component["custom_id"].as_str()?;
        let label = top["label"].as_str().or(component["label"].as_str()).unwrap_or_default();
        let kind = component["type"].as_u64().unwrap_or(0);
        let number = |field: &str, or| component[field].as_u64().unwrap_or(or);
        let options = component["options"].as_array().map_or(&[][..], Vec::as_slice);
        let all = u64::try_from(options.len()).unwrap_or(u64::MAX);
        let chosen = options.iter().filter(|option| option["default"] == json!(true));
        let chosen: Vec<&str> = chosen.filter_map(|option| option["value"].as_str()).collect();
        let value = match kind {
            TEXT => component["value"].as_str().unwrap_or_default().to_owned(),
            CHECKBOX => (component["default"] == json!(true)).to_string(),
            _ => chosen.join(","),
        };
        let between = match kind {
            TEXT => (number("min_length", 0), number("max_length", 4000)),
            CHECKBOXES => (number("min_values", 1), number("max_values", all)),
            _ => (number("min_values", 1), number("max_values", 1)),
        };
        Some(Self {
            kind,
            custom_id: custom_id.to_owned(),
            label: label.to_owned(),
            description: top["description"].as_str().unwrap_or_default().to_owned(),
            value,
            // A single box can be left as it is.
            required: kind != CHECKBOX && component["required"] != json!(false),
            between,
            component: component.clone(),
        })
    }

    /// What can be chosen in it: values and labels.
    #[must_use]
    pub fn options(&self) -> Vec<(String, String)> {
        let text =
            |option: &Value, field: &str| option[field].as_str().unwrap_or_default().to_owned();
        let options = self.component["options"].as_array().into_iter().flatten();
        options.map(|option| (text(option, "value"), text(option, "label"))).collect()
    }

    /// What is sent of a field with this in it, or why the client would not send it.
    fn answer(&self, value: &str, files: &[(String, Value)]) -> Result<Value, Failure> {
        let mut json = json!({
            "type": self.kind, "id": self.component["id"], "custom_id": self.custom_id,
        });
        match self.kind {
            TEXT => json["value"] = json!(self.written(value)?),
            CHECKBOX => match value {
                "true" => json["value"] = json!(true),
                "false" => json["value"] = json!(false),
                _ => return self.wrong(format!("{value:?} is neither true nor false")),
            },
            UPLOAD => json["values"] = json!(self.uploaded(value, files)?),
            // Nothing is chosen: null.
            RADIO => json["value"] = json!(self.chosen(value)?.first()),
            _ => json["values"] = json!(self.chosen(value)?),
        }
        Ok(json)
    }

    fn written<'v>(&self, value: &'v str) -> Result<&'v str, Failure> {
        let (least, most) = self.between;
        let length = u64::try_from(value.chars().count()).unwrap_or(u64::MAX);
        if self.required && value.trim().is_empty() {
            return self.wrong("it must be filled in".to_owned());
        }
        if length > 0 && !(least..=most).contains(&length) {
            return self.wrong(format!("{length} characters are not between {least} and {most}"));
        }
        if self.component["style"] == 1 && value.contains('\n') {
            return self.wrong("it has one line only".to_owned());
        }
        Ok(value)
    }

    /// The values of the options that are named by value or label, with commas.
    fn chosen(&self, value: &str) -> Result<Vec<String>, Failure> {
        let options = self.options();
        let pick =
            |one: &str| match options.iter().find(|(value, label)| value == one || label == one) {
                Some((value, _)) => Ok(value.clone()),
                None if options.is_empty() => Ok(one.to_owned()),
                None => self.wrong(format!("there is no choice {one:?}")),
            };
        let given = value.split(',').map(str::trim).filter(|one| !one.is_empty());
        let chosen: Vec<String> = given.map(pick).collect::<Result<_, _>>()?;
        self.count(chosen.len())?;
        Ok(chosen)
    }

    /// The ids of the files that are named, with commas.
    fn uploaded(&self, value: &str, files: &[(String, Value)]) -> Result<Vec<String>, Failure> {
        let types: Vec<&str> = self.component["file_types"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut ids = Vec::new();
        for name in value.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let Some((_, file)) = files.iter().find(|(known, _)| known == name) else {
                return self.wrong(format!("there is no file {name:?}"));
            };
            if !takes(&types, name) {
                return self.wrong(format!("{name:?} is not one of {types:?}"));
            }
            ids.push(file["id"].as_str().unwrap_or_default().to_owned());
        }
        self.count(ids.len())?;
        Ok(ids)
    }

    /// Whether so many can be chosen. What is not required may be left out.
    fn count(&self, count: usize) -> Result<(), Failure> {
        let (least, most) = self.between;
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let left_out = count == 0 && !self.required;
        if !left_out && !(least..=most).contains(&count) {
            return self.wrong(format!("{count} choices are not between {least} and {most}"));
        }
        Ok(())
    }

    fn wrong<T>(&self, why: String) -> Result<T, Failure> {
        Err(Failure::Invalid(format!("field {:?}: {why}", self.label)))
    }
}

/// Whether a file's name has one of the endings that are asked for; whatever is in it.
pub(super) fn takes(types: &[&str], name: &str) -> bool {
    let name = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    types.is_empty()
        || types.iter().any(|kind| match *kind {
            "image" => ends(&[".png", ".gif", ".jpg", ".jpeg", ".jfif", ".webp", ".avif"]),
            "video" => ends(&[".mp4", ".mov", ".qt", ".webm"]),
            "audio" => ends(&[".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac"]),
            ending => ends(&[&ending.to_lowercase()]),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Modal {
        let label = |label: &str, component: Value| {
            json!({
                "type": 18, "id": 9, "label": label, "description": "d", "component": component,
            })
        };
        let options = json!([
            { "value": "a", "label": "Option a" },
            { "value": "b", "label": "Option b", "default": true },
        ]);
        let data = json!({ "custom_id": "f", "title": "t", "components": [
            { "type": 10, "id": 1, "content": "To read" },
            label("Words", json!({ "type": 4, "id": 2, "custom_id": "text", "style": 2, "max_length": 9 })),
            label("Choose", json!({ "type": 21, "id": 3, "custom_id": "one", "options": options })),
            label("Tick", json!({ "type": 23, "id": 4, "custom_id": "tick" })),
            label("File", json!({
                "type": 19, "id": 5, "custom_id": "file", "file_types": [".txt", "image"],
                "required": false, "min_values": 0, "max_values": 2,
            })),
        ] });
        Modal::of(&data, Id(1), None, json!({}))
    }

    #[test]
    fn a_person_writes_chooses_ticks_and_uploads() {
        let files = [("a.TXT", "7"), ("b.png", "8")];
        let files = files.map(|(name, id)| (name.to_owned(), json!({ "id": id })));
        let filled = form().filled(
            &[("Words", "Yes."), ("one", "Option a"), ("Tick", "true"), ("File", "a.TXT, b.png")],
            &files,
        );
        let filled = filled.unwrap();
        let parts = &filled["components"];
        assert_eq!(parts[0], json!({ "type": 10, "id": 1 }));
        assert_eq!(parts[1]["component"]["value"], "Yes.");
        assert_eq!(parts[2]["component"]["value"], "a");
        assert_eq!(parts[3]["component"]["value"], true);
        assert_eq!(parts[4]["component"]["values"], json!(["7", "8"]));
        assert_eq!(filled["resolved"]["attachments"]["8"], json!({ "id": "8" }));
    }

    #[test]
    fn what_is_left_alone_is_sent_as_it_is() {
        let filled = form().filled(&[("text", "Yes.")], &[]).unwrap();
        let parts = &filled["components"];
        assert_eq!(parts[2]["component"]["value"], "b");
        assert_eq!(parts[3]["component"]["value"], false);
        assert_eq!(parts[4]["component"]["values"], json!([]));
        assert!(filled.get("resolved").is_none());
    }

    #[test]
    fn the_client_sends_nothing_that_does_not_fit() {
        let pdf = [("c.pdf".to_owned(), json!({ "id": "9" }))];
        for (values, files) in [
            (&[("text", "")][..], &[][..]),
            (&[("text", "ten letters")], &[]),
            (&[("text", "Yes."), ("one", "c")], &[]),
            (&[("text", "Yes."), ("one", "a,b")], &[]),
            (&[("text", "Yes."), ("one", "")], &[]),
            (&[("text", "Yes."), ("tick", "maybe")], &[]),
            (&[("text", "Yes."), ("file", "gone.txt")], &[]),
            (&[("text", "Yes."), ("file", "c.pdf")], &pdf),
            (&[("text", "Yes."), ("other", "x")], &[]),
        ] {
            assert!(form().filled(values, files).is_err(), "{values:?}");
        }
    }
}
