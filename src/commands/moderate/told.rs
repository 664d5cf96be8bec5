//! A member is told of what was taken from them when they next do something in the round, and is kept
//! from answering if the facilitator said so. Nobody else learns that it is about them, and nothing is
//! written: a note of it in the database would tell when an anonymous author was there.

use crate::command::{CommandError, Context, Services};
use crate::messages::Card;
use crate::messages::moderation::{self, ModerationError};
use crate::store::ServerReads;
use domain::moderation::TakeDown;
use domain::{MemberId, RoundDetails, RoundId};

/// Refuses a member who is kept from answering in a round.
pub(in super::super) async fn refuse_muted(
    reads: &mut ServerReads,
    round: RoundId,
    member: MemberId,
) -> Result<(), CommandError> {
    let taken = reads.taken_from(round, member).await?;
    match taken.iter().rev().find(|it| it.mutes()) {
        Some(TakeDown { reason, number, .. }) => {
            Err(ModerationError::Muted { reason: *reason, entry: *number }.into())
        }
        None => Ok(()),
    }
}

/// What is to be told a member who has no answer any more, in a card of its own.
pub(in super::super) async fn notice(
    context: &Context,
    services: &Services,
    round: RoundId,
) -> Result<Option<Card>, CommandError> {
    let Some((details, taken)) = missing(context, services, round).await? else { return Ok(None) };
    Ok(taken.last().map(|newest| moderation::notice(&details, newest)))
}

/// The card, which also tells a member why they have no answer any more.
pub(in super::super) async fn with_notices(
    context: &Context,
    services: &Services,
    round: RoundId,
    card: Card,
) -> Result<Card, CommandError> {
    Ok(match missing(context, services, round).await? {
        Some((details, taken)) => moderation::notices(card, &details, &taken),
        None => card,
    })
}

/// What was taken from a member who has not answered again, and its round.
async fn missing(
    context: &Context,
    services: &Services,
    round: RoundId,
) -> Result<Option<(RoundDetails, Vec<TakeDown>)>, CommandError> {
    let member = context.member.id;
    let mut reads = services.store.read(context.server);
    let Some(details) = reads.round_details(round).await? else { return Ok(None) };
    if details.taken_down.is_empty() {
        return Ok(None);
    }
    let again = reads.answer_of(round, details.round.part, member).await?.is_some();
    let taken = taken(&mut reads, &details, again, member).await?;
    Ok((!taken.is_empty()).then_some((details, taken)))
}

/// What was taken from a member in a round; `again`: of what they have answered since, only what
/// keeps them from answering.
pub(in super::super) async fn taken(
    reads: &mut ServerReads,
    details: &RoundDetails,
    again: bool,
    member: MemberId,
) -> Result<Vec<TakeDown>, CommandError> {
    if details.taken_down.is_empty() {
        return Ok(Vec::new());
    }
    let part = details.round.part;
    let taken = reads.taken_from(details.round.id, member).await?;
    Ok(taken.into_iter().filter(|it| !again || it.part != part || it.mutes()).collect())
}
