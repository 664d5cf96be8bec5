//! From an invocation to a command, and from a command to its reply.

use super::{Command, NAMES, Request, find, is_pressable};
use crate::command::{
    Audience, Body, CommandError, Context, Invocation, ReplyMode, Services, Spec, UserError,
};
use crate::messages::Reply;
use crate::messages::refusal::{failure, refusal};
use crate::messages::ui::Language;
use domain::nearest;

/// How often a command is tried whose database is locked. Each attempt waits some seconds for it.
const ATTEMPTS: usize = 5;

impl Command {
    /// Understands what a button, menu or form carries. It may be old or forged: only pressable
    /// commands are understood, and `run` checks server, state and rights each time.
    ///
    /// # Errors
    /// [`UserError::StalePress`] for anything that no button of ours carries, and
    /// [`UserError::StaleForm`] for fields that no form of ours has.
    pub fn press(mut line: Invocation) -> Result<Self, UserError> {
        if !is_pressable(&line.name) {
            return Err(UserError::StalePress);
        }
        // A post's buttons also carry its key, so that it can be found again; see `OutboxJob::mark`.
        line.options.remove("key");
        Self::parse(line).map_err(|error| match error {
            UserError::StaleForm => error,
            _ => UserError::StalePress,
        })
    }
}

/// A reply, and what came of the request.
#[derive(Debug)]
pub struct Answered {
    /// What its member gets.
    pub reply: Reply,
    /// Whether it was carried out.
    pub outcome: Outcome,
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was carried out.
    Done,
    /// There is something that the member can mend.
    Refused,
    /// Something of ours broke.
    Failed,
}

/// Carries out a request, like [`answer`], for a caller that counts nothing.
pub async fn run(request: impl Into<Request>, context: &Context, services: &Services) -> Reply {
    answer(request, context, services).await.reply
}

/// Carries out a request and says what came of it. What is not the member's to mend is logged in
/// full and shown as one sentence with a reference number. If it comes to nothing, its member gets
/// back what they wrote.
pub async fn answer(
    request: impl Into<Request>,
    context: &Context,
    services: &Services,
) -> Answered {
    let request = request.into();
    let (shared, own) = languages(context, services).await;
    let written = match reader(request.reply_mode(), context) {
        Audience::All => shared,
        _ => own,
    };
    written.request_scope(own, answered(request, context, services)).await
}

async fn answered(request: Request, context: &Context, services: &Services) -> Answered {
    let Request { command, name, texts } = request;
    let answer = match command {
        Ok(command) if context.server.is_a_members() && !command.works_anywhere() => {
            Err(UserError::OnlyInServers.into())
        }
        Ok(command) => attempt(command, context, services).await,
        Err(error) => Err(error.into()),
    };
    let (reply, outcome) = match answer {
        Ok(Reply::Public(card)) if context.alone => (Reply::Ephemeral(card), Outcome::Done),
        Ok(reply) => (reply, Outcome::Done),
        Err(CommandError::User(trouble)) => {
            let refused = Language::own().sync_scope(|| refusal(&trouble, &name, &texts));
            (refused, Outcome::Refused)
        }
        Err(error) => {
            let reference = reference(context.seed);
            tracing::error!(reference, server = %context.server, ?error, "a command failed");
            let failed = Language::own().sync_scope(|| failure(&reference, &texts));
            (failed, Outcome::Failed)
        }
    };
    Answered { reply, outcome }
}

/// Who reads the answer: all, or the caller alone.
fn reader(mode: ReplyMode, context: &Context) -> Audience {
    match mode.audience {
        Audience::All if context.alone => Audience::One,
        Audience::Pressed if context.pressed.is_some() && !context.pressed_alone => Audience::All,
        Audience::All => Audience::All,
        Audience::One | Audience::Pressed => Audience::One,
    }
}

/// The languages in which the bot writes in the server, and for the caller.
pub(super) async fn languages(context: &Context, services: &Services) -> (Language, Language) {
    let found = match context.server_language {
        Some(heard) => services.store.language_heard(context.server, heard).await,
        None => services.store.language(context.server).await,
    };
    let shared = found.unwrap_or_else(|error| {
        tracing::error!(?error, server = %context.server, "the server's language is not known");
        context.server_language.unwrap_or_default()
    });
    (shared, context.language.unwrap_or(shared))
}

/// Tries a command again while something else keeps the database locked: nothing was changed then.
async fn attempt(
    command: Command,
    context: &Context,
    services: &Services,
) -> Result<Reply, CommandError> {
    let services = services.at(context.server).await?;
    let run = async |command: Command| {
        let run = command.dispatch(context, &services);
        services.store.carry_out(context.request, run).await
    };
    // Who waits for a form sees nothing until it is there, and Discord waits three seconds.
    let again = if command.reply_mode().form { 0 } else { ATTEMPTS - 1 };
    for _ in 0..again {
        match run(command.clone()).await {
            Err(CommandError::Internal(error)) if error.is_busy() => {
                tracing::warn!(server = %context.server, "the database is locked; trying again");
            }
            outcome => return outcome,
        }
    }
    run(command).await
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
