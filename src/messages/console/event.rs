//! What happened in the console to messages, threads, forums and files.

use crate::messages::ui::{Key, Span, Text, enumeration, string, text};
use crate::messages::{EventStatus, ScheduledEvent, TimeStyle};

/// Beside a message that has changed.
#[must_use]
pub fn changed() -> String {
    string!("console-note-changed")
}

/// Beside a message of an earlier run.
#[must_use]
pub fn still_open() -> String {
    string!("console-note-still-open")
}

/// Beside a message in another channel.
#[must_use]
pub fn elsewhere(channel: &str) -> String {
    string!("console-note-elsewhere", channel = channel)
}

/// Beside a message in an archived channel.
#[must_use]
pub fn archived() -> String {
    string!("console-note-archived")
}

/// Beside a message that only one member sees; `you` if that is the member called so.
#[must_use]
pub fn only(member: &str, you: bool) -> String {
    string!("console-note-only", member = member, you = you)
}

/// A member whose name is not known.
#[must_use]
pub fn somebody() -> String {
    string!("console-note-somebody")
}

/// The number of what a member has written.
#[must_use]
pub fn said(number: usize) -> String {
    string!("console-message-number", number = number)
}

/// Whom a message pings.
#[must_use]
pub fn pings(who: Text) -> Text {
    text!("console-pings", who = who)
}

/// A picture, which is a file on Discord: its name, and what it shows.
#[must_use]
pub fn picture(file: &str, alt: &str) -> Text {
    text!("console-picture", file = file, alt = alt)
}

/// A message was removed.
#[must_use]
pub fn removed(title: Option<&str>, channel: &str) -> Text {
    match title {
        Some(title) => text!("console-removed-titled", title = title, channel = channel),
        None => text!("console-removed-message", channel = channel),
    }
}

/// A message was pinned.
#[must_use]
pub fn pinned(title: Option<&str>, channel: &str) -> Text {
    text!("console-pinned", title = title, channel = channel)
}

/// A thread was opened.
#[must_use]
pub fn thread_opened(title: &str, channel: &str) -> Text {
    text!("console-thread-opened", title = title, channel = channel)
}

/// A post was opened in a forum, under some of its tags.
#[must_use]
pub fn post_opened(forum: &str, title: &str, tags: &[String], channel: &str) -> Text {
    let tags = (!tags.is_empty()).then(|| enumeration(tags.iter().cloned()));
    text!("console-post-opened", forum = forum, title = title, tags = tags, channel = channel)
}

/// The name of a post that has none of its own.
#[must_use]
pub fn untitled_post() -> String {
    string!("console-post-untitled")
}

/// A thread or a post was archived.
#[must_use]
pub fn archived_channel(channel: &str) -> Text {
    text!("console-channel-archived", channel = channel)
}

/// A forum has more tags.
#[must_use]
pub fn new_tags(forum: &str, tags: &[String]) -> Text {
    text!("console-new-tags", forum = forum, tags = enumeration(tags.iter().cloned()))
}

/// A scheduled event was made or changed.
#[must_use]
pub fn scheduled_event(event: &ScheduledEvent) -> Text {
    let status = Key(match event.status {
        EventStatus::Scheduled => "scheduled",
        EventStatus::Active => "active",
        EventStatus::Completed => "completed",
        EventStatus::Canceled => "canceled",
    });
    let when = Span::When(event.starts_at, TimeStyle::Full);
    text!("console-event", name = &event.name, when = when, status = status)
}

/// A file was written.
#[must_use]
pub fn file_saved(file: &str) -> Text {
    text!("console-file-saved", file = file)
}

/// A file was not written.
#[must_use]
pub fn file_not_saved(file: &str, reason: &str) -> Text {
    text!("console-file-not-saved", file = file, reason = reason)
}
