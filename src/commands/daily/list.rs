//! `/daily list`: every schedule of the server, and how it is doing.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use jiff::civil::Date;

use super::{described, timed};
use crate::command::pagination::Pages;
use crate::messages::daily::{moment, untold_buttons};
use crate::messages::ui::date_range;
use crate::messages::{Block, Card, Reply, Span, Text, TimeStyle};
use crate::store::Report;
use domain::deck;
use domain::schedule::{DeliveryState, Schedule};

/// Lists the schedules.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    page: Option<usize>,
}

/// Schedules on a page: what a telephone shows without much scrolling.
const PAGE: usize = 4;

impl List {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { page: arguments.number("page")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.page.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let schedules = services.store.read(context.server).schedules().await?;
        let pages = Pages::new(schedules.len(), PAGE, self.page.unwrap_or(1));
        let mut card = Card::titled("The dailies of this server");
        if schedules.is_empty() {
            card = card.text(
                Text::new().plain("None yet. ").code("/daily add time:9:00").plain(" makes one."),
            );
            return Ok(self.answer(card));
        }
        if schedules.iter().any(|schedule| schedule.suspended.is_some()) {
            // Whoever looks may just have changed what was wrong.
            services
                .store
                .change(context.server, async |tx| tx.look_again(context.now).await)
                .await?;
        }
        for schedule in schedules.iter().skip(pages.skip()).take(PAGE) {
            let report = services.store.read(context.server).report(schedule.id).await?;
            let heading = Text::new().plain(format!("Daily {} · {}", schedule.id, timed(schedule)));
            card = card.section(heading, described(services, schedule));
            card = card.block(Block::List(lines(context, services, schedule, &report)));
            if let Some(unsure) = report.unsure.first() {
                card = card.buttons(untold_buttons(unsure.id, Some(schedule.id)));
            }
        }
        card = card.footer(pages.footer("daily", "dailies"));
        Ok(self.answer(card.buttons(pages.buttons("daily list"))))
    }

    /// A page that was turned to takes the place of the one before.
    fn answer(&self, card: Card) -> Reply {
        if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) }
    }
}

/// Next, last, how far through the deck, and what is wrong.
fn lines(
    context: &Context,
    services: &Services,
    schedule: &Schedule,
    report: &Report,
) -> Vec<Text> {
    let mut lines = vec![next(schedule)];
    if let Some((posted, at)) = &report.posted
        && let DeliveryState::Posted(when) = posted.state
    {
        let text = Text::new().plain("Last: ").then(moment(when));
        lines.push(match at {
            Some(to) => {
                text.plain(", ").span(Span::Message { words: "see it".to_owned(), to: *to })
            }
            None => text,
        });
    }
    let deck = deck::progress(&schedule.filter.ids(&services.corpus), &report.drawn);
    lines.push(Text::from(format!("Quotes: {} of {} this time round", deck.come, deck.of)));
    let today = schedule.calendar().zone.to_datetime(context.now).date();
    lines.extend(skips(schedule, today));
    lines.extend(wrong(report));
    lines
}

fn next(schedule: &Schedule) -> Text {
    if let Some(suspended) = &schedule.suspended {
        return Text::new()
            .strong("Waits")
            .plain(" since ")
            .when(suspended.since, TimeStyle::Full)
            .plain(": I cannot post in ")
            .place(schedule.place)
            .plain(format!(". {} It goes on by itself.", suspended.why));
    }
    if let Some(paused) = schedule.paused_at {
        let text = Text::new().strong("Paused").plain(" since ").when(paused, TimeStyle::Full);
        return text.plain("; ").code("/daily resume").plain(" lets it go on");
    }
    Text::new().plain("Next: ").then(moment(schedule.next_at))
}

fn skips(schedule: &Schedule, today: Date) -> Option<Text> {
    let coming = schedule.skips.iter().filter(|skip| skip.until >= today);
    let coming: Vec<String> = coming.map(|skip| date_range(skip.from, skip.until)).collect();
    (!coming.is_empty()).then(|| Text::from(format!("Skips: {}", coming.join("; "))))
}

fn wrong(report: &Report) -> Vec<Text> {
    let mut lines = Vec::new();
    for unsure in &report.unsure {
        let DeliveryState::Unsure(why) = &unsure.state else { continue };
        let text = Text::new().strong("Cannot tell").plain(" whether the quote of ");
        lines.push(text.when(unsure.due_at, TimeStyle::Full).plain(format!(" came: {why}")));
    }
    if let Some(newest) = &report.newest {
        let due = |text: Text| text.when(newest.due_at, TimeStyle::Full);
        match &newest.state {
            DeliveryState::Due => lines.push(due(Text::new().plain("On its way: the quote of "))),
            DeliveryState::Failed(why) => {
                lines.push(due(Text::new().strong("Not posted").plain(format!(": {why}, on "))));
            }
            DeliveryState::Missed | DeliveryState::Held if report.missed > 0 => {
                let days = if report.missed == 1 {
                    "1 day".to_owned()
                } else {
                    format!("{} days", report.missed)
                };
                let text = Text::new().strong("Missed").plain(format!(" {days}, the last on "));
                lines.push(due(text).plain(": the bot or Discord was away for too long"));
            }
            _ => {}
        }
    }
    for (step, why) in &report.undone {
        let what = match step.as_str() {
            "thread" => "The thread under the last one could not be opened",
            "announce" => "Followers did not get the last one",
            _ => "Something of the last one could not be done",
        };
        lines.push(Text::new().strong(what).plain(format!(": {why}")));
    }
    lines
}
