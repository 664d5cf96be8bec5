//! What a search finds in the record: each hit with the words around it, and a menu to the rounds.

use super::super::ui::{
    Block, Card, Key, Menu, MenuEntry, Span, Text, TimeStyle, in_short, limits, string, text,
    truncate,
};
use super::ROUND_CHOICE;
use domain::record::{Hit, Passage};

/// Hits on a page.
pub const HITS: usize = 6;
/// Characters of a question under a hit.
const QUESTION: usize = 120;
/// Characters of what was searched for in the title.
const SEARCHED: usize = 100;

/// A page of hits; `exact`: each of them holds all the words. `line` is the command that opens a round
/// that is chosen.
#[must_use]
pub fn hits(searched: &str, hits: &[Hit], exact: bool, line: &str) -> Card {
    let searched = truncate(searched, SEARCHED);
    let card = Card::titled(string!("record-found", searched = searched));
    if hits.is_empty() {
        return card.text(text!("record-found-nothing"));
    }
    let card = if exact { card } else { card.text(text!("record-found-in-part")) };
    let mut card = hits.iter().map(hit).fold(card, Card::block);
    let mut entries: Vec<MenuEntry> = Vec::new();
    for hit in hits {
        let value = format!("{ROUND_CHOICE}{}", hit.round);
        if entries.iter().all(|entry| entry.value != value) {
            let label = in_short(&hit.question, limits::SELECT_OPTION);
            entries.push(MenuEntry { label, about: None, value });
        }
    }
    card.menu = Some(Menu { press: line.to_owned(), hint: string!("record-open-found"), entries });
    card
}

fn hit(hit: &Hit) -> Block {
    let (kind, name) = match &hit.passage {
        Passage::Question => ("question", None),
        Passage::Statement => ("statement", None),
        Passage::Objection(name) => ("objection", name.as_ref()),
        Passage::Answer(name) => ("answer", name.as_ref()),
    };
    let day = Span::When(hit.posed_at, TimeStyle::Day);
    let part = |text: Text, (found, words): &(bool, String)| match found {
        true => text.strong(words),
        false => text.plain(words),
    };
    let excerpt = hit.excerpt.parts.iter().fold(Text::new(), part);
    let question = (hit.passage != Passage::Question).then(|| in_short(&hit.question, QUESTION));
    Block::Section {
        heading: text!("record-hit", kind = Key(kind), name = name),
        text: text!("record-hit-text", excerpt = excerpt, question = question, day = day),
    }
}
