//! The parts of an interaction that are read. The rest is most of it (the server, what was bought,
//! the whole message under which a button was pressed) and is passed over.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value as Json};

/// All that is read of an interaction.
const PARTS: &[&str] = &[
    "app_permissions",
    "application_id",
    "attachment_size_limit",
    "authorizing_integration_owners",
    "channel",
    "channel_id",
    "data",
    "guild_id",
    "guild_locale",
    "id",
    "locale",
    "member",
    "token",
    "type",
    "user",
];

/// All that is read of the message that was pressed.
const OF_MESSAGE: &[&str] = &["id", "flags"];

/// An object of which only some fields are kept; anything else is kept as nothing.
#[derive(Debug)]
pub(super) struct Used(pub(super) Json);

impl<'de> Deserialize<'de> for Used {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Fields { kept: PARTS }).map(Self)
    }
}

/// The message of an interaction.
struct Message(Json);

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Fields { kept: OF_MESSAGE }).map(Self)
    }
}

struct Fields {
    kept: &'static [&'static str],
}

impl<'de> Visitor<'de> for Fields {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            if self.kept.contains(&name.as_ref()) {
                fields.insert(name.into_owned(), map.next_value()?);
            } else if name == "message" {
                fields.insert(name.into_owned(), map.next_value::<Message>()?.0);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Json::Object(fields))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut all: A) -> Result<Json, A::Error> {
        while all.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Json::Null)
    }

    fn visit_str<E>(self, _: &str) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn used(raw: &Json) -> Json {
        serde_json::from_str::<Used>(&raw.to_string()).unwrap().0
    }

    #[test]
    fn what_is_not_read_is_passed_over() {
        let raw = json!({
            "id": "1", "type": 3, "guild": {"features": ["A"]}, "entitlements": [{"id": "2"}],
            "data": {"custom_id": "answer", "message": {"content": "x"}},
            "message": {"id": "4", "flags": 64, "components": [{"type": 1}], "message": {"id": 5}},
        });
        let kept = json!({
            "id": "1", "type": 3, "data": {"custom_id": "answer", "message": {"content": "x"}},
            "message": {"id": "4", "flags": 64, "message": {"id": 5}},
        });
        assert_eq!(used(&raw), kept);
        assert_eq!(
            used(&json!({"message": "none", "id": 1.5})),
            json!({"message": null, "id": 1.5})
        );
    }

    #[test]
    fn what_is_no_object_is_nothing() {
        for raw in [json!(null), json!([1, [2]]), json!("a"), json!(true), json!(-1), json!(1.5)] {
            assert_eq!(used(&raw), Json::Null, "{raw}");
        }
    }
}
