//! `/daily list`: every schedule of the server, and how it is doing.

use super::super::{Arguments, Manner};
use super::{Caller, Problem, Trouble, World, described};
use crate::domain::schedule::{Delivery, DeliveryState, Schedule};
use crate::reply::{Answer, Block, Card, Clock, Span, Subject, Text};

/// Lists the schedules.
#[derive(Clone, Debug, PartialEq)]
pub struct List;

impl List {
    pub(in super::super) fn parse(_: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self)
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
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
        for schedule in &schedules {
            let heading = Text::new().plain(format!("Daily {}", schedule.id));
            card = card.section(heading, described(world, schedule));
            card = card.block(Block::List(state(caller, world, schedule).await?));
        }
        Ok(Answer::Whisper(card))
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
