//! What is in the log, with everything turned on: no token, and no word of a member's.

use std::io::Write;
use std::sync::{Arc, Mutex};

use commonplace::frontends::discord::log::may_appear;
use standin::Fault;
use tracing_subscriber::filter::{LevelFilter, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};

use crate::stage::{SOON, Stage, lenient};

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
    let stage = Stage::logged(lenient(), |_| {}, Some(log)).await;

    let question = stage.ana("question text:\"Confidential question\"").await;
    let form = stage.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    stage.discord.fail("POST /interactions/*", 1, Fault::DropBefore);
    stage.discord.fail("POST /channels/*/messages", 2, Fault::Status(500));
    let receipt = stage.ana.submit(&form, &[("text", "Confidential answer")]).await.unwrap();
    stage.general.wait_for(|messages| messages.len() == 2, SOON).await;
    stage.ana("quote search:Confidential").await;
    let mut odd = stage.ana.prepare(&stage.general, "answer text:Confidential", &[]).unwrap();
    odd.payload["entitlements"] = serde_json::json!("Confidential");
    odd.send().await.unwrap();
    stage.discord.gateway().send_raw("Confidential text");
    stage.discord.gateway().close(Some(4000));
    stage.ana("quote").await;

    let log = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("a shard is ready"), "{log}");
    assert!(log.contains("cannot be read"), "{log}");
    for secret in [stage.discord.token(), &question.token, &receipt.token, "Confidential"] {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{line:?}");
    }
}
