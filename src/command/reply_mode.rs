//! How a command answers.

/// How a command answers; known before it runs, since a form cannot follow a deferred answer and
/// deferring fixes who sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyMode {
    /// It opens a form, so its answer cannot be deferred.
    pub form: bool,
    /// Who sees the answer.
    pub audience: Audience,
    /// It may take more than a second or two, so the answer is deferred at once.
    pub slow: bool,
}

/// Who sees an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everyone who can read the place.
    All,
    /// The one who asked.
    One,
    /// The message that was pressed gets a new face.
    Pressed,
}

impl ReplyMode {
    pub(crate) const PUBLIC: Self = Self { form: false, audience: Audience::All, slow: false };
    pub(crate) const EPHEMERAL: Self = Self { form: false, audience: Audience::One, slow: false };
    pub(crate) const UPDATE: Self = Self { form: false, audience: Audience::Pressed, slow: false };
    pub(crate) const FORM: Self = Self { form: true, audience: Audience::One, slow: false };
}
