//! What a facilitator reads once a daily is added or changed.

use super::{described, moment_there, time};
use crate::messages::ui::{
    Accent, Block, Button, Card, Text, date_range, list_string, string, text,
};
use domain::schedule::{Occurrence, Schedule, Skip};
use domain::{ChannelId, Corpus};

/// A daily is added; its forum has no tags for the themes in `untagged`.
#[must_use]
pub fn added(
    corpus: &Corpus,
    schedule: &Schedule,
    next: &[Occurrence],
    untagged: &[String],
) -> Card {
    let described = described(corpus, schedule);
    let card = Card::titled(string!("daily-added-title", schedule = schedule.number.0))
        .text(text!("daily-added", time = time(schedule), described = described));
    let card = coming(card, schedule, next).accent(Accent::Done);
    if untagged.is_empty() {
        return card;
    }
    card.text(text!("daily-untagged", themes = list_string(untagged.iter().cloned())))
}

/// A daily is paused.
#[must_use]
pub fn paused(corpus: &Corpus, schedule: &Schedule) -> Card {
    changed(string!("daily-paused-title", schedule = schedule.number.0))
        .text(described(corpus, schedule))
        .text(text!("daily-paused-hint"))
}

/// A paused daily goes on.
#[must_use]
pub fn resumed(corpus: &Corpus, schedule: &Schedule, next: &[Occurrence]) -> Card {
    let card = changed(string!("daily-resumed-title", schedule = schedule.number.0))
        .text(described(corpus, schedule));
    coming(card, schedule, next)
}

/// A daily skips none of the dates any more that it was to skip.
#[must_use]
pub fn unskipped(corpus: &Corpus, schedule: &Schedule, next: &[Occurrence]) -> Card {
    let card = changed(string!("daily-unskipped-title", schedule = schedule.number.0))
        .text(described(corpus, schedule));
    coming(card, schedule, next)
}

/// A daily skips some dates.
#[must_use]
pub fn skipped(schedule: &Schedule, skip: Skip, next: &[Occurrence]) -> Card {
    let dates = date_range(skip.from, skip.until);
    let title = string!("daily-skipped-title", schedule = schedule.number.0, dates = dates);
    coming(changed(title), schedule, next).text(text!("daily-skipped-hint"))
}

/// Whether a daily is to be removed.
#[must_use]
pub fn ask_to_remove(corpus: &Corpus, schedule: &Schedule) -> Card {
    let number = schedule.number.0;
    let remove = Button::danger(
        string!("daily-remove-button"),
        format!("daily remove schedule:{number} sure:true"),
    );
    Card::titled(string!("daily-remove-title", schedule = number))
        .text(text!("daily-added", time = time(schedule), described = described(corpus, schedule)))
        .text(text!("daily-remove-hint"))
        .buttons([remove])
}

/// A daily is removed.
#[must_use]
pub fn removed(corpus: &Corpus, schedule: &Schedule) -> Card {
    changed(string!("daily-removed-title", schedule = schedule.number.0))
        .text(described(corpus, schedule))
        .text(text!("daily-removed-hint"))
}

/// Dailies have moved to another time zone.
#[must_use]
pub fn moved(zone: &str, moved: &[Schedule]) -> Card {
    let line = |schedule: &Schedule| {
        let next = moment_there(schedule, schedule.next_at);
        text!("daily-moved", schedule = schedule.id.0, next = next)
    };
    changed(string!("daily-moved-title", zone = zone, count = moved.len()))
        .block(Block::List(moved.iter().map(line).collect()))
}

/// A post is in the outbox.
#[must_use]
pub fn on_its_way(channel: ChannelId) -> Card {
    Card::saying(text!("daily-on-its-way", channel = channel)).accent(Accent::Done)
}

/// A member has seen the post that was unconfirmed.
#[must_use]
pub fn confirmed() -> Card {
    Card::saying(text!("daily-confirmed")).accent(Accent::Done)
}

/// The coming times, as [`super::occurrence()`] describes each.
#[must_use]
pub fn preview(schedule: &Schedule, times: Vec<Text>) -> Card {
    let title = string!("daily-preview-title", schedule = schedule.number.0, time = time(schedule));
    let card = Card::titled(title).block(Block::List(times));
    match &schedule.suspended {
        _ if schedule.paused_at.is_some() => card.text(text!("daily-preview-paused")),
        Some(suspended) => card.text(text!("daily-preview-waits", why = &suspended.why)),
        None => card,
    }
}

fn changed(title: String) -> Card {
    Card::titled(title).accent(Accent::Done)
}

fn coming(card: Card, schedule: &Schedule, next: &[Occurrence]) -> Card {
    let times = next.iter().map(|next| moment_there(schedule, next.at)).collect();
    card.text(text!("daily-next-times")).block(Block::List(times))
}
