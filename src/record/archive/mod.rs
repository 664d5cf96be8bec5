//! The record as data: what an export holds, and what `import-record` reads. `docs/record.schema.json`
//! describes it.
//!
//! It holds what members can read and nothing else: an answer that is hidden as yet is not in it, and
//! an anonymous one has no member, time or number.

mod round;

pub use self::round::{
    Answer, Message, Minds, NamedPassage, Objection, Ratings, Revisit, Round, Statement, TakenDown,
    Version,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::ChannelKind;
use domain::seminar::{Format, Reveal, SeminarState};

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
