//! What also works outside of the servers that have the bot, for members who have it for themselves:
//! what needs nothing of a server.

use super::Command;

/// The commands that can be typed anywhere.
pub const ANYWHERE: &[&str] = &["quote", "kept", "help", "privacy"];

/// What the buttons of those do.
const BUTTONS: &[&str] = &["keep", "letgo", "context", "who"];

impl Command {
    /// Whether it works where there is no server.
    pub(super) fn works_anywhere(&self) -> bool {
        let name = self.name();
        let group = name.split(' ').next().unwrap_or(name);
        ANYWHERE.contains(&group) || BUTTONS.contains(&name)
    }
}

#[cfg(test)]
mod tests;
