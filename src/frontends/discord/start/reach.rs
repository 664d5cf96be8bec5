//! Asks Discord what a start has to know: where the gateway is, and who we are.

use std::time::Duration;

use serenity::http::Route;

use super::super::gateway::Gateway;
use super::super::ids;
use super::super::rest::{ApiError, Request, Sender};
use super::super::start_error::StartError;
use domain::{MemberId, Shards};

/// Asks Discord where the gateway is and who we are.
pub(in super::super) async fn reach(
    sender: &Sender,
    patience: Duration,
    ours: Option<&Shards>,
) -> Result<(Gateway, MemberId), ApiError> {
    while_busy(patience, async |left| ask(sender, left, ours).await).await
}

/// Asks Discord; again while it may only be busy.
pub(super) async fn while_busy<T>(
    patience: Duration,
    ask: impl AsyncFn(Duration) -> Result<T, ApiError>,
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
