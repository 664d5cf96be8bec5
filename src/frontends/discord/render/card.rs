//! A card as the components of one message: a container with all that it says and can do, and above
//! it whom the message calls.

use serde_json::{Value, json};

use super::controls::Controls;
use super::flow::{Flow, FlowMode};
use super::layout::{Layout, Part, text_display};
use super::{escape, file_name, object};
use crate::messages::ui::limits::{COMPONENTS, COMPONENTS_LENGTH, length};
use crate::messages::ui::spoiler::concealed;
use crate::messages::{Accent, Card, Span, discord};
use domain::ServerId;

/// A longer title is a paragraph: a heading of many lines shouts.
const HEADING: usize = 200;
/// What a footer is at most; a longer one may be broken.
const FOOTER: usize = 800;
/// A card with more controls than this has no component to spare.
const FEW_CONTROLS: usize = 20;

/// The components of a message.
#[derive(Debug)]
pub(super) struct Rendered {
    pub(super) components: Vec<Value>,
    /// Whether something did not fit, and the file that holds it all is shown.
    pub(super) over: bool,
}

/// A card of a server, with components that show its files.
pub(super) fn render(card: &Card, server: ServerId, files: &[Value]) -> Rendered {
    let controls = Controls::of(card);
    let called: Vec<String> = card.pinged().filter_map(call).collect();
    let called = (!called.is_empty()).then(|| called.join(" "));
    let small = card.footer.as_deref().filter(|footer| !footer.trim().is_empty()).map(Flow::small);
    let footer = small.as_ref().map(Flow::shown).filter(|footer| length(footer) <= FOOTER);
    let long = |text: &Option<String>| text.as_deref().map_or(0, |text| length(text) + 2);
    let room = COMPONENTS_LENGTH - long(&called) - long(&footer);

    let parts = |mode| {
        let mut parts = Vec::with_capacity(card.blocks.len() + 2);
        parts.extend(title(card).map(Part::from));
        for (block, button) in card.blocks.iter().zip(&controls.beside) {
            parts.push(Part { flow: Flow::of(block, server, mode), button: *button });
        }
        parts.extend(small.clone().filter(|_| footer.is_none()).map(Part::from));
        parts
    };
    let mut layout = Layout::of(parts(FlowMode::Marked), room);
    if layout.over {
        layout = Layout::of(parts(FlowMode::Literal), room);
    }
    let over = layout.over;
    let mut files = files.to_vec();
    if over {
        let note = format!("-# {}", discord::cut());
        layout = Layout::of(parts(FlowMode::Marked), room - length(&note) - 2);
        layout.note(note);
        files.push(file(&file_name(&discord::whole_file())));
    }
    // Small print is under the files where it can be a component of its own.
    let apart = !files.is_empty() && controls.count(&[]) <= FEW_CONTROLS;
    let (within, under) = if apart { (None, footer) } else { (footer, None) };
    within.into_iter().for_each(|footer| layout.note(footer));

    let taken = 1 + usize::from(called.is_some()) + files.len() + usize::from(under.is_some());
    layout.shrink(|first| COMPONENTS.saturating_sub(taken + controls.count(first)));
    let mut inner: Vec<Value> = layout.shown().collect();
    let left = COMPONENTS.saturating_sub(taken + layout.components());
    inner.extend(files);
    inner.extend(under.as_deref().map(text_display));
    if inner.is_empty() {
        // Discord takes no empty message.
        inner.push(text_display("…"));
    }
    inner.extend(controls.shown(&layout.left, left));
    let container = object([
        ("type", json!(17)),
        ("accent_color", json!(colour(card.accent))),
        ("components", Value::Array(inner)),
    ]);
    let called = called.as_deref().map(text_display);
    Rendered { components: called.into_iter().chain([container]).collect(), over }
}

/// A file of the message, to be opened.
pub(super) fn file(name: &str) -> Value {
    json!({"type": 13, "file": {"url": format!("attachment://{name}")}})
}

/// A picture of the message; the words are for those who cannot see it.
pub(super) fn picture(name: &str, words: &str) -> Value {
    let item = json!({"media": {"url": format!("attachment://{name}")}, "description": words});
    json!({"type": 12, "items": [item]})
}

fn title(card: &Card) -> Option<Flow> {
    let title = card.title.as_deref()?;
    let heading = escape::escape(&concealed(title).replace('\n', " "));
    Some(match length(&heading) {
        ..=HEADING => Flow::heading_line(&heading),
        _ => Flow::strong(title),
    })
}

/// A role or a member whom a message calls.
fn call(whom: &Span) -> Option<String> {
    match whom {
        Span::Role(role) => Some(format!("<@&{role}>")),
        Span::Member { id, .. } => Some(format!("<@{id}>")),
        _ => None,
    }
}

/// Whom a message may ping: those it calls, and nobody else.
pub(super) fn allowed_mentions(card: &Card) -> Value {
    let (mut roles, mut users) = (Vec::new(), Vec::new());
    for whom in card.pinged() {
        match whom {
            Span::Role(role) => roles.push(role.to_string()),
            Span::Member { id, .. } => users.push(id.to_string()),
            _ => {}
        }
    }
    let mut mentions = json!({"parse": []});
    for (kind, ids) in [("roles", roles), ("users", users)] {
        if !ids.is_empty() {
            mentions[kind] = json!(ids);
        }
    }
    mentions
}

fn colour(accent: Accent) -> u32 {
    match accent {
        Accent::Page => 0x8a6d3b,
        Accent::Question => 0x2f6690,
        Accent::Done => 0x4a7c59,
        Accent::Problem => 0xa63d40,
    }
}
