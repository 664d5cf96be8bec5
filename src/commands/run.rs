//! From an invocation to a command, and from a command to its reply.

use super::{Command, NAMES, find, is_pressable};
use crate::command::{Body, CommandError, Context, Invocation, Services, Spec, UserError};
use crate::messages::{Accent, Card, Reply, Text};
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
        // A post's buttons also carry its key, so that it can be found again; see `Parcel::mark`.
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

/// What a member reads when their request was refused.
#[must_use]
pub fn refusal(trouble: &UserError) -> Reply {
    Reply::Ephemeral(Card::saying(with_code(&trouble.to_string())).accent(Accent::Problem))
}

/// What stands between backticks is something to type.
pub(crate) fn with_code(words: &str) -> Text {
    if words.matches('`').count() % 2 == 1 {
        return Text::from(words);
    }
    let pieces = words.split('`').enumerate();
    pieces.filter(|(_, piece)| !piece.is_empty()).fold(Text::new(), |text, (index, piece)| {
        if index % 2 == 0 { text.plain(piece) } else { text.code(piece) }
    })
}

/// What a member reads when something of ours broke.
#[must_use]
pub fn failure(reference: &str) -> Reply {
    let said = format!(
        "Something went wrong here, and nothing was changed. If it happens again, tell whoever \
         runs this bot the number {reference}."
    );
    Reply::Ephemeral(Card::saying(said).accent(Accent::Problem))
}

/// The number under which a failure stands in the log.
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
