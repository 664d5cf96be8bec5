//! What whoever watches the bot reads.

use std::collections::BTreeSet;

use http_body_util::BodyExt as _;
use hyper::{Method, Request};

use super::*;
use crate::metrics::{
    CommandOutcome, DeliveryState, EndpointOutcome, JobResult, LimitWait, RequestOutcome,
};
use crate::testing;

async fn telemetry(folder: &tempfile::TempDir) -> Telemetry {
    let store = testing::open(folder).await;
    let database = testing::path(folder);
    let clock = Clock::System;
    let backups = Backups::new(&database, 7);
    Telemetry { metrics: Metrics::default(), store, database, backups, clock }
}

async fn asked(telemetry: &Telemetry, method: Method, path: &str) -> (u16, String) {
    let request = Request::builder().method(method).uri(path).body(()).unwrap();
    let page = telemetry.page(&request).await;
    let status = page.status().as_u16();
    let bytes = page.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

/// Lets everything happen once that is counted.
fn count_everything(metrics: &Metrics) {
    metrics.command("quote", CommandOutcome::Done, Duration::from_millis(3));
    metrics.deliveries(DeliveryState::Posted, 1);
    metrics.job(JobResult::Published);
    metrics.request(RequestOutcome::Done);
    metrics.limit_wait(LimitWait::Known, Duration::from_secs(1));
    metrics.shards([0]);
    metrics.shard(0, true);
    metrics.session(0);
    metrics.resumed(0);
    metrics.endpoint_request(EndpointOutcome::Answered);
}

/// "| `commonplace_commands_total` | counter |" for each metric.
fn documented() -> BTreeSet<(String, String)> {
    let document = include_str!("../../docs/watching.md");
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `commonplace_"));
    rows.map(|row| {
        let mut cells = row.split('|').map(|cell| cell.trim().trim_matches('`').to_owned());
        (format!("commonplace_{}", cells.next().unwrap()), cells.next().unwrap())
    })
    .collect()
}

#[tokio::test]
async fn every_metric_is_documented_and_every_documented_one_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let telemetry = telemetry(&folder).await;
    count_everything(&telemetry.metrics);
    let (status, text) = asked(&telemetry, Method::GET, "/metrics").await;
    assert_eq!(status, 200);
    let types = text.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    let found: BTreeSet<(String, String)> = types
        .map(|line| line.split_once(' ').unwrap())
        .map(|(name, kind)| (name.to_owned(), kind.to_owned()))
        .collect();
    assert_eq!(found, documented());
}

/// The names of metrics in a text that holds queries.
fn names(text: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let starts = text.match_indices("commonplace_").map(|(at, _)| at);
    starts.map(|at| text[at..].chars().take_while(|c| is_part(*c)).collect::<String>()).collect()
}

#[test]
fn the_dashboard_and_the_alerts_ask_only_for_metrics_that_exist() {
    let documented = documented();
    let is_known = |name: &str| {
        documented.iter().any(|(known, kind)| {
            let series = name.strip_prefix(known.as_str());
            match kind.as_str() {
                "histogram" => series.is_some_and(|it| ["_bucket", "_sum", "_count"].contains(&it)),
                _ => name == known,
            }
        })
    };
    for (file, text) in [
        ("grafana-dashboard.json", include_str!("../../contrib/grafana-dashboard.json")),
        ("prometheus-rules.yml", include_str!("../../contrib/prometheus-rules.yml")),
    ] {
        let names = names(text);
        assert!(names.len() > 5, "{file}: {names:?}");
        let unknown: Vec<&String> = names.iter().filter(|name| !is_known(name)).collect();
        assert!(unknown.is_empty(), "{file} asks for {unknown:?}");
    }
    let dashboard: serde_json::Value =
        serde_json::from_str(include_str!("../../contrib/grafana-dashboard.json")).unwrap();
    assert!(dashboard["panels"].as_array().is_some_and(|panels| panels.len() > 5));
}

#[tokio::test]
async fn it_is_live_at_once_and_ready_when_members_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let telemetry = telemetry(&folder).await;
    assert_eq!(asked(&telemetry, Method::GET, "/live").await, (200, "live\n".to_owned()));
    let (status, why) = asked(&telemetry, Method::GET, "/ready").await;
    assert_eq!((status, why.as_str()), (503, "not connected to Discord\n"));
    telemetry.metrics.shards([0]);
    telemetry.metrics.shard(0, true);
    assert_eq!(asked(&telemetry, Method::GET, "/ready").await, (200, "ready\n".to_owned()));
    telemetry.store.close().await;
    let (status, why) = asked(&telemetry, Method::GET, "/ready").await;
    assert_eq!((status, why.as_str()), (503, "the database does not answer\n"));
    // What was counted is told all the same.
    count_everything(&telemetry.metrics);
    let (status, text) = asked(&telemetry, Method::GET, "/metrics").await;
    assert_eq!(status, 200);
    assert!(text.contains("commonplace_commands_total") && !text.contains("outbox_jobs"), "{text}");
}

#[tokio::test]
async fn nothing_else_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let telemetry = telemetry(&folder).await;
    assert_eq!(asked(&telemetry, Method::GET, "/").await.0, 404);
    assert_eq!(asked(&telemetry, Method::POST, "/metrics").await.0, 405);
}
