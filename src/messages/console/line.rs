//! What was typed in the console, and what is wrong with it.

use crate::messages::ui::{Text, string, text};

/// How the console is left.
#[must_use]
pub fn leave() -> Text {
    text!("console-leave")
}

/// The name of a command was posted as a message.
#[must_use]
pub fn posted_word(command: &str) -> Text {
    text!("console-posted-word", command = command)
}

/// The time on the console's clock.
#[must_use]
pub fn time(time: &str) -> Text {
    text!("console-time", time = time)
}

/// No button was named.
#[must_use]
pub fn press_what() -> Text {
    text!("console-press-what")
}

/// What a member can be called.
#[must_use]
pub fn member_name() -> Text {
    text!("console-member-name")
}

/// What a channel can be called.
#[must_use]
pub fn channel_name(longest: usize) -> Text {
    text!("console-channel-name", longest = longest)
}

/// What a role can be called.
#[must_use]
pub fn role_name(longest: usize) -> Text {
    text!("console-role-name", longest = longest)
}

/// What `wait` takes.
#[must_use]
pub fn wait_how_long() -> Text {
    text!("console-wait-how-long")
}

/// Nobody can be in a forum itself.
#[must_use]
pub fn in_forum(forum: &str) -> Text {
    text!("console-in-forum", forum = forum)
}

/// Nothing can be done in an archived channel.
#[must_use]
pub fn rests(channel: &str) -> Text {
    text!("console-archived-channel", channel = channel)
}

/// A button is on another member's message.
#[must_use]
pub fn press_not_yours(member: &str) -> Text {
    text!("console-press-not-yours", member = member)
}

/// A member whose name is not known.
#[must_use]
pub fn somebody_else() -> String {
    string!("console-press-somebody")
}

/// A button is no longer there.
#[must_use]
pub fn press_gone() -> Text {
    text!("console-press-gone")
}

/// There was never a button of that number.
#[must_use]
pub fn no_number(number: usize) -> Text {
    text!("console-press-no-number", number = number)
}

/// There is no button of that label.
#[must_use]
pub fn no_label(label: &str) -> Text {
    text!("console-press-no-label", label = label)
}
