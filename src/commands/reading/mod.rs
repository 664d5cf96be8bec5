//! `/reading`: the readings of a server's own, beside the book that ships.

use crate::command::{
    Body, CommandError, Context, OptionKind, OptionSpec, Services, Spec, Subcommand, Suggested,
    permissions,
};
use crate::messages::permissions::FacilitatorTask;
use crate::messages::reading;

mod add;
mod confirm;
mod found;
mod list;
mod remove;

pub(super) use add::Add;
pub(super) use confirm::Confirm;
pub(super) use list::List;
pub(super) use remove::Remove;

pub(super) static SPEC: Spec = Spec {
    name: "reading",
    body: Body::Subcommands(&[
        Subcommand {
            name: "add",
            options: &[
                OptionSpec::optional("file", OptionKind::File(import::FILE_TYPES)),
                OptionSpec::optional("title", OptionKind::Text(reading::TITLE)),
                OptionSpec::optional("author", OptionKind::Text(reading::AUTHOR)),
                OptionSpec::optional("year", OptionKind::Integer(add::YEARS.0, add::YEARS.1)),
            ],
        },
        Subcommand { name: "list", options: &[] },
        Subcommand {
            name: "remove",
            options: &[OptionSpec::required("reading", OptionKind::Suggested(Suggested::Reading))],
        },
    ]),
};

/// Refuses anyone who does not facilitate this server.
async fn facilitators_only(context: &Context, services: &Services) -> Result<(), CommandError> {
    permissions::needs_facilitator(context, services, FacilitatorTask::ChangeReadings).await
}

#[cfg(test)]
mod tests;
