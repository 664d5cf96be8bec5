//! In a thread the question of its channel is found.

use crate::command::{Channel, ChannelKind, Suggested};
use crate::commands::fixture::{Group, card};
use crate::commands::suggest;
use crate::store::ServerTx;
use domain::{Address, ChannelId, MessageId, RoundId};

/// Goes to a thread of #10, started from a message or not.
fn go_to_thread(group: &mut Group, from: Option<i64>) {
    let parent = ChannelId(10);
    let under = Address { place: parent, message: MessageId(from.unwrap_or(20)) };
    group.channel = Channel {
        parent: Some(parent),
        under: Some(under),
        ..Channel::new(ChannelId(20), ChannelKind::Thread)
    };
}

/// Poses a question whose card is a message.
async fn posed(group: &mut Group, text: &str, message: i64) {
    let posed = group.ana(&format!("question text:\"{text}\"")).await;
    let subject = card(&posed).subject.unwrap();
    let at = Address { place: group.channel.id, message: MessageId(message) };
    let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
    group.services.store.change(group.server, remember).await.unwrap();
}

#[tokio::test]
async fn a_thread_beside_the_question_answers_it() {
    let mut group = Group::new().await;
    posed(&mut group, "Who rules?", 500).await;
    go_to_thread(&mut group, None);
    let answered = group.ben("answer text:\"Nobody.\"").await.plain();
    assert!(answered.contains("recorded"), "{answered}");
    let posts = group.posts().await.concat();
    assert!(posts.contains("post #10\nben: Nobody."), "{posts}");
    let proposed = group.ben("statement propose text:\"Nobody rules.\"").await.plain();
    assert!(proposed.contains("Your statement is proposed."), "{proposed}");
    assert!(group.ben("statement show").await.plain().contains("Nobody rules."));
    let context = group.context("ben");
    let rounds = suggest(Suggested::Round, "", &context, &group.services).await.unwrap();
    assert_eq!(rounds[0].name, "1: Who rules?");
    let closing = group.ana("close").await.plain();
    assert!(closing.contains("Close this round?") && closing.contains("Who rules?"), "{closing}");
}

#[tokio::test]
async fn a_thread_on_a_question_is_about_that_question_and_no_other() {
    let mut group = Group::new().await;
    posed(&mut group, "Who rules?", 500).await;
    posed(&mut group, "Who should?", 501).await;
    go_to_thread(&mut group, Some(500));
    group.ben("answer text:\"Nobody.\"").await;
    let mut reads = group.services.store.read(group.server);
    assert_eq!(reads.round(RoundId(1)).await.unwrap().unwrap().named, 1);
    // Beside both it has to be said.
    go_to_thread(&mut group, None);
    assert!(group.ben("answer text:No.").await.plain().contains("Several questions"));
    assert!(group.ana("close").await.plain().contains("Say which with `round:`"));
    group.channel = Channel::new(ChannelId(10), ChannelKind::Channel);
    group.presses("ana", "close round:1 sure:true").await;
    go_to_thread(&mut group, Some(500));
    let over = group.cleo("answer text:\"Too late.\"").await.plain();
    assert!(over.contains("No question is open here") && over.contains("Too late."), "{over}");
}

#[tokio::test]
async fn what_is_open_in_the_thread_itself_comes_first() {
    let mut group = Group::new().await;
    posed(&mut group, "Who rules?", 500).await;
    go_to_thread(&mut group, None);
    posed(&mut group, "And here?", 600).await;
    group.ben("answer text:\"We do.\"").await;
    let mut reads = group.services.store.read(group.server);
    assert_eq!(reads.round(RoundId(2)).await.unwrap().unwrap().named, 1);
}

#[tokio::test]
async fn the_queue_of_the_channels_seminar_is_joined_from_a_thread() {
    let mut group = Group::new().await;
    let draft = group.ana("seminar open themes:power").await;
    group.press("ana", &draft, "Start").await;
    // Another one meets elsewhere, so it is not the only one.
    group.go(11);
    let other = group.ben("seminar open themes:liberty").await;
    group.press("ben", &other, "Start").await;
    go_to_thread(&mut group, None);
    let joined = group.cleo("queue join").await.plain();
    assert!(joined.contains("It is your turn.") && joined.contains("Seminar 1"), "{joined}");
    assert!(group.cleo("seminar status").await.plain().contains("Seminar: Power"));
}
