//! A member is erased: what waits in the outbox shows nothing of theirs any more.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde_json::{Value, json};

use super::super::row::row;
use super::super::{Error, Result, ServerReads, ServerTx};
use super::Queue;
use crate::messages::{Card, Effect, Subject};
use domain::MemberId;

row! {
struct Row {
    id: i64,
    effect: String,
    channel: i64,
    made_at: i64,
}
}

/// A job, whether anybody has claimed it or not.
struct Waiting {
    id: i64,
    effect: Effect,
    queue: Queue,
    made_at: i64,
}

impl ServerTx {
    /// Emits what follows from erasing a member. A message that waits gets its new face at once, so
    /// that the old one never goes out; what is not shown anywhere needs no edit. What else names them
    /// is made to name nobody, and what is for them alone goes.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn emit_erased(
        &mut self,
        member: MemberId,
        effects: Vec<Effect>,
        now: Timestamp,
    ) -> Result<()> {
        let mut faces: HashMap<Subject, Card> = HashMap::new();
        for effect in &effects {
            if let Effect::Edit { card } = effect
                && let Some(subject) = card.subject
            {
                faces.insert(subject, card.clone());
            }
        }
        let gone: HashSet<Subject> = effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Delete { .. }))
            .filter_map(Effect::subject)
            .collect();
        for job in self.waiting().await? {
            let Some(subject) = job.effect.subject().filter(|_| job.effect.card().is_some()) else {
                continue;
            };
            // One that is claimed may go out again, before it is deleted.
            if gone.contains(&subject) {
                self.rewrite(job.id, &job.effect.with_card(Card::withdrawn)).await?;
            } else if let Some(face) = faces.get(&subject) {
                self.rewrite(job.id, &job.effect.with_card(|_| face.clone())).await?;
            }
        }
        for effect in effects {
            let shown = match (&effect, effect.subject()) {
                (Effect::Edit { .. }, Some(subject)) => self.is_shown(subject).await?,
                _ => true,
            };
            if shown {
                self.emit(|| [effect], now).await?;
            }
        }
        for job in self.waiting().await?.into_iter().filter(|job| job.effect.names(member)) {
            match job.effect.without(member) {
                Some(effect) => self.rewrite(job.id, &effect).await?,
                None => self.drop_waiting(job.id, job.queue).await?,
            }
        }
        Ok(())
    }

    async fn rewrite(&mut self, id: i64, effect: &Effect) -> Result<()> {
        let written =
            serde_json::to_string(effect).map_err(|error| Error::Unreadable(error.to_string()))?;
        self.statement("update outbox set effect = ?3, sieve = null where server = ?1 and id = ?2")
            .bind(id)
            .bind(written)
            .execute()
            .await?;
        Ok(())
    }

    async fn drop_waiting(&mut self, id: i64, queue: Queue) -> Result<()> {
        self.statement("delete from outbox where server = ?1 and id = ?2")
            .bind(id)
            .execute()
            .await?;
        self.schedule_next(queue, None).await
    }
}

impl ServerReads {
    /// What waits in the outbox and names a member, as it is listed for them.
    pub(in super::super) async fn outgoing_about(
        &mut self,
        member: MemberId,
    ) -> Result<Vec<Value>> {
        let named = self.waiting().await?.into_iter().filter(|job| job.effect.names(member));
        let listed = |job: Waiting| {
            let since = super::super::row::instant(job.made_at)?;
            Ok(json!({ "kind": job.effect.kind(), "since": since }))
        };
        named.map(listed).collect()
    }

    /// Every job of this server; one that nobody can read any more is none.
    async fn waiting(&mut self) -> Result<Vec<Waiting>> {
        let rows: Vec<Row> = self
            .statement("select id, effect, channel, made_at from outbox where server = ?1")
            .all()
            .await?;
        let waiting = |Row { id, effect, channel, made_at }| {
            let effect = serde_json::from_str(&effect).ok()?;
            Some(Waiting { id, effect, queue: Queue(channel), made_at })
        };
        Ok(rows.into_iter().filter_map(waiting).collect())
    }
}
