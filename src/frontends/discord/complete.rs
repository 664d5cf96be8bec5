//! What could complete an option.

use crate::commands::{self, Caller, OptionKind, Spec, World};
use crate::reply::Choice;

/// What could complete an option of a command; nothing if it takes anything.
pub(super) async fn choices(
    name: &str,
    option: &str,
    typed: &str,
    caller: &Caller,
    world: &World,
) -> Vec<Choice> {
    let options = Spec::options(name).unwrap_or_default();
    let kind = options.iter().find(|known| known.name == option).map(|known| known.kind);
    let Some(OptionKind::Suggested(kind)) = kind else { return Vec::new() };
    commands::suggest(kind, typed, caller, world).await.unwrap_or_else(|error| {
        tracing::error!(?error, "a completion failed");
        Vec::new()
    })
}
