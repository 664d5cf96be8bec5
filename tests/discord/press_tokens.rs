//! What a press has changed goes out by its token. If Discord takes that no more, the bot's token does,
//! and nothing is lost, doubled or put back.

use std::time::Duration;

use standin::{Channel, Exchange, Fault, Member, Message, Request};

use crate::discord::harness::{DiscordHarness, SOON, said};

const EDITS: &str = "PATCH /webhooks/*";
const FOLLOW_UPS: &str = "POST /webhooks/*";

/// Answers with the form of the question.
async fn answers(member: &Member, on: &Message, text: &str) -> Exchange {
    let form = member.press(on, "Answer").await.unwrap().modal().unwrap();
    let receipt = member.submit(&form, &[("text", text)]).await.unwrap();
    assert!(receipt.ephemeral && receipt.text().contains("is recorded"), "{}", receipt.text());
    receipt
}

/// Waits until the question says how many answers there are, and each of them stands there once.
async fn shown(channel: &Channel, answers: &[&str]) {
    let count = match answers.len() {
        1 => "1 answer.".to_owned(),
        many => format!("{many} answers."),
    };
    let all = |messages: &[Message]| {
        messages[0].text().contains(&count)
            && answers.iter().all(|text| messages.iter().any(|it| it.text().contains(text)))
    };
    let messages = channel.wait_for(all, Duration::from_secs(30)).await;
    assert_eq!(messages.len(), answers.len() + 1, "{messages:#?}");
}

/// The requests that edit the question, in order: whether they carried the bot's token, and what
/// became of them.
async fn edits(harness: &DiscordHarness) -> Vec<(bool, u16)> {
    harness.settled().await;
    let edits =
        |request: &Request| request.method == "PATCH" && request.path.contains("/messages/");
    let requests = harness.discord.requests();
    requests.iter().filter(|it| edits(it)).map(|it| (it.with_token, it.status)).collect()
}

#[tokio::test]
async fn an_answer_by_form_needs_no_call_with_the_bots_token_whatever_passes() {
    for (which, nth, fault) in [
        (EDITS, 1, Fault::Status(502)),
        (EDITS, 1, Fault::DropBefore),
        (EDITS, 1, Fault::DropAfter),
        (EDITS, 1, Fault::RateLimited { retry_after: Duration::from_millis(300), global: false }),
        (FOLLOW_UPS, 1, Fault::Status(502)),
        (FOLLOW_UPS, 1, Fault::DropBefore),
        (FOLLOW_UPS, 2, Fault::DropBefore),
        (
            FOLLOW_UPS,
            2,
            Fault::RateLimited { retry_after: Duration::from_millis(300), global: false },
        ),
    ] {
        let harness = DiscordHarness::new().await;
        let question = harness.ana("question text:Well?").await;
        harness.discord.clear_requests();
        harness.discord.fail_nth(which, nth, fault.clone());
        let ben = harness.club.member("ben");
        answers(&ben, &question, "Indeed.").await;
        shown(&harness.general, &["Indeed."]).await;
        harness.settled().await;
        assert_eq!(harness.discord.faults_left(), [""; 0], "{which} {fault:?}");
        let requests = harness.discord.requests();
        let own: Vec<&Request> = requests.iter().filter(|it| it.with_token).collect();
        // What may have been sent is looked for before it is sent again.
        let looks = own.iter().filter(|it| it.method == "GET").count();
        assert_eq!(own.len(), looks, "{which} {fault:?}: {own:#?}");
        harness.clean();
    }
}

#[tokio::test]
async fn an_answer_that_may_have_been_posted_is_posted_once() {
    for fault in [Fault::DropAfter, Fault::Status(500), Fault::garbage()] {
        let harness = DiscordHarness::new().await;
        let question = harness.ana("question text:Well?").await;
        // The first is the receipt.
        harness.discord.fail_nth(FOLLOW_UPS, 2, fault.clone());
        let ben = harness.club.member("ben");
        answers(&ben, &question, "Indeed.").await;
        shown(&harness.general, &["Indeed."]).await;
        harness.settled().await;
        assert_eq!(harness.discord.faults_left(), [""; 0], "{fault:?}");
        harness.clean();
    }
}

#[tokio::test]
async fn a_token_that_is_over_is_tried_once() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let [ben, cleo, dora] = ["ben", "cleo", "dora"].map(|name| harness.club.member(name));
    answers(&ben, &question, "One.").await;
    shown(&harness.general, &["One."]).await;
    harness.settled().await;
    harness.discord.expire_tokens();
    harness.discord.clear_requests();
    said(&cleo, &harness.general, "answer text:Two.").await;
    shown(&harness.general, &["One.", "Two."]).await;
    said(&dora, &harness.general, "answer text:Three.").await;
    shown(&harness.general, &["One.", "Two.", "Three."]).await;
    assert_eq!(edits(&harness).await, [(false, 401), (true, 200), (true, 200)]);
    harness.clean();
}

#[tokio::test]
async fn where_the_limit_of_a_token_lasts_the_bots_own_does() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    harness.discord.clear_requests();
    let limit = Fault::RateLimited { retry_after: Duration::from_secs(60), global: false };
    harness.discord.fail(EDITS, 1, limit);
    let ben = harness.club.member("ben");
    answers(&ben, &question, "Indeed.").await;
    shown(&harness.general, &["Indeed."]).await;
    assert_eq!(edits(&harness).await, [(false, 429), (true, 200)]);
    harness.clean();
}

#[tokio::test]
async fn an_older_count_never_comes_after_a_newer_one() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let [ben, cleo] = ["ben", "cleo"].map(|name| harness.club.member(name));
    harness.discord.fail(EDITS, 1, Fault::Delay(Duration::from_millis(2_500)));
    answers(&ben, &question, "One.").await;
    answers(&cleo, &question, "Two.").await;
    shown(&harness.general, &["One.", "Two."]).await;
    tokio::time::sleep(Duration::from_millis(2_700)).await;
    shown(&harness.general, &["One.", "Two."]).await;
    harness.clean();
}

#[tokio::test]
async fn a_question_that_is_gone_keeps_nobody_from_answering() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let [ben, cleo] = ["ben", "cleo"].map(|name| harness.club.member(name));
    answers(&ben, &question, "One.").await;
    shown(&harness.general, &["One."]).await;
    let form = cleo.press(&question, "Answer").await.unwrap().modal().unwrap();
    harness.general.delete_message(&question);
    let receipt = cleo.submit(&form, &[("text", "Two.")]).await.unwrap();
    assert!(receipt.ephemeral && receipt.text().contains("is recorded"), "{}", receipt.text());
    let both = |messages: &[Message]| messages.iter().any(|it| it.text().contains("Two."));
    assert_eq!(harness.general.wait_for(both, SOON).await.len(), 2);
}

#[tokio::test]
async fn after_a_restart_the_bots_token_does_until_somebody_presses() {
    let mut harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let [ben, cleo, dora] = ["ben", "cleo", "dora"].map(|name| harness.club.member(name));
    // The bot is killed while the count is on its way.
    harness.discord.fail(EDITS, 1, Fault::Delay(Duration::from_secs(5)));
    answers(&ben, &question, "One.").await;
    harness.met_all_faults().await;
    harness.kill_and_start().await;
    shown(&harness.general, &["One."]).await;
    harness.settled().await;
    harness.discord.clear_requests();
    said(&cleo, &harness.general, "answer text:Two.").await;
    shown(&harness.general, &["One.", "Two."]).await;
    answers(&dora, &question, "Three.").await;
    shown(&harness.general, &["One.", "Two.", "Three."]).await;
    assert_eq!(edits(&harness).await, [(true, 200), (false, 200)]);
    harness.clean();
}

#[tokio::test]
async fn what_is_refused_is_said_at_once_and_gives_the_text_back() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let ben = harness.club.member("ben");
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    harness.ana.press(&sure, "Close it").await.unwrap();
    let refused = ben.submit(&form, &[("text", "Half an hour of thought.")]).await.unwrap();
    assert!(!refused.deferred && refused.ephemeral, "{}", refused.text());
    assert!(refused.text().contains("Half an hour of thought."), "{}", refused.text());
    harness.clean();
}

#[tokio::test]
async fn nobodys_press_is_shown_with_an_answer_without_a_name() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:Well?").await;
    let ben = harness.club.member("ben");
    let form = ben.press(&question, "Answer").await.unwrap().modal().unwrap();
    let hidden = [("text", "Indeed."), ("name", "without")];
    let receipt = ben.submit(&form, &hidden).await.unwrap();
    assert!(receipt.text().contains("without your name"), "{}", receipt.text());
    let counted = |messages: &[Message]| messages[0].text().contains("1 answer");
    harness.general.wait_for(counted, SOON).await;
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    let closed = harness.ana.press(&sure, "Close it").await.unwrap();
    assert!(closed.is_update(), "{}", closed.text());
    let stands = |messages: &[Message]| messages.iter().any(|it| it.text().contains("Indeed."));
    let messages = harness.general.wait_for(stands, SOON).await;
    for message in messages.iter().filter(|it| !it.text().contains("A question")) {
        let json = message.json();
        assert!(json["interaction_metadata"].is_null(), "{json}");
    }
    harness.clean();
}
