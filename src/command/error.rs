//! What can go wrong: something the member can act on, or something of ours.

use crate::messages::ui::truncate;
use crate::store;

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Something the member can act on; shown as it is.
    #[error(transparent)]
    User(#[from] UserError),
    /// Something of ours; logged in full, shown as one sentence with a reference number.
    #[error(transparent)]
    Internal(#[from] store::Error),
}

/// Something the member can act on. Each is one or two sentences for them to read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum UserError {
    #[error("There is no command `{}`.{}", shown(given), nearest(near, "/"))]
    NoCommand { given: String, near: Option<String> },
    #[error("`/{0}` needs one word more: see `/help command:{0}`.")]
    NeedsSubcommand(String),
    #[error("I do not know what to do with “{}”. An option looks like `theme:power`.", shown(.0))]
    StrayWord(String),
    #[error("`{}:` is given twice.", shown(.0))]
    TwiceGiven(String),
    #[error("A quotation mark is opened and never closed.")]
    OpenQuotation,
    #[error("`/{command}` has no option `{}:`.{}", shown(given), nearest(near, ""))]
    NoOption { command: String, given: String, near: Option<String> },
    #[error("`{option}:` is needed.")]
    Missing { option: String },
    #[error("`{option}:` takes {wanted}; “{}” is not.", shown(given))]
    BadValue { option: String, wanted: String, given: String },
    #[error("There is no {what} “{}”.{}", shown(given), nearest(near, ""))]
    Unknown { what: &'static str, given: String, near: Option<String> },
    #[error("This button is from an older message and does nothing now.")]
    StalePress,
    #[error(
        "Your {what} is longer than {most} characters. Shorten it and send it again; nothing was changed."
    )]
    TooLong { what: &'static str, most: u16 },
    #[error("{0}")]
    Refused(String),
}

/// What a member gave, as far as it is told back to them.
fn shown(given: &str) -> String {
    truncate(given, 80)
}

fn nearest(near: &Option<String>, before: &str) -> String {
    near.as_ref().map(|near| format!(" Did you mean `{before}{near}`?")).unwrap_or_default()
}

impl UserError {
    /// A refusal in our own words: one or two sentences that say what to do.
    #[must_use]
    pub fn refused(words: impl Into<String>) -> Self {
        Self::Refused(words.into())
    }
}
