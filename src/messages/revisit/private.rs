//! What a member sees who looks again at a question. Nobody else sees any of it.

use jiff::Timestamp;

use super::super::quote::reference;
use super::super::ui::{Key, Span, limits, string, text, truncate};
use super::super::{
    Block, Button, Card, Field, Form, Menu, MenuEntry, Text, TextDisplay, TimeStyle,
};
use super::about;
use domain::revisit::{Mind, SecondThought};
use domain::{Answer, Corpus, Quote, Round};

/// Characters of what a member writes for themselves.
pub const REASON: u16 = 1_000;

/// Shows the question with the member's own earlier answer, if that is known, and what they have
/// said so far.
#[must_use]
pub fn look_again(
    corpus: &Corpus,
    round: &Round,
    before: Option<&Answer>,
    thought: Option<&SecondThought>,
    until: Timestamp,
) -> Card {
    let card = about(string!("revisit-title"), round)
        .footer(string!("revisit-private-footer", round = round.number.0));
    let card = match before {
        Some(answer) => {
            let by = text!("revisit-your-answer");
            card.block(Block::Said { by, text: answer.text.clone() })
        }
        None => card.text(text!("revisit-answer-unknown")),
    };
    let Some(thought) = thought else {
        return card.text(text!("revisit-ask")).buttons(mind_buttons(round, None));
    };
    let until = Span::When(until, TimeStyle::Full);
    let card = card.text(text!("revisit-said", mind = Key(thought.mind.name()), until = until));
    let named = thought.passage.as_deref().and_then(|id| corpus.quote(id));
    let named = named.map(|quote| text!("revisit-passage", passage = reference(corpus, quote)));
    let card = named.into_iter().fold(card, Card::text);
    let reason = thought.reason.as_ref();
    let reason = reason.map(|text| Block::Said { by: text!("revisit-reason"), text: text.clone() });
    let card = reason.into_iter().fold(card, Card::block);
    let line = format!("revisit round:{}", round.number);
    let write = string!("revisit-write", again = thought.reason.is_some());
    let moved = thought.mind.moved();
    let write = moved.then(|| Button::side(write, format!("{line} do:write")));
    let back = Button::side(string!("revisit-take-back"), format!("{line} do:back"));
    let card = card
        .buttons(mind_buttons(round, Some(thought.mind)))
        .buttons(write.into_iter().chain([back]));
    Card { menu: passages(corpus, round, thought), ..card }
}

/// What a member can say, but for what they have said.
fn mind_buttons(round: &Round, said: Option<Mind>) -> Vec<Button> {
    let others = Mind::ALL.into_iter().filter(|mind| Some(*mind) != said);
    let button = |mind: Mind| {
        let line = format!("revisit round:{} mind:{}", round.number, mind.name());
        Button::side(string!("revisit-mind", mind = Key(mind.name())), line)
    };
    others.map(button).collect()
}

/// The passages of the round, one of which may be the reason.
fn passages(corpus: &Corpus, round: &Round, thought: &SecondThought) -> Option<Menu> {
    let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
    let entry = |quote: &Quote| MenuEntry {
        label: truncate(&reference(corpus, quote), limits::SELECT_OPTION),
        about: Some(truncate(&quote.text, limits::SELECT_OPTION)),
        value: quote.id.clone(),
    };
    let mut entries: Vec<MenuEntry> = quotes.take(limits::SELECT_OPTIONS - 1).map(entry).collect();
    if entries.is_empty() || !thought.mind.moved() {
        return None;
    }
    if thought.passage.is_some() {
        let (label, value) = (string!("revisit-no-passage"), NO_PASSAGE.to_owned());
        entries.push(MenuEntry { label, about: None, value });
    }
    let press = format!("revisit round:{}", round.number);
    Some(Menu { press, hint: string!("revisit-passage-menu"), entries })
}

/// What stands for no passage in the menu.
const NO_PASSAGE: &str = "none";

/// Asks a member what moved them, for their own eyes.
#[must_use]
pub fn reason_form(round: &Round, answer: Option<&Answer>, before: Option<String>) -> Form {
    let question = Block::Text(Text::new().soft(&round.text));
    let answer = answer.map(|answer| {
        let by = text!("revisit-your-answer");
        Block::Said { by, text: answer.text.clone() }
    });
    let blocks = [question].into_iter().chain(answer).collect();
    let asks = TextDisplay { blocks, rest: text!("revisit-form-rest") };
    Form {
        title: string!("revisit-title"),
        submit: format!("revisit round:{} do:write", round.number),
        parts: vec![
            asks.into(),
            Field::paragraph("text", string!("revisit-form-label"), REASON)
                .description(string!("revisit-form-about"))
                .value(before)
                .into(),
        ],
    }
}

/// To a member who took back what they said.
#[must_use]
pub fn taken_back(round: &Round) -> Card {
    about(string!("revisit-title"), round)
        .footer(string!("revisit-private-footer", round = round.number.0))
        .text(text!("revisit-taken-back"))
        .buttons(mind_buttons(round, None))
}
