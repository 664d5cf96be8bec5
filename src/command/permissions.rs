//! Who may do what: the server's managers, and those with its facilitators' role.

use super::{Caller, Problem, Trouble, World};
use crate::store::Speaker;
use domain::{MemberId, Proceedings, Round, Seminar, Statement};

/// Whether the caller facilitates this server.
pub(crate) async fn facilitates(caller: &Caller, world: &World) -> Result<bool, Problem> {
    if caller.member.manages_server {
        return Ok(true);
    }
    let role = world.store.settings(caller.server).await?.facilitators;
    Ok(role.is_some_and(|role| caller.member.roles.contains(&role)))
}

/// Refuses anyone who does not facilitate this server.
pub(crate) async fn needs_facilitator(
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

/// Whether the caller may facilitate a seminar: everybody may, unless the server keeps that to a
/// role.
pub(crate) async fn may_facilitate(caller: &Caller, world: &World) -> Result<bool, Problem> {
    let role = world.store.settings(caller.server).await?.facilitators;
    Ok(caller.member.manages_server || role.is_none_or(|role| caller.member.roles.contains(&role)))
}

/// Refuses anyone who may not facilitate a seminar.
pub(crate) async fn needs_eligible(caller: &Caller, world: &World) -> Result<(), Problem> {
    if may_facilitate(caller, world).await? {
        return Ok(());
    }
    Err(Trouble::refused(
        "In this server only members with the facilitators' role open and facilitate seminars. \
         `/question` poses a single question.",
    )
    .into())
}

/// Refuses anyone but a round's poser and the facilitators; in a seminar, anyone but its own.
pub(crate) async fn needs_poser(
    caller: &Caller,
    world: &World,
    round: &Round,
    what: &str,
) -> Result<(), Problem> {
    if let Some(id) = round.seminar {
        let seminar = super::lookup::seminar_of(caller, world, id).await?;
        return needs_the_facilitator(caller, &seminar, what);
    }
    let poser: MemberId = round.poser;
    if caller.member.id == poser || facilitates(caller, world).await? {
        return Ok(());
    }
    Err(Trouble::refused(format!(
        "Only the member who posed this question or a facilitator can {what} it."
    ))
    .into())
}

/// Refuses anyone but who proposed a response and who may close its round.
pub(crate) async fn needs_proposer(
    caller: &Caller,
    world: &World,
    it: &Proceedings,
    statement: &Statement,
    what: &str,
) -> Result<(), Problem> {
    let member = caller.member.id;
    let leads = match &it.seminar {
        Some(seminar) => seminar.facilitated_by(member),
        None => member == it.round.poser || facilitates(caller, world).await?,
    };
    if leads || member == statement.proposer {
        return Ok(());
    }
    let by = statement.by();
    Err(Trouble::refused(match &it.seminar {
        Some(_) => format!(
            "Only {by}, who proposed it, and the facilitator can {what}. Object if you want other \
             words, and say which."
        ),
        None => format!(
            "Only {by}, who proposed it, the one who posed the question, or a facilitator can \
             {what}. Object if you want other words, and say which."
        ),
    })
    .into())
}

/// The caller, as one who says something in a round.
pub(crate) async fn speaker(caller: &Caller, world: &World) -> Result<Speaker, Problem> {
    Ok(Speaker {
        server: caller.server,
        member: caller.member.id,
        name: caller.member.name.clone(),
        eligible: may_facilitate(caller, world).await?,
        now: caller.now,
        seed: caller.seed,
    })
}

/// Refuses anyone but the one who facilitates a seminar.
pub(crate) fn needs_the_facilitator(
    caller: &Caller,
    seminar: &Seminar,
    what: &str,
) -> Result<(), Problem> {
    if seminar.facilitated_by(caller.member.id) {
        return Ok(());
    }
    let who = match &seminar.facilitator {
        Some((_, name)) => format!("{name} facilitates this seminar, and only they can {what}."),
        None => format!(
            "Nobody facilitates this seminar now, so nobody can {what}. If you would do it, \
             `/seminar facilitator` lets you."
        ),
    };
    Err(Trouble::refused(who).into())
}
