//! `/daily add`: makes a schedule.

use super::super::{Arguments, Manner, named, zone};
use super::{Caller, Problem, Trouble, World, can_post, described, rights};
use crate::domain::PlaceId;
use crate::domain::schedule::{self, Filter, Schedule, Time};
use crate::reply::{Answer, Block, Card, Clock, Text, Tone};
use crate::store::NewSchedule;

/// Makes a schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    time: Time,
    timezone: Option<String>,
    channel: Option<PlaceId>,
    theme: Option<String>,
    author: Option<String>,
    work: Option<String>,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let given = arguments.needed("time")?;
        let time = given.parse().map_err(|_| Trouble::BadValue {
            option: "time".to_owned(),
            wanted: "a time such as `9:00`, `9am` or `21h30`".to_owned(),
            given,
        })?;
        Ok(Self {
            time,
            timezone: arguments.text("timezone"),
            channel: arguments.place("channel")?,
            theme: arguments.text("theme"),
            author: arguments.text("author"),
            work: arguments.text("work"),
        })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Answer, Problem> {
        rights::needs_facilitator(caller, world, "add a daily").await?;
        let filter = self.filter(world)?;
        let (timezone, zone) = match self.timezone {
            Some(given) => zone::find(&given)?,
            None => {
                let held = world.store.settings(caller.server).await?.timezone;
                zone::find(held.as_deref().unwrap_or("UTC"))?
            }
        };
        let place = self.channel.unwrap_or(caller.place.id);
        can_post(caller, world, place).await?;
        let next: Vec<_> = schedule::after(caller.now, self.time, &zone).take(3).collect();
        let first = next.first().ok_or_else(|| Trouble::refused("That time never comes."))?;
        let new = NewSchedule {
            server: caller.server,
            place,
            request: caller.request,
            maker: caller.member.id,
            time: self.time,
            timezone: timezone.clone(),
            filter: filter.clone(),
            next_at: first.at,
            now: caller.now,
        };
        let id = world.store.add_schedule(new).await?;
        let made = Schedule {
            id,
            server: caller.server,
            place,
            maker: caller.member.id,
            time: self.time,
            timezone,
            filter,
            next_at: first.at,
            last: None,
        };
        let dates = next.iter().map(|next| {
            let text = Text::new().when(next.at, Clock::Full);
            text.soft(" (").span(crate::reply::Span::When(next.at, Clock::Relative)).soft(")")
        });
        let card = Card::titled(format!("Daily {id} is set"))
            .text(described(world, &made))
            .text("The next three:")
            .block(Block::List(dates.collect()))
            .tone(Tone::Done);
        Ok(Answer::Whisper(card))
    }

    fn filter(&self, world: &World) -> Result<Filter, Trouble> {
        let filter = Filter {
            theme: named::theme(world, self.theme.as_deref())?.map(|theme| theme.id.clone()),
            author: named::author(world, self.author.as_deref())?.map(str::to_owned),
            work: named::work(world, self.work.as_deref())?.map(|work| work.id.clone()),
        };
        if filter.ids(&world.corpus).is_empty() {
            return Err(Trouble::refused(
                "No quote in the book matches all of that. Leave one option out.",
            ));
        }
        Ok(filter)
    }
}
