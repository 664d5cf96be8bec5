//! Cards that a command's reply shows, and that the outbox posts if the reply does not arrive: what
//! they are about is in the database, and nobody would see it.

use jiff::{SignedDuration, Timestamp};

use super::super::{Result, ServerTx};
use super::Queue;
use super::put::Entry;
use crate::messages::{Card, Effect, Subject};
use domain::{ChannelId, RequestId};

/// A reply that has not arrived by then never will.
const REPLY_TAKES: SignedDuration = SignedDuration::from_mins(2);
/// A reply that may have arrived is not looked for any sooner.
const SETTLES: SignedDuration = SignedDuration::from_secs(5);

/// What the reply to a request is known by, in its buttons: at most 25 characters.
#[must_use]
pub fn reply_key(request: RequestId) -> String {
    format!("{REPLY}{request}")
}

/// How the keys of replies begin.
const REPLY: &str = "reply-";

impl ServerTx {
    /// Keeps a card that the reply to a request is about to show. It is posted if nobody says
    /// in time that the reply has [arrived](ServerTx::remember_message); it is looked for first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn post_unless_shown(
        &mut self,
        place: ChannelId,
        card: Card,
        request: RequestId,
        now: Timestamp,
    ) -> Result<()> {
        self.enqueue(Entry {
            key: Some(reply_key(request)),
            due_at: now.saturating_add(REPLY_TAKES).unwrap_or(now),
            unsure: true,
            ..Entry::new(Effect::Post { place, card }, now)
        })
        .await
    }

    /// The reply to a request did not arrive, or nobody knows whether it did: its card is posted
    /// now, if it was [kept](ServerTx::post_unless_shown).
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reply_failed(
        &mut self,
        request: RequestId,
        may_have_arrived: bool,
        now: Timestamp,
    ) -> Result<()> {
        let due_at =
            if may_have_arrived { now.saturating_add(SETTLES).unwrap_or(now) } else { now };
        let channel: Option<i64> = self
            .statement(
                "update outbox set due_at = ?3, unsure = ?4
                 where server = ?1 and key = ?2 and claimed = 0
                 returning channel",
            )
            .bind(reply_key(request))
            .bind(due_at.as_millisecond())
            .bind(may_have_arrived)
            .optional_value()
            .await?;
        if let Some(queue) = channel.map(Queue) {
            self.unschedule(queue).await?;
            self.schedule_next(queue, None).await?;
        }
        Ok(())
    }

    /// The message that shows a subject is there: it need not be posted.
    pub(in super::super) async fn reply_arrived(&mut self, subject: Subject) -> Result<()> {
        let channel: Option<i64> = self
            .statement(
                "delete from outbox
                 where server = ?1 and subject = ?2 and kind = 'post' and claimed = 0
                   and key like 'reply-%'
                 returning channel",
            )
            .bind(subject.to_string())
            .optional_value()
            .await?;
        match channel.map(Queue) {
            Some(queue) => self.schedule_next(queue, None).await,
            None => Ok(()),
        }
    }
}
