//! A daily quote as it is posted, and what those who run the server are told about it.

use std::sync::Arc;

use super::{Accent, Button, Card, Subject, Text, TimeStyle, passage, themes_line};
use domain::schedule::Schedule;
use domain::{ChannelId, ChannelKind, Corpus, DeliveryId, Quote, ScheduleId};

/// The post of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Daily {
    /// The message.
    pub card: Card,
    /// The name of the thread under it, if there is to be one.
    pub thread: Option<String>,
}

/// A thread's and a forum post's name: at most so many characters.
const NAME: usize = 100;

/// Makes the posts of a schedule, once their quotes are drawn.
pub fn daily(
    corpus: Arc<Corpus>,
    schedule: &Schedule,
) -> impl Fn(DeliveryId, &str) -> Option<Daily> + Send + Sync + use<> {
    let (kind, thread, role) = (schedule.kind, schedule.thread, schedule.role);
    move |delivery, id| {
        let quote = corpus.quote(id)?;
        let name = named(&corpus, quote);
        let tags = quote.themes.iter().filter_map(|id| corpus.theme(id));
        let tags = tags.map(|theme| theme.name.clone()).collect();
        // Where the post is a thread, has one or is in one, there is none to open.
        let discuss = !thread && matches!(kind, ChannelKind::Channel | ChannelKind::Announcements);
        let discuss = discuss.then(|| Button::side("Discuss", format!("discuss quote:{id}")));
        let mut card = Card::titled("Quote of the day")
            .block(passage(&corpus, quote))
            .footer(themes_line(&corpus, quote))
            .about(Subject::Delivery(delivery))
            .buttons(discuss.into_iter().chain([Button::side("Keep", format!("keep quote:{id}"))]));
        card.ping = role.map(super::Span::Role);
        if kind == ChannelKind::Forum {
            card = card.filed(name.clone(), tags);
        }
        Some(Daily { card, thread: thread.then_some(name) })
    }
}

/// The same card once its time is well over.
#[must_use]
pub fn late(card: Card) -> Card {
    let footer = match &card.footer {
        Some(footer) => format!("{footer} · late today"),
        None => "late today".to_owned(),
    };
    card.footer(footer)
}

/// Discord said no, and what to do about it.
#[must_use]
pub fn suspended(schedule: ScheduleId, place: ChannelId, why: &str) -> Card {
    let told = Text::new().plain("I cannot post in ").place(place).plain(format!(". {why}"));
    Card::titled(format!("Daily {schedule} waits"))
        .text(told)
        .text(Text::new().soft("It goes on by itself once that is done. Nothing of it is lost."))
        .accent(Accent::Problem)
}

/// It may or may not stand: whoever runs the server can see it.
#[must_use]
pub fn untold(schedule: ScheduleId, delivery: DeliveryId, place: ChannelId, why: &str) -> Card {
    let told = Text::new()
        .plain("The last quote may stand in ")
        .place(place)
        .plain(format!(" or not: I cannot tell, because {why} I do not post it twice."));
    Card::titled(format!("Did daily {schedule} come?"))
        .text(told)
        .text(Text::new().soft("The same buttons are in ").code("/daily list").soft(" too."))
        .buttons(untold_buttons(delivery, None))
        .accent(Accent::Problem)
}

/// What to do with a post that may or may not stand. `of` says of which daily it is, where several
/// are shown.
#[must_use]
pub fn untold_buttons(delivery: DeliveryId, of: Option<ScheduleId>) -> [Button; 2] {
    let of = of.map(|of| format!(" (daily {of})")).unwrap_or_default();
    [
        Button::main(format!("Post it now{of}"), format!("daily repost delivery:{delivery}")),
        Button::side(format!("It is there{of}"), format!("daily stands delivery:{delivery}")),
    ]
}

/// "Voline: We have been bequeathed a fundamental problem…"
fn named(corpus: &Corpus, quote: &Quote) -> String {
    let mut name = format!("{}: ", corpus.voice(quote));
    for word in quote.text.split_whitespace() {
        if name.chars().count() + word.chars().count() + 2 > NAME {
            return name.trim_end().to_owned() + "…";
        }
        name.push_str(word);
        name.push(' ');
    }
    name.trim_end().to_owned()
}

/// An instant as a day and a time, and how far off it is.
#[must_use]
pub fn moment(text: Text, at: jiff::Timestamp) -> Text {
    text.when(at, TimeStyle::Full).soft(" (").when(at, TimeStyle::Relative).soft(")")
}
