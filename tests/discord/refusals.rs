//! What Discord refuses: each refusal has its way on, and who waits for it is told which and why.

mod blocked;
mod dailies;

use std::time::Duration;

use commonplace::clock::Clock;
use standin::{Channel, Fault, Message, Permission, Refusal};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};
use crate::discord::outbox::says;

/// At this speed nobody has to wait for a second try.
fn fast() -> Clock {
    Clock::fast("2026-11-23T12:00:00Z".parse().unwrap(), 600)
}

/// Long enough for several tries.
const LONG: Duration = Duration::from_secs(30);
const POST: &str = "POST /channels/*/threads";
const MESSAGES: &str = "POST /channels/*/messages";

/// A club whose facilitators are told in #word.
async fn club(clock: Clock) -> (DiscordHarness, Channel) {
    let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
    let word = harness.club.channel("word");
    said(&harness.owner(), &harness.general, "settings channel:#word").await;
    (harness, word)
}

impl DiscordHarness {
    /// Opens a seminar of the owner's, and starts it.
    async fn seminar(&self, options: &str) {
        let owner = self.owner();
        let draft = said(&owner, &self.general, &format!("seminar open {options}")).await;
        owner.press(&draft, "Start").await.unwrap();
    }

    async fn owner_says(&self, line: &str) -> Message {
        said(&self.owner(), &self.general, line).await.message().unwrap()
    }

    /// Members answer the question that is open in #general.
    async fn answered(&self, answers: &[(&str, &str)]) {
        for (who, words) in answers {
            let line = format!("answer text:{words}");
            said(&self.club.member(who), &self.general, &line).await;
        }
    }

    /// How often Discord answered with this status.
    fn status(&self, status: u16) -> usize {
        self.discord.requests().iter().filter(|request| request.status == status).count()
    }

    /// How often Discord refused something with this code.
    fn refused_with(&self, code: u32) -> usize {
        self.discord.requests().iter().filter(|request| request.code == code).count()
    }
}

#[tokio::test]
async fn a_question_waits_for_room_for_its_thread_and_the_facilitators_know() {
    let (harness, word) = club(fast()).await;
    let forum = harness.club.forum("readings", &["Power"], false);
    harness.seminar("themes:power channel:#readings").await;
    forum.wait_for_threads(|posts| posts.len() == 1, SOON).await;
    harness.club.set_max_threads(1);
    harness.owner_says("seminar next").await;
    let told = word.wait_for(says("as many active threads as Discord allows"), SOON).await;
    assert!(told[0].text().contains("six hours"), "{}", told[0].text());
    tokio::time::sleep(Duration::from_secs(2)).await;
    harness.club.set_max_threads(9);
    let posts = forum.wait_for_threads(|posts| posts.len() == 2, LONG).await;
    assert!(posts[1].name().starts_with("1. "), "{}", posts[1].name());
    assert_eq!(word.messages().len(), 1, "they are told once");
    harness.clean();
}

#[tokio::test]
async fn a_discussion_that_cannot_be_opened_keeps_its_buttons_and_says_why() {
    let (harness, _) = club(Clock::System).await;
    let general = &harness.general;
    let locked = Fault::refusal(&Refusal::THREAD_LOCKED);
    for (number, fault, why) in [
        (0, None, "as many active threads"),
        (1, Some(Fault::refusal(&Refusal::MISSING_PERMISSIONS)), "Create Public Threads"),
        (2, Some(locked), "thread is locked"),
        (3, Some(Fault::refusal(&Refusal::INVALID_JSON)), "went wrong"),
    ] {
        let quote = harness.ana("quote theme:power").await;
        match fault {
            None => harness.club.set_max_threads(0),
            Some(fault) => {
                general.deny_bot(Permission::CREATE_PUBLIC_THREADS);
                harness.discord.fail("POST /channels/*/messages/*/threads", 1, fault);
            }
        }
        let pressed = harness.ana.press(&quote, "Discuss").await.unwrap();
        assert!(pressed.ephemeral);
        general.wait_for(says(why), SOON).await;
        let labels = quote.now().unwrap().labels();
        assert!(labels.starts_with(&["Another".into(), "Discuss".into()]), "{number} {labels:?}");
        harness.club.set_max_threads(9);
        general.allow_bot(Permission::CREATE_PUBLIC_THREADS);
        harness.ana.press(&quote, "Discuss").await.unwrap();
        general.wait_for_threads(|threads| threads.len() == number + 1, SOON).await;
        let hangs_there = |messages: &[Message]| {
            let quote = messages.iter().find(|message| message.id == quote.message_id()).unwrap();
            !quote.labels().contains(&"Discuss".to_owned())
        };
        general.wait_for(hangs_there, SOON).await;
    }
}

const BLOCKED: &str = "Discord blocks it";

#[tokio::test]
async fn tags_that_went_away_are_looked_up_anew() {
    let (harness, word) = club(Clock::System).await;
    let forum = harness.club.forum("readings", &["Power", "News"], true);
    forum.deny_bot(Permission::MANAGE_CHANNELS);
    forum.deny_bot(Permission::MANAGE_THREADS);
    harness.seminar("themes:power channel:#readings").await;
    forum.wait_for_threads(|posts| posts.len() == 1, SOON).await;
    // The bot knows the tags from a moment ago.
    forum.remove_tag("Power");
    harness.owner_says("seminar next").await;
    let posts = forum.wait_for_threads(|posts| posts.len() == 2, SOON).await;
    assert_eq!(posts[1].tags(), ["News"]);
    assert_eq!(harness.refused_with(10087), 1);
    // Discord may also name the field.
    let named = r#"{"code": 50035, "message": "Invalid Form Body", "errors": {"applied_tags":
        {"0": {"_errors": [{"code": "CHOICE", "message": "Unknown tag"}]}}}}"#;
    harness.discord.fail(POST, 1, Fault::Answer { status: 400, body: named.to_owned() });
    harness.owner_says("seminar next").await;
    forum.wait_for_threads(|posts| posts.len() == 3, SOON).await;
    assert!(word.messages().is_empty());
    // Where only moderators may set it and one is needed, it says which.
    forum.moderate_tag("News");
    harness.owner_says("seminar next").await;
    let told = word.wait_for(says("takes no post without a tag"), SOON).await;
    assert!(told[0].text().contains("Power"), "{}", told[0].text());
    assert_eq!(forum.threads().len(), 3);
}

#[tokio::test]
async fn a_name_that_is_refused_gives_way_to_a_plain_one() {
    let (harness, word) = club(Clock::System).await;
    let forum = harness.club.forum("readings", &[], false);
    harness.seminar("themes:power channel:#readings").await;
    forum.wait_for_threads(|posts| posts.len() == 1, SOON).await;
    // All questions of the agenda are posts of the form "1. Question".
    let named = r#"{"code": 50035, "message": "Invalid Form Body", "errors": {"name":
        {"_errors": [{"code": "BASE_TYPE_BAD", "message": "Contains words not allowed"}]}}}"#;
    let named = Fault::Answer { status: 400, body: named.to_owned() };
    let automod = Fault::refusal(&Refusal::NAME_BLOCKED_BY_AUTOMOD);
    for (number, fault) in [(2, named), (3, automod)] {
        harness.discord.fail(POST, 1, fault);
        harness.owner_says("seminar next").await;
        let posts = forum.wait_for_threads(|posts| posts.len() == number, SOON).await;
        assert!(!posts[number - 1].name().contains('.'), "{}", posts[number - 1].name());
    }
    assert!(word.messages().is_empty());
    // The name of a thread as well.
    let quote = harness.ana("quote id:guerin-1").await;
    harness.club.block_words("voline");
    harness.ana.press(&quote, "Discuss").await.unwrap();
    let threads = harness.general.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    assert!(!threads[0].name().contains("Voline"), "{}", threads[0].name());
    harness.clean();
}

#[tokio::test]
async fn any_other_refusal_is_sent_once_and_told() {
    let (harness, word) = club(Clock::System).await;
    harness.ana("question text:Well?").await;
    harness.discord.fail(MESSAGES, 1, Fault::refusal(&Refusal::INVALID_JSON));
    harness.answered(&[("ben", "Perhaps.")]).await;
    let told = word.wait_for(says("went wrong"), SOON).await;
    assert!(told[0].text().contains("/record"), "{}", told[0].text());
    assert_eq!(harness.status(400), 1);
    harness.answered(&[("cleo", "No.")]).await;
    harness.general.wait_for(says("No."), SOON).await;
    // What cannot be said in #word either is said to the member who asked.
    harness.discord.fail(MESSAGES, 2, Fault::refusal(&Refusal::INVALID_JSON));
    let elsewhere = harness.club.channel("elsewhere");
    said(&harness.ana, &elsewhere, "question text:Where?").await;
    said(&harness.club.member("dora"), &elsewhere, "answer text:There.").await;
    harness.ana.dm().wait_for(says("went wrong"), SOON).await;
}

#[tokio::test]
async fn a_channel_that_cannot_be_joined_is_refused_at_once_by_name() {
    let (harness, _) = club(Clock::System).await;
    for channel in [harness.club.voice("hall"), harness.club.stage("podium")] {
        channel.deny_bot(Permission::CONNECT);
        let name = channel.name();
        for line in [
            format!("daily add time:9:00 timezone:UTC channel:#{name}"),
            format!("seminar open themes:power channel:#{name}"),
        ] {
            let refused = harness.owner_says(&line).await;
            assert!(refused.text().contains("Connect"), "{line}: {}", refused.text());
        }
        let refused = said(&harness.ana, &channel, "question text:Well?").await;
        assert!(refused.ephemeral && refused.text().contains("Connect"), "{}", refused.text());
        channel.allow_bot(Permission::CONNECT);
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert!(!said(&harness.ana, &channel, "question text:Well?").await.ephemeral);
        let quote = said(&harness.ana, &channel, "quote").await;
        assert!(!quote.labels().contains(&"Discuss".to_owned()), "it has no threads");
    }
}

#[tokio::test]
async fn a_deleted_thread_is_told_once_and_no_reveal_claims_otherwise() {
    let (harness, word) = club(Clock::System).await;
    let thread = harness.general.thread(&harness.ana, "A reading");
    let owner = harness.owner();
    let draft = said(&owner, &thread, "seminar open themes:power").await;
    owner.press(&draft, "Start").await.unwrap();
    said(&owner, &thread, "seminar next").await;
    thread.wait_for(says("hidden until"), SOON).await;
    for who in ["ben", "cleo"] {
        said(&harness.club.member(who), &thread, "answer text:Here.").await;
    }
    thread.delete();
    let revealed = harness.owner_says("seminar reveal seminar:1").await;
    assert!(revealed.text().contains("gone"), "{}", revealed.text());
    assert!(revealed.text().contains("/record"), "{}", revealed.text());
    word.wait_for(says("it is gone"), SOON).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(word.messages().len(), 1, "{:#?}", word.messages());
}
