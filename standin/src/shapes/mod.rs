//! What a body may look like: its fields, their types and their limits.
//!
//! A [`Shape`] is a table. Rules that span several fields (the 6,000 characters of all embeds, a
//! `custom_id` used twice) are functions beside the tables.

pub(crate) mod bodies;
pub(crate) mod commands;
pub(crate) mod component_rules;
pub(crate) mod component_tree;
mod components;
pub(crate) mod messages;

use serde_json::{Map, Value, json};

use crate::refusal::Refusal;

/// What a value may be.
pub(crate) enum Shape {
    Any,
    Bool,
    /// Characters, at least and at most.
    Text(usize, usize),
    /// A whole number, at least and at most.
    Int(i64, i64),
    Number,
    Snowflake,
    /// Items, at least and at most.
    List(&'static Shape, usize, usize),
    Object(&'static [Field]),
    /// Told apart by its `type`.
    Typed(&'static [(i64, &'static [Field])]),
    /// Any names, each with one shape.
    Map(&'static Shape),
}

/// One field of an object.
pub(crate) struct Field {
    name: &'static str,
    shape: Shape,
    required: bool,
}

/// A field that must be there.
pub(crate) const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: true }
}

/// A field that may be left out, or be null.
pub(crate) const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: false }
}

/// What was found wrong with a body.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    errors: Vec<(String, String, String)>,
    /// Fields that Discord does not know. It ignores most of them; we report them.
    pub(crate) unknown: Vec<String>,
}

impl Findings {
    pub(crate) fn add(&mut self, path: &str, code: &str, message: impl Into<String>) {
        self.errors.push((path.to_owned(), code.to_owned(), message.into()));
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    /// Takes over what was found inside a field.
    pub(crate) fn absorb(&mut self, field: &str, inner: Self) {
        let moved = inner.errors.into_iter();
        self.errors.extend(moved.map(|(path, code, text)| (join(field, &path), code, text)));
        self.unknown.extend(inner.unknown.into_iter().map(|path| join(field, &path)));
    }

    /// Makes each unknown field an error too.
    pub(crate) fn refuse_unknown(&mut self) {
        for path in std::mem::take(&mut self.unknown) {
            self.errors.push((path, "UNKNOWN_FIELD".into(), "This field is not known.".into()));
        }
    }

    /// The 50035 that says it all.
    pub(crate) fn refusal(self) -> Refusal {
        let mut errors = Value::Object(Map::new());
        for (path, code, message) in self.errors {
            let mut place = &mut errors;
            for step in path.split('.').filter(|step| !step.is_empty()) {
                place = &mut place[step];
            }
            let list = &mut place["_errors"];
            if !list.is_array() {
                *list = json!([]);
            }
            if let Some(list) = list.as_array_mut() {
                list.push(json!({ "code": code, "message": message }));
            }
        }
        Refusal {
            status: 400,
            code: 50035,
            message: "Invalid Form Body".into(),
            errors: Some(errors),
        }
    }
}

/// Checks an object's fields.
pub(crate) fn check(fields: &'static [Field], body: &Value) -> Findings {
    let mut found = Findings::default();
    object(fields, body, "", &mut found);
    found
}

impl Shape {
    pub(crate) fn check(&self, value: &Value, path: &str, found: &mut Findings) {
        match self {
            Self::Any => {}
            Self::Bool => {
                if !value.is_boolean() {
                    found.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
                }
            }
            Self::Text(least, most) => text(value, *least, *most, path, found),
            Self::Int(least, most) => match value.as_i64() {
                Some(n) if (*least..=*most).contains(&n) => {}
                Some(_) => {
                    let message = format!("int value should be between {least} and {most}.");
                    found.add(path, "NUMBER_TYPE_MIN_MAX", message);
                }
                None => not_a_number(value, path, found),
            },
            Self::Number => {
                if !value.is_number() {
                    not_a_number(value, path, found);
                }
            }
            Self::Snowflake => {
                if crate::world::messages::snowflake(value).is_none() {
                    let message = format!("Value {value} is not snowflake.");
                    found.add(path, "NUMBER_TYPE_COERCE", message);
                }
            }
            Self::List(item, least, most) => list(item, value, *least, *most, path, found),
            Self::Object(fields) => object(fields, value, path, found),
            Self::Typed(kinds) => {
                let kind = value["type"].as_i64();
                match kinds.iter().find(|(known, _)| Some(*known) == kind) {
                    Some((_, fields)) => object(fields, value, path, found),
                    None => {
                        let known: Vec<String> =
                            kinds.iter().map(|(kind, _)| kind.to_string()).collect();
                        let message = format!(
                            "Value of field \"type\" must be one of ({}).",
                            known.join(", ")
                        );
                        found.add(&join(path, "type"), "UNION_TYPE_CHOICES", message);
                    }
                }
            }
            Self::Map(shape) => match value.as_object() {
                Some(map) => {
                    for (name, value) in map {
                        shape.check(value, &join(path, name), found);
                    }
                }
                None => found.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used."),
            },
        }
    }
}

fn not_a_number(value: &Value, path: &str, found: &mut Findings) {
    found.add(path, "NUMBER_TYPE_COERCE", format!("Value {value} is not int."));
}

fn text(value: &Value, least: usize, most: usize, path: &str, found: &mut Findings) {
    let Some(text) = value.as_str() else {
        return found.add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
    };
    let length = text.trim().chars().count();
    if length < least && length == 0 {
        found.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    } else if length < least || (length > most && least > 0) {
        let message = format!("Must be between {least} and {most} in length.");
        found.add(path, "BASE_TYPE_BAD_LENGTH", message);
    } else if length > most {
        let message = format!("Must be {most} or fewer in length.");
        found.add(path, "BASE_TYPE_MAX_LENGTH", message);
    }
}

fn list(
    item: &'static Shape,
    value: &Value,
    least: usize,
    most: usize,
    path: &str,
    found: &mut Findings,
) {
    let Some(items) = value.as_array() else {
        return found.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    };
    if items.len() < least || (items.len() > most && least > 0) {
        let message = format!("Must be between {least} and {most} in length.");
        found.add(path, "BASE_TYPE_BAD_LENGTH", message);
    } else if items.len() > most {
        let message = format!("Must be {most} or fewer in length.");
        found.add(path, "BASE_TYPE_MAX_LENGTH", message);
    }
    for (n, value) in items.iter().enumerate() {
        item.check(value, &join(path, &n.to_string()), found);
    }
}

fn object(fields: &'static [Field], value: &Value, path: &str, found: &mut Findings) {
    let Some(map) = value.as_object() else {
        return found.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    };
    for field in fields {
        match map.get(field.name) {
            None | Some(Value::Null) if field.required => {
                found.add(&join(path, field.name), "BASE_TYPE_REQUIRED", "This field is required");
            }
            None | Some(Value::Null) => {}
            Some(value) => field.shape.check(value, &join(path, field.name), found),
        }
    }
    for (name, value) in map {
        // Some libraries send `false` and null for what they do not set; that says nothing.
        let says_nothing = value.is_null() || *value == json!(false);
        if !says_nothing && !fields.iter().any(|field| field.name == name) {
            found.unknown.push(join(path, name));
        }
    }
}

pub(crate) fn join(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}
