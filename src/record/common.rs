//! What the group as a whole said to a question: its response, and where it is of one mind.

use crate::messages::{Block, Text, round as shown, statement as worded};
use domain::statement::StatementState;
use domain::{Round, RoundDetails, RoundState, Statement};

/// Answers of a kind that are listed.
const LISTED: usize = 5;

/// The group's response or that there is none, and what the group thinks of the answers.
pub(super) fn blocks(round: &Round, discussed: Option<&RoundDetails>) -> Vec<Block> {
    let statement = discussed.and_then(|it| it.statement.as_ref());
    let mut blocks = match statement {
        Some(statement) => response(statement),
        None if round.state == RoundState::Closed => {
            vec![Block::Text(Text::new().soft("The group gave no common answer."))]
        }
        None => Vec::new(),
    };
    blocks.extend(discussed.map(|it| shown::leanings(it, LISTED)).unwrap_or_default());
    blocks
}

/// A response with what stands against it, word for word.
fn response(statement: &Statement) -> Vec<Block> {
    let by = match statement.state {
        StatementState::Adopted => "The group's answer",
        StatementState::Dissent => "The group's answer, with dissent",
        StatementState::Without => "Proposed; the group found no common answer",
        StatementState::Proposed | StatementState::Dropped => "Proposed, and not decided yet",
    };
    let newest = statement.newest();
    let words = Block::Said { by: Text::from(by), text: statement.text().to_owned() };
    let counts = Block::Text(Text::new().soft(format!("{}.", worded::counts(statement))));
    let against = statement.objections.iter().map(|it| worded::objection(it, newest));
    [words, counts].into_iter().chain(against).collect()
}
