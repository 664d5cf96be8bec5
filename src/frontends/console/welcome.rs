//! What the console says of itself.

use super::names;
use crate::messages::{Card, Text};

/// Shown at the start.
pub(super) fn welcome() -> Card {
    let first = Text::new()
        .plain("Type ")
        .code("/quote")
        .plain(" for a passage, ")
        .code("/question theme:power")
        .plain(" to ask the group something, and a number in ")
        .code("[brackets]")
        .plain(" to press that button. ")
        .code("@ana")
        .plain(" makes you another member; ")
        .code("?")
        .plain(" says more, Tab completes, Ctrl-D leaves.");
    Card::titled("A commonplace book for your reading group, here in the terminal").text(first)
}

/// Shown for `?`.
pub(super) fn guide() -> Card {
    let row = |code: &str, words: &str| {
        Text::new().code(code).plain(format!("{} {words}", " ".repeat(14 - code.len().min(14))))
    };
    let longest = names::LONGEST;
    let rows = vec![
        row("/help", "what the bot can do; every command works here as on Discord"),
        row("@ana /quote", "from here on you are ana, an ordinary member"),
        row("#reading-room", &format!("go there; a place has at most {longest} letters")),
        row("#club-forum", "a forum, as its name ends so; each post is a place"),
        row("I think so.", "said in the place, under a number: `message 1`"),
        row("3", "press the button with that number"),
        row("press Keep", "press the newest button that says so"),
        row("+manager", "whoever you are may manage the server; `-manager`, not any more"),
        row("+teachers", "has that role; `/settings facilitators:@teachers` gives it a meaning"),
        row("wait 10m", "the console's clock goes on by so much"),
        row("; a remark", "is passed over"),
        row("quit", "leaves, as Ctrl-D does"),
    ];
    Card::titled("The console")
        .text("Who, where and what can stand on one line: `@ana #general /answer`. You are the first member, `@you`, and manage the server.")
        .block(crate::messages::Block::List(rows))
        .section(
            "Scripts",
            "Without a terminal, lines are read from standard input: `commonplace console < \
             seminar.txt`. What a form is filled in with stands on the next lines, moved in by \
             two spaces; a `.` alone ends a field if another follows. The program ends with an \
             error if one of the lines failed.",
        )
}
