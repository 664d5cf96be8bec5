//! What a member wrote, for them to copy, so that nobody has to write anything twice.

use super::ui::text;
use super::{Block, Card};

/// Adds what a member wrote, whole, so that they can copy it.
#[must_use]
pub(super) fn give_back(card: Card, texts: &[String]) -> Card {
    texts.iter().fold(card, |card, text| {
        card.block(Block::Said { by: text!("errors-your-text"), text: text.clone() })
    })
}
