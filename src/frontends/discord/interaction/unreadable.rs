//! An interaction that we cannot read: it is answered all the same, and what its member wrote is
//! given back.

use std::collections::BTreeMap;
use std::time::Instant;

use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;
use serenity::model::id::InteractionId;

use super::super::{ids, lenient};
use super::{InteractionHandle, component_type, interaction_type};

/// An interaction that we cannot read.
pub(in super::super) struct Unreadable {
    /// Where the answer goes, if that can be read.
    pub(in super::super) ticket: Option<InteractionHandle>,
    /// Its type.
    pub(in super::super) kind: Option<i64>,
    /// The type of the component that was used.
    pub(in super::super) part: Option<i64>,
    /// What its member wrote.
    pub(in super::super) texts: Vec<String>,
}

/// What is needed of an interaction to answer it. The rest is skipped, whatever it is.
#[derive(Deserialize)]
struct Envelope<'e> {
    id: Json,
    application_id: Json,
    token: String,
    #[serde(rename = "type", default)]
    kind: Json,
    #[serde(borrow, default)]
    data: Option<BTreeMap<String, &'e RawValue>>,
}

impl Unreadable {
    pub(super) fn of(raw: &Json, received: Instant) -> Self {
        let data = &raw["data"];
        Self {
            ticket: InteractionHandle::read(raw, received),
            kind: lenient::number(&raw["type"]),
            part: lenient::number(&data["component_type"]),
            texts: texts(&data["components"]).chain(texts(&data["options"])).collect(),
        }
    }

    /// Of one in which lists are nested so deeply that it cannot even be taken apart.
    pub(super) fn nested(json: &str, received: Instant) -> Self {
        let nobody = Self { ticket: None, kind: None, part: None, texts: Vec::new() };
        let Ok(envelope) = serde_json::from_str::<Envelope<'_>>(json) else { return nobody };
        let (id, application) = (ids::of(&envelope.id), ids::of(&envelope.application_id));
        let (Some(id), Some(application)) = (id, application) else { return nobody };
        let data = envelope.data.unwrap_or_default();
        let parts = ["components", "options"].into_iter().filter_map(|name| data.get(name));
        let parts =
            parts.filter_map(|list| serde_json::from_str::<Vec<&RawValue>>(list.get()).ok());
        let parts = parts.flatten().filter_map(|part| serde_json::from_str(part.get()).ok());
        Self {
            ticket: Some(InteractionHandle {
                id: InteractionId::new(id.cast_unsigned()),
                application: application.cast_unsigned(),
                token: envelope.token,
                received,
            }),
            kind: lenient::number(&envelope.kind),
            texts: parts.flat_map(|part: Json| texts(&part).collect::<Vec<_>>()).collect(),
            ..nobody
        }
    }

    /// Whether it asks what could complete an option.
    pub(in super::super) fn completes(&self) -> bool {
        self.kind == Some(interaction_type::AUTOCOMPLETE)
    }
}

/// What a member has written into the parts of a form, or into options.
fn texts(raw: &Json) -> Box<dyn Iterator<Item = String> + '_> {
    match raw {
        Json::Array(all) => Box::new(all.iter().flat_map(texts)),
        Json::Object(part) => {
            let text = part.get("value").filter(|_| is_written(raw)).and_then(lenient::text);
            let text = text.filter(|text| !text.trim().is_empty());
            let within = ["components", "component", "options"].into_iter();
            let within = within.filter_map(|name| part.get(name)).flat_map(texts);
            Box::new(text.into_iter().chain(within))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// Whether the value of a part is what was written, and not what was chosen.
fn is_written(part: &Json) -> bool {
    match lenient::number(&part["type"]) {
        // An option that takes words has the number of a menu; it alone has a name.
        Some(component_type::STRING_SELECT) => part["name"].is_string(),
        Some(component_type::TEXT_INPUT) => !part["name"].is_string(),
        // Whatever is newer than this program.
        number => number.is_none_or(|number| !KNOWN.contains(&number)),
    }
}

/// Components and options in which something is chosen.
const KNOWN: std::ops::RangeInclusive<i64> = 5..=23;
