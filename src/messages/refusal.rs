//! What a member reads whose request came to nothing: why, what they can do, and what they wrote.

use super::errors::UserError;
use super::give_back::give_back;
use super::ui::text;
use super::{Accent, Card, Reply};

/// A request was refused; `texts` are what the member wrote in it.
#[must_use]
pub fn refusal(error: &UserError, texts: &[String]) -> Reply {
    let card = Card::saying(error.text()).accent(Accent::Problem).buttons(error.buttons());
    Reply::Ephemeral(give_back(card, texts))
}

/// Something of ours broke; the log has it under `reference`.
#[must_use]
pub fn failure(reference: &str, texts: &[String]) -> Reply {
    let said = text!("errors-failure", reference = reference);
    Reply::Ephemeral(give_back(Card::saying(said).accent(Accent::Problem), texts))
}
