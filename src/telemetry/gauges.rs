//! What is read when somebody asks: what waits in the database, and how much room is left.

use std::fmt;
use std::path::Path;
use std::sync::atomic::AtomicU64;

use jiff::Timestamp;
use prometheus_client::encoding::prometheus_text;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

use super::Telemetry;
use crate::backups::Backups;
use crate::store::{self, Waiting};

/// A gauge that need not be a whole number.
type Decimal = Gauge<f64, AtomicU64>;
type ByWord = Family<[(&'static str, &'static str); 1], Gauge>;

/// The gauges of one moment.
pub(super) struct Gauges {
    registry: Registry,
}

impl Gauges {
    /// Reads them.
    pub(super) async fn read(telemetry: &Telemetry) -> store::Result<Self> {
        let now = telemetry.clock.now();
        let waiting = telemetry.store.waiting().await?;
        let mut gauges = Self::unread(telemetry);
        gauges.waiting(&waiting, now);
        Ok(gauges)
    }

    /// Those for which no database has to answer.
    pub(super) fn unread(telemetry: &Telemetry) -> Self {
        let mut gauges = Self { registry: Registry::with_prefix("commonplace") };
        gauges.files(&telemetry.database);
        gauges.backups(&telemetry.backups);
        gauges.version();
        gauges
    }

    fn waiting(&mut self, waiting: &Waiting, now: Timestamp) {
        let since = |at: Option<Timestamp>| {
            at.map_or(0.0, |at| now.duration_since(at).as_secs_f64().max(0.0))
        };
        self.decimal(
            "scheduler_lag_seconds",
            "For how long a daily or a reveal has been due",
            since(waiting.due_next),
        );
        self.decimal(
            "outbox_overdue_seconds",
            "For how long a job that could be tried now has waited to be",
            since(waiting.job_next),
        );
        self.decimal(
            "outbox_oldest_seconds",
            "The age of the oldest job in the outbox",
            since(waiting.oldest_job),
        );
        self.whole("outbox_jobs", "Jobs in the outbox", waiting.jobs as u64);
        let schedules = ByWord::default();
        for (state, count) in
            [("active", waiting.active), ("paused", waiting.paused), ("held", waiting.held)]
        {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            schedules.get_or_create(&[("state", state)]).set(count);
        }
        let about =
            "Dailies: active, paused by somebody, or held because Discord refuses their channel";
        self.registry.register("schedules", about, schedules);
    }

    fn files(&mut self, database: &Path) {
        let size = |ending: &str| {
            std::fs::metadata(store::beside(database, ending)).map_or(0, |file| file.len())
        };
        let files = ByWord::default();
        for (file, ending) in [("main", ""), ("log", "-wal")] {
            let bytes = i64::try_from(size(ending)).unwrap_or(i64::MAX);
            files.get_or_create(&[("file", file)]).set(bytes);
        }
        self.registry.register(
            "database_bytes",
            "The size of the database and of its write-ahead log",
            files,
        );
        if let Some(free) = store::free_space(database) {
            self.whole("disk_free_bytes", "Free space where the database is", free);
        }
    }

    fn backups(&mut self, backups: &Backups) {
        if backups.keep() == 0 {
            return;
        }
        let state = backups.state();
        self.decimal(
            "last_backup_timestamp_seconds",
            "When the last copy of the database was made, as a Unix time; 0 if never",
            state.last_success.map_or(0.0, |at| at.as_second() as f64),
        );
        let failing = u64::from(state.last_failure.is_some());
        self.whole("backup_failing", "Whether the last copy could not be made: 1 or 0", failing);
        self.whole("backups", "Copies that are kept", state.kept as u64);
    }

    fn version(&mut self) {
        let build = ByWord::default();
        build.get_or_create(&[("version", env!("CARGO_PKG_VERSION"))]).set(1);
        self.registry.register("build_info", "The program's version", build);
    }

    fn decimal(&mut self, name: &'static str, about: &'static str, value: f64) {
        let gauge = Decimal::default();
        gauge.set(value);
        self.registry.register(name, about, gauge);
    }

    fn whole(&mut self, name: &'static str, about: &'static str, value: u64) {
        let gauge: Gauge = Gauge::default();
        gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
        self.registry.register(name, about, gauge);
    }

    /// In the text format of Prometheus.
    pub(super) fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
