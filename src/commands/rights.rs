//! Who may do what: the server's managers, and those with its facilitators' role.

use super::{Caller, Problem, Trouble, World};
use crate::domain::{MemberId, Round};

/// Whether the caller facilitates this server.
pub(super) async fn facilitates(caller: &Caller, world: &World) -> Result<bool, Problem> {
    if caller.member.manages_server {
        return Ok(true);
    }
    let role = world.store.settings(caller.server).await?.facilitators;
    Ok(role.is_some_and(|role| caller.member.roles.contains(&role)))
}

/// Refuses anyone who does not facilitate this server.
pub(super) async fn needs_facilitator(
    caller: &Caller,
    world: &World,
    what: &str,
) -> Result<(), Problem> {
    if facilitates(caller, world).await? {
        return Ok(());
    }
    Err(Trouble::refused(format!(
        "Only facilitators can {what}: members with Manage Server, or with the role set by \
         `/settings facilitators:`."
    ))
    .into())
}

/// Refuses anyone but a round's poser and the facilitators.
pub(super) async fn needs_poser(
    caller: &Caller,
    world: &World,
    round: &Round,
    what: &str,
) -> Result<(), Problem> {
    let poser: MemberId = round.poser;
    if caller.member.id == poser || facilitates(caller, world).await? {
        return Ok(());
    }
    Err(Trouble::refused(format!(
        "Only the member who posed this question or a facilitator can {what} it."
    ))
    .into())
}
