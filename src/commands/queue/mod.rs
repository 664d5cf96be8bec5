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
    about: "Whose turn it is to speak: those who have spoken least come first",
    body: Body::Subcommands(&[
        Subcommand { name: "join", about: "Asks for the turn to speak", options: &[WHICH] },
        Subcommand {
            name: "leave",
            about: "Takes you out of the queue, or ends your turn",
            options: &[WHICH],
        },
        Subcommand {
            name: "next",
            about: "Ends the turn of the one who speaks; they or the facilitator can",
            options: &[WHICH],
        },
        Subcommand {
            name: "show",
            about: "Shows who speaks and who comes next",
            options: &[WHICH],
        },
    ]),
};
