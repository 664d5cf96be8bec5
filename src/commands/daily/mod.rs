//! `/daily`: standing orders to post a quote every day.

mod add;
mod check;
mod dates;
mod list;
mod now;
mod pause;
mod preview;
mod remove;
mod skip;
mod spec;
#[cfg(test)]
mod tests;
mod untold;

pub(super) use add::Add;
pub(super) use check::can_post;
pub(super) use list::List;
pub(super) use now::Now;
pub(super) use pause::{Pause, Resume};
pub(super) use preview::Preview;
pub(super) use remove::Remove;
pub(super) use skip::Skip;
pub(super) use spec::SPEC;
pub(super) use untold::{Repost, Stands};

use crate::command::{CommandError, Context, Services, UserError, permissions};
use crate::messages::daily::moment;
use crate::messages::ui::days;
use crate::messages::{Block, Span, Text};
use domain::ScheduleId;
use domain::schedule::{Filter, Occurrence, Schedule};

/// The schedule that is meant: the one of that number, or the only one.
async fn which(
    context: &Context,
    services: &Services,
    given: Option<ScheduleId>,
) -> Result<Schedule, CommandError> {
    permissions::needs_facilitator(context, services, "change the dailies").await?;
    let mut schedules = services.store.read(context.server).schedules().await?;
    match given {
        Some(id) => {
            let found = schedules.into_iter().find(|schedule| schedule.id == id);
            Ok(found.ok_or_else(|| gone(id))?)
        }
        None if schedules.len() > 1 => Err(UserError::refused(
            "There are several dailies here: say which with `schedule:`. `/daily list` shows them.",
        )
        .into()),
        None => Ok(schedules.pop().ok_or_else(|| {
            UserError::refused("There is no daily here yet. `/daily add time:9:00` makes one.")
        })?),
    }
}

fn gone(id: ScheduleId) -> UserError {
    UserError::refused(format!("There is no daily {id} here. `/daily list` shows them."))
}

/// "weekdays in #quotes, about Power, with a thread, pings @readers".
fn described(services: &Services, schedule: &Schedule) -> Text {
    let mut text = Text::new().plain(format!("{} in ", days(schedule.days))).place(schedule.place);
    for limit in limits(services, &schedule.filter) {
        text = text.plain(format!(", {limit}"));
    }
    if schedule.thread {
        text = text.plain(", with a thread");
    }
    match schedule.role {
        Some(role) => text.plain(", pings ").span(Span::Role(role)),
        None => text,
    }
}

/// "09:00 Europe/Paris".
fn timed(schedule: &Schedule) -> String {
    format!("{} {}", schedule.time, schedule.timezone)
}

fn limits(services: &Services, filter: &Filter) -> Vec<String> {
    let theme = filter.theme.as_deref().and_then(|id| services.corpus.theme(id));
    let work = filter.work.as_deref().and_then(|id| services.corpus.work(id));
    [
        theme.map(|theme| format!("about {}", theme.name)),
        filter.author.as_ref().map(|author| format!("by {author}")),
        work.map(|work| format!("from {}", work.title)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The coming times, one under the other.
fn times<'o>(coming: impl IntoIterator<Item = &'o Occurrence>) -> Block {
    Block::List(coming.into_iter().map(|next| moment(next.at)).collect())
}
