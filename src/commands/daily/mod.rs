//! `/daily`: standing orders to post a quote every day.

mod add;
mod list;
mod now;
mod remove;
#[cfg(test)]
mod tests;

pub(super) use add::Add;
pub(super) use list::List;
pub(super) use now::Now;
pub(super) use remove::Remove;

use super::spec::{Body, OptionKind, OptionSpec, Spec, Subcommand, Suggested};
use super::{Caller, PlaceKind, Problem, Trouble, World, rights};
use crate::domain::schedule::{Filter, Schedule};
use crate::domain::{PlaceId, ScheduleId};
use crate::reply::Text;

pub(super) static SPEC: Spec = Spec {
    name: "daily",
    about: "A quote every day: add, list, post one now, remove",
    body: Body::Subcommands(&[
        Subcommand {
            name: "add",
            about: "Posts a quote every day from now on",
            options: &[
                OptionSpec::required(
                    "time",
                    "When, such as 9:00, 9am or 21h30",
                    OptionKind::Text(20),
                ),
                OptionSpec::optional(
                    "timezone",
                    "In which time zone; this server's if left out",
                    OptionKind::Suggested(Suggested::TimeZone),
                ),
                OptionSpec::optional("channel", "Where; here if left out", OptionKind::Place),
                OptionSpec::optional(
                    "theme",
                    "Only about this theme",
                    OptionKind::Suggested(Suggested::Theme),
                ),
                OptionSpec::optional(
                    "author",
                    "Only in this author's words",
                    OptionKind::Suggested(Suggested::Author),
                ),
                OptionSpec::optional(
                    "work",
                    "Only from this work",
                    OptionKind::Suggested(Suggested::Work),
                ),
            ],
        },
        Subcommand {
            name: "list",
            about: "Every daily of this server, and how it is doing",
            options: &[],
        },
        Subcommand {
            name: "now",
            about: "Posts one right now, besides the daily ones",
            options: &[WHICH],
        },
        Subcommand { name: "remove", about: "Ends a daily", options: &[WHICH] },
    ]),
};

const WHICH: OptionSpec = OptionSpec::optional(
    "schedule",
    "Which daily; not needed if there is only one",
    OptionKind::Suggested(Suggested::Schedule),
);

/// The schedule that is meant: the one of that number, or the only one.
async fn which(
    caller: &Caller,
    world: &World,
    given: Option<ScheduleId>,
) -> Result<Schedule, Problem> {
    rights::needs_facilitator(caller, world, "change the dailies").await?;
    let mut schedules = world.store.schedules(caller.server).await?;
    match given {
        Some(id) => {
            let found = schedules.into_iter().find(|schedule| schedule.id == id);
            Ok(found.ok_or_else(|| gone(id))?)
        }
        None if schedules.len() > 1 => Err(Trouble::refused(
            "There are several dailies here: say which with `schedule:`. `/daily list` shows them.",
        )
        .into()),
        None => Ok(schedules.pop().ok_or_else(|| {
            Trouble::refused("There is no daily here yet. `/daily add time:9:00` makes one.")
        })?),
    }
}

fn gone(id: ScheduleId) -> Trouble {
    Trouble::refused(format!("There is no daily {id} here. `/daily list` shows them."))
}

/// Refuses a place where a post could not go out.
pub(super) async fn can_post(
    caller: &Caller,
    world: &World,
    place: PlaceId,
) -> Result<(), Problem> {
    let standing = world.port.place(caller.server, place).await.ok_or_else(|| {
        Trouble::refused(
            "I cannot see that channel. Give me View Channel and Send Messages there, or choose \
             another.",
        )
    })?;
    if matches!(standing.kind, PlaceKind::Forum | PlaceKind::Other) {
        let wrong = "Choose a channel or a thread: there are no messages in that one.";
        return Err(Trouble::refused(wrong).into());
    }
    if !standing.missing.is_empty() {
        let names: Vec<String> = standing.missing.iter().map(ToString::to_string).collect();
        return Err(Trouble::refused(format!(
            "I lack {} in that channel. Give me that in the channel's settings, then try again.",
            names.join(", ")
        ))
        .into());
    }
    Ok(())
}

/// "09:00 Europe/Paris in #quotes, about Power".
fn described(world: &World, schedule: &Schedule) -> Text {
    let text = Text::new()
        .strong(format!("{} {}", schedule.time, schedule.timezone))
        .plain(" in ")
        .place(schedule.place);
    match limits(world, &schedule.filter) {
        limits if limits.is_empty() => text,
        limits => text.plain(format!(" ({})", limits.join(", "))),
    }
}

fn limits(world: &World, filter: &Filter) -> Vec<String> {
    let theme = filter.theme.as_deref().and_then(|id| world.corpus.theme(id));
    let work = filter.work.as_deref().and_then(|id| world.corpus.work(id));
    [
        theme.map(|theme| format!("about {}", theme.name)),
        filter.author.as_ref().map(|author| format!("by {author}")),
        work.map(|work| format!("from {}", work.title)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
