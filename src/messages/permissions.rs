//! What the bot and the members may do.

use std::fmt;

use super::Text;
use super::ui::{Key, list_string, string, text};

/// A permission of ours in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See the channel.
    ViewChannel,
    /// Write in a channel.
    SendMessages,
    /// Write in a thread.
    SendMessagesInThreads,
    /// Show cards.
    EmbedLinks,
    /// Attach files.
    AttachFiles,
    /// Open a thread under a message, or a post in a forum.
    CreatePublicThreads,
    /// Look for a message of ours.
    ReadMessageHistory,
    /// Archive somebody else's thread, or write in a locked one.
    ManageThreads,
    /// Make tags in a forum.
    ManageChannels,
    /// Do anything in a voice or stage channel.
    Connect,
    /// Make scheduled events.
    CreateEvents,
    /// Pin a message.
    PinMessages,
}

/// Its name in Discord's settings.
impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = Key(match self {
            Self::ViewChannel => "view-channel",
            Self::SendMessages => "send-messages",
            Self::SendMessagesInThreads => "send-messages-in-threads",
            Self::EmbedLinks => "embed-links",
            Self::AttachFiles => "attach-files",
            Self::CreatePublicThreads => "create-public-threads",
            Self::ReadMessageHistory => "read-message-history",
            Self::ManageThreads => "manage-threads",
            Self::ManageChannels => "manage-channels",
            Self::Connect => "connect",
            Self::CreateEvents => "create-events",
            Self::PinMessages => "pin-messages",
        });
        f.write_str(&string!("permissions-name", permission = key))
    }
}

/// "Send Messages and Embed Links".
#[must_use]
pub fn names(permissions: &[Permission]) -> String {
    list_string(permissions.iter().map(ToString::to_string))
}

/// Something that only facilitators do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum FacilitatorTask {
    AddDaily,
    ChangeDailies,
    RepostDaily,
    ConfirmDaily,
    ChangeReadings,
    PostPanel,
}

impl FacilitatorTask {
    pub(super) fn refusal(self) -> Text {
        let task = Key(match self {
            Self::AddDaily => "add-daily",
            Self::ChangeDailies => "change-dailies",
            Self::RepostDaily => "repost-daily",
            Self::ConfirmDaily => "confirm-daily",
            Self::ChangeReadings => "change-readings",
            Self::PostPanel => "post-panel",
        });
        text!("permissions-facilitators-only", task = task)
    }
}
