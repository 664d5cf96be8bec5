//! What every format is fed with.

use std::io;

use jiff::Timestamp;

use super::archive::{self, Header};
use domain::RoundDetails;
use domain::record::Entry;

/// A round as it is archived, and as it is stored.
pub(super) struct Exported {
    pub(super) round: archive::Round,
    pub(super) details: RoundDetails,
}

impl Exported {
    /// The round with its answers, in the order of the export.
    pub(super) fn entry(&self) -> Entry<'_> {
        let Self { details, .. } = self;
        let shown: Vec<_> = details.responses.iter().filter(|it| details.round.shows(it)).collect();
        let hidden = details.responses.len() - shown.len();
        Entry { round: &details.round, shown, hidden, details: Some(details) }
    }
}

/// What ends an export: what the rounds in it mentioned.
pub(super) struct Tail {
    pub(super) quotes: Vec<archive::Quote>,
    pub(super) works: Vec<archive::Work>,
    pub(super) themes: Vec<archive::Theme>,
    pub(super) until: Option<Timestamp>,
}

/// One format, fed part by part.
pub(super) trait Sink {
    fn head(&mut self, header: &Header, seminars: &[archive::Seminar]) -> io::Result<()>;
    fn round(&mut self, exported: &Exported) -> io::Result<()>;
    fn tail(&mut self, tail: &Tail) -> io::Result<()>;
}
