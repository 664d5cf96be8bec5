//! What could complete an option.

use crate::command::{CommandError, Context, OptionKind, Services};
use crate::commands;
use crate::messages::Choice;

/// What could complete an option of a command; nothing if it takes anything.
pub(super) async fn choices(
    name: &str,
    option: &str,
    typed: &str,
    context: &Context,
    services: &Services,
) -> Vec<Choice> {
    let options = commands::options_of(name).unwrap_or_default();
    let kind = options.iter().find(|known| known.name == option).map(|known| known.kind);
    let Some(OptionKind::Suggested(kind)) = kind else { return Vec::new() };
    commands::suggest(kind, typed, context, services).await.unwrap_or_else(|error| {
        match error {
            CommandError::User(refusal) => tracing::debug!(%refusal, "a completion was refused"),
            error => tracing::error!(?error, "a completion failed"),
        }
        Vec::new()
    })
}
