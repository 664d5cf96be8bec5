//! What a member has filled into a form.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::super::lenient;
use super::component_type::{ACTION_ROW, LABEL, TEXT_DISPLAY, TEXT_INPUT};

/// The fields of a form, by name: in labels, or in the action rows of a form that was open when the
/// program was updated. `None` if one is of a kind that we do not know, has no name, or the name of
/// another.
pub(super) fn fields(data: &Json) -> Option<BTreeMap<String, String>> {
    let mut fields = BTreeMap::new();
    for part in data["components"].as_array()? {
        match lenient::number(&part["type"])? {
            ACTION_ROW => {
                for input in lenient::list(&part["components"]) {
                    add(&mut fields, input)?;
                }
            }
            LABEL => add(&mut fields, &part["component"])?,
            TEXT_DISPLAY => {}
            _ => return None,
        }
    }
    Some(fields)
}

fn add(fields: &mut BTreeMap<String, String>, input: &Json) -> Option<()> {
    if lenient::number(&input["type"])? != TEXT_INPUT {
        return None;
    }
    let name = input["custom_id"].as_str()?.to_owned();
    let value = match &input["value"] {
        Json::Null => String::new(),
        value => lenient::text(value)?,
    };
    fields.insert(name, value).is_none().then_some(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(components: Json) -> Option<Vec<(String, String)>> {
        fields(&json!({"components": components})).map(|fields| fields.into_iter().collect())
    }

    fn input(name: &str, value: impl Into<Json>) -> Json {
        json!({"type": 4, "id": 2, "custom_id": name, "value": value.into()})
    }

    #[test]
    fn fields_are_read_from_labels_and_from_rows() {
        let want = Some(vec![
            ("text".to_owned(), "Nobody.".to_owned()),
            ("why".to_owned(), String::new()),
        ]);
        let label = |input| json!({"type": 18, "id": 1, "component": input});
        let row = |input| json!({"type": 1, "id": 1, "components": [input]});
        let display = json!({"type": 10, "id": 9});
        let labels =
            json!([display, label(input("text", "Nobody.")), label(input("why", Json::Null))]);
        assert_eq!(read(labels), want);
        let rows = json!([row(input("text", "Nobody.")), row(input("why", ""))]);
        assert_eq!(read(rows), want);
    }

    #[test]
    fn what_we_do_not_know_is_no_form_of_ours() {
        let label = |input| json!({"type": 18, "component": input});
        for components in [
            json!(null),
            json!("x"),
            json!([{"type": 99}]),
            json!([label(json!({"type": 99, "custom_id": "text", "value": "x"}))]),
            json!([label(json!({"type": 4, "value": "x"}))]),
            json!([label(input("text", json!({"a": 1})))]),
            json!([label(input("text", "x")), label(input("text", "y"))]),
        ] {
            assert_eq!(read(components.clone()), None, "{components}");
        }
    }
}
