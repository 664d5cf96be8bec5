//! How interactions come in: over the gateway or by HTTP.

use super::super::endpoint::{Endpoint, Identity};
use super::super::gateway::Gateway;
use super::super::rest::Sender;
use super::super::start_error::StartError;
use super::Options;
use super::reach::{failed, reach, too_often, while_busy};
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
    ) -> Result<(Self, MemberId), StartError> {
        let patience = options.patience;
        let Some(listen) = options.listen else {
            let reached = reach(sender, patience, ours).await;
            let (gateway, me) = reached.map_err(|fault| failed(address, fault))?;
            return match gateway.shut_for {
                Some(time) => Err(too_often(time)),
                None => Ok((Self::Gateway(gateway), me)),
            };
        };
        if ours.is_some() {
            return Err(StartError::OneProcess);
        }
        let identity = while_busy(patience, async |left| Identity::ask(sender, left).await).await;
        let identity = identity.map_err(|fault| failed(address, fault))?;
        let me = identity.me;
        let endpoint = Endpoint::open(listen, identity).await;
        let endpoint = endpoint
            .map_err(|error| StartError::Listen { address: listen, why: config::why(&error) })?;
        Ok((Self::Endpoint(endpoint), me))
    }
}
