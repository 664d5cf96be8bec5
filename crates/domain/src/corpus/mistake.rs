//! What is wrong with a corpus, and where.

use std::error::Error;
use std::fmt;

/// One thing that is wrong in the files of a corpus.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file, named as it was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and how to mend it where that is plain.
    pub reason: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

/// Everything that is wrong in the files of a corpus, by file and line; never nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistakes(Vec<Mistake>);

impl Mistakes {
    /// The mistakes, in order of file and line.
    #[must_use]
    pub fn as_slice(&self) -> &[Mistake] {
        &self.0
    }
}

impl fmt::Display for Mistakes {
    /// One mistake a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            mistake.fmt(f)?;
        }
        Ok(())
    }
}

impl Error for Mistakes {}

/// A line of one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) file: usize,
    pub(super) line: usize,
}

impl Spot {
    /// Where a file would be that is missing.
    pub(super) const NOWHERE: Self = Self { file: usize::MAX, line: 1 };
}

/// Gathers mistakes while files are read and checked.
#[derive(Debug, Default)]
pub(super) struct Log(Vec<(Spot, String)>);

impl Log {
    pub(super) fn add(&mut self, spot: Spot, reason: impl Into<String>) {
        self.0.push((spot, reason.into()));
    }

    pub(super) fn close(mut self, files: &[&str]) -> Result<(), Mistakes> {
        if self.0.is_empty() {
            return Ok(());
        }
        self.0.sort();
        self.0.dedup();
        let mistakes = self.0.into_iter().map(|(spot, reason)| Mistake {
            file: name_of(spot, files).to_owned(),
            line: spot.line,
            reason,
        });
        Err(Mistakes(mistakes.collect()))
    }
}

/// The name of the file of that spot.
pub(super) fn name_of<'a>(spot: Spot, files: &[&'a str]) -> &'a str {
    files.get(spot.file).copied().unwrap_or("themes.toml")
}

/// The end of a complaint: the name that was likely meant.
pub(super) fn did_you_mean<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    crate::nearest(given, candidates)
        .map(|name| format!("; did you mean `{name}`?"))
        .unwrap_or_default()
}
