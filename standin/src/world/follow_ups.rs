//! What comes after the first answer to an interaction.

use serde_json::Value;

use super::{Interaction, World};
use crate::http::Upload;
use crate::id::Id;
use crate::refusal::Refusal;
use crate::shapes::messages::Source;

/// The most messages after the answer where only a person has the application.
const MOST_BY_A_USER: usize = 5;

impl World {
    /// The interaction that a follow-up's token is of.
    pub(crate) fn by_token(&self, app: Id, token: &str) -> Result<&Interaction, Refusal> {
        if app != self.app {
            return Err(Refusal::UNKNOWN_WEBHOOK);
        }
        let id = self.tokens.get(token).ok_or(Refusal::INVALID_WEBHOOK_TOKEN)?;
        let interaction = self.interactions.get(id).ok_or(Refusal::INVALID_WEBHOOK_TOKEN)?;
        if interaction.expired || interaction.sent.elapsed() > self.options.token_lives {
            return Err(Refusal::INVALID_WEBHOOK_TOKEN);
        }
        if interaction.reply.is_none() {
            return Err(Refusal::UNKNOWN_WEBHOOK);
        }
        Ok(interaction)
    }

    /// A message after the first answer. After a deferred message it is that message's edit.
    pub(crate) fn follow_up(
        &mut self,
        interaction: Id,
        body: &Value,
        files: &[Upload],
    ) -> Result<Id, Refusal> {
        let known = self.interactions.get(&interaction);
        let interaction = known.ok_or(Refusal::UNKNOWN_WEBHOOK)?.clone();
        self.accept_message("follow-up", body, Source::FollowUp, 0)?;
        self.screen(interaction.channel, body)?;
        self.check_files(files)?;
        let loading = interaction
            .original
            .filter(|id| self.messages.get(id).is_some_and(super::Message::loading));
        if let Some(original) = loading {
            self.edit(original, body, files)?;
            self.count_edit(interaction.id);
            return Ok(original);
        }
        if interaction.by_user_alone() && interaction.follow_ups.len() >= MOST_BY_A_USER {
            return Err(Refusal::TOO_MANY_FOLLOW_UPS);
        }
        let draft = self.draft(body, files)?;
        let id = self.post_answer(&interaction, draft)?;
        if let Some(kept) = self.interactions.get_mut(&interaction.id) {
            kept.follow_ups.push(id);
            kept.changed.notify_waiters();
        }
        Ok(id)
    }

    /// Edits a message through the token of an interaction.
    pub(crate) fn edit_answer(
        &mut self,
        interaction: Id,
        message: Id,
        body: &Value,
        files: &[Upload],
    ) -> Result<(), Refusal> {
        self.edit_checked(message, body, files, "follow-up edit")?;
        self.count_edit(interaction);
        Ok(())
    }

    fn count_edit(&mut self, interaction: Id) {
        if let Some(kept) = self.interactions.get_mut(&interaction) {
            kept.edits += 1;
            kept.changed.notify_waiters();
        }
    }

    /// Edits a message of the bot, after all checks of the body and the place.
    pub(crate) fn edit_checked(
        &mut self,
        message: Id,
        body: &Value,
        files: &[Upload],
        place: &str,
    ) -> Result<(), Refusal> {
        let standing = self.messages.get(&message).ok_or(Refusal::UNKNOWN_MESSAGE)?;
        let (flags, channel) = (standing.flags, standing.channel);
        if self.channel(channel)?.archived() && !standing.ephemeral() {
            return Err(Refusal::THREAD_ARCHIVED);
        }
        self.accept_message(place, body, Source::Edit, flags)?;
        self.screen(channel, body)?;
        self.check_files(files)?;
        self.edit(message, body, files)
    }
}
