//! Puts names in the place of Discord's numbers in what a member wrote, before a command reads it.

use jiff::tz::TimeZone;

use super::super::mentions::{Mention, Names, mentions, readable};
use super::Responder;
use crate::command::{Context, FieldValue, Invocation, OptionKind, Value};
use crate::commands;

impl Responder {
    /// The same line with all that its member wrote as its readers will see it.
    pub(super) async fn readable(
        &self,
        context: &Context,
        mut line: Invocation,
        mut names: Names,
    ) -> Invocation {
        let mentioned: Vec<Mention> =
            written(&mut line).into_iter().flat_map(|text| mentions(text)).collect();
        if mentioned.is_empty() {
            return line;
        }
        if !context.server.is_a_members() {
            self.places.look_up(context, &mentioned, &mut names).await;
        }
        if mentioned.iter().any(|mention| matches!(mention, Mention::Time(..))) {
            let settings = self.services.store().read(context.server).settings().await;
            let zone = settings.ok().and_then(|settings| settings.timezone);
            names.zone = zone.and_then(|zone| TimeZone::get(&zone).ok());
        }
        for text in written(&mut line) {
            *text = readable(text, &names);
        }
        line
    }
}

/// What a member wrote: the fields of a form, the options that take words, the message that a
/// command was used on.
fn written(line: &mut Invocation) -> Vec<&mut String> {
    let options = commands::options_of(&line.name).unwrap_or_default();
    let wordy = |name: &str| {
        let kind = options.iter().find(|option| option.name == name).map(|option| option.kind);
        matches!(kind, Some(OptionKind::Text(_) | OptionKind::Prose(_)))
    };
    let fields = line.fields.values_mut().filter_map(|value| match value {
        FieldValue::Text(text) => Some(text),
        FieldValue::Choices(_) | FieldValue::Flag(_) | FieldValue::Files(_) => None,
    });
    let options = line.options.iter_mut().filter_map(|(name, value)| match value {
        Value::Text(text) if wordy(name) => Some(text),
        Value::Message(message) => Some(&mut message.text),
        _ => None,
    });
    fields.chain(options).collect()
}
