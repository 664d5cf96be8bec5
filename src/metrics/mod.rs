//! What is counted while the bot runs, for Prometheus.
//!
//! Every label is a word of the program's own (`&'static str`) or the number of a shard, so that
//! neither a member, a server nor a text can get into one.

mod families;
mod gateway;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use prometheus_client::encoding::prometheus_text;

use families::Families;
pub use families::{
    CommandOutcome, DeliveryState, EndpointOutcome, JobResult, LimitWait, RequestOutcome,
};
use gateway::Shards;

/// The `Content-Type` of [`Metrics::text`].
pub const CONTENT_TYPE: &str = prometheus_text::CONTENT_TYPE;

/// Counts what happens. Cheap to clone; all clones count together.
#[derive(Clone, Default)]
pub struct Metrics(Arc<Inner>);

#[derive(Default)]
struct Inner {
    families: Families,
    shards: Shards,
    listening: AtomicBool,
}

impl Metrics {
    /// A member's command was answered, `took` after it came in.
    pub fn command(&self, name: &'static str, outcome: CommandOutcome, took: Duration) {
        let families = &self.0.families;
        let labels = [("command", name), ("outcome", outcome.word())];
        families.commands.get_or_create(&labels).inc();
        families.command_seconds.get_or_create(&[("command", name)]).observe(took.as_secs_f64());
    }

    /// `count` deliveries have come to this.
    pub fn deliveries(&self, state: DeliveryState, count: usize) {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        self.0.families.deliveries.get_or_create(&[("state", state.word())]).inc_by(count);
    }

    /// The outbox tried a job.
    pub fn job(&self, result: JobResult) {
        self.0.families.jobs.get_or_create(&[("result", result.word())]).inc();
    }

    /// Discord answered a request, or did not.
    pub fn request(&self, outcome: RequestOutcome) {
        self.0.families.requests.get_or_create(&[("outcome", outcome.word())]).inc();
    }

    /// A request waits for room under a rate limit.
    pub fn limit_wait(&self, wait: LimitWait, length: Duration) {
        let labels = [("limit", wait.word())];
        self.0.families.limit_wait_seconds.get_or_create(&labels).observe(length.as_secs_f64());
    }

    /// Which shards there are to be.
    pub fn shards(&self, numbers: impl IntoIterator<Item = u32>) {
        self.0.shards.clear();
        self.0.families.shards.clear();
        for shard in numbers {
            self.shard(shard, false);
        }
    }

    /// Whether a shard is connected.
    pub fn shard(&self, shard: u32, connected: bool) {
        self.0.shards.set(shard, connected);
        self.0.families.shards.get_or_create(&[("shard", shard)]).set(connected.into());
    }

    /// A shard begins a session with the gateway.
    pub fn session(&self, shard: u32) {
        self.0.families.sessions.get_or_create(&[("shard", shard)]).inc();
    }

    /// A shard resumes its session.
    pub fn resumed(&self, shard: u32) {
        self.0.families.resumes.get_or_create(&[("shard", shard)]).inc();
    }

    /// Whether the endpoint for interactions is served.
    pub fn listening(&self, served: bool) {
        self.0.listening.store(served, Ordering::Relaxed);
    }

    /// A request came to the endpoint for interactions.
    pub fn endpoint_request(&self, outcome: EndpointOutcome) {
        self.0.families.endpoint.get_or_create(&[("outcome", outcome.word())]).inc();
    }

    /// Whether interactions can come: every shard is connected, or the endpoint is served.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.0.listening.load(Ordering::Relaxed) || self.0.shards.are_all_connected()
    }

    /// All of it in the text format of Prometheus.
    ///
    /// # Errors
    /// Never in practice: writing to a string does not fail.
    pub fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.0.families.registry)?;
        Ok(text)
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_what_was_counted() {
        let metrics = Metrics::default();
        let took = Duration::from_millis(30);
        metrics.command("seminar open", CommandOutcome::Done, took);
        metrics.command("seminar open", CommandOutcome::Refused, took);
        metrics.deliveries(DeliveryState::Missed, 2);
        metrics.job(JobResult::Published);
        metrics.request(RequestOutcome::Limited);
        metrics.limit_wait(LimitWait::Told, Duration::from_secs(2));
        metrics.shards(0..2);
        metrics.shard(1, true);
        metrics.session(1);
        metrics.resumed(1);
        let text = metrics.text().unwrap();
        let shown: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.contains("_bucket"))
            .collect();
        let mut shown = shown;
        shown.sort_unstable();
        insta::assert_snapshot!(shown.join("\n"), @r#"
        commonplace_command_seconds_count{command="seminar open"} 2
        commonplace_command_seconds_sum{command="seminar open"} 0.06
        commonplace_commands_total{command="seminar open",outcome="done"} 1
        commonplace_commands_total{command="seminar open",outcome="refused"} 1
        commonplace_deliveries_total{state="missed"} 2
        commonplace_discord_limit_wait_seconds_count{limit="told"} 1
        commonplace_discord_limit_wait_seconds_sum{limit="told"} 2.0
        commonplace_discord_requests_total{outcome="limited"} 1
        commonplace_gateway_resumes_total{shard="1"} 1
        commonplace_gateway_sessions_total{shard="1"} 1
        commonplace_gateway_shard_connected{shard="0"} 0
        commonplace_gateway_shard_connected{shard="1"} 1
        commonplace_outbox_attempts_total{result="published"} 1
        "#);
    }

    #[test]
    fn the_gateway_is_there_when_all_shards_are() {
        let metrics = Metrics::default();
        assert!(!metrics.is_connected(), "nobody knows yet how many there are");
        metrics.shards(0..2);
        metrics.shard(0, true);
        assert!(!metrics.is_connected());
        metrics.shard(1, true);
        assert!(metrics.is_connected());
        metrics.shard(0, false);
        assert!(!metrics.is_connected());
    }
}
