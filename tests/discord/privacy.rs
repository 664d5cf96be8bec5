//! What is kept about a member on Discord: shown, copied, erased; and what becomes of a server that the
//! bot has left.

use std::process::Command;
use std::time::Duration;

use commonplace::store::{Mode, Store};
use domain::ServerId;
use jiff::SignedDuration;

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};

/// A worker that nobody wakes looks again after 20 seconds.
const LATER: Duration = Duration::from_secs(40);

const WORDS: &str = "A quagga rules nobody.";

/// A question of ana's that ben has answered by name, so that both messages are there.
async fn answered(harness: &DiscordHarness) -> standin::Member {
    let ben = harness.club.member("ben");
    harness.ana("question text:\"Who rules?\"").await;
    let receipt = said(&ben, &harness.general, &format!("answer text:\"{WORDS}\"")).await;
    assert!(receipt.ephemeral && receipt.text().contains("have it erased"), "{}", receipt.text());
    assert!(receipt.button("What is kept?").is_some(), "{}", receipt.text());
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    ben
}

#[tokio::test]
pub(super) async fn a_member_erases_themselves_and_the_messages_follow() {
    let harness = DiscordHarness::new().await;
    let ben = answered(&harness).await;
    let shown = said(&ben, &harness.general, "privacy show").await;
    assert!(shown.ephemeral && shown.text().contains("your words"), "{}", shown.text());
    let copy = ben.press(&shown, "Give me a copy").await.unwrap();
    assert!(copy.ephemeral, "{}", copy.text());
    let file = copy.attachments[0].text();
    assert!(file.contains(WORDS) && file.contains(&ben.id.to_string()), "{file}");
    let ask = ben.press(&shown, "Erase …").await.unwrap();
    assert!(ask.ephemeral && ask.text().contains("This goes for good"), "{}", ask.text());
    let done = ben.press(&ask, "Erase it for good").await.unwrap();
    assert!(done.ephemeral && done.text().contains("one answer"), "{}", done.text());
    harness.general.wait_for(|messages| messages.len() == 1, SOON).await;
    let question = harness.general.messages().remove(0);
    question.wait_for(|it| it.text().contains("1 answer was withdrawn."), SOON).await;
    let record = harness.ana("record theme:none").await.text();
    assert!(!record.contains("quagga") && !record.contains("ben"), "{record}");
    harness.clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_erases_somebody_beside_the_running_bot() {
    let harness = DiscordHarness::new().await;
    let ben = answered(&harness).await;
    let id = ben.id.to_string();
    let privacy = |what: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_commonplace"))
            .args(["privacy", what, "--member", &id])
            .env_clear()
            .env("COMMONPLACE_DATABASE_PATH", harness.database())
            .current_dir(harness.database().parent().unwrap())
            .output()
            .unwrap();
        let words = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{what}: {words}{:?}", output.stderr);
        words
    };
    let shown = tokio::task::block_in_place(|| privacy("show"));
    assert!(shown.contains(&format!("server {}", harness.club.id)), "{shown}");
    assert!(shown.contains("answers     1"), "{shown}");
    let copy: serde_json::Value =
        serde_json::from_str(&tokio::task::block_in_place(|| privacy("export"))).unwrap();
    assert_eq!(copy["servers"][0]["answers"][0]["answer"], WORDS);
    let erased = tokio::task::block_in_place(|| privacy("erase"));
    assert!(erased.contains("is erased. Servers: 1, answers: 1."), "{erased}");
    harness.general.wait_for(|messages| messages.len() == 1, LATER).await;
    let again = tokio::task::block_in_place(|| privacy("erase"));
    assert!(again.contains("Nothing is held of"), "{again}");
    harness.clean();
}

#[tokio::test]
pub(super) async fn the_data_of_a_server_goes_some_time_after_the_bot_was_removed() {
    let mut harness = DiscordHarness::new().await;
    let other = harness.discord.server("Another club");
    let (hall, zoe) = (other.channel("hall"), other.member("zoe"));
    said(&zoe, &hall, "question text:\"Who rules there?\"").await;
    said(&zoe, &hall, &format!("answer text:\"{WORDS}\"")).await;
    answered(&harness).await;
    let store = Store::open(&harness.database(), Mode::Look).await.unwrap();
    let id = |server: standin::Id| ServerId(i64::try_from(server.0).unwrap());
    let (here, there) = (id(harness.club.id), id(other.id));
    assert!(store.servers_present().await.unwrap().contains(&there));
    other.remove_bot();
    // It is asked where it is when it starts.
    harness.kill_and_start().await;
    until(async || store.servers_present().await.unwrap() == [here].into()).await;
    assert_eq!(store.read(there).rounds_on(None).await.unwrap().len(), 1, "it is kept for now");
    other.invite_bot();
    harness.kill_and_start().await;
    until(async || store.servers_present().await.unwrap().contains(&there)).await;
    other.remove_bot();
    harness.kill_and_start().await;
    until(async || !store.servers_present().await.unwrap().contains(&there)).await;
    harness.restart_with(|options| options.keep = SignedDuration::ZERO).await;
    until(async || store.read(there).rounds_on(None).await.unwrap().is_empty()).await;
    assert_eq!(store.read(here).rounds_on(None).await.unwrap().len(), 1);
    harness.clean();
}

/// Waits for what comes by itself.
async fn until(come: impl AsyncFn() -> bool) {
    let coming = async {
        while !come().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(LATER, coming).await.expect("it does not come");
}

#[tokio::test]
async fn a_flood_in_one_server_is_refused_and_another_goes_on() {
    let harness = DiscordHarness::with(lenient(), |options| {
        options.limits.often.answers = [100, 3];
    })
    .await;
    let other = harness.discord.server("Another club");
    let (hall, zoe) = (other.channel("hall"), other.member("zoe"));
    harness.ana("question text:\"Who rules?\"").await;
    for number in 0..3 {
        harness.ana(&format!("answer text:\"Flood {number}.\"")).await;
    }
    let ben = harness.club.member("ben");
    let refused = said(&ben, &harness.general, "answer text:\"My only one.\"").await;
    assert!(refused.ephemeral, "{}", refused.text());
    assert!(refused.text().contains("This server has sent too many answers"), "{}", refused.text());
    assert!(refused.text().contains("My only one."), "{}", refused.text());
    said(&zoe, &hall, "question text:\"Who rules?\"").await;
    let taken = said(&zoe, &hall, "answer text:\"Mine.\"").await.text();
    assert!(taken.contains("recorded"), "{taken}");
    harness.clean();
}

#[tokio::test]
async fn what_the_operator_has_published_is_linked() {
    let harness = DiscordHarness::with(lenient(), |options| {
        options.policies.privacy = Some("https://example.org/privacy".to_owned());
        options.policies.terms = Some("https://example.org/terms".to_owned());
    })
    .await;
    for line in ["privacy show", "help"] {
        let shown = harness.ana(line).await.text();
        assert!(shown.contains("[Privacy policy](<https://example.org/privacy>)"), "{shown}");
        assert!(shown.contains("[Terms](<https://example.org/terms>)"), "{shown}");
    }
    harness.clean();
}
