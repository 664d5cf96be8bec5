//! What those who pose questions are told when something of theirs cannot be posted.

use super::{Accent, Card, Text};
use domain::ChannelId;

/// A post that may not go out; it waits until somebody has done what `why` says.
#[must_use]
pub fn barred(place: ChannelId, why: &str) -> Card {
    said(place, why, "It goes on by itself once that is done, if it is done within six hours. ")
}

/// A post that has nowhere to go any more.
#[must_use]
pub fn unplaced(place: ChannelId) -> Card {
    said(place, "That place is gone.", "")
}

fn said(place: ChannelId, why: &str, then: &str) -> Card {
    let told = Text::new().plain("I cannot post in ").place(place).plain(format!(". {why}"));
    let kept =
        Text::new().soft(format!("{then}No answer is lost: ")).code("/record").soft(" shows them.");
    Card::titled("Something could not be posted").text(told).text(kept).accent(Accent::Problem)
}
