//! `/daily add`: makes a schedule.

use super::{check, described, timed, times};
use crate::command::{
    Arguments, Caller, ChannelKind, Manner, Problem, Trouble, World, lookup, permissions, time_zone,
};
use crate::messages::{Card, Reply, Text, Tone};
use crate::store::NewSchedule;
use domain::schedule::{Days, Filter, Schedule, Time};
use domain::{ChannelId, RoleId};

/// Makes a schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    time: Time,
    timezone: Option<String>,
    days: Days,
    theme: Option<String>,
    work: Option<String>,
    author: Option<String>,
    channel: Option<ChannelId>,
    role: Option<RoleId>,
    thread: bool,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let given = arguments.needed("time")?;
        let time = given.parse().map_err(|_| Trouble::BadValue {
            option: "time".to_owned(),
            wanted: "a time such as `9:00`, `9am` or `21h30`".to_owned(),
            given,
        })?;
        let days = match arguments.text("days") {
            None => Days::ALL,
            Some(given) => given.parse().map_err(|_| Trouble::BadValue {
                option: "days".to_owned(),
                wanted: "`daily`, `weekdays`, `weekends` or days such as `mon,wed,fri`".to_owned(),
                given,
            })?,
        };
        Ok(Self {
            time,
            timezone: arguments.text("timezone"),
            days,
            theme: arguments.text("theme"),
            work: arguments.text("work"),
            author: arguments.text("author"),
            channel: arguments.place("channel")?,
            role: arguments.role("role")?,
            thread: arguments.flag("thread")?,
        })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        // Discord is asked about the channel and the role.
        Manner { slow: true, ..Manner::ONE }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        permissions::needs_facilitator(caller, world, "add a daily").await?;
        let filter = self.filter(world)?;
        let timezone = match &self.timezone {
            Some(given) => time_zone::named(given)?,
            None => {
                let held = world.store.settings(caller.server).await?.timezone;
                time_zone::named(held.as_deref().unwrap_or("UTC"))?
            }
        };
        let place = self.channel.unwrap_or(caller.channel.id);
        let kind = check::place(caller, world, place, self.thread).await?;
        if let Some(role) = self.role {
            check::role(caller, world, place, role).await?;
        }
        let untagged = match kind {
            ChannelKind::Forum => check::tags(caller, world, place, &filter).await?,
            _ => Vec::new(),
        };
        let mut made = Schedule {
            // Its number is known once it is stored.
            id: domain::ScheduleId(0),
            server: caller.server,
            place,
            kind,
            maker: caller.member.id,
            time: self.time,
            days: self.days,
            skips: Vec::new(),
            timezone,
            filter,
            role: self.role,
            // A post of a forum is a thread.
            thread: self.thread && kind != ChannelKind::Forum,
            next_at: caller.now,
            paused_at: None,
            suspended: None,
        };
        let next: Vec<_> = made.calendar().after(caller.now).take(3).collect();
        made.next_at = next.first().ok_or_else(|| Trouble::refused("That time never comes."))?.at;
        made.id = world.store.add_schedule(new(&made, caller)).await?;
        let mut card = Card::titled(format!("Daily {} is set", made.id))
            .text(Text::new().strong(timed(&made)).plain(", ").then(described(world, &made)))
            .text("The next three:")
            .block(times(&next))
            .tone(Tone::Done);
        if !untagged.is_empty() {
            card = card.text(Text::new().soft(format!(
                "The forum has no tag for: {}. Quotes about these come without one.",
                untagged.join(", ")
            )));
        }
        Ok(Reply::Ephemeral(card))
    }

    fn filter(&self, world: &World) -> Result<Filter, Trouble> {
        let filter = Filter {
            theme: lookup::theme(world, self.theme.as_deref())?.map(|theme| theme.id.clone()),
            author: lookup::author(world, self.author.as_deref())?.map(str::to_owned),
            work: lookup::work(world, self.work.as_deref())?.map(|work| work.id.clone()),
        };
        if filter.ids(&world.corpus).is_empty() {
            return Err(Trouble::refused(
                "No quote in the book matches all of that. Leave one option out.",
            ));
        }
        Ok(filter)
    }
}

fn new(made: &Schedule, caller: &Caller) -> NewSchedule {
    NewSchedule {
        server: made.server,
        place: made.place,
        kind: made.kind,
        request: caller.request,
        maker: made.maker,
        time: made.time,
        days: made.days,
        timezone: made.timezone.clone(),
        filter: made.filter.clone(),
        role: made.role,
        thread: made.thread,
        next_at: made.next_at,
        now: caller.now,
    }
}
