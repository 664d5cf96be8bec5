//! A question of the record, with what came of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Member;
use domain::moderation::{Appeal, Kind, Reason};
use domain::seminar::Reveal;
use domain::statement::StatementState;
use domain::{Part, RoundState};

/// A question that was posed, and what the group made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Its number in this server.
    pub id: i64,
    /// The id of the channel or thread it was posed in.
    pub channel: String,
    /// The number of the seminar it is a round of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub seminar: Option<i64>,
    /// The question, as it was posed.
    pub text: String,
    /// Its id in the book.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub question: Option<String>,
    /// The id of the problem that it debates.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub problem: Option<String>,
    /// The id of its theme.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub theme: Option<String>,
    /// The ids of the quotes it was posed with.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub quotes: Vec<String>,
    /// Who posed it: an id.
    pub asker: String,
    /// How far it is.
    pub state: RoundState,
    /// When answers are shown.
    pub reveal: Reveal,
    /// Which answers it takes: `card` while a debate argues dealt sides, else `own`.
    pub part: Part,
    /// How many had joined the seminar before it was posed.
    pub awaited: usize,
    /// When it was posed.
    pub posed_at: Timestamp,
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub closed_at: Option<Timestamp>,
    /// The named answers in order, then the anonymous ones in no order.
    pub answers: Vec<Answer>,
    /// How many more answers there were whose members have erased themselves.
    #[serde(skip_serializing_if = "is_none", default)]
    pub withdrawn: usize,
    /// The group's statement, if one was proposed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub statement: Option<Statement>,
    /// What facilitators took down, the oldest first: the log, without the words.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub taken_down: Vec<TakenDown>,
    /// How minds have moved since, if the question was asked again and that is over.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub revisit: Option<Revisit>,
}

/// What a facilitator took down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenDown {
    /// Its number in the log of this server.
    pub entry: i64,
    /// What it was.
    pub kind: Kind,
    /// Whether an answer argued a dealt side (`card`) or was its member's own.
    pub part: Part,
    /// Why.
    pub reason: Reason,
    /// Who took it down; none if they had their name erased.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<Member>,
    /// When.
    pub at: Timestamp,
    /// Whether its author was kept from answering again in the round.
    pub muted: bool,
    /// What became of the appeal, if there was one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub appeal: Option<Appeal>,
}

/// What came of asking a question again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revisit {
    /// When it was asked again.
    pub asked_at: Timestamp,
    /// When that was over.
    pub closed_at: Timestamp,
    /// What members said; none if fewer than five did.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minds: Option<Minds>,
}

/// How many members have changed their minds, and which passages they named as the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minds {
    /// They think the same.
    pub same: usize,
    /// They think somewhat differently.
    pub somewhat: usize,
    /// They think differently.
    pub changed: usize,
    /// The passages that were named as a reason.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub passages: Vec<NamedPassage>,
}

/// A passage that was named as a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedPassage {
    /// The id of the quote.
    pub quote: String,
    /// How many named it; none if fewer than three.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub times: Option<usize>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Who gave it; none if it is anonymous.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<Member>,
    /// The answer.
    pub text: String,
    /// `card` if it argues a dealt side, else `own`.
    pub part: Part,
    /// The id of the stance that it argues.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stance: Option<String>,
    /// When a named answer was given.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub answered_at: Option<Timestamp>,
    /// When a named answer was last changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub edited_at: Option<Timestamp>,
    /// The message that it was, if it was one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub message: Option<Message>,
    /// What others think of it; only from three on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ratings: Option<Ratings>,
}

/// A message on Discord.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The id of its channel.
    pub channel: String,
    /// Its id.
    pub id: String,
}

/// How many think what of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratings {
    /// They agree.
    pub agree: usize,
    /// They passed.
    pub pass: usize,
    /// They disagree.
    pub disagree: usize,
}

/// The group's statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Who proposed it first: an id.
    pub proposer: String,
    /// `proposed`, `adopted`, `dissent` (adopted over objections) or `without` (not adopted).
    pub state: StatementState,
    /// Its wordings, the oldest first.
    pub versions: Vec<Version>,
    /// How many agree to the newest.
    pub agree: usize,
    /// How many stand aside.
    pub aside: usize,
    /// The objections.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub objections: Vec<Objection>,
}

/// One wording of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The words.
    pub text: String,
    /// The name of who wrote it.
    pub by: String,
    /// When.
    pub made_at: Timestamp,
}

/// Why somebody objects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// The name of who objects, if they gave it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// The reason; blank if it was taken down.
    pub reason: String,
    /// Why its words were taken down, if they were.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub taken_down: Option<Reason>,
    /// To which wording, from 1.
    pub version: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_none(count: &usize) -> bool {
    *count == 0
}
