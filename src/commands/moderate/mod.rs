//! `/moderate`: takes down what somebody wrote, keeps a log of that for everybody, and takes appeals.

mod appeal;
mod effects;
mod log;
mod review;
mod take_down;
#[cfg(test)]
mod tests;
mod told;

pub(super) use appeal::AskAgain;
pub(super) use effects::on_appeal;
pub(super) use log::Log;
pub(super) use review::Review;
pub(super) use take_down::TakeDown;
pub(super) use told::{notice, refuse_muted, taken, with_notices};

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, Services, Spec, Subcommand,
    Suggested, UserError, lookup,
};
use crate::messages::moderation::ModerationError;
use domain::TakeDownNumber;
use domain::moderation::LogEntry;

pub(super) static SPEC: Spec = Spec {
    name: "moderate",
    body: Body::Subcommands(&[
        Subcommand { name: "take-down", options: TAKE_DOWN },
        Subcommand { name: "log", options: &[] },
        Subcommand { name: "appeal", options: &[ENTRY] },
        Subcommand { name: "review", options: &[ENTRY] },
    ]),
};

const TAKE_DOWN: &[OptionSpec] = &[
    OptionSpec::optional("round", OptionKind::Suggested(Suggested::Round)),
    OptionSpec::optional("reason", OptionKind::OneOf(REASONS)),
    OptionSpec::optional("mute", OptionKind::Flag),
];

/// The names of [`domain::moderation::Reason::ALL`].
const REASONS: &[&str] = &["attack", "private", "advertising", "unrelated", "rules"];

const ENTRY: OptionSpec = OptionSpec::required("entry", OptionKind::Suggested(Suggested::TakeDown));

fn number_in(arguments: &mut Arguments) -> Result<TakeDownNumber, UserError> {
    let number = arguments.number("entry")?;
    number.ok_or_else(|| UserError::Missing { option: "entry".to_owned() })
}

/// An entry of the log that the caller can see.
async fn entry(
    context: &Context,
    services: &Services,
    number: TakeDownNumber,
) -> Result<LogEntry, CommandError> {
    let found = lookup::take_down(context, services, number).await?;
    Ok(found.ok_or(ModerationError::NoEntry(number))?)
}
