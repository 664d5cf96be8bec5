//! Messages before they are posted, and the files in them.

use std::collections::VecDeque;
use std::sync::Arc;

use serde_json::{Value, json};

use super::World;
use super::messages::{flag, present, snowflake};
use crate::http::Upload;
use crate::id::Id;
use crate::refusal::Refusal;
use crate::shapes;

/// A file in a message.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub filename: String,
    /// Its media type, as the sender gave it.
    pub content_type: String,
    /// Its alt text.
    pub description: Option<String>,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl Attachment {
    /// The file as text.
    ///
    /// # Panics
    /// If it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("the attachment is UTF-8")
    }
}

/// A message to be posted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) kind: u8,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) flags: u64,
    pub(crate) tts: bool,
    pub(crate) nonce: Option<Value>,
    pub(crate) poll: Option<Value>,
    pub(crate) replies_to: Option<Id>,
    pub(crate) allowed_mentions: Option<Value>,
    pub(crate) interaction: Option<Id>,
    pub(crate) interaction_metadata: Option<Arc<Value>>,
    pub(crate) only_for: Option<Id>,
    pub(crate) webhook: bool,
    /// The id it must have, for the first message of a forum post.
    pub(crate) id: Option<Id>,
}

impl World {
    /// A draft of a checked message body.
    pub(crate) fn draft(&self, body: &Value, files: &[Upload]) -> Result<Draft, Refusal> {
        let mut components = list(&body["components"]);
        shapes::component_tree::number(&mut components);
        let attachments = self.attachments(&body["attachments"], files, &[])?;
        self.check_references(&components, &attachments)?;
        let draft = Draft {
            content: body["content"].as_str().unwrap_or_default().trim().to_owned(),
            embeds: list(&body["embeds"]).into_iter().map(as_rich).collect(),
            components,
            attachments,
            flags: body["flags"].as_u64().unwrap_or(0) & flag::SETTABLE,
            tts: body["tts"] == json!(true),
            nonce: Some(body["nonce"].clone()).filter(|nonce| !nonce.is_null()),
            poll: Some(body["poll"].clone()).filter(|poll| !poll.is_null()),
            replies_to: snowflake(&body["message_reference"]["message_id"]),
            allowed_mentions: present(body, "allowed_mentions"),
            ..Draft::default()
        };
        Ok(draft)
    }

    /// Refuses components that show files which are not there.
    pub(super) fn check_references(
        &self,
        components: &[Value],
        attachments: &[Attachment],
    ) -> Result<(), Refusal> {
        let names: Vec<&str> = attachments.iter().map(|file| file.filename.as_str()).collect();
        let mut found = shapes::Findings::default();
        shapes::component_rules::references(components, &names, &mut found);
        if found.is_clean() { Ok(()) } else { Err(found.refusal()) }
    }

    /// The files of a message: those it keeps and those that were sent along.
    pub(super) fn attachments(
        &self,
        listed: &Value,
        files: &[Upload],
        kept: &[Attachment],
    ) -> Result<Vec<Attachment>, Refusal> {
        let described: Vec<Value> = list(listed);
        let mut attachments = Vec::new();
        let mut unused: VecDeque<&Upload> = files.iter().collect();
        for item in &described {
            let id = snowflake(&item["id"]).or_else(|| item["id"].as_u64().map(Id));
            let Some(id) = id else { continue };
            let description = item["description"].as_str().map(str::to_owned);
            if let Some(old) = kept.iter().find(|old| old.id == id) {
                let description = description.or_else(|| old.description.clone());
                attachments.push(Attachment { description, ..old.clone() });
                continue;
            }
            let place = unused.iter().position(|file| file.index == id.0);
            let file =
                place.and_then(|place| unused.remove(place)).ok_or(Refusal::FILE_NOT_FOUND)?;
            let filename = item["filename"].as_str().unwrap_or(&file.filename);
            attachments.push(Attachment {
                description,
                filename: filename.to_owned(),
                ..self.stored(file)
            });
        }
        attachments.extend(unused.into_iter().map(|file| self.stored(file)));
        Ok(attachments)
    }

    /// An uploaded file, under an id.
    pub(crate) fn stored(&self, file: &Upload) -> Attachment {
        Attachment {
            id: self.mint.next(),
            filename: file.filename.clone(),
            content_type: file.content_type.clone(),
            description: None,
            bytes: Arc::clone(&file.bytes),
        }
    }
}

pub(super) fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// An embed as Discord gives it back.
pub(super) fn as_rich(mut embed: Value) -> Value {
    embed["type"] = json!("rich");
    if let Some(fields) = embed["fields"].as_array_mut() {
        for field in fields {
            field["inline"] = json!(field["inline"] == json!(true));
        }
    }
    if embed["fields"].is_null()
        && let Some(object) = embed.as_object_mut()
    {
        object.remove("fields");
    }
    embed
}
