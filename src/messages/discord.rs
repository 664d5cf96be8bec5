//! What only Discord's members read.

use jiff::Zoned;

use super::deliveries::ContentFilter;
use super::give_back::give_back;
use super::ui::{Key, date, date_time, string, text, time_of_day};
use super::{Accent, Card};

/// A kind of request that we do not know; `texts` are what the member wrote in it.
#[must_use]
pub fn unknown_request(texts: &[String]) -> Card {
    let card = Card::saying(string!("discord-unknown-request")).accent(Accent::Problem);
    give_back(card, texts)
}

/// The program was not there when a request came; `texts` are what its member wrote.
#[must_use]
pub fn restarted(texts: &[String]) -> Card {
    give_back(Card::saying(string!("discord-restarted")).accent(Accent::Problem), texts)
}

/// What was asked for is done, but its answer was lost when the program was killed.
#[must_use]
pub fn carried_out() -> Card {
    Card::saying(string!("discord-carried-out")).accent(Accent::Done)
}

/// What was asked for is in the hands of another part of the bot; `texts` are what the member wrote.
#[must_use]
pub fn elsewhere(texts: &[String]) -> Card {
    give_back(Card::saying(string!("discord-elsewhere")).accent(Accent::Problem), texts)
}

/// The words of an answer are blocked.
#[must_use]
pub fn filtered(filter: ContentFilter) -> Card {
    Card::saying(text!("discord-filtered", why = filter.words())).accent(Accent::Problem)
}

/// Under a message that is cut.
#[must_use]
pub fn cut() -> String {
    string!("discord-cut")
}

/// The name of the file that holds all of a message that is cut.
#[must_use]
pub fn whole_file() -> String {
    string!("discord-whole-file")
}

/// A member whom a text mentions: "@Ana".
#[must_use]
pub fn member(name: Option<&str>) -> String {
    string!("discord-member", name = name)
}

/// A role that a text mentions: "@readers".
#[must_use]
pub fn role(name: Option<&str>) -> String {
    string!("discord-role", name = name)
}

/// A channel that a text mentions: "#general".
#[must_use]
pub fn channel(name: Option<&str>) -> String {
    string!("discord-channel", name = name)
}

/// A page of a server's own that a text links to: `browse`, `customize`, `guide`.
#[must_use]
pub fn guide(page: &str) -> String {
    let page = match page {
        "browse" => "browse",
        "customize" => "customize",
        "guide" => "guide",
        _ => "linked-roles",
    };
    string!("discord-guide", page = Key(page))
}

/// An instant in a text, in the style that Discord has this letter for.
#[must_use]
pub fn instant(at: &Zoned, style: char) -> String {
    match style {
        't' | 'T' => time_of_day(at.time()),
        'd' | 'D' => date(at.date()),
        _ => date_time(at),
    }
}
