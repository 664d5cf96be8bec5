//! The forms in which a statement, or an objection to it, is written.

use super::super::ui::{limits, string, truncate};
use super::super::{Field, Form};
use domain::statement::{LENGTH, Position, REASON};
use domain::{Round, Statement, StatementId};

/// The field in which a member says whether their name is shown: `yes` or `no`.
pub const NAMED: &str = "named";

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

/// Asks why a member objects, and whether with their name, beginning with what they gave `before`;
/// `named`: what they want now, if that is known.
#[must_use]
pub fn objection_form(
    id: StatementId,
    version: u32,
    named: Option<bool>,
    before: Option<Position>,
) -> Form {
    let (was_named, reason) = match before {
        Some(Position::Object { reason, named }) => (named, Some(reason)),
        Some(Position::Agree | Position::Aside) | None => (true, None),
    };
    let named = named.unwrap_or(was_named);
    let title = string!("statement-form-object", again = reason.is_some());
    let submit = format!("statement object statement:{id} version:{version}");
    let mut form = form(title, submit, string!("statement-form-reason"), reason, REASON);
    form.fields.push(Field {
        id: NAMED.to_owned(),
        label: string!("statement-form-named"),
        hint: Some(string!("statement-form-named-hint")),
        value: Some(string!("statement-form-named-value", named = named)),
        length: (1, 5),
        long: false,
        required: true,
    });
    form
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
