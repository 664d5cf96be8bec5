//! `/daily preview`: the coming times in local time and UTC, and what the clocks do to them.

use crate::command::{Arguments, CommandError, Context, Expected, ReplyMode, Services, UserError};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{dates, which};
use crate::messages::daily;
use crate::messages::{Reply, Text};
use domain::ScheduleNumber;
use domain::schedule::{Occurrence, Schedule};

/// Shows coming times.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    schedule: Option<ScheduleNumber>,
    count: usize,
    from: Option<Date>,
}

impl Preview {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let schedule = arguments.number("schedule")?;
        let count: usize = arguments.number("count")?.unwrap_or(10);
        if !(1..=25).contains(&count) {
            return Err(UserError::BadValue {
                option: "count".to_owned(),
                wanted: Expected::Between(1, 25),
                given: count.to_string(),
            });
        }
        Ok(Self { schedule, count, from: dates::given(arguments, "from")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let schedule = which(context, services, self.schedule).await?;
        let calendar = schedule.calendar();
        let zone = &calendar.zone;
        let from = match self.from {
            None => context.now,
            // From the very beginning of that date, and not from the end of the day before.
            Some(date) => {
                let start = date.to_zoned(zone.clone()).map(|start| start.timestamp());
                start.unwrap_or(context.now) - jiff::SignedDuration::from_millis(1)
            }
        };
        let coming = calendar.after(from);
        let coming = coming.filter(|next| self.from.is_none_or(|from| next.date >= from));
        let coming: Vec<Occurrence> = coming.take(self.count).collect();
        let times = lines(zone, from, &schedule, &coming);
        Ok(Reply::Ephemeral(daily::preview(&schedule, times)))
    }
}

fn lines(
    zone: &TimeZone,
    from: jiff::Timestamp,
    schedule: &Schedule,
    coming: &[Occurrence],
) -> Vec<Text> {
    let mut before = zone.to_offset(from);
    let line = |next: &Occurrence| {
        let text = daily::occurrence(zone, next, schedule.time.on_the_clock(), before);
        before = zone.to_offset(next.at);
        text
    };
    coming.iter().map(line).collect()
}
