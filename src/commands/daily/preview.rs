//! `/daily preview`: the coming times in local time and UTC, and what the clocks do to them.

use crate::command::{Arguments, CommandError, Context, Expected, ReplyMode, Services, UserError};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::{dates, timed, which};
use crate::messages::{Block, Card, Reply, Text};
use domain::ScheduleId;
use domain::schedule::{Clocks, Occurrence, Schedule};

/// Shows coming times.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    schedule: Option<ScheduleId>,
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
        let mut card = Card::titled(format!("Daily {} · {}", schedule.id, timed(&schedule)))
            .block(Block::List(lines(zone, from, &schedule, &coming)));
        if schedule.paused_at.is_some() {
            card = card.text("It is paused: `/daily resume` lets it go on.");
        } else if let Some(suspended) = &schedule.suspended {
            card = card.text(format!("It waits: {}", suspended.why));
        }
        Ok(Reply::Ephemeral(card))
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
        let offset = zone.to_offset(next.at);
        let text = line(zone, schedule, next, before, offset);
        before = offset;
        text
    };
    coming.iter().map(line).collect()
}

/// "Sun 28 Mar 2027, 09:00 · 07:00 UTC · clocks change: UTC+1 to UTC+2".
fn line(
    zone: &TimeZone,
    schedule: &Schedule,
    next: &Occurrence,
    before: Offset,
    offset: Offset,
) -> Text {
    let utc = next.at.to_zoned(TimeZone::UTC);
    let on = if utc.date() == next.date { "" } else { " on %a %-d %b" };
    let utc = utc.strftime(&format!("%H:%M UTC{on}")).to_string();
    let text = Text::new()
        .strong(format!("{}, {}", dates::written(next.date), schedule.time))
        .plain(format!(" · {utc}"));
    match next.clocks {
        Clocks::Skipped => {
            let local = zone.to_datetime(next.at);
            let on = if local.date() == next.date { "" } else { "%a " };
            let local = local.strftime(&format!("{on}%H:%M")).to_string();
            text.plain(format!(" · the clocks skip that time: it comes at {local}"))
        }
        Clocks::Twice => text.plain(" · that time comes twice: it is the first"),
        Clocks::Still if offset != before => text.plain(format!(
            " · the clocks have changed: {} to {}",
            utc_offset(before),
            utc_offset(offset)
        )),
        Clocks::Still => text,
    }
}

/// "UTC+5:30".
fn utc_offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let (sign, minutes) = if minutes < 0 { ('-', -minutes) } else { ('+', minutes) };
    match minutes % 60 {
        0 => format!("UTC{sign}{}", minutes / 60),
        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
    }
}
