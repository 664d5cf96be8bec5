//! What is in the log, with everything turned on: no token, and no word of a member's.

use std::io::Write;
use std::sync::{Arc, Mutex};

use commonplace::frontends::discord::log::may_appear;
use standin::Fault;
use tracing_subscriber::filter::{LevelFilter, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};

use crate::discord::harness::{DiscordHarness, SOON, lenient};

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_holds_no_token_and_no_members_words() {
    let written = Written::default();
    let to = written.clone();
    let lines = tracing_subscriber::fmt::layer().with_writer(move || to.clone());
    let all = lines.with_filter(LevelFilter::TRACE).with_filter(filter_fn(may_appear));
    let log = tracing::Dispatch::new(Registry::default().with(all));
    // What goes through the older `log` crate is passed on as well.
    let _ = Registry::default().try_init();
    let harness = DiscordHarness::logged(lenient(), |_| {}, Some(log)).await;

    let question = harness.ana("question text:\"Confidential question\"").await;
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    harness.discord.fail("POST /interactions/*", 1, Fault::DropBefore);
    harness.discord.fail("POST /channels/*/messages", 2, Fault::Status(500));
    let receipt = harness.ana.submit(&form, &[("text", "Confidential answer")]).await.unwrap();
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    harness.ana("quote search:Confidential").await;
    let mut odd = harness.ana.prepare(&harness.general, "answer text:Confidential", &[]).unwrap();
    odd.payload["data"]["name"] = serde_json::json!(["Confidential"]);
    odd.send().await.unwrap();
    harness.discord.gateway().send_raw("Confidential text");
    harness.discord.gateway().close(Some(4000));
    harness.ana("quote").await;

    let log = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("a shard is ready"), "{log}");
    assert!(log.contains("cannot be read"), "{log}");
    for secret in [harness.discord.token(), &question.token, &receipt.token, "Confidential"] {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{line:?}");
    }
}
