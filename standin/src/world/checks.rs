//! Checks that every way of writing a message shares.

use serde_json::Value;

use super::World;
use crate::http::Upload;
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
