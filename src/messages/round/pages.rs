//! The answers that were hidden, once they are shown: whole, and in as many messages as they need.

use super::super::answer::{argued, own_view};
use super::super::taken_down;
use super::super::ui::{
    Block, Card, Key, PAGE, Subject, Text, in_short, paginate, rendered_length, string,
};
use domain::seminar::Reveal;
use domain::{Answer, Corpus, Part, Round, RoundDetails};

/// The pages of members' own answers in a debate are counted from here: those of what they argued
/// come before.
const OWN: u16 = 500;

/// Characters of the question above its answers; its own card has all of it.
const QUESTION: usize = 200;

/// The messages that show the answers of one part of a round, in an order that is not the one in
/// which they came.
#[must_use]
pub fn pages(corpus: &Corpus, details: &RoundDetails, part: Part) -> Vec<Card> {
    let question = first(details, part).blocks.iter().map(rendered_length).sum();
    let pages = paginate(groups(corpus, details, part), PAGE.saturating_sub(question)).into_iter();
    let mut cards: Vec<Card> =
        pages.map(|blocks| blocks.into_iter().fold(first(details, part), Card::block)).collect();
    let last = cards.len();
    let from = if part == Part::Own && details.round.problem.is_some() { OWN } else { 1 };
    for (card, number) in cards.iter_mut().zip(from..) {
        card.subject = Some(Subject::Answers(details.round.id, number));
        let (round, page) = (details.round.number.0, number - from + 1);
        card.footer = Some(string!("answer-page-footer", round = round, page = page, last = last));
    }
    cards
}

/// What is kept on one page: an answer, and what the same member argued before. What was taken down
/// comes last.
fn groups(corpus: &Corpus, details: &RoundDetails, part: Part) -> Vec<Vec<Block>> {
    let shown = details.shown().filter(|answer| answer.part == part);
    let answer = |answer: &Answer| match part {
        Part::Card => vec![argued(corpus, answer)],
        Part::Own => own_after_argued(corpus, details, answer),
    };
    let stubs = taken_down::stubs(details.taken_from_page(part)).map(|stubs| vec![stubs]);
    shown.map(answer).chain(stubs).collect()
}

/// What a member says in their own name, after what they argued if that may be told.
pub(in super::super) fn own_after_argued(
    corpus: &Corpus,
    details: &RoundDetails,
    answer: &Answer,
) -> Vec<Block> {
    let before = answer.pair.and_then(|pair| {
        details.shown().find(|other| other.id == pair && other.part == Part::Card)
    });
    let before = before.map(|before| argued(corpus, before));
    before.into_iter().chain([own_view(&details.round, answer)]).collect()
}

/// Answers as the record shows them: in a debate a member's own view is under what they argued.
#[must_use]
pub fn recorded(corpus: &Corpus, round: &Round, answers: &[&Answer]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let part = |part: Part| answers.iter().filter(move |it| it.part == part);
    for answer in part(Part::Own) {
        let before = part(Part::Card).find(|other| answer.pair == Some(other.id));
        blocks.extend(before.map(|before| argued(corpus, before)));
        blocks.push(own_view(round, answer));
    }
    let alone =
        |it: &&&Answer| it.pair.is_none_or(|pair| !part(Part::Own).any(|other| other.id == pair));
    blocks.extend(part(Part::Card).filter(alone).map(|answer| argued(corpus, answer)));
    blocks
}

fn first(details: &RoundDetails, part: Part) -> Card {
    let kind = match (part, details.round.reveal) {
        (Part::Card, _) => "argued",
        (Part::Own, Reveal::Live) => "anonymous",
        (Part::Own, Reveal::Sealed) => "all",
    };
    Card::titled(string!("answer-page", kind = Key(kind)))
        .text(Text::new().soft(in_short(&details.round.text, QUESTION)))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use domain::{AnswerId, ChannelId, MemberId, RoundId, RoundNumber, RoundState};

    fn revealed(lengths: &[usize]) -> RoundDetails {
        let round = Round {
            id: RoundId(1),
            number: RoundNumber(1),
            place: ChannelId(1),
            home: ChannelId(1),
            asker: MemberId(1),
            question: None,
            text: "Who rules?".to_owned(),
            theme: None,
            quotes: Vec::new(),
            state: RoundState::Revealed,
            posed_at: Timestamp::UNIX_EPOCH,
            closed_at: None,
            named: lengths.len(),
            anonymous: 0,
            withdrawn: 0,
            seminar: None,
            reveal: Reveal::Sealed,
            reveal_at: None,
            awaited: 0,
            part: Part::Own,
            problem: None,
            about: None,
            takes_anonymous: true,
            unlinked: domain::round::Unlinked::default(),
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
        fn every_answer_stands_whole_and_on_one_page_if_one_holds_it(lengths in prop::collection::vec(0usize..3_990, 0..60)) {
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
            prop_assert_eq!(all.concat(), given.concat());
            let fits = |text: &&String| text.len() < PAGE - QUESTION;
            prop_assert!(given.iter().filter(fits).all(|text| all.contains(text)));
            for page in &pages {
                let length: usize = page.blocks.iter().map(rendered_length).sum();
                prop_assert!(!said(page).is_empty() && length <= PAGE);
            }
            let subjects: Vec<_> = pages.iter().map(|page| page.subject).collect();
            let numbers = (1..).take(pages.len());
            let wanted: Vec<_> =
                numbers.map(|number| Some(Subject::Answers(RoundId(1), number))).collect();
            prop_assert_eq!(subjects, wanted);
        }
    }
}
