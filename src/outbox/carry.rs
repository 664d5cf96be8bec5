//! Carries one row: looks first if it may have gone out, publishes it, and says what came of it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};

use super::{Deed, Outlet, Parcel, Receipt, Refusal};
use crate::clock::Clock;
use crate::messages::daily;
use crate::messages::{self, Effect};
use crate::store::{self, Claimed, Outcome, Store};
use domain::ChannelId;

/// An edit whose message is not known yet is looked at again after this long …
const UNKNOWN_ADDRESS: SignedDuration = SignedDuration::from_secs(2);
/// … and is given up after this long, unless the message is still to be posted.
const NEVER_POSTED: SignedDuration = SignedDuration::from_secs(60);
/// The first pause after a failure that told no other; each further one is twice as long …
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(1);
/// … up to this.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(2);
/// What may be on its way still is not looked for any sooner.
const SETTLES: SignedDuration = SignedDuration::from_secs(5);
/// The first and the longest pause before a closed place is looked at again: a place that nobody
/// can see costs Discord's patience, and all that are closed together must stay far below it.
const FIRST_LOOK: SignedDuration = SignedDuration::from_mins(5);
const RAREST_LOOK: SignedDuration = SignedDuration::from_hours(6);
/// The longest pause of what a group waits for while it sits together.
const RAREST_TRY: SignedDuration = SignedDuration::from_mins(20);

const GONE: &str = "That channel is gone or hidden from me. Give me View Channel there, or end \
                    this daily with /daily remove.";
const UNREACHED: &str = "Discord could not be reached in time.";

/// What a try has come to.
enum Tried {
    /// It stands.
    Went(Receipt),
    /// It does not; whether it still may.
    Refused(Refusal, bool),
    /// Nobody can tell.
    Untold(String),
    /// Its time is over, and it surely did not go out.
    Over,
}

pub(super) async fn carry<O: Outlet>(store: Store, outlet: Arc<O>, clock: Clock, row: Claimed) {
    let outcome = match deed(&row, clock.now()) {
        Some(deed) => {
            let Claimed { id, server, made_at, .. } = row;
            let parcel = Parcel { id, server, deed, key: row.key.clone(), made_at };
            let tried = AssertUnwindSafe(attempt(outlet.as_ref(), &parcel, &row, clock.now()));
            let tried = tried.catch_unwind().await;
            let tried = tried.unwrap_or(Tried::Refused(Refusal::Unsure, true));
            outcome(&row, tried, clock.now())
        }
        None => homeless(&row, clock.now()),
    };
    if let Outcome::Dropped(why) | Outcome::Untold { why, .. } = &outcome {
        tracing::warn!(parcel = row.id, server = %row.server, why, "a parcel was given up");
    }
    // What went out must be confirmed, or it would be looked for again; so this does not give up.
    while let Err(error) = store.confirm(row.clone(), outcome.clone(), clock.now()).await {
        tracing::error!(parcel = row.id, ?error, "a parcel could not be confirmed");
        if matches!(error, store::Error::Closed) {
            return;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn attempt<O: Outlet>(outlet: &O, parcel: &Parcel, row: &Claimed, now: Timestamp) -> Tried {
    // An edit or a deletion can be done twice; a message cannot.
    let once = matches!(parcel.deed, Deed::Post { .. } | Deed::Direct { .. });
    let over = row.delivery.is_some() && once && now >= row.give_up_at;
    if row.unsure && once {
        match outlet.find(parcel).await {
            Ok(Some(receipt)) => return Tried::Went(receipt),
            Ok(None) => {}
            Err(Refusal::Later(_) | Refusal::Unsure) if now >= row.give_up_at => {
                return Tried::Untold(UNREACHED.to_owned());
            }
            Err(refusal @ (Refusal::Later(_) | Refusal::Unsure)) => {
                return Tried::Refused(refusal, true);
            }
            Err(Refusal::Forbidden(why)) => return Tried::Untold(format!("I cannot look. {why}")),
            Err(Refusal::Gone) => return Tried::Untold(format!("I cannot look. {GONE}")),
            Err(Refusal::Invalid(why)) => return Tried::Untold(why),
        }
    }
    if over {
        return Tried::Over;
    }
    match outlet.publish(parcel).await {
        Ok(receipt) => Tried::Went(receipt),
        Err(refusal) => {
            // What was not found a moment ago may still have been on its way.
            let unsure = row.unsure || matches!(refusal, Refusal::Unsure);
            Tried::Refused(refusal, unsure)
        }
    }
}

/// What to do, if the message that it is about is known.
fn deed(row: &Claimed, now: Timestamp) -> Option<Deed> {
    // What is to stand there first comes first, and what is to go: a message would bring a thread
    // back, and of two that show the same the wrong one would go.
    if row.coming {
        return None;
    }
    Some(match row.effect.clone() {
        Effect::Post { place, card } if row.late_at.is_some_and(|late_at| now >= late_at) => {
            Deed::Post { place, card: daily::late(card) }
        }
        Effect::Post { place, card } => Deed::Post { place, card },
        Effect::Beside { card, .. } => Deed::Post { place: row.at?.place, card },
        Effect::Edit { card } => Deed::Edit { at: row.at?, card },
        Effect::Delete { .. } => Deed::Delete { at: row.at? },
        Effect::Thread { under, name } => Deed::Thread { under, name },
        Effect::Archive { .. } => Deed::Archive { place: row.at?.place },
        Effect::Tags { forum, names } => Deed::Tags { forum, names },
        Effect::Announce { at } => Deed::Announce { at },
        Effect::Notice { place: Some(place), card, .. } => Deed::Post { place, card },
        Effect::Notice { place: None, member, card } => Deed::Direct { member, card },
        Effect::Look { place } => Deed::Look { place },
    })
}

/// What becomes of what is about a message that is not known, or that others come before.
fn homeless(row: &Claimed, now: Timestamp) -> Outcome {
    if row.coming || now.duration_since(row.made_at) < NEVER_POSTED {
        return Outcome::Again { at: now + UNKNOWN_ADDRESS, unsure: false };
    }
    Outcome::Dropped("The message was never posted.".to_owned())
}

fn outcome(row: &Claimed, tried: Tried, now: Timestamp) -> Outcome {
    let (refusal, unsure) = match tried {
        Tried::Went(Receipt::Message(at)) => return Outcome::Done(Some(at)),
        Tried::Went(Receipt::Thread(_) | Receipt::Done) => return Outcome::Done(None),
        Tried::Untold(why) => return untold(row, why),
        Tried::Over => return Outcome::Missed,
        Tried::Refused(refusal, unsure) => (refusal, unsure),
    };
    let pause = spread(row, doubled(FIRST_PAUSE, row.tries).min(LONGEST_PAUSE));
    let told =
        |after: Duration| SignedDuration::try_from(after).unwrap_or(RAREST_LOOK).min(RAREST_LOOK);
    let in_time =
        |pause: SignedDuration| now.saturating_add(pause).is_ok_and(|at| at < row.give_up_at);
    match refusal {
        Refusal::Later(after) => {
            let pause = if after.is_zero() {
                pause
            } else {
                told(after).max(SignedDuration::from_millis(1))
            };
            match (in_time(pause), row.delivery) {
                // Whether it stands is looked up once more when its time is over.
                (_, Some(_)) if unsure => Outcome::Again { at: now + pause, unsure },
                (true, _) => Outcome::Again { at: now + pause, unsure },
                (false, Some(_)) => Outcome::Missed,
                (false, None) => Outcome::Dropped(UNREACHED.to_owned()),
            }
        }
        Refusal::Unsure if in_time(pause) || row.delivery.is_some() => {
            Outcome::Again { at: now + pause.max(SETTLES), unsure: true }
        }
        Refusal::Unsure => Outcome::Dropped(UNREACHED.to_owned()),
        Refusal::Forbidden(why) => {
            barred(row, &why, unsure, now).unwrap_or_else(|| closed(row, why, now))
        }
        Refusal::Gone => closed(row, GONE.to_owned(), now),
        Refusal::Invalid(why) => {
            tracing::error!(parcel = row.id, why, "a parcel was malformed");
            Outcome::Dropped(
                "Something went wrong here; whoever runs the bot can see it in its log.".to_owned(),
            )
        }
    }
}

/// What shows a round or a seminar waits for the right that it needs; the rest goes on.
fn barred(row: &Claimed, why: &str, unsure: bool, now: Timestamp) -> Option<Outcome> {
    let pause = spread(row, doubled(FIRST_LOOK, row.tries).min(RAREST_TRY));
    let at = now.saturating_add(pause).ok().filter(|at| *at < row.give_up_at)?;
    let notice = match &row.effect {
        Effect::Edit { .. } => None,
        effect => Some(messages::barred(group_post(row, effect)?, why)),
    };
    Some(Outcome::Barred { at, unsure, notice })
}

/// Where a message of a round or a seminar is to stand.
fn group_post(row: &Claimed, effect: &Effect) -> Option<ChannelId> {
    match effect {
        Effect::Post { place, card } if row.delivery.is_none() && card.subject.is_some() => {
            Some(*place)
        }
        Effect::Beside { .. } => row.at.map(|at| at.place),
        _ => None,
    }
}

fn closed(row: &Claimed, why: String, now: Timestamp) -> Outcome {
    let pause = spread(row, doubled(FIRST_LOOK, row.tries).min(RAREST_LOOK));
    let notice = match (&row.effect, row.schedule) {
        (Effect::Post { place, .. }, Some(schedule)) => {
            Some(daily::suspended(schedule, *place, &why))
        }
        // Whoever was told that it waits knows.
        (effect, _) if !row.barred => group_post(row, effect).map(messages::unplaced),
        _ => None,
    };
    Outcome::Closed { why, notice, look_at: now + pause }
}

fn untold(row: &Claimed, why: String) -> Outcome {
    let notice = match (&row.effect, row.schedule, row.delivery) {
        (Effect::Post { place, .. }, Some(schedule), Some(delivery)) => {
            Some(daily::untold(schedule, delivery, *place, &why))
        }
        _ => None,
    };
    Outcome::Untold { why, notice }
}

fn doubled(pause: SignedDuration, times: u32) -> SignedDuration {
    pause.saturating_mul(1_i32.checked_shl(times.min(16)).unwrap_or(i32::MAX))
}

/// Three quarters to five quarters of a pause, so that many do not come back at once. The number of
/// the row and of the try decide: the same again is the same.
fn spread(row: &Claimed, pause: SignedDuration) -> SignedDuration {
    let mixed =
        (row.id.cast_unsigned() << 8 ^ u64::from(row.tries)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let part = i32::try_from(mixed >> 54).unwrap_or_default();
    pause * 3 / 4 + pause / 2 * part / 1024
}
