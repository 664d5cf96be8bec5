//! What the console says of itself.

mod event;
mod form;
mod line;

use super::ui::{Block, Card, Text, string, text};
pub use event::{
    archived, archived_channel, changed, elsewhere, file_not_saved, file_saved, new_tags, only,
    picture, pings, pinned, post_opened, removed, said, scheduled_event, somebody, still_open,
    thread_opened, untitled_post,
};
pub use form::{
    close_form, closed, empty, form_full, form_needs_lines, heading, no_form, no_such_choice,
    no_such_name, too_long, too_short, yes_or_no,
};
pub use line::{
    channel_name, in_forum, leave, member_name, no_label, no_number, posted_word, press_gone,
    press_not_yours, press_what, rests, role_name, somebody_else, time, wait_how_long,
};

/// Shown at the start.
#[must_use]
pub fn welcome() -> Card {
    Card::titled(string!("console-welcome-title")).text(text!("console-welcome"))
}

/// Shown at every start but the first.
#[must_use]
pub fn welcome_back() -> Text {
    text!("console-welcome-back")
}

/// Shown for `?`. The name of a channel has at most `longest` letters.
#[must_use]
pub fn guide(longest: usize) -> Card {
    let row = |code: &str, does: Text| {
        let indent = " ".repeat(15_usize.saturating_sub(code.len()).max(1));
        Text::new().code(code).plain(indent).then(does)
    };
    let rows = vec![
        row("/help", text!("console-guide-help")),
        row("@ana /quote", text!("console-guide-member")),
        row("#reading-room", text!("console-guide-channel", longest = longest)),
        row("#club-forum", text!("console-guide-forum")),
        row("I think so.", text!("console-guide-words")),
        row("3", text!("console-guide-number")),
        row("press Keep", text!("console-guide-press")),
        row("+manager", text!("console-guide-manager")),
        row("+teachers", text!("console-guide-role")),
        row("wait 10m", text!("console-guide-wait")),
        row("; a remark", text!("console-guide-remark")),
        row("quit", text!("console-guide-quit")),
    ];
    Card::titled(string!("console-guide-title"))
        .text(text!("console-guide"))
        .block(Block::List(rows))
        .section(string!("console-guide-scripts-title"), text!("console-guide-scripts"))
}
