//! What has to happen elsewhere: claim → publish → confirm.
//!
//! A row stands in the outbox from the moment its cause is committed until a frontend has confirmed
//! it, so that a crash in between neither loses nor doubles anything.

use std::future::Future;
use std::time::Duration;

use crate::domain::{Address, PlaceId, ServerId};
use crate::reply::Card;

/// A frontend's way out: it carries parcels to their place.
pub trait Outlet: Send + Sync + 'static {
    /// Carries one parcel to its place.
    fn publish(&self, parcel: &Parcel) -> impl Future<Output = Result<Receipt, Refusal>> + Send;

    /// Looks whether a parcel that may have gone out did; `None` if it surely did not.
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
}

/// What to do, with every address resolved.
#[derive(Clone, Debug)]
pub enum Deed {
    /// A new message. It carries the parcel's [`Parcel::key`], so that it can be found again.
    Post {
        /// Where.
        place: PlaceId,
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
}

/// Where it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// A message stands here.
    Message(Address),
    /// A thread was opened, or was there already.
    Thread(PlaceId),
    /// It is done, and there is nothing to remember.
    Done,
}

/// Why it did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not now: it was surely not sent, and may be tried again after so long.
    Later(Duration),
    /// It may or may not have been sent: look before it is sent again.
    Unsure,
    /// Something must be changed first; the words say what, for a facilitator.
    Forbidden(String),
    /// Its place or message is gone for good.
    Gone,
    /// It is not something that can be sent. A mistake of ours; the words are for the log.
    Invalid(String),
}

impl Parcel {
    /// What its message is marked with: at most 25 ASCII characters, the same at every try and
    /// different from every other parcel's of this database.
    #[must_use]
    pub fn key(&self) -> String {
        format!("cp-{}", self.id)
    }
}
