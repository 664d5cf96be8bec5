//! What has to happen in other places, in words that no platform knows.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Card, ScheduledEvent, Subject};
use domain::{Address, ChannelId, MemberId};

/// A post, an edit, a thread: a row of the outbox, committed with the change that causes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// A new message.
    Post {
        /// Where.
        place: ChannelId,
        /// What. If it has a subject, its address is remembered under it.
        card: Card,
    },
    /// A new message beside the one that shows `beside`: in its channel, its
    /// thread or its post. It waits for that message, as an edit does.
    Beside {
        /// The subject of the message that is there.
        beside: Subject,
        /// What. If it has a subject, its address is remembered under it.
        card: Card,
    },
    /// A new face for the message that shows the card's subject. Later edits replace earlier ones
    /// that have not gone out yet.
    Edit {
        /// The new face; it must have a subject.
        card: Card,
    },
    /// The message that shows this goes away.
    Delete {
        /// What it shows.
        subject: Subject,
    },
    /// A thread under a message.
    Thread {
        /// The message it hangs under.
        under: Address,
        /// At most 100 characters.
        name: String,
        /// Who asked for it; they are told if it cannot be opened, and it is not wanted for long.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asker: Option<MemberId>,
        /// The message's face once the thread is there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opened: Option<Box<Card>>,
    },
    /// A new face for a message that shows no subject.
    Face {
        /// Which.
        at: Address,
        /// The new face.
        card: Card,
    },
    /// Archives the thread or post that holds the message that shows this, once all
    /// that was to go there before has gone. Done if it is no thread, rests already or is gone.
    Archive {
        /// What the message shows.
        subject: Subject,
    },
    /// The message that shows this is pinned where it is. Done if it is pinned already.
    Pin {
        /// What the message shows.
        subject: Subject,
        /// Who asked for it; they are told if it cannot be pinned.
        asker: MemberId,
    },
    /// A forum gets the tags that it lacks, as far as we may and it has room.
    Tags {
        /// Which.
        forum: ChannelId,
        /// The tags' names; one of more than 20 characters is left out.
        names: Vec<String>,
    },
    /// Those who follow an announcement channel get a message of it.
    Announce {
        /// Which.
        at: Address,
    },
    /// A word to those who run the server. What cannot be said in its place is said to the member.
    Notice {
        /// Where they are told such things, if they have said so.
        place: Option<ChannelId>,
        /// Who is told directly if there is no place or none that we can write in.
        member: MemberId,
        /// What.
        card: Card,
    },
    /// A new message beside the one that shows `beside`, which is of use for a while only.
    Remind {
        /// The subject of the message that is there.
        beside: Subject,
        /// What.
        card: Card,
        /// From then on it does not go out any more.
        until: Timestamp,
    },
    /// A scheduled event is made, or made to be like this. Later ones replace earlier ones that have
    /// not gone out yet. One that somebody has deleted is not made again.
    Event {
        /// What it is to be like.
        event: ScheduledEvent,
    },
    /// A look whether a post could go out in a place where it could not.
    Look {
        /// Where.
        place: ChannelId,
    },
}

impl Effect {
    /// Its word in the outbox.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Post { .. } => "post",
            Self::Beside { .. } => "beside",
            Self::Edit { .. } => "edit",
            Self::Delete { .. } => "delete",
            Self::Thread { .. } => "thread",
            Self::Face { .. } => "face",
            Self::Archive { .. } => "archive",
            Self::Pin { .. } => "pin",
            Self::Tags { .. } => "tags",
            Self::Announce { .. } => "announce",
            Self::Notice { .. } => "notice",
            Self::Remind { .. } => "remind",
            Self::Event { .. } => "event",
            Self::Look { .. } => "look",
        }
    }

    /// What the message shows that it is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::Post { card, .. } | Self::Beside { card, .. } | Self::Edit { card } => {
                card.subject
            }
            Self::Delete { subject } | Self::Archive { subject } | Self::Pin { subject, .. } => {
                Some(*subject)
            }
            Self::Event { event } => Some(Subject::Event(event.seminar)),
            Self::Remind { .. }
            | Self::Thread { .. }
            | Self::Face { .. }
            | Self::Tags { .. }
            | Self::Announce { .. }
            | Self::Notice { .. }
            | Self::Look { .. } => None,
        }
    }

    /// Its card, if it shows one.
    #[must_use]
    pub fn card_mut(&mut self) -> Option<&mut Card> {
        match self {
            Self::Post { card, .. }
            | Self::Beside { card, .. }
            | Self::Edit { card }
            | Self::Remind { card, .. }
            | Self::Notice { card, .. } => Some(card),
            _ => None,
        }
    }

    /// The subject of the message that a new one goes beside.
    #[must_use]
    pub fn beside(&self) -> Option<Subject> {
        match self {
            Self::Beside { beside, .. } | Self::Remind { beside, .. } => Some(*beside),
            _ => None,
        }
    }

    /// Where it goes, if that does not depend on where another message is. Who is told alone has a
    /// channel of their own.
    #[must_use]
    pub fn channel(&self) -> Option<ChannelId> {
        match self {
            Self::Post { place, .. }
            | Self::Look { place }
            | Self::Notice { place: Some(place), .. } => Some(*place),
            Self::Thread { under: at, .. } | Self::Announce { at } | Self::Face { at, .. } => {
                Some(at.place)
            }
            Self::Tags { forum, .. } => Some(*forum),
            Self::Event { event } => Some(event.place),
            Self::Notice { place: None, member, .. } => Some(ChannelId(member.0)),
            Self::Beside { .. }
            | Self::Remind { .. }
            | Self::Edit { .. }
            | Self::Delete { .. }
            | Self::Archive { .. }
            | Self::Pin { .. } => None,
        }
    }

    /// Its card, if it shows one.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        match self {
            Self::Post { card, .. }
            | Self::Beside { card, .. }
            | Self::Edit { card }
            | Self::Face { card, .. }
            | Self::Remind { card, .. }
            | Self::Notice { card, .. } => Some(card),
            _ => None,
        }
    }

    /// The same with another card, if it shows one.
    #[must_use]
    pub fn with_card(mut self, change: impl FnOnce(Card) -> Card) -> Self {
        if let Self::Post { card, .. }
        | Self::Beside { card, .. }
        | Self::Edit { card }
        | Self::Face { card, .. }
        | Self::Remind { card, .. }
        | Self::Notice { card, .. } = &mut self
        {
            *card = change(std::mem::take(card));
        }
        self
    }

    /// What is left to do of a new message that is there, but not yet as it should be.
    #[must_use]
    pub fn once_it_is_there(self, at: Address) -> Self {
        match self {
            Self::Post { card, .. } | Self::Beside { card, .. } | Self::Remind { card, .. } => {
                match card.subject {
                    Some(_) => Self::Edit { card },
                    None => Self::Face { at, card },
                }
            }
            other => other,
        }
    }

    /// Whether it is a new message, which must not be sent twice.
    #[must_use]
    pub fn is_new_message(&self) -> bool {
        matches!(
            self,
            Self::Post { .. } | Self::Beside { .. } | Self::Remind { .. } | Self::Notice { .. }
        )
    }

    /// Whether its time has passed.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        matches!(self, Self::Remind { until, .. } if now >= *until)
    }

    /// Whether it can only be done to a message that exists.
    #[must_use]
    pub fn needs_target(&self) -> bool {
        matches!(
            self,
            Self::Beside { .. }
                | Self::Remind { .. }
                | Self::Edit { .. }
                | Self::Delete { .. }
                | Self::Archive { .. }
                | Self::Pin { .. }
        )
    }
}
