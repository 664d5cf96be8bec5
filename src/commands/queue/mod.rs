//! `/queue`: whose turn it is to speak.

mod join;
mod leave;
mod next;
mod show;
#[cfg(test)]
mod tests;

pub(super) use join::Join;
pub(super) use leave::Leave;
pub(super) use next::Next;
pub(super) use show::Show;

use super::seminar::{WHICH, joiner, open};
use crate::command::{Body, Spec, Subcommand};

pub(super) static SPEC: Spec = Spec {
    name: "queue",
    body: Body::Subcommands(&[
        Subcommand { name: "join", options: &[WHICH] },
        Subcommand { name: "leave", options: &[WHICH] },
        Subcommand { name: "next", options: &[WHICH] },
        Subcommand { name: "show", options: &[WHICH] },
    ]),
};
