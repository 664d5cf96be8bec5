//! What a command must know of the outside before it decides; a frontend fills it in.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use super::PlaceKind;
use crate::domain::{PlaceId, ServerId};

/// A future that a port hands out.
pub type Asked<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Questions that only a frontend can answer.
pub trait Port: Send + Sync + 'static {
    /// What we may do in a place; `None` where there is no such place in this server, or none that
    /// we can see.
    fn place(&self, server: ServerId, place: PlaceId) -> Asked<'_, Option<Standing>>;
}

/// What we may do in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it is.
    pub kind: PlaceKind,
    /// What posting a card there needs and we lack, as Discord's settings call it.
    pub missing: Vec<Permission>,
}

/// A permission of ours in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See the place.
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
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ViewChannel => "View Channel",
            Self::SendMessages => "Send Messages",
            Self::SendMessagesInThreads => "Send Messages in Threads",
            Self::EmbedLinks => "Embed Links",
            Self::AttachFiles => "Attach Files",
            Self::CreatePublicThreads => "Create Public Threads",
            Self::ReadMessageHistory => "Read Message History",
        })
    }
}
