//! Rate limits: the headers tell of them, and they are kept.

use std::time::Duration;

use crate::api::{Club, text_body};
use serde_json::Value;
use standin::{Rate, Rates};

#[tokio::test]
async fn a_route_and_all() {
    let club = Club::new().await;
    let token = format!("Bot {}", club.discord.token());
    let mut rates = Rates::generous();
    let rate = Rate::new(2, Duration::from_secs(3));
    rates.special.insert("POST /channels/{channel_id}/messages".to_owned(), rate);
    club.discord.set_rates(rates);
    let post = || {
        club.raw(
            "POST",
            "/channels/CHANNEL/messages".replace("CHANNEL", &club.general.id.to_string()).leak(),
            text_body("x"),
            &token,
        )
    };
    let first = post().await;
    assert_eq!(first.headers()["x-ratelimit-limit"], "2");
    assert_eq!(first.headers()["x-ratelimit-remaining"], "1");
    assert_eq!(post().await.status(), 200);
    let third = post().await;
    assert_eq!(third.status(), 429);
    assert_eq!(third.headers()["x-ratelimit-scope"], "user");
    let after = third.headers()["retry-after"].clone();
    let bucket = third.headers()["x-ratelimit-bucket"].clone();
    assert_eq!(bucket, first.headers()["x-ratelimit-bucket"]);
    let body: Value = serde_json::from_str(&third.text().await.expect("a body")).expect("JSON");
    let wait = body["retry_after"].as_f64().expect("a number");
    assert!(wait > 0.0 && wait <= 3.0 && body["global"] == false, "{body}");
    assert_eq!(after, wait.ceil().to_string());
    let other = club.club.channel("other");
    club.post(&other, "another channel has a bucket of its own").await;
    tokio::time::sleep(Duration::from_secs_f64(wait)).await;
    assert_eq!(post().await.status(), 200);
    assert_eq!(club.discord.invalid_requests(), 1);

    let rates = Rates { global: Some(Rate::new(1, Duration::from_secs(60))), ..Rates::off() };
    club.discord.set_rates(rates);
    assert_eq!(post().await.status(), 200);
    let refused = post().await;
    assert_eq!(refused.headers()["x-ratelimit-global"], "true");
    assert_eq!(refused.headers()["x-ratelimit-scope"], "global");
    let to = club.quote();
    let answer = serde_json::json!({ "type": 4, "data": text_body("x") });
    assert_eq!(club.answer(&to, answer).await.0, 204, "answers to interactions are exempt");
    assert_eq!(club.call("POST", &club.webhook(&to), text_body("x")).await.0, 200);
    club.discord.assert_clean();
}
