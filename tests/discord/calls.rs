//! How many HTTP calls what a group does costs: those with the bot's token count against its limits,
//! those with an interaction's token do not.

use std::collections::BTreeMap;

use commonplace::clock::Clock;
use standin::{Channel, Member, Message};

use crate::discord::harness::{DiscordHarness, SOON, lenient};

/// A group whose time runs twenty times as fast, so that edits do not gather for long.
struct Group {
    harness: DiscordHarness,
    readers: Vec<Member>,
}

impl Group {
    async fn of(size: usize) -> Self {
        let clock = Clock::fast("2026-11-23T18:00:00Z".parse().unwrap(), 20);
        let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
        let readers =
            (1..=size).map(|number| harness.club.member(&format!("reader{number}"))).collect();
        Self { harness, readers }
    }

    async fn answers(&self, reader: &Member, on: &Message, text: &str) {
        let form = reader.press(on, "Answer").await.unwrap().modal().unwrap();
        let receipt = reader.submit(&form, &[("text", text)]).await.unwrap();
        assert!(receipt.text().contains("is recorded"), "{}", receipt.text());
        // Nobody does the next thing sooner, so no edit is spared because people were quick.
        self.harness.settled().await;
    }

    /// The calls since the last time, by whose token they carried and by route.
    fn calls(&self) -> String {
        let mut counted: BTreeMap<(bool, String), usize> = BTreeMap::new();
        for request in self.harness.discord.requests() {
            let route = format!("{} {}", request.method, request.route);
            *counted.entry((!request.with_token, route)).or_default() += 1;
        }
        self.harness.discord.clear_requests();
        let mut lines = Vec::new();
        for (of_interaction, whose) in [(false, "the bot's"), (true, "an interaction's")] {
            let own = counted.iter().filter(|((other, _), _)| *other == of_interaction);
            let own: Vec<(&str, usize)> =
                own.map(|((_, route), count)| (route.as_str(), *count)).collect();
            let all: usize = own.iter().map(|(_, count)| count).sum();
            lines.push(format!("with {whose} token: {all}"));
            lines.extend(own.iter().map(|(route, count)| format!("{count:4} {route}")));
        }
        lines.join("\n")
    }
}

/// The newest message that has this button.
async fn found(channel: &Channel, button: &str) -> Message {
    let has = |messages: &[Message]| messages.iter().any(|it| it.button(button).is_some());
    let messages = channel.wait_for(has, SOON).await;
    messages.into_iter().rev().find(|it| it.button(button).is_some()).unwrap()
}

#[tokio::test]
async fn a_named_live_answer() {
    let group = Group::of(1).await;
    let question = group.harness.ana("question text:\"Who rules?\"").await;
    group.harness.settled().await;
    group.calls();
    group.answers(&group.readers[0], &question, "Nobody.").await;
    insta::assert_snapshot!(group.calls(), @r"
    with the bot's token: 0
    with an interaction's token: 5
       1 PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original
       2 POST /interactions/{interaction_id}/{interaction_token}/callback
       2 POST /webhooks/{webhook_id}/{webhook_token}
    ");
    group.harness.clean();
}

#[tokio::test]
async fn a_sealed_seminar_of_twelve_from_start_to_close() {
    let group = Group::of(12).await;
    let (harness, general) = (&group.harness, &group.harness.general);
    let draft = harness.ana("seminar open themes:power").await;
    group.harness.settled().await;
    group.calls();
    harness.ana.press(&draft, "Start").await.unwrap();
    let lobby = found(general, "Join").await;
    group.harness.settled().await;
    for reader in &group.readers {
        reader.press(&lobby, "Join").await.unwrap();
        group.harness.settled().await;
    }
    harness.ana("seminar next").await;
    let question = found(general, "Answer").await;
    group.harness.settled().await;
    for (number, reader) in group.readers.iter().enumerate() {
        group.answers(reader, &question, &format!("My answer is {number}.")).await;
    }
    let sure = harness.ana("seminar close").await;
    harness.ana.press(&sure, "Close it").await.unwrap();
    group.harness.settled().await;
    insta::assert_snapshot!(group.calls(), @r"
    with the bot's token: 6
       1 DELETE /channels/{channel_id}/messages/{message_id}
       5 POST /channels/{channel_id}/messages
    with an interaction's token: 68
      26 PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original
      40 POST /interactions/{interaction_id}/{interaction_token}/callback
       2 POST /webhooks/{webhook_id}/{webhook_token}
    ");
    harness.clean();
}
