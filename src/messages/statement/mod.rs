//! The group's statement on a question, as its members see it.

mod effects;
mod errors;
mod forms;
mod history;
mod receipts;
mod status;

pub use effects::{deleted_effects, proposed_effects, revised_effects, voted_effects};
pub use errors::{StatementAction, StatementError};
pub use forms::{NAMED, WITH_NAME, WITHOUT_NAME, edit_form, objection_form, propose_form};
pub use history::{changes, history};
pub use receipts::{
    ask_to_take_back, deleted, edited, outdated, private, proposed_receipt, vote_receipt,
};
pub use status::{adopted_by, counts, objection, verdict};

use super::ui::{string, text, truncate};
use super::{Accent, Block, Button, Card, Span, Subject, Text};
use domain::statement::StatementState;
use domain::{MemberId, RoundDetails, Statement};

/// The most characters of objections on the card; a button shows the rest.
const OBJECTIONS: usize = 1_800;
/// The most characters of a statement above a page of its objections.
const REMINDER: usize = 300;

/// The card of a statement: its words, what changed, what the votes come to, and the buttons that
/// fit its state.
#[must_use]
pub fn card(it: &RoundDetails, statement: &Statement) -> Card {
    if statement.state == StatementState::Dropped {
        return taken_back(it, statement);
    }
    let open = statement.state == StatementState::Proposed;
    let accent = if open { Accent::Question } else { Accent::Done };
    let mut card = Card::titled(string!("statement-title", state = status::key(statement.state)))
        .accent(accent)
        .about(subject(statement, statement.newest()))
        .footer(string!(
            "statement-footer",
            round = it.round.number.0,
            version = statement.newest(),
            open = open
        ))
        .text(Text::new().soft(&it.round.text))
        .block(Block::Said { by: by(statement), text: statement.text().to_owned() });
    if open {
        card = changes(statement).into_iter().fold(card, Card::block);
        let again = statement.before().map(|it| text!("statement-again", before = it.number));
        card = again.into_iter().fold(card, Card::text);
    }
    card = card.text(verdict(statement));
    let (shown, left) = fitting(statement);
    let newest = statement.newest();
    let objections = statement.objections.iter().take(shown);
    card = objections.map(|it| objection(it, newest)).fold(card, Card::block);
    if left > 0 {
        card = card.text(text!("statement-more-objections", count = left, open = open));
    }
    if open { with_buttons(card, statement, left > 0) } else { card }
}

/// What is left of a message whose statement was taken back.
#[must_use]
pub fn taken_back(it: &RoundDetails, statement: &Statement) -> Card {
    Card::titled(string!("statement-taken-back-title"))
        .about(subject(statement, statement.newest()))
        .footer(string!("statement-round-footer", round = it.round.number.0))
        .text(Text::new().soft(&it.round.text))
        .text(text!("statement-taken-back"))
}

/// What the message of a version shows that was replaced by the next.
#[must_use]
pub fn replaced(it: &RoundDetails, statement: &Statement, version: u32) -> Card {
    let newer = version.saturating_add(1);
    let words = string!("statement-newer", version = newer);
    let newer = Span::Shown { words, subject: subject(statement, newer) };
    Card::titled(string!("statement-replaced-title", version = version))
        .about(subject(statement, version))
        .footer(string!("statement-round-footer", round = it.round.number.0))
        .text(Text::new().soft(&it.round.text))
        .text(text!("statement-replaced", newer = newer))
}

/// Each version has a message of its own, which is remembered as this.
fn subject(statement: &Statement, version: u32) -> Subject {
    match version {
        0 | 1 => Subject::Statement(statement.id),
        version => Subject::StatementVersion(statement.id, version),
    }
}

/// What a round's card says of the statement once the round is closed.
#[must_use]
pub fn ended(it: &RoundDetails) -> Vec<Block> {
    let Some(statement) = &it.statement else { return Vec::new() };
    match statement.state {
        StatementState::Adopted => vec![adopted(it, statement)],
        StatementState::Dissent => {
            let count = statement.objections.len();
            let recorded = Block::Text(text!("statement-in-record", count = count));
            vec![adopted(it, statement), recorded]
        }
        StatementState::Without => vec![Block::Text(text!("statement-not-adopted"))],
        StatementState::Proposed | StatementState::Dropped => Vec::new(),
    }
}

/// The words that the group adopted, with the votes.
#[must_use]
pub fn adopted(it: &RoundDetails, statement: &Statement) -> Block {
    let by = adopted_by(statement, it.seminar.as_ref());
    Block::Said { by, text: statement.text().to_owned() }
}

/// All objections, without the objections: the caller adds a page of them.
#[must_use]
pub fn objections(statement: &Statement) -> Card {
    Card::titled(string!("statement-objections"))
        .text(Text::new().soft(truncate(statement.text(), REMINDER)))
}

/// The name of who wrote some words; nobody's, if they have erased themselves.
pub(super) fn author(name: &str) -> String {
    if name.is_empty() { string!("privacy-nobody") } else { name.to_owned() }
}

/// Who wrote the newest words.
fn by(statement: &Statement) -> Text {
    if matches!(statement.state, StatementState::Adopted | StatementState::Dissent) {
        return text!("statement-by-group");
    }
    match statement.versions.last() {
        Some(newest) if newest.number > 1 => {
            text!("statement-by", version = Some(newest.number), name = author(&newest.name))
        }
        _ => {
            let name = match statement.proposer {
                MemberId::NOBODY => Text::from(author("")),
                proposer => Text::new().member(proposer, statement.by()),
            };
            text!("statement-by", version = None::<u32>, name = name)
        }
    }
}

/// How many objections fit on the card, and how many are left.
fn fitting(statement: &Statement) -> (usize, usize) {
    let mut length = 0;
    let shown = statement.objections.iter().take_while(|objection| {
        let first = length == 0;
        length += objection.reason.chars().count();
        first || length <= OBJECTIONS
    });
    let shown = shown.count();
    (shown, statement.objections.len() - shown)
}

/// No answer to a statement stands out.
fn with_buttons(card: Card, statement: &Statement, more: bool) -> Card {
    let (id, version) = (statement.id, statement.newest());
    let line = |word: &str| format!("statement {word} statement:{id} version:{version}");
    let votes = [
        Button::side(string!("statement-agree"), line("agree")),
        Button::side(string!("statement-aside"), line("aside")),
        Button::side(string!("statement-object"), line("object")),
    ];
    let changes = (version > 1).then(|| {
        let changes = format!("statement changes statement:{id}");
        Button::side(string!("statement-show-changes"), changes)
    });
    let all = more.then(|| {
        let all = format!("statement objections statement:{id}");
        Button::side(string!("statement-all-objections"), all)
    });
    card.buttons(votes).buttons(changes.into_iter().chain(all))
}

/// Buttons for those who may change a statement.
fn change_buttons(statement: &Statement) -> [Button; 2] {
    let (id, version) = (statement.id, statement.newest());
    let edit = format!("statement edit statement:{id} version:{version}");
    [
        Button::side(string!("statement-edit"), edit),
        Button::side(string!("statement-take-back"), format!("statement drop statement:{id}")),
    ]
}
