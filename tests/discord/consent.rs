//! *Record as answer*: the author is asked, and nobody else is pinged.

use standin::{Member, Message};

use crate::discord::harness::{DiscordHarness, SOON, said};

const RECORD: &str = "Record as answer";

/// A question in #general, and what ben says to it.
struct Talk {
    harness: DiscordHarness,
    ben: Member,
    mia: Member,
    message: Message,
}

impl Talk {
    async fn new() -> Self {
        let harness = DiscordHarness::new().await;
        let (ben, mia) = (harness.club.member("ben"), harness.club.member("mia"));
        said(&harness.ana, &harness.general, "question text:Who rules?").await;
        let message = ben.says(&harness.general, "Nobody should rule.");
        Self { harness, ben, mia, message }
    }

    /// Mia wants it recorded.
    async fn ask(&self) -> Message {
        self.mia.message_command(RECORD, &self.message).await.unwrap().message().unwrap()
    }

    /// Whether the words stand anywhere in the bot's files.
    fn kept(&self, words: &str) -> bool {
        ["db", "db-wal"].iter().any(|ending| {
            let path = self.harness.database().with_extension(ending);
            let file = std::fs::read(path).unwrap_or_default();
            file.windows(words.len()).any(|window| window == words.as_bytes())
        })
    }
}

fn shows(words: &'static str) -> impl Fn(&[Message]) -> bool {
    move |messages| messages.iter().any(|message| message.text().contains(words))
}

#[tokio::test]
pub(super) async fn the_author_alone_is_pinged_and_says_yes() {
    let mut talk = Talk::new().await;
    assert!(talk.harness.discord.commands().contains(&RECORD.to_owned()));
    let ask = talk.ask().await;
    assert_eq!(ask.pings().users, [talk.ben.id]);
    assert!(ask.pings().roles.is_empty() && !ask.pings().everyone);
    assert!(ask.text().contains("Who rules?"), "{}", ask.text());
    assert!(ask.text().contains(&talk.message.id.to_string()), "no link: {}", ask.text());
    assert_eq!(ask.labels(), ["Yes", "No"]);
    let again = talk.harness.ana.message_command(RECORD, &talk.message).await.unwrap();
    assert!(
        again.ephemeral && again.text().contains("been asked about that message"),
        "{}",
        again.text()
    );
    let other = talk.mia.press(&ask, "Yes").await.unwrap();
    assert!(other.ephemeral && other.text().contains("Only the member"), "{}", other.text());
    // The message was changed and is gone, and the program was killed; the text that came with the
    // command counts.
    talk.ben.edits(&talk.message, "I should rule.");
    talk.harness.general.delete_message(&talk.message);
    talk.harness.kill_and_start().await;
    let done = talk.ben.press(&ask, "Yes").await.unwrap();
    assert!(done.is_update(), "{done:?}");
    let messages = talk.harness.general.wait_for(shows("Nobody should rule."), SOON).await;
    let response = messages.iter().find(|it| it.text().contains("Nobody should rule.")).unwrap();
    assert!(response.text().starts_with("**ben**"), "{}", response.text());
    assert!(response.pings().users.is_empty());
    let now = ask.now().unwrap();
    assert!(now.text().contains("said yes") && now.labels().is_empty(), "{}", now.text());
    let twice = talk.ben.forge(&ask, &press(&ask)).await.unwrap();
    assert!(twice.text().contains("answered already"), "{}", twice.text());
    talk.harness.discord.assert_clean();
}

/// What its Yes carries.
fn press(ask: &Message) -> String {
    ask.button("Yes").unwrap()["custom_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn on_a_no_nothing_is_kept() {
    let talk = Talk::new().await;
    let ask = talk.ask().await;
    assert!(talk.kept("Nobody should rule."));
    talk.ben.press(&ask, "No").await.unwrap();
    assert!(ask.now().unwrap().text().contains("is not recorded"));
    assert!(!talk.kept("Nobody should rule."));
    assert!(!shows("ben: ")(&talk.harness.general.messages()));
    talk.harness.discord.assert_clean();
}

#[tokio::test]
async fn ones_own_message_needs_no_question() {
    let talk = Talk::new().await;
    let done = talk.ben.message_command(RECORD, &talk.message).await.unwrap();
    assert!(done.ephemeral && done.text().contains("is recorded"), "{}", done.text());
    talk.harness.general.wait_for(shows("1 answer."), SOON).await;
    let other = talk.mia.message_command(RECORD, &talk.message).await.unwrap();
    assert!(other.text().contains("ben’s answer already"), "{}", other.text());
    talk.harness.clean();
}

#[tokio::test]
async fn an_answer_given_in_the_meantime_is_replaced_by_its_own_button() {
    let talk = Talk::new().await;
    let ask = talk.ask().await;
    said(&talk.ben, &talk.harness.general, "answer text:The strong. anonymous:true").await;
    let which = talk.ben.press(&ask, "Yes").await.unwrap();
    assert!(which.ephemeral && which.text().contains("The strong."), "{}", which.text());
    let which = which.message().unwrap();
    let done = talk.ben.press(&which, "Replace my answer").await.unwrap();
    assert!(done.is_update(), "{done:?}");
    talk.harness.general.wait_for(shows("said yes"), SOON).await;
    assert!(ask.now().unwrap().labels().is_empty());
    talk.harness.discord.assert_clean();
}

#[tokio::test]
async fn a_bots_words_are_nobodys() {
    let talk = Talk::new().await;
    let card = talk.harness.general.messages()[0].clone();
    let refused = talk.mia.message_command(RECORD, &card).await.unwrap();
    assert!(refused.ephemeral && refused.text().contains("A bot wrote that"), "{}", refused.text());
    let elsewhere = talk.harness.club.channel("elsewhere");
    let there = talk.ben.says(&elsewhere, "I was not asked.");
    let refused = talk.mia.message_command(RECORD, &there).await.unwrap();
    assert!(refused.ephemeral && refused.text().contains("No question is open here"));
    talk.harness.clean();
}

#[tokio::test]
async fn who_has_left_is_waited_for_and_nothing_breaks() {
    let talk = Talk::new().await;
    talk.ben.leave();
    let ask = talk.ask().await;
    assert_eq!(ask.labels(), ["Yes", "No"]);
    assert!(talk.mia.press(&ask, "No").await.unwrap().ephemeral);
    talk.harness.discord.assert_clean();
}

#[tokio::test]
async fn of_four_who_ask_at_once_one_does() {
    let talk = Talk::new().await;
    let cleo = talk.harness.club.member("cleo");
    let dan = talk.harness.club.member("dan");
    let askers = [&talk.mia, &talk.harness.ana, &cleo, &dan];
    let asks = askers.map(|who| who.message_command(RECORD, &talk.message));
    let [one, two, three, four] = asks;
    let asked = tokio::join!(one, two, three, four);
    let asked = [asked.0, asked.1, asked.2, asked.3].map(Result::unwrap);
    assert_eq!(asked.iter().filter(|it| !it.ephemeral).count(), 1, "{asked:?}");
    let pings: usize =
        talk.harness.general.messages().iter().map(|it| it.pings().users.len()).sum();
    assert_eq!(pings, 1);
    talk.harness.discord.assert_clean();
}

#[tokio::test]
async fn one_member_pings_another_once_until_there_is_a_reply() {
    let talk = Talk::new().await;
    let ask = talk.ask().await;
    for number in 0..5 {
        let other = talk.ben.says(&talk.harness.general, &format!("Thought {number}."));
        let refused = talk.mia.message_command(RECORD, &other).await.unwrap();
        assert!(refused.ephemeral, "{refused:?}");
        assert!(refused.text().contains("about another message"), "{}", refused.text());
    }
    talk.ben.press(&ask, "No").await.unwrap();
    let other = talk.ben.says(&talk.harness.general, "One more thought.");
    let again = talk.mia.message_command(RECORD, &other).await.unwrap();
    assert!(!again.ephemeral && again.text().contains("may I save"), "{}", again.text());
    talk.harness.discord.assert_clean();
}
