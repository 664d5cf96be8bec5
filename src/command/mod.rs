//! The framework of the commands: how one comes in, what it may know, and how it can answer. The
//! commands themselves are in [`crate::commands`].

mod apart;
mod args;
mod blank;
mod context;
mod error;
mod invocation;
pub(crate) mod lookup;
pub(crate) mod pagination;
pub(crate) mod permissions;
mod platform;
pub mod posting;
mod rates;
mod reply_mode;
pub(crate) mod search;
mod services;
pub(crate) mod sight;
mod spec;
pub(crate) mod time_zone;

pub(crate) use apart::apart;
pub(crate) use args::Arguments;
pub(crate) use blank::shows_nothing;
pub use context::{Channel, ChannelKind, Context, Member};
pub use error::{CommandError, Entity, Expected, UserError, Written};
pub use invocation::{Attachment, FieldValue, Invocation, TargetMessage, Value};
pub use platform::{
    BoxFuture, ChannelPermissions, Forum, Permission, Ping, Platform, SeenEvent, Unanswered,
};
pub use rates::{Allowances, Rates};
pub use reply_mode::{Audience, ReplyMode};
pub use services::{Limits, Services};
pub use sight::{Sight, Viewer};
pub use spec::{Body, MessageSpec, OptionKind, OptionSpec, Spec, Subcommand, Suggested};
