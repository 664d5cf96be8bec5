//! Why a command was not carried out.

pub use crate::messages::errors::{Entity, Expected, UserError, Written};
use crate::{record, store};

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Something the member can mend; shown as it is.
    #[error(transparent)]
    User(UserError),
    /// Something of ours; logged in full, shown as one sentence with a reference number.
    #[error(transparent)]
    Internal(#[from] store::Error),
    /// The record could not be written to a file; ours as well.
    #[error(transparent)]
    Export(#[from] record::ExportError),
}

impl<E: Into<UserError>> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self::User(error.into())
    }
}
