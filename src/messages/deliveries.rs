//! What facilitators are told when something could not be posted.

use super::permissions::{Permission, names};
use super::ui::{enumeration, string, text};
use super::{Accent, Card, Text};
use domain::ChannelId;

/// A post that may not go out; it waits until somebody has done what `why` says.
#[must_use]
pub fn blocked(channel: ChannelId, why: &str) -> Card {
    card(
        text!("deliveries-blocked", channel = channel, why = why),
        text!("deliveries-blocked-hint"),
    )
}

/// A post whose channel is gone.
#[must_use]
pub fn gone(channel: ChannelId) -> Card {
    card(text!("deliveries-gone", channel = channel), text!("deliveries-gone-hint"))
}

fn card(told: Text, hint: Text) -> Card {
    Card::titled(string!("deliveries-title")).text(told).text(hint).accent(Accent::Problem)
}

/// The thread is locked.
#[must_use]
pub fn thread_locked() -> String {
    string!("deliveries-thread-locked")
}

/// The forum takes no post without a tag, and has none of these.
#[must_use]
pub fn tag_required(tags: &[String]) -> String {
    let tags = (!tags.is_empty()).then(|| enumeration(tags.iter().cloned()));
    string!("deliveries-tag-required", tags = tags)
}

/// Something is forbidden that no missing permission explains.
#[must_use]
pub fn forbidden() -> String {
    string!("deliveries-forbidden")
}

/// These permissions are missing.
#[must_use]
pub fn missing(permissions: &[Permission]) -> String {
    string!("deliveries-missing-permissions", permissions = names(permissions))
}

/// The channel is gone or hidden from us.
#[must_use]
pub fn not_found() -> String {
    string!("deliveries-not-found")
}

/// The platform could not be reached in time.
#[must_use]
pub fn unreachable() -> String {
    string!("deliveries-unreachable")
}

/// Nobody can look whether the post is there.
#[must_use]
pub fn cannot_look(why: &str) -> String {
    string!("deliveries-cannot-look", why = why)
}

/// The channel has too many newer messages to look through.
#[must_use]
pub fn too_much_to_search() -> String {
    string!("deliveries-too-much-to-search")
}

/// The name of a forum post without a title.
#[must_use]
pub fn untitled() -> String {
    string!("deliveries-untitled")
}

/// The message to change was never posted.
#[must_use]
pub fn never_posted() -> String {
    string!("deliveries-never-posted")
}

/// The platform does not take what we sent.
#[must_use]
pub fn malformed() -> String {
    string!("deliveries-malformed")
}
