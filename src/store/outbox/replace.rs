//! Takes words out of what has not gone out yet, and changes only messages that are there.

use jiff::Timestamp;

use super::super::{Error, Result, ServerTx};
use crate::messages::{Card, Effect};

impl ServerTx {
    /// Emits effects of which some words must be nowhere any more: what waits to show one of their
    /// subjects shows the new card instead, and what was never shown is not edited.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn emit_in_place(
        &mut self,
        effects: impl IntoIterator<Item = Effect>,
        now: Timestamp,
    ) -> Result<()> {
        let mut needed = Vec::new();
        for effect in effects {
            match &effect {
                Effect::Edit { card } => {
                    let Some(subject) = card.subject else { continue };
                    if self.is_shown(subject).await? {
                        self.replace_waiting(card).await?;
                        needed.push(effect);
                    }
                }
                Effect::Delete { subject } if !self.is_shown(*subject).await? => {}
                _ => needed.push(effect),
            }
        }
        self.emit(|| needed, now).await
    }

    /// Gives the messages of a subject that have not gone out another card. One that is going out now
    /// shows it if it has to be tried again.
    async fn replace_waiting(&mut self, card: &Card) -> Result<()> {
        let subject = card.subject.map(String::from);
        let waiting: Vec<(i64, String)> = self
            .statement(
                "select id, effect from outbox
                 where server = ?1 and subject = ?2 and kind in ('post', 'beside', 'edit')",
            )
            .bind(subject)
            .all()
            .await?;
        let unreadable = |error: serde_json::Error| Error::Unreadable(error.to_string());
        for (job, effect) in waiting {
            let effect: Effect = serde_json::from_str(&effect).map_err(unreadable)?;
            let effect = effect.with_card(|_| card.clone());
            self.statement(
                "update outbox set effect = ?3, sieve = null where server = ?1 and id = ?2",
            )
            .bind(job)
            .bind(serde_json::to_string(&effect).map_err(unreadable)?)
            .execute()
            .await?;
        }
        Ok(())
    }
}
