//! How a stand-in behaves.

use std::collections::BTreeMap;
use std::time::Duration;

/// How a stand-in behaves. [`Options::default`] suits functional tests: all of Discord's refusals,
/// its time limits, and rate limits too wide to be met.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port to listen on; 0 takes any.
    pub port: u16,
    /// How many shards `GET /gateway/bot` recommends.
    pub shards: u64,
    /// How many servers a shard may have. Discord refuses an identify for more.
    pub servers_a_shard: usize,
    /// How many shards may identify in one five-second window.
    pub max_concurrency: u64,
    /// How long that window is. Discord's is five seconds.
    pub identify_window: Duration,
    /// Whether an identify outside the window is refused, as Discord does, and not only reported.
    pub refuse_crowded_identify: bool,
    /// What `hello` says.
    pub heartbeat_interval: Duration,
    /// The privileged intents that the application was granted, as bits.
    pub privileged_intents: u64,
    /// Whether people can install the application for themselves.
    pub user_install: bool,
    /// Where the application says that its privacy policy is.
    pub privacy_policy_url: Option<String>,
    /// Where it says that its terms of service are.
    pub terms_of_service_url: Option<String>,
    /// Where the portal says that interactions are sent, instead of over the gateway.
    pub interactions_endpoint_url: Option<String>,
    /// How long a bot has for its first answer to an interaction.
    pub answer_within: Duration,
    /// How long an interaction's token lives after that.
    pub token_lives: Duration,
    /// How long a person waits for the edit that a deferred answer promises.
    pub patience: Duration,
    /// How long a person looks at a button whose press was acknowledged without a word.
    pub update_patience: Duration,
    /// Whether a field that Discord does not know is refused, and not only reported.
    pub refuse_unknown_fields: bool,
    /// Whether a message without `allowed_mentions` is reported.
    pub require_allowed_mentions: bool,
    /// The rate limits.
    pub rates: Rates,
    /// Whether requests are kept for [`Standin::requests`](crate::Standin::requests).
    pub log: bool,
    /// How many messages a channel keeps at least. Load runs set it low.
    pub keep_messages: usize,
    /// How many dispatched events a session keeps for a resume.
    pub keep_events: usize,
    /// The size that a file may have.
    pub max_file: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            shards: 1,
            servers_a_shard: 2_500,
            max_concurrency: 1,
            identify_window: Duration::from_secs(5),
            refuse_crowded_identify: false,
            heartbeat_interval: Duration::from_millis(41_250),
            privileged_intents: 0,
            user_install: true,
            privacy_policy_url: None,
            terms_of_service_url: None,
            interactions_endpoint_url: None,
            answer_within: Duration::from_secs(3),
            token_lives: Duration::from_secs(15 * 60),
            patience: Duration::from_secs(10),
            update_patience: Duration::from_secs(1),
            refuse_unknown_fields: false,
            require_allowed_mentions: true,
            rates: Rates::generous(),
            log: true,
            keep_messages: 1_000_000,
            keep_events: 10_000,
            max_file: 10 * 1024 * 1024,
        }
    }
}

impl Options {
    /// For load: no log, few messages kept, no limits.
    #[must_use]
    pub fn load() -> Self {
        Self {
            log: false,
            keep_messages: 50,
            keep_events: 2_000,
            rates: Rates::off(),
            ..Self::default()
        }
    }
}

/// A number of requests in a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Requests.
    pub limit: u32,
    /// In this time.
    pub per: Duration,
}

impl Rate {
    /// `limit` requests in `per`.
    #[must_use]
    pub const fn new(limit: u32, per: Duration) -> Self {
        Self { limit, per }
    }
}

/// The rate limits.
#[derive(Clone, Debug)]
pub struct Rates {
    /// Of all requests with the bot's token. Answers to interactions and follow-ups are exempt.
    pub global: Option<Rate>,
    /// Of a route, for each channel, server or webhook.
    pub route: Option<Rate>,
    /// Routes with a rate of their own, as `"POST /channels/{channel_id}/messages"`.
    pub special: BTreeMap<String, Rate>,
}

impl Rates {
    /// None at all; the headers tell of the generous ones.
    #[must_use]
    pub fn off() -> Self {
        Self { global: None, route: None, special: BTreeMap::new() }
    }

    /// So wide that only a runaway meets them.
    #[must_use]
    pub fn generous() -> Self {
        Self {
            global: Some(Rate::new(5_000, Duration::from_secs(1))),
            route: Some(Rate::new(2_000, Duration::from_secs(1))),
            special: BTreeMap::new(),
        }
    }

    /// About what Discord does today: 50 a second in all, 5 messages in 5 seconds to a channel, and
    /// so on. Discord may change them at any time; a client is to read the headers.
    #[must_use]
    pub fn like_discord() -> Self {
        let second = Duration::from_secs(1);
        let special = [
            ("POST /channels/{channel_id}/messages", Rate::new(5, 5 * second)),
            ("PATCH /channels/{channel_id}/messages/{message_id}", Rate::new(5, 5 * second)),
            ("DELETE /channels/{channel_id}/messages/{message_id}", Rate::new(5, second)),
            ("PATCH /channels/{channel_id}", Rate::new(5, 15 * second)),
            ("POST /channels/{channel_id}/threads", Rate::new(50, 300 * second)),
            (
                "POST /channels/{channel_id}/messages/{message_id}/threads",
                Rate::new(50, 300 * second),
            ),
            ("POST /users/@me/channels", Rate::new(10, 10 * second)),
        ];
        Self {
            global: Some(Rate::new(50, second)),
            route: Some(Rate::new(5, second)),
            special: special.map(|(route, rate)| (route.to_owned(), rate)).into(),
        }
    }
}
