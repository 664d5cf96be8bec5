//! What somebody searches for, as every command takes it.

use super::{UserError, Written};
use crate::messages::quote::QuoteError;
use domain::query::Query;

/// The most characters of a search.
pub(crate) const SEARCH_LENGTH: u16 = 200;

/// The words to look for.
///
/// # Errors
/// If it is too long, or has no word in it.
pub(crate) fn query(search: &str) -> Result<Query, UserError> {
    if search.chars().count() > usize::from(SEARCH_LENGTH) {
        return Err(UserError::TooLong { what: Written::Search, most: SEARCH_LENGTH });
    }
    Query::parse(search).ok_or(UserError::from(QuoteError::EmptySearch))
}
