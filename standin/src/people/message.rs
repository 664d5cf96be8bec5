//! A message as a person sees it.

use std::sync::Arc;

use serde_json::Value;

use crate::Shared;
use crate::id::Id;
use crate::shapes::component_tree::walk;
use crate::world::drafts::Attachment;
use crate::world::mentions::Pings;
use crate::world::{self, World};

/// A message as it stood when it was looked at. [`Message::now`] looks again.
#[derive(Clone)]
pub struct Message {
    shared: Arc<Shared>,
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub channel_id: Id,
    /// Who wrote it.
    pub author_id: Id,
    /// Their name.
    pub author: String,
    /// Discord's message type; 0 is an ordinary one.
    pub kind: u8,
    /// Its text.
    pub content: String,
    /// Its embeds, as Discord holds them.
    pub embeds: Vec<Value>,
    /// Its components, as Discord holds them.
    pub components: Vec<Value>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Its flags, as bits.
    pub flags: u64,
    /// Whether only one person sees it.
    pub ephemeral: bool,
    /// Whether it was edited.
    pub edited: bool,
    /// Whether it is pinned.
    pub pinned: bool,
    /// The nonce it was sent with.
    pub nonce: Option<Value>,
    /// The message that it answers.
    pub replies_to: Option<Id>,
    /// The thread that stands on it.
    pub thread: Option<Id>,
    /// The interaction that it answers.
    pub interaction: Option<Id>,
    /// What the bot last said about mentions.
    pub allowed_mentions: Option<Value>,
    pings: Pings,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message")
            .field("id", &self.id)
            .field("author", &self.author)
            .field("ephemeral", &self.ephemeral)
            .field("text", &self.text())
            .finish_non_exhaustive()
    }
}

impl Message {
    pub(crate) fn of(shared: &Arc<Shared>, world: &World, id: Id) -> Option<Self> {
        let message = world.messages.get(&id)?.clone();
        let world::Message { channel, author, kind, flags, .. } = message;
        Some(Self {
            shared: Arc::clone(shared),
            id,
            channel_id: channel,
            author_id: author,
            author: world.users.get(&author).map(|user| user.name.clone()).unwrap_or_default(),
            kind,
            content: message.content,
            embeds: message.embeds,
            components: message.components,
            attachments: message.attachments,
            flags,
            ephemeral: flags & world::messages::flag::EPHEMERAL != 0,
            edited: message.edited.is_some(),
            pinned: message.pinned,
            nonce: message.nonce,
            replies_to: message.replies_to,
            thread: message.thread,
            interaction: message.interaction,
            allowed_mentions: message.allowed_mentions,
            pings: message.pings,
        })
    }

    /// The same message now; `None` if it is gone.
    #[must_use]
    pub fn now(&self) -> Option<Self> {
        Self::of(&self.shared, &self.shared.world(), self.id)
    }

    /// Waits until this is so of the message as it stands, and gives it back.
    ///
    /// # Panics
    /// If it is not so after `patience`.
    pub async fn wait_for(
        &self,
        what: impl Fn(&Self) -> bool,
        patience: std::time::Duration,
    ) -> Self {
        let look = || self.now().filter(|message| what(message));
        match super::wait(&self.shared, patience, look).await {
            Some(message) => message,
            None => panic!("the message is only {:#?}", self.now()),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn channel(&self) -> super::Channel {
        super::Channel { shared: Arc::clone(&self.shared), id: self.channel_id }
    }

    /// Its id.
    #[must_use]
    pub fn message_id(&self) -> Id {
        self.id
    }

    /// All of it as Discord serves it now; what is gone is `null`.
    #[must_use]
    pub fn json(&self) -> Value {
        self.shared.world().message_json(self.id)
    }

    /// Who was notified when it was posted.
    #[must_use]
    pub fn pings(&self) -> &Pings {
        &self.pings
    }

    /// All that can be read in it, from top to bottom, a line for each part; buttons in brackets.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        let mut push = |value: &Value| {
            if let Some(text) = value.as_str().filter(|text| !text.is_empty()) {
                lines.push(text.to_owned());
            }
        };
        push(&Value::from(self.content.as_str()));
        for embed in &self.embeds {
            push(&embed["author"]["name"]);
            push(&embed["title"]);
            push(&embed["description"]);
            for field in embed["fields"].as_array().into_iter().flatten() {
                push(&field["name"]);
                push(&field["value"]);
            }
            push(&embed["footer"]["text"]);
        }
        for component in &self.components {
            walk(component, &mut |component| match component["type"].as_u64() {
                Some(2) => push(&Value::from(format!("[{}]", label(component)))),
                Some(3 | 5..=8) => {
                    push(&component["placeholder"]);
                    for option in component["options"].as_array().into_iter().flatten() {
                        push(&option["label"]);
                    }
                }
                Some(10) => push(&component["content"]),
                Some(12) => {
                    for item in component["items"].as_array().into_iter().flatten() {
                        push(&Value::from(format!("<{}>", file_name(&item["media"]))));
                    }
                }
                Some(13) => push(&Value::from(format!("<{}>", file_name(&component["file"])))),
                _ => {}
            });
        }
        // Where all is in components, Discord shows no other files.
        if self.flags & world::messages::flag::COMPONENTS_V2 == 0 {
            for file in &self.attachments {
                push(&Value::from(format!("<{}>", file.filename)));
            }
        }
        lines.join("\n")
    }

    /// The texts in its components, in order.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let texts = self.find(|component| component["type"] == 10);
        texts.iter().filter_map(|text| text["content"].as_str()).map(str::to_owned).collect()
    }

    /// All buttons, in order.
    #[must_use]
    pub fn buttons(&self) -> Vec<Value> {
        self.find(|component| component["type"] == 2)
    }

    /// The labels of the buttons, in order.
    #[must_use]
    pub fn labels(&self) -> Vec<String> {
        self.buttons().iter().map(label).collect()
    }

    /// The button of this label or `custom_id`.
    #[must_use]
    pub fn button(&self, name: &str) -> Option<Value> {
        self.buttons().into_iter().find(|button| is_named(button, name))
    }

    /// All selects, in order.
    #[must_use]
    pub fn selects(&self) -> Vec<Value> {
        self.find(|component| matches!(component["type"].as_u64(), Some(3 | 5..=8)))
    }

    fn find(&self, wanted: impl Fn(&Value) -> bool) -> Vec<Value> {
        let mut found = Vec::new();
        for component in &self.components {
            walk(component, &mut |component| {
                if wanted(component) {
                    found.push(component.clone());
                }
            });
        }
        found
    }
}

/// The name of a file that a component shows.
fn file_name(media: &Value) -> &str {
    let url = media["url"].as_str().unwrap_or_default();
    url.rsplit('/').next().unwrap_or_default()
}

pub(super) fn label(button: &Value) -> String {
    let emoji = button["emoji"]["name"].as_str().unwrap_or_default();
    button["label"].as_str().unwrap_or(emoji).to_owned()
}

/// Whether a component is the one that a test names: by label, `custom_id` or placeholder.
pub(super) fn is_named(component: &Value, name: &str) -> bool {
    label(component) == name || component["custom_id"] == name || component["placeholder"] == name
}
