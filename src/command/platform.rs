//! What a command must know of the outside before it decides; a frontend fills it in.

use std::future::Future;
use std::pin::Pin;

use super::{Attachment, ChannelKind, Sight, UserError, Viewer};
pub use crate::messages::permissions::Permission;
use domain::{ChannelId, MemberId, MessageId, RoleId, ServerId};
use jiff::Timestamp;

/// A future that a port hands out.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Questions that only a frontend can answer.
pub trait Platform: Send + Sync + 'static {
    /// What we may do in a place; `None` where there is no such place in this server, or none that
    /// we can see.
    fn place(
        &self,
        server: ServerId,
        place: ChannelId,
    ) -> BoxFuture<'_, Option<ChannelPermissions>>;

    /// What somebody can see of each of these channels and threads, in their order.
    fn sights<'a>(
        &'a self,
        _: ServerId,
        _: Viewer<'a>,
        places: &'a [ChannelId],
    ) -> BoxFuture<'a, Vec<Sight>> {
        Box::pin(std::future::ready(vec![Sight::Viewed; places.len()]))
    }

    /// Whether we can see a place now, whatever was known of it a moment ago.
    fn is_there(&self, server: ServerId, place: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(async move { self.place(server, place).await.is_some() })
    }

    /// Whether we may open threads under messages of a place, and write in them.
    fn threads(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    /// Whether we may pin messages in a place.
    fn pins(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    /// Fetches a file that a member has handed in, if it has at most `most` bytes.
    ///
    /// # Errors
    /// It is larger, not there any more, or not where members' files are; a sentence for the member.
    fn download(&self, file: Attachment, most: u64) -> BoxFuture<'_, Result<Vec<u8>, UserError>>;

    /// How a forum files its posts; `None` where a place is no forum.
    fn forum(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, Option<Forum>> {
        Box::pin(std::future::ready(None))
    }

    /// Whether we may make scheduled events of a place.
    fn makes_events(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    /// A scheduled event of ours as it is now.
    ///
    /// # Errors
    /// Nobody can tell at the moment.
    fn event(&self, _: ServerId, _: MessageId) -> BoxFuture<'_, Result<SeenEvent, Unanswered>> {
        let none = Unanswered("it has no events".to_owned());
        Box::pin(std::future::ready(Err(none)))
    }

    /// Whether a member has surely left the server.
    fn has_left(&self, _: ServerId, _: MemberId) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(false))
    }

    /// The address by which a place is reached, where places have one.
    fn link(&self, _: ServerId, _: ChannelId) -> Option<String> {
        None
    }

    /// Whether we may ping a role in a place; `None` where the server has no such role.
    fn role(&self, _: ServerId, _: ChannelId, role: RoleId) -> BoxFuture<'_, Option<Ping>> {
        let ping = Ping { name: role.to_string(), allowed: true, everyone: false };
        Box::pin(std::future::ready(Some(ping)))
    }
}

/// A scheduled event as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeenEvent {
    /// Somebody has deleted it, or called it off.
    Gone,
    /// It is there.
    There {
        /// When it starts.
        starts_at: Timestamp,
        /// Whether it has begun.
        begun: bool,
        /// Who has said there that they come, with the names they go by.
        interested: Vec<(MemberId, String)>,
    },
}

/// The platform gave no answer; why, for the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the platform gave no answer: {0}")]
pub struct Unanswered(pub String);

/// How a forum files its posts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forum {
    /// The names of its tags that we may put on.
    pub tags: Vec<String>,
    /// Whether it takes no post without a tag.
    pub required: bool,
    /// Whether we may make tags there.
    pub makes_tags: bool,
    /// How many more tags it has room for.
    pub room: usize,
    /// What writing in its posts needs and we lack, beside what opening one needs.
    pub missing: Vec<Permission>,
}

/// A role that a message is to ping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ping {
    /// Its name.
    pub name: String,
    /// Whether a message of ours would ping it.
    pub allowed: bool,
    /// Whether it is the one that everybody has.
    pub everyone: bool,
}

/// What we may do in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelPermissions {
    /// What it is.
    pub kind: ChannelKind,
    /// What posting a card there needs and we lack, as Discord's settings call it.
    pub missing: Vec<Permission>,
}
