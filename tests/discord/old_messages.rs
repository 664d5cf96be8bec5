//! Messages that an earlier release has posted: their buttons work, and they are edited into what
//! messages are now.

use commonplace::messages::Subject;
use commonplace::store::ServerTx;
use domain::{Address, ChannelId, MessageId, RoundId, ServerId};
use serde_json::{Value, json};
use standin::{Id, Message};

use crate::discord::harness::{DiscordHarness, SOON, until};

/// The question of round 1 as release 0.1.0 posted it.
fn question_of_embeds() -> Value {
    json!({
        "allowed_mentions": {"parse": []},
        "embeds": [{
            "color": 3106448,
            "title": "Power",
            "description": "**Who rules?**\n\n**No answers yet.**",
            "footer": {"text": "Round 1"},
        }],
        "components": [
            {"type": 1, "components": [
                {"type": 2, "style": 1, "label": "Answer", "custom_id": "answer round:1"},
                {"type": 2, "style": 2, "label": "Answer anonymously",
                 "custom_id": "answer round:1 anonymous:true"},
            ]},
            {"type": 1, "components": [
                {"type": 2, "style": 2, "label": "Close", "custom_id": "close round:1"},
            ]},
        ],
    })
}

fn number(id: Id) -> i64 {
    id.0.cast_signed()
}

/// Posts the question of embeds in the bot's name, and has the bot take it for that of round 1.
async fn posted_before(harness: &DiscordHarness) -> Message {
    let place = harness.general.id;
    let url = format!("{}/api/v10/channels/{place}/messages", harness.discord.url());
    let client = reqwest::Client::builder().user_agent("DiscordBot (test, 1)").build().unwrap();
    let post = client.post(url).header("Authorization", format!("Bot {}", harness.discord.token()));
    let post = post.header("Content-Type", "application/json");
    let sent = post.body(question_of_embeds().to_string()).send().await.unwrap();
    assert!(sent.status().is_success(), "{}", sent.text().await.unwrap());
    let old = harness.general.last().unwrap();
    let at =
        Address { place: ChannelId(number(place)), message: MessageId(number(old.message_id())) };
    let server = ServerId(number(harness.club.id));
    let subject = Subject::Round(RoundId(1));
    let store = harness.bot.store();
    // Not before the bot has noted where its own is.
    let noted = async || store.read(server).message(subject).await.unwrap().is_some();
    until("it is noted", noted).await;
    let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
    store.change(server, remember).await.unwrap();
    old
}

#[tokio::test]
async fn a_question_of_embeds_is_answered_by_its_buttons_and_takes_the_new_form() {
    let harness = DiscordHarness::new().await;
    harness.ana("question text:\"Who rules?\" theme:power").await;
    let old = posted_before(&harness).await;

    let (ben, cleo) = (harness.club.member("ben"), harness.club.member("cleo"));
    let form = ben.press(&old, "Answer anonymously").await.unwrap().modal().unwrap();
    let name = form.field("Your name").unwrap();
    assert_eq!(name.value, "without", "the old button chooses beforehand");
    let receipt = ben.submit(&form, &[("text", "Nobody should.")]).await.unwrap();
    assert!(receipt.text().contains("without your name"), "{}", receipt.text());

    let counted = |messages: &[Message]| {
        messages.iter().any(|it| it.id == old.id && it.text().contains("1 answer"))
    };
    let now = harness.general.wait_for(counted, SOON).await;
    let now = now.into_iter().find(|it| it.id == old.id).unwrap();
    let shown = now.json();
    assert_eq!(shown["embeds"], json!([]), "{shown}");
    assert_eq!(shown["components"][0]["type"], 17, "{shown}");
    assert_eq!(now.labels(), ["Answer", "Edit", "Close"]);

    // Somebody has the old one still before them.
    let form = cleo.press(&old, "Answer").await;
    assert!(form.is_err() || form.unwrap().modal().is_ok());
    let form = cleo.press(&now, "Answer").await.unwrap().modal().unwrap();
    cleo.submit(&form, &[("text", "Whoever is asked.")]).await.unwrap();
    let twice = |messages: &[Message]| {
        messages.iter().any(|it| it.id == old.id && it.text().contains("2 answers"))
    };
    harness.general.wait_for(twice, SOON).await;
}
