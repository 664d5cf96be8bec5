//! What has to happen in other places, in words that no platform knows.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Card;
use crate::domain::{Address, DeliveryId, MemberId, PlaceId, ResponseId, RoundId};

/// A post, an edit, a thread: a row of the outbox, committed with the change that calls for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// A new message.
    Post {
        /// Where.
        place: PlaceId,
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
    },
    /// Those who follow an announcement channel get a message of it.
    Announce {
        /// Which.
        at: Address,
    },
    /// A word to those who run the server. What cannot be said in its place is said to the member.
    Notice {
        /// Where they are told such things, if they have said so.
        place: Option<PlaceId>,
        /// Who is told directly if there is no place or none that we can write in.
        member: MemberId,
        /// What.
        card: Card,
    },
    /// A look whether a post could go out in a place where it could not.
    Look {
        /// Where.
        place: PlaceId,
    },
}

/// What a message shows. A message is found by its subject when it has to be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Subject {
    /// The card of a round.
    Round(RoundId),
    /// A response shown under its member's name.
    Response(ResponseId),
    /// A daily post.
    Delivery(DeliveryId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Round(id) => write!(f, "round:{id}"),
            Self::Response(id) => write!(f, "response:{id}"),
            Self::Delivery(id) => write!(f, "delivery:{id}"),
        }
    }
}

/// Not the name of a subject.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` names no subject")]
pub struct NoSubject(String);

impl FromStr for Subject {
    type Err = NoSubject;

    fn from_str(text: &str) -> Result<Self, NoSubject> {
        let none = || NoSubject(text.to_owned());
        let (kind, id) = text.split_once(':').ok_or_else(none)?;
        let id = id.parse().map_err(|_| none())?;
        match kind {
            "round" => Ok(Self::Round(RoundId(id))),
            "response" => Ok(Self::Response(ResponseId(id))),
            "delivery" => Ok(Self::Delivery(DeliveryId(id))),
            _ => Err(none()),
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = NoSubject;

    fn try_from(text: String) -> Result<Self, NoSubject> {
        text.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}
