//! The messages that have been shown, and the numbers of their buttons. A number is given once: a
//! button keeps it as long as its message carries it, and no other button ever gets it.

use std::collections::BTreeMap;

use super::input_line::Pick;
use super::render::Numbers;
use crate::messages::{Block, Card};
use domain::{Address, MemberId, MessageId};

/// How many messages are remembered; the buttons of older ones are gone.
const REMEMBERED: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Messages {
    shown: BTreeMap<MessageId, Shown>,
    buttons: BTreeMap<usize, Press>,
    given: usize,
    /// What buttons press on messages of an earlier run that are not on the screen: they have no
    /// numbers, and are found by their labels.
    unseen: Vec<(Press, Shown)>,
}

/// A message as it is shown.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) at: Address,
    pub(super) card: Card,
    /// The one who sees it, if not all do.
    pub(super) only: Option<MemberId>,
}

/// What a number presses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Press {
    /// The message it is on.
    pub(super) message: MessageId,
    /// A command line.
    pub(super) line: String,
    /// The entry of a menu.
    pub(super) choice: Option<String>,
    label: String,
}

/// Why nothing was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPress {
    /// No button has had that number or label.
    Unknown,
    /// It was on a message that has changed or gone.
    Gone,
    /// It is on a message for somebody else.
    NotYours(MemberId),
}

impl Messages {
    /// Puts up a message, or a new face of one; gives each button its number.
    pub(super) fn put(&mut self, shown: Shown) -> Numbers {
        let message = shown.at.message;
        self.unseen.retain(|(press, _)| press.message != message);
        let old: Vec<(usize, Press)> = self.take_buttons(message);
        let number_of = |messages: &mut Self, line: &str, choice: Option<&str>, label: &str| {
            let same = |press: &Press| press.line == line && press.choice.as_deref() == choice;
            let kept = old.iter().find(|(_, press)| same(press)).map(|(number, _)| *number);
            let number = kept.unwrap_or_else(|| {
                messages.given += 1;
                messages.given
            });
            let choice = choice.map(str::to_owned);
            let press = Press { message, line: line.to_owned(), choice, label: label.to_owned() };
            messages.buttons.insert(number, press);
            number
        };
        let mut numbers = Numbers::default();
        for button in shown.card.blocks.iter().filter_map(Block::button) {
            numbers.rows.push(number_of(self, &button.press, None, &button.label));
        }
        for button in shown.card.buttons.iter().flatten() {
            numbers.buttons.push(number_of(self, &button.press, None, &button.label));
        }
        for entry in shown.card.menu.iter().flat_map(|menu| &menu.entries) {
            let line = shown.card.menu.as_ref().map(|menu| menu.press.as_str()).unwrap_or_default();
            numbers.entries.push(number_of(self, line, Some(&entry.value), &entry.label));
        }
        self.shown.insert(message, shown);
        if self.shown.len() > REMEMBERED
            && let Some(oldest) = self.shown.keys().next().copied()
        {
            self.remove(oldest);
        }
        numbers
    }

    /// Takes in a message of an earlier run that is not on the screen.
    pub(super) fn put_unseen(&mut self, shown: &Shown) {
        let message = shown.at.message;
        let presses = shown.card.all_buttons().map(|button| Press {
            message,
            line: button.press.clone(),
            choice: None,
            label: button.label.clone(),
        });
        self.unseen.extend(presses.map(|press| (press, shown.clone())));
    }

    /// A message as it is shown now.
    pub(super) fn message(&self, message: MessageId) -> Option<&Shown> {
        self.shown.get(&message)
    }

    /// Takes a message down.
    pub(super) fn remove(&mut self, message: MessageId) -> Option<Shown> {
        self.take_buttons(message);
        self.unseen.retain(|(press, _)| press.message != message);
        self.shown.remove(&message)
    }

    /// What a member presses, and the message it is on.
    pub(super) fn find(&self, pick: &Pick, member: MemberId) -> Result<(&Press, &Shown), NoPress> {
        let press = match pick {
            Pick::Number(number) => {
                self.buttons.get(number).ok_or(if (1..=self.given).contains(number) {
                    NoPress::Gone
                } else {
                    NoPress::Unknown
                })?
            }
            Pick::Label(label) => match self.labelled(label, member) {
                Some(press) => press,
                None => return self.unseen(label).ok_or(NoPress::Unknown),
            },
        };
        let shown = self.shown.get(&press.message).ok_or(NoPress::Gone)?;
        match shown.only {
            Some(only) if only != member => Err(NoPress::NotYours(only)),
            _ => Ok((press, shown)),
        }
    }

    /// The newest button that a member sees with that label, or with one that begins so.
    fn labelled(&self, label: &str, member: MemberId) -> Option<&Press> {
        let label = label.to_lowercase();
        let seen = |press: &&Press| {
            let shown = self.shown.get(&press.message);
            shown.is_some_and(|shown| shown.only.is_none_or(|only| only == member))
        };
        let newest = |fits: &dyn Fn(&str) -> bool| {
            self.buttons.values().rev().filter(seen).find(|press| fits(&press.label.to_lowercase()))
        };
        newest(&|given| given == label).or_else(|| newest(&|given| given.starts_with(&label)))
    }

    fn unseen(&self, label: &str) -> Option<(&Press, &Shown)> {
        let label = label.to_lowercase();
        let newest = |fits: &dyn Fn(&str) -> bool| {
            self.unseen.iter().rev().find(|(press, _)| fits(&press.label.to_lowercase()))
        };
        let found = newest(&|given| given == label);
        let found = found.or_else(|| newest(&|given| given.starts_with(&label)));
        found.map(|(press, shown)| (press, shown))
    }

    fn take_buttons(&mut self, message: MessageId) -> Vec<(usize, Press)> {
        self.buttons.extract_if(.., |_, press| press.message == message).collect()
    }
}
