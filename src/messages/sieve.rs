//! Finds out which of a card's texts a platform blocks: some are held back while it is tried whether
//! the others go out.

use serde::{Deserialize, Serialize};

use super::deliveries::ContentFilter;
use super::ui::text;
use super::{Block, Card};

/// What is known of the texts of a card, each by its number among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sieve {
    /// What blocks them.
    pub filter: ContentFilter,
    /// The platform takes them.
    taken: Vec<usize>,
    /// The platform blocks them.
    held: Vec<usize>,
    /// These are tried now, beside those that are taken.
    trial: Vec<usize>,
    /// These are tried later, a group at a time.
    waiting: Vec<Vec<usize>>,
}

/// What follows from a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sifted {
    /// The card is tried again with this.
    Next(Sieve),
    /// The message shows all that can be shown.
    Done {
        /// How many texts are blocked.
        held: usize,
        /// By what.
        filter: ContentFilter,
    },
    /// The card is blocked without any of its texts.
    Whole,
}

impl Sieve {
    /// After a card was blocked whole.
    #[must_use]
    pub fn of(card: &Card, filter: ContentFilter) -> Sifted {
        let texts = card.blocks.iter().map(Block::alone).filter(|block| is_text(block)).count();
        let all = Self {
            filter,
            taken: Vec::new(),
            held: Vec::new(),
            trial: (0..texts).collect(),
            waiting: Vec::new(),
        };
        all.blocked()
    }

    /// After the card was blocked as [`Sieve::apply`] gave it.
    #[must_use]
    pub fn blocked(mut self) -> Sifted {
        match self.trial.len() {
            0 => return Sifted::Whole,
            1 => {
                self.held.append(&mut self.trial);
                self.trial = self.waiting.pop().unwrap_or_default();
            }
            several => {
                let second = self.trial.split_off(several / 2);
                self.waiting.push(second);
            }
        }
        Sifted::Next(self)
    }

    /// After the card went out as [`Sieve::apply`] gave it.
    #[must_use]
    pub fn went_out(mut self) -> Sifted {
        self.taken.append(&mut self.trial);
        match self.waiting.pop() {
            Some(trial) => Sifted::Next(Self { trial, ..self }),
            None => Sifted::Done { held: self.held.len(), filter: self.filter },
        }
    }

    /// The card with what is taken or on trial; in place of the other texts it says that they are
    /// not shown, or not yet.
    #[must_use]
    pub fn apply(&self, mut card: Card) -> Card {
        let texts = card.blocks.iter_mut().map(Block::alone_mut).filter(|block| is_text(block));
        for (number, block) in texts.enumerate() {
            if self.taken.contains(&number) || self.trial.contains(&number) {
                continue;
            }
            if let Block::Said { by, .. } = block {
                let heading = std::mem::take(by);
                let text = match self.held.contains(&number) {
                    true => text!("deliveries-withheld"),
                    false => text!("deliveries-follows"),
                };
                *block = Block::Section { heading, text };
            }
        }
        card
    }
}

fn is_text(block: &Block) -> bool {
    matches!(block, Block::Said { .. })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn card(texts: usize) -> Card {
        let said = |number| Block::Said { by: "Ana".into(), text: format!("text {number}.") };
        (0..texts).map(said).fold(Card::titled("Answers"), Card::block)
    }

    fn shows(card: &Card, number: usize) -> bool {
        card.plain().contains(&format!("text {number}."))
    }

    proptest! {
        #[test]
        fn what_is_not_blocked_is_shown_after_few_tries(
            texts in 1_usize..40,
            blocked in prop::collection::btree_set(0_usize..40, 1..5),
        ) {
            let whole = card(texts);
            let takes = |card: &Card| blocked.iter().all(|number| !shows(card, *number));
            prop_assume!(!takes(&whole));
            let (mut tries, mut shown, mut next) = (1, None, Sieve::of(&whole, ContentFilter::Links));
            let held = loop {
                let sieve = match next {
                    Sifted::Next(sieve) => sieve,
                    Sifted::Done { held, .. } => break held,
                    Sifted::Whole => panic!("its title is not blocked"),
                };
                let tried = sieve.apply(whole.clone());
                tries += 1;
                next = if takes(&tried) {
                    shown = Some(tried);
                    sieve.went_out()
                } else {
                    sieve.blocked()
                };
            };
            let shown = shown.unwrap();
            let bad = (0..texts).filter(|number| blocked.contains(number)).count();
            for number in 0..texts {
                prop_assert_eq!(shows(&shown, number), !blocked.contains(&number));
            }
            prop_assert_eq!(held, bad);
            prop_assert_eq!(shown.plain().matches("not shown").count(), bad);
            prop_assert!(!shown.plain().contains("follows"));
            prop_assert!(tries <= 3 + bad * 13, "{} tries", tries);
        }
    }

    #[test]
    fn a_card_that_is_blocked_without_its_texts_is_given_up() {
        assert_eq!(Sieve::of(&Card::saying("spam"), ContentFilter::AutoMod), Sifted::Whole);
        let Sifted::Next(one) = Sieve::of(&card(1), ContentFilter::AutoMod) else {
            panic!("it has one text")
        };
        assert!(!shows(&one.apply(card(1)), 0));
        assert_eq!(one.blocked(), Sifted::Whole);
    }
}
