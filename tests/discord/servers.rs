//! Two servers share a bot; nothing of one ever shows in the other.

use crate::discord::harness::{DiscordHarness, SOON, said};

#[tokio::test]
pub(super) async fn nothing_of_one_server_shows_in_the_other() {
    let harness = DiscordHarness::new().await;
    let other = harness.discord.server("Another club");
    let (hall, ana_there, zoe) = (other.channel("hall"), other.member("ana"), other.member("zoe"));

    let question = harness.ana("question text:\"What do we owe each other?\"").await;
    harness.ana("answer text:\"Secrets of the first club.\"").await;
    harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    let quote = harness.ana("quote").await;
    harness.ana.press(&quote, "Keep").await.unwrap();

    for line in ["record", "record theme:power", "kept", "daily list", "theme name:power"] {
        for who in [&ana_there, &zoe] {
            let shown = said(who, &hall, line).await.text();
            assert!(!shown.contains("Secrets"), "/{line}: {shown}");
            assert!(!shown.contains("owe each other"), "/{line}: {shown}");
            assert!(line != "kept" || !shown.contains('>'), "/{line}: {shown}");
        }
    }
    let none = said(&zoe, &hall, "answer text:Mine").await;
    assert!(none.ephemeral, "no question is open there: {}", none.text());

    // A button carried over by hand does nothing.
    let answer = question.button("Answer").unwrap()["custom_id"].as_str().unwrap().to_owned();
    let close = question.button("Close").unwrap()["custom_id"].as_str().unwrap().to_owned();
    let there = said(&zoe, &hall, "quote").await;
    let before = (harness.general.messages().len(), hall.messages().len());
    for forged in [answer.as_str(), close.as_str(), "close round:1 sure:true", "record round:1"] {
        let refused = zoe.forge(&there, forged).await.unwrap();
        assert!(refused.ephemeral, "{forged}: {refused:?}");
        assert!(!refused.text().contains("owe"), "{forged}: {}", refused.text());
    }
    assert_eq!((harness.general.messages().len(), hall.messages().len()), before);

    // Nor can a place of another server be posted to.
    let owner = other.owner();
    let line = format!("daily add time:9:00 timezone:UTC channel:{}", harness.general.id);
    if let Ok(refused) = owner.slash(&hall, &line).await {
        assert!(refused.ephemeral, "{}", refused.text());
    }
    harness.clean();
}
