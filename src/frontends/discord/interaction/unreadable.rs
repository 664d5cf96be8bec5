//! An interaction that we cannot read: it is answered all the same, and what its member wrote is
//! given back.

use std::time::Instant;

use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;
use serenity::model::id::InteractionId;

use super::super::{ids, lenient};
use super::{InteractionHandle, asker, component_type, interaction_type};
use crate::messages::ui::Language;

/// An interaction that we cannot read.
pub(in super::super) struct Unreadable {
    /// Where the answer goes, if that can be read.
    pub(in super::super) ticket: Option<InteractionHandle>,
    /// The language of its member; ours if we do not have it.
    pub(in super::super) language: Language,
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
    #[serde(rename = "type", borrow, default)]
    kind: Option<&'e RawValue>,
    #[serde(borrow, default)]
    locale: Option<&'e RawValue>,
    #[serde(borrow, default)]
    data: Option<&'e RawValue>,
}

/// What a member may have written in.
#[derive(Deserialize)]
struct Written<'e> {
    #[serde(borrow, default)]
    components: Option<&'e RawValue>,
    #[serde(borrow, default)]
    options: Option<&'e RawValue>,
}

/// A part of an interaction, if it can be taken apart.
fn part<'e, T: Deserialize<'e>>(raw: Option<&'e RawValue>) -> Option<T> {
    serde_json::from_str(raw?.get()).ok()
}

impl Unreadable {
    pub(super) fn of(raw: &Json, received: Instant) -> Self {
        let data = &raw["data"];
        Self {
            ticket: InteractionHandle::read(raw, received),
            language: asker::language(&raw["locale"]).unwrap_or_default(),
            kind: lenient::number(&raw["type"]),
            part: lenient::number(&data["component_type"]),
            texts: texts(&data["components"]).chain(texts(&data["options"])).collect(),
        }
    }

    /// Of one in which lists are nested so deeply that it cannot even be taken apart.
    pub(super) fn nested(json: &str, received: Instant) -> Self {
        let language = Language::default();
        let nobody = Self { ticket: None, language, kind: None, part: None, texts: Vec::new() };
        let Ok(envelope) = serde_json::from_str::<Envelope<'_>>(json) else { return nobody };
        let (id, application) = (ids::of(&envelope.id), ids::of(&envelope.application_id));
        let (Some(id), Some(application)) = (id, application) else { return nobody };
        let written = part::<Written<'_>>(envelope.data);
        let lists = written.map(|written| [written.components, written.options]);
        let parts = lists.into_iter().flatten().filter_map(part::<Vec<&RawValue>>).flatten();
        let parts = parts.filter_map(|raw| part::<Json>(Some(raw)));
        Self {
            ticket: Some(InteractionHandle {
                id: InteractionId::new(id.cast_unsigned()),
                application: application.cast_unsigned(),
                token: envelope.token,
                received,
                response: None,
            }),
            language: part(envelope.locale)
                .and_then(|locale: Json| asker::language(&locale))
                .unwrap_or_default(),
            kind: part(envelope.kind).and_then(|kind: Json| lenient::number(&kind)),
            texts: parts.flat_map(|part| texts(&part).collect::<Vec<_>>()).collect(),
            ..nobody
        }
    }

    /// Whether Discord only asks whether we are here.
    pub(in super::super) fn is_ping(&self) -> bool {
        self.kind == Some(interaction_type::PING)
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
