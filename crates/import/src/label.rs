//! What a file says about itself apart from its text.

/// What a file says about itself apart from its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) year: Option<i16>,
    pub(crate) translator: Option<String>,
    /// Whether title and author are what the file's maker meant, and no program's leftovers.
    pub(crate) certain: bool,
    /// Whether the year is when this edition was made.
    pub(crate) is_edition: bool,
}
