//! serenity, which we did not write, logs in and answers people.

use std::time::Duration;

use crate::support::start;
use standin::{Answer, Failure};

#[tokio::test]
async fn a_slash_a_button_a_form() {
    let (discord, _bot) = start().await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let shown = ana
        .slash(&general, "quote theme:power search:\"free enterprise\"")
        .await
        .expect("an answer");
    assert!(shown.content.contains("free enterprise"), "{shown:?}");
    assert_eq!(shown.labels(), ["Answer", "Another", "Quiet", "Off"]);
    assert!(!shown.ephemeral);
    assert!(shown.pings().is_empty());
    let form = ana.press(&shown, "Answer").await.expect("pressed").modal().expect("a form");
    assert_eq!(form.title, "Answer");
    assert!(matches!(ana.submit(&form, &[]).await, Err(Failure::Invalid(_))));
    let done = ana.submit(&form, &[("text", "because")]).await.expect("submitted");
    assert_eq!(done.content, "ana says because");
    assert!(done.ephemeral);
    let update = ana.press(&shown, "Another").await.expect("pressed");
    assert!(update.is_update());
    assert_eq!(shown.now().expect("still there").content, "another quote");
    let chosen = ana.select(&shown, "menu", &["Two"]).await.expect("selected");
    assert_eq!(chosen.content, "chose 2");
    assert!(matches!(ana.press(&shown, "Off").await, Err(Failure::Disabled(_))));
    assert!(matches!(ana.press(&shown, "None").await, Err(Failure::NoSuchComponent { .. })));
    assert_eq!(general.messages().len(), 2);
    discord.assert_clean();
}

#[tokio::test]
async fn autocomplete_deferral_and_options() {
    let (discord, _bot) = start().await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let choices = ana.autocomplete(&general, "quote theme:p").await.expect("choices");
    assert_eq!(choices.len(), 2);
    let slow = ana.slash(&general, "slow").await.expect("an answer");
    assert!(slow.deferred && !slow.ephemeral);
    assert_eq!(slow.content, "done");
    let more = slow.wait_for_follow_ups(1, Duration::from_secs(30)).await.expect("a follow-up");
    assert_eq!(more[0].content, "and more");
    assert!(ana.slash(&general, "slow private:true").await.expect("an answer").ephemeral);
    let readers = club.role("readers", standin::Permission::NONE);
    let line = "daily add time:09:00 channel:#general role:@readers file:a.txt";
    let daily = ana.slash_with(&general, line, &[("a.txt", b"hello")]).await.expect("an answer");
    let text = daily.attachments[0].text().to_owned();
    assert!(text.contains(&readers.id.to_string()), "{text}");
    assert!(text.contains("a.txt"), "{text}");
    let word = ana.says(&general, "well said");
    let recorded = ana.message_command("Record as response", &word).await.expect("an answer");
    assert_eq!(recorded.content, "recorded: well said");
    let dm = ana.dm();
    assert!(ana.slash(&dm, "quote").await.expect("an answer").content.starts_with("quote"));
    assert!(ana.slash(&general, "quote theme:x bogus:y").await.is_err());
    assert!(matches!(ana.slash(&general, "nope").await, Err(Failure::NoSuchCommand { .. })));
    let quiet = ana.slash(&general, "quote").await.expect("an answer");
    let failed = ana.slash(&general, "mute").await;
    assert!(matches!(failed, Err(Failure::NoAnswer(_))), "{failed:?}");
    let quiet = ana.press(&quiet, "Quiet").await.expect("acknowledged");
    assert!(matches!(quiet.answer, Answer::Nothing));
    discord.assert_clean();
}
