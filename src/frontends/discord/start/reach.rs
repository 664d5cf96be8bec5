//! Asks Discord what a start has to know: where the gateway is, and who we are. A process that follows
//! another resumes with what that one knew, and asks meanwhile.

use std::time::Duration;

use serenity::http::Route;

use super::super::gateway::Gateway;
use super::super::handover::Handover;
use super::super::ids;
use super::super::rest::{ApiError, Request, Sender};
use super::super::start_error::StartError;
use super::Options;
use domain::{MemberId, Shards};

/// What a start has to know. Members wait for the shards: if these can resume, nothing is asked
/// before that.
pub(super) async fn known(
    sender: &Sender,
    options: &Options,
    address: &str,
    ours: Option<&Shards>,
    handover: &Handover,
) -> Result<(Gateway, MemberId), StartError> {
    if let Some(known) = handover.resumable(ours) {
        return Ok(known);
    }
    let reached = reach(sender, options.patience, ours).await;
    let (gateway, me) = reached.map_err(|fault| failed(address, fault))?;
    if let Some(time) = gateway.shut_for {
        return Err(too_often(time));
    }
    handover.found(&gateway, me);
    Ok((gateway, me))
}

/// Asks for what is known only from the process before, and lets shards log in from then on. Ends only
/// if the token is not accepted.
pub(super) async fn confirm(
    sender: &Sender,
    options: &Options,
    gateway: &Gateway,
    ours: Option<&Shards>,
    handover: &Handover,
) -> StartError {
    while !gateway.confirmed.is_cancelled() {
        let pause = match reach(sender, options.patience, ours).await {
            Ok((Gateway { shut_for: Some(time), .. }, _)) => {
                tracing::warn!(?time, "a shard that loses its session may not log in yet");
                time
            }
            Ok((now, me)) => {
                if now.shards == gateway.shards {
                    handover.found(&now, me);
                } else {
                    tracing::info!(
                        shards = gateway.shards,
                        recommended = now.shards,
                        "Discord recommends another number of shards; it is taken up when the \
                         sessions have run out"
                    );
                }
                gateway.confirmed.cancel();
                break;
            }
            Err(ApiError::Unauthorized) => return StartError::WrongToken,
            Err(fault) => {
                tracing::warn!(%fault, "Discord cannot be asked where the gateway is");
                options.pace.pause
            }
        };
        tokio::time::sleep(pause).await;
    }
    std::future::pending().await
}

/// Asks Discord where the gateway is and who we are.
pub(in super::super) async fn reach(
    sender: &Sender,
    patience: Duration,
    ours: Option<&Shards>,
) -> Result<(Gateway, MemberId), ApiError> {
    while_busy(patience, |left| ask(sender, left, ours)).await
}

/// Asks Discord; again while it may only be busy.
pub(super) async fn while_busy<T, F: Future<Output = Result<T, ApiError>>>(
    patience: Duration,
    ask: impl Fn(Duration) -> F,
) -> Result<T, ApiError> {
    let deadline = tokio::time::Instant::now() + patience;
    let mut pause = Duration::from_millis(500);
    loop {
        let left = deadline.saturating_duration_since(tokio::time::Instant::now());
        match ask(left).await {
            Err(fault) if fault.may_pass() && left > pause => {
                let why = why(&fault);
                tracing::warn!(why, "Discord cannot be reached yet");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(5));
            }
            asked => return asked,
        }
    }
}

async fn ask(
    sender: &Sender,
    patience: Duration,
    ours: Option<&Shards>,
) -> Result<(Gateway, MemberId), ApiError> {
    let gateway = Gateway::ask(sender, patience, ours);
    let me = sender.send(Request::get(Route::UserMe).within(patience));
    let (gateway, user) = tokio::try_join!(gateway, me)?;
    let me = ids::of(&user["id"]).ok_or(ApiError::Invalid("the bot has no number".to_owned()))?;
    Ok((gateway, MemberId(me)))
}

pub(super) fn too_often(time: Duration) -> StartError {
    StartError::TooOften(time.as_secs() / 60 + 1)
}

pub(in super::super) fn failed(address: &str, fault: ApiError) -> StartError {
    match fault {
        ApiError::Unauthorized => StartError::WrongToken,
        fault => StartError::Unreachable { address: address.to_owned(), why: why(&fault) },
    }
}

/// What is the matter, where it is said already that Discord cannot be reached.
fn why(fault: &ApiError) -> String {
    match fault {
        ApiError::Unreached(why) | ApiError::Lost(why) => why.clone(),
        fault => fault.to_string(),
    }
}
