//! Cards, forms and choices as what Discord takes, within every limit of Discord's.
//!
//! A card is one message of embeds; mark-up stands only in their descriptions and titles. What is
//! too long for one embed goes on in the next; what is too long for a message is attached whole as
//! a text file, and the message says so.

mod controls;
mod escape;
mod flow;
mod form;
mod pages;
mod picture;
mod plain;
mod shown;
mod turns;

pub(super) use controls::addresses;
use flow::{Flow, FlowMode};
pub(super) use form::modal;
use pages::{Pages, lay_out};
use serde_json::{Map, Value, json};
pub(super) use turns::without_turns;

use super::rest::Upload;
use crate::messages::ui::limits::{
    CHOICE, CHOICES, EMBED_DESCRIPTION, EMBED_TITLE, EMBEDS_LENGTH, length,
};
use crate::messages::ui::spoiler::concealed;
use crate::messages::ui::truncate;
use crate::messages::{Accent, Card, Choice, Document, Span, discord};
use domain::ServerId;

/// A footer longer than this becomes small print of its own.
const FOOTER: usize = 800;
/// Only the one who asked sees it.
const EPHEMERAL: u64 = 1 << 6;

/// A message as Discord takes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Message {
    embeds: Value,
    components: Value,
    content: String,
    mentions: Value,
    /// The files that go with it.
    pub(super) files: Vec<Upload>,
}

impl Message {
    /// Shows a card of a server.
    pub(super) fn card(card: &Card, server: ServerId) -> Self {
        let (embeds, over) = embeds(card, server);
        let (content, mentions) = ping(card);
        let file = || Upload {
            name: discord::whole_file(),
            bytes: plain::text(card).into_bytes(),
            description: None,
        };
        Self {
            embeds: Value::Array(embeds),
            components: controls::rows(card),
            content,
            mentions,
            files: if over { vec![file()] } else { Vec::new() },
        }
    }

    /// Shows a file with the card that says what it is.
    pub(super) fn document(document: &Document, server: ServerId) -> Self {
        let mut message = Self::card(&document.card, server);
        let name = document.name.clone();
        let file = Upload { name, bytes: document.bytes.clone(), description: None };
        message.files.insert(0, file);
        message
    }

    /// The body of a new message; `whisper`: only the one who asked sees it.
    pub(super) fn new_body(&self, whisper: bool) -> Value {
        let mut body = self.common();
        if whisper {
            body.insert("flags".to_owned(), json!(EPHEMERAL));
        }
        Value::Object(body)
    }

    /// The body that gives a message a new face; nothing of the old one is left.
    pub(super) fn edit_body(&self) -> Value {
        let mut body = self.common();
        body.insert("content".to_owned(), json!(self.content));
        body.insert("attachments".to_owned(), self.attachments());
        Value::Object(body)
    }

    fn common(&self) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert("embeds".to_owned(), self.embeds.clone());
        body.insert("components".to_owned(), self.components.clone());
        body.insert("allowed_mentions".to_owned(), self.mentions.clone());
        if !self.content.is_empty() {
            body.insert("content".to_owned(), json!(self.content));
        }
        if !self.files.is_empty() {
            body.insert("attachments".to_owned(), self.attachments());
        }
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

/// What could complete an option, as Discord takes it.
pub(super) fn choices(choices: &[Choice]) -> Value {
    let shown = choices.iter().take(CHOICES).map(|choice| {
        // A value that is cut would name something else; the command says what it does not know.
        json!({"name": label(&choice.name, CHOICE), "value": truncate(&choice.value, CHOICE)})
    });
    json!({"choices": shown.collect::<Vec<_>>()})
}

/// Words where nothing is mark-up: a name on a control, in a form or in a list.
pub(super) fn label(words: &str, limit: usize) -> String {
    truncate(&concealed(&without_turns(words)), limit)
}

/// The embeds of a card, and whether something did not fit.
fn embeds(card: &Card, server: ServerId) -> (Vec<Value>, bool) {
    let title = card.title.as_deref().map(concealed);
    let title = title.as_deref().map(escape::escape).filter(|title| !title.is_empty());
    let headline = title.clone().filter(|title| length(title) <= EMBED_TITLE);
    let footer = card.footer.as_deref().filter(|footer| !footer.trim().is_empty());
    let small = footer.filter(|footer| length(footer) <= FOOTER);
    let taken = headline.as_deref().map_or(0, length) + small.map_or(0, length);

    let flows = |reply_mode| {
        let mut flows = Vec::with_capacity(card.blocks.len() + 2);
        if let (None, Some(title)) = (&headline, &card.title) {
            flows.push(Flow::strong(title));
        }
        flows.extend(card.blocks.iter().map(|block| Flow::of(block, server, reply_mode)));
        if let (None, Some(footer)) = (small, footer) {
            flows.push(Flow::small(footer));
        }
        flows
    };
    let mut laid = lay_out(flows(FlowMode::Marked), EMBEDS_LENGTH - taken);
    if laid.over {
        laid = lay_out(flows(FlowMode::Literal), EMBEDS_LENGTH - taken);
    }
    if laid.over {
        let note = format!("\n\n-# {}", discord::cut());
        laid = lay_out(flows(FlowMode::Marked), EMBEDS_LENGTH - taken - note.len());
        add(&mut laid, &note);
    }

    let colour = colour(card.accent);
    let last = laid.pages.len() - 1;
    let shown = laid.pages.into_iter().enumerate().map(|(at, page)| {
        let mut embed = json!({"color": colour});
        if let Some(title) = headline.as_ref().filter(|_| at == 0) {
            embed["title"] = json!(title);
        }
        if let Some(footer) = small.filter(|_| at == last) {
            embed["footer"] = json!({"text": without_turns(footer)});
        }
        let bare = embed.get("title").is_none() && embed.get("footer").is_none();
        if !page.is_empty() {
            embed["description"] = json!(page);
        } else if bare {
            // Discord takes no empty message.
            embed["description"] = json!("…");
        }
        embed
    });
    (shown.collect(), laid.over)
}

/// Adds a note to the last page.
fn add(laid: &mut Pages, note: &str) {
    match laid.pages.last_mut() {
        Some(page) if length(page) + note.len() <= EMBED_DESCRIPTION => page.push_str(note),
        _ => laid.pages.push(note.trim_start().to_owned()),
    }
}

/// What pings those whom a card calls, and nobody else.
fn ping(card: &Card) -> (String, Value) {
    let (mut calls, mut roles, mut users) = (Vec::new(), Vec::new(), Vec::new());
    for whom in card.pinged() {
        match whom {
            Span::Role(role) => {
                calls.push(format!("<@&{role}>"));
                roles.push(role.to_string());
            }
            Span::Member { id, .. } => {
                calls.push(format!("<@{id}>"));
                users.push(id.to_string());
            }
            _ => {}
        }
    }
    let mut mentions = json!({"parse": []});
    for (kind, ids) in [("roles", roles), ("users", users)] {
        if !ids.is_empty() {
            mentions[kind] = json!(ids);
        }
    }
    (calls.join(" "), mentions)
}

fn colour(accent: Accent) -> u32 {
    match accent {
        Accent::Page => 0x8a6d3b,
        Accent::Question => 0x2f6690,
        Accent::Done => 0x4a7c59,
        Accent::Problem => 0xa63d40,
    }
}

#[cfg(test)]
mod bodies_tests;
#[cfg(test)]
mod tests;
