//! Message components and modal components: the rules that span several fields.

use serde_json::{Value, json};

use super::component_tree::{self, walk, walk_paths};
use super::components::{LAYOUT, MODAL, ROWS};
use super::{Findings, join};

/// The rules over the whole of a message's components.
pub(crate) fn message(components: &Value, layout: bool, found: &mut Findings) {
    let shape = if layout { &LAYOUT } else { &ROWS };
    shape.check(components, "components", found);
    common(components, found);
    for (n, top) in components.as_array().into_iter().flatten().enumerate() {
        walk_paths(top, &format!("components.{n}"), &mut |component, path| match component["type"]
            .as_u64()
        {
            Some(1) => row(component, path, found),
            Some(2) => button(component, path, found),
            Some(3 | 5..=8) => select(component, path, found),
            Some(10) => text_display(component, path, found),
            Some(13) => file(component, path, found),
            _ => {}
        });
    }
    if layout {
        let (mut count, mut text) = (0, 0);
        for top in components.as_array().into_iter().flatten() {
            walk(top, &mut |component| {
                count += 1;
                text += component["content"].as_str().map_or(0, |text| text.chars().count());
            });
        }
        if count > 40 {
            found.add("components", "BASE_TYPE_MAX_LENGTH", "Must be 40 or fewer in length.");
        }
        displayable(text, found);
    }
}

/// Files that components show have to come with the message; what no component shows is not seen.
pub(crate) fn references(components: &[Value], names: &[&str], found: &mut Findings) {
    let shown = component_tree::attachments(components);
    for (path, _) in shown.iter().filter(|(_, name)| !names.contains(&name.as_str())) {
        let message = "The referenced attachment was not found.";
        found.add(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message);
    }
}

/// Checks a modal.
pub(crate) fn modal(data: &Value) -> Findings {
    let mut found = super::check(MODAL, data);
    common(&data["components"], &mut found);
    for (n, top) in data["components"].as_array().into_iter().flatten().enumerate() {
        let in_row = top["type"] == json!(1);
        walk_paths(top, &format!("components.{n}"), &mut |component, path| {
            if component["disabled"] == json!(true) {
                let message = "Components in a modal cannot be disabled.";
                found.add(&join(path, "disabled"), "COMPONENT_DISABLED_IN_MODAL", message);
            }
            match component["type"].as_u64() {
                Some(4) => text_input(component, in_row, path, &mut found),
                Some(3 | 5..=8 | 19 | 21 | 22) => {
                    select(component, path, &mut found);
                    required(component, path, &mut found);
                    file_types(&component["file_types"], path, &mut found);
                }
                _ => {}
            }
        });
    }
    let displays = data["components"].as_array().into_iter().flatten();
    let shown = displays.filter_map(|top| top["content"].as_str());
    displayable(shown.map(|text| text.chars().count()).sum(), &mut found);
    found
}

/// Something that must be filled in cannot be filled in with nothing.
fn required(field: &Value, path: &str, found: &mut Findings) {
    if field["required"] != json!(false) && field["min_values"] == json!(0) {
        let message = "min_values must be at least 1 when required is true";
        found.add(&join(path, "min_values"), "COMPONENT_REQUIRED_MIN_VALUES", message);
    }
}

/// Each is a group of types or an ending with its dot.
pub(super) fn file_types(types: &Value, path: &str, found: &mut Findings) {
    for (n, kind) in types.as_array().into_iter().flatten().enumerate() {
        let kind = kind.as_str().unwrap_or_default();
        let ending = kind.strip_prefix('.').is_some_and(|ending| !ending.is_empty());
        if !ending && !matches!(kind, "image" | "video" | "audio") {
            let message = "Must be image, video, audio or an extension that begins with a dot.";
            found.add(&join(path, &format!("file_types.{n}")), "FILE_TYPE_INVALID", message);
        }
    }
}

fn displayable(text: usize, found: &mut Findings) {
    if text > 4000 {
        let message = "The total size of the text displays exceeds the maximum of 4000.";
        found.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
    }
}

/// No two components share a `custom_id` or an `id`.
fn common(components: &Value, found: &mut Findings) {
    let (mut ids, mut custom_ids) = (Vec::new(), Vec::new());
    for (n, top) in components.as_array().into_iter().flatten().enumerate() {
        walk_paths(top, &format!("components.{n}"), &mut |component, path| {
            if let Some(id) = component["custom_id"].as_str() {
                if custom_ids.contains(&id.to_owned()) {
                    let message = "Component custom id cannot be duplicated";
                    let path = join(path, "custom_id");
                    found.add(&path, "COMPONENT_CUSTOM_ID_DUPLICATED", message);
                }
                custom_ids.push(id.to_owned());
            }
            if let Some(id) = component["id"].as_u64().filter(|id| *id != 0) {
                if ids.contains(&id) {
                    let message = "Component id cannot be duplicated";
                    found.add(&join(path, "id"), "COMPONENT_ID_DUPLICATED", message);
                }
                ids.push(id);
            }
        });
    }
}

fn text_display(text: &Value, path: &str, found: &mut Findings) {
    if text["content"].as_str().is_some_and(|content| content.trim().is_empty()) {
        found.add(&join(path, "content"), "BASE_TYPE_REQUIRED", "This field is required");
    }
}

fn file(file: &Value, path: &str, found: &mut Findings) {
    let url = file["file"]["url"].as_str().unwrap_or_default();
    if !url.starts_with("attachment://") {
        let message = "Scheme must be one of ('attachment',).";
        found.add(&join(path, "file.url"), "URL_TYPE_INVALID_SCHEME", message);
    }
}

fn row(row: &Value, path: &str, found: &mut Findings) {
    let children = row["components"].as_array().map_or(&[][..], Vec::as_slice);
    let selects = children.iter().filter(|child| child["type"] != json!(2)).count();
    if selects > 0 && children.len() > 1 {
        let message = "A row holds up to five buttons, or one select.";
        found.add(&join(path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
    }
}

fn button(button: &Value, path: &str, found: &mut Findings) {
    let has = |field: &str| button.get(field).is_some_and(|value| !value.is_null());
    let named = button["label"].as_str().is_some_and(|label| !label.trim().is_empty());
    let style = button["style"].as_u64();
    let (wanted, unwanted): (&str, &[&str]) = match style {
        Some(5) => ("url", &["custom_id", "sku_id"]),
        Some(6) => ("sku_id", &["custom_id", "url", "label", "emoji"]),
        _ => ("custom_id", &["url", "sku_id"]),
    };
    if !has(wanted) {
        found.add(&join(path, wanted), "BASE_TYPE_REQUIRED", "This field is required");
    }
    for field in unwanted.iter().filter(|field| has(field)) {
        let message = format!("A button of style {} has no {field}.", style.unwrap_or(0));
        found.add(&join(path, field), "BUTTON_COMPONENT_INVALID_FIELD", message);
    }
    if style != Some(6) && !named && !has("emoji") {
        let message = "A button must have a label or an emoji.";
        found.add(path, "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI", message);
    }
    let url = button["url"].as_str().unwrap_or("https://");
    if !["http://", "https://", "discord://"].iter().any(|scheme| url.starts_with(scheme)) {
        let message = "Scheme must be one of ('http', 'https', 'discord').";
        found.add(&join(path, "url"), "URL_TYPE_INVALID_SCHEME", message);
    }
}

fn select(select: &Value, path: &str, found: &mut Findings) {
    let least = select["min_values"].as_u64().unwrap_or(1);
    // All boxes of a group can be checked if nothing else is said.
    let all = || select["options"].as_array().map_or(1, |options| options.len() as u64);
    let usual = if select["type"] == json!(22) { all().max(1) } else { 1 };
    let most = select["max_values"].as_u64().unwrap_or(usual);
    if least > most {
        let message = "min_values cannot be larger than max_values";
        found.add(&join(path, "min_values"), "COMPONENT_SELECT_MIN_MAX", message);
    }
    let Some(options) = select["options"].as_array() else {
        return;
    };
    let count = u64::try_from(options.len()).unwrap_or(u64::MAX);
    if matches!(select["type"].as_u64(), Some(3 | 22)) && most > count.max(1) {
        let message = "max_values cannot be larger than the number of options";
        found.add(&join(path, "max_values"), "COMPONENT_SELECT_MAX_VALUES", message);
    }
    for (n, option) in options.iter().enumerate() {
        if options[..n].iter().any(|other| other["value"] == option["value"]) {
            let path = join(path, &format!("options.{n}.value"));
            let message = "The specified option value is already used";
            found.add(&path, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
    let defaults = options.iter().filter(|option| option["default"] == json!(true)).count();
    if u64::try_from(defaults).unwrap_or(u64::MAX) > most {
        let message = "More defaults than max_values";
        found.add(&join(path, "options"), "COMPONENT_SELECT_DEFAULTS", message);
    }
}

fn text_input(input: &Value, in_row: bool, path: &str, found: &mut Findings) {
    let label = input.get("label").is_some_and(|label| !label.is_null());
    if in_row && !label {
        found.add(&join(path, "label"), "BASE_TYPE_REQUIRED", "This field is required");
    }
    if !in_row && label {
        let message = "A text input in a label has no label of its own.";
        found.add(&join(path, "label"), "TEXT_INPUT_LABEL_NOT_ALLOWED", message);
    }
    let least = input["min_length"].as_u64().unwrap_or(0);
    let most = input["max_length"].as_u64().unwrap_or(4000);
    if least > most {
        let message = "min_length cannot be larger than max_length";
        found.add(&join(path, "min_length"), "TEXT_INPUT_MIN_MAX", message);
    }
    let value = input["value"].as_str().map_or(0, |value| value.chars().count());
    if u64::try_from(value).unwrap_or(u64::MAX) > most {
        let message = format!("Must be {most} or fewer in length.");
        found.add(&join(path, "value"), "BASE_TYPE_MAX_LENGTH", message);
    }
}
