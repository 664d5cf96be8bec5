//! What a member has filled into a form.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::super::{ids, lenient};
use super::component_type::{
    ACTION_ROW, CHANNEL_SELECT, CHECKBOX, CHECKBOX_GROUP, FILE_UPLOAD, LABEL, RADIO_GROUP,
    ROLE_SELECT, STRING_SELECT, TEXT_DISPLAY, TEXT_INPUT,
};
use super::options;
use crate::command::FieldValue;

/// The fields of a form, by name: in labels, or in the action rows of a form that was open when the
/// program was updated. `None` if one is of a kind that we do not know, has no name, or the name of
/// another.
pub(super) fn fields(data: &Json) -> Option<BTreeMap<String, FieldValue>> {
    let mut fields = BTreeMap::new();
    let mut add = |field: &Json| {
        let name = field["custom_id"].as_str()?.to_owned();
        fields.insert(name, value(field, &data["resolved"])?).is_none().then_some(())
    };
    for part in data["components"].as_array()? {
        match lenient::number(&part["type"])? {
            ACTION_ROW => {
                for field in lenient::list(&part["components"]) {
                    add(field)?;
                }
            }
            LABEL => add(&part["component"])?,
            TEXT_DISPLAY => {}
            _ => return None,
        }
    }
    Some(fields)
}

/// What a field holds.
fn value(field: &Json, resolved: &Json) -> Option<FieldValue> {
    let given = &field["value"];
    Some(match lenient::number(&field["type"])? {
        TEXT_INPUT if given.is_null() => FieldValue::Text(String::new()),
        TEXT_INPUT => FieldValue::Text(lenient::text(given)?),
        RADIO_GROUP if given.is_null() => FieldValue::Choices(Vec::new()),
        RADIO_GROUP => FieldValue::Choices(vec![lenient::text(given)?]),
        STRING_SELECT | ROLE_SELECT | CHANNEL_SELECT | CHECKBOX_GROUP => {
            FieldValue::Choices(all(field, lenient::text)?)
        }
        CHECKBOX => FieldValue::Flag(lenient::flag(given)?),
        FILE_UPLOAD => FieldValue::Files(all(field, |id| {
            options::file(&resolved["attachments"][ids::of(id)?.to_string()])
        })?),
        _ => return None,
    })
}

/// The values of a field that holds several; none if it was left out.
fn all<T>(field: &Json, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    match &field["values"] {
        Json::Null => Some(Vec::new()),
        values => values.as_array()?.iter().map(read).collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::command::Attachment;

    fn read(components: Json) -> Option<Vec<(String, FieldValue)>> {
        let file = json!({"id": "7", "filename": "a.txt", "url": "https://x.y/a.txt", "size": 3});
        let resolved = json!({"attachments": {"7": file}});
        let data = json!({"components": components, "resolved": resolved});
        fields(&data).map(|fields| fields.into_iter().collect())
    }

    fn one(kind: i64, held: Json) -> Option<FieldValue> {
        let mut field = json!({"type": kind, "id": 2, "custom_id": "it"});
        field.as_object_mut().unwrap().extend(held.as_object().unwrap().clone());
        read(json!([label(field)])).map(|mut fields| fields.remove(0).1)
    }

    fn input(name: &str, value: impl Into<Json>) -> Json {
        json!({"type": 4, "id": 2, "custom_id": name, "value": value.into()})
    }

    fn label(field: Json) -> Json {
        json!({"type": 18, "id": 1, "component": field})
    }

    fn choices(values: &[&str]) -> Option<FieldValue> {
        Some(FieldValue::Choices(values.iter().map(|it| (*it).to_owned()).collect()))
    }

    #[test]
    fn fields_are_read_from_labels_and_from_rows() {
        let want = Some(vec![
            ("text".to_owned(), FieldValue::from("Nobody.")),
            ("why".to_owned(), FieldValue::from("")),
        ]);
        let row = |input| json!({"type": 1, "id": 1, "components": [input]});
        let display = json!({"type": 10, "id": 9});
        let labels =
            json!([display, label(input("text", "Nobody.")), label(input("why", Json::Null))]);
        assert_eq!(read(labels), want);
        let rows = json!([row(input("text", "Nobody.")), row(input("why", ""))]);
        assert_eq!(read(rows), want);
    }

    #[test]
    fn each_kind_of_field_has_values_of_its_own() {
        assert_eq!(one(21, json!({"value": "a"})), choices(&["a"]));
        assert_eq!(one(21, json!({"value": null})), choices(&[]));
        for select in [3, 6, 8] {
            assert_eq!(one(select, json!({"values": ["7"]})), choices(&["7"]));
            assert_eq!(one(select, json!({"values": []})), choices(&[]));
        }
        assert_eq!(one(22, json!({"values": ["a", "b"]})), choices(&["a", "b"]));
        assert_eq!(one(22, json!({})), choices(&[]));
        assert_eq!(one(23, json!({"value": true})), Some(FieldValue::Flag(true)));
        let at = "https://x.y/a.txt".to_owned();
        let file = Attachment { name: "a.txt".to_owned(), at, size: 3 };
        assert_eq!(one(19, json!({"values": ["7"]})), Some(FieldValue::Files(vec![file])));
        assert_eq!(one(19, json!({"values": []})), Some(FieldValue::Files(Vec::new())));
    }

    #[test]
    fn what_we_do_not_know_is_no_form_of_ours() {
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
        for (kind, held) in [
            (21, json!({"value": ["a"]})),
            (3, json!({"values": "a"})),
            (22, json!({"values": [["a"]]})),
            (23, json!({"value": "perhaps"})),
            (23, json!({})),
            // Files of which Discord tells nothing.
            (19, json!({"values": ["8"]})),
            (19, json!({"values": [null]})),
        ] {
            assert_eq!(one(kind, held.clone()), None, "{kind} {held}");
        }
    }
}
