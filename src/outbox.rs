//! What has to happen elsewhere: claim → publish → confirm.
//!
//! A row stands in the outbox from the moment its cause is committed until a frontend has confirmed
//! it, so that a crash in between neither loses nor doubles anything.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::domain::{Address, MemberId, PlaceId, ServerId};
use crate::reply::{Card, Effect};
use crate::store::{self, Claimed, Outcome, Store};

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
        place: PlaceId,
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
        if marked.len() > PRESS { press.to_owned() } else { marked }
    }

    /// Whether a button that carries `press` is of this parcel's message.
    #[must_use]
    pub fn marked(&self, press: &str) -> bool {
        press.split_whitespace().any(|word| word.strip_prefix("key:") == Some(&self.key))
    }
}

/// The longest line that a button carries.
const PRESS: usize = 100;

/// How many parcels are under way at once.
const AT_ONCE: u32 = 32;
/// After this many seconds of trying, a parcel is given up.
const PATIENCE: i64 = 6 * 60 * 60;
/// An edit whose message is not known yet is looked at again after this long …
const UNKNOWN_ADDRESS: SignedDuration = SignedDuration::from_secs(2);
/// … and is given up after this long, unless the message is still to be posted.
const NEVER_POSTED: SignedDuration = SignedDuration::from_secs(60);

/// The pause after the database failed.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// Carries what stands in the outbox to its place, until `stop`; then finishes what is under way.
///
/// Only one of these may work on a database: what it finds claimed at the start was left by a run
/// that ended in between, and may have gone out.
pub async fn work<O: Outlet>(store: Store, outlet: Arc<O>, clock: Clock, stop: CancellationToken) {
    while let Err(error) = store.take_up_claims().await {
        tracing::error!(?error, "the outbox could not be taken up");
        if stop.is_cancelled() || matches!(error, store::Error::Closed) {
            return;
        }
        tokio::time::sleep(AFTER_FAILURE).await;
    }
    let mut under_way = JoinSet::new();
    while !stop.is_cancelled() {
        while under_way.try_join_next().is_some() {}
        let room = AT_ONCE.saturating_sub(u32::try_from(under_way.len()).unwrap_or(AT_ONCE));
        let claimed = match claim(&store, clock.now(), room).await {
            Ok(claimed) => claimed,
            Err(error) => {
                tracing::error!(?error, "the outbox could not be read");
                tokio::time::sleep(AFTER_FAILURE).await;
                continue;
            }
        };
        let idle = claimed.is_empty();
        for row in claimed {
            under_way.spawn(carry(store.clone(), outlet.clone(), clock, row));
        }
        if !idle {
            continue;
        }
        let next = match room {
            0 => None,
            _ => store.outbox_next().await.ok().flatten(),
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = store.outbox_changed() => {}
            Some(_) = under_way.join_next(), if !under_way.is_empty() => {}
            () = clock.wait_towards(next.unwrap_or(Timestamp::MAX)) => {}
        }
    }
    while under_way.join_next().await.is_some() {}
}

/// Carries what is due now to its place, one after the other, and ends. It is [`work`] for a clock
/// that somebody sets by hand.
///
/// # Errors
/// If the database fails.
pub async fn carry_due<O: Outlet>(
    store: &Store,
    outlet: &Arc<O>,
    clock: Clock,
) -> store::Result<()> {
    loop {
        let claimed = claim(store, clock.now(), 1).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for row in claimed {
            carry(store.clone(), outlet.clone(), clock, row).await;
        }
    }
}

async fn claim(store: &Store, now: Timestamp, room: u32) -> store::Result<Vec<Claimed>> {
    // Most of the time nothing is due, which a read can tell.
    match store.outbox_next().await? {
        Some(next) if next <= now && room > 0 => store.claim(now, room).await,
        _ => Ok(Vec::new()),
    }
}

async fn carry<O: Outlet>(store: Store, outlet: Arc<O>, clock: Clock, row: Claimed) {
    let outcome = match deed(&row) {
        Some(deed) => {
            let key = format!("cp-{}", row.id);
            let parcel = Parcel { id: row.id, server: row.server, deed, key, made_at: row.made_at };
            let tried = AssertUnwindSafe(publish(outlet.as_ref(), &parcel, row.unsure));
            let tried = tried.catch_unwind().await.unwrap_or(Err(Refusal::Unsure));
            outcome(&row, tried, clock.now())
        }
        None => homeless(&row, clock.now()),
    };
    if let Outcome::Dropped(why) = &outcome {
        tracing::warn!(parcel = row.id, server = %row.server, why, "a parcel was given up");
    }
    // What went out must be confirmed, or it would be looked for again; so this does not give up.
    while let Err(error) = store.confirm(row.clone(), outcome.clone(), clock.now()).await {
        tracing::error!(parcel = row.id, ?error, "a parcel could not be confirmed");
        if matches!(error, store::Error::Closed) {
            return;
        }
        tokio::time::sleep(AFTER_FAILURE).await;
    }
}

async fn publish<O: Outlet>(outlet: &O, parcel: &Parcel, unsure: bool) -> Result<Receipt, Refusal> {
    // An edit or a deletion can be done twice; a message cannot.
    if unsure
        && matches!(parcel.deed, Deed::Post { .. } | Deed::Direct { .. })
        && let Some(receipt) = outlet.find(parcel).await?
    {
        return Ok(receipt);
    }
    outlet.publish(parcel).await
}

/// What to do, if the message that it is about is known.
fn deed(row: &Claimed) -> Option<Deed> {
    Some(match row.effect.clone() {
        Effect::Post { place, card } => Deed::Post { place, card },
        Effect::Edit { card } => Deed::Edit { at: row.at?, card },
        Effect::Delete { .. } => Deed::Delete { at: row.at? },
        Effect::Thread { under, name } => Deed::Thread { under, name },
        Effect::Announce { at } => Deed::Announce { at },
        Effect::Notice { place: Some(place), card, .. } => Deed::Post { place, card },
        Effect::Notice { place: None, member, card } => Deed::Direct { member, card },
        Effect::Look { place } => Deed::Look { place },
    })
}

/// What becomes of an edit or a deletion whose message is not known.
fn homeless(row: &Claimed, now: Timestamp) -> Outcome {
    if row.coming || now.duration_since(row.made_at) < NEVER_POSTED {
        return Outcome::Again { at: now + UNKNOWN_ADDRESS, unsure: false };
    }
    Outcome::Dropped("The message was never posted.".to_owned())
}

fn outcome(row: &Claimed, tried: Result<Receipt, Refusal>, now: Timestamp) -> Outcome {
    let in_time = now.duration_since(row.made_at).as_secs() < PATIENCE;
    // 1, 2, 4 … seconds, at most a minute; the number of the row spreads them.
    let pause = (1_000_i64 << row.tries.min(6)).min(60_000) + row.id % 500;
    let again = |after: i64, unsure: bool| Outcome::Again {
        at: now + SignedDuration::from_millis(after),
        unsure,
    };
    match tried {
        Ok(Receipt::Message(at)) => Outcome::Done(Some(at)),
        Ok(Receipt::Thread(_) | Receipt::Done) => Outcome::Done(None),
        Err(Refusal::Later(after)) if in_time => {
            let after = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
            again(after.clamp(1, PATIENCE * 1_000), row.unsure)
        }
        Err(Refusal::Unsure) if in_time => again(pause, true),
        Err(Refusal::Later(_) | Refusal::Unsure) => {
            Outcome::Dropped("Discord could not be reached for six hours.".to_owned())
        }
        Err(Refusal::Forbidden(why)) => Outcome::Dropped(why),
        Err(Refusal::Gone) => Outcome::Dropped("The channel or message is gone.".to_owned()),
        Err(Refusal::Invalid(why)) => {
            tracing::error!(parcel = row.id, why, "a parcel was malformed");
            Outcome::Dropped(
                "Something went wrong here; whoever runs the bot can see it in its log.".to_owned(),
            )
        }
    }
}

#[cfg(test)]
mod tests;
