//! The traps of the gateway and of serenity, each met or its effect bounded.

use std::time::Duration;

use serde_json::json;
use standin::{Fault, SessionInfo};

use crate::discord::harness::{DISCORD_WAITS, DiscordHarness, SOON, until};

/// Waits until the bot answers; as a member sees it, who tries again.
async fn answers(harness: &DiscordHarness) {
    let answered = async || {
        let quote = harness.ana.slash(&harness.general, "quote");
        matches!(tokio::time::timeout(DISCORD_WAITS, quote).await, Ok(Ok(_)))
    };
    until("the bot answers", answered).await;
}

fn resumed(times: u64) -> impl Fn(&[SessionInfo]) -> bool {
    move |sessions| sessions.iter().any(|one| one.connected && one.resumes >= times)
}

/// Trap 3.
#[tokio::test]
async fn a_close_without_a_code() {
    let harness = DiscordHarness::new().await;
    for _ in 0..2 {
        harness.discord.gateway().close(None);
        answers(&harness).await;
    }
}

/// Trap 4.
#[tokio::test]
async fn sessions_that_are_lost() {
    let harness = DiscordHarness::new().await;
    let control = harness.discord.gateway();
    for act in
        [&(|| control.invalidate(false)) as &dyn Fn(), &|| control.close(Some(4009)), &|| {
            control.fail_resumes(1);
            control.close(Some(4000));
        }]
    {
        act();
        answers(&harness).await;
    }
}

#[tokio::test]
async fn connections_that_are_lost_are_taken_up_again() {
    let harness = DiscordHarness::new().await;
    let control = harness.discord.gateway();
    for (at, act) in [
        &(|| control.drop_connections()) as &dyn Fn(),
        &|| control.close(Some(4000)),
        &|| control.close(Some(1001)),
        &|| control.ask_to_reconnect(),
        &|| control.invalidate(true),
    ]
    .into_iter()
    .enumerate()
    {
        act();
        // What is sent meanwhile is replayed.
        harness.ana("quote").await;
        control.wait_for(resumed(at as u64 + 1), SOON).await;
    }
    assert_eq!(control.identifies(), 1);
    harness.clean();
}

/// Trap 4: what is sent while a heartbeat is not acknowledged is not lost.
#[tokio::test]
async fn heartbeats_without_an_acknowledgement() {
    let harness = DiscordHarness::new().await;
    harness.discord.gateway().acknowledge_heartbeats(false);
    let taken_up = resumed(1);
    harness.discord.gateway().wait_for(taken_up, SOON).await;
    harness.discord.gateway().acknowledge_heartbeats(true);
    answers(&harness).await;
}

#[tokio::test]
async fn a_gateway_that_is_away_for_a_while() {
    let harness = DiscordHarness::new().await;
    harness.discord.gateway().refuse_for(Duration::from_secs(2));
    harness.discord.gateway().drop_connections();
    tokio::time::sleep(Duration::from_secs(2)).await;
    answers(&harness).await;
}

/// The library would try again at once, and again.
#[tokio::test]
async fn a_gateway_that_hangs_up_is_not_called_in_a_hurry() {
    let harness = DiscordHarness::new().await;
    let control = harness.discord.gateway();
    control.hang_up_for(2 * SOON);
    control.drop_connections();
    until("it calls", async || control.hung_up() > 0).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let calls = control.hung_up();
    // In a hurry it would be hundreds.
    assert!(calls <= 40, "{calls} calls");
    control.hang_up_for(Duration::ZERO);
    answers(&harness).await;
}

/// Trap 6: what we do not use may be of any kind, and Components V2 are none of serenity's.
#[tokio::test]
async fn what_serenity_could_not_read_is_answered() {
    let harness = DiscordHarness::new().await;
    let mut odd = harness.ana.prepare(&harness.general, "quote", &[]).unwrap();
    odd.payload["entitlements"] = json!("none");
    assert!(odd.send().await.unwrap().button("Keep").is_some());

    let quote = harness.ana("quote").await;
    let mut odd = harness.ana.prepare_press(&quote, "Keep").unwrap();
    odd.payload["message"]["author"] = json!(null);
    odd.payload["message"]["flags"] = json!(1 << 15);
    odd.payload["message"]["components"] = json!([{"type": 17, "components": []}]);
    let kept = odd.send().await.unwrap();
    assert!(kept.ephemeral && kept.text().contains("kept"), "{}", kept.text());
    harness.clean();
}

#[tokio::test]
async fn events_and_texts_of_any_kind_do_no_harm() {
    let harness = DiscordHarness::new().await;
    let control = harness.discord.gateway();
    control.dispatch_raw("INTERACTION_CREATE", &json!({"id": "x"}));
    control.dispatch_raw("INTERACTION_CREATE", &json!(null));
    control.dispatch_raw("SOMETHING_NEW", &json!({"a": [1, 2, 3]}));
    control.send_raw("not json");
    control.send_raw(r#"{"op": 99, "d": {}}"#);
    answers(&harness).await;
}

#[tokio::test]
pub(super) async fn forged_and_old_buttons_are_refused() {
    let harness = DiscordHarness::new().await;
    let quote = harness.ana("quote").await;
    for line in [
        "",
        "daily add time:9:00",
        "settings facilitators:1",
        "quote id:\"",
        "answer round:99999999999999999999",
        "close round:1 sure:true",
        "eval 1",
        "\u{202e}",
        "quote theme:power theme:power",
    ] {
        match harness.ana.forge(&quote, line).await {
            Ok(refused) => assert!(refused.ephemeral, "{line}: {refused:?}"),
            Err(failure) => panic!("{line}: {failure}"),
        }
    }
    harness.clean();
}

/// Trap 8.
#[tokio::test]
pub(super) async fn what_is_delivered_twice_is_done_once() {
    let harness = DiscordHarness::new().await;
    harness.discord.gateway().duplicate_next(2);
    let question = harness.ana("question text:Well?").await;
    assert!(question.refused().is_empty());
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    let sent = harness.ana.prepare_submit(&form, &[("text", "Once.")]).unwrap();
    let receipt = sent.send_times(3).await.unwrap();
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    receipt.redeliver();
    question.redeliver();
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(harness.general.messages().len(), 2);
    assert!(receipt.refused().is_empty() && question.refused().is_empty());
    let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer.");
    harness.general.wait_for(counted, SOON).await;
    harness.clean();
}

/// Trap 9.
#[tokio::test]
async fn a_stop_finishes_what_is_in_hand() {
    let mut harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    harness.discord.fail("POST /interactions/*", 1, Fault::Delay(Duration::from_millis(900)));
    let sent = harness.ana.prepare(&harness.general, "answer text:Just in time.", &[]).unwrap();
    let answered = tokio::spawn(sent.send());
    harness.met_all_faults().await;
    harness.bot.ask_to_stop();
    assert!(answered.await.unwrap().unwrap().text().contains("recorded"));
    harness.bot.ended().await.unwrap();
    assert!(harness.discord.gateway().sessions().iter().all(|session| !session.connected));
    harness.kill_and_start().await;
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    harness.clean();
}
