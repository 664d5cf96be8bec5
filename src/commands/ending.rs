//! How a round ends to which a response was proposed: what whoever closes it chooses between.

use crate::command::{Arguments, UserError};
use crate::messages::{Button, Card, Text, statement};
use crate::store::Ending;
use domain::RoundDetails;
use domain::statement::{StatementState, Verdict};

/// What there is to choose, and the buttons for it.
pub(super) struct Choice {
    pub(super) text: Text,
    pub(super) buttons: Vec<Button>,
}

/// What a press says is to become of the response.
pub(super) fn given(arguments: &mut Arguments) -> Result<Option<Ending>, UserError> {
    Ok(match arguments.text("over").as_deref() {
        None => None,
        Some("true") => Some(Ending::OverObjections),
        Some("false") => Some(Ending::Without),
        Some(_) => return Err(UserError::StalePress),
    })
}

/// The card of choices for a round about to end, if there is something to choose and `given` does
/// not, or chose what is not possible any more. `line` ends the round; the choice is added to it.
pub(super) fn asks(it: &RoundDetails, given: Option<Ending>, line: &str) -> Option<Card> {
    let choice = choice(it, line)?;
    let possible = match given {
        None => false,
        Some(Ending::Without) => true,
        Some(Ending::OverObjections) => it.statement.as_ref().is_some_and(|it| it.outweighs()),
    };
    if possible {
        return None;
    }
    let card = Card::titled("How does this round end?");
    let words = it.statement.as_ref().map_or("", |statement| statement.text());
    Some(card.text(Text::new().strong(words)).text(choice.text).buttons(choice.buttons))
}

/// What there is to choose for a round about to end: nothing, unless its response would not be
/// adopted as it stands.
pub(super) fn choice(it: &RoundDetails, line: &str) -> Option<Choice> {
    let proposed = it.statement.as_ref()?;
    if proposed.state != StatementState::Proposed {
        return None;
    }
    let stands = Text::new().plain("A response is proposed. ").then(statement::verdict(proposed));
    let without = Button::side("Close without a common answer", format!("{line} over:false"));
    let adopt =
        Button::side("Adopt it with the objections in the record", format!("{line} over:true"));
    match proposed.verdict() {
        Verdict::Agreed => None,
        Verdict::Open(_) => Some(Choice {
            text: stands.plain(" If the round ends now, it ends without a common answer."),
            buttons: vec![without],
        }),
        Verdict::Blocked if proposed.outweighs() => Some(Choice {
            text: stands.plain(
                " It can be adopted with dissent: the objections then stand in the record, word \
                 for word. Or the round ends without a common answer.",
            ),
            buttons: vec![adopt, without],
        }),
        Verdict::Blocked => Some(Choice {
            text: stands.plain(
                " It could be adopted over them only if more agreed than object. If the round ends \
                 now, it ends without a common answer.",
            ),
            buttons: vec![without],
        }),
    }
}
