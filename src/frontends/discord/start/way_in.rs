//! How interactions come in: over the gateway or by HTTP.

use super::super::endpoint::{Endpoint, Identity};
use super::super::gateway::Gateway;
use super::super::handover::Handover;
use super::super::rest::Sender;
use super::super::start_error::StartError;
use super::Options;
use super::reach::{failed, known, while_busy};
use crate::config;
use domain::{MemberId, Shards};

/// How interactions come in; never both ways at once.
pub(super) enum WayIn {
    Gateway(Gateway),
    Endpoint(Endpoint),
}

impl WayIn {
    /// Asks Discord what the way needs, and who we are.
    pub(super) async fn find(
        sender: &Sender,
        address: &str,
        options: &Options,
        ours: Option<&Shards>,
        handover: &Handover,
    ) -> Result<(Self, MemberId), StartError> {
        let patience = options.patience;
        let Some(listen) = options.listen else {
            let (gateway, me) = known(sender, options, address, ours, handover).await?;
            return Ok((Self::Gateway(gateway), me));
        };
        if ours.is_some() {
            return Err(StartError::OneProcess);
        }
        let identity = while_busy(patience, |left| Identity::ask(sender, left)).await;
        let identity = identity.map_err(|fault| failed(address, fault))?;
        let me = identity.me;
        let endpoint = Endpoint::open(listen, identity).await;
        let endpoint = endpoint
            .map_err(|error| StartError::Listen { address: listen, why: config::why(&error) })?;
        // No session is begun with which it would be written.
        handover.write();
        Ok((Self::Endpoint(endpoint), me))
    }
}
