//! A card that is only read, drawn for the terminal without a rule.

use std::io;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::render::{Numbers, Rule, View};
use super::screen::Screen;
use crate::messages::Card;

/// Prints a card on standard output.
pub fn print(card: &Card, now: Timestamp) {
    let screen = Screen::new(io::IsTerminal::is_terminal(&io::stdout()));
    let view = View { width: screen.width(), now, zone: TimeZone::system() };
    screen.print(&view.card(card, &Numbers::default(), Rule::None, None));
}
