//! What has to happen in other places, in words that no platform knows.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Card;
use domain::{
    Address, ConsentId, DeliveryId, MemberId, PlaceId, ResponseId, RoundId, SeminarId, StatementId,
};

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
    /// A new message in the place where the message stands that shows `beside`: in its channel, its
    /// thread or its post. It waits for that message, as an edit does.
    Beside {
        /// What the message shows that stands there.
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
    },
    /// The thread or the post goes to rest in which the message stands that shows this, once all
    /// that was to go there before has gone. Done if it is no thread, rests already or is gone.
    Archive {
        /// What the message shows.
        subject: Subject,
    },
    /// A forum gets the tags that it lacks, as far as we may and it has room.
    Tags {
        /// Which.
        forum: PlaceId,
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
    /// A seminar's own card.
    Seminar(SeminarId),
    /// The group's response to a round.
    Statement(StatementId),
    /// Whose turn it is in a seminar.
    Queue(SeminarId),
    /// The question to a member whether a message may stand as their response.
    Consent(ConsentId),
    /// What the revealed answers of a round come to, and what to do next.
    Outcome(RoundId),
    /// A page of what a round's members answered.
    Answers(RoundId, u16),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Round(id) => write!(f, "round:{id}"),
            Self::Response(id) => write!(f, "response:{id}"),
            Self::Delivery(id) => write!(f, "delivery:{id}"),
            Self::Seminar(id) => write!(f, "seminar:{id}"),
            Self::Statement(id) => write!(f, "statement:{id}"),
            Self::Queue(id) => write!(f, "queue:{id}"),
            Self::Consent(id) => write!(f, "consent:{id}"),
            Self::Outcome(id) => write!(f, "outcome:{id}"),
            Self::Answers(id, page) => write!(f, "answers:{id}.{page}"),
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
        let (id, page) = match (kind, id.split_once('.')) {
            ("answers", Some((id, page))) => (id, page.parse().map_err(|_| none())?),
            _ => (id, 0),
        };
        let id = id.parse().map_err(|_| none())?;
        match kind {
            "round" => Ok(Self::Round(RoundId(id))),
            "response" => Ok(Self::Response(ResponseId(id))),
            "delivery" => Ok(Self::Delivery(DeliveryId(id))),
            "seminar" => Ok(Self::Seminar(SeminarId(id))),
            "statement" => Ok(Self::Statement(StatementId(id))),
            "queue" => Ok(Self::Queue(SeminarId(id))),
            "consent" => Ok(Self::Consent(ConsentId(id))),
            "outcome" => Ok(Self::Outcome(RoundId(id))),
            "answers" => Ok(Self::Answers(RoundId(id), page)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_comes_back() {
        for subject in [
            Subject::Round(RoundId(7)),
            Subject::Response(ResponseId(i64::MAX)),
            Subject::Delivery(DeliveryId(3)),
            Subject::Seminar(SeminarId(1)),
            Subject::Statement(StatementId(2)),
            Subject::Queue(SeminarId(1)),
            Subject::Consent(ConsentId(4)),
            Subject::Outcome(RoundId(12)),
            Subject::Answers(RoundId(12), 3),
        ] {
            assert_eq!(subject.to_string().parse::<Subject>().unwrap(), subject);
        }
        assert_eq!(Subject::Answers(RoundId(12), 3).to_string(), "answers:12.3");
        for bad in ["round", "round:", "round:1.2", "answers:1.x", "answers:1.-1", "poll:1"] {
            assert!(bad.parse::<Subject>().is_err(), "{bad}");
        }
    }
}
