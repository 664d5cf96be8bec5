//! Writes the record of a server, or a part of it, as the store reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use jiff::Timestamp;

use super::archive::{self, Header};
use super::csv::Csv;
use super::html::Html;
use super::json::Json;
use super::markdown::Markdown;
use super::sink::{Exported, Sink, Tail};
use super::{collect, latest};
use crate::store::{self, PosedRound, ServerReads};
use domain::seminar::SeminarState;
use domain::{Corpus, RoundId, RoundNumber, SeminarId};

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For notes: one file that Obsidian and any other reader of Markdown shows.
    Markdown,
    /// For reading: one page with margins and pictures, that any browser shows.
    Html,
    /// For spreadsheets: a zip with a table a file.
    Csv,
    /// Complete, for programs: see [`archive`].
    Json,
}

/// What of the record is exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only questions about this theme: its id.
    pub theme: Option<String>,
    /// Only the questions of this seminar.
    pub seminar: Option<SeminarId>,
    /// Only what somebody may see.
    pub seen: Option<Seen>,
}

/// What somebody may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// These rounds.
    pub rounds: BTreeSet<RoundId>,
    /// These seminars.
    pub seminars: BTreeSet<SeminarId>,
}

/// Why nothing, or not all, was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What is written to failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// An export of one server's record.
#[derive(Debug)]
pub struct Export<'a> {
    /// The book that its quotes are in.
    pub corpus: &'a Corpus,
    /// What of the record.
    pub selection: Selection,
    /// Orders the anonymous answers: the same seed twice gives the same file.
    pub seed: u64,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Csv, Self::Json, Self::Html];

    /// The word for it in a command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The ending of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "zip",
            Self::Markdown | Self::Json | Self::Html => self.name(),
        }
    }
}

impl Export<'_> {
    /// Writes the record. `progress` hears how many rounds are written, of how many.
    ///
    /// # Errors
    /// If the database fails or `out` does; part of the record may have been written then.
    pub async fn write<W: Write + Send>(
        &self,
        mut reads: ServerReads,
        format: Format,
        out: W,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<(), ExportError> {
        let reads = &mut reads;
        let book_order = matches!(format, Format::Markdown | Format::Html);
        let mut sink: Box<dyn Sink + Send + '_> = match format {
            Format::Markdown => Box::new(Markdown::new(out, self.corpus)),
            Format::Csv => Box::new(Csv::new(out, self.corpus)),
            Format::Html => Box::new(Html::new(out, self.corpus)),
            Format::Json => Box::new(Json::new(out)),
        };
        let rounds = self.rounds(reads, book_order).await?;
        let seminars = self.seminars(reads, &rounds).await?;
        let header = Header {
            format: archive::FORMAT.to_owned(),
            version: archive::VERSION,
            server: reads.server().to_string(),
        };
        sink.head(&header, &seminars)?;
        let mut mentioned = Mentioned::of(&seminars);
        for (done, posed) in rounds.iter().enumerate() {
            progress(done, rounds.len());
            let Some(mut details) = reads.round_details(posed.id).await? else { continue };
            collect::order(&mut details, self.seed);
            let round = collect::round(&details);
            mentioned.add(&round);
            sink.round(&Exported { round, details })?;
        }
        progress(rounds.len(), rounds.len());
        sink.tail(&mentioned.tail(self.corpus))?;
        Ok(())
    }

    /// The rounds in the order in which they were posed, or by theme in the order of the book.
    async fn rounds(
        &self,
        reads: &mut ServerReads,
        book_order: bool,
    ) -> Result<Vec<PosedRound>, store::Error> {
        let Selection { theme, seminar, seen } = &self.selection;
        let mut rounds = reads.rounds_posed(theme.as_deref(), *seminar).await?;
        rounds.retain(|it| seen.as_ref().is_none_or(|seen| seen.rounds.contains(&it.id)));
        if book_order {
            let themes = self.corpus.themes();
            let place = |it: &PosedRound| {
                let of = |theme: &domain::Theme| Some(&theme.id) == it.theme.as_ref();
                themes.iter().position(of).unwrap_or(usize::MAX)
            };
            rounds.sort_by_cached_key(place);
        }
        Ok(rounds)
    }

    /// The seminars that have one of these rounds, or all that were started if no part of the
    /// record is wanted; the oldest first.
    async fn seminars(
        &self,
        reads: &mut ServerReads,
        rounds: &[PosedRound],
    ) -> Result<Vec<archive::Seminar>, store::Error> {
        let Selection { theme, seminar, seen } = &self.selection;
        let rounds: BTreeMap<RoundId, RoundNumber> =
            rounds.iter().map(|it| (it.id, it.number)).collect();
        let all = theme.is_none() && seminar.is_none();
        let mut seminars = reads.seminars().await?;
        seminars.retain(|it| {
            it.state != SeminarState::Draft
                && seen.as_ref().is_none_or(|seen| seen.seminars.contains(&it.id))
                && (all || it.rounds().any(|round| rounds.contains_key(&round)))
        });
        seminars.reverse();
        Ok(seminars.iter().map(|it| collect::seminar(it, &rounds)).collect())
    }
}

/// What the rounds and seminars of an export mention.
#[derive(Default)]
struct Mentioned {
    quotes: BTreeSet<String>,
    themes: BTreeSet<String>,
    until: Option<Timestamp>,
}

impl Mentioned {
    fn of(seminars: &[archive::Seminar]) -> Self {
        let agendas = seminars.iter().flat_map(|it| &it.agenda);
        let themes = agendas.filter_map(|item| item.theme.clone());
        let themes = themes.chain(seminars.iter().flat_map(|it| it.themes.iter().cloned()));
        let until = seminars.iter().map(latest::of_seminar).max();
        Self { themes: themes.collect(), until, ..Self::default() }
    }

    fn add(&mut self, round: &archive::Round) {
        self.quotes.extend(round.quotes.iter().cloned());
        self.themes.extend(round.theme.clone());
        self.until = self.until.max(Some(latest::of_round(round)));
    }

    fn tail(self, corpus: &Corpus) -> Tail {
        let quotes = collect::quotes(corpus, &self.quotes);
        let works = collect::works(corpus, &quotes);
        Tail { works, quotes, themes: collect::themes(corpus, &self.themes), until: self.until }
    }
}
