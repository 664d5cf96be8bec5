//! From an invocation to a command, and from a command to its reply.

use super::{Command, NAMES, find, is_pressable};
use crate::command::{Body, CommandError, Context, Invocation, Services, Spec, UserError};
use crate::messages::Reply;
use crate::messages::errors::{failure, refusal};
use domain::nearest;

impl Command {
    /// Understands what a button, menu or form carries. It may be old or forged: only pressable
    /// commands are understood, and `run` checks server, state and rights each time.
    ///
    /// # Errors
    /// [`UserError::StalePress`] for anything that no button of ours carries.
    pub fn press(mut line: Invocation) -> Result<Self, UserError> {
        if !is_pressable(&line.name) {
            return Err(UserError::StalePress);
        }
        // A post's buttons also carry its key, so that it can be found again; see `OutboxJob::mark`.
        line.options.remove("key");
        Self::parse(line).map_err(|_| UserError::StalePress)
    }
}

/// Carries out a command and says what came of it. What is not the member's to mend is logged in
/// full and shown as one sentence with a reference number.
pub async fn run(command: Command, context: &Context, services: &Services) -> Reply {
    let answer = match services.at(context.server).await {
        Ok(services) => command.dispatch(context, &services).await,
        Err(error) => Err(error.into()),
    };
    match answer {
        Ok(answer) => answer,
        Err(CommandError::User(trouble)) => refusal(&trouble),
        Err(CommandError::Internal(error)) => {
            let reference = reference(context.seed);
            tracing::error!(reference, server = %context.server, ?error, "a command failed");
            failure(&reference)
        }
    }
}

/// The number of a failure in the log.
#[must_use]
pub fn reference(seed: u64) -> String {
    format!("{:04X}-{:04X}", (seed >> 16) & 0xffff, seed & 0xffff)
}

pub(super) fn no_command(given: String) -> UserError {
    if matches!(find(&given), Some(Spec { body: Body::Subcommands(_), .. })) {
        return UserError::NeedsSubcommand(given);
    }
    let near = nearest(&given, NAMES.iter().copied()).map(str::to_owned);
    UserError::NoCommand { given, near }
}
