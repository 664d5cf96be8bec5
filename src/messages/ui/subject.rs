//! What a message shows.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use domain::{AnswerId, ChannelId, ConsentId, DeliveryId, RoundId, SeminarId, StatementId};

/// What a message shows. It is found by its subject when it has to be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Subject {
    /// The card of a round.
    Round(RoundId),
    /// An answer shown under its member's name.
    Answer(AnswerId),
    /// A daily post.
    Delivery(DeliveryId),
    /// A seminar's own card.
    Seminar(SeminarId),
    /// The first version of the group's statement on a round.
    Statement(StatementId),
    /// A later version of it.
    StatementVersion(StatementId, u32),
    /// Whose turn it is in a seminar.
    Queue(SeminarId),
    /// The question to a member whether a message may be saved as their answer.
    Consent(ConsentId),
    /// What the revealed answers of a round come to, and what to do next.
    Outcome(RoundId),
    /// A page of what a round's members answered.
    Answers(RoundId, u16),
    /// A page of a seminar's summary.
    Summary(SeminarId, u16),
    /// That the question of a round is asked again, and what came of it.
    Revisit(RoundId),
    /// When a seminar meets, for all.
    Meeting(SeminarId),
    /// The question to a seminar's facilitator whether it starts now.
    Opening(SeminarId),
    /// The scheduled event of a seminar's meeting, whose number takes the place of a message's.
    Event(SeminarId),
    /// The panel of a channel.
    Panel(ChannelId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Round(id) => write!(f, "round:{}", id.0),
            Self::Answer(id) => write!(f, "response:{id}"),
            Self::Delivery(id) => write!(f, "delivery:{id}"),
            Self::Seminar(id) => write!(f, "seminar:{}", id.0),
            Self::Statement(id) => write!(f, "statement:{id}"),
            Self::StatementVersion(id, version) => write!(f, "statement:{id}.{version}"),
            Self::Queue(id) => write!(f, "queue:{}", id.0),
            Self::Consent(id) => write!(f, "consent:{id}"),
            Self::Outcome(id) => write!(f, "outcome:{}", id.0),
            Self::Answers(id, page) => write!(f, "answers:{}.{page}", id.0),
            Self::Summary(id, page) => write!(f, "summary:{}.{page}", id.0),
            Self::Revisit(id) => write!(f, "revisit:{}", id.0),
            Self::Meeting(id) => write!(f, "meeting:{}", id.0),
            Self::Opening(id) => write!(f, "opening:{}", id.0),
            Self::Event(id) => write!(f, "event:{}", id.0),
            Self::Panel(channel) => write!(f, "panel:{channel}"),
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
        let (id, part) = match (kind, id.split_once('.')) {
            ("answers" | "statement" | "summary", Some((id, part))) => {
                (id, part.parse::<u32>().map_err(|_| none())?)
            }
            _ => (id, 0),
        };
        let id = id.parse().map_err(|_| none())?;
        match kind {
            "round" => Ok(Self::Round(RoundId(id))),
            "response" => Ok(Self::Answer(AnswerId(id))),
            "delivery" => Ok(Self::Delivery(DeliveryId(id))),
            "seminar" => Ok(Self::Seminar(SeminarId(id))),
            "statement" if part == 0 => Ok(Self::Statement(StatementId(id))),
            "statement" => Ok(Self::StatementVersion(StatementId(id), part)),
            "queue" => Ok(Self::Queue(SeminarId(id))),
            "consent" => Ok(Self::Consent(ConsentId(id))),
            "outcome" => Ok(Self::Outcome(RoundId(id))),
            "revisit" => Ok(Self::Revisit(RoundId(id))),
            "meeting" => Ok(Self::Meeting(SeminarId(id))),
            "opening" => Ok(Self::Opening(SeminarId(id))),
            "event" => Ok(Self::Event(SeminarId(id))),
            "panel" => Ok(Self::Panel(ChannelId(id))),
            "answers" => {
                let page = u16::try_from(part).map_err(|_| none())?;
                Ok(Self::Answers(RoundId(id), page))
            }
            "summary" => {
                let page = u16::try_from(part).map_err(|_| none())?;
                Ok(Self::Summary(SeminarId(id), page))
            }
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
            Subject::Answer(AnswerId(i64::MAX)),
            Subject::Delivery(DeliveryId(3)),
            Subject::Seminar(SeminarId(1)),
            Subject::Statement(StatementId(2)),
            Subject::StatementVersion(StatementId(2), 3),
            Subject::Queue(SeminarId(1)),
            Subject::Consent(ConsentId(4)),
            Subject::Outcome(RoundId(12)),
            Subject::Answers(RoundId(12), 3),
            Subject::Summary(SeminarId(2), 1),
            Subject::Revisit(RoundId(12)),
            Subject::Meeting(SeminarId(2)),
            Subject::Opening(SeminarId(2)),
            Subject::Event(SeminarId(2)),
            Subject::Panel(ChannelId(10)),
        ] {
            assert_eq!(subject.to_string().parse::<Subject>().unwrap(), subject);
        }
        assert_eq!(Subject::Answers(RoundId(12), 3).to_string(), "answers:12.3");
        for bad in [
            "round",
            "round:",
            "round:1.2",
            "answers:1.x",
            "answers:1.-1",
            "answers:1.70000",
            "poll:1",
        ] {
            assert!(bad.parse::<Subject>().is_err(), "{bad}");
        }
    }
}
