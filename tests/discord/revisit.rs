//! A question that is asked again weeks later: a card in the channel, a letter to each, numbers alone
//! in the end.

use commonplace::clock::Clock;
use jiff::{SignedDuration, Timestamp};
use standin::{Member, Message};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// A time that goes on from so many days from now.
fn in_days(days: i64) -> Clock {
    Clock::fast(Timestamp::now() + SignedDuration::from_hours(24 * days), 1)
}

fn shows(words: &'static str) -> impl Fn(&[Message]) -> bool {
    move |messages| messages.iter().any(|message| message.text().contains(words))
}

fn find(messages: Vec<Message>, words: &str) -> Message {
    messages.into_iter().find(|message| message.text().contains(words)).unwrap()
}

/// What a member says on the card in the channel.
async fn thinks(member: &Member, card: &Message, label: &str) {
    let page = member.press(card, "Look again").await.unwrap();
    assert!(page.ephemeral, "{}", page.text());
    let page = page.message().unwrap();
    let said = member.press(&page, label).await.unwrap();
    assert!(said.text().contains("You said that you"), "{}", said.text());
}

#[tokio::test]
async fn five_members_look_again_and_only_numbers_are_told() {
    let mut harness = DiscordHarness::new().await;
    let ana = harness.ana.clone();
    let others = ["ben", "cleo", "dan", "eve"].map(|name| harness.club.member(name));
    for line in
        ["seminar open title:Power themes:power questions:2", "seminar start", "seminar next"]
    {
        said(&ana, &harness.general, line).await;
    }
    for member in [&ana].into_iter().chain(&others) {
        said(member, &harness.general, "answer text:\"I think so.\"").await;
    }
    let asks = said(&ana, &harness.general, "seminar close revisit:4w").await.message().unwrap();
    let closed = ana.press(&asks, "Close it").await.unwrap();
    assert!(closed.text().contains("is asked again"), "{}", closed.text());
    harness.general.wait_for(shows("Summary"), SOON).await;
    // Dan takes no letters.
    others[2].block_dms(true);

    harness.restart_with(|options| options.clock = in_days(29)).await;
    let messages = harness.general.wait_for(shows("Has your mind changed?"), SOON).await;
    let card = find(messages, "Has your mind changed?");
    assert!(card.pings().users.is_empty() && !card.pings().everyone);
    let letters = others[0].dm().wait_for(shows("Has your mind changed?"), SOON).await;
    let letter = find(letters, "Has your mind changed?");
    assert!(letter.text().contains(&card.id.to_string()), "no link: {}", letter.text());
    for (member, label) in others.iter().zip([
        "I have changed my mind",
        "I have changed my mind",
        "I think somewhat differently",
        "I think the same",
    ]) {
        thinks(member, &card, label).await;
    }
    thinks(&ana, &card, "I think the same").await;
    assert!(others[2].dms().is_empty());
    // What was said outlives a restart, and a late press is refused.
    harness.restart_with(|options| options.clock = in_days(37)).await;
    let messages = harness.general.wait_for(shows("How minds have moved"), SOON).await;
    let summary = find(messages, "How minds have moved");
    assert!(summary.text().contains("2 have changed their minds"), "{}", summary.text());
    harness.general.wait_for(shows("This is over."), SOON).await;
    let late = ana.forge(&card, "revisit round:1 mind:same").await.unwrap();
    assert!(late.ephemeral && late.text().contains("This is over"), "{}", late.text());
    let told = harness.general.messages();
    assert_eq!(told.iter().filter(|it| it.text().contains("How minds have moved")).count(), 1);
    harness.clean();
}
