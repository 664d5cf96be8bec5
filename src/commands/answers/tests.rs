use crate::command::ChannelKind;
use crate::commands::fixture::{Group, button, card};
use domain::ChannelId;

#[tokio::test]
async fn a_members_own_answers_here_can_be_read_and_changed() {
    let mut group = Group::new().await;
    let none = group.ana("answers").await.plain();
    assert!(none.contains("answered nothing here"), "{none}");
    for text in ["First?", "Second?", "Third?"] {
        group.ben(&format!("question text:\"{text}\"")).await;
    }
    group.ana("answer round:1 text:\"One.\"").await;
    group.ana("answer round:2 anonymous:true text:\"Two.\"").await;
    group.ben("answer round:3 text:\"Not Ana's.\"").await;
    let own = group.ana("answers").await;
    insta::assert_snapshot!(own.plain(), @"
    one
    # Your answers here
    Second?
    Round 2 · without your name · not shown yet: Two.
    First?
    Round 1 · with your name · shown: One.
    (2 answers · without those that you gave without your name to closed questions: nobody can tell whose they are)
    [Change 2] answer round:2 anonymous:true
    [Withdraw 2] withdraw round:2
    [Change 1] answer round:1
    [Withdraw 1] withdraw round:1
    ");
    let form = group.press("ana", &own, "Change 2").await;
    group.submit("ana", &form, "Two, and more.").await;
    group.press("ana", &own, "Withdraw 1").await;
    let own = group.ana("answers").await.plain();
    assert!(own.contains("Two, and more.") && !own.contains("One."), "{own}");
    assert!(!group.ben("answers").await.plain().contains("Two"));
}

#[tokio::test]
async fn what_is_closed_stays_to_be_read_but_for_what_nobody_can_tell_whose_it_is() {
    let mut group = Group::new().await;
    for text in ["First?", "Second?"] {
        group.ben(&format!("question text:\"{text}\"")).await;
    }
    group.ana("answer round:1 text:\"One.\"").await;
    group.ana("answer round:2 anonymous:true text:\"Two.\"").await;
    for round in [1, 2] {
        group.presses("ben", &format!("close round:{round} sure:true")).await;
    }
    let own = group.ana("answers").await;
    let text = own.plain();
    assert!(text.contains("One.") && text.contains("closed"), "{text}");
    assert!(!text.contains("Two.") && text.contains("nobody can tell whose"), "{text}");
    assert!(card(&own).buttons.is_empty(), "{text}");
}

#[tokio::test]
async fn they_are_those_of_this_channel_and_of_its_threads_without_questions() {
    let mut group = Group::new().await;
    group.ben("question text:\"Here?\"").await;
    group.ana("answer text:\"Here.\"").await;
    group.go(11);
    assert!(group.ana("answers").await.plain().contains("nothing here"));
    group.channel.kind = ChannelKind::Thread;
    group.channel.parent = Some(ChannelId(10));
    assert!(group.ana("answers").await.plain().contains("Here."));
    group.server.0 = 2;
    assert!(group.ana("answers").await.plain().contains("nothing here"));
}

#[tokio::test]
async fn many_and_long_ones_come_in_pages() {
    let mut group = Group::new().await;
    for number in 1..=6 {
        group.ben(&format!("question text:\"Question {number}?\"")).await;
        let text = "x".repeat(if number == 6 { 3_900 } else { 100 });
        group.ana(&format!("answer round:{number} text:\"{text}\"")).await;
    }
    let first = group.ana("answers").await;
    assert!(first.plain().contains("page 1 of 3"), "{}", first.plain());
    assert!(first.plain().contains("Question 6?") && !first.plain().contains("Question 5?"));
    let next = button(card(&first), "Next ›");
    let second = group.presses("ana", &next).await.plain();
    assert!(second.contains("Question 5?") && second.contains("Question 2?"), "{second}");
    let last = group.presses("ana", "answers page:9").await.plain();
    assert!(last.contains("Question 1?"), "{last}");
}
