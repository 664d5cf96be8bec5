//! What Discord was told in its portal of where we are: interactions come by one way alone, so the
//! wrong one makes the bot deaf.

use serde_json::Value as Json;

/// Where Discord sends what does not come over the gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndpointUrls {
    /// Interactions; over the gateway if there is none.
    pub interactions: Option<String>,
    /// Webhook events; nowhere if there is none.
    pub events: Option<String>,
}

impl EndpointUrls {
    /// As the application has them.
    pub(super) fn of(application: &Json) -> Self {
        let url = |field: &str| {
            application[field].as_str().filter(|url| !url.is_empty()).map(str::to_owned)
        };
        // 2: they are sent. 1 and 3: the operator, or Discord, has turned them off.
        let sent = application["event_webhooks_status"] == 2;
        Self {
            interactions: url("interactions_endpoint_url"),
            events: url("event_webhooks_url").filter(|_| sent),
        }
    }

    /// Says in the log that no interaction can come.
    pub(super) fn warn(&self, listens: bool) {
        match (&self.interactions, listens) {
            (Some(url), false) => tracing::error!(
                url,
                "Discord sends interactions to this address and none over the gateway: nobody is \
                 answered. Take the Interactions Endpoint URL away on the application's page, or set \
                 `listen` under [discord]"
            ),
            (None, true) => tracing::error!(
                "Discord sends interactions over the gateway, and this bot listens for them: nobody \
                 is answered. Enter the Interactions Endpoint URL on the application's page, or unset \
                 `listen` under [discord]"
            ),
            _ => {}
        }
    }
}
