//! Interactions by HTTP: what the endpoint takes, what it refuses, and how its answers go out.

mod bodies;
mod connections;
mod program;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::json;
use standin::{Fault, Request};

use crate::discord::harness::{ByHttp, DiscordHarness, SOON, until};
use crate::discord::pictures::closed;
use crate::discord::slow::Lock;

/// The time in seconds since 1970, `later` seconds from now.
fn now(later: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    now.checked_add_signed(later).unwrap().to_string()
}

/// Posts something that Discord has signed, and hands back the status and the body of the response.
async fn post(harness: &DiscordHarness, path: &str, body: &[u8]) -> (u16, String) {
    let timestamp = now(0);
    let signature = harness.discord.sign(&timestamp, body);
    post_signed(harness, path, body, &timestamp, &signature).await
}

async fn post_signed(
    harness: &DiscordHarness,
    path: &str,
    body: &[u8],
    timestamp: &str,
    signature: &str,
) -> (u16, String) {
    let request = reqwest::Client::new().post(format!("{}{path}", harness.url().await));
    let request =
        request.header("X-Signature-Ed25519", signature).header("X-Signature-Timestamp", timestamp);
    let response = request.body(body.to_vec()).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

/// How first answers went out: in the response or by a request.
fn answers(harness: &DiscordHarness) -> Vec<Request> {
    let mut requests = harness.discord.requests();
    requests.retain(|request| request.path.starts_with("/interactions/"));
    requests
}

#[tokio::test]
async fn an_answer_is_the_response_and_needs_no_request() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let before = harness.discord.served();
    let quote = harness.ana("quote").await;
    harness.ana.press(&quote, "Another").await.unwrap();
    harness.ana.autocomplete(&harness.general, "quote theme:po").await.unwrap();
    harness.ana("answer text:Nothing").await;
    let all = answers(&harness);
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|answer| answer.inline && answer.status == 204), "{all:#?}");
    assert_eq!(harness.discord.served() - before, 4, "there was no other request");
    assert_eq!(harness.discord.gateway().identifies(), 0, "there is no gateway");
    harness.clean();
}

#[tokio::test]
async fn a_card_that_is_edited_later_is_a_request_that_tells_where_it_is() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let asked = answers(&harness).pop().unwrap();
    assert!(!asked.inline && asked.query == "with_response=true", "{asked:#?}");
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    harness.ana.submit(&form, &[("text", "Indeed.")]).await.unwrap();
    // So that Discord has it before the receipt follows, and the edit by the same token.
    let [_, form, pressed] = &answers(&harness)[..] else { panic!("{:#?}", answers(&harness)) };
    assert!(form.inline && !pressed.inline && pressed.body["type"] == 6, "{pressed:#?}");
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer");
    harness.general.wait_for(counted, SOON).await;
    harness.clean();
}

#[tokio::test]
async fn a_file_comes_with_the_response() {
    let _by_http = ByHttp::new();
    let mut harness = DiscordHarness::new().await;
    closed(&mut harness, async |_| {}).await;
    // A busy machine may draw for so long that the answer is put off.
    let drawn = async || {
        let record = harness.ana("record seminar:1").await;
        assert_eq!(record.attachments.len(), 1);
        !record.deferred
    };
    until("the answer is not put off", drawn).await;
    let answer = answers(&harness).pop().unwrap();
    assert!(answer.inline && answer.files.len() == 1, "{answer:#?}");
    harness.clean();
}

#[tokio::test]
async fn a_slow_command_is_deferred_by_a_request_so_that_its_edit_cannot_come_first() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    let lock = Lock::on(&harness).await;
    let (receipt, ()) =
        tokio::join!(harness.ana("answer text:Indeed."), lock.until_deferred(&harness));
    assert!(receipt.deferred && receipt.ephemeral, "{receipt:#?}");
    let deferral = answers(&harness).pop().unwrap();
    assert!(!deferral.inline && deferral.body["type"] == 5, "{deferral:#?}");
    harness.clean();
}

#[tokio::test]
async fn nothing_is_looked_at_that_discord_has_not_signed_now() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let ping = json!({"id": "1", "application_id": "2", "type": 1, "token": "x"}).to_string();
    let ping = ping.as_bytes();
    assert_eq!(post(&harness, "/interactions", ping).await, (200, r#"{"type":1}"#.to_owned()));
    let event = br#"{"version":1,"application_id":"2","type":0}"#;
    assert_eq!(post(&harness, "/events", event).await, (204, String::new()));
    let good = |later| {
        let timestamp = now(later);
        let signature = harness.discord.sign(&timestamp, ping);
        (timestamp, signature)
    };
    for path in ["/interactions", "/events"] {
        for later in [-310, 310] {
            let (timestamp, signature) = good(later);
            let (status, why) = post_signed(&harness, path, ping, &timestamp, &signature).await;
            assert_eq!(status, 401, "{later} seconds: {why}");
        }
        let (timestamp, signature) = good(0);
        let other = harness.discord.sign(&timestamp, b"something else");
        for (timestamp, signature) in [
            (timestamp.as_str(), other.as_str()),
            (&now(-1), &signature),
            (&timestamp, &signature[2..]),
            (&timestamp, ""),
            (&timestamp, "no digits"),
            ("", &signature),
            ("soon", &signature),
        ] {
            let (status, _) = post_signed(&harness, path, ping, timestamp, signature).await;
            assert_eq!(status, 401, "{path} {timestamp} {signature}");
        }
        let bare = reqwest::Client::new().post(format!("{}{path}", harness.url().await));
        assert_eq!(bare.body(ping.to_vec()).send().await.unwrap().status(), 401);
    }
    harness.clean();
}

#[tokio::test]
async fn other_paths_and_methods_are_told_what_there_is() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    for path in ["/", "/interactions/", "/interactions/1", "/metrics", "/events?x=1/.."] {
        let expected = if path.starts_with("/events") { 400 } else { 404 };
        assert_eq!(post(&harness, path, b"{}").await.0, expected, "{path}");
    }
    let client = reqwest::Client::new();
    for method in [reqwest::Method::GET, reqwest::Method::HEAD, reqwest::Method::PUT] {
        let url = format!("{}/interactions", harness.url().await);
        let response = client.request(method.clone(), url).send().await.unwrap();
        assert_eq!(response.status(), 405, "{method}");
        assert_eq!(response.headers()["allow"], "POST");
    }
    harness.clean();
}

#[tokio::test]
async fn an_interaction_that_is_sent_again_is_carried_out_once() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let sent = harness.ana.prepare(&harness.general, "question text:Once?", &[]).unwrap();
    let payload = sent.payload.to_string();
    let question = sent.send_times(3).await.unwrap();
    for _ in 0..3 {
        let (status, body) = post(&harness, "/interactions", payload.as_bytes()).await;
        assert_eq!((status, body.as_str()), (202, ""));
    }
    question.redeliver();
    harness.ana("answer text:Yes.").await;
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    assert_eq!(answers(&harness).iter().filter(|answer| answer.body["type"] == 4).count(), 2);
    harness.clean();
}

/// Nobody says of a request by HTTP that it is replayed, and a new process remembers none.
#[tokio::test]
async fn what_was_carried_out_before_a_restart_is_not_when_it_is_sent_again() {
    let _by_http = ByHttp::new();
    let mut harness = DiscordHarness::new().await;
    let sent = harness.ana.prepare(&harness.general, "question text:Once?", &[]).unwrap();
    let payload = sent.payload.to_string();
    sent.send().await.unwrap();
    for _ in 0..2 {
        harness.kill_and_start().await;
        for _ in 0..2 {
            let sent = post(&harness, "/interactions", payload.as_bytes()).await;
            assert_eq!(sent, (202, String::new()));
        }
    }
    harness.ana("answer text:Yes.").await;
    harness.settled().await;
    let messages = harness.general.messages();
    let asks = messages.iter().filter(|it| it.button("Answer").is_some());
    assert_eq!((messages.len(), asks.count()), (2, 1), "{messages:#?}");
    assert_eq!(answers(&harness).iter().filter(|answer| answer.status < 300).count(), 2);
}

/// Killed between the change and its answer, with a proxy in front that sends it again.
#[tokio::test]
async fn what_a_proxy_sends_again_after_a_crash_is_done_once_and_its_member_told() {
    let _by_http = ByHttp::new();
    let mut harness = DiscordHarness::new().await;
    let sent = harness.ana.prepare(&harness.general, "question text:Once?", &[]).unwrap();
    let payload = sent.payload.to_string();
    harness.discord.fail("POST /interactions/*", 99, Fault::DropBefore);
    let given = tokio::spawn(sent.send());
    until("it is answered", async || !answers(&harness).is_empty()).await;
    harness.kill().await;
    harness.discord.clear_faults();
    harness.discord.clear_requests();
    harness.kill_and_start().await;
    let again = post(&harness, "/interactions", payload.as_bytes()).await;
    assert_eq!(again, (202, String::new()));
    let told = given.await.unwrap().unwrap();
    assert!(told.ephemeral && told.text().contains("It is done"), "{}", told.text());
    let posed = |messages: &[standin::Message]| messages.len() == 1;
    harness.general.wait_for(posed, SOON).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(harness.general.messages().len(), 1);
    harness.clean();
}

#[tokio::test]
async fn a_server_that_the_bot_is_added_to_is_known_before_its_first_command() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let store = harness.bot.store();
    let there = async |id: standin::Id, wanted: bool| {
        let server = id.to_string().parse().unwrap();
        let come = async {
            while store.servers_present().await.unwrap().contains(&server) != wanted {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(SOON, come).await.expect("it is not noted");
    };
    there(harness.club.id, true).await;
    let other = harness.discord.server("Another club");
    other.remove_bot();
    other.invite_bot();
    there(other.id, true).await;
    // For somebody's own account, and from somebody who takes it back: nothing to note.
    harness.ana.installs();
    harness.ana.deauthorizes();
    // A server that is forged is nobody's.
    let forged = json!({
        "version": 1, "type": 1, "event": {
            "type": "APPLICATION_AUTHORIZED", "timestamp": "", "data": {"guild": {"id": "77"}},
        },
    });
    let forged = forged.to_string();
    let signature = harness.discord.sign(&now(0), b"else");
    let refused = post_signed(&harness, "/events", forged.as_bytes(), &now(0), &signature).await;
    assert_eq!(refused.0, 401);
    assert!(!store.servers_present().await.unwrap().contains(&"77".parse().unwrap()));
    assert_eq!(post(&harness, "/events", b"[]").await.0, 400);
    harness.clean();
}

#[tokio::test]
async fn what_is_in_hand_when_the_bot_stops_is_answered_and_what_comes_meanwhile_as_well() {
    let _by_http = ByHttp::new();
    let mut harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    let lock = Lock::on(&harness).await;
    let sent = harness.ana.prepare(&harness.general, "answer text:Indeed.", &[]).unwrap();
    let ben = harness.club.member("ben");
    let late = ben.prepare(&harness.general, "answer text:Late.", &[]).unwrap();
    let in_hand = tokio::spawn(sent.send());
    lock.deferred(&harness, 1).await;
    harness.bot.ask_to_stop();
    let late = tokio::spawn(late.send());
    lock.deferred(&harness, 2).await;
    lock.release().await;
    for told in [in_hand, late] {
        let told = told.await.unwrap().unwrap();
        assert!(told.text().contains("recorded"), "{}", told.text());
    }
    harness.bot.ended().await.unwrap();
    harness.kill_and_start().await;
    harness.ana("quote").await;
    harness.clean();
}
