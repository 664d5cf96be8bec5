//! What stands under the revealed answers: what they come to, and what to do next.

use super::super::{Accent, Block, Button, Card, Subject, Text};
use super::answers_of;
use crate::messages::ui::truncate;
use domain::weighing::Leaning;
use domain::{Answer, Corpus, Part, RoundDetails, RoundState, Tally};

/// So many answers of a kind are listed; a button shows the rest.
const LISTED: usize = 3;
/// Characters of an answer in a line.
const LINE: usize = 90;

/// The message under the revealed answers.
#[must_use]
pub fn outcome(_: &Corpus, it: &RoundDetails) -> Card {
    let round = &it.round;
    let id = round.id;
    let card = Card::default().about(Subject::Outcome(id)).footer(format!("Round {id}"));
    if round.state == RoundState::Open && round.part == Part::Own {
        return card
            .accent(Accent::Question)
            .text(Text::new().strong("Now in your own name: ").plain(&round.text))
            .text("You argued the card that you were dealt. What do you think yourself?")
            .buttons([
                Button::main("Answer", format!("answer round:{id}")),
                Button::side("Answer anonymously", format!("answer round:{id} anonymous:true")),
            ]);
    }
    let count = match round.named + round.anonymous {
        0 if round.state == RoundState::Revealed => "Nobody has answered so far.".to_owned(),
        number => format!("{}.", answers_of(number)),
    };
    let card = card.text(Text::new().strong(count));
    let card = mind(it, LISTED).into_iter().fold(card, Card::block);
    if round.state == RoundState::Closed {
        return card.text("This round is closed.");
    }
    next(card, it)
}

/// What to do with the answers now that all can read them.
fn next(card: Card, it: &RoundDetails) -> Card {
    let id = it.round.id;
    let weighs = it.weighable().next().is_some();
    let mut row = Vec::new();
    let mut text = Text::new();
    if weighs {
        row.push(Button::main("Weigh the answers", format!("weigh round:{id}")));
        text = text.plain("Weigh them one by one: nobody sees what you say. ");
    }
    text = text.plain("Talk about them here. ");
    match &it.statement {
        Some(statement) => {
            text = text.plain(format!(
                "{} has proposed a response of the whole group; it has its own message here.",
                statement.by()
            ));
        }
        None => {
            row.push(Button::side("Propose a response", format!("statement propose round:{id}")));
            text = text.plain("Anyone can propose a response of the whole group.");
        }
    }
    if it.weighable().any(|response| it.tally(response.id).told()) {
        row.push(Button::side("What each got", format!("weighed round:{id}")));
    }
    let on = it.seminar.as_ref().map(|seminar| match seminar.upcoming() {
        Some(_) => Button::side("Next question", format!("seminar next seminar:{}", seminar.id)),
        None => Button::side("Close the seminar", format!("seminar close seminar:{}", seminar.id)),
    });
    card.text(text).text("Then the facilitator goes on.").buttons(row).buttons(on)
}

/// Where the group is of one mind and where it splits, with at most so many answers of each.
#[must_use]
pub fn mind(it: &RoundDetails, most: usize) -> Vec<Block> {
    let kinds = [
        (Leaning::OneMind, "Here the group is of one mind"),
        (Leaning::Split, "Here the group splits"),
    ];
    let mut blocks = Vec::new();
    for (leaning, heading) in kinds {
        let found = it.leaning(leaning);
        if found.is_empty() {
            continue;
        }
        blocks.push(Block::Text(Text::new().strong(heading)));
        let mut lines: Vec<Text> =
            found.iter().take(most).map(|(response, tally)| line(response, *tally)).collect();
        match found.len().saturating_sub(most) {
            0 => {}
            1 => lines.push(Text::new().soft("and 1 answer more")),
            more => lines.push(Text::new().soft(format!("and {more} answers more"))),
        }
        blocks.push(Block::List(lines));
    }
    blocks
}

/// An answer in a line, with how many agree and disagree.
pub(super) fn line(response: &Answer, tally: Tally) -> Text {
    said_in_line(response).plain(format!(" · {}", for_and_against(tally)))
}

/// The beginning of an answer, and whose it is.
pub(super) fn said_in_line(response: &Answer) -> Text {
    let words: Vec<&str> = response.text.split_whitespace().collect();
    let text = Text::new().plain(format!("“{}” — ", truncate(&words.join(" "), LINE)));
    match &response.by {
        Some((member, name)) => text.member(*member, name),
        None => text.soft("Anonymous"),
    }
}

/// "4 agree, 1 disagrees".
pub(super) fn for_and_against(tally: Tally) -> String {
    let disagree = match tally.disagree {
        1 => "1 disagrees".to_owned(),
        number => format!("{number} disagree"),
    };
    match tally.agree {
        1 => format!("1 agrees, {disagree}"),
        number => format!("{number} agree, {disagree}"),
    }
}
