//! What is wrong with a configuration: all of it, each with its place.

use std::fmt;
use std::path::{Path, PathBuf};

/// Everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes(Vec<Mistake>);

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    place: Place,
    what: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    File(PathBuf),
    Line(PathBuf, usize),
    Variable(String),
}

impl Mistake {
    pub(super) fn in_file(path: &Path, what: impl Into<String>) -> Self {
        Self { place: Place::File(path.to_owned()), what: what.into() }
    }

    /// `line` counts from 1.
    pub(super) fn on_line(path: &Path, line: usize, what: impl Into<String>) -> Self {
        Self { place: Place::Line(path.to_owned(), line), what: what.into() }
    }

    pub(super) fn in_variable(name: &str, what: impl Into<String>) -> Self {
        Self { place: Place::Variable(name.to_owned()), what: what.into() }
    }
}

impl Mistakes {
    pub(super) fn add(&mut self, mistake: Mistake) {
        self.0.push(mistake);
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Mistake> {
        self.0.iter()
    }

    pub(super) fn none_or<T>(self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value()) } else { Err(self) }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::File(path) => write!(f, "{}: {}", path.display(), self.what),
            Place::Line(path, line) => write!(f, "{}:{line}: {}", path.display(), self.what),
            Place::Variable(name) => write!(f, "{name}: {}", self.what),
        }
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.0.iter().enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            write!(f, "{line_break}{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
