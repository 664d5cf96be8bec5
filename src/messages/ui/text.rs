//! Text that knows who wrote it: a span is shown as it is, and only we give it style.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{date, date_time};
use domain::{ChannelId, MemberId, RoleId};

/// A run of spans. Every word in it is shown literally: no mark-up in it takes effect.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Span>);

/// A piece of text, or something that a frontend shows in its own way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Words as they are.
    Plain(String),
    /// Words that matter.
    Strong(String),
    /// Words set apart: a title, an aside.
    Soft(String),
    /// Words that were deleted.
    Struck(String),
    /// Words that were inserted.
    Added(String),
    /// Something to type, or an id.
    Code(String),
    /// An instant, shown in the reader's own time zone.
    When(Timestamp, TimeStyle),
    /// A member; naming one never pings them.
    Member {
        /// Whom.
        id: MemberId,
        /// The name they had when this was written.
        name: String,
    },
    /// A place, which a reader can go to.
    Channel(ChannelId),
    /// A role; naming one pings nobody unless the card says so.
    Role(RoleId),
    /// A link to a message of a place.
    Message {
        /// The words that carry the link.
        words: String,
        /// Where it leads.
        to: domain::Address,
    },
    /// A link to a page outside, which only the operator names.
    Link {
        /// The words that carry the link.
        words: String,
        /// Its address.
        to: String,
    },
    /// A link to the message that shows a subject, which may not be there yet. The outbox puts a
    /// [`Span::Message`] in its place; where it cannot, only the words are shown.
    Shown {
        /// The words that carry the link.
        words: String,
        /// What the message shows.
        subject: super::Subject,
    },
}

impl Span {
    /// Its words on paper, where no reader's clock and no link is.
    #[must_use]
    pub fn printed(&self) -> String {
        match self {
            Self::Plain(words)
            | Self::Strong(words)
            | Self::Soft(words)
            | Self::Struck(words)
            | Self::Added(words)
            | Self::Code(words)
            | Self::Member { name: words, .. }
            | Self::Message { words, .. }
            | Self::Link { words, .. }
            | Self::Shown { words, .. } => words.clone(),
            Self::When(at, TimeStyle::Day) => date(at.to_zoned(TimeZone::UTC).date()),
            Self::When(at, _) => date_time(&at.to_zoned(TimeZone::UTC)),
            Self::Channel(place) => format!("#{place}"),
            Self::Role(role) => format!("@{role}"),
        }
    }
}

/// How an instant is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeStyle {
    /// Day and time.
    Full,
    /// The day alone.
    Day,
    /// How far off: "in 3 hours".
    Relative,
}

impl Text {
    /// No words yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words as they are.
    #[must_use]
    pub fn plain(self, words: impl Into<String>) -> Self {
        self.span(Span::Plain(words.into()))
    }

    /// Adds words that matter.
    #[must_use]
    pub fn strong(self, words: impl Into<String>) -> Self {
        self.span(Span::Strong(words.into()))
    }

    /// Adds words set apart.
    #[must_use]
    pub fn soft(self, words: impl Into<String>) -> Self {
        self.span(Span::Soft(words.into()))
    }

    /// Adds deleted words.
    #[must_use]
    pub fn struck(self, words: impl Into<String>) -> Self {
        self.span(Span::Struck(words.into()))
    }

    /// Adds inserted words.
    #[must_use]
    pub fn added(self, words: impl Into<String>) -> Self {
        self.span(Span::Added(words.into()))
    }

    /// Adds something to type.
    #[must_use]
    pub fn code(self, words: impl Into<String>) -> Self {
        self.span(Span::Code(words.into()))
    }

    /// Adds an instant.
    #[must_use]
    pub fn when(self, at: Timestamp, clock: TimeStyle) -> Self {
        self.span(Span::When(at, clock))
    }

    /// Adds a member's name.
    #[must_use]
    pub fn member(self, id: MemberId, name: impl Into<String>) -> Self {
        self.span(Span::Member { id, name: name.into() })
    }

    /// Adds a place.
    #[must_use]
    pub fn place(self, place: ChannelId) -> Self {
        self.span(Span::Channel(place))
    }

    /// Adds another text.
    #[must_use]
    pub fn then(mut self, text: Self) -> Self {
        self.0.extend(text.0);
        self
    }

    /// Adds any span.
    #[must_use]
    pub fn span(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }

    /// The words, without what a frontend shows in its own way.
    #[must_use]
    pub fn words(&self) -> String {
        let words = self.0.iter().map(|span| match span {
            Span::Plain(words)
            | Span::Strong(words)
            | Span::Soft(words)
            | Span::Struck(words)
            | Span::Added(words)
            | Span::Code(words) => words,
            Span::Member { name, .. } => name,
            Span::Message { words, .. } | Span::Link { words, .. } | Span::Shown { words, .. } => {
                words
            }
            Span::When(..) | Span::Channel(_) | Span::Role(_) => "",
        });
        words.collect()
    }

    /// The spans, to be changed.
    pub fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.0.iter_mut()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::new().plain(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::new().plain(words)
    }
}
