//! Message components and modal components.

use serde_json::{Value, json};

use super::{Field, Findings, Shape, join, may, must};

const TYPE: Field = must("type", Shape::Int(1, 30));
const ID: Field = may("id", Shape::Int(0, i32::MAX as i64));
const CUSTOM_ID: Field = must("custom_id", Shape::Text(1, 100));
const EMOJI: Field = may(
    "emoji",
    Shape::Object(&[
        may("id", Shape::Snowflake),
        may("name", Shape::Text(0, 100)),
        may("animated", Shape::Bool),
    ]),
);
const MEDIA: Shape = Shape::Object(&[must("url", Shape::Text(1, 2048))]);

const BUTTON: &[Field] = &[
    TYPE,
    ID,
    must("style", Shape::Int(1, 6)),
    may("label", Shape::Text(0, 80)),
    EMOJI,
    may("custom_id", Shape::Text(1, 100)),
    may("sku_id", Shape::Snowflake),
    may("url", Shape::Text(1, 512)),
    may("disabled", Shape::Bool),
];

const OPTION: Shape = Shape::Object(&[
    must("label", Shape::Text(1, 100)),
    must("value", Shape::Text(1, 100)),
    may("description", Shape::Text(0, 100)),
    EMOJI,
    may("default", Shape::Bool),
]);
const DEFAULT_VALUES: Field = may(
    "default_values",
    Shape::List(
        &Shape::Object(&[must("id", Shape::Snowflake), must("type", Shape::Text(1, 10))]),
        0,
        25,
    ),
);

macro_rules! select {
    ($($extra:expr),*) => {
        &[
            TYPE, ID, CUSTOM_ID,
            may("placeholder", Shape::Text(0, 150)),
            may("min_values", Shape::Int(0, 25)),
            may("max_values", Shape::Int(1, 25)),
            may("disabled", Shape::Bool),
            may("required", Shape::Bool),
            $($extra),*
        ]
    };
}
const STRING_SELECT: &[Field] = select!(must("options", Shape::List(&OPTION, 1, 25)));
const ENTITY_SELECT: &[Field] = select!(DEFAULT_VALUES);
const CHANNEL_SELECT: &[Field] =
    select!(DEFAULT_VALUES, may("channel_types", Shape::List(&Shape::Int(0, 16), 0, 25)));

const TEXT_INPUT: &[Field] = &[
    TYPE,
    ID,
    CUSTOM_ID,
    must("style", Shape::Int(1, 2)),
    // Inside a Label it must not be there; inside an action row it must. See `modal`.
    may("label", Shape::Text(1, 45)),
    may("min_length", Shape::Int(0, 4000)),
    may("max_length", Shape::Int(1, 4000)),
    may("required", Shape::Bool),
    may("value", Shape::Text(0, 4000)),
    may("placeholder", Shape::Text(0, 100)),
];

const TEXT_DISPLAY: &[Field] = &[TYPE, ID, must("content", Shape::Text(1, 4000))];
const THUMBNAIL: &[Field] = &[
    TYPE,
    ID,
    must("media", MEDIA),
    may("description", Shape::Text(0, 1024)),
    may("spoiler", Shape::Bool),
];

/// The children of a row of a message.
const ROW_CHILD: Shape = Shape::Typed(&[
    (2, BUTTON),
    (3, STRING_SELECT),
    (5, ENTITY_SELECT),
    (6, ENTITY_SELECT),
    (7, ENTITY_SELECT),
    (8, CHANNEL_SELECT),
]);
const ROW: &[Field] = &[TYPE, ID, must("components", Shape::List(&ROW_CHILD, 1, 5))];

const SECTION: &[Field] = &[
    TYPE,
    ID,
    must("components", Shape::List(&Shape::Typed(&[(10, TEXT_DISPLAY)]), 1, 3)),
    must("accessory", Shape::Typed(&[(2, BUTTON), (11, THUMBNAIL)])),
];
const GALLERY: &[Field] = &[
    TYPE,
    ID,
    must(
        "items",
        Shape::List(
            &Shape::Object(&[
                must("media", MEDIA),
                may("description", Shape::Text(0, 1024)),
                may("spoiler", Shape::Bool),
            ]),
            1,
            10,
        ),
    ),
];
const FILE: &[Field] = &[TYPE, ID, must("file", MEDIA), may("spoiler", Shape::Bool)];
const SEPARATOR: &[Field] =
    &[TYPE, ID, may("divider", Shape::Bool), may("spacing", Shape::Int(1, 2))];
const CONTAINER: &[Field] = &[
    TYPE,
    ID,
    may("accent_color", Shape::Int(0, 0xFF_FFFF)),
    may("spoiler", Shape::Bool),
    must(
        "components",
        Shape::List(
            &Shape::Typed(&[
                (1, ROW),
                (9, SECTION),
                (10, TEXT_DISPLAY),
                (12, GALLERY),
                (13, FILE),
                (14, SEPARATOR),
            ]),
            1,
            40,
        ),
    ),
];

/// The components of an ordinary message.
pub(crate) const ROWS: Shape = Shape::List(&Shape::Typed(&[(1, ROW)]), 0, 5);
/// The components of a message with the newer layout.
pub(crate) const LAYOUT: Shape = Shape::List(
    &Shape::Typed(&[
        (1, ROW),
        (9, SECTION),
        (10, TEXT_DISPLAY),
        (12, GALLERY),
        (13, FILE),
        (14, SEPARATOR),
        (17, CONTAINER),
    ]),
    1,
    40,
);

const FILE_UPLOAD: &[Field] = &[
    TYPE,
    ID,
    CUSTOM_ID,
    may("min_values", Shape::Int(0, 10)),
    may("max_values", Shape::Int(1, 10)),
    may("required", Shape::Bool),
    may("file_types", Shape::List(&Shape::Text(1, 20), 0, 10)),
];
const CHECKBOX: &[Field] = &[TYPE, ID, CUSTOM_ID, may("default", Shape::Bool)];
macro_rules! group {
    ($least:literal) => {
        &[
            TYPE,
            ID,
            CUSTOM_ID,
            must("options", Shape::List(&OPTION, $least, 10)),
            may("min_values", Shape::Int(0, 10)),
            may("max_values", Shape::Int(1, 10)),
            may("required", Shape::Bool),
        ]
    };
}
const LABEL: &[Field] = &[
    TYPE,
    ID,
    must("label", Shape::Text(1, 45)),
    may("description", Shape::Text(0, 100)),
    must(
        "component",
        Shape::Typed(&[
            (3, STRING_SELECT),
            (4, TEXT_INPUT),
            (5, ENTITY_SELECT),
            (6, ENTITY_SELECT),
            (7, ENTITY_SELECT),
            (8, CHANNEL_SELECT),
            (19, FILE_UPLOAD),
            (21, group!(2)),
            (22, group!(1)),
            (23, CHECKBOX),
        ]),
    ),
];
const MODAL: &[Field] = &[
    must("custom_id", Shape::Text(1, 100)),
    must("title", Shape::Text(1, 45)),
    must(
        "components",
        Shape::List(
            &Shape::Typed(&[
                (
                    1,
                    &[
                        TYPE,
                        ID,
                        must("components", Shape::List(&Shape::Typed(&[(4, TEXT_INPUT)]), 1, 1)),
                    ],
                ),
                (10, TEXT_DISPLAY),
                (18, LABEL),
            ]),
            1,
            5,
        ),
    ),
];

/// Visits a component and all inside it, outer first.
pub(crate) fn walk(component: &Value, visit: &mut dyn FnMut(&Value)) {
    visit(component);
    for child in component["components"].as_array().into_iter().flatten() {
        walk(child, visit);
    }
    for one in ["accessory", "component"] {
        if component[one].is_object() {
            walk(&component[one], visit);
        }
    }
}

/// Visits with the path of each.
fn walk_paths(component: &Value, path: &str, visit: &mut dyn FnMut(&Value, &str)) {
    visit(component, path);
    for (n, child) in component["components"].as_array().into_iter().flatten().enumerate() {
        walk_paths(child, &join(path, &format!("components.{n}")), visit);
    }
    for one in ["accessory", "component"] {
        if component[one].is_object() {
            walk_paths(&component[one], &join(path, one), visit);
        }
    }
}

/// Fills in what Discord fills in.
fn fill(component: &mut Value) {
    let media = |item: &mut Value, field: &str| {
        if let Some(url) = item[field]["url"].as_str().map(str::to_owned) {
            item[field] = json!({
                "id": "0", "url": url, "proxy_url": url, "width": null, "height": null,
                "content_type": null, "loading_state": 2,
            });
        }
        let defaults: &[(&str, Value)] = match field {
            "file" => &[("spoiler", json!(false)), ("name", json!(null)), ("size", json!(null))],
            _ => &[("spoiler", json!(false)), ("description", json!(null))],
        };
        default(item, defaults);
    };
    match component["type"].as_u64() {
        Some(2) => default(component, &[("disabled", json!(false))]),
        Some(3 | 5..=8) => {
            let one = json!(1);
            default(component, &[("min_values", one.clone()), ("max_values", one)]);
        }
        Some(11) => media(component, "media"),
        Some(12) => {
            for item in component["items"].as_array_mut().into_iter().flatten() {
                media(item, "media");
            }
        }
        Some(13) => media(component, "file"),
        Some(14) => default(component, &[("divider", json!(true)), ("spacing", json!(1))]),
        Some(17) => {
            default(component, &[("accent_color", json!(null)), ("spoiler", json!(false))]);
        }
        _ => {}
    }
}

fn default(object: &mut Value, defaults: &[(&str, Value)]) {
    for (field, value) in defaults {
        if object.get(*field).is_none() {
            object[*field] = value.clone();
        }
    }
}

/// Gives each component the number that Discord gives it, and fills it up.
pub(crate) fn number(components: &mut [Value]) {
    fn go(component: &mut Value, next: &mut u64) {
        if component["id"].as_u64().unwrap_or(0) == 0 {
            component["id"] = json!(*next);
        }
        *next += 1;
        fill(component);
        for child in component["components"].as_array_mut().into_iter().flatten() {
            go(child, next);
        }
        for one in ["accessory", "component"] {
            if component[one].is_object() {
                go(&mut component[one], next);
            }
        }
    }
    let mut next = 1;
    for component in components {
        go(component, &mut next);
    }
}

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
        if text > 4000 {
            let message = "The total size of the text displays exceeds the maximum of 4000.";
            found.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
        }
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
                Some(3 | 5..=8) => select(component, path, &mut found),
                _ => {}
            }
        });
    }
    found
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
    let most = select["max_values"].as_u64().unwrap_or(1);
    if least > most {
        let message = "min_values cannot be larger than max_values";
        found.add(&join(path, "min_values"), "COMPONENT_SELECT_MIN_MAX", message);
    }
    let Some(options) = select["options"].as_array() else {
        return;
    };
    let count = u64::try_from(options.len()).unwrap_or(u64::MAX);
    if select["type"] == json!(3) && most > count.max(1) {
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
