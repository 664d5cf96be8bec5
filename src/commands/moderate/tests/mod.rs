//! Moderation as those see it who have a part in it.

mod appeals;
mod muting;
mod rights;
mod taking;

use crate::commands::fixture::{FACILITATORS, Group};

/// The command that asks what is taken down in the round here.
const HERE: &str = "moderate take-down";

/// A live question of ana's, and what two members have answered.
async fn asked() -> Group {
    let mut group = Group::new().await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"Dan is a fool.\"").await;
    group.cleo("answer text:\"Nobody does.\"").await;
    group.posts().await;
    group
}

/// A seminar that fay facilitates, whose one round is revealed: ben has answered by name, cleo
/// without.
async fn revealed() -> Group {
    let mut group = Group::new().await;
    group.fay("seminar open title:\"On power\" themes:power").await;
    group.fay("seminar start").await;
    for who in ["ana", "ben"] {
        group.says(who, "seminar join").await;
    }
    group.fay("seminar next").await;
    group.ben("answer text:\"I do not know.\"").await;
    group.cleo("answer text:\"Ben is a fool.\" anonymous:true").await;
    group.fay("seminar reveal").await;
    group.posts().await;
    group
}
