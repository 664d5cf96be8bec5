//! What the votes on a statement come to, and the objections to it.

use super::super::ui::{Key, string, text};
use super::super::{Block, Text, taken_down};
use domain::statement::{Objection, StatementState, Verdict};
use domain::{Seminar, Statement};

/// What the votes come to so far, or came to: a sentence and the counts.
#[must_use]
pub fn verdict(statement: &Statement) -> Text {
    let objections = statement.objections.len();
    let status = match (statement.state, statement.verdict()) {
        (StatementState::Adopted, _) => text!("statement-adopted"),
        (StatementState::Dissent, _) => text!("statement-dissent", count = objections),
        (StatementState::Without | StatementState::Dropped, _) => text!("statement-without"),
        (StatementState::Proposed, Verdict::Agreed) => text!("statement-agreed"),
        (StatementState::Proposed, Verdict::Blocked) => {
            text!("statement-blocked", count = objections)
        }
        (StatementState::Proposed, Verdict::Open(_)) => too_few(statement),
    };
    text!("statement-status", status = status, counts = counts(statement))
}

fn too_few(statement: &Statement) -> Text {
    let (voted, quorum) = (statement.voted(), statement.quorum);
    if voted >= quorum {
        return text!("statement-nobody-agrees");
    }
    text!("statement-too-few", voted = voted, quorum = quorum)
}

/// "3 agree · 1 object · 0 aside".
#[must_use]
pub fn counts(statement: &Statement) -> String {
    string!(
        "statement-counts",
        agree = statement.agree,
        object = statement.objections.len(),
        aside = statement.aside,
    )
}

/// Heads the group's words, with the votes: "The group's statement
/// (3 agree · 1 object · 0 aside · 2 did not vote)".
#[must_use]
pub fn adopted_by(statement: &Statement, seminar: Option<&Seminar>) -> Text {
    let counts = counts(statement);
    let counts = match seminar {
        Some(seminar) => {
            let silent = statement.not_voted(seminar.size());
            string!("statement-counts-of-all", counts = counts, silent = silent)
        }
        None => counts,
    };
    text!("statement-of-group", counts = counts)
}

/// An objection, word for word, as far as its words are there.
#[must_use]
pub fn objection(objection: &Objection, newest: u32) -> Block {
    if objection.is_erased() {
        return Block::Text(text!("statement-objection-erased"));
    }
    let older = (objection.version < newest).then_some(objection.version);
    let by = text!("statement-objection", name = objection.name.as_ref(), version = older);
    match objection.taken_down {
        Some(why) => Block::Section { heading: by, text: taken_down::of_objection(why) },
        None => Block::Said { by, text: objection.reason.clone() },
    }
}

/// A state as messages select by it.
pub(super) fn key(state: StatementState) -> Key {
    Key(match state {
        StatementState::Proposed => "proposed",
        StatementState::Adopted => "adopted",
        StatementState::Dissent => "dissent",
        StatementState::Without | StatementState::Dropped => "without",
    })
}
