//! `/reading`: the readings of a server's own, beside the book that ships.

use crate::command::{
    Body, CommandError, Context, OptionKind, OptionSpec, Services, Spec, Subcommand, Suggested,
    UserError, permissions,
};
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
    about: "Readings of this server's own: add a text, list them, remove one",
    body: Body::Subcommands(&[
        Subcommand {
            name: "add",
            about: "Reads a text and shows what was found in it, before it is added",
            options: &[
                OptionSpec::required(
                    "file",
                    "The text: .txt, .md, .html, .epub, or a .pdf with text in it",
                    OptionKind::File,
                ),
                OptionSpec::optional(
                    "title",
                    "Its title, if the file does not say",
                    OptionKind::Text(200),
                ),
                OptionSpec::optional("author", "Who wrote it", OptionKind::Text(100)),
            ],
        },
        Subcommand { name: "list", about: "The readings of this server's own", options: &[] },
        Subcommand {
            name: "remove",
            about: "Takes a reading out of this server's book",
            options: &[OptionSpec::required(
                "reading",
                "Which one",
                OptionKind::Suggested(Suggested::Reading),
            )],
        },
    ]),
};

/// Refuses anyone who does not facilitate this server.
async fn facilitators_only(context: &Context, services: &Services) -> Result<(), CommandError> {
    permissions::needs_facilitator(context, services, "change this server's readings").await
}

fn gone() -> UserError {
    UserError::refused(
        "There is no such reading here any more. `/reading list` shows what there is.",
    )
}

#[cfg(test)]
mod tests;
