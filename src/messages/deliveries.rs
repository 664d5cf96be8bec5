//! What facilitators are told when something could not be posted.

use serde::{Deserialize, Serialize};

use super::permissions::{Permission, names};
use super::ui::limits::EVENTS;
use super::ui::{Key, Span, enumeration, string, text};
use super::{Accent, Card, Text};
use domain::{Address, ChannelId};

/// What keeps a message from being posted until a facilitator removes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// We lack these permissions in its channel.
    Missing(Vec<Permission>),
    /// Its thread is locked.
    ThreadLocked,
    /// Its forum takes no post without a tag, and has none of these.
    TagRequired(Vec<String>),
    /// The server has as many active threads as it may have.
    TooManyThreads,
    /// The server has as many scheduled events as it may have.
    TooManyEvents,
    /// The channel has as many pinned messages as it may have.
    TooManyPins,
    /// Something that no missing permission explains.
    Unexplained,
}

/// What blocks a message for its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentFilter {
    /// The platform itself: a link in it.
    Links,
    /// A rule of the server's own.
    AutoMod,
}

impl Obstacle {
    /// What to do about it: one sentence or two, without the name of the channel.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Missing(permissions) => {
                string!("deliveries-missing-permissions", permissions = names(permissions))
            }
            Self::ThreadLocked => string!("deliveries-thread-locked"),
            Self::TagRequired(tags) => {
                let tags = (!tags.is_empty()).then(|| enumeration(tags.iter().cloned()));
                string!("deliveries-tag-required", tags = tags)
            }
            Self::TooManyThreads => string!("deliveries-too-many-threads"),
            Self::TooManyEvents => string!("deliveries-too-many-events", most = EVENTS),
            Self::TooManyPins => string!("deliveries-too-many-pins"),
            Self::Unexplained => string!("deliveries-forbidden"),
        }
    }
}

impl ContentFilter {
    /// What it blocks, and what to do about it.
    #[must_use]
    pub fn words(self) -> String {
        string!("deliveries-filtered", filter = self.key())
    }

    fn key(self) -> Key {
        Key(match self {
            Self::Links => "links",
            Self::AutoMod => "automod",
        })
    }
}

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

/// A post that the platform refused for good; `title` says which.
#[must_use]
pub fn refused(channel: ChannelId, title: Option<&str>, why: &str) -> Card {
    card(
        text!("deliveries-refused", channel = channel, title = title, why = why),
        text!("deliveries-gone-hint"),
    )
}

/// A post that went out without some of its texts, which are blocked.
#[must_use]
pub fn withheld(
    channel: ChannelId,
    title: Option<&str>,
    count: usize,
    filter: ContentFilter,
) -> Card {
    let told = text!("deliveries-withheld-title", channel = channel, title = title, count = count);
    card(told.plain(" ").plain(filter.words()), text!("deliveries-gone-hint"))
}

/// A post that may be there or not.
#[must_use]
pub fn unconfirmed(channel: ChannelId, title: Option<&str>, why: &str) -> Card {
    card(
        text!("deliveries-unconfirmed", channel = channel, title = title, why = why),
        text!("deliveries-gone-hint"),
    )
}

/// A thread that somebody wanted under a message, and that could not be opened.
#[must_use]
pub fn no_thread(under: Address, why: &str) -> Card {
    let message = Span::Message { words: string!("deliveries-no-thread-message"), to: under };
    Card::saying(text!("deliveries-no-thread", message = message, why = why))
        .accent(Accent::Problem)
}

/// A message that is there and could not be pinned.
#[must_use]
pub fn unpinned(channel: ChannelId, why: &str) -> Card {
    Card::saying(text!("deliveries-unpinned", channel = channel, why = why))
        .text(text!("deliveries-pin-by-hand"))
        .accent(Accent::Problem)
}

fn card(told: Text, hint: Text) -> Card {
    Card::titled(string!("deliveries-title")).text(told).text(hint).accent(Accent::Problem)
}

/// A seminar's meeting has no scheduled event.
#[must_use]
pub fn no_event(why: &str) -> Card {
    Card::titled(string!("deliveries-no-event-title"))
        .text(text!("deliveries-no-event", why = why))
        .accent(Accent::Problem)
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
