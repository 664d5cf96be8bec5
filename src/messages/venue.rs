//! The channels that a server has us post in, and what is wrong there.

use super::daily::DailyError;
use super::ui::{Text, list_string, string, text};
use domain::{ChannelId, ScheduleNumber, SeminarNumber};

/// What we post in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A daily.
    Daily(ScheduleNumber),
    /// A seminar.
    Seminar(SeminarNumber),
    /// What is wrong.
    Problems,
}

/// A channel that we are to post in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Venue {
    /// The channel.
    pub place: ChannelId,
    /// What we post there.
    pub uses: Vec<Use>,
    /// What keeps us from it; nothing if all is well.
    pub troubles: Vec<DailyError>,
}

impl Use {
    fn words(self) -> String {
        match self {
            Self::Daily(number) => string!("settings-use-daily", schedule = number.0),
            Self::Seminar(number) => string!("settings-use-seminar", seminar = number.0),
            Self::Problems => string!("settings-use-problems"),
        }
    }
}

impl Venue {
    /// One line: the channel, what is posted there, and what is wrong.
    pub(super) fn line(&self) -> Text {
        let uses = list_string(self.uses.iter().map(|of| of.words()));
        let mut troubles = self.troubles.iter();
        let first = troubles.next().map(DailyError::text);
        let line = text!("settings-venue", channel = self.place, uses = uses, trouble = first,);
        troubles.fold(line, |line, trouble| {
            text!("settings-venue-also", before = line, trouble = trouble.text())
        })
    }
}
