//! `/daily list`: every daily of a server, and how it is doing.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{described, kind_key, moment, moment_there, time, unconfirmed_buttons};
use crate::messages::ui::{
    Block, Button, Card, Key, Span, Text, TimeStyle, date_range, duration, string, text,
};
use domain::deck::Progress;
use domain::schedule::{Delivery, DeliveryState, Lateness, Refusal, Schedule};
use domain::{Address, Corpus};

/// How a daily is doing.
#[derive(Clone, Copy, Debug)]
pub struct Status<'a> {
    /// The daily.
    pub schedule: &'a Schedule,
    /// What it posted last: when, and where.
    pub posted: Option<(Timestamp, Option<Address>)>,
    /// How late that was, if it was.
    pub lateness: Option<Lateness>,
    /// How far through its quotes it is.
    pub progress: Progress,
    /// The posts of which nobody can tell whether they are there.
    pub unconfirmed: &'a [Delivery],
    /// The newest delivery.
    pub newest: Option<&'a Delivery>,
    /// How many days it missed since it last posted.
    pub missed: usize,
    /// The steps after the last post that could not be done, and why.
    pub undone: &'a [(String, String)],
    /// Today in its time zone.
    pub today: Date,
}

/// A page of the list; `changes`: the reader may pause and resume them.
#[must_use]
pub fn list<'a>(
    corpus: &Corpus,
    dailies: impl IntoIterator<Item = Status<'a>>,
    changes: bool,
) -> Card {
    let card = Card::titled(string!("daily-list-title"));
    dailies.into_iter().fold(card, |card, daily| {
        let schedule = daily.schedule;
        let heading =
            text!("daily-list-heading", schedule = schedule.number.0, time = time(schedule));
        let heading = Block::Section { heading, text: described(corpus, schedule) };
        let card = match changes {
            true => card.row(heading, pause_or_resume(schedule)),
            false => card.block(heading),
        };
        let card = card.block(Block::List(lines(daily)));
        match daily.unconfirmed.first() {
            Some(delivery) => card.buttons(unconfirmed_buttons(delivery.id, Some(schedule.number))),
            None => card,
        }
    })
}

fn pause_or_resume(schedule: &Schedule) -> Button {
    let number = schedule.number;
    match schedule.paused_at {
        Some(_) => Button::side(string!("daily-resume"), format!("daily resume schedule:{number}")),
        None => Button::side(string!("daily-pause"), format!("daily pause schedule:{number}")),
    }
}

/// A list without dailies.
#[must_use]
pub fn empty_list() -> Card {
    Card::titled(string!("daily-list-title")).text(text!("daily-list-none"))
}

/// "9 dailies".
#[must_use]
pub fn count(number: usize) -> String {
    string!("daily-count", count = number)
}

/// Next, last, how far through the quotes, and what is wrong.
fn lines(daily: Status<'_>) -> Vec<Text> {
    let progress = text!(
        "daily-progress",
        kind = kind_key(daily.schedule.filter.kind),
        come = daily.progress.come,
        all = daily.progress.of,
    );
    let unconfirmed = daily.unconfirmed.iter().filter_map(unconfirmed);
    [next(daily.schedule)]
        .into_iter()
        .chain(daily.posted.map(|(at, to)| last(at, to, daily.lateness)))
        .chain([progress])
        .chain(skips(daily.schedule, daily.today))
        .chain(unconfirmed)
        .chain(daily.newest.and_then(|newest| trouble(newest, daily.missed)))
        .chain(daily.undone.iter().map(|(step, why)| undone(step, why)))
        .collect()
}

fn next(schedule: &Schedule) -> Text {
    let since = |at| Span::When(at, TimeStyle::Full);
    if let Some(suspended) = &schedule.suspended {
        return text!(
            "daily-waits",
            since = since(suspended.since),
            channel = schedule.place,
            why = &suspended.why
        );
    }
    match schedule.paused_at {
        Some(paused) => text!("daily-is-paused", since = since(paused)),
        None => text!("daily-next", moment = moment_there(schedule, schedule.next_at)),
    }
}

fn last(at: Timestamp, to: Option<Address>, lateness: Option<Lateness>) -> Text {
    let link = to.map(|to| Span::Message { words: string!("daily-see"), to });
    text!("daily-last", moment = moment(at), link = link, late = lateness.map(late))
}

fn late(lateness: Lateness) -> Text {
    text!(
        "daily-late-by",
        time = duration(lateness.by),
        cause = cause(lateness.cause),
        attempts = lateness.attempts,
    )
}

fn cause(refusal: Option<Refusal>) -> Key {
    Key(match refusal {
        None => "none",
        Some(Refusal::RateLimit) => "rate-limit",
        Some(Refusal::Unavailable) => "unavailable",
        Some(Refusal::Unknown) => "unknown",
        Some(Refusal::Forbidden) => "forbidden",
        Some(Refusal::NotFound) => "not-found",
        Some(Refusal::Invalid) => "invalid",
    })
}

fn skips(schedule: &Schedule, today: Date) -> Option<Text> {
    let coming = schedule.skips.iter().filter(|skip| skip.until >= today);
    let coming: Vec<String> = coming.map(|skip| date_range(skip.from, skip.until)).collect();
    (!coming.is_empty()).then(|| text!("daily-skips", dates = coming.join("; ")))
}

fn unconfirmed(delivery: &Delivery) -> Option<Text> {
    let DeliveryState::Unsure(why) = &delivery.state else { return None };
    Some(text!("daily-unclear", due = due(delivery), why = why))
}

/// Why a delivery failed: a reason of the store's, or what Discord said.
fn failure(why: &str) -> Text {
    match why {
        "no-match" => text!("daily-failed-no-match"),
        "unreadable" => text!("daily-failed-unreadable"),
        said => Text::from(said),
    }
}

/// What became of the newest delivery, if it was not posted.
fn trouble(newest: &Delivery, missed: usize) -> Option<Text> {
    let due = due(newest);
    match &newest.state {
        DeliveryState::Due => {
            Some(text!("daily-due", due = due, cause = cause(newest.fared.refusal)))
        }
        DeliveryState::Failed(why) => Some(text!("daily-failed", due = due, why = failure(why))),
        DeliveryState::Missed | DeliveryState::Held if missed > 0 => {
            Some(text!("daily-missed", days = missed, due = due))
        }
        _ => None,
    }
}

fn undone(step: &str, why: &str) -> Text {
    let step = match step {
        "thread" => "thread",
        "announce" => "announce",
        _ => "other",
    };
    text!("daily-undone", step = Key(step), why = why)
}

fn due(delivery: &Delivery) -> Span {
    Span::When(delivery.due_at, TimeStyle::Full)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn the_list_says_how_late_the_last_post_was_and_why() {
        let last = |minutes, cause, attempts| {
            let late = Lateness { by: SignedDuration::from_mins(minutes), cause, attempts };
            last(Timestamp::UNIX_EPOCH, None, Some(late)).plain_words()
        };
        let lines = [
            last(1, None, 1),
            last(4, Some(Refusal::RateLimit), 3),
            last(59, Some(Refusal::Unavailable), 12),
            last(90, Some(Refusal::Forbidden), 2),
            last(60 * 72, Some(Refusal::NotFound), 2),
            last(2, Some(Refusal::Unknown), 2),
        ];
        insta::assert_snapshot!(lines.join("\n"), @"
        Last: 1970-01-01T00:00:00Z (1970-01-01T00:00:00Z). It came 1 minute late: I was not running, or was busy with other posts.
        Last: 1970-01-01T00:00:00Z (1970-01-01T00:00:00Z). It came 4 minutes late: Discord asked me to wait (3 tries).
        Last: 1970-01-01T00:00:00Z (1970-01-01T00:00:00Z). It came 59 minutes late: Discord could not be reached (12 tries).
        Last: 1970-01-01T00:00:00Z (1970-01-01T00:00:00Z). It came 2 hours late: I was not allowed to post (2 tries).
        Last: 1970-01-01T00:00:00Z (1970-01-01T00:00:00Z). It came 3 days late: I could not see the channel (2 tries).
        Last: 1970-01-01T00:00:00Z (1970-01-01T00:00:00Z). It came 2 minutes late: Discord did not say whether it was posted (2 tries).
        ");
    }
}
