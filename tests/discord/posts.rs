//! Forums and their posts: tags, what stands beside, archived and locked posts.

use commonplace::clock::Clock;
use commonplace::messages::{Button, Card, Effect, Subject};
use domain::{ChannelId, RoundId};
use standin::{Channel, Permission};

use crate::discord::harness::{SOON, said};
use crate::discord::outbox::{OutboxHarness, about, number, says};

const ROUND: Subject = Subject::Round(RoundId(7));

fn place(of: &Channel) -> ChannelId {
    ChannelId(number(of.id))
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn filed(tags: &[&str]) -> Card {
    about(7, "A question.").filed_near("Who rules?", names(tags))
}

fn beside(words: &str) -> Effect {
    Effect::Beside { beside: ROUND, card: Card::saying(words) }
}

/// Posts a round in a forum.
async fn posted(outbox: &OutboxHarness, forum: &Channel, tags: &[&str]) -> Channel {
    outbox.put(Effect::Post { place: place(forum), card: filed(tags) }).await;
    forum.wait_for_threads(|posts| posts.len() == 1, SOON).await.remove(0)
}

#[tokio::test]
async fn what_goes_beside_a_round_goes_into_its_post_and_the_post_to_rest() {
    let outbox = OutboxHarness::new().await;
    let forum = outbox.harness.club.forum("club", &[], false);
    // It is our own post.
    forum.deny_bot(Permission::MANAGE_THREADS);
    outbox.put(Effect::Post { place: place(&forum), card: filed(&[]) }).await;
    let own = Card::saying("The answers.")
        .buttons([Button::side("More", "help")])
        .about(Subject::Answers(RoundId(7), 1));
    outbox.put(Effect::Beside { beside: ROUND, card: own.clone() }).await;
    outbox.put(Effect::Edit { card: filed(&[]).text("Over.") }).await;
    outbox.put(Effect::Archive { subject: ROUND }).await;
    outbox.harness.settled().await;
    let posts = forum.threads();
    assert_eq!(posts.len(), 1);
    let said: Vec<String> = posts[0].messages().iter().map(standin::Message::text).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("Over.") && said[1].contains("The answers."), "{said:?}");
    assert!(posts[0].is_archived());
    // What is edited there later does not bring it back.
    outbox.put(Effect::Edit { card: own.text("Late.") }).await;
    posts[0].wait_for(says("Late."), SOON).await;
    outbox.harness.settled().await;
    assert!(posts[0].is_archived());
    outbox.put(Effect::Archive { subject: ROUND }).await;
    outbox.harness.settled().await;
    outbox.harness.clean();
}

#[tokio::test]
async fn a_receipt_that_is_lost_doubles_nothing_beside() {
    let outbox = OutboxHarness::new().await;
    let forum = outbox.harness.club.forum("club", &[], false);
    let post = posted(&outbox, &forum, &[]).await;
    outbox.harness.discord.fail("POST /channels/*/messages", 6, standin::Fault::DropAfter);
    outbox.put(beside("Once.")).await;
    outbox.put(beside("Then.")).await;
    outbox.harness.discord.clear_faults();
    let messages = post.wait_for(says("Then."), SOON).await;
    assert_eq!(messages.len(), 3, "{messages:#?}");
    outbox.harness.clean();
}

#[tokio::test]
async fn only_a_thread_is_archived() {
    let outbox = OutboxHarness::new().await;
    let general = &outbox.harness.general;
    outbox.put(Effect::Post { place: place(general), card: about(7, "Here.") }).await;
    outbox.put(Effect::Archive { subject: ROUND }).await;
    outbox.put(beside("After.")).await;
    general.wait_for(says("After."), SOON).await;
    outbox.harness.settled().await;
    // A post that is gone is as good as archived.
    let forum = outbox.harness.club.forum("club", &[], false);
    outbox.put(Effect::Delete { subject: ROUND }).await;
    let post = posted(&outbox, &forum, &[]).await;
    outbox.harness.settled().await;
    post.delete();
    outbox.put(Effect::Archive { subject: ROUND }).await;
    outbox.harness.settled().await;
    let patches = outbox.harness.discord.requests();
    assert!(patches.iter().all(|request| request.body.get("archived").is_none()), "{patches:#?}");
}

#[tokio::test]
async fn what_a_locked_post_does_not_take_waits_until_it_is_unlocked() {
    // Somebody unlocks it within the hour.
    let fast = Clock::fast("2026-11-23T12:00:00Z".parse().unwrap(), 600);
    for archived in [false, true] {
        let outbox = OutboxHarness::at(fast).await;
        let forum = outbox.harness.club.forum("club", &[], false);
        forum.deny_bot(Permission::MANAGE_THREADS);
        let post = posted(&outbox, &forum, &[]).await;
        outbox.harness.settled().await;
        post.set_locked(true);
        post.set_archived(archived);
        outbox.harness.discord.clear_requests();
        outbox.put(Effect::Edit { card: about(7, "Over.") }).await;
        outbox.put(beside("The answers.")).await;
        // What goes elsewhere does not wait.
        let general = ChannelId(number(outbox.harness.general.id));
        outbox.put(Effect::Post { place: general, card: Card::saying("Elsewhere.") }).await;
        outbox.harness.general.wait_for(says("Elsewhere."), SOON).await;
        assert_eq!(post.messages().len(), 1, "archived: {archived}");
        assert!(post.messages()[0].text().contains("A question."), "archived: {archived}");
        assert_eq!(post.is_archived(), archived);
        post.set_locked(false);
        post.wait_for(says("The answers."), SOON).await;
        post.wait_for(says("Over."), SOON).await;
    }
}

#[tokio::test]
async fn who_posed_a_question_hears_that_its_answers_cannot_be_shown() {
    let outbox = OutboxHarness::new().await;
    let (general, ana) = (&outbox.harness.general, &outbox.harness.ana);
    outbox.harness.ana("question text:Who rules?").await;
    general.deny_bot(Permission::SEND_MESSAGES);
    for (who, text) in [("ben", "Nobody."), ("cleo", "Everybody.")] {
        let answer = format!("answer text:{text}");
        said(&outbox.harness.club.member(who), general, &answer).await;
    }
    let alone = ana.dm();
    let told = alone.wait_for(|messages| !messages.is_empty(), SOON).await;
    let words = told[0].text();
    assert!(words.contains("Something could not be posted"), "{words}");
    assert!(words.contains("Give me Send Messages there."), "{words}");
    // Whoever takes no messages is not told, and nothing comes to a halt.
    ana.block_dms(true);
    let elsewhere = outbox.harness.club.channel("elsewhere");
    outbox.put(Effect::Post { place: place(&elsewhere), card: Card::saying("On we go.") }).await;
    elsewhere.wait_for(says("On we go."), SOON).await;
    assert_eq!(alone.messages().len(), 1);
}

#[tokio::test]
async fn tags_are_made_and_those_that_are_there_stay() {
    let outbox = OutboxHarness::new().await;
    let forum = outbox.harness.club.forum("club", &["News", "Power"], false);
    forum.allow_bot(Permission::MANAGE_CHANNELS);
    let before = posted(&outbox, &forum, &["power"]).await;
    outbox
        .put(Effect::Tags {
            forum: place(&forum),
            names: names(&["power", "liberty", "a name of more than 20 characters"]),
        })
        .await;
    outbox.harness.settled().await;
    assert_eq!(forum.available_tags(), ["News", "Power", "liberty"]);
    assert_eq!(before.tags(), ["Power"]);
    let card = about(8, "Free?").filed_near("Free?", names(&["Liberty", "Power"]));
    outbox.put(Effect::Post { place: place(&forum), card }).await;
    let posts = forum.wait_for_threads(|posts| posts.len() == 2, SOON).await;
    assert_eq!(posts[1].tags(), ["liberty", "Power"]);
    outbox.harness.clean();
}

#[tokio::test]
async fn a_forum_that_is_full_or_closed_to_us_keeps_its_tags() {
    let outbox = OutboxHarness::new().await;
    let many: Vec<String> = (1..=19).map(|number| format!("tag {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let full = outbox.harness.club.forum("full", &many, false);
    full.allow_bot(Permission::MANAGE_CHANNELS);
    let closed = outbox.harness.club.forum("closed", &["News"], false);
    closed.deny_bot(Permission::MANAGE_CHANNELS);
    for forum in [&full, &closed] {
        let names = names(&["power", "liberty"]);
        outbox.put(Effect::Tags { forum: place(forum), names }).await;
    }
    outbox.harness.settled().await;
    assert_eq!(full.available_tags().len(), 20);
    assert_eq!(full.available_tags().last().unwrap(), "power");
    assert_eq!(closed.available_tags(), ["News"]);
    outbox.harness.clean();
}

#[tokio::test]
async fn a_post_that_needs_a_tag_gets_the_nearest() {
    let outbox = OutboxHarness::new().await;
    for (name, has, wanted, gets) in [
        // Kept for moderators, which we are not.
        ("none", &["Power!", "News"][..], &["power"][..], &["News"][..]),
        ("one", &["News", "Power & state"][..], &["power"][..], &["Power & state"][..]),
        ("two", &["News", "Talk"], &["power"], &["News"]),
        ("three", &["News", "power"], &["Power", "liberty"], &["power"]),
    ] {
        let forum = outbox.harness.club.forum(name, has, true);
        forum.moderate_tag("Power!");
        let post = posted(&outbox, &forum, wanted).await;
        assert_eq!(post.tags(), gets, "{name}");
        outbox.put(Effect::Delete { subject: ROUND }).await;
    }
    outbox.harness.clean();
}
