//! `/daily list`: every schedule of the server, and how it is doing.

use super::super::page::Pages;
use super::super::{Arguments, Manner};
use super::{Caller, Problem, Trouble, World, described};
use crate::domain::schedule::{Delivery, DeliveryState, Schedule};
use crate::reply::{Answer, Block, Card, Clock, Span, Subject, Text};

/// Schedules on one page.
const PAGE: usize = 8;

/// Lists the schedules.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    page: Option<usize>,
}

impl List {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { page: arguments.number("page")? })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.page.is_some() { Manner::FACE } else { Manner::ONE }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Answer, Problem> {
        let schedules = world.store.schedules(caller.server).await?;
        let mut card = Card::titled("The dailies of this server");
        if schedules.is_empty() {
            card = card.text(
                Text::new().plain("None yet. ").code("/daily add time:9:00").plain(" makes one."),
            );
        }
        let pages = Pages::new(schedules.len(), PAGE, self.page.unwrap_or(1));
        for schedule in schedules.iter().skip(pages.skip()).take(PAGE) {
            let heading = Text::new().plain(format!("Daily {}", schedule.id));
            card = card.section(heading, described(world, schedule));
            card = card.block(Block::List(state(caller, world, schedule).await?));
        }
        let card = card.buttons(pages.buttons("daily list"));
        let card =
            if schedules.is_empty() { card } else { card.footer(pages.footer("daily", "dailies")) };
        Ok(if self.page.is_some() { Answer::Face(card) } else { Answer::Whisper(card) })
    }
}

async fn state(caller: &Caller, world: &World, schedule: &Schedule) -> Result<Vec<Text>, Problem> {
    let next = Text::new()
        .plain("Next: ")
        .when(schedule.next_at, Clock::Full)
        .plain(", ")
        .when(schedule.next_at, Clock::Relative);
    let mut lines = vec![next];
    if let Some(last) = &schedule.last {
        lines.push(told(caller, world, last).await?);
    }
    Ok(lines)
}

async fn told(caller: &Caller, world: &World, last: &Delivery) -> Result<Text, Problem> {
    Ok(match &last.state {
        DeliveryState::Due => Text::from("Last: on its way."),
        DeliveryState::Posted(at) => {
            let text = Text::new().plain("Last: ").when(*at, Clock::Full);
            match world.store.message(caller.server, Subject::Delivery(last.id)).await? {
                Some(to) => text.plain(", ").span(Span::Message { words: "see it".to_owned(), to }),
                None => text,
            }
        }
        DeliveryState::Missed => Text::new()
            .plain("Missed: the bot was not running at ")
            .when(last.due_at, Clock::Full)
            .plain("."),
        DeliveryState::Failed(why) => Text::new()
            .strong("Not posted: ")
            .plain(why)
            .plain(" Due ")
            .when(last.due_at, Clock::Full),
    })
}
