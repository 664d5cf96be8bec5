//! What the frontend does without a connection, for programs that measure it.

use std::time::Instant;

use jiff::Timestamp;
use serde_json::Value;

use super::interaction::{Arrival, Received, RequestKind};
use super::render::{Message, choices, modal};
use crate::command::Context;
use crate::commands;
use crate::messages::Reply;
use domain::ServerId;

/// The command or press in an interaction as Discord sends it, and who gives it; `None` if it is
/// neither or cannot be read.
#[must_use]
pub fn read_interaction(json: &str, now: Timestamp) -> Option<(commands::Request, Context)> {
    let arrival = Arrival { received: Instant::now(), now };
    let Received { context, ask, .. } = Received::read(json, arrival).ok()?;
    let request = match ask {
        RequestKind::Command(line) => commands::Request::typed(line),
        RequestKind::Press(line) => commands::Request::pressed(line),
        RequestKind::Complete { .. } => return None,
    };
    Some((request, context))
}

/// A reply as the body that Discord takes, without its files and without drawn pictures.
#[must_use]
pub fn reply_body(reply: &Reply, server: ServerId) -> Value {
    match reply {
        Reply::Public(card) => Message::card(card, server).new_body(false),
        Reply::Ephemeral(card) => Message::card(card, server).new_body(true),
        Reply::Update(card) => Message::card(card, server).edit_body(),
        Reply::Document(document) => Message::document(document, server).new_body(true),
        Reply::Form(form) => modal(form, server),
        Reply::Choices(all) => choices(all),
    }
}
