use crate::command::{Invocation, MessageSpec, TargetMessage, Value};
use crate::commands::Command;
use crate::commands::fixture::{Group, member_named};
use crate::messages::{Reply, Span};
use domain::{Address, ChannelId, MessageId};

const AT: Address = Address { place: ChannelId(10), message: MessageId(77) };

fn bens(text: &str) -> TargetMessage {
    TargetMessage {
        at: AT,
        author: member_named("ben"),
        name: "ben".to_owned(),
        bot: false,
        text: text.to_owned(),
        files: Vec::new(),
    }
}

async fn ask(group: &mut Group, who: &str, message: TargetMessage) -> Reply {
    let line = Invocation { name: super::SPEC.word.to_owned(), ..Invocation::default() };
    let line = line.with(MessageSpec::OPTION, Value::Message(message));
    let context = group.context(who);
    group.gives(&context, Command::parse(line)).await
}

#[tokio::test]
async fn the_question_leads_to_the_message_and_none_of_its_words_is_kept() {
    let mut group = Group::new().await;
    let form = ask(&mut group, "ana", bens("Nobody heard of a quagga.")).await;
    insta::assert_snapshot!(form.plain(), @"
    form Ask about this message
    Your question (text) Everybody here sees it, with a link to the message.: 
    [send] question message:77 channel:10
    ");
    let posed = group.submit("ana", &form, "Is that so?").await;
    insta::assert_snapshot!(posed.plain(), @"
    all
    # A question
    Is that so?
    About this message (#10/77)
    No answers yet. Anonymous answers are shown when the round closes.
    (Round 1 · in a member's own words)
    [Answer] answer round:1
    [Edit] edit round:1
    [Close] close round:1
    ");
    let Reply::Public(card) = posed else { panic!("{}", posed.plain()) };
    let links = |card: &crate::messages::Card| {
        let leads = |span: &mut Span| matches!(span, Span::Message { to, .. } if *to == AT);
        card.clone().spans_mut().filter_map(|span| leads(span).then_some(())).count()
    };
    assert_eq!(links(&card), 1);
    assert!(!group.holds(b"quagga"));
    // It stays on the card when that is written anew.
    group.ben("answer text:\"It is.\"").await;
    group.reopen().await;
    let again = group.presses("ana", "close round:1 sure:true").await;
    drop(again);
    let posts = group.posts().await;
    assert!(posts.iter().any(|post| post.contains("About this message")), "{posts:?}");
}

#[tokio::test]
async fn nothing_can_be_asked_about_a_bots_message_or_an_empty_one() {
    let mut group = Group::new().await;
    let bot = TargetMessage { bot: true, ..bens("I am a bot.") };
    let refused = ask(&mut group, "ana", bot).await.plain();
    assert!(refused.contains("A bot wrote that"), "{refused}");
    let refused = ask(&mut group, "ana", bens(" ")).await.plain();
    assert!(refused.contains("nothing in that message"), "{refused}");
    let picture = TargetMessage { files: vec!["map.png".to_owned()], ..bens("") };
    assert!(matches!(ask(&mut group, "ana", picture).await, Reply::Form(_)));
}

#[tokio::test]
async fn a_question_is_about_a_message_of_its_own_channel() {
    let mut group = Group::new().await;
    let form = ask(&mut group, "ana", bens("Here.")).await;
    group.go(11);
    let refused = group.submit("ana", &form, "There?").await.plain();
    assert!(refused.contains("older message") && refused.contains("There?"), "{refused}");
    group.channel.parent = Some(ChannelId(10));
    let posed = group.submit("ana", &form, "In its thread?").await.plain();
    assert!(posed.contains("In its thread?"), "{posed}");
}
