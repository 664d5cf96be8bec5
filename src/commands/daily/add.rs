//! `/daily add`: makes a schedule.

use super::check;
use crate::command::{
    Arguments, ChannelKind, CommandError, Context, Expected, ReplyMode, Services, UserError,
    lookup, permissions, time_zone,
};
use crate::messages::Reply;
use crate::messages::daily::{self, DailyError};
use crate::messages::permissions::FacilitatorTask;
use crate::store::NewSchedule;
use domain::schedule::{Days, Filter, Kind, Schedule, Time};
use domain::{ChannelId, RoleId};

/// Makes a schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    time: Time,
    timezone: Option<String>,
    days: Days,
    kind: Kind,
    theme: Option<String>,
    work: Option<String>,
    author: Option<String>,
    channel: Option<ChannelId>,
    role: Option<RoleId>,
    thread: bool,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let given = arguments.needed("time")?;
        let time = given.parse().map_err(|_| UserError::BadValue {
            option: "time".to_owned(),
            wanted: Expected::Time,
            given,
        })?;
        let days = match arguments.text("days") {
            None => Days::ALL,
            Some(given) => given.parse().map_err(|_| UserError::BadValue {
                option: "days".to_owned(),
                wanted: Expected::Days,
                given,
            })?,
        };
        let kind = match arguments.text("kind") {
            None => Kind::Quote,
            Some(given) => Kind::named(&given).ok_or_else(|| UserError::BadValue {
                option: "kind".to_owned(),
                wanted: Expected::DailyKind,
                given,
            })?,
        };
        Ok(Self {
            time,
            timezone: arguments.text("timezone"),
            days,
            kind,
            theme: arguments.text("theme"),
            work: arguments.text("work"),
            author: arguments.text("author"),
            channel: arguments.place("channel")?,
            role: arguments.role("role")?,
            thread: arguments.flag("thread")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        // Discord is asked about the channel and the role.
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        permissions::needs_facilitator(context, services, FacilitatorTask::AddDaily).await?;
        let filter = self.filter(services)?;
        let timezone = match &self.timezone {
            Some(given) => time_zone::named(given, context.now)?,
            None => {
                let held = services.store.read(context.server).settings().await?.timezone;
                time_zone::named(held.as_deref().unwrap_or("UTC"), context.now)?
            }
        };
        let place = self.channel.unwrap_or(context.channel.id);
        let kind = check::place(context, services, place, self.thread).await?;
        if let Some(role) = self.role {
            check::role(context, services, place, role).await?;
        }
        let untagged = match kind {
            ChannelKind::Forum => check::tags(context, services, place, &filter).await?,
            _ => Vec::new(),
        };
        let mut made = Schedule {
            // Its number is known once it is stored.
            id: domain::ScheduleId(0),
            number: domain::ScheduleNumber(0),
            server: context.server,
            place,
            kind,
            maker: context.member.id,
            time: self.time,
            days: self.days,
            skips: Vec::new(),
            timezone,
            filter,
            role: self.role,
            // A post of a forum is a thread.
            thread: self.thread && kind != ChannelKind::Forum,
            next_at: context.now,
            paused_at: None,
            suspended: None,
        };
        let next: Vec<_> = made.calendar().after(context.now).take(3).collect();
        made.next_at = next.first().ok_or(UserError::from(DailyError::Never))?.at;
        let new = new(&made, context);
        (made.id, made.number) =
            services.store.change(context.server, async |tx| tx.add_schedule(&new).await).await?;
        let card = daily::added(&services.corpus, &made, &next, &untagged);
        Ok(Reply::Ephemeral(card))
    }

    fn filter(&self, services: &Services) -> Result<Filter, UserError> {
        let filter = Filter {
            kind: self.kind,
            theme: lookup::theme(services, self.theme.as_deref())?.map(|theme| theme.id.clone()),
            author: lookup::author(services, self.author.as_deref())?.map(str::to_owned),
            work: lookup::work(services, self.work.as_deref())?.map(|work| work.id.clone()),
        };
        if filter.matches(&services.corpus).is_empty() {
            return Err(match self.kind {
                Kind::Quote => DailyError::NoMatch.into(),
                Kind::Pair => DailyError::NoPair.into(),
            });
        }
        Ok(filter)
    }
}

fn new(made: &Schedule, context: &Context) -> NewSchedule {
    NewSchedule {
        place: made.place,
        kind: made.kind,
        request: context.request,
        maker: made.maker,
        time: made.time,
        days: made.days,
        timezone: made.timezone.clone(),
        filter: made.filter.clone(),
        role: made.role,
        thread: made.thread,
        next_at: made.next_at,
        now: context.now,
    }
}
