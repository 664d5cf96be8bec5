//! Whom and what a text mentions is shown by name, in every way in which a text comes in, and
//! nobody is pinged.

use standin::{Message, Permission};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// What a member reads, without the marks that keep a word from being mark-up.
fn read(message: &Message) -> String {
    message.text().replace('\\', "")
}

/// A text that mentions all there is, and how it reads.
fn mentioning(harness: &DiscordHarness) -> (String, &'static str) {
    let readers = harness.club.role("readers", Permission::NONE);
    let cleo = harness.club.member("cleo");
    cleo.rename("Cleo K.");
    let text = format!(
        "<@{}> and <@!{}> of <@&{}> in <#{}>: <:key:12345678901234567> </seminar open:77777777777777777> <t:1770000000:R>",
        harness.ana.id, cleo.id, readers.id, harness.general.id
    );
    (
        text,
        "@ana and @Cleo K. of @readers in #general: :key: /seminar open Mon 2 Feb 2026 02:40 UTC",
    )
}

#[tokio::test]
async fn a_text_reads_the_same_from_an_option_and_from_a_form() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let (text, shown) = mentioning(&harness);
    let question = harness.ana(&format!("question text:\"What of {text}\"")).await;
    assert!(read(&question).contains(&format!("What of {shown}")), "{}", read(&question));
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();
    let asked = form.text().replace('\\', "");
    assert!(asked.contains("What of @ana and @Cleo K."), "{asked}");
    ben.submit(&form, &[("text", &text)]).await.unwrap();
    said(&harness.club.member("dora"), &harness.general, &format!("answer text:\"{text}\"")).await;
    said(&ben, &harness.general, &format!("statement propose text:\"{text}\"")).await;
    let messages = harness.general.wait_for(|messages| messages.len() == 4, SOON).await;
    for message in &messages {
        assert!(read(message).contains(shown), "{}", read(message));
        assert!(message.pings().is_empty());
    }
    let record = harness.ana("record theme:none").await;
    assert_eq!(read(&record).matches(shown).count(), 4, "{}", read(&record));
    harness.clean();
}

#[tokio::test]
async fn no_number_is_left_of_what_is_unknown_or_hidden() {
    let harness = DiscordHarness::new().await;
    let secret = harness.club.channel("secret-plans");
    secret.overwrite_everyone(Permission::NONE, Permission::VIEW_CHANNEL);
    secret.allow_bot(Permission::VIEW_CHANNEL);
    let elsewhere = harness.discord.server("Another club").channel("their-room");
    let gone = harness.club.member("zoe");
    gone.leave();
    let text =
        format!("<@{}> knows <#{}> and <#{}> <@&{}>", gone.id, secret.id, elsewhere.id, gone.id);
    let question = harness.ana(&format!("question text:\"{text}\"")).await;
    let wanted = "@someone knows #a channel and #a channel @a role";
    assert!(read(&question).contains(wanted), "{}", read(&question));
    harness.clean();
}

#[tokio::test]
async fn a_message_that_becomes_an_answer_reads_as_its_readers_saw_it() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    harness.ana("question text:Well?").await;
    let (text, shown) = mentioning(&harness);
    let message = ben.says(&harness.general, &text);
    ben.message_command("Record as answer", &message).await.unwrap();
    let messages = harness.general.wait_for(|messages| messages.len() == 3, SOON).await;
    assert!(read(&messages[2]).contains(shown), "{}", read(&messages[2]));
    harness.clean();
}

#[tokio::test]
async fn what_a_member_hid_is_not_laid_open() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:\"Does he ||die *at last*|| or not?\"").await;
    assert!(question.text().contains("||die \\*at last\\*||"), "{}", question.text());
    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    assert!(form.text().contains("||die \\*at last\\*||"), "{}", form.text());
    let text = "He does: ||in the last *chapter*||.";
    harness.ana.submit(&form, &[("text", text)]).await.unwrap();
    let messages = harness.general.wait_for(|messages| messages.len() == 2, SOON).await;
    let shown = messages[1].text();
    assert!(shown.contains("||in the last \\*chapter\\*||"), "{shown}");
    let record = harness.ana("record theme:none").await.text();
    assert!(record.contains("||in the last \\*chapter\\*||"), "{record}");
    harness.clean();
}
