//! Who gives a command, where, when, and with which seed. `run` knows nothing else of the outside.

use jiff::Timestamp;

use crate::messages::ui::Language;

pub use domain::ChannelKind;
use domain::{Address, ChannelId, MemberId, RequestId, RoleId, ServerId};

/// Who asks, where and when. A frontend fills it in; nothing in it is read from a clock or drawn
/// at random later on.
#[derive(Clone, Debug)]
pub struct Context {
    /// The server; every query takes it.
    pub server: ServerId,
    /// The channel or thread.
    pub channel: Channel,
    /// Who asks.
    pub member: Member,
    /// What this request is called: the same number again is the same request again.
    pub request: RequestId,
    /// The message whose button was pressed or whose menu was used, if any.
    pub pressed: Option<Address>,
    /// Whether only the caller sees that message.
    pub pressed_alone: bool,
    /// Whether nobody else may see any answer: a server that has not the bot can keep it quiet.
    pub alone: bool,
    /// The language of the caller; `None` is the server's.
    pub language: Option<Language>,
    /// What the platform says the server's is.
    pub server_language: Option<Language>,
    /// Now.
    pub now: Timestamp,
    /// The most bytes of a file in a reply.
    pub largest_file: usize,
    /// The seed of everything drawn at random for this request.
    pub seed: u64,
}

/// A channel or thread as a command sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its number.
    pub id: ChannelId,
    /// What it is.
    pub kind: ChannelKind,
    /// A thread's channel, or a post's forum.
    pub parent: Option<ChannelId>,
    /// The message that a thread was started from.
    pub under: Option<Address>,
}

impl Channel {
    /// A channel that is no thread.
    #[must_use]
    pub fn new(id: ChannelId, kind: ChannelKind) -> Self {
        Self { id, kind, parent: None, under: None }
    }
}

/// A member, as the request shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: MemberId,
    /// The name they go by in this server.
    pub name: String,
    /// Whether they may manage the server.
    pub manages_server: bool,
    /// Whether they may do everything, and so view every channel.
    pub administers: bool,
    /// Their roles.
    pub roles: Vec<RoleId>,
}
