//! `/privacy`: what is kept about the caller, a copy of it, and its end.

mod erase;
mod export;
mod show;

pub(super) use erase::Erase;
pub(super) use export::Export;
pub(super) use show::Show;

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Subcommand, UserError,
};
use crate::messages::Reply;

pub(super) static SPEC: Spec = Spec {
    name: "privacy",
    body: Body::Subcommands(&[
        Subcommand { name: "show", options: &[] },
        Subcommand { name: "export", options: &[] },
        Subcommand {
            name: "erase",
            options: &[OptionSpec::optional("everywhere", OptionKind::Flag)],
        },
    ]),
};

#[cfg(test)]
mod tests;
