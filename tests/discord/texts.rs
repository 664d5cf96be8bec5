//! Whatever members write is recorded or refused with a reason, shown whole, and does nothing.

use crate::discord::harness::{DiscordHarness, SOON};

/// The words of a message, and those in a file that holds what is too long for it.
fn words(message: &standin::Message) -> String {
    let files = message.attachments.iter().map(|file| file.text().to_owned());
    message.texts().into_iter().chain(files).collect()
}

#[tokio::test]
async fn answers_of_every_length_and_kind() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:\"Well?\"").await;
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    let combining = format!("a{}", "\u{301}".repeat(100));
    let shown = [
        ("x".to_owned(), "x".to_owned()),
        ("w".repeat(4000), "w".repeat(4000)),
        ("*".repeat(4000), "*".repeat(4000)),
        (combining.clone(), combining),
        ("\u{202e}hidden".to_owned(), "\u{202e}hidden\u{202c}".to_owned()),
        ("א\u{200f}ב".to_owned(), "א\u{200f}ב".to_owned()),
    ];
    for (text, wanted) in &shown {
        let receipt = harness.ana.submit(&form, &[("text", text)]).await.unwrap();
        assert!(receipt.text().contains("recorded") || receipt.text().contains("changed"));
        let there = |messages: &[standin::Message]| {
            messages.get(1).is_some_and(|message| words(message).contains(wanted.as_str()))
        };
        harness.general.wait_for(there, SOON).await;
    }
    for empty in ["   ", "\u{200b}\u{200f}"] {
        if let Ok(refused) = harness.ana.submit(&form, &[("text", empty)]).await {
            assert!(refused.ephemeral && refused.text().contains("empty"), "{}", refused.text());
        }
    }
    // A client lets no more than the form's length go, but another may.
    for (text, why) in [("w".repeat(4001), "4,000"), (String::new(), "empty")] {
        let mut sent = harness.ana.prepare_submit(&form, &[("text", "y")]).unwrap();
        let labels = sent.payload["data"]["components"].as_array_mut().unwrap();
        let field = labels.iter_mut().find(|label| label["component"]["custom_id"] == "text");
        field.expect("the field is there")["component"]["value"] = text.into();
        let refused = sent.send().await.unwrap();
        assert!(refused.ephemeral && refused.text().contains(why), "{}", refused.text());
    }
    assert_eq!(harness.general.messages().len(), 2);
    harness.clean();
}

#[tokio::test]
async fn no_markup_of_a_members_takes_effect() {
    let harness = DiscordHarness::new().await;
    let role = harness.club.role("everybody", standin::Permission::NONE);
    harness.club.make_mentionable(&role, true);
    let text = format!(
        "@everyone <@{}> <@&{}> **b** [link](https://evil.example) https://bare.example # h `c`",
        harness.ana.id, role.id
    );
    harness.ana.rename("**Ana** @here");
    harness.ana("question text:\"@everyone, why?\"").await;
    let form = harness.ana("answer").await.modal().unwrap();
    harness.ana.submit(&form, &[("text", &text)]).await.unwrap();
    let messages = harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    for message in &messages {
        assert!(message.pings().is_empty(), "{message:?}");
        assert_eq!(message.content, "");
    }
    let shown = words(&messages[1]);
    for marked in
        ["\\@everyone", "\\@\\*\\*Ana", "\\*\\*b\\*\\*", "\\[link\\]", "https\\://", "\\# h"]
    {
        assert!(shown.contains(marked), "{marked}: {shown}");
    }
    harness.clean();
}

/// Whether every turn of direction in a text ends in it.
fn turns_back(text: &str) -> bool {
    let begins = text.matches(['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}']).count();
    begins <= text.matches('\u{202c}').count()
}

#[tokio::test]
async fn what_turns_the_direction_of_writing_ends_with_its_message_and_names_nothing() {
    let harness = DiscordHarness::new().await;
    for _ in 0..2 {
        harness.ana("question text:\"Own \u{202e}evil question?\"").await;
    }
    // Both, each with its button.
    let which = harness.ana("answer text:Mine").await.message().unwrap();
    assert_eq!(which.labels(), ["Answer", "Answer"]);
    for shown in which.texts() {
        assert!(turns_back(&shown), "{shown}");
    }
    let form = harness.ana.press(&harness.general.messages()[0], "Answer").await.unwrap();
    let form = form.modal().unwrap();
    let text = format!("\u{202e}{}", "turned round ".repeat(300));
    harness.ana.submit(&form, &[("text", text.trim())]).await.unwrap();
    let messages = harness.general.wait_for(|messages| messages.len() == 3, SOON).await;
    for message in &messages {
        for shown in message.texts() {
            assert!(turns_back(&shown), "{shown}");
        }
    }
    harness.clean();
}
