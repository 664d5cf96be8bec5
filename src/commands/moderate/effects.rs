//! Every message that showed what was taken down, or shows its stub.

use crate::command::CommandError;
use crate::messages::{Effect, round, seminar};
use crate::store::{self, ServerReads, ServerTx};
use domain::moderation::{LogEntry, TakeDown};
use domain::seminar::SeminarState;
use domain::{Corpus, RoundDetails};

/// Every message of the round, and the summary if its seminar is over.
pub(super) async fn everywhere(
    reads: &mut ServerReads,
    corpus: &Corpus,
    was: &RoundDetails,
    now: &RoundDetails,
    entry: &TakeDown,
) -> Result<Vec<Effect>, store::Error> {
    let mut effects = round::moderated(corpus, was, now, entry);
    let closed = now.seminar.as_ref().filter(|seminar| seminar.state == SeminarState::Closed);
    if let Some(seminar) = closed {
        let mut rounds = Vec::new();
        for id in seminar.rounds() {
            rounds.extend(reads.round_details(id).await?);
        }
        effects.extend(seminar::summarized_anew(corpus, seminar, &rounds));
    }
    Ok(effects)
}

/// Shows what became of an appeal in the stubs, once it is written. Who is not kept from answering any
/// more is awaited again.
pub(in super::super) async fn on_appeal(
    tx: &mut ServerTx,
    corpus: &Corpus,
    it: &LogEntry,
    now: jiff::Timestamp,
) -> Result<(), CommandError> {
    let Some(details) = tx.round_details(it.round).await? else { return Ok(()) };
    let mut was = details.clone();
    // Only the word on it differs.
    for entry in &mut was.taken_down {
        if entry.number == it.take_down.number {
            entry.appeal = None;
        }
    }
    let language = tx.language().await?;
    let effects = everywhere(tx, corpus, &was, &details, &it.take_down);
    let effects = language.scope(effects).await?;
    tx.emit_in_place(effects, now).await?;
    Ok(())
}
