//! Bodies of every kind: each gets an orderly status, and the bot goes on.

use serde_json::{Value, json};

use super::post;
use crate::discord::harness::{ByHttp, DiscordHarness};

/// Statuses that say something: the answer, that it comes otherwise, that it is none, or too much.
const ORDERLY: [u16; 4] = [200, 202, 400, 413];

/// An interaction of a kind, never the same twice.
fn interaction(harness: &DiscordHarness, line: &str) -> Value {
    harness.ana.prepare(&harness.general, line, &[]).unwrap().payload.clone()
}

/// Every place in a value, as a JSON pointer.
fn places(value: &Value, at: &str, places: &mut Vec<String>) {
    let step = |name: &str, value: &Value, all: &mut Vec<String>| {
        let at = format!("{at}/{name}");
        all.push(at.clone());
        self::places(value, &at, all);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, it)| step(name, it, places)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, it)| step(&n.to_string(), it, places));
        }
        _ => {}
    }
}

#[tokio::test]
async fn wherever_a_value_is_of_another_type_the_status_is_orderly() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let mut all = Vec::new();
    places(&interaction(&harness, "quote theme:power"), "", &mut all);
    assert!(all.len() > 40, "{all:?}");
    let others = [json!(null), json!(-7), json!(1e300), json!("x"), json!([[]]), json!({"a": {}})];
    for (n, at) in all.iter().enumerate() {
        let mut payload = interaction(&harness, "quote theme:power");
        let other = &others[n % others.len()];
        *payload.pointer_mut(at).unwrap() = other.clone();
        let (status, body) = post(&harness, "/interactions", payload.to_string().as_bytes()).await;
        assert!(ORDERLY.contains(&status), "{at} {other}: {status} {body}");
        if status == 200 {
            let answer: Value = serde_json::from_str(&body).unwrap();
            assert!(matches!(answer["type"].as_u64(), Some(1 | 4 | 8)), "{at} {other}: {body}");
        }
    }
    harness.ana("quote").await;
}

#[tokio::test]
async fn wherever_a_body_ends_too_soon_it_is_no_interaction() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let payload = interaction(&harness, "quote").to_string();
    for end in (0..payload.len()).step_by(37) {
        for path in ["/interactions", "/events"] {
            let (status, _) = post(&harness, path, &payload.as_bytes()[..end]).await;
            assert_eq!(status, 400, "{path}: {end} bytes");
        }
    }
    harness.ana("quote").await;
    harness.clean();
}

#[tokio::test]
async fn what_is_no_json_or_too_large_or_too_deep_is_told_apart() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let mut large = interaction(&harness, "quote");
    large["entitlements"] = json!("x".repeat(1024 * 1024));
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let mut nested = interaction(&harness, "quote").to_string();
    nested = nested.replacen('{', &format!("{{\"deep\":{},", deep(300)), 1);
    for (what, body, expected) in [
        ("nothing", Vec::new(), 400),
        ("no object", b"7".to_vec(), 400),
        ("an empty one", b"{}".to_vec(), 400),
        ("no text", b"{\"id\":\"\xff\xfe\"}".to_vec(), 400),
        ("a zero byte", b"{\0}".to_vec(), 400),
        ("too large", large.to_string().into_bytes(), 413),
        ("nested", nested.into_bytes(), 200),
        ("only nesting", deep(100_000).into_bytes(), 400),
    ] {
        assert_eq!(post(&harness, "/interactions", &body).await.0, expected, "{what}");
    }
    harness.ana("quote").await;
    harness.clean();
}
