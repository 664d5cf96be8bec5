//! A daily quote as it is posted, and what those who run the server are told about it.

mod errors;
mod list;
mod occurrence;
mod receipts;

use std::sync::Arc;

use super::ui::{
    Accent, Button, Card, Key, Span, Subject, Text, TimeStyle, date, days, string, text,
    time_of_day,
};
use super::{pair, quote};
use domain::schedule::{Kind, Schedule};
use domain::{ChannelId, ChannelKind, Corpus, DeliveryId, ScheduleNumber};
pub use errors::DailyError;
pub use list::{Status, count, empty_list, list};
pub use occurrence::occurrence;
pub use receipts::{
    added, ask_to_remove, confirmed, moved, on_its_way, paused, preview, removed, resumed, skipped,
    unskipped,
};

/// The post of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Daily {
    /// The message.
    pub card: Card,
    /// The name of the thread under it, if there is to be one.
    pub thread: Option<String>,
}

/// Makes the posts of a schedule, once their quotes are drawn.
pub fn daily(
    corpus: Arc<Corpus>,
    schedule: &Schedule,
) -> impl Fn(DeliveryId, &str) -> Option<Daily> + Send + Sync + use<> {
    let (kind, thread, role) = (schedule.kind, schedule.thread, schedule.role);
    move |delivery, id| {
        // Where the post is a thread, has one or is in one, there is none to open.
        let discuss = !thread && matches!(kind, ChannelKind::Channel | ChannelKind::Announcements);
        let (card, name) = match (corpus.quote(id), corpus.pair(id)) {
            (Some(quote), _) => {
                let controls = quote::Controls { discuss, ..quote::Controls::default() };
                let mut card = quote::card(&corpus, quote, controls);
                card.title = Some(string!("daily-title"));
                (card, quote::thread_name(&corpus, quote))
            }
            (None, Some(pair)) => (pair::card(&corpus, pair)?, pair::thread_name(pair)),
            (None, None) => return None,
        };
        let mut card = card.about(Subject::Delivery(delivery));
        card.ping = role.map(Span::Role);
        if kind == ChannelKind::Forum {
            card = card.filed(name.clone(), themes(&corpus, id));
        }
        Some(Daily { card, thread: thread.then_some(name) })
    }
}

/// The names of the themes of a quote or a pair, the nearest first.
#[must_use]
pub fn themes(corpus: &Corpus, id: &str) -> Vec<String> {
    match (corpus.quote(id), corpus.pair(id)) {
        (Some(quote), _) => quote::themes(corpus, quote),
        (None, Some(pair)) => pair::themes(corpus, pair),
        (None, None) => Vec::new(),
    }
}

/// The same card once its time is well over.
#[must_use]
pub fn late(card: Card) -> Card {
    let footer = string!("daily-late", footer = card.footer.as_ref());
    card.footer(footer)
}

/// Discord said no, and what to do about it.
#[must_use]
pub fn suspended(schedule: ScheduleNumber, place: ChannelId, why: &str) -> Card {
    Card::titled(string!("daily-suspended-title", schedule = schedule.0))
        .text(text!("daily-suspended", channel = place, why = why))
        .text(text!("daily-suspended-hint"))
        .accent(Accent::Problem)
}

/// Discord refused a post for good.
#[must_use]
pub fn refused(schedule: ScheduleNumber, place: ChannelId, why: &str) -> Card {
    Card::titled(string!("daily-refused-title", schedule = schedule.0))
        .text(text!("daily-refused", channel = place, why = why))
        .text(text!("daily-refused-hint"))
        .accent(Accent::Problem)
}

/// What may follow a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A thread under it.
    Thread,
    /// Those who follow its channel get it.
    Announce,
}

/// A step after a post that cannot be done; `waits`: it is tried again.
#[must_use]
pub fn undone(
    schedule: ScheduleNumber,
    step: Step,
    place: ChannelId,
    why: &str,
    waits: bool,
) -> Card {
    let step = Key(match step {
        Step::Thread => "thread",
        Step::Announce => "announce",
    });
    let hint = waits.then(|| text!("daily-step-hint"));
    let card = Card::titled(string!("daily-step-title", step = step, schedule = schedule.0))
        .text(text!("daily-step", step = step, channel = place, why = why));
    hint.into_iter().fold(card, Card::text).accent(Accent::Problem)
}

/// It may have been posted or not; a facilitator can look.
#[must_use]
pub fn unconfirmed(
    schedule: ScheduleNumber,
    delivery: DeliveryId,
    place: ChannelId,
    why: &str,
) -> Card {
    Card::titled(string!("daily-unconfirmed-title", schedule = schedule.0))
        .text(text!("daily-unconfirmed", channel = place, why = why))
        .text(text!("daily-unconfirmed-hint"))
        .buttons(unconfirmed_buttons(delivery, None))
        .accent(Accent::Problem)
}

/// What to do with a post that may have been posted or not. `of` says of which daily it is, where
/// several are shown.
#[must_use]
pub fn unconfirmed_buttons(delivery: DeliveryId, of: Option<ScheduleNumber>) -> [Button; 2] {
    let of = of.map(|of| of.0);
    let (post, posted) =
        (string!("daily-post-now", schedule = of), string!("daily-was-posted", schedule = of));
    [
        Button::main(post, format!("daily repost delivery:{delivery}")),
        Button::side(posted, format!("daily stands delivery:{delivery}")),
    ]
}

/// An instant as a day and a time, and how far off it is.
#[must_use]
pub fn moment(at: jiff::Timestamp) -> Text {
    text!(
        "daily-moment",
        at = Span::When(at, TimeStyle::Full),
        distance = Span::When(at, TimeStyle::Relative),
    )
}

/// An instant where the daily is, and how far off it is.
fn moment_there(schedule: &Schedule, at: jiff::Timestamp) -> Text {
    let there = schedule.calendar().zone.to_datetime(at);
    text!(
        "daily-moment-there",
        date = date(there.date()),
        time = time_of_day(there.time()),
        zone = &schedule.timezone,
        distance = Span::When(at, TimeStyle::Relative),
    )
}

/// "weekdays in #quotes, about Power, with a thread, pings @readers".
#[must_use]
pub fn described(corpus: &Corpus, schedule: &Schedule) -> Text {
    let filter = &schedule.filter;
    let theme = filter.theme.as_deref().and_then(|id| corpus.theme(id));
    let work = filter.work.as_deref().and_then(|id| corpus.work(id));
    text!(
        "daily-described",
        days = days(schedule.days),
        channel = schedule.place,
        kind = kind_key(filter.kind),
        theme = theme.map(super::ui::theme_name),
        author = filter.author.as_ref(),
        work = work.map(|work| &work.title),
        thread = schedule.thread,
        role = schedule.role,
    )
}

fn kind_key(kind: Kind) -> Key {
    Key(kind.name())
}

/// "09:00 Europe/Paris".
fn time(schedule: &Schedule) -> String {
    let time = time_of_day(schedule.time.on_the_clock());
    string!("daily-time", time = time, zone = &schedule.timezone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_run_the_server_are_told_what_to_do() {
        let told = suspended(ScheduleNumber(3), ChannelId(7), "Give me Send Messages there.");
        insta::assert_snapshot!(told.plain(), @r"
        # Daily 3 is waiting
        I cannot post in #7. Give me Send Messages there.
        After that it goes on by itself. No quote is lost.
        ");
        let told = unconfirmed(
            ScheduleNumber(3),
            DeliveryId(9),
            ChannelId(7),
            "Discord could not be reached in time.",
        );
        insta::assert_snapshot!(told.plain(), @r"
        # Was daily 3 posted?
        Please look in #7: I cannot tell whether the last quote is there. Discord could not be reached in time. I do not post it twice.
        These buttons are also in `/daily list`.
        [Post it now] daily repost delivery:9
        [It is there] daily stands delivery:9
        ");
        let [post, posted] = unconfirmed_buttons(DeliveryId(9), Some(ScheduleNumber(3)));
        assert_eq!(post.label, "Post it now (daily 3)");
        assert_eq!(posted.label, "It is there (daily 3)");
    }

    #[test]
    fn what_is_late_says_so() {
        let late_footer = |footer: Option<&str>| {
            let footer = footer.map(str::to_owned);
            late(Card { footer, ..Card::default() }).footer
        };
        assert_eq!(late_footer(Some("Power · a-1")).as_deref(), Some("Power · a-1 · late today"));
        assert_eq!(late_footer(None).as_deref(), Some("late today"));
    }
}
