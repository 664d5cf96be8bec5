//! What becomes of a round's statement when the round is closed; the member who closes it chooses.

use crate::command::{Arguments, UserError};
use crate::messages::{Card, round};
use domain::RoundDetails;
use domain::round::Ending;

/// What the button says is to become of the statement.
pub(super) fn given(arguments: &mut Arguments) -> Result<Option<Ending>, UserError> {
    Ok(match arguments.text("over").as_deref() {
        None => None,
        Some("true") => Some(Ending::OverObjections),
        Some("false") => Some(Ending::Without),
        Some(_) => return Err(UserError::StalePress),
    })
}

/// The card of choices for a round that is to be closed, unless there is nothing to choose or
/// `given` is still possible. `line` closes the round; the choice is added to it.
pub(super) fn asks(details: &RoundDetails, given: Option<Ending>, line: &str) -> Option<Card> {
    (!details.may_close(given)).then(|| round::choose_ending(details, line))
}
