//! Checks that every way of writing a message shares.

use serde_json::Value;

use super::{Guild, World};
use crate::http::Upload;
use crate::id::Id;
use crate::refusal::Refusal;
use crate::shapes::Findings;
use crate::shapes::messages::{Source, message};

impl World {
    /// Refuses a body with errors; reports the fields that Discord does not know.
    pub(crate) fn accept(&self, place: &str, mut found: Findings) -> Result<(), Refusal> {
        if self.options.refuse_unknown_fields {
            found.refuse_unknown();
        }
        for field in &found.unknown {
            self.journal.violation(format!("{place}: unknown field {field}"));
        }
        if found.is_clean() { Ok(()) } else { Err(found.refusal()) }
    }

    /// The same for a message, which should say whom it may ping.
    pub(crate) fn accept_message(
        &self,
        place: &str,
        body: &Value,
        source: Source,
        standing: u64,
    ) -> Result<(), Refusal> {
        if self.options.require_allowed_mentions && body["allowed_mentions"].is_null() {
            self.journal.violation(format!("{place}: no allowed_mentions"));
        }
        self.accept(place, message(body, source, standing))
    }

    /// Refuses words that Discord or the server's own rules block.
    pub(crate) fn screen(&self, channel: Id, body: &Value) -> Result<(), Refusal> {
        let Some(guild) = self.guild_of(channel) else { return Ok(()) };
        let said = body.to_string().to_lowercase();
        let says = |words: &String| said.contains(words.as_str());
        if guild.blocked_links.iter().any(says) {
            return Err(Refusal::BLOCKED_LINK);
        }
        if guild.blocked_words.iter().any(says) {
            return Err(Refusal::BLOCKED_BY_AUTOMOD);
        }
        Ok(())
    }

    /// Refuses a name of a thread or a post that the server's own rules block, and one more thread
    /// than the server may have.
    pub(crate) fn screen_thread(&self, channel: Id, name: &Value) -> Result<(), Refusal> {
        let Some(guild) = self.guild_of(channel) else { return Ok(()) };
        let name = name.as_str().unwrap_or_default().to_lowercase();
        if guild.blocked_words.iter().any(|words| name.contains(words.as_str())) {
            return Err(Refusal::NAME_BLOCKED_BY_AUTOMOD);
        }
        let active = |id: &&Id| self.channels.get(id).is_some_and(|thread| !thread.archived());
        if guild.threads.iter().filter(active).count() >= guild.max_threads {
            return Err(Refusal::TOO_MANY_THREADS);
        }
        Ok(())
    }

    fn guild_of(&self, channel: Id) -> Option<&Guild> {
        self.guilds.get(&self.channels.get(&channel)?.guild?)
    }

    pub(crate) fn check_files(&self, files: &[Upload]) -> Result<(), Refusal> {
        if files.len() > 10 {
            let message = "Must be 10 or fewer in length.";
            return Err(Refusal::form("attachments", "BASE_TYPE_MAX_LENGTH", message));
        }
        if files.iter().any(|file| file.bytes.len() > self.options.max_file) {
            return Err(Refusal::FILE_TOO_LARGE);
        }
        Ok(())
    }
}
