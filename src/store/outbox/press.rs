//! What waits for the token of a press.

use super::super::{Result, ServerReads};
use domain::{Address, MemberId};

/// What the outbox holds that a press's token can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingForPress {
    /// A new face for the message that was pressed.
    pub edit: bool,
    /// A message in its channel with the answer of the member who pressed, under their name.
    pub post: bool,
}

impl ServerReads {
    /// What of a press of a member on the message at `at` has not gone out yet.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn waiting_for_press(
        &mut self,
        at: Address,
        member: MemberId,
    ) -> Result<WaitingForPress> {
        let (edit, post) = self
            .statement(
                "select exists (select 1 from outbox
                            join messages on messages.server = ?1
                                         and messages.subject = outbox.subject
                            where outbox.server = ?1 and outbox.channel in (?2, -?2)
                              and kind = 'edit' and place = ?2 and message = ?3) as edit,
                    exists (select 1 from outbox
                            join responses on responses.server = ?1 and responses.id =
                                cast(substr(outbox.subject, length('response:') + 1) as integer)
                            where outbox.server = ?1 and outbox.channel = ?2
                              and kind in ('post', 'beside')
                              and outbox.subject like 'response:%'
                              and responses.member = ?4) as post",
            )
            .bind(at.place.0)
            .bind(at.message.0)
            .bind(member.0)
            .one()
            .await?;
        Ok(WaitingForPress { edit, post })
    }
}
