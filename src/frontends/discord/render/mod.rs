//! Cards, forms and choices as what Discord takes, within every limit of Discord's.
//!
//! A card is one message of components. What is too long for a message is attached whole as a text
//! file, and the message says so: it is the last resort, since who builds a card makes pages.

mod card;
mod controls;
mod escape;
mod flow;
mod form;
mod layout;
mod picture;
mod pieces;
mod plain;
mod shown;
mod turns;

pub(super) use controls::{addresses, readdress};
pub(super) use form::modal;
use serde_json::{Map, Value, json};
pub(super) use turns::without_turns;

use super::rest::Upload;
use crate::messages::ui::limits::{CHOICE, CHOICES};
use crate::messages::ui::spoiler::concealed;
use crate::messages::ui::truncate;
use crate::messages::{Card, Choice, Document, discord};
use domain::ServerId;

/// Only the one who asked sees it.
const EPHEMERAL: u64 = 1 << 6;
/// All that a message says is in its components. It cannot be taken off a message again.
const COMPONENTS_V2: u64 = 1 << 15;

/// A message as Discord takes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Message {
    components: Vec<Value>,
    mentions: Value,
    /// The files that go with it.
    pub(super) files: Vec<Upload>,
}

/// A file, and the component that shows it: Discord shows no other.
struct Attached {
    shown: Value,
    file: Upload,
}

impl Message {
    /// Shows a card of a server.
    pub(super) fn card(card: &Card, server: ServerId) -> Self {
        Self::with(card, server, Vec::new())
    }

    /// Shows a file with the card that says what it is.
    pub(super) fn document(document: &Document, server: ServerId) -> Self {
        let name = file_name(&document.name);
        let shown = card::file(&name);
        let file = Upload { name, bytes: document.bytes.clone(), description: None };
        Self::with(&document.card, server, vec![Attached { shown, file }])
    }

    fn with(card: &Card, server: ServerId, attached: Vec<Attached>) -> Self {
        let (shown, mut files): (Vec<Value>, Vec<Upload>) =
            attached.into_iter().map(|it| (it.shown, it.file)).unzip();
        let rendered = card::render(card, server, &shown);
        if rendered.over {
            let (name, bytes) = (file_name(&discord::whole_file()), plain::text(card).into_bytes());
            files.push(Upload { name, bytes, description: None });
        }
        let mentions = card::allowed_mentions(card);
        Self { components: rendered.components, mentions, files }
    }

    /// The body of a new message; `whisper`: only the one who asked sees it.
    pub(super) fn new_body(&self, whisper: bool) -> Value {
        let mut body = self.common(if whisper { EPHEMERAL } else { 0 });
        if !self.files.is_empty() {
            body.insert("attachments".to_owned(), self.attachments());
        }
        Value::Object(body)
    }

    /// The body that gives a message a new face. Nothing of the old one is left, which may have been
    /// one of embeds.
    pub(super) fn edit_body(&self) -> Value {
        let mut body = self.common(0);
        body.insert("content".to_owned(), Value::Null);
        body.insert("embeds".to_owned(), json!([]));
        body.insert("attachments".to_owned(), self.attachments());
        Value::Object(body)
    }

    fn common(&self, flags: u64) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert("flags".to_owned(), json!(flags | COMPONENTS_V2));
        body.insert("components".to_owned(), Value::Array(self.components.clone()));
        body.insert("allowed_mentions".to_owned(), self.mentions.clone());
        body
    }

    fn attachments(&self) -> Value {
        let files = self.files.iter().enumerate().map(|(id, file)| {
            let mut listed = json!({"id": id, "filename": file.name});
            if let Some(description) = &file.description {
                listed["description"] = json!(description);
            }
            listed
        });
        files.collect()
    }
}

/// An object that takes its values over. `json!` would write and read them once more.
pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A file's name as a component can refer to it.
fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
    name.chars().map(plain).collect()
}

/// All the words that a message shows, without mark-up of lines and without blanks: of components,
/// and of the embeds that messages were made of before.
pub(super) fn words(message: &Value) -> String {
    let mut texts: Vec<String> =
        message["content"].as_str().map(str::to_owned).into_iter().collect();
    for embed in message["embeds"].as_array().into_iter().flatten() {
        let all = [&embed["title"], &embed["description"], &embed["footer"]["text"]];
        texts.extend(all.into_iter().filter_map(Value::as_str).map(str::to_owned));
    }
    controls::walk(&message["components"], &mut |component| {
        texts.extend(component["content"].as_str().map(str::to_owned));
    });
    let lines = texts.iter().flat_map(|text| text.lines());
    let bare = lines.map(|line| line.trim_start_matches(flow::HEADING).trim_start_matches("-# "));
    bare.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// What could complete an option, as Discord takes it.
pub(super) fn choices(choices: &[Choice]) -> Value {
    let shown = choices.iter().take(CHOICES).map(|choice| {
        // A value that is cut would name something else; the command says what it does not know.
        json!({"name": label(&choice.name, CHOICE), "value": truncate(&choice.value, CHOICE)})
    });
    object([("choices", shown.collect())])
}

/// Words where nothing is mark-up: a name on a control, in a form or in a list.
pub(super) fn label(words: &str, limit: usize) -> String {
    truncate(&concealed(&without_turns(words)), limit)
}

#[cfg(test)]
mod bodies_tests;
#[cfg(test)]
mod tests;
