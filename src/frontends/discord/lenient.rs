//! Reads Discord's JSON as it comes: a number that is written as text, a text that is written as a
//! number; what is of another type is not there.

use serde_json::Value;

/// A whole number.
pub(super) fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// A text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Yes or no.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// The items of a list; none if it is no list.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What is kept by ids; nothing if that is nothing of the kind.
pub(super) fn by_id(value: &Value) -> impl Iterator<Item = (u64, &Value)> {
    let entries = value.as_object().into_iter().flatten();
    entries.filter_map(|(id, value)| Some((id.parse().ok()?, value)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_and_texts_are_read_either_way() {
        assert_eq!((number(&json!("12")), number(&json!(12))), (Some(12), Some(12)));
        assert_eq!((text(&json!("12")), text(&json!(12))), (text(&json!(12)), text(&json!("12"))));
        assert_eq!((flag(&json!("true")), flag(&json!(false))), (Some(true), Some(false)));
        for other in [json!(null), json!([1]), json!({"a": 1}), json!("x"), json!(1.5)] {
            assert_eq!(number(&other), None, "{other}");
            assert_eq!(flag(&other), None, "{other}");
        }
        for other in [json!(null), json!([1]), json!(true)] {
            assert_eq!(text(&other), None, "{other}");
            assert!(list(&json!(null)).is_empty() && by_id(&json!([])).next().is_none());
        }
    }
}
