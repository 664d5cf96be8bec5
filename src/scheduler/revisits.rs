//! Asks questions again whose time has come, and closes those that were asked again long enough.

use jiff::Timestamp;

use super::{AT_ONCE, Scheduler};
use crate::messages::{Effect, revisit};
use crate::store::{self, ServerTx};
use domain::revisit::RevisitState;
use domain::{Corpus, RoundId};

impl Scheduler {
    /// Takes some of the revisits that are due a state on, and says how many.
    pub(super) async fn revisit_some(&self) -> store::Result<usize> {
        let now = self.clock.now();
        let due = self.store.revisits_due(now, AT_ONCE).await?;
        for (server, round) in &due {
            let corpus = self.books.of(*server).await?;
            let go_on = async |tx: &mut ServerTx| {
                let language = tx.language().await?;
                let effects = language.scope(go_on(tx, &corpus, *round, now)).await?;
                tx.emit(|| effects, now).await
            };
            self.store.change(*server, go_on).await?;
        }
        Ok(due.len())
    }
}

/// Takes a revisit on if it is due, and says what follows elsewhere.
async fn go_on(
    tx: &mut ServerTx,
    corpus: &Corpus,
    round: RoundId,
    now: Timestamp,
) -> store::Result<Vec<Effect>> {
    let Some(it) = tx.revisit(round).await?.filter(|it| it.is_due(now)) else {
        return Ok(Vec::new());
    };
    let effects = match it.state {
        RevisitState::Planned(_) => {
            let asked = tx.ask_again(&it, now).await?;
            let details = tx.round_details(round).await?;
            asked.zip(details).map(|(asked, details)| {
                revisit::asked_effects(&details, &asked.members, asked.until)
            })
        }
        RevisitState::Open(_) => {
            tx.close_revisit(round, now).await?;
            let details = tx.round_details(round).await?;
            details.map(|details| revisit::closed_effects(corpus, &details))
        }
        RevisitState::Closed => None,
    };
    Ok(effects.unwrap_or_default())
}
