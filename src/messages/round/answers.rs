//! The answers that were hidden, once they are shown: whole, and in as many messages as they need.

use super::super::{Block, Card, Subject, Text};
use super::{argued, said};
use crate::messages::ui::{PAGE, paginate};
use domain::seminar::Reveal;
use domain::{Answer, Corpus, Part, Round, RoundDetails};

/// The pages of members' own answers in a debate are counted from here: those of what they argued
/// come before.
const OWN: u16 = 500;

/// The messages that show the answers of one part of a round, in an order that is not the one in
/// which they came.
#[must_use]
pub fn pages(corpus: &Corpus, it: &RoundDetails, part: Part) -> Vec<Card> {
    let pages = paginate(groups(corpus, it, part), PAGE).into_iter();
    let mut cards: Vec<Card> =
        pages.map(|blocks| blocks.into_iter().fold(first(it, part), Card::block)).collect();
    let last = cards.len();
    let from = if part == Part::Own && it.round.problem.is_some() { OWN } else { 1 };
    for (card, number) in cards.iter_mut().zip(from..) {
        card.subject = Some(Subject::Answers(it.round.id, number));
        let page = if last > 1 {
            format!(" · page {} of {last}", number - from + 1)
        } else {
            String::new()
        };
        card.footer = Some(format!("Round {} · in no order{page}", it.round.id));
    }
    cards
}

/// What stands together: an answer, and what the same member argued before.
fn groups(corpus: &Corpus, it: &RoundDetails, part: Part) -> Vec<Vec<Block>> {
    let shown = it.shown().filter(|response| response.part == part);
    if part == Part::Card {
        return shown.map(|response| vec![argued(corpus, response)]).collect();
    }
    shown.map(|response| own_after_argued(corpus, it, response)).collect()
}

/// What a member says in their own name, after what they argued if that may be told.
pub(super) fn own_after_argued(
    corpus: &Corpus,
    it: &RoundDetails,
    response: &Answer,
) -> Vec<Block> {
    let before = response
        .pair
        .and_then(|pair| it.shown().find(|other| other.id == pair && other.part == Part::Card));
    let argued = before.map(|argued| self::argued(corpus, argued));
    argued.into_iter().chain([own(&it.round, response)]).collect()
}

/// Answers as the record shows them: in a debate a member's own stands under what they argued.
#[must_use]
pub fn recorded(corpus: &Corpus, round: &Round, responses: &[&Answer]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let part = |part: Part| responses.iter().filter(move |it| it.part == part);
    for response in part(Part::Own) {
        let before = part(Part::Card).find(|other| response.pair == Some(other.id));
        blocks.extend(before.map(|before| argued(corpus, before)));
        blocks.push(own(round, response));
    }
    let alone =
        |it: &&&Answer| it.pair.is_none_or(|pair| !part(Part::Own).any(|other| other.id == pair));
    blocks.extend(part(Part::Card).filter(alone).map(|response| argued(corpus, response)));
    blocks
}

fn own(round: &Round, response: &Answer) -> Block {
    match said(response) {
        Block::Said { by, text } if round.problem.is_some() => {
            Block::Said { by: by.soft(", for themselves"), text }
        }
        block => block,
    }
}

fn first(it: &RoundDetails, part: Part) -> Card {
    let title = match (part, it.round.reveal) {
        (Part::Card, _) => "What was argued",
        (Part::Own, Reveal::Live) => "Answered without a name",
        (Part::Own, Reveal::Sealed) => "The answers",
    };
    Card::titled(title).text(Text::new().soft(&it.round.text))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use domain::{AnswerId, ChannelId, MemberId, RoundId, RoundState};

    fn revealed(lengths: &[usize]) -> RoundDetails {
        let round = Round {
            id: RoundId(1),
            place: ChannelId(1),
            poser: MemberId(1),
            question: None,
            text: "Who rules?".to_owned(),
            theme: None,
            quotes: Vec::new(),
            state: RoundState::Revealed,
            posed_at: Timestamp::UNIX_EPOCH,
            settled_at: None,
            named: lengths.len(),
            anonymous: 0,
            seminar: None,
            reveal: Reveal::Sealed,
            reveal_at: None,
            awaited: 0,
            part: Part::Own,
            problem: None,
        };
        let response = |(number, length): (usize, &usize)| Answer {
            id: AnswerId(i64::try_from(number).unwrap()),
            by: None,
            text: format!("{number}:{}", "x".repeat(*length)),
            answered_at: None,
            edited_at: None,
            part: Part::Own,
            stance: None,
            pair: None,
            shown: true,
            source: None,
        };
        let responses = lengths.iter().enumerate().map(response).collect();
        RoundDetails { responses, ..round.into() }
    }

    proptest! {
        #[test]
        fn every_answer_stands_whole_on_one_page(lengths in prop::collection::vec(0usize..3_990, 0..60)) {
            let it = revealed(&lengths);
            let pages = pages(&Corpus::default(), &it, Part::Own);
            let said = |card: &Card| -> Vec<String> {
                let text = |block: &Block| match block {
                    Block::Said { text, .. } => Some(text.clone()),
                    _ => None,
                };
                card.blocks.iter().filter_map(text).collect()
            };
            let all: Vec<String> = pages.iter().flat_map(said).collect();
            let given: Vec<String> = it.responses.iter().map(|it| it.text.clone()).collect();
            prop_assert_eq!(all, given);
            for page in &pages {
                let said = said(page);
                let length: usize = said.iter().map(|text| text.chars().count()).sum();
                prop_assert!(!said.is_empty() && (length <= PAGE || said.len() == 1));
            }
            let subjects: Vec<_> = pages.iter().map(|page| page.subject).collect();
            let numbers = (1..).take(pages.len());
            let wanted: Vec<_> =
                numbers.map(|number| Some(Subject::Answers(RoundId(1), number))).collect();
            prop_assert_eq!(subjects, wanted);
        }
    }
}
