//! Application commands, and the choices of an autocomplete.

use serde_json::{Value, json};

use super::component_rules::file_types;
use super::{Field, Findings, Shape, check, join, may, must};

const LOCALES: Shape = Shape::Map(&Shape::Text(1, 100));
const CHOICE: Shape = Shape::Object(&[
    must("name", Shape::Text(1, 100)),
    may("name_localizations", LOCALES),
    must("value", Shape::Any),
]);
/// One level of options; what is inside is looked at by [`options`], which knows the depth.
const OPTION: &[Field] = &[
    must("type", Shape::Int(1, 11)),
    must("name", Shape::Text(1, 32)),
    may("name_localizations", LOCALES),
    must("description", Shape::Text(1, 100)),
    may("description_localizations", LOCALES),
    may("required", Shape::Bool),
    may("choices", Shape::List(&CHOICE, 0, 25)),
    may("options", Shape::Any),
    may("channel_types", Shape::List(&Shape::Int(0, 16), 0, 20)),
    may("min_value", Shape::Number),
    may("max_value", Shape::Number),
    may("min_length", Shape::Int(0, 6000)),
    may("max_length", Shape::Int(1, 6000)),
    may("autocomplete", Shape::Bool),
    may("file_types", super::components::FILE_TYPES),
];
const COMMAND: &[Field] = &[
    may("id", Shape::Snowflake),
    must("name", Shape::Text(1, 32)),
    may("name_localizations", LOCALES),
    may("description", Shape::Text(0, 100)),
    may("description_localizations", LOCALES),
    may("options", Shape::Any),
    may("default_member_permissions", Shape::Text(0, 30)),
    may("dm_permission", Shape::Bool),
    may("default_permission", Shape::Bool),
    may("integration_types", Shape::List(&Shape::Int(0, 1), 1, 2)),
    may("contexts", Shape::List(&Shape::Int(0, 2), 1, 3)),
    may("type", Shape::Int(1, 4)),
    may("nsfw", Shape::Bool),
    may("handler", Shape::Int(1, 2)),
];

/// Checks one command.
pub(crate) fn command(body: &Value) -> Findings {
    let mut found = check(COMMAND, body);
    let kind = body["type"].as_i64().unwrap_or(1);
    if kind == 1 {
        name(&body["name"], "name", &mut found);
        Shape::Text(1, 100).check(&body["description"], "description", &mut found);
        options(&body["options"], "options", 0, &mut found);
        if size(body) > 8000 {
            let message = "Command exceeds maximum size (8000)";
            found.add("", "APPLICATION_COMMAND_TOO_LARGE", message);
        }
    } else {
        if body["description"].as_str().is_some_and(|text| !text.is_empty()) {
            let message = "Context menu commands cannot have description";
            found.add("description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", message);
        }
        if body["options"].as_array().is_some_and(|list| !list.is_empty()) {
            let message = "Context menu commands cannot have options";
            found.add("options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", message);
        }
    }
    found
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, and no upper case where there is a lower one.
fn name(name: &Value, path: &str, found: &mut Findings) {
    let Some(name) = name.as_str() else { return };
    let fits =
        name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'') || is_mark(c));
    if !fits || name.to_lowercase() != name {
        let message = "Command name is invalid";
        found.add(path, "APPLICATION_COMMAND_INVALID_NAME", message);
    }
}

/// Vowel signs of Devanagari and Thai, which Discord lets through by script.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{097F}' | '\u{0E00}'..='\u{0E7F}')
}

fn options(list: &Value, path: &str, depth: usize, found: &mut Findings) {
    if list.is_null() {
        return;
    }
    Shape::List(&Shape::Object(OPTION), 0, 25).check(list, path, found);
    let (mut optional_seen, mut names) = (false, Vec::new());
    let list = list.as_array().map_or(&[][..], Vec::as_slice);
    let nested = list.iter().filter(|one| matches!(one["type"].as_i64(), Some(1 | 2))).count();
    if nested > 0 && nested < list.len() {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        found.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
    for (n, option) in list.iter().enumerate() {
        let path = join(path, &n.to_string());
        name(&option["name"], &join(&path, "name"), found);
        if names.contains(&&option["name"]) {
            let message = "Option name already used";
            found.add(&join(&path, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", message);
        }
        names.push(&option["name"]);
        let required = option["required"] == json!(true);
        if required && optional_seen {
            let message = "Required options must be placed before non-required options";
            found.add(&path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
        }
        optional_seen |= !required;
        match option["type"].as_i64() {
            Some(2) if depth == 0 => options(&option["options"], &join(&path, "options"), 1, found),
            Some(1) if depth < 2 => options(&option["options"], &join(&path, "options"), 2, found),
            Some(1 | 2) => {
                let message = "Sub-commands are nested too deep";
                found.add(&join(&path, "type"), "APPLICATION_COMMAND_OPTIONS_NESTED", message);
            }
            _ => value_option(option, &path, found),
        }
    }
}

fn value_option(option: &Value, path: &str, found: &mut Findings) {
    let kind = option["type"].as_i64().unwrap_or(0);
    let offers = option["choices"].as_array().is_some_and(|list| !list.is_empty());
    let completes = option["autocomplete"] == json!(true);
    if offers && completes {
        let message = "Choices and autocomplete are mutually exclusive";
        found.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", message);
    }
    if (offers || completes) && !matches!(kind, 3 | 4 | 10) {
        let message = "Only strings, integers and numbers have choices or autocomplete";
        found.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_TYPE", message);
    }
    if kind != 11 && option["file_types"].is_array() {
        let message = "Only attachments have file types";
        found.add(&join(path, "file_types"), "APPLICATION_COMMAND_OPTIONS_FILE_TYPES", message);
    }
    file_types(&option["file_types"], path, found);
    if option["options"].as_array().is_some_and(|list| !list.is_empty()) {
        let message = "Only sub-commands and groups have options";
        found.add(&join(path, "options"), "APPLICATION_COMMAND_OPTIONS_NESTED", message);
    }
    choices(&option["choices"], kind, &join(path, "choices"), found);
}

/// Checks what choices hold: values of the option's type, each name once.
fn choices(list: &Value, kind: i64, path: &str, found: &mut Findings) {
    let mut names = Vec::new();
    for (n, choice) in list.as_array().into_iter().flatten().enumerate() {
        let value = &choice["value"];
        let at = join(path, &format!("{n}.value"));
        match kind {
            3 => Shape::Text(1, 100).check(value, &at, found),
            4 => Shape::Int(-(1 << 53), 1 << 53).check(value, &at, found),
            _ => Shape::Number.check(value, &at, found),
        }
        if names.contains(&&choice["name"]) {
            let message = "Choice name already used";
            let at = join(path, &format!("{n}.name"));
            found.add(&at, "APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATED", message);
        }
        names.push(&choice["name"]);
    }
}

/// Checks the answer to an autocomplete of an option of this type.
pub(crate) fn completion(data: &Value, kind: i64) -> Findings {
    const DATA: &[Field] = &[must("choices", Shape::List(&CHOICE, 0, 25))];
    let mut found = check(DATA, data);
    for (n, choice) in data["choices"].as_array().into_iter().flatten().enumerate() {
        let at = format!("choices.{n}.value");
        match kind {
            3 => Shape::Text(1, 100).check(&choice["value"], &at, &mut found),
            4 => Shape::Int(-(1 << 53), 1 << 53).check(&choice["value"], &at, &mut found),
            _ => Shape::Number.check(&choice["value"], &at, &mut found),
        }
    }
    found
}

/// The characters of all names, descriptions and choice values, which may be 8,000.
fn size(command: &Value) -> usize {
    let own: usize = ["name", "description", "value"]
        .iter()
        .filter_map(|field| command[*field].as_str())
        .map(|text| text.chars().count())
        .sum();
    let inner = ["options", "choices"]
        .iter()
        .flat_map(|field| command[*field].as_array().into_iter().flatten());
    own + inner.map(size).sum::<usize>()
}
