//! A member is told of what was taken from them when they next do something in the round, and is kept
//! from answering if the facilitator said so. Nobody else learns that it is about them.

use crate::command::{CommandError, Context, Services};
use crate::messages::Card;
use crate::messages::moderation::{self, ModerationError};
use crate::store::{ServerReads, ServerTx};
use domain::moderation::TakeDown;
use domain::{MemberId, RoundDetails, RoundId};

/// Refuses a member who is kept from answering in a round.
pub(in super::super) async fn refuse_muted(
    reads: &mut ServerReads,
    round: RoundId,
    member: MemberId,
) -> Result<(), CommandError> {
    let taken = reads.taken_from(round, member).await?;
    match taken.iter().rev().find(|(it, _)| it.mutes()) {
        Some((TakeDown { reason, number, .. }, _)) => {
            Err(ModerationError::Muted { reason: *reason, entry: *number }.into())
        }
        None => Ok(()),
    }
}

/// What the member has not been told of yet, in a card of its own.
pub(in super::super) async fn notice(
    context: &Context,
    services: &Services,
    round: RoundId,
) -> Result<Option<Card>, CommandError> {
    let Some((details, taken)) = untold(context, services, round).await? else { return Ok(None) };
    Ok(taken.last().map(|newest| moderation::notice(&details, newest)))
}

/// The card, which also says what the member has not been told of yet.
pub(in super::super) async fn with_notices(
    context: &Context,
    services: &Services,
    round: RoundId,
    card: Card,
) -> Result<Card, CommandError> {
    Ok(match untold(context, services, round).await? {
        Some((details, taken)) => moderation::notices(card, &details, &taken),
        None => card,
    })
}

/// What the member has not been told of yet; from now on they have been.
async fn untold(
    context: &Context,
    services: &Services,
    round: RoundId,
) -> Result<Option<(RoundDetails, Vec<TakeDown>)>, CommandError> {
    let member = context.member.id;
    let mut reads = services.store.read(context.server);
    let taken = reads.taken_from(round, member).await?;
    let untold: Vec<TakeDown> =
        taken.into_iter().filter_map(|(it, told)| (!told).then_some(it)).collect();
    if untold.is_empty() {
        return Ok(None);
    }
    let Some(details) = reads.round_details(round).await? else { return Ok(None) };
    let note = async |tx: &mut ServerTx| tx.note_told(round, member).await;
    services.store.change(context.server, note).await?;
    Ok(Some((details, untold)))
}
