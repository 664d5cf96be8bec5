//! The forms in which a statement, or an objection to it, is written.

use super::super::ui::{string, text};
use super::super::{Block, ChoiceOption, Field, Form, Text, TextDisplay};
use super::by;
use domain::statement::{LENGTH, Position, REASON};
use domain::{Round, RoundDetails, Statement};

/// The field in which a member says whether their name is shown …
pub const NAMED: &str = "named";
/// … with it …
pub const WITH_NAME: &str = "yes";
/// … or without.
pub const WITHOUT_NAME: &str = "no";

/// Asks for the statement on a round.
#[must_use]
pub fn propose_form(round: &Round) -> Form {
    let field = Field::paragraph("text", string!("statement-form-text"), LENGTH)
        .description(string!("statement-form-text-about"));
    Form {
        title: string!("statement-form-propose"),
        submit: format!("statement propose round:{}", round.number),
        parts: vec![asks(round, None).into(), field.into()],
    }
}

/// Asks for other words for a statement, beginning with its newest ones.
#[must_use]
pub fn edit_form(it: &RoundDetails, statement: &Statement) -> Form {
    let field = Field::paragraph("text", string!("statement-form-new-text"), LENGTH)
        .description(string!("statement-form-new-text-about"))
        .value(Some(statement.text().to_owned()));
    let version = statement.newest();
    let as_it_is = Block::Said { by: by(statement), text: statement.text().to_owned() };
    Form {
        title: string!("statement-form-edit"),
        submit: format!("statement edit statement:{} version:{version}", statement.id),
        parts: vec![asks(&it.round, Some(as_it_is)).into(), field.into()],
    }
}

/// Asks why a member objects to the version that they have read, and whether with their name,
/// beginning with what they gave `before`; `named`: what they want now, if that is known.
#[must_use]
pub fn objection_form(
    it: &RoundDetails,
    statement: &Statement,
    version: u32,
    named: Option<bool>,
    before: Option<Position>,
) -> Form {
    let (was_named, reason) = match before {
        Some(Position::Object { reason, named }) => (named, Some(reason)),
        Some(Position::Agree | Position::Aside) | None => (true, None),
    };
    let named = if named.unwrap_or(was_named) { WITH_NAME } else { WITHOUT_NAME };
    let title = string!("statement-form-object", again = reason.is_some());
    let reason = Field::paragraph("text", string!("statement-form-reason"), REASON)
        .description(string!("statement-form-reason-about"))
        .value(reason);
    let warning = string!("answer-form-unnamed-warning", seen = false);
    let options = [
        ChoiceOption::new(WITH_NAME, string!("answer-form-named")),
        ChoiceOption::new(WITHOUT_NAME, string!("answer-form-unnamed")).description(Some(warning)),
    ];
    let name = Field::choice(NAMED, string!("answer-form-name"), options, Some(named));
    let read = read(statement, version);
    Form {
        title,
        submit: format!("statement object statement:{} version:{version}", statement.id),
        parts: vec![asks(&it.round, Some(read)).into(), reason.into(), name.into()],
    }
}

/// The words of one version.
fn read(statement: &Statement, version: u32) -> Block {
    let older = statement.versions.iter().find(|it| it.number == version);
    match older.filter(|_| version != statement.newest()) {
        Some(older) => {
            let newest = statement.newest();
            let by = Text::from(string!("statement-version", version = version, newest = newest));
            Block::Said { by, text: older.text.clone() }
        }
        None => Block::Said { by: by(statement), text: statement.text().to_owned() },
    }
}

/// The question, with the words that the form is about.
fn asks(round: &Round, about: Option<Block>) -> TextDisplay {
    let question = Block::Text(Text::new().soft(&round.text));
    let blocks = [question].into_iter().chain(about).collect();
    TextDisplay { blocks, rest: text!("answer-form-rest") }
}
