//! discord.js, which we did not write either, logs in and answers people.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use standin::{Options, Standin};

/// A process that ends with its test.
struct Client(Child);

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
#[ignore = "needs node and discord.js: npm ci in standin/independent"]
async fn discord_js() {
    let discord = Standin::start(Options::default()).await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let client = Command::new("node")
        .arg("client.mjs")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/independent"))
        .env("STANDIN_URL", discord.url())
        .env("STANDIN_TOKEN", discord.token())
        .stdin(Stdio::piped())
        .spawn()
        .expect("node is there");
    let _client = Client(client);
    discord.ready().await;
    discord.command("quote", Duration::from_secs(30)).await;

    let choices = ana.autocomplete(&general, "quote theme:p").await.expect("choices");
    assert_eq!(choices.len(), 2);
    let line = "quote theme:power channel:#general of:@ana";
    let shown = ana.slash(&general, line).await.expect("an answer");
    assert_eq!(shown.content, "on power in general of ana");
    assert_eq!(shown.labels(), ["Answer", "Another"]);
    let form = ana.press(&shown, "Answer").await.expect("pressed").modal().expect("a form");
    let done = ana.submit(&form, &[("text", "because")]).await.expect("submitted");
    assert_eq!(done.content, "ana says because");
    let chosen = ana.select(&shown, "menu", &["Two"]).await.expect("selected");
    assert_eq!(chosen.content, "chose 2");
    assert!(ana.press(&shown, "Another").await.expect("pressed").is_update());
    assert_eq!(shown.now().expect("it stands").text(), "another\nA quote\nTo be or not to be");
    let slow = ana.slash(&general, "slow").await.expect("an answer");
    assert!(slow.deferred && slow.ephemeral && slow.content == "done");
    slow.wait_for_follow_ups(1, Duration::from_secs(30)).await.expect("a follow-up");
    assert_eq!(ana.slash(&general, "discuss").await.expect("an answer").content, "opened");
    let thread = general.threads().remove(0);
    assert_eq!(thread.last().expect("a message").attachments[0].text(), "hello");
    let word = ana.says(&general, "well said");
    let recorded = ana.message_command("Record as response", &word).await.expect("an answer");
    assert_eq!(recorded.content, "recorded: well said");

    discord.gateway().drop_connections();
    ana.slash(&general, "quote").await.expect("an answer after a dropped connection");
    assert_eq!(discord.gateway().identifies(), 1, "it resumed");
    discord.assert_clean();
}
