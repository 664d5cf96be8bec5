//! Why a command was not carried out.

pub use crate::messages::errors::{Entity, Expected, UserError, Written};
use crate::store;

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Something the member can mend; shown as it is.
    #[error(transparent)]
    User(UserError),
    /// Something of ours; logged in full, shown as one sentence with a reference number.
    #[error(transparent)]
    Internal(#[from] store::Error),
}

impl<E: Into<UserError>> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self::User(error.into())
    }
}
