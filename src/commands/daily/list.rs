//! `/daily list`: every schedule of the server, and how it is doing.

use crate::command::pagination::Pages;
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup, permissions,
};
use crate::messages::daily::{self, Status};
use crate::messages::{Card, Reply};
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
        let schedules = lookup::schedules(context, services).await?;
        let pages = Pages::new(schedules.len(), PAGE, self.page.unwrap_or(1));
        if schedules.is_empty() {
            return Ok(self.answer(daily::empty_list()));
        }
        if schedules.iter().any(|schedule| schedule.suspended.is_some()) {
            // Whoever looks may just have changed what was wrong.
            services
                .store
                .note(context.server, async |tx| tx.look_again(context.now).await)
                .await?;
        }
        let mut shown = Vec::new();
        for schedule in schedules.iter().skip(pages.skip()).take(PAGE) {
            shown.push((schedule, services.store.read(context.server).report(schedule.id).await?));
        }
        let statuses =
            shown.iter().map(|(schedule, report)| status(context, services, schedule, report));
        let changes = permissions::facilitates(context, services).await?;
        let card = daily::list(&services.corpus, statuses, changes)
            .footer(pages.footer(daily::count))
            .buttons(pages.buttons("daily list"));
        Ok(self.answer(card))
    }

    /// A page that was turned to takes the place of the one before.
    fn answer(&self, card: Card) -> Reply {
        if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) }
    }
}

fn status<'a>(
    context: &Context,
    services: &Services,
    schedule: &'a Schedule,
    report: &'a Report,
) -> Status<'a> {
    let posted = report.posted.as_ref().and_then(|(delivery, at)| match delivery.state {
        DeliveryState::Posted(when) => Some((when, *at)),
        _ => None,
    });
    // When a facilitator only said that it is there, nobody knows when it came.
    let there = report.posted.as_ref().filter(|(_, at)| at.is_some());
    let lateness = there.and_then(|(delivery, _)| delivery.lateness());
    Status {
        schedule,
        posted,
        lateness,
        progress: deck::progress(&schedule.filter.matches(&services.corpus), &report.drawn),
        unconfirmed: &report.unsure,
        newest: report.newest.as_ref(),
        missed: report.missed,
        undone: &report.undone,
        today: schedule.calendar().zone.to_datetime(context.now).date(),
    }
}
