//! The metrics by name, and the words that their labels take.

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// One label and its word, which is the program's own.
type Word = [(&'static str, &'static str); 1];
type TwoWords = [(&'static str, &'static str); 2];
type Shard = [(&'static str, u32); 1];

/// From 5 milliseconds to the 3 seconds after which Discord gives an interaction up.
const ANSWER_TIMES: [f64; 9] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0];
/// From a place in the next tenth of a second to a quarter of an hour.
const WAITS: [f64; 7] = [0.1, 0.5, 1.0, 5.0, 30.0, 120.0, 900.0];

/// Declares the words of a label.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $variant:ident => $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$what])* $variant,)*
        }

        impl $name {
            pub(super) fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

words! {
    /// What came of a member's command.
    CommandOutcome {
        /// It was carried out.
        Done => "done",
        /// There is something that the member can mend.
        Refused => "refused",
        /// Something of ours broke; the log has it under the reference number.
        Failed => "failed",
        /// Its answer did not reach Discord.
        Undelivered => "undelivered",
    }
}

words! {
    /// What a delivery has come to.
    DeliveryState {
        /// Its quote is posted.
        Posted => "posted",
        /// Its channel is closed to us; it waits.
        Held => "held",
        /// Its time went by.
        Missed => "missed",
        /// It was refused for good.
        Failed => "failed",
        /// Nobody can tell whether it was posted.
        Unsure => "unsure",
    }
}

words! {
    /// What came of an attempt of the outbox.
    JobResult {
        /// It went out.
        Published => "published",
        /// It is tried again later.
        Retried => "retried",
        /// It was given up.
        GivenUp => "given_up",
    }
}

words! {
    /// What came of a request to Discord's API.
    RequestOutcome {
        /// It did what it was sent for.
        Done => "done",
        /// A rate limit stopped it (status 429).
        Limited => "limited",
        /// Discord refused it.
        Refused => "refused",
        /// Discord was not reached, failed by itself, or its answer was lost.
        Failed => "failed",
    }
}

words! {
    /// What came of a request to the endpoint for interactions.
    EndpointOutcome {
        /// An interaction was answered in the response.
        Answered => "answered",
        /// Its answer is a request of its own.
        Elsewhere => "elsewhere",
        /// A webhook event was taken.
        Event => "event",
        /// Discord asked whether we are here.
        Ping => "ping",
        /// The signature was not Discord's.
        BadSignature => "bad_signature",
        /// It was signed at another time.
        WrongTime => "wrong_time",
        /// The interaction had come before.
        Repeated => "repeated",
        /// It was not a request that Discord makes.
        Malformed => "malformed",
        /// There was no answer in time.
        Unanswered => "unanswered",
    }
}

words! {
    /// Why a request waits.
    LimitWait {
        /// Its limit was known and used up.
        Known => "known",
        /// Discord said so (status 429).
        Told => "told",
    }
}

/// All metrics that are counted as things happen.
pub(super) struct Families {
    pub(super) registry: Registry,
    pub(super) commands: Family<TwoWords, Counter>,
    pub(super) command_seconds: Family<Word, Histogram, fn() -> Histogram>,
    pub(super) deliveries: Family<Word, Counter>,
    pub(super) jobs: Family<Word, Counter>,
    pub(super) requests: Family<Word, Counter>,
    pub(super) limit_wait_seconds: Family<Word, Histogram, fn() -> Histogram>,
    pub(super) shards: Family<Shard, Gauge>,
    pub(super) sessions: Family<Shard, Counter>,
    pub(super) resumes: Family<Shard, Counter>,
    pub(super) endpoint: Family<Word, Counter>,
}

impl Default for Families {
    fn default() -> Self {
        let mut families = Self {
            registry: Registry::with_prefix("commonplace"),
            commands: Family::default(),
            command_seconds: Family::new_with_constructor(|| Histogram::new(ANSWER_TIMES)),
            deliveries: Family::default(),
            jobs: Family::default(),
            requests: Family::default(),
            limit_wait_seconds: Family::new_with_constructor(|| Histogram::new(WAITS)),
            shards: Family::default(),
            sessions: Family::default(),
            resumes: Family::default(),
            endpoint: Family::default(),
        };
        families.register();
        families
    }
}

impl Families {
    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register(
            "commands",
            "Commands by name and by what came of them",
            self.commands.clone(),
        );
        registry.register(
            "command_seconds",
            "From a command's arrival until Discord has its answer",
            self.command_seconds.clone(),
        );
        registry.register(
            "deliveries",
            "Daily quotes by what came of them",
            self.deliveries.clone(),
        );
        registry.register("outbox_attempts", "Attempts to publish a job", self.jobs.clone());
        registry.register("discord_requests", "Requests to Discord's API", self.requests.clone());
        registry.register(
            "discord_limit_wait_seconds",
            "Waits for room under Discord's rate limits",
            self.limit_wait_seconds.clone(),
        );
        registry.register(
            "gateway_shard_connected",
            "Whether a shard is connected to the gateway: 1 or 0",
            self.shards.clone(),
        );
        registry.register(
            "gateway_sessions",
            "Sessions that a shard has begun",
            self.sessions.clone(),
        );
        registry.register(
            "gateway_resumes",
            "Sessions that a shard has resumed",
            self.resumes.clone(),
        );
        registry.register(
            "endpoint_requests",
            "Requests to the endpoint for interactions, by what came of them",
            self.endpoint.clone(),
        );
    }
}
