//! The forms in which a statement, or an objection to it, is written.

use super::super::ui::{Key, limits, string, truncate};
use super::super::{Field, Form};
use domain::statement::{LENGTH, Position, REASON};
use domain::{Round, Statement, StatementId};

/// Asks for the statement on a round.
#[must_use]
pub fn propose_form(round: &Round) -> Form {
    form(
        string!("statement-form-propose"),
        format!("statement propose round:{}", round.number),
        truncate(&round.text, limits::FIELD_LABEL),
        None,
        LENGTH,
    )
}

/// Asks for other words for a statement, beginning with its newest ones.
#[must_use]
pub fn edit_form(statement: &Statement) -> Form {
    form(
        string!("statement-form-edit"),
        format!("statement edit statement:{} version:{}", statement.id, statement.newest()),
        string!("statement-form-text"),
        Some(statement.text().to_owned()),
        LENGTH,
    )
}

/// Asks why a member objects, beginning with the reason that they gave `before`. The title tells
/// when this would sign an anonymous objection, so that nobody gives their name away unawares.
#[must_use]
pub fn objection_form(
    id: StatementId,
    version: u32,
    named: bool,
    before: Option<Position>,
) -> Form {
    let (how, reason) = match before {
        Some(Position::Object { reason, named: true }) => ("named", Some(reason)),
        Some(Position::Object { reason, named: false }) => ("anonymous", Some(reason)),
        Some(Position::Agree | Position::Aside) | None => ("none", None),
    };
    let anonymous = if named { "" } else { " anonymous:true" };
    form(
        string!("statement-form-object", before = Key(how), named = named),
        format!("statement object statement:{id} version:{version}{anonymous}"),
        string!("statement-form-reason"),
        reason,
        REASON,
    )
}

/// A form of one long field.
fn form(title: String, submit: String, label: String, value: Option<String>, most: u16) -> Form {
    let field = Field {
        id: "text".to_owned(),
        label,
        hint: None,
        value,
        length: (1, most),
        long: true,
        required: true,
    };
    Form { title, submit, fields: vec![field] }
}
