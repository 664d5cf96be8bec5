//! What a member reads whose request came to nothing: why, what they can do, and what they wrote.

use super::errors::UserError;
use super::give_back::give_back;
use super::quote::QuoteError;
use super::ui::{option_name, text};
use super::{Accent, Card, Reply};

/// A request was refused; `command` is its name, `texts` are what the member wrote in it.
#[must_use]
pub fn refusal(error: &UserError, command: &str, texts: &[String]) -> Reply {
    let error = in_readers_names(error, command);
    let card = Card::saying(error.text()).accent(Accent::Problem).buttons(error.buttons());
    Reply::Ephemeral(give_back(card, texts))
}

/// Something of ours broke; the log has it under `reference`.
#[must_use]
pub fn failure(reference: &str, texts: &[String]) -> Reply {
    let said = text!("errors-failure", reference = reference);
    Reply::Ephemeral(give_back(Card::saying(said).accent(Accent::Problem), texts))
}

/// The refusal with options called as the reader's Discord calls them.
fn in_readers_names(error: &UserError, command: &str) -> UserError {
    let called = |option: &str| option_name(command, option);
    match error.clone() {
        UserError::Missing { option } => UserError::Missing { option: called(&option) },
        UserError::BadValue { option, wanted, given } => {
            UserError::BadValue { option: called(&option), wanted, given }
        }
        UserError::IsBot { option, name } => UserError::IsBot { option: called(&option), name },
        UserError::Quote(QuoteError::NoMatch(given)) => {
            let option = |given: String| match given.split_once(':') {
                Some((option, value)) => format!("{}:{value}", called(option)),
                None => given,
            };
            QuoteError::NoMatch(given.into_iter().map(option).collect()).into()
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::errors::Expected;
    use super::super::ui::Language;
    use super::*;

    #[test]
    fn a_refusal_calls_options_as_the_reader_does() {
        let refused = |error: UserError, command: &str| {
            Language::French.sync_scope(|| refusal(&error, command, &[]).plain())
        };
        let option = || "time".to_owned();
        let wrong = UserError::BadValue {
            option: option(),
            wanted: Expected::WholeNumber,
            given: "x".to_owned(),
        };
        assert!(refused(wrong, "daily add").contains("`heure:` attend"));
        assert!(refused(UserError::Missing { option: option() }, "daily add").contains("`heure:`"));
        // Of no command, it keeps its own name.
        assert!(refused(UserError::Missing { option: option() }, "").contains("`time:`"));
        let none = QuoteError::NoMatch(vec!["theme:power".to_owned(), "search:a: b".to_owned()]);
        assert!(refused(none.into(), "quote").contains("`thème:power recherche:a: b`"));
    }
}
