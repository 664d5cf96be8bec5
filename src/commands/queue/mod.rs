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

use super::seminar::{WHICH, joiner, open, over};
use crate::command::{Body, Spec, Subcommand};
use crate::messages::{Accent, Card, Text};
use domain::Seminar;

pub(super) static SPEC: Spec = Spec {
    name: "queue",
    body: Body::Subcommands(&[
        Subcommand { name: "join", options: &[WHICH] },
        Subcommand { name: "leave", options: &[WHICH] },
        Subcommand { name: "next", options: &[WHICH] },
        Subcommand { name: "show", options: &[WHICH] },
    ]),
};

/// Whose turn it is after a change.
fn follows(now: &Seminar) -> Text {
    match &now.queue.speaking {
        Some(speaker) => Text::from("Now ").member(speaker.member, &speaker.name).plain(" speaks."),
        None => Text::from("Nobody else waits."),
    }
}

fn done(seminar: &Seminar, text: Text) -> Card {
    Card::saying(text).accent(Accent::Done).footer(format!("Seminar {}", seminar.id))
}
