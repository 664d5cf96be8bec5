//! Pictures, as Discord is sent them: with the summary of a seminar and with the record.

use standin::{Exchange, Fault, Member, Message, Permission};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// A seminar of four that fay closes; gives back its summary.
pub(super) async fn closed(
    harness: &mut DiscordHarness,
    last_steps: impl AsyncFnOnce(&mut DiscordHarness),
) {
    let fay = harness.club.member("fay");
    fay_says(harness, &fay, "seminar open title:\"On power\" themes:power").await;
    fay_says(harness, &fay, "seminar start").await;
    let members: Vec<Member> =
        ["ana", "ben", "cleo", "dan"].map(|name| harness.club.member(name)).into();
    for member in &members {
        said(member, &harness.general, "seminar join").await;
    }
    fay_says(harness, &fay, "seminar next").await;
    for (member, words) in members.iter().zip(["Councils.", "Nobody.", "The party.", "All."]) {
        said(member, &harness.general, &format!("answer text:\"{words}\"")).await;
    }
    let revealed = |messages: &[Message]| messages.iter().any(|it| it.text().contains("Councils"));
    harness.general.wait_for(revealed, SOON).await;
    fay_says(harness, &fay, "seminar next").await;
    let posed = |messages: &[Message]| messages.iter().any(|it| it.text().contains("Question 2"));
    harness.general.wait_for(posed, SOON).await;
    last_steps(harness).await;
    let sure = fay_says(harness, &fay, "seminar close").await;
    fay.press(&sure, "Close it").await.unwrap();
}

async fn fay_says(harness: &DiscordHarness, fay: &Member, line: &str) -> Exchange {
    said(fay, &harness.general, line).await
}

async fn summary(harness: &DiscordHarness) -> Message {
    let is_there = |messages: &[Message]| messages.iter().any(is_summary);
    let messages = harness.general.wait_for(is_there, SOON).await;
    let all: Vec<Message> = messages.into_iter().filter(is_summary).collect();
    assert_eq!(all.len(), 1, "the summary stands more than once");
    all[0].clone()
}

fn is_summary(message: &Message) -> bool {
    read(message).contains("Summary: On power")
}

/// What a member reads, without the marks that keep a word from being mark-up.
fn read(message: &Message) -> String {
    message.text().replace('\\', "")
}

/// Holds a message to one picture, which it shows, with words for who cannot see it.
fn has_one_picture(message: &Message) -> Vec<u8> {
    let [file] = message.attachments.as_slice() else { panic!("{:?}", message.attachments.len()) };
    assert_eq!(file.filename, "map.png");
    let alt = file.description.as_deref().unwrap();
    assert!(alt.starts_with("Map of "), "{alt}");
    assert!(alt.contains("Question 1: 4 answers"), "{alt}");
    let shown = message.json();
    let parts = shown["components"][0]["components"].as_array().unwrap();
    let gallery = parts.iter().find(|part| part["type"] == 12).unwrap();
    assert_eq!(gallery["items"][0]["media"]["url"], shown["attachments"][0]["url"]);
    assert_eq!(gallery["items"][0]["description"], alt);
    let number = |at: usize| u32::from_be_bytes(file.bytes[at..at + 4].try_into().unwrap());
    assert_eq!(&file.bytes[1..4], b"PNG");
    assert_eq!(number(16), 1_200);
    assert!((300..1_400).contains(&number(20)), "{}", number(20));
    file.bytes.to_vec()
}

#[tokio::test]
pub(super) async fn the_summary_and_the_record_bring_a_picture() {
    let mut harness = DiscordHarness::new().await;
    closed(&mut harness, async |_| {}).await;
    let posted = has_one_picture(&summary(&harness).await);

    let record = harness.ana("record seminar:1").await;
    assert!(has_one_picture(&record) == posted, "both show the same");
    // To turn the page takes the picture away, and to turn it back brings it once.
    let next = harness.ana.press(&record, "Next ›").await.unwrap();
    assert!(next.attachments.is_empty() && next.text().contains("Councils"), "{}", next.text());
    let back = harness.ana.press(&next, "‹ Back").await.unwrap();
    has_one_picture(&back);
    let opened = harness.ana.select(&back, "Open a question", &["round:1"]).await.unwrap();
    assert!(opened.is_update() && opened.text().contains("Councils"), "{}", opened.text());
    harness.clean();
}

#[tokio::test]
async fn a_summary_that_is_sent_again_has_its_picture_once() {
    let mut harness = DiscordHarness::new().await;
    closed(&mut harness, async |harness| {
        // It arrives, and nobody hears that it has.
        harness.discord.fail("POST /channels/*/messages", 1, Fault::DropAfter);
    })
    .await;
    harness.kill_and_start().await;
    has_one_picture(&summary(&harness).await);
}

#[tokio::test]
async fn where_no_files_may_be_attached_the_summary_goes_without() {
    let mut harness = DiscordHarness::new().await;
    harness.general.deny_bot(Permission::ATTACH_FILES);
    closed(&mut harness, async |_| {}).await;
    let posted = summary(&harness).await;
    assert!(posted.attachments.is_empty());
    assert!(posted.text().contains("4 answers"), "{}", posted.text());
    assert!(posted.text().contains("Passages of the readings"), "{}", posted.text());
}
