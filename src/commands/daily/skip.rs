//! `/daily skip`: leaves dates out, for holidays.

use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use jiff::civil::Date;

use super::pause::before;
use super::{dates, times, which};
use crate::messages::ui::{date, date_range};
use crate::messages::{Accent, Card, Reply, Text};
use crate::store::ServerTx;
use domain::ScheduleId;
use domain::schedule::{self, Schedule};

/// Leaves out the next date, one date, or a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Skip {
    schedule: Option<ScheduleId>,
    from: Option<Date>,
    until: Option<Date>,
}

/// The longest range, in days: what rests longer is better paused.
const LONGEST: i32 = 366;
/// The most ranges a schedule keeps.
const MOST: usize = 50;

impl Skip {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            schedule: arguments.number("schedule")?,
            from: dates::given(arguments, "from")?,
            until: dates::given(arguments, "until")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let mut schedule = which(context, services, self.schedule).await?;
        let calendar = schedule.calendar();
        let today = calendar.zone.to_datetime(context.now).date();
        let from = before(&schedule, context);
        let skip = self.range(today, calendar.after(from).next().map(|next| next.date))?;
        schedule.skips.retain(|skip| skip.until >= today);
        if schedule.skips.len() >= MOST {
            return Err(UserError::refused(
                "That daily skips 50 dates already. `/daily resume` takes them back; then skip a \
                 range.",
            )
            .into());
        }
        schedule.skips.push(skip);
        let next: Vec<_> = schedule.calendar().after(from).take(3).collect();
        let first = next.first().ok_or_else(|| UserError::refused("That time never comes."))?.at;
        let skips = schedule.skips.clone();
        let change =
            async |tx: &mut ServerTx| tx.set_schedule(schedule.id, &skips, first, false).await;
        services.store.change(context.server, change).await?;
        Ok(Reply::Ephemeral(card(&schedule, skip, &next)))
    }

    fn range(&self, today: Date, next: Option<Date>) -> Result<schedule::Skip, UserError> {
        let from = self.from.or(next).unwrap_or(today);
        let until = self.until.unwrap_or(from);
        if until < from {
            return Err(UserError::refused(format!(
                "{} is before {}: turn `from:` and `until:` round.",
                date(until),
                date(from)
            )));
        }
        if until < today {
            let past = format!("{} is over already.", date_range(from, until));
            return Err(UserError::refused(past));
        }
        if from.until(until).map_or(i32::MAX, |span| span.get_days()) >= LONGEST {
            return Err(UserError::refused(
                "That is more than a year. `/daily pause` lets a daily rest for as long as you like.",
            ));
        }
        Ok(schedule::Skip { from, until })
    }
}

fn card(schedule: &Schedule, skip: schedule::Skip, next: &[schedule::Occurrence]) -> Card {
    Card::titled(format!("Daily {} skips {}", schedule.id, date_range(skip.from, skip.until)))
        .text("The next three:")
        .block(times(next))
        .text(Text::new().code("/daily resume").soft(" takes back all the dates it skips."))
        .accent(Accent::Done)
}
