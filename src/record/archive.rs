//! The record as data: what an export holds, and what `import-record` reads. `docs/record.schema.json`
//! describes it.
//!
//! It holds what members can read and nothing else: an answer that is hidden as yet is not in it, and
//! an anonymous one has no member, time or number.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::moderation::{Appeal, Kind, Reason};
use domain::seminar::{Format, Reveal, SeminarState};
use domain::statement::StatementState;
use domain::{ChannelKind, Part, RoundState};

/// What the file says it is.
pub const FORMAT: &str = "commonplace-record";
/// The newest version of the format, and the one that is written.
pub const VERSION: u32 = 1;

/// What stands at the head of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The server's id. It is a string, as all of Discord's ids are: they do not fit in the numbers
    /// of JavaScript.
    pub server: String,
}

/// A theme of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A work that a quote of the record is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Its date, as it should be read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub date: Option<String>,
    /// Who translated it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub translator: Option<String>,
    /// The language of the text, as an IETF tag.
    pub language: String,
    /// Where it was published.
    pub source: String,
}

/// A quote that a question of the record was posed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Its id.
    pub id: String,
    /// Whose words they are, if not the author's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub speaker: Option<String>,
    /// Whose view the author reports.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reported: Option<String>,
    /// The title of its section.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub section: Option<String>,
    /// Its paragraph, numbered through the work from 1.
    pub paragraph: u16,
    /// Where it is in its work.
    pub target: Target,
}

/// A place in a work, as the W3C's Web Annotation Data Model gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The id of the work.
    pub source: String,
    /// Each by itself leads to the place.
    pub selector: Vec<Selector>,
}

/// One way to find a place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
pub enum Selector {
    /// The words, with what is before and after them where the work's text is known.
    TextQuoteSelector {
        /// The words.
        exact: String,
        /// Up to 32 characters before them.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        prefix: Option<String>,
        /// Up to 32 characters after them.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        suffix: Option<String>,
    },
    /// Characters of the work's text, whose paragraphs are joined by a blank line; only where that
    /// text is known.
    TextPositionSelector {
        /// The first character, from 0.
        start: usize,
        /// The character after the last.
        end: usize,
    },
}

/// A seminar that was started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seminar {
    /// Its number in this server.
    pub id: i64,
    /// The id of the channel, thread or forum it met in.
    pub channel: String,
    /// What that is.
    pub kind: ChannelKind,
    /// What it is called.
    pub title: String,
    /// How its rounds go.
    pub format: Format,
    /// When answers are shown.
    pub reveal: Reveal,
    /// After how many minutes answers were shown by themselves.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minutes: Option<u32>,
    /// How many had to vote on a statement.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quorum: Option<u32>,
    /// The ids of the themes that its questions were drawn from.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub themes: Vec<String>,
    /// The id of the one work it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub work: Option<String>,
    /// The id of the session plan that it follows.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub plan: Option<String>,
    /// How far it is; drafts are in no export.
    pub state: SeminarState,
    /// Who opened it: an id.
    pub opener: String,
    /// Who facilitates.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub facilitator: Option<Member>,
    /// When it was drafted.
    pub made_at: Timestamp,
    /// When its facilitator last took it a step on; only while it is open.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stepped_at: Option<Timestamp>,
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub closed_at: Option<Timestamp>,
    /// Who took part by name, in the order in which they joined.
    pub participants: Vec<Participant>,
    /// How many took part without giving a name.
    pub unnamed: usize,
    /// What it asks, in order.
    pub agenda: Vec<AgendaItem>,
}

/// A member, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Their id.
    pub id: String,
    /// The name they went by.
    pub name: String,
}

/// Who took part by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Their id.
    pub id: String,
    /// The name they went by.
    pub name: String,
    /// When they joined.
    pub joined_at: Timestamp,
}

/// One question of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// The question.
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
    /// How long it may take.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minutes: Option<u16>,
    /// The number of the round in which it was posed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub round: Option<i64>,
}

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
