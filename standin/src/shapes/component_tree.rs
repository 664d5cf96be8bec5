//! Walking through components, and filling them up as Discord does.

use serde_json::{Value, json};

use super::join;

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
pub(super) fn walk_paths(component: &Value, path: &str, visit: &mut dyn FnMut(&Value, &str)) {
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

/// The uploaded files that components show: where, and under which names.
pub(crate) fn attachments(components: &[Value]) -> Vec<(String, String)> {
    let mut shown = Vec::new();
    let mut add = |path: String, url: &Value| {
        if let Some(name) = url.as_str().and_then(|url| url.strip_prefix("attachment://")) {
            shown.push((path, name.to_owned()));
        }
    };
    for (n, top) in components.iter().enumerate() {
        walk_paths(top, &format!("components.{n}"), &mut |component, path| {
            for field in ["media", "file"] {
                add(join(path, &format!("{field}.url")), &component[field]["url"]);
            }
            for (n, item) in component["items"].as_array().into_iter().flatten().enumerate() {
                add(join(path, &format!("items.{n}.media.url")), &item["media"]["url"]);
            }
        });
    }
    shown
}

/// Changes each item that shows a file or a picture.
pub(crate) fn media_mut(component: &mut Value, change: &dyn Fn(&mut Value)) {
    let Some(fields) = component.as_object_mut() else { return };
    for (field, value) in fields {
        match (field.as_str(), value) {
            ("media" | "file", value) => change(value),
            ("components" | "items", Value::Array(all)) => {
                all.iter_mut().for_each(|one| media_mut(one, change));
            }
            ("accessory", value) => media_mut(value, change),
            _ => {}
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
        let children = component.get_mut("components").and_then(Value::as_array_mut);
        for child in children.into_iter().flatten() {
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
