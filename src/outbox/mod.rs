//! What has to happen elsewhere: claim → publish → confirm.
//!
//! A row stands in the outbox from the moment its cause is committed until a frontend has confirmed
//! it, so that a crash in between neither loses nor doubles anything.

mod carry;
mod work;

use std::future::Future;
use std::time::Duration;

use jiff::Timestamp;

pub use self::work::{carry_due, work};
use crate::messages::Card;
use crate::messages::ui::limits::CUSTOM_ID;
use domain::{Address, ChannelId, MemberId, ServerId};

/// A frontend's way out: it carries parcels to their place.
pub trait Outlet: Send + Sync + 'static {
    /// Carries one parcel to its place.
    fn publish(&self, parcel: &Parcel) -> impl Future<Output = Result<Receipt, Refusal>> + Send;

    /// Looks whether a parcel that may have gone out did; `None` if it surely did not. A message of
    /// ours is known by the parcel's [`Parcel::key`] in its nonce or in one of its buttons.
    ///
    /// [`Refusal::Forbidden`], [`Refusal::Gone`] and [`Refusal::Invalid`] mean that it cannot be
    /// told, now or later.
    fn find(
        &self,
        parcel: &Parcel,
    ) -> impl Future<Output = Result<Option<Receipt>, Refusal>> + Send;
}

/// One thing to do elsewhere.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Its number in the outbox; the same parcel again has the same number.
    pub id: i64,
    /// Whose it is.
    pub server: ServerId,
    /// What to do.
    pub deed: Deed,
    /// What its message is known by: at most 25 ASCII characters without a space, the same at every
    /// try, and no other parcel's. A frontend sends it as the nonce, and in the buttons: see
    /// [`Parcel::mark`].
    pub key: String,
    /// When it was committed; it cannot have gone out before that.
    pub made_at: Timestamp,
}

/// What to do, with every address resolved.
#[derive(Clone, Debug)]
pub enum Deed {
    /// A new message. It carries the parcel's [`Parcel::key`], so that it can be found again.
    Post {
        /// Where.
        place: ChannelId,
        /// What.
        card: Card,
    },
    /// A new face for a message of ours.
    Edit {
        /// Which.
        at: Address,
        /// The new face.
        card: Card,
    },
    /// A message of ours goes away.
    Delete {
        /// Which.
        at: Address,
    },
    /// A thread under a message.
    Thread {
        /// Which.
        under: Address,
        /// Its name: at most 100 characters.
        name: String,
    },
    /// A thread or a forum's post goes to rest. Done if the place is neither, rests already or is
    /// gone.
    Archive {
        /// Which.
        place: ChannelId,
    },
    /// A forum gets the tags that it lacks. Done also if we may make none, or not all have room.
    Tags {
        /// Which.
        forum: ChannelId,
        /// Their names.
        names: Vec<String>,
    },
    /// Those who follow an announcement channel get a message of it. Once is enough: it is done if
    /// it was done before.
    Announce {
        /// Which.
        at: Address,
    },
    /// A new message to one member alone. It carries the parcel's key.
    Direct {
        /// To whom.
        member: MemberId,
        /// What.
        card: Card,
    },
    /// Nothing but a look whether a post could go out in a place: done if it could, else
    /// [`Refusal::Forbidden`] or [`Refusal::Gone`]. It costs Discord as little as can be.
    Look {
        /// Where.
        place: ChannelId,
    },
}

/// Where it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// A message stands here.
    Message(Address),
    /// A thread was opened, or was there already.
    Thread(ChannelId),
    /// It is done, and there is nothing to remember.
    Done,
}

/// Why it did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not now: it was surely not sent, and may be tried again after so long. Zero if nobody has
    /// told how long: each further try then waits longer.
    Later(Duration),
    /// It may or may not have been sent: look before it is sent again.
    Unsure,
    /// Something must be changed first. The words say what to do, for a facilitator, and leave out
    /// in which place: "Give me Send Messages there."
    Forbidden(String),
    /// Its place or message is gone, or hidden from us.
    Gone,
    /// It is not something that can be sent. A mistake of ours; the words are for the log.
    Invalid(String),
}

impl Parcel {
    /// What a button of its message carries: the press, and the key if there is room for it in 100
    /// characters. A press is understood with it and without.
    #[must_use]
    pub fn mark(&self, press: &str) -> String {
        let marked = format!("{press} key:{}", self.key);
        if marked.len() > CUSTOM_ID { press.to_owned() } else { marked }
    }

    /// Whether a button that carries `press` is of this parcel's message.
    #[must_use]
    pub fn marked(&self, press: &str) -> bool {
        press.split_whitespace().any(|word| word.strip_prefix("key:") == Some(&self.key))
    }
}

#[cfg(test)]
mod tests;
